// From what people type for a filter to the values that the index has.
#pragma once

#include "common/index/fields.h"
#include "common/system/result.h"

#include <xapian.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

struct FilterValues {
  const Field* field = nullptr;  // as filter_field() has it
  std::string typed;
  std::vector<std::string> values;  // none where a range holds none of those in the index
  // Of some of `values`, the day (ISO) after which it is something else: the old Dorset, which
  // Bournemouth, Christchurch and Poole took over from, and the new one beside it.
  std::map<std::string, std::string> until = {};
};

// What `typed` stands for: one value, or several with commas between them, unless a value has the
// comma itself. Errors (kUsage): a value that does not exist, with the nearest ones as the hint.
// May throw Xapian::Error.
Result<std::vector<FilterValues>> filter_values(const Field& field, std::string_view typed,
                                                bool with_predecessors,
                                                const Xapian::Database& database);

// `typed` for people: as it is, but authorities that go together (authority_groups.h) and
// judgements that must all be so in words.
std::string value_in_words(const Field& field, const std::string& typed);

// Every value that `field` has in the index, in the form in which its terms hold it.
std::vector<std::string> values_in_index(const Field& field, const Xapian::Database& database);

// Every value of a field of reports as the reports write it, in alphabetical order. Slower.
std::vector<std::string> shown_values(const Field& field, const Xapian::Database& database);

}  // namespace ofsearch
