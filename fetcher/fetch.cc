#include "fetcher/fetch.h"

#include "common/field/authorities/authorities.h"
#include "common/files/file.h"
#include "common/files/file_lock.h"
#include "common/system/hash.h"
#include "common/text/nearest.h"
#include "fetcher/download.h"
#include "fetcher/file_name.h"
#include "fetcher/report_types.h"
#include "fetcher/selection.h"
#include "fetcher/site/address.h"
#include "fetcher/site/listing.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <optional>
#include <set>

namespace ofsearch {
namespace {

namespace fs = std::filesystem;

constexpr const char* kStateFolder = ".offetch";  // which ofindex passes over
constexpr int kMostFailuresInARow = 3;            // of a site that has stopped answering

std::string utc_now(const char* format) {
  return fmt::format(fmt::runtime(format), fmt::gmtime(std::time(nullptr)));
}

Result<void> make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (!error) return {};
  return Error{ErrorCode::kUnwritable,
               fmt::format("cannot make the folder {}: {}", folder.string(), error.message()),
               "choose another place"};
}

Result<FileLock> take_lock(const fs::path& folder) {
  auto lock = FileLock::take(folder / kStateFolder / "lock");
  if (lock || lock.error().code != ErrorCode::kLocked) return lock;
  std::string holder = lock.error().message;
  return Error{
      ErrorCode::kLocked,
      fmt::format("another offetch{} is filling the folder {}",
                  holder.empty() ? "" : fmt::format(" (process {})", holder), folder.string()),
      "run it again when that one is done"};
}

class Run {
 public:
  Run(const FetchOptions& options, const Surroundings& surroundings, OnNewReport on_new,
      FetchReport* report)
      : options_(options),
        folder_(options.folder),
        client_({options.delay,
                 options.retries,
                 "offetch",
                 {origin_of(options.site), origin_of(options.files)}},
                surroundings),
        listing_(options.site, PageCache(folder_ / kStateFolder / "pages", options.dry_run),
                 &client_),
        on_new_(std::move(on_new)),
        report_(report) {}

  Result<void> run() {
    std::optional<FileLock> lock;
    if (!options_.dry_run) {
      OF_CHECK(make_folder(folder_ / kStateFolder / "partial"));
      lock.emplace(OF_TRY(take_lock(folder_)));
    }
    record_ = OF_TRY(load_record(folder_));
    forget_lost_files();
    Result<void> result = fetch_all();
    report_->requests = client_.requests();
    if (options_.dry_run || !record_.changed) return result;
    Result<void> saved = save_record(record_, folder_);
    return result ? saved : result;
  }

 private:
  Result<void> fetch_all() {
    std::vector<ListedProvider> providers = OF_TRY(listing_.providers());
    if (!options_.allow_shrink) OF_CHECK(check_not_shrunk(record_, providers));
    std::vector<ListedProvider> wanted =
        OF_TRY(selected_providers(providers, options_.authorities));
    for (const ListedProvider& provider : wanted) {
      auto reports = listing_.reports(provider);
      if (!reports) {
        OF_CHECK(note_failure(provider.name, reports.error()));
        continue;
      }
      failures_in_a_row_ = 0;
      ++report_->authorities;
      if (!still_plausible(provider, *reports)) continue;
      mark_unlisted(provider.number, *reports);
      for (const ListedReport& listed : *reports) OF_CHECK(take(provider, listed));
    }
    if (options_.authorities.empty()) mark_vanished_providers(providers);
    return {};
  }

  // Earlier versions wrote over files that two rows shared.
  void forget_lost_files() {
    for (FetchedReport& row : record_.reports) {
      if (!record_.is_of_other_content(row.path, row)) continue;
      auto content = read_file(folder_ / row.path);
      if (!content || sha256_hex(*content) == row.sha256) continue;
      row.path.clear();
      row.sha256.clear();
      record_.changed = true;
    }
  }

  // ---- What to fetch ------------------------------------------------------------------------

  // A page on which every report is gone that it had is not believed.
  bool still_plausible(const ListedProvider& provider, const std::vector<ListedReport>& reports) {
    if (!reports.empty()) return true;
    const size_t before = record_.listed_of(provider.number);
    if (before == 0 || options_.allow_shrink) {
      report_->warnings.push_back(fmt::format("the page of {} lists no report", provider.name));
      return true;
    }
    report_->failures.push_back(
        {provider.name, fmt::format("{}: the page lists none of {} reports that it listed before; "
                                    "they are left as they are",
                                    provider.address, before)});
    return false;
  }

  // ---- One report ---------------------------------------------------------------------------

  Result<void> take(const ListedProvider& provider, const ListedReport& listed) {
    std::string type = report_type(listed.title);
    record_.update(row_of(provider, listed, type));
    const FetchedReport* known = record_.find(listed.address);
    if (!is_wanted(options_, listed, type)) return {};
    ++report_->listed;
    if (listed.published.empty())
      report_->warnings.push_back(
          fmt::format("{}: the site gives no date of publication", listed.address));
    bool there = known != nullptr && !known->path.empty() && fs::exists(folder_ / known->path);
    bool dead = known != nullptr && known->status == ReportStatus::kNotFound;
    if ((there || dead) && !options_.refresh) {
      report_->kept += there ? 1 : 0;
      return {};
    }
    FetchedReport row = known != nullptr ? *known : row_of(provider, listed, type);
    if (options_.dry_run) {
      if (there) {
        ++report_->kept;
        return {};
      }
      report_->fetched.push_back(row);
      on_new_(row);
      return {};
    }
    return fetch_file(row, there);
  }

  static FetchedReport row_of(const ListedProvider& provider, const ListedReport& listed,
                              const std::string& type) {
    FetchedReport row;
    row.address = listed.address;
    row.provider = provider.number;
    row.authority = provider.name;
    row.title = listed.title;
    row.published = listed.published;
    row.type = type;
    return row;
  }

  Result<void> fetch_file(FetchedReport row, bool there) {
    fs::path partial = folder_ / kStateFolder / "partial" / sha256_hex(row.address).substr(0, 32);
    auto got = download({row.address, partial, static_cast<uint64_t>(options_.max_size) << 20,
                         there ? row.etag : "", there ? row.modified : ""},
                        &client_);
    if (!got) return note_failure(row.address, got.error());
    failures_in_a_row_ = 0;
    report_->bytes += got->bytes;
    if (got->outcome == Download::kUnchanged) {
      ++report_->kept;
      return {};
    }
    if (got->outcome == Download::kNotFound) return note_dead_link(row, there);
    return keep(row, partial, *got, there);
  }

  Result<void> note_dead_link(FetchedReport row, bool there) {
    report_->failures.push_back(
        {row.address, fmt::format("{}: the link is dead: the site says that "
                                  "the report is not there ({}, {})",
                                  row.address, row.authority, row.title)});
    if (there) return {};
    row.status = ReportStatus::kNotFound;
    row.fetched = utc_now("{:%Y-%m-%d}");
    record_.put(row);
    return {};
  }

  Result<void> keep(FetchedReport row, const fs::path& partial, const Download& got, bool there) {
    std::string hash = sha256_hex(OF_TRY(read_file(partial)));
    bool changed = there && hash != row.sha256;
    if (there && !changed) ++report_->kept;
    row.sha256 = hash;
    row.status = ReportStatus::kListed;
    row.etag = got.etag;
    row.modified = got.modified;
    row.fetched = utc_now("{:%Y-%m-%d}");
    const std::string before = row.path;
    row.path = path_for(row);
    OF_CHECK(make_folder((folder_ / row.path).parent_path()));
    std::error_code error;
    // Two addresses of one file share it.
    if (const FetchedReport* twin = twin_of(row); twin != nullptr) {
      row.path = twin->path;
      fs::remove(partial, error);
    } else {
      fs::rename(partial, folder_ / row.path, error);
    }
    if (error)
      return Error{
          ErrorCode::kUnwritable,
          fmt::format("cannot write {}: {}", (folder_ / row.path).string(), error.message()),
          "make room, or choose another folder"};
    record_.put(row);
    if (changed) drop_if_unused(before);
    if (there && !changed) return {};
    (changed ? report_->changed : report_->fetched).push_back(row);
    on_new_(row);
    // Often enough that a power cut costs little.
    return save_record(record_, folder_);
  }

  // A file that another row has with other content is never written over.
  std::string path_for(const FetchedReport& row) const {
    std::string path = row.path.empty() ? file_name_for(row) : row.path;
    for (int nth = 1; record_.is_of_other_content(path, row); ++nth) path = file_name_for(row, nth);
    return path;
  }

  void drop_if_unused(const std::string& path) const {
    std::error_code ignored;
    if (std::ranges::none_of(record_.reports,
                             [&](const FetchedReport& each) { return each.path == path; }))
      fs::remove(folder_ / path, ignored);
  }

  const FetchedReport* twin_of(const FetchedReport& row) const {
    for (const FetchedReport& each : record_.reports)
      if (each.sha256 == row.sha256 && each.address != row.address && !each.path.empty() &&
          each.path != row.path && fs::exists(folder_ / each.path))
        return &each;
    return nullptr;
  }

  // ---- What is gone -------------------------------------------------------------------------

  void mark_unlisted(const std::string& provider, const std::vector<ListedReport>& reports) {
    std::set<std::string> listed;
    for (const ListedReport& report : reports) listed.insert(report.address);
    append_unlisted(record_.unlist([&](const FetchedReport& row) {
      return row.provider == provider && !listed.contains(row.address);
    }));
  }

  void mark_vanished_providers(const std::vector<ListedProvider>& providers) {
    std::set<std::string> listed;
    for (const ListedProvider& provider : providers) listed.insert(provider.number);
    append_unlisted(
        record_.unlist([&](const FetchedReport& row) { return !listed.contains(row.provider); }));
  }

  void append_unlisted(const std::vector<FetchedReport>& rows) {
    report_->unlisted.insert(report_->unlisted.end(), rows.begin(), rows.end());
  }

  // ---- What goes wrong ----------------------------------------------------------------------

  // An error where going on would be of no use.
  Result<void> note_failure(const std::string& what, const Error& error) {
    if (error.code == ErrorCode::kInterrupted || error.code == ErrorCode::kUnwritable ||
        error.code == ErrorCode::kInternal)
      return error;
    report_->failures.push_back({what, error.text()});
    if (++failures_in_a_row_ < kMostFailuresInARow) return {};
    return Error{ErrorCode::kUnreadable,
                 fmt::format("{} requests in a row have failed, so the rest is not asked for",
                             kMostFailuresInARow),
                 "run again later; what is there is kept"};
  }

  const FetchOptions& options_;
  fs::path folder_;
  PoliteClient client_;
  Listing listing_;
  OnNewReport on_new_;
  FetchReport* report_;
  Record record_;
  int failures_in_a_row_ = 0;
};

}  // namespace

Result<void> fetch(const FetchOptions& options, const Surroundings& surroundings,
                   const OnNewReport& on_new, FetchReport* report) {
  auto begin = std::chrono::steady_clock::now();
  report->started = utc_now("{:%Y-%m-%dT%H:%M:%SZ}");
  report->dry_run = options.dry_run;
  Result<void> result = Run(options, surroundings, on_new, report).run();
  report->seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  return result;
}

}  // namespace ofsearch
