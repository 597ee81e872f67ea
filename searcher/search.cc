#include "searcher/search.h"

#include "common/files/spool.h"
#include "common/index/index.h"
#include "common/system/hash.h"
#include "common/system/last_words.h"
#include "common/text/nearest.h"
#include "searcher/match/search_run.h"
#include "searcher/match/similar.h"
#include "searcher/opened/opened_index.h"
#include "searcher/opened/whole_report.h"
#include "searcher/query/deadline.h"
#include "searcher/query/filter_values.h"
#include "searcher/query/filters.h"
#include "searcher/query/limits.h"
#include "searcher/understand/spelling/spelling.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <set>

namespace ofsearch {
namespace {

constexpr size_t kGenerationDigits = 12;

Vocabulary read_vocabulary(OpenedIndex* opened) {
  const Xapian::Database& database = opened->index.database;
  Vocabulary vocabulary;
  for (std::string& key : values_in_index(*find_field("authority"), database))
    vocabulary.authorities.insert(std::move(key));
  for (std::string& key : values_in_index(*find_field("lead_inspector"), database))
    vocabulary.inspectors.insert(std::move(key));
  vocabulary.newest = opened->newest_date();
  return vocabulary;
}

Error out_of_time(std::chrono::milliseconds limit) {
  return {ErrorCode::kInterrupted,
          fmt::format("the search was stopped, as it was not finished within {:.3g} {}",
                      std::chrono::duration<double>(limit).count(),
                      limit == std::chrono::seconds(1) ? "second" : "seconds"),
          "ask for less at once: fewer common words in quotes, fewer stars, fewer results, more "
          "filters"};
}

double milliseconds_since(std::chrono::steady_clock::time_point started) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started)
      .count();
}

}  // namespace

struct Searcher::State {
  std::filesystem::path path;
  Options options;
  std::unique_ptr<OpenedIndex> opened;
  std::vector<std::string> lost;  // shards that failed while they were searched
  std::set<std::string> missing;  // as missing_shards() gives them
  std::chrono::steady_clock::time_point opened_at;
  std::chrono::steady_clock::time_point end = std::chrono::steady_clock::time_point::max();
  std::string generation;
  std::optional<Vocabulary> vocabulary;  // of `opened`, once asked for
  std::optional<std::string> latest_entry;

  const Index& index() const { return opened->index; }

  Result<void> open() {
    const LastMoment last = last_moment();
    const LastMemory memory;
    auto next = std::make_unique<OpenedIndex>(OF_TRY(open_index(path, how_to_open())));
    generation = OF_TRY(xapian_try(fmt::format("open the index at {}", path.string()), [&] {
      return sha256_hex(next->index.stub + next->index.database.get_uuid())
          .substr(0, kGenerationDigits);
    }));
    opened = std::move(next);
    opened_at = std::chrono::steady_clock::now();
    vocabulary.reset();
    latest_entry.reset();
    return {};
  }

  // If the new generation cannot be opened, the old one stays.
  Result<void> follow() {
    if (!is_replaced(index())) return {};
    return open();
  }

  void say_what_is_missing(SearchResults* results) {
    results->missing_shards = index().missing_shards;
    if (!results->missing_shards.empty()) results->exact = false;
    missing.insert(results->missing_shards.begin(), results->missing_shards.end());
  }

  // Calls `function`, which reads the index, again after what can be mended: an index that was
  // replaced, a connection that a server closed, with `allow_partial` a shard that is down.
  template <typename Function>
  auto read(const std::string& doing, Function function) -> Result<decltype(function())> {
    constexpr int kTries = 4;
    const LastMoment last = last_moment();
    const LastMemory memory;
    [[maybe_unused]] auto followed = follow();
    opened->terms.forget_many();
    OF_CHECK(look_for_missing_shards());
    auto named = [&](Error error) {
      name_index(path, &error);
      return error;
    };
    for (int attempt = 1;; ++attempt) {
      try {
        return function();
      } catch (const Xapian::NetworkError& error) {
        if (auto tried = recover_shard(error, doing, attempt); !tried) return named(tried.error());
        if (attempt == kTries) return named(xapian_error(error, doing));
      } catch (const Xapian::Error& error) {
        if (auto tried = open_replaced(error, doing); !tried) return named(tried.error());
        if (attempt == kTries) return named(xapian_error(error, doing));
      }
    }
  }

  // Returns what `find` (a Result<SearchResults>) finds within `limit` of `started`. The outer
  // error is one of the index, the inner one is one of what is asked.
  template <typename Find>
  Result<Result<SearchResults>> find_within(std::chrono::milliseconds limit,
                                            std::chrono::steady_clock::time_point started,
                                            Find find) {
    Result<SearchResults> results = OF_TRY(
        read(fmt::format("search the index at {}", path.string()), [&]() -> Result<SearchResults> {
          try {
            opened->deadline = Deadline(std::min(started + limit, end));
            return find();
          } catch (const OutOfTime&) {
            return out_of_time(limit);
          } catch (const SpoolFault& fault) {
            return fault.error;
          }
        }));
    if (!results) return results;
    results->took_ms = milliseconds_since(started);
    say_what_is_missing(&*results);
    return results;
  }

 private:
  // A search keeps its time by itself, unless a damaged index makes Xapian read for ever.
  LastMoment last_moment() const {
    constexpr std::chrono::seconds kGrace{10};
    return {std::chrono::ceil<std::chrono::seconds>(options.time_limit) + kGrace,
            "reading the index has no end; it may be damaged, see: ofindex --check"};
  }

  OpenOptions how_to_open() const {
    OpenOptions how;
    how.allow_partial = options.allow_partial;
    how.answer_time = options.answer_time;
    how.without = lost;
    return how;
  }

  // A searcher that lives long finds shards again that were down.
  Result<void> look_for_missing_shards() {
    constexpr std::chrono::seconds kPause{30};
    if (index().missing_shards.empty() || std::chrono::steady_clock::now() < opened_at + kPause)
      return {};
    lost.clear();
    return open();
  }

  // Returns no error if it is worth trying again. A server closes connections that are idle for
  // long, and may have been started again: so at first the index is opened anew, which says what is
  // down.
  Result<void> recover_shard(const Xapian::NetworkError& error, const std::string& doing,
                             int attempt) {
    bool silent = std::string_view(error.get_type()) == "NetworkTimeoutError";
    if (attempt == 1 && !silent) return open();
    const Shard* shard = shard_of(error, index());
    if (shard == nullptr) return xapian_error(error, doing);
    if (!options.allow_partial) {
      Error failure = xapian_error(error, fmt::format("{}, shard {}", doing, shard->name));
      failure.hint = down_hint(index(), *shard);
      return failure;
    }
    lost.push_back(shard->name);
    return open();
  }

  // A new generation may have been published, and ours removed, while we searched.
  Result<void> open_replaced(const Xapian::Error& error, const std::string& doing) {
    std::string before = index().stub;
    if (auto opened = open(); !opened || index().stub == before) return xapian_error(error, doing);
    return {};
  }
};

Searcher::Searcher(std::unique_ptr<State> state) : state_(std::move(state)) {}
Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;

Result<Searcher> Searcher::open(const std::filesystem::path& path, const Options& options) {
  auto state = std::make_unique<State>();
  state->path = path;
  state->options = options;
  OF_CHECK(state->open());
  return Searcher(std::move(state));
}

Result<void> Searcher::follow() {
  return state_->follow();
}

std::chrono::milliseconds Searcher::time_limit() const {
  return state_->options.time_limit;
}

void Searcher::finish_by(std::chrono::steady_clock::time_point end) {
  state_->end = end;
}

std::string Searcher::generation() const {
  return state_->generation;
}

std::vector<std::string> Searcher::missing_shards() const {
  return {state_->missing.begin(), state_->missing.end()};
}

void Searcher::forget_missing_shards() {
  state_->missing.clear();
}

Result<SearchResults> Searcher::search(const SearchRequest& request) {
  auto started = std::chrono::steady_clock::now();
  const ParsedQuery parsed = OF_TRY(parse_within_limits(request.query));
  auto time_limit = request.time_limit.value_or(state_->options.time_limit);
  const Thesaurus& thesaurus =
      state_->options.thesaurus != nullptr ? *state_->options.thesaurus : Thesaurus::builtin();
  Result<SearchResults> results = OF_TRY(state_->find_within(time_limit, started, [&] {
    return run_search(state_->opened.get(), thesaurus, state_->options.ranking, parsed, request);
  }));
  if (results) return results;
  Error error = results.error();
  name_index(state_->path, &error);
  return error;
}

Result<std::string> Searcher::latest_entry() {
  return state_->read(fmt::format("read the dates of the index at {}", state_->path.string()), [&] {
    if (!state_->latest_entry)
      state_->latest_entry = ofsearch::latest_entry(state_->opened->index.database);
    return *state_->latest_entry;
  });
}

Result<Vocabulary> Searcher::vocabulary() {
  return state_->read(fmt::format("read the names of the index at {}", state_->path.string()), [&] {
    if (!state_->vocabulary) state_->vocabulary = read_vocabulary(state_->opened.get());
    return *state_->vocabulary;
  });
}

Result<std::vector<Correction>> Searcher::mend_spelling(ParsedQuery* query) {
  const Vocabulary known = OF_TRY(vocabulary());
  return state_->read(fmt::format("read the words of the index at {}", state_->path.string()), [&] {
    return ofsearch::mend_spelling(query, known, &state_->opened->words);
  });
}

Result<Report> Searcher::report(const std::string& part) {
  std::vector<std::string> ids =
      OF_TRY(state_->read(fmt::format("read the index at {}", state_->path.string()),
                          [&] { return ids_beginning_with(state_->index().database, part); }));
  if (ids.size() > 1) return no_single_report(part, ids);
  const std::string id = ids.empty() ? part : ids[0];
  std::optional<Report> found = OF_TRY(
      state_->read(fmt::format("read report {} from the index at {}", id, state_->path.string()),
                   [&] { return read_report(state_->opened.get(), id); }));
  if (!found && !state_->index().missing_shards.empty())
    return Error{ErrorCode::kNotFound, fmt::format("no shard that answers has a report {}", id),
                 fmt::format("it may be in one that is down: {}",
                             list_in_words(state_->index().missing_shards, "and"))};
  if (!found) return no_single_report(id, {});
  return std::move(*found);
}

Result<SearchResults> Searcher::similar(const std::string& id, size_t limit) {
  const auto started = std::chrono::steady_clock::now();
  Report wanted = OF_TRY(report(id));
  return OF_TRY(state_->find_within(state_->options.time_limit, started, [&] {
    return Result<SearchResults>(find_similar(wanted, limit, state_->opened.get()));
  }));
}

}  // namespace ofsearch
