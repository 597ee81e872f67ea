#include "indexer/write/shard_builder.h"

#include "common/index/index.h"
#include "common/index/passage_store.h"
#include "common/report/record_packer.h"
#include "indexer/workers/document_worker.h"
#include "indexer/workers/worker_pool.h"
#include "indexer/write/index_writer.h"
#include "indexer/write/stored_reports.h"

#include <fmt/format.h>

#include <algorithm>

namespace ofsearch {
namespace {

namespace fs = std::filesystem;

// What compaction puts together it does not pack anew: many small segments make a larger index, few
// large ones leave processes without work at the end.
constexpr size_t kSegmentPassages = 20000;
// The compaction has all segments of a shard open at once, three files each.
constexpr size_t kMostSegments = 200;
// Below this, dividing the work costs more than it saves.
constexpr size_t kLeastPassages = 500;

using Work = std::function<Result<void>()>;

// Errors cross from the child as "code NUL message NUL hint".
std::string encode_result(const Result<void>& result) {
  if (result) return "";
  const Error& error = result.error();
  return fmt::format("{}{}{}{}{}", static_cast<int>(error.code), '\0', error.message, '\0',
                     error.hint);
}

Result<void> decode_result(const WorkerOutcome& outcome) {
  if (outcome.kind != WorkerOutcome::kAnswered)
    return Error{ErrorCode::kInternal,
                 fmt::format("the process that writes the index {}", outcome.reason), ""};
  if (outcome.answer.empty()) return {};
  size_t first = outcome.answer.find('\0'), second = outcome.answer.find('\0', first + 1);
  return Error{static_cast<ErrorCode>(std::atoi(outcome.answer.c_str())),
               outcome.answer.substr(first + 1, second - first - 1),
               outcome.answer.substr(second + 1)};
}

Result<void> run_all(const std::vector<Work>& works, int jobs, const std::function<void()>& step) {
  WorkerPool pool(std::min(jobs, static_cast<int>(works.size())), {},
                  [&](std::string_view request, int) {
                    return encode_result(works.at(std::stoul(std::string(request)))());
                  });
  return pool.run(
      works.size(),
      [](size_t i) {
        return WorkerTask{std::to_string(i), -1};
      },
      [&](size_t, const WorkerOutcome& outcome) {
        step();
        return decode_result(outcome);
      });
}

struct SegmentPlan {
  fs::path path;
  std::optional<fs::path> before;  // the shard before
  const PendingReport* begin = nullptr;
  const PendingReport* end = nullptr;
};

size_t segment_size(const std::vector<PendingReport>& reports, size_t segments) {
  size_t passages = 0;
  for (const PendingReport& report : reports) passages += static_cast<size_t>(report.passages);
  return std::clamp(passages / segments + 1, kLeastPassages,
                    std::max(kSegmentPassages, passages / kMostSegments));
}

std::vector<SegmentPlan> cut_segments(const std::vector<PendingReport>& reports, size_t size,
                                      const std::optional<fs::path>& before,
                                      const fs::path& prefix) {
  std::vector<SegmentPlan> segments;
  size_t passages = size;
  for (const PendingReport& report : reports) {
    if (passages >= size) {
      segments.push_back(
          {fmt::format("{}-{}", prefix.string(), segments.size()), before, &report, &report});
      passages = 0;
    }
    segments.back().end = &report + 1;
    passages += static_cast<size_t>(report.passages) + 1;
  }
  return segments;
}

// Fetches reports from the spool and from the shard before.
class ReportSource {
 public:
  ReportSource(const Spool& spool, const std::optional<fs::path>& before)
      : spool_(spool), before_(before) {}

  Result<Report> load(const PendingReport& pending) {
    StoredReport stored;
    if (pending.head.size == 0 || pending.records.size == 0) stored = OF_TRY(load_stored(pending));
    Json head = std::move(stored.head);
    if (pending.head.size > 0)
      head = Json::parse(OF_TRY(spool_.read(pending.head)), nullptr, false);
    if (pending.records.size == 0) return assemble_report(head, encode_records(stored.records));
    return assemble_report(head, OF_TRY(spool_.read(pending.records)));
  }

 private:
  Result<StoredReport> load_stored(const PendingReport& pending) {
    if (!index_) index_ = OF_TRY(open_index(*before_));
    return load_report(index_->database, pending.id);
  }

  const Spool& spool_;
  const std::optional<fs::path>& before_;
  std::optional<Index> index_;
};

// Where fewer passages are added, they are packed with the dictionary that the index has, so that
// it does not gather one a night.
constexpr size_t kPassagesToLearnFrom = 5000;

// Empty where no shard that stays has one.
Result<std::string> dictionary_in(const std::vector<ShardJob>& shards) {
  for (const ShardJob& shard : shards) {
    if (!shard.before || shard.anew) continue;
    Index index = OF_TRY(open_index(*shard.before));
    std::string dictionary = OF_TRY(xapian_try("read the dictionary of the index",
                                               [&] { return stored_dictionary(index.database); }));
    if (dictionary.empty()) continue;
    if (is_dictionary(dictionary)) return dictionary;
    return Error{ErrorCode::kIndexDamaged,
                 fmt::format("the dictionary of {} is damaged", shard.before->string()),
                 "build it again with --rebuild"};
  }
  return std::string();
}

// Learnt from reports spread over all that are to be written.
Result<std::string> new_dictionary(const std::vector<ShardJob>& shards, const Spool& spool,
                                   size_t passages) {
  constexpr size_t kBytesAPassage = 450;
  size_t every = std::max<size_t>(1, passages * kBytesAPassage / kMostSamples);
  std::vector<std::string> samples;
  for (const ShardJob& shard : shards) {
    ReportSource source(spool, shard.before);
    for (size_t i = 0; i < shard.add.size(); i += every)
      for (std::string& record : sample_records(OF_TRY(source.load(shard.add[i]))))
        samples.push_back(std::move(record));
  }
  return learn_dictionary(samples);
}

Result<std::string> choose_dictionary(const std::vector<ShardJob>& shards,
                                      const fs::path& spool_file) {
  size_t passages = 0;
  for (const ShardJob& shard : shards)
    for (const PendingReport& report : shard.add) passages += static_cast<size_t>(report.passages);
  if (passages == 0) return std::string();
  if (passages < kPassagesToLearnFrom)
    if (std::string known = OF_TRY(dictionary_in(shards)); !known.empty()) return known;
  Spool spool = OF_TRY(Spool::open(spool_file));
  return new_dictionary(shards, spool, passages);
}

Result<void> build_segment(const SegmentPlan& segment, const fs::path& spool_file,
                           const std::string& dictionary) {
  Spool spool = OF_TRY(Spool::open(spool_file));
  ReportSource source(spool, segment.before);
  const PendingReport* at = segment.begin;
  return write_segment(segment.path, dictionary, [&]() -> Result<std::optional<Report>> {
    if (at == segment.end) return std::optional<Report>();
    return std::optional<Report>(OF_TRY(source.load(*at++)));
  });
}

Result<void> merge_and_remove(const std::vector<fs::path>& from,
                              const std::vector<fs::path>& scratch, const fs::path& to) {
  OF_CHECK(merge_databases(from, to));
  std::error_code ignore;
  for (const fs::path& folder : scratch) fs::remove_all(folder, ignore);
  return {};
}

}  // namespace

Result<void> build_shards(const Generation& generation, const std::vector<ShardJob>& shards,
                          const fs::path& spool, int jobs,
                          const std::function<void(size_t, size_t)>& step) {
  const std::string dictionary = OF_TRY(choose_dictionary(shards, spool));
  std::vector<Work> pieces, merges;
  // Twice as many as processes: none is long without work while another still writes.
  size_t processes = static_cast<size_t>(std::max(jobs, 1));
  size_t wanted = processes == 1 ? 1 : 2 * processes;
  size_t segments = (wanted + shards.size() - 1) / shards.size();
  for (size_t i = 0; i < shards.size(); ++i) {
    const ShardJob& shard = shards[i];
    fs::path target = generation.shard(static_cast<int>(i));
    if (shard.before && !shard.changes()) {
      OF_CHECK(link_database(*shard.before, target));
      continue;
    }
    std::vector<fs::path> parts, scratch;
    if (shard.before && !shard.anew) parts.push_back(*shard.before);
    for (const SegmentPlan& segment :
         cut_segments(shard.add, segment_size(shard.add, segments), shard.before,
                      generation.path / fmt::format("segment{}", i))) {
      pieces.push_back(
          [segment, &spool, &dictionary] { return build_segment(segment, spool, dictionary); });
      parts.push_back(segment.path);
      scratch.push_back(segment.path);
    }
    merges.push_back([parts, scratch, target] { return merge_and_remove(parts, scratch, target); });
  }
  size_t done = 0, total = pieces.size() + merges.size();
  auto count = [&] { step(++done, total); };
  OF_CHECK(run_all(pieces, jobs, count));
  return run_all(merges, jobs, count);
}

}  // namespace ofsearch
