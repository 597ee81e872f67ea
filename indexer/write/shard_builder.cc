#include "indexer/write/shard_builder.h"

#include "common/records/record_packer.h"
#include "common/report/prepare_text.h"
#include "common/workers/worker_pool.h"
#include "indexer/write/index_writer.h"

#include <fmt/format.h>

#include <algorithm>

namespace ofsearch {
namespace {

namespace fs = std::filesystem;

// Compaction does not pack anew what it puts together. Many small segments make a larger index; few
// large ones leave processes without work at the end.
constexpr size_t kSegmentPassages = 5000;
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

// CPU that no work needs, as measured, by a hundred times: a process that writes and never gets on
// is given up, not waited for.
double most_cpu_seconds(const std::vector<ShardJob>& shards) {
  constexpr double kAtLeast = 10, kAPassage = 0.02, kAByteBefore = 1e-6;
  double seconds = kAtLeast;
  std::error_code error;
  for (const ShardJob& shard : shards) {
    for (const PendingReport& report : shard.add)
      seconds += kAPassage * static_cast<double>(report.passages);
    if (!shard.before) continue;
    for (fs::directory_iterator file(*shard.before, error), end; !error && file != end;
         file.increment(error))
      if (file->is_regular_file(error))
        seconds += kAByteBefore * static_cast<double>(file->file_size(error));
  }
  return seconds;
}

Result<void> run_all(const std::vector<Work>& works, int jobs, double cpu_seconds,
                     const std::function<void()>& step) {
  if (works.empty()) return {};
  prepare_text();
  WorkerLimits limits;
  limits.cpu_seconds = cpu_seconds;
  WorkerPool pool(std::min(jobs, static_cast<int>(works.size())), limits,
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
  const PendingReport* begin = nullptr;
  const PendingReport* end = nullptr;
};

size_t count_passages(const std::vector<PendingReport>& reports) {
  size_t passages = 0;
  for (const PendingReport& report : reports) passages += report.passages;
  return passages;
}

size_t segment_size(const std::vector<PendingReport>& reports, size_t segments) {
  size_t passages = count_passages(reports);
  return std::clamp(passages / segments + 1, kLeastPassages,
                    std::max(kSegmentPassages, passages / kMostSegments));
}

std::vector<SegmentPlan> cut_segments(const std::vector<PendingReport>& reports, size_t size,
                                      const fs::path& prefix) {
  std::vector<SegmentPlan> segments;
  size_t passages = size;
  for (const PendingReport& report : reports) {
    if (passages >= size) {
      segments.push_back(
          {fmt::format("{}-{}", prefix.string(), segments.size()), &report, &report});
      passages = 0;
    }
    segments.back().end = &report + 1;
    passages += report.passages + 1;
  }
  return segments;
}

NextReport reports_of(const PendingReport* begin, const PendingReport* end,
                      const LoadReport& load) {
  return [at = begin, end, &load]() mutable -> Result<std::optional<Report>> {
    if (at == end) return std::optional<Report>();
    return std::optional<Report>(OF_TRY(load((at++)->number)));
  };
}

// Learnt from reports spread over all that are to be written in new shards.
Result<std::string> new_dictionary(const std::vector<ShardJob>& shards, const LoadReport& load) {
  constexpr size_t kBytesAPassage = 450;
  std::vector<PendingReport> all;
  for (const ShardJob& shard : shards)
    if (!shard.before) all.insert(all.end(), shard.add.begin(), shard.add.end());
  size_t every = std::max<size_t>(1, count_passages(all) * kBytesAPassage / kMostSamples);
  std::vector<std::string> samples;
  for (size_t i = 0; i < all.size(); i += every)
    for (std::string& record : sample_records(OF_TRY(load(all[i].number))))
      samples.push_back(std::move(record));
  return learn_dictionary(samples);
}

Result<void> merge_and_remove(const std::vector<fs::path>& from, const fs::path& to) {
  OF_CHECK(merge_databases(from, to));
  for (const fs::path& folder : from) {
    std::error_code error;
    fs::remove_all(folder, error);
    // Else it would be published as a part of the index.
    if (error)
      return Error{ErrorCode::kUnwritable,
                   fmt::format("cannot remove {}: {}", folder.string(), error.message()), ""};
  }
  return {};
}

}  // namespace

Result<void> build_shards(const std::vector<ShardJob>& shards, const LoadReport& load,
                          const fs::path& scratch, int jobs,
                          const std::function<void(size_t, size_t)>& step) {
  const std::string dictionary = OF_TRY(new_dictionary(shards, load));
  std::vector<Work> pieces, merges;
  // Twice as many as processes: none is long without work while another still writes.
  size_t processes = static_cast<size_t>(std::max(jobs, 1));
  size_t wanted = processes == 1 ? 1 : 2 * processes;
  size_t segments = (wanted + shards.size() - 1) / shards.size();
  for (size_t i = 0; i < shards.size(); ++i) {
    const ShardJob& shard = shards[i];
    if (shard.before) {
      pieces.push_back([&] {
        return update_database(
            *shard.before, shard.target, shard.remove,
            reports_of(shard.add.data(), shard.add.data() + shard.add.size(), load));
      });
      continue;
    }
    std::vector<fs::path> parts;
    for (const SegmentPlan& segment : cut_segments(shard.add, segment_size(shard.add, segments),
                                                   scratch / fmt::format("segment{}", i))) {
      pieces.push_back([segment, &dictionary, &load] {
        return write_segment(segment.path, dictionary,
                             reports_of(segment.begin, segment.end, load));
      });
      parts.push_back(segment.path);
    }
    merges.push_back([parts, &shard] { return merge_and_remove(parts, shard.target); });
  }
  size_t done = 0, total = pieces.size() + merges.size();
  auto count = [&] { step(++done, total); };
  const double seconds = most_cpu_seconds(shards);
  OF_CHECK(run_all(pieces, jobs, seconds, count));
  return run_all(merges, jobs, seconds, count);
}

}  // namespace ofsearch
