// Keeps the table FOLDER/reports.csv: one row for each report that the site lists or listed once.
// ofindex takes web addresses and dates of publication from it.
#pragma once

#include "common/system/result.h"

#include <filesystem>
#include <functional>
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
  std::string provider;   // the site's number of the authority
  std::string authority;  // its name, as on the site
  std::string title;
  std::string published;  // ISO date; empty if the site gives none
  std::string type;       // see report_types.h
  std::string sha256;     // that of the file; empty if there is no file
  std::string path;       // that of the file, within the folder; empty if there is no file
  ReportStatus status = ReportStatus::kListed;
  std::string fetched;   // ISO date
  std::string etag;      // the server's ETag and
  std::string modified;  // Last-Modified of the file
};

struct Record {
  std::vector<FetchedReport> reports;
  bool changed = false;  // by the functions below

  // Returns the row with that address; nullptr if there is none.
  FetchedReport* find(const std::string& address);

  // Replaces the row with the same address, or adds it.
  void put(const FetchedReport& row);

  // Takes over what the site says now of the known report with this address: what it is, and that
  // it is listed. Keeps the date of publication if the site gives none.
  void update(const FetchedReport& listed);

  // Tells whether a row that is known to have other content than this one has the file at `path`.
  bool is_of_other_content(const std::string& path, const FetchedReport& row) const;

  // Returns how many reports of a provider the site listed when it was last asked.
  size_t listed_of(const std::string& provider) const;

  // Marks as no longer listed the rows that `is_gone`. Returns those that were not marked before.
  std::vector<FetchedReport> unlist(const std::function<bool(const FetchedReport&)>& is_gone);
};

// Returns the table of a folder; empty if there is no file. Error: kUnreadable, with the line.
Result<Record> load_record(const std::filesystem::path& folder);

// Writes the rows, sorted by provider, date and address. The file is replaced atomically.
Result<void> save_record(const Record& record, const std::filesystem::path& folder);

}  // namespace ofsearch
