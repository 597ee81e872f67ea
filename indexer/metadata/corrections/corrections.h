// Applies what people correct by hand: `ofindex --metadata FILE.csv`.
//
// The file is as in RFC 4180, with a header row, in UTF-8, or what decode() takes it for
// (indexer/readers/charset.h). A column "path" (as in the index) or "sha256" (of the file; it
// decides where both are given) says which report a row is about; every other column is a field of
// docs/output.md: kind, title, authority, authority_code, region, visit_type, inspection_start,
// inspection_end, published, year, grade, standing_grade, send_outcome, focus, lead_inspector, url,
// or a judgement ("leaders" or "judgements.leaders"). An empty cell leaves the field as it is; "-"
// takes its value away: it is unknown. The order of the columns is all one.
#pragma once

#include "common/report/report.h"
#include "common/system/result.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ofsearch {

class Corrections {
 public:
  // Errors (kUnreadable, with `file_name` and line): no header, no column that names the report, a
  // quote that never closes. Values that are not allowed and unknown columns are warnings, and are
  // left out.
  static Result<Corrections> parse(std::string_view csv, std::string_view file_name);

  // Reads the table that offetch writes beside the reports (docs/output.md, "reports.csv"): what
  // the site says of each file, told apart by its hash. Its columns "published" and, if reports
  // have one, "url" are taken, with evidence rule "site"; the others are its own affair. A row that
  // no report matches is no trouble. Errors as parse().
  static Result<Corrections> parse_fetched(std::string_view csv, std::string_view file_name);

  // Takes over the rows and warnings of `weaker`, which the rows that are here override.
  void put_below(Corrections weaker);

  // Overrides the fields of `report` that rows about it give, with evidence rule "correction".
  // A later row overrides an earlier one. Dates bring the year, and an ILACS inspection its length,
  // unless those are given too; an authority brings its code and region of that day, none if no
  // table has it.
  void apply(Report* report);

  // Returns "corrections.csv:4: ..." for what parse() left out.
  const std::vector<std::string>& warnings() const { return warnings_; }

  // Returns the same for rows that no report given to apply() matched.
  std::vector<std::string> unmatched() const;

 private:
  struct Row {
    size_t line = 0;
    std::string path, sha256;
    std::vector<std::pair<std::string, std::string>> values;  // field, checked value
    bool matched = false;
    std::string file;  // the file that the row is of
    bool from_site = false;
  };

  std::vector<Row> rows_;
  std::vector<std::string> warnings_;
};

}  // namespace ofsearch
