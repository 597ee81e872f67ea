#include "indexer/document/normaliser.h"

#include "common/text/code_points.h"
#include "common/text/text.h"
#include "indexer/document/lines/furniture.h"
#include "indexer/document/lines/line_ends.h"
#include "indexer/document/lines/paragraphs.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace ofsearch {
namespace {

// display_form(), with the tabs that part the cells of a table row kept, and a soft hyphen at the
// end: the next line goes on with the word.
std::string display_line(std::string_view text) {
  constexpr std::string_view kSoft = "\u00AD";
  size_t end = text.find_last_not_of(' ');
  if (end != std::string_view::npos && text.substr(0, end + 1).ends_with(kSoft))
    return display_form(text) + std::string(kSoft);
  if (text.find('\t') == std::string_view::npos) return display_form(text);
  std::string out;
  for (size_t begin = 0; begin <= text.size();) {
    size_t end = std::min(text.find('\t', begin), text.size());
    std::string cell = display_form(text.substr(begin, end - begin));
    if (!cell.empty() && !out.empty()) out.push_back('\t');
    out += cell;
    begin = end + 1;
  }
  return out;
}

// Returns where the entity that begins at `at` of `text` ends, and the sign it stands for: "&#45;".
std::optional<std::pair<size_t, std::string>> entity_at(std::string_view text, size_t at) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kEntities = {
      {{"apos", "'"},
       {"quot", "\""},
       {"nbsp", " "},
       {"amp", "&"},
       {"rsquo", "\u2019"},
       {"lsquo", "\u2018"},
       {"ndash", "\u2013"},
       {"ldquo", "\u201C"},
       {"rdquo", "\u201D"}}};
  constexpr size_t kLongest = 8;
  size_t end = text.substr(0, at + kLongest).find(';', at);
  if (end == text.npos) return std::nullopt;
  std::string_view name = text.substr(at + 1, end - at - 1);
  for (const auto& [entity, sign] : kEntities)
    if (name == entity) return std::pair(end + 1, std::string(sign));
  if (name.size() < 2 || name[0] != '#') return std::nullopt;
  const bool hex = name[1] == 'x';
  name.remove_prefix(hex ? 2 : 1);
  int code = 0;
  auto [stop, error] = std::from_chars(name.data(), name.data() + name.size(), code, hex ? 16 : 10);
  if (error != std::errc() || stop != name.data() + name.size() || code < ' ') return std::nullopt;
  std::string sign;
  append_code_point(&sign, static_cast<char32_t>(code));
  return std::pair(end + 1, std::move(sign));
}

// Returns `text` without entities of HTML that some program took for text: "children&apos;s".
std::string without_entities(std::string text) {
  for (size_t at = text.find('&'); at != std::string::npos; at = text.find('&', at + 1))
    if (auto entity = entity_at(text, at)) text.replace(at, entity->first - at, entity->second);
  return text;
}

void clean_lines(std::vector<Page>* pages) {
  for (Page& page : *pages) {
    for (Line& line : page.lines) line.text = display_line(without_entities(line.text));
    std::erase_if(page.lines, [](const Line& line) { return line.text.empty(); });
  }
}

}  // namespace

CleanDocument normalise(SourceDocument document) {
  CleanDocument clean;
  clean.format = std::move(document.format);
  clean.has_layout = document.has_layout;
  clean.declared_title = display_form(document.declared_title);
  clean.pages = std::move(document.pages);
  clean_lines(&clean.pages);
  clean.furniture = remove_furniture(&clean.pages);
  mend_line_ends(&clean.pages);
  clean.paragraphs = join_paragraphs(clean.pages, {clean.has_layout, document.hard_wrapped});
  return clean;
}

}  // namespace ofsearch
