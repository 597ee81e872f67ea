// Holds the English local authorities with responsibility for children's services: current,
// abolished and future ones. The table is common/data/authorities.tsv.
#pragma once

#include "common/system/result.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace ofsearch {

struct Authority {
  std::string name;                 // usual short name: "Cumbria", "Kingston upon Hull"
  std::string code;                 // ONS GSS code, the last it had; empty if none is known yet
  std::string region;               // one of the nine English regions, as the ONS writes it
  std::optional<std::string> from;  // first day, ISO 8601; nothing if before 2009
  std::optional<std::string> to;    // last day, ISO 8601; nothing if no end is known
  std::vector<std::string> other_names;   // also printed: council names, children's trusts
  std::vector<std::string> typed_names;   // typed by people, too vague to look for in text
  std::vector<std::string> not_in;        // longer names of other things that contain its name
  std::vector<std::string> predecessors;  // names of authorities that it took over from
};

// Returns the key by which names (UTF-8) are compared: lower case, without punctuation, "and" and
// "&", and without the words council, city, county, borough, royal, metropolitan, district, London
// borough of. "Royal Borough of Kingston upon Thames" gives "kingston upon thames"; "Bristol, City
// of" gives "bristol". "City of London" keeps its words, since London alone is not an authority.
// Empty only if `name` has no letter or digit.
std::string normalise_authority_name(std::string_view name);

class Authorities {
 public:
  // Reads the table (UTF-8). The header row names the columns; cells are separated by tabs, items
  // of a list by ";". Lines that begin with "#" and empty lines are skipped. Errors (kUnreadable)
  // name `file_name` and the line: a missing column, a bad or repeated code, a bad region or date,
  // a predecessor that is not in the table, a name that two authorities have at the same time.
  static Result<Authorities> parse(std::string_view tsv, std::string_view file_name);

  // Returns the table compiled in.
  static const Authorities& builtin();

  // Returns the authority of that name, in any spelling with the same key; nullptr if there is
  // none. If several had the name one after the other (the old and the new Dorset), it is the one
  // that existed on the day `on` (ISO 8601). Without a date, or if none existed then, it is the
  // latest.
  const Authority* find(std::string_view name, std::optional<std::string_view> on = {}) const;

  // Returns the usual name of the authority that find(name) gives; empty if there is none.
  std::string usual_name(std::string_view name) const;

  struct Mention {
    const Authority* authority = nullptr;
    size_t begin = 0, end = 0;  // byte offsets in the text
  };

  // Returns every place in `text` (UTF-8) that names an authority, in order, without overlaps. The
  // longest name wins ("North East Lincolnshire" is not "Lincolnshire"). A name begins with a
  // capital at the start of a word; it may be broken over lines, hyphenated or in capitals. Police
  // forces, roads, hospitals and universities called after an authority are left out, and so are
  // postal towns (a name before a postcode).
  // `on` chooses among authorities of the same name, as in find(); it excludes none.
  std::vector<Mention> mentions(std::string_view text,
                                std::optional<std::string_view> on = {}) const;

  // Returns the authorities that took over from it, directly or through others; empty if it still
  // exists.
  std::vector<const Authority*> successors(const Authority& authority) const;

  // Returns the authorities that it took over from, directly or through others.
  std::vector<const Authority*> predecessors_of(const Authority& authority) const;

  // Returns up to `n` names of authorities that `mistyped` may mean, likeliest first; empty if no
  // name is near. "Did you mean" uses it.
  std::vector<std::string> nearest(std::string_view mistyped, size_t n) const;

  // Returns all authorities, in the order of the table.
  const std::vector<Authority>& all() const { return authorities_; }

 private:
  // One printed name, cut into words.
  struct Pattern {
    std::vector<std::string> words;   // as in the table; "&" as "and"
    bool commas;                      // the name has commas
    std::vector<size_t> authorities;  // empty: a name of `not_in`, which hides names within it
  };

  // Both take the authority's place in the table. The first returns what is wrong with the row
  // beside the others; empty if nothing is.
  std::string add_to_lookups(size_t index);
  void add_pattern(const std::string& name, std::optional<size_t> index);

  const Authority* choose(const std::vector<size_t>& candidates,
                          std::optional<std::string_view> on) const;

  std::vector<Authority> authorities_;
  std::unordered_map<std::string, std::vector<size_t>> by_key_;
  std::unordered_set<std::string> codes_;  // each belongs to one authority
  std::unordered_map<std::string, std::vector<Pattern>> by_first_word_;  // longest first
};

}  // namespace ofsearch
