#include "indexer/generation/index_check.h"

#include "common/files/file.h"
#include "common/index/checksums.h"
#include "common/index/index.h"
#include "common/index/passage_store.h"
#include "common/index/schema.h"
#include "common/records/passage_record.h"
#include "common/records/report_record.h"
#include "common/text/lines.h"
#include "common/workers/worker_pool.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace ofsearch {
namespace {

namespace fs = std::filesystem;

// Documents of shard `n` that a generation must have: one a report, one a passage.
size_t expected_documents(const Manifest& manifest, int n) {
  size_t documents = 0;
  for (const ReportEntry& entry : manifest.reports)
    if (shard_of(entry.id, manifest.shards) == n)
      documents += 1 + static_cast<size_t>(entry.passages);
  return documents;
}

size_t expected_reports(const Manifest& manifest, int n) {
  size_t reports = 0;
  for (const ReportEntry& entry : manifest.reports)
    if (shard_of(entry.id, manifest.shards) == n) ++reports;
  return reports;
}

Error differs(const fs::path& shard, const char* what, size_t has, size_t should) {
  return {ErrorCode::kIndexDamaged,
          fmt::format("{} has {} {} where {} were written", shard.string(), has, what, should), ""};
}

Result<void> try_shard(const fs::path& path, size_t documents, size_t reports) {
  Result<Index> opened = open_index(path);
  // Its hint would name a command for the shard as if that were an index.
  if (!opened) return Error{opened.error().code, opened.error().message, ""};
  Index& index = *opened;
  size_t has = index.database.get_doccount();
  if (has != documents) return differs(path, "documents", has, documents);
  size_t found = OF_TRY(xapian_try(fmt::format("query {}", path.string()), [&] {
    Xapian::Enquire enquire(index.database);
    enquire.set_query(Xapian::Query(std::string(kReportTerm)));
    Xapian::MSet matches = enquire.get_mset(0, 1, index.database.get_doccount());
    if (!matches.empty()) matches.begin().get_document().get_value(kReportFieldsSlot);
    return static_cast<size_t>(matches.get_matches_estimated());
  }));
  if (found != reports) return differs(path, "reports", found, reports);
  return {};
}

// ---- The long look ----------------------------------------------------------------------------

class ShardCheck {
 public:
  ShardCheck(fs::path path, std::vector<std::string>* problems)
      : path_(std::move(path)), problems_(*problems) {}

  void run(const std::vector<const ReportEntry*>& entries) {
    check_tables();
    auto index = open_index(path_);
    if (!index) return problem(index.error().message);
    auto read = xapian_try("read", [&] { collect(index->database); });
    if (!read) return problem(read.error().message);
    for (const ReportEntry* entry : entries) compare(*entry);
    for (const auto& [id, found] : reports_)
      problem(fmt::format("report {} is in it and not in the manifest", id));
  }

 private:
  struct Found {
    int reports = 0;
    std::set<int> passages;
  };

  void problem(const std::string& what) {
    problems_.push_back(fmt::format("{}: {}", path_.string(), what));
  }

  // Xapian opens the tables for writing, to look at them. Where it may not, their checksums must
  // do.
  void check_tables() {
    if (::access((path_ / "postlist.glass").c_str(), W_OK) != 0) return;
    auto errors =
        xapian_try("check", [&] { return Xapian::Database::check(path_.string(), 0, nullptr); });
    if (!errors) problem(errors.error().message);
    if (errors && *errors > 0) problem(fmt::format("Xapian finds {} errors in it", *errors));
  }

  void collect(const Xapian::Database& database) {
    PassageReader passages(database);
    for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
      try {
        collect(*it, database.get_document(*it), &passages);
      } catch (
          const Xapian::DatabaseCorruptError& error) {  // the others are looked at all the same
        problem(error.get_msg());
      }
    }
  }

  void collect(Xapian::docid n, const Xapian::Document& document, PassageReader* passages) {
    std::string id = document.get_value(kReportIdSlot);
    if (auto passage = decode_passage(passages->record(n)); passage && passage->report_id == id)
      reports_[id].passages.insert(passage->passage.n);
    else if (auto head =
                 decode_report({document.get_value(kReportFieldsSlot), document.get_data()});
             head && head->report.id == id)
      ++reports_[id].reports;
    else
      problem(fmt::format("document {} is neither a report nor a passage", n));
  }

  void compare(const ReportEntry& entry) {
    auto it = reports_.find(entry.id);
    Found found = it == reports_.end() ? Found() : it->second;
    reports_.erase(entry.id);
    if (found.reports != 1) problem(fmt::format("{} is in it {} times", entry.path, found.reports));
    std::set<int> expected;
    for (int n = 1; n <= entry.passages; ++n) expected.insert(expected.end(), n);
    if (found.passages != expected)
      problem(fmt::format("{} has {} of its {} passages", entry.path, found.passages.size(),
                          expected.size()));
  }

  fs::path path_;
  std::vector<std::string>& problems_;
  std::map<std::string, Found> reports_;
};

Error cannot_look(const Error& why) {
  return {ErrorCode::kUnreadable, "the index cannot be looked at: " + why.message,
          "run --check as its owner; this says nothing about the index"};
}

std::string problems_of_shard(const Generation& generation, const Manifest& manifest, int n) {
  std::vector<const ReportEntry*> entries;
  for (const ReportEntry& entry : manifest.reports)
    if (shard_of(entry.id, manifest.shards) == n) entries.push_back(&entry);
  std::vector<std::string> problems;
  ShardCheck(generation.shard(n), &problems).run(entries);
  std::string lines;
  for (const std::string& problem : problems) lines += problem + "\n";
  return lines;
}

// Checks shards in a process of its own: some damage ends the process that looks at it.
Result<void> check_shards(const Generation& generation, const Manifest& manifest,
                          std::vector<std::string>* problems) {
  WorkerPool pool(1, {}, [&](std::string_view n, int) {
    return problems_of_shard(generation, manifest, std::stoi(std::string(n)));
  });
  return pool.run(
      static_cast<size_t>(manifest.shards),
      [](size_t n) {
        return WorkerTask{std::to_string(n), -1};
      },
      [&](size_t n, const WorkerOutcome& outcome) -> Result<void> {
        if (outcome.kind != WorkerOutcome::kAnswered)
          problems->push_back(fmt::format("{}: the process that looks at it {}",
                                          generation.shard(static_cast<int>(n)).string(),
                                          outcome.reason));
        for (std::string_view line : split_lines(outcome.answer)) problems->emplace_back(line);
        return {};
      });
}

}  // namespace

Result<void> try_generation(const Generation& generation, const Manifest& manifest) {
  for (int n = 0; n < manifest.shards; ++n)
    OF_CHECK(try_shard(generation.shard(n), expected_documents(manifest, n),
                       expected_reports(manifest, n)));
  return {};
}

Result<IndexCheck> check_index(const fs::path& index) {
  const GenerationStore store(index);
  auto generation = OF_TRY(store.current());
  if (!generation)
    return Error{ErrorCode::kNotFound, fmt::format("there is no index at {}", index.string()),
                 fmt::format("build one with: ofindex --db {} FOLDER", index.string())};
  IndexCheck check;
  check.generation = generation->number;
  check.has_earlier = std::ranges::any_of(
      store.finished(), [&](const Generation& other) { return other.number < generation->number; });
  auto manifest = load_manifest(generation->manifest());
  if (!manifest && manifest.error().code == ErrorCode::kUnreadable)
    return cannot_look(manifest.error());
  if (!manifest && manifest.error().code == ErrorCode::kIndexVersion) return manifest.error();
  if (!manifest) {
    check.problems.push_back(manifest.error().message);
    return check;
  }
  check.shards = manifest->shards;
  check.reports = manifest->reports.size();
  check.passages = manifest->passages();
  auto stub = read_file(index / kStubName);
  if (!stub || *stub != store.stub_of(*generation, manifest->shards))
    check.problems.push_back("the stub does not name the shards of the manifest");
  auto same = verify_checksums(generation->path);
  if (!same && same.error().code == ErrorCode::kUnreadable) return cannot_look(same.error());
  if (!same) check.problems.push_back(same.error().message);
  OF_CHECK(check_shards(*generation, *manifest, &check.problems));
  return check;
}

}  // namespace ofsearch
