// Reads a list of everyday sayings.
#include "common/field/thesaurus/everyday.h"
#include "common/field/thesaurus/everyday_words.h"
#include "common/field/thesaurus/thesaurus_words.h"
#include "common/system/embedded_table.h"
#include "common/text/characters.h"
#include "common/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace ofsearch {
namespace {

using everyday::stems_of;

using AsksName = std::pair<std::string_view, Everyday::Asks>;
constexpr AsksName kAsks[] = {{"strength", Everyday::Asks::kStrength},
                              {"weakness", Everyday::Asks::kWeakness},
                              {"neither", Everyday::Asks::kNeither}};

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(trimmed(text.substr(0, end)));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + separator.size());
  }
}

// "alcohol misuse, substance misuse < behaviour ~ health".
std::vector<Everyday::Meaning> meanings_of(std::string_view list) {
  std::vector<Everyday::Meaning> meanings;
  bool near = false;
  for (std::string_view half : split(list, "~")) {
    bool wider = false;
    for (std::string_view part : split(half, "<")) {
      for (std::string_view text : split(part, ","))
        if (!text.empty()) meanings.push_back({std::string(text), near, wider});
      wider = true;
    }
    near = true;
  }
  return meanings;
}

}  // namespace

struct Everyday::Reader {
  Everyday everyday;
  std::map<std::string, std::size_t, std::less<>> classes;
  std::map<std::string, std::size_t, std::less<>> written;  // parts that are no class

  // The list behind a part; an error's text.
  // `alone`: the saying has no other.
  std::string part_of(std::string_view text, bool alone, std::size_t* list) {
    std::string key = (alone ? "alone " : "") + std::string(text);
    if (const auto known = written.find(key); known != written.end()) {
      *list = known->second;
      return {};
    }
    std::vector<Stems> choices;
    for (std::string_view choice : split(text, "/")) {
      if (choice.starts_with('@')) {
        const std::size_t space = choice.find(' ');
        const auto known = classes.find(choice.substr(0, space));
        if (known == classes.end()) return fmt::format("nothing is called {}", choice);
        const Stems behind = stems_of(choice.substr(std::min(space, choice.size())));
        for (Stems stems : everyday.lists_[known->second]) {
          stems.insert(stems.end(), behind.begin(), behind.end());
          choices.push_back(std::move(stems));
        }
        continue;
      }
      const std::size_t at = choice.find('@');
      const auto known = classes.find(choice.substr(std::min(at, choice.size())));
      if (at != std::string_view::npos) {
        if (known == classes.end()) return fmt::format("nothing is called {}", choice.substr(at));
        for (const Stems& stems : everyday.lists_[known->second]) {
          choices.push_back(stems_of(choice.substr(0, at)));
          choices.back().insert(choices.back().end(), stems.begin(), stems.end());
        }
        continue;
      }
      choices.push_back(alone ? everyday::stems_of_saying(choice) : stems_of(choice));
      if (choices.back().empty()) return fmt::format("\"{}\" has no word that counts", text);
    }
    *list = everyday.add_list(std::move(choices));
    written.emplace(std::move(key), *list);
    return {};
  }

  void add_words(std::string_view text) {
    for (const thesaurus::Piece& piece : thesaurus::split_pieces(text))
      everyday.words_.insert(piece.folded);
  }

  std::string add_class(std::string_view name, std::string_view words) {
    add_words(words);
    std::vector<Stems> list;
    std::unordered_set<std::string>* single = name == "@light"   ? &everyday.light_
                                              : name == "@group" ? &everyday.groups_
                                              : name == "@plain" ? &everyday.plain_
                                                                 : nullptr;
    for (std::string_view word : split(words, ",")) {
      list.push_back(stems_of(word));
      if (single != nullptr)
        single->insert(list.back().begin(), list.back().end());
      else if (list.back().empty())
        return fmt::format("\"{}\" has no word that counts", word);
    }
    if (single == nullptr) classes[std::string(name)] = everyday.add_list(std::move(list));
    return {};
  }

  std::string add_sayings(std::string_view sayings, std::string_view meaning) {
    add_words(sayings);
    Meant meant;
    if (const std::size_t sign = meaning.find('!'); sign != std::string_view::npos) {
      const std::string_view asks = trimmed(meaning.substr(sign + 1));
      const auto known = std::ranges::find(kAsks, asks, &AsksName::first);
      if (known == std::end(kAsks))
        return fmt::format("\"{}\" is not weakness, strength or neither", asks);
      meant.asks = known->second;
      meaning = meaning.substr(0, sign);
    }
    for (std::string_view thing : split(meaning, ";"))
      if (!thing.empty()) meant.meanings.push_back(meanings_of(thing));
    everyday.meant_.push_back(std::move(meant));
    for (std::string_view saying : split(sayings, ",")) {
      Rule rule;
      rule.meaning = everyday.meant_.size() - 1;
      const std::vector<std::string_view> parts = split(saying, " + ");
      for (std::string_view part : parts) {
        rule.parts.emplace_back();
        std::string fault = part_of(part, parts.size() == 1, &rule.parts.back());
        if (!fault.empty()) return fault;
      }
      everyday.rules_.push_back(std::move(rule));
    }
    return {};
  }

  std::string add(const std::string& line) {
    const std::size_t arrow = line.find("=>"), equals = line.find(" = ");
    if (arrow != std::string::npos)
      return add_sayings(std::string_view(line).substr(0, arrow),
                         std::string_view(line).substr(arrow + 2));
    if (!line.starts_with('@') || equals == std::string::npos)
      return "neither a saying with \"=>\" nor a class with \"=\"";
    return add_class(line.substr(0, equals), std::string_view(line).substr(equals + 3));
  }
};

Result<Everyday> Everyday::parse(std::string_view text, std::string_view file_name) {
  Reader reader;
  int number = 0, begun_at = 0;
  std::string begun, fault;
  const auto end = [&] {
    if (!begun.empty()) fault = reader.add(begun);
    begun.clear();
    return fault.empty();
  };
  while (!text.empty()) {
    const std::size_t length = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, length);
    text.remove_prefix(std::min(length + 1, text.size()));
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.starts_with('#')) continue;
    if (line.starts_with(' ')) {
      begun += " " + std::string(trimmed(line));
      continue;
    }
    if (!end()) break;
    begun = line;
    begun_at = number;
  }
  if (fault.empty()) end();
  if (!fault.empty())
    return Error{ErrorCode::kUsage, fmt::format("{}:{}: {}", file_name, begun_at, fault),
                 "the head of the list describes its format"};
  return std::move(reader.everyday);
}

const Everyday& Everyday::builtin() {
  static const auto everyday = embedded_table<Everyday>("everyday.txt");
  return everyday;
}

}  // namespace ofsearch
