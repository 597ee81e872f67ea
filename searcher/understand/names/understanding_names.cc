#include "searcher/understand/names/understanding_names.h"

#include "common/field/authorities/abolished.h"
#include "common/field/authorities/authorities.h"
#include "common/field/authorities/authority_groups.h"
#include "common/field/thesaurus/thesaurus_words.h"
#include "common/text/characters.h"
#include "common/text/nearest.h"
#include "common/text/text.h"
#include "searcher/understand/names/understanding_titles.h"
#include "searcher/understand/words/understanding_phrases.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace ofsearch::understanding {
namespace {

struct Name {
  std::vector<std::string> pieces;
  const Authority* authority = nullptr;  // null: a longer name of something else
};
using Names = std::map<std::string, std::vector<Name>>;  // by first piece, longest first

// With "and" for "&".
std::vector<std::string> folded_pieces(const std::string& text) {
  std::vector<std::string> pieces;
  for (std::string_view part : split(text, '&')) {
    if (!pieces.empty()) pieces.emplace_back("and");
    for (const thesaurus::Piece& piece : thesaurus::split_pieces(part))
      pieces.push_back(piece.folded);
  }
  return pieces;
}

void add_name(Names* names, std::vector<std::string> pieces, const Authority* authority) {
  if (pieces.empty()) return;
  std::vector<Name>& list = (*names)[pieces.front()];
  list.push_back({std::move(pieces), authority});
}

Names all_names() {
  Names names;
  const Authorities& table = Authorities::builtin();
  for (const Authority& authority : table.all()) {
    std::vector<std::string> written = {authority.name};
    written.insert(written.end(), authority.other_names.begin(), authority.other_names.end());
    written.insert(written.end(), authority.typed_names.begin(), authority.typed_names.end());
    for (const std::string& name : written) {
      add_name(&names, folded_pieces(name), table.find(name));
      add_name(&names, folded_pieces(normalise_authority_name(name)), table.find(name));
    }
    for (const std::string& longer : authority.not_in)
      add_name(&names, folded_pieces(longer), nullptr);
  }
  for (auto& [first, list] : names)
    std::stable_sort(list.begin(), list.end(), [](const Name& a, const Name& b) {
      return a.pieces.size() > b.pieces.size();
    });
  return names;
}

bool is_possessive(const Words& words, std::size_t at) {
  const std::string& typed = words.typed()[words.word_of(at)];
  return typed.ends_with("'s") || typed.ends_with("s'") || typed.ends_with("\u2019s");
}

bool same_piece(const Words& words, std::size_t at, const std::string& piece) {
  const std::string& folded = words.folded(at);
  if (folded == piece) return true;
  return folded == piece + "s" && at < words.size() && is_possessive(words, at);
}

// How many pieces at `at` spell the name; 0: they do not. "and" may be left out.
std::size_t length_at(const Words& words, std::size_t at, const Name& name) {
  std::size_t end = at;
  for (const std::string& piece : name.pieces) {
    if (same_piece(words, end, piece))
      ++end;
    else if (piece != "and")
      return 0;
  }
  return words.begins_word(at) && words.ends_word(end - 1) ? end - at : 0;
}

// ---- Words around a name ---------------------------------------------------------------------

constexpr std::string_view kSizes = "greater mid central";
constexpr std::string_view kAreas = "council authority borough area place la county neighbour";

// What asks for what lies around the name behind it.
struct Surroundings {
  std::size_t length = 0;  // pieces
  bool with_itself = true;
  bool are_statistical = false;
};

// "Councils round", "near", and "next door to", which leaves the name itself out. "Concerns around
// Kendal" are about Kendal itself, and "placed near Kendal" is no council.
Surroundings surroundings_before(const Words& words, std::size_t end) {
  struct Beside {
    std::string_view words;
    bool with_itself;
  };
  static constexpr Beside kBeside[] = {
      {"next door to", false},  {"close to", true},       {"next to", false},
      {"adjacent to", false},   {"neighbours of", false}, {"neighbour of", false},
      {"neighbours to", false}, {"near", true},           {"nearby", true},
      {"neighbouring", false},  {"surrounding", true},    {"bordering", false},
      {"borders", false}};
  constexpr std::string_view kDwell = "placed live lives living housed accommodated moved stay";
  for (const Beside& beside : kBeside) {
    std::size_t length = words.length_before(end, beside.words);
    if (length == 0) continue;
    const std::size_t first = end - length;
    if (first > 0 && words.is_one_of(first - 1, kDwell)) return {};
    const bool are_statistical = first > 0 && words.is_one_of(first - 1, "statistical");
    if (first > 0 && (are_statistical || words.is_one_of(first - 1, kAreas))) ++length;
    return {length, beside.with_itself, are_statistical};
  }
  const bool is_around = end > 1 && words.is_one_of(end - 1, kAround);
  return {is_around && words.is_one_of(end - 2, kAreas) ? std::size_t{2} : 0};
}

constexpr std::string_view kStatistical = "statistical neighbours";

// Nobody publishes them with the reports.
Recognised statistical_neighbours(std::size_t first, std::size_t end, const Authority& authority) {
  return {first,
          end - first,
          {},
          {fmt::format("the statistical neighbours of {} are not known: no authority was asked for",
                       authority.name)},
          {},
          false,
          {}};
}

bool is_something_else(const Words& words, const Authority& authority) {
  for (std::size_t at = 0; at < words.size(); ++at)
    for (const FoundPhrase& found : Phrases::builtin().at(words, at, "unless")) {
      const std::string& value = found.phrase->value;
      const bool is_small = words.typed()[words.word_of(at)].front() >= 'a';  // "staffs morale"
      if (value == authority.name || (is_small && value == to_ascii_lower(authority.name)))
        return true;
    }
  return false;
}

// ---- What a name stands for -----------------------------------------------------------------

std::vector<std::string> in_index(const std::vector<const Authority*>& authorities,
                                  const Vocabulary& vocabulary) {
  std::vector<std::string> names;
  for (const Authority* authority : authorities)
    if (vocabulary.authorities.contains(normalise_authority_name(authority->name)) &&
        std::find(names.begin(), names.end(), authority->name) == names.end())
      names.push_back(authority->name);
  return names;
}

void add_values(const std::vector<std::string>& names, Recognised* recognised) {
  for (const std::string& name : names) recognised->filters.emplace_back("authority", name);
}

void take_authority(const Authority& authority, const Vocabulary& vocabulary,
                    Recognised* recognised) {
  const Authorities& table = Authorities::builtin();
  const bool there = vocabulary.authorities.contains(normalise_authority_name(authority.name));
  const std::vector<std::string> after = in_index(table.successors(authority), vocabulary);
  const std::vector<std::string> before = in_index(table.predecessors_of(authority), vocabulary);
  if (there) recognised->filters.emplace_back("authority", authority.name);
  if (!after.empty()) {
    add_values(after, recognised);
    recognised->notes.push_back(
        fmt::format("{} and {} searched{}", abolished_in_words(authority, after, vocabulary.today),
                    after.size() == 1 ? "is" : "are",
                    there ? " as well" : " instead: the index has no report of it"));
    return;
  }
  if (there) return;
  if (!before.empty()) {
    add_values(before, recognised);
    recognised->notes.push_back(fmt::format(
        "the index has no report of {}; {}, from which it {}, {} searched instead", authority.name,
        list_in_words(before, "and"), begun_in_words(authority, vocabulary.today),
        before.size() == 1 ? "is" : "are"));
    return;
  }
  recognised->filters.emplace_back("authority", authority.name);
  recognised->notes.push_back(fmt::format("the index has no report of {}", authority.name));
}

// "north marlgate" as a name is written.
std::string with_capitals(const std::string& key) {
  std::string name;
  for (std::string_view word : split_words(key)) {
    name += (name.empty() ? "" : " ") + std::string(word);
    char& first = name[name.size() - word.size()];
    const bool small = word == "and" || word == "of" || word == "upon" || word == "the";
    if (!small) first = to_ascii_upper(first);
  }
  return name;
}

// Names that reports of the index give and the table does not know.
void find_names_of_the_index(const Words& words, const Vocabulary& vocabulary, AllRecognised* all) {
  for (const std::string& key : vocabulary.authorities) {
    const Name name{folded_pieces(key), nullptr};
    if (name.pieces.empty() || key == "unknown" || Authorities::builtin().find(key) != nullptr)
      continue;
    for (std::size_t at = 0; at < words.size(); ++at) {
      const std::size_t length = length_at(words, at, name);
      if (length == 0) continue;
      std::size_t first = at, end = at + length;
      take_around(words, &first, &end);
      take_preposition(words, &first);
      all->push_back({first, end - first, {{"authority", with_capitals(key)}}, {}, {}, false, {}});
    }
  }
}

}  // namespace

AllRecognised find_authorities(const Words& words, const Vocabulary& vocabulary) {
  static const Names kNames = all_names();
  AllRecognised all;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const auto list = kNames.find(words.folded(at));
    const auto possessive =
        words.folded(at).ends_with('s') && is_possessive(words, at)
            ? kNames.find(words.folded(at).substr(0, words.folded(at).size() - 1))
            : kNames.end();
    for (const auto& found : {list, possessive}) {
      if (found == kNames.end()) continue;
      for (const Name& name : found->second) {
        const std::size_t length = length_at(words, at, name);
        if (length == 0) continue;
        Recognised recognised{at, length, {}, {}, {}, name.authority == nullptr, {}};
        if (name.authority != nullptr) {
          std::size_t first = at, end = at + length;
          if (first > 0 && words.is_one_of(first - 1, kSizes)) break;
          const bool titled = take_around(words, &first, &end);
          if (!titled && is_something_else(words, *name.authority)) break;
          const Surroundings around = surroundings_before(words, first);
          const bool statistical_behind = words.length_at(end, kStatistical) > 0;
          if (around.are_statistical || statistical_behind) {
            all.push_back(statistical_neighbours(
                first - around.length, end + (statistical_behind ? 2 : 0), *name.authority));
            break;
          }
          if (around.length > 0) {
            const std::string region = std::string(kRegionOf) + name.authority->name;
            if (around.with_itself) {
              first -= around.length;
              recognised.filters.emplace_back("authority", region);
            } else {
              all.push_back({first - around.length,
                             around.length,
                             {{"authority", region}},
                             {},
                             {},
                             false,
                             {}});
              recognised.filters.emplace_back("authority", name.authority->name);
              recognised.excluded = true;
            }
          } else {
            take_preposition(words, &first);
            take_authority(*name.authority, vocabulary, &recognised);
          }
          recognised.first = first;
          recognised.count = end - first;
        }
        all.push_back(std::move(recognised));
        break;
      }
    }
  }
  find_names_of_the_index(words, vocabulary, &all);
  return all;
}

}  // namespace ofsearch::understanding
