// Holds the result of a run, for the summary line and for --run-report.
#pragma once

#include "common/records/report_json.h"
#include "common/system/result.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

struct Failure {
  std::string path;
  std::string reason;  // one sentence
  bool known = false;  // from an earlier run: the document has not changed and was not tried again
};

struct DocumentWarning {
  std::string path, warning;
};

struct PassedOver {
  std::string path;    // absolute
  std::string reason;  // one sentence
};

struct Move {
  std::string from, to;
};

struct RunReport {
  enum Outcome { kFailed, kPublished, kUnchanged };
  Outcome outcome = kFailed;
  std::string error;  // of kFailed
  std::string index;
  int generation = 0;   // in use at the end; 0 if there is none
  std::string started;  // ISO 8601 UTC
  double seconds = 0, seconds_reading = 0, seconds_writing = 0;
  std::string rebuilt;  // why the index was rewritten as a whole; empty if it was not
  int jobs = 1, shards = 1;
  bool sandbox = false;  // documents were parsed in confined processes
  bool ocr = false;      // pages that are pictures were read

  size_t reports = 0, passages = 0;           // in the index at the end
  size_t copies = 0;                          // files with the same content as another
  size_t unchanged = 0;                       // reports whose facts are the same as before
  std::vector<Json> added, changed, removed;  // summary_fields() of each
  // Reports whose facts changed though their files did not: by corrections, or because an earlier
  // report on the authority was added or removed.
  std::vector<Json> restated;
  std::vector<Move> moved;
  std::vector<Failure> failures;
  std::vector<PassedOver> left_out;
  std::vector<std::string> warnings;               // about the corpus and the corrections
  std::vector<DocumentWarning> document_warnings;  // what is doubtful in reports that were written
};

// Returns the fields that identify a report to people, out of those of report_fields().
Json summary_fields(const Json& report);

Json run_report_json(const RunReport& report);

// Returns the same as a file or a terminal may have it, with a line end.
std::string run_report_text(const RunReport& report);

// Returns "126 reports, 13,690 passages: 3 added, 123 unchanged; 1 not read; 1.2 s".
std::string summary_line(const RunReport& report);

}  // namespace ofsearch
