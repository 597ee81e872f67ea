#include "searcher/web/server/query_string.h"

#include "common/text/code_points.h"
#include "common/text/file_address.h"

#include <algorithm>

namespace ofsearch::web {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space) {
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '+' && plus_is_space) c = ' ';
    if (c == '%') {
      if (i + 2 >= text.size()) return std::nullopt;
      int high = hex_digit(text[i + 1]), low = hex_digit(text[i + 2]);
      if (high < 0 || low < 0 || (high == 0 && low == 0)) return std::nullopt;
      c = static_cast<char>(high * 16 + low);
      i += 2;
    }
    out.push_back(c);
  }
  if (!is_utf8(out)) return std::nullopt;
  return out;
}

std::string percent_encoded(std::string_view text, bool plus_is_space) {
  std::string out = percent_escaped(text, plus_is_space ? " " : "");
  std::replace(out.begin(), out.end(), ' ', '+');
  return out;
}

std::optional<Parameters> Parameters::parse(std::string_view query) {
  std::vector<Pair> pairs;
  for (size_t begin = 0; begin < query.size();) {
    size_t end = std::min(query.find('&', begin), query.size());
    std::string_view pair = query.substr(begin, end - begin);
    begin = end + 1;
    size_t equals = std::min(pair.find('='), pair.size());
    auto name = percent_decoded(pair.substr(0, equals), true);
    auto value = percent_decoded(pair.substr(std::min(equals + 1, pair.size())), true);
    if (!name || !value) return std::nullopt;
    if (!name->empty() && !value->empty()) pairs.emplace_back(std::move(*name), std::move(*value));
  }
  return Parameters(std::move(pairs));
}

std::string_view Parameters::value(std::string_view name) const {
  for (const Pair& pair : pairs_)
    if (pair.first == name) return pair.second;
  return {};
}

bool Parameters::has(std::string_view name) const {
  return std::any_of(pairs_.begin(), pairs_.end(),
                     [&](const Pair& pair) { return pair.first == name; });
}

bool Parameters::has(std::string_view name, std::string_view value) const {
  return std::any_of(pairs_.begin(), pairs_.end(),
                     [&](const Pair& pair) { return pair.first == name && pair.second == value; });
}

Parameters Parameters::with(std::string_view name, std::string_view value) const {
  Parameters changed = *this;
  changed.pairs_.emplace_back(name, value);
  return changed;
}

Parameters Parameters::set(std::string_view name, std::string_view value) const {
  return without(name).with(name, value);
}

Parameters Parameters::without(std::string_view name) const {
  Parameters changed = *this;
  std::erase_if(changed.pairs_, [&](const Pair& pair) { return pair.first == name; });
  return changed;
}

Parameters Parameters::without(std::string_view name, std::string_view value) const {
  Parameters changed = *this;
  std::erase_if(changed.pairs_,
                [&](const Pair& pair) { return pair.first == name && pair.second == value; });
  return changed;
}

std::string Parameters::to_string() const {
  std::string out;
  for (const auto& [name, value] : pairs_)
    out += (out.empty() ? "" : "&") + percent_encoded(name) + "=" + percent_encoded(value);
  return out;
}

std::string Parameters::link(std::string_view path) const {
  return pairs_.empty() ? std::string(path) : std::string(path) + "?" + to_string();
}

}  // namespace ofsearch::web
