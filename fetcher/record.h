// What a folder of fetched reports holds: the table FOLDER/reports.csv, a row a report that the
// site lists or once did. ofindex takes addresses and dates of publication from it.
#pragma once

#include "common/system/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace ofsearch {

enum class ReportStatus {
  kListed,    // "listed"
  kUnlisted,  // "no longer listed": the file is kept
  kNotFound,  // "not found": listed, but the link is dead
};

struct FetchedReport {
  std::string address;
  std::string provider;   // the site's number of it
  std::string authority;  // its name, as the site has it
  std::string title;
  std::string published;  // ISO date; empty if the site gives none
  std::string type;       // of report_types.h
  std::string sha256;     // of the file; empty where there is none
  std::string path;       // of the file, in the folder; empty where there is none
  ReportStatus status = ReportStatus::kListed;
  std::string fetched;   // ISO date
  std::string etag;      // what the server called this state of the file
  std::string modified;  // and its date
};

struct Record {
  std::vector<FetchedReport> reports;

  // The row of that address; nullptr if there is none.
  FetchedReport* find(const std::string& address);
};

// kUnreadable, with line, where the table cannot be understood. Without a file it is empty.
Result<Record> load_record(const std::filesystem::path& folder);

// Rows by provider, date and address. The file is replaced in one step.
Result<void> save_record(const Record& record, const std::filesystem::path& folder);

}  // namespace ofsearch
