// Lists the facts that can be filtered and counted: one row a field. The indexer, the query parser,
// the filters, the facets, the formats and --help read this table. A new field is one row of
// fields_table.cc.
#pragma once

#include "common/report/report.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ofsearch {

// The kind of a field: what people may write for a value.
enum class FieldKind {
  kChoice,     // one of the fixed `values`
  kAuthority,  // any name that the table of authorities, or the index, has for it
  kPerson,     // a name or whole words of it
  kYear,       // "2018", "2018..2022", "..2015", "2020.."; a number in JSON
  kJudgement,  // "leaders:good"
};

// The level of a field: whether a value belongs to a report with all its passages, or to single
// passages.
enum class FieldLevel { kReport, kPassage };

// The order in which a facet lists its values.
enum class ValueOrder { kByCount, kAsListed, kNewestFirst };

struct Field {
  std::string_view name;        // in JSON and --facets
  std::string_view option;      // long option that filters by it, without dashes
  std::string_view query_name;  // in a query: grade:good
  std::string_view printed;     // for people: "type", "lead inspector"
  std::string_view term_prefix;
  unsigned slot;  // on report documents; '\n' separates values; unused for fields of passages
  FieldKind kind;
  FieldLevel level;
  ValueOrder order;
  std::string_view value_name;  // in --help
  std::string_view help;
  bool default_facet;
  // Every valid value, for kChoice; empty if the index has them.
  std::vector<std::string> values;
  // Return the values of a report, or of a passage, as shown. "unknown" is a value; an absent fact
  // gives none. Either is null if the field is of the other level.
  std::vector<std::string> (*of_report)(const Metadata&);
  std::vector<std::string> (*of_passage)(const Passage&);
  // Values that stand for several: "ilacs". A value stands for itself alone if its own name stands
  // for several: "ilacs-unclear". No document has such a name, unless it is in `values` too.
  std::vector<std::pair<std::string, std::vector<std::string>>> groups = {};
  // Synonyms of a value, which are accepted: "ri".
  std::vector<std::pair<std::string, std::string>> spellings = {};
  // Words that are not accepted, with the value to suggest: for messages.
  std::vector<std::pair<std::string, std::string>> meant = {};
  // The field to which a value with a colon belongs instead: "judgements" for "leaders:good".
  std::string_view with_colon = {};
  // Whether the facet of a field of passages counts the reports that have such a passage, not
  // passages.
  bool counts_reports = false;
};

const std::vector<Field>& fields();
// Finds a field by its JSON name, query name or option; nullptr if there is none.
const Field* find_field(std::string_view name);

// Returns the field that a filter of this name is about: a grade's judgements for "leaders:good",
// but the grade for "good,leaders:good", which is either. nullptr if there is none.
const Field* filter_field(std::string_view name, std::string_view typed);

// Tells whether `text` is four digits.
bool is_year(std::string_view text);

// Tells whether the field of that name is one of passages, and whether its counts are of passages
// too; no for a name that is not known.
bool is_of_passages(std::string_view name);
bool counts_passages(std::string_view name);

// Returns the values of `field` for a report, as shown; none for fields of passages.
std::vector<std::string> field_values(const Field& field, const Metadata& metadata);
// Returns the values of `field` for a passage; none for fields of reports.
std::vector<std::string> field_values(const Field& field, const Passage& passage);

// Returns the term by which a passage or report with `value` in `field` is found.
std::string filter_term(const Field& field, std::string_view value);

// Returns the term of the passages that are boilerplate.
const std::string& boilerplate_term();

// Returns the value of the field that `typed` stands for, whatever its case: a value, a synonym
// ("ri") or, for authorities, any name that the table has for it. Returns nothing if there is none.
std::optional<std::string> canonical_value(const Field& field, std::string_view typed);

// Returns the values of the group that `typed` names ("ilacs"); else that of canonical_value()
// alone.
std::vector<std::string> expanded_values(const Field& field, std::string_view typed);

// Returns what to type for `value` alone: itself, but "ilacs-unclear" for "ilacs", which names a
// group.
std::string typed_for(const Field& field, std::string_view value);

// Returns up to `n` of the fixed values that `typed`, which is not one of them, may mean: by
// `meant`, by a word in common, by spelling.
std::vector<std::string> near_values(const Field& field, std::string_view typed, size_t n);

// Tells whether a facet lists value `a`, with count `a_count`, before `b`.
bool is_listed_before(const Field& field, std::string_view a, size_t a_count, std::string_view b,
                      size_t b_count);

}  // namespace ofsearch
