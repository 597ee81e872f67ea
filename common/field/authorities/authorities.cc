#include "common/field/authorities/authorities.h"

#include "common/dates/date.h"
#include "common/field/authorities/names_in_text.h"
#include "common/field/authorities/short_compass.h"
#include "common/report/values.h"
#include "common/system/embedded_table.h"
#include "common/text/characters.h"
#include "common/text/lists.h"
#include "common/text/nearest.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace ofsearch {
namespace {

std::string without_apostrophes(std::string_view text) {
  std::string result;
  for (size_t pos = 0; pos < text.size();) {
    const size_t length = apostrophe_at(text, pos);
    if (length == 0) result += text[pos++];
    pos += length;
  }
  return result;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (Word word = next_word(text, 0); word.begin < word.end; word = next_word(text, word.end))
    words.emplace_back(text_of(text, word));
  return words;
}

std::string join(const std::vector<std::string>& words) {
  std::string result;
  for (const std::string& word : words) result += (result.empty() ? "" : " ") + word;
  return result;
}

// ---- The table's cells --------------------------------------------------------------------

constexpr std::array<std::string_view, 9> kColumns = {
    "code", "name", "region", "from", "to", "other_names", "typed_names", "not_in", "predecessors"};

std::vector<std::string> split_list(std::string_view cell) {
  std::vector<std::string> items;
  for (std::string_view item : split(cell, ';'))
    if (!trimmed(item).empty()) items.emplace_back(trimmed(item));
  return items;
}

std::optional<std::string> optional_cell(std::string_view cell) {
  return cell.empty() ? std::nullopt : std::optional(std::string(cell));
}

// E06 unitary, E08 metropolitan, E09 London, E10 county.
bool is_code(std::string_view code) {
  return code.size() == 9 && std::all_of(code.begin() + 1, code.end(), is_ascii_digit) &&
         (code.starts_with("E06") || code.starts_with("E08") || code.starts_with("E09") ||
          code.starts_with("E10"));
}

using Row = std::map<std::string_view, std::string_view>;

Authority authority_of(Row& row) {
  Authority authority;
  authority.name = row["name"];
  authority.code = row["code"];
  authority.region = row["region"];
  authority.from = optional_cell(row["from"]);
  authority.to = optional_cell(row["to"]);
  authority.other_names = split_list(row["other_names"]);
  authority.typed_names = split_list(row["typed_names"]);
  authority.not_in = split_list(row["not_in"]);
  authority.predecessors = split_list(row["predecessors"]);
  return authority;
}

// Returns what is wrong with one row by itself; empty if nothing is.
std::string fault_of(const Authority& authority) {
  if (normalise_authority_name(authority.name).empty()) return "the name is missing";
  if (!authority.code.empty() && !is_code(authority.code))
    return "\"" + authority.code + "\" is not a code of an authority";
  if (std::ranges::find(region_names(), authority.region) == region_names().end())
    return "\"" + authority.region + "\" is not an English region";
  for (const auto& date : {authority.from, authority.to})
    if (date && !parse_iso_date(*date)) return "\"" + *date + "\" is not a date like 2019-04-01";
  if (authority.from && authority.to && *authority.from > *authority.to)
    return "it ends before it begins";
  return {};
}

// ISO dates compare as text; a missing bound is open.
bool in_being(const Authority& authority, std::string_view on) {
  return (!authority.from || *authority.from <= on) && (!authority.to || on <= *authority.to);
}

bool overlap(const Authority& a, const Authority& b) {
  return (!a.to || !b.from || *b.from <= *a.to) && (!b.to || !a.from || *a.from <= *b.to);
}

bool ended_before(const Authority& earlier, const Authority& later) {
  return earlier.to && later.from && *earlier.to < *later.from;
}

// All names under which people may look for it.
std::vector<std::string> names_of(const Authority& authority) {
  std::vector<std::string> names = {authority.name};
  names.insert(names.end(), authority.other_names.begin(), authority.other_names.end());
  names.insert(names.end(), authority.typed_names.begin(), authority.typed_names.end());
  return names;
}

// Positions of the authorities that it took over from directly.
std::vector<size_t> taken_over(const std::vector<Authority>& all, const Authority& authority) {
  std::vector<size_t> found;
  for (const std::string& name : authority.predecessors)
    for (size_t i = 0; i < all.size(); ++i)
      if (all[i].name == name && ended_before(all[i], authority)) found.push_back(i);
  return found;
}

bool same(const Authority& a, const Authority& b) {
  return a.name == b.name && a.from == b.from;
}

// ---- Nearest names ------------------------------------------------------------------------

// Returns how far a typed key is from a name's key: smaller is nearer; nothing if too far. One slip
// is nearer than an unfinished or partial name, and that is nearer than two slips.
std::optional<int> distance(std::string_view typed, std::string_view key) {
  const int most = static_cast<int>(typed.size() / 3);
  const int edits = edit_distance(typed, key, most);
  const bool close = edits <= most;
  if (close && edits <= 1) return edits;
  const bool telling = typed.size() >= 3;
  if (telling && key.starts_with(typed)) return 2;
  if (telling && (" " + std::string(key) + " ").find(" " + std::string(typed)) != std::string::npos)
    return 3;
  if (close) return 2 * edits;
  return std::nullopt;
}

}  // namespace

std::string normalise_authority_name(std::string_view name) {
  static constexpr std::array<std::string_view, 8> kTitles = {
      "council", "city", "county", "borough", "royal", "metropolitan", "district", "and"};
  static constexpr std::array<std::string_view, 2> kLinks = {"of", "the"};

  std::vector<std::string> all = words_of(to_ascii_lower(without_apostrophes(name)));
  std::erase(all, "&");
  std::vector<std::string> kept;
  for (size_t i = 0; i < all.size(); ++i) {
    const bool london_borough = all[i] == "london" && i + 1 < all.size() && all[i + 1] == "borough";
    if (!is_one_of(all[i], kTitles) && !london_borough) kept.push_back(all[i]);
  }
  while (!kept.empty() && is_one_of(kept.front(), kLinks)) kept.erase(kept.begin());
  while (!kept.empty() && is_one_of(kept.back(), kLinks)) kept.pop_back();

  // The City of London is an authority, London is a region.
  if (kept == std::vector<std::string>{"london"} &&
      std::find(all.begin(), all.end(), "city") != all.end())
    return "city of london";
  return join(kept.empty() ? all : kept);
}

Result<Authorities> Authorities::parse(std::string_view tsv, std::string_view file_name) {
  const auto fail = [file_name](int line, const std::string& fault) {
    return Error{ErrorCode::kUnreadable,
                 std::string(file_name) + " line " + std::to_string(line) + ": " + fault,
                 "correct that line of the table"};
  };
  if (tsv.starts_with("\xEF\xBB\xBF")) tsv.remove_prefix(3);

  Authorities table;
  std::vector<std::string_view> header;
  std::vector<int> lines;  // of each authority
  int line_number = 0;
  for (std::string_view line : split(tsv, '\n')) {
    ++line_number;
    if (trimmed(line).empty() || line.starts_with('#')) continue;
    std::vector<std::string_view> cells = split(line, '\t');
    std::transform(cells.begin(), cells.end(), cells.begin(), trimmed);
    if (header.empty()) {
      header = cells;
      for (std::string_view column : kColumns)
        if (std::count(header.begin(), header.end(), column) != 1)
          return fail(line_number, "the header row must have the column " + std::string(column));
      continue;
    }
    if (cells.size() > header.size()) return fail(line_number, "more cells than the header row");
    Row row;
    for (size_t i = 0; i < cells.size(); ++i) row[header[i]] = cells[i];
    Authority authority = authority_of(row);
    std::ranges::move(short_forms(names_of(authority)), std::back_inserter(authority.typed_names));
    if (std::string fault = fault_of(authority); !fault.empty()) return fail(line_number, fault);
    table.authorities_.push_back(std::move(authority));
    lines.push_back(line_number);
  }
  if (header.empty()) return fail(line_number, "there is no header row");

  for (size_t i = 0; i < table.authorities_.size(); ++i)
    if (std::string fault = table.add_to_lookups(i); !fault.empty()) return fail(lines[i], fault);
  return table;
}

std::string Authorities::add_to_lookups(size_t index) {
  const Authority& authority = authorities_[index];
  if (!authority.code.empty() && !codes_.insert(authority.code).second)
    return "the code " + authority.code + " is there already";
  if (taken_over(authorities_, authority).size() != authority.predecessors.size())
    return "a predecessor of " + authority.name + " is not an authority that ended before it";

  for (const std::string& name : names_of(authority)) {
    const std::string key = normalise_authority_name(name);
    std::vector<size_t>& bearers = by_key_[key];
    for (size_t other : bearers) {
      if (other == index) continue;
      if (overlap(authorities_[other], authority))
        return "the name " + name + " is also that of " + authorities_[other].name;
    }
    if (bearers.empty() || bearers.back() != index) bearers.push_back(index);
  }
  std::vector<std::string> printed = authority.other_names;
  printed.push_back(authority.name);
  std::ranges::move(short_forms(printed), std::back_inserter(printed));
  for (const std::string& name : printed) add_pattern(name, index);
  for (const std::string& name : authority.not_in) add_pattern(name, std::nullopt);
  return {};
}

void Authorities::add_pattern(const std::string& name, std::optional<size_t> index) {
  Pattern pattern{words_of(name), name.find(',') != std::string::npos, {}};
  std::replace(pattern.words.begin(), pattern.words.end(), std::string("&"), std::string("and"));
  std::vector<Pattern>& patterns = by_first_word_[to_ascii_lower(pattern.words.front())];
  auto place = std::find_if(patterns.begin(), patterns.end(), [&](const Pattern& other) {
    return other.words == pattern.words || other.words.size() < pattern.words.size();
  });
  if (place == patterns.end() || place->words != pattern.words)
    place = patterns.insert(place, std::move(pattern));
  if (index) place->authorities.push_back(*index);
}

const Authorities& Authorities::builtin() {
  static const auto table = embedded_table<Authorities>("authorities.tsv");
  return table;
}

const Authority* Authorities::choose(const std::vector<size_t>& candidates,
                                     std::optional<std::string_view> on) const {
  const Authority* last = nullptr;
  for (size_t index : candidates) {
    const Authority& authority = authorities_[index];
    if (on && in_being(authority, *on)) return &authority;
    if (!last || last->from < authority.from) last = &authority;
  }
  return last;
}

const Authority* Authorities::find(std::string_view name,
                                   std::optional<std::string_view> on) const {
  const auto found = by_key_.find(normalise_authority_name(name));
  return found == by_key_.end() ? nullptr : choose(found->second, on);
}

std::string Authorities::usual_name(std::string_view name) const {
  const Authority* authority = find(name);
  return authority == nullptr ? std::string() : authority->name;
}

std::vector<Authorities::Mention> Authorities::mentions(std::string_view text,
                                                        std::optional<std::string_view> on) const {
  std::vector<Mention> found;
  Word before;
  for (Word word = next_word(text, 0); word.begin < word.end; word = next_word(text, word.end)) {
    const auto patterns = is_ascii_upper(text[word.begin])
                              ? by_first_word_.find(to_ascii_lower(text_of(text, word)))
                              : by_first_word_.end();
    if (patterns != by_first_word_.end()) {
      for (const Pattern& pattern : patterns->second) {
        const size_t end = match_name(text, word, pattern.words, pattern.commas);
        if (end == 0) continue;
        const bool meant = !pattern.authorities.empty() && is_meant(text, before, word.begin, end);
        if (meant) found.push_back({choose(pattern.authorities, on), word.begin, end});
        word.end = end;
        break;
      }
    }
    before = word;
  }
  return found;
}

std::vector<const Authority*> Authorities::predecessors_of(const Authority& authority) const {
  std::vector<const Authority*> found;
  std::vector<const Authority*> open = {&authority};
  while (!open.empty()) {
    const Authority* current = open.back();
    open.pop_back();
    for (size_t index : taken_over(authorities_, *current)) {
      const Authority* earlier = &authorities_[index];
      if (std::find(found.begin(), found.end(), earlier) != found.end()) continue;
      found.push_back(earlier);
      open.push_back(earlier);
    }
  }
  return found;
}

std::vector<const Authority*> Authorities::successors(const Authority& authority) const {
  std::vector<const Authority*> found;
  for (const Authority& later : authorities_) {
    const std::vector<const Authority*> earlier = predecessors_of(later);
    if (std::any_of(earlier.begin(), earlier.end(),
                    [&](const Authority* each) { return same(*each, authority); }))
      found.push_back(&later);
  }
  return found;
}

std::vector<std::string> Authorities::nearest(std::string_view mistyped, size_t n) const {
  const std::string typed = normalise_authority_name(mistyped);
  std::map<std::string, int> best;  // by name
  for (const auto& [key, bearers] : by_key_) {
    const std::optional<int> far = distance(typed, key);
    if (!far) continue;
    for (size_t index : bearers) {
      const auto [place, is_new] = best.emplace(authorities_[index].name, *far);
      if (!is_new) place->second = std::min(place->second, *far);
    }
  }
  std::vector<std::pair<int, std::string>> ranked;
  ranked.reserve(best.size());
  for (const auto& [name, far] : best) ranked.emplace_back(far, name);
  std::sort(ranked.begin(), ranked.end());
  std::vector<std::string> names;
  for (const auto& [far, name] : ranked)
    if (names.size() < n) names.push_back(name);
  return names;
}

}  // namespace ofsearch
