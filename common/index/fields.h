// The facts that can be filtered and counted: one row a field. The indexer, the query parser, the
// filters, the facets, the formats, --help and the completions read it; nobody else knows a field
// by its name. A new field is one row here.
#pragma once

#include "common/report/report.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ofsearch {

// What people may write for a value.
enum class FieldKind {
  kChoice,     // one of the fixed `values`
  kAuthority,  // any name by which the table of authorities, or the index, knows it
  kPerson,     // a name or whole words of it
  kYear,       // "2018", "2018..2022", "..2015", "2020.."; a number in JSON
  kJudgement,  // "leaders:good"
};

// What a value is a fact of: the report, with all its passages, or single passages.
enum class FieldLevel { kReport, kPassage };

// How a facet lists its values.
enum class ValueOrder { kByCount, kAsListed, kNewestFirst };

struct Field {
  std::string_view name;        // in JSON and --facets
  std::string_view option;      // long option that filters by it, without dashes
  std::string_view query_name;  // in a query: grade:good
  std::string_view printed;     // for people: "type", "lead inspector"
  std::string_view term_prefix;
  unsigned slot;  // on report documents; several values are parted by '\n'; unused for passages
  FieldKind kind;
  FieldLevel level;
  ValueOrder order;
  std::string_view value_name;  // in --help
  std::string_view help;
  bool default_facet;
  // Every valid value where they are fixed; empty where the index itself tells.
  std::vector<std::string> values;
  // The values that a report, or a passage, has, as shown; "unknown" is one, an absent fact is
  // none. Null where the other level has them.
  std::vector<std::string> (*of_report)(const Metadata&);
  std::vector<std::string> (*of_passage)(const Passage&);
  // A value that stands for several: "ilacs".
  std::vector<std::pair<std::string, std::vector<std::string>>> groups = {};
  // Other words for a value, taken for it.
  std::vector<std::pair<std::string, std::string>> spellings = {};
  // Words that are none of the values, but bring one to mind: for messages.
  std::vector<std::pair<std::string, std::string>> meant = {};
  // The field that takes values with a colon in place of this one.
  std::string_view with_colon = {};
  // A facet of a field of passages counts passages, or the reports that have one.
  bool counts_reports = false;
};

const std::vector<Field>& fields();
// By JSON name, query name or option.
const Field* find_field(std::string_view name);

// Four digits, as a year is typed.
bool is_year(std::string_view text);

// The values of a field that `report` has, as shown; none for fields of passages.
std::vector<std::string> field_values(const Field& field, const Metadata& metadata);
// The same of a passage; none for fields of reports.
std::vector<std::string> field_values(const Field& field, const Passage& passage);

// The term by which a passage or report with `value` in `field` is found.
std::string filter_term(const Field& field, std::string_view value);

// `typed` as one of the field's values: case, common other spellings ("ri") and, for authorities,
// every name by which the table knows it. Nothing if it is none of them.
std::optional<std::string> canonical_value(const Field& field, std::string_view typed);

// What `typed` stands for when it stands for several values ("ilacs"); else canonical_value alone.
std::vector<std::string> expanded_values(const Field& field, std::string_view typed);

// Up to `n` of the fixed values that `typed`, which is none of them, may have meant: by a word for
// the same, by a word of theirs, by spelling.
std::vector<std::string> near_values(const Field& field, std::string_view typed, size_t n);

// Whether a facet lists value `a`, which `a_count` have, before `b`.
bool is_listed_before(const Field& field, std::string_view a, size_t a_count, std::string_view b,
                      size_t b_count);

}  // namespace ofsearch
