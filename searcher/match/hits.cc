#include "searcher/match/hits.h"

#include "common/field/topics/topics.h"
#include "common/index/fields.h"
#include "common/records/passage_record.h"
#include "searcher/extract/passage_hits.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace ofsearch {
namespace {

[[noreturn]] void throw_damaged() {
  throw Xapian::DatabaseCorruptError("a stored passage is damaged");
}

}  // namespace

HitMaker::HitMaker(const SearchRequest& request, SortOrder sort, const Selection& selection,
                   const MatchSet& matches, const MatchesByReport& counted, Pool* pool,
                   Deadline* deadline, FoundPassages* aside)
    : request_(request),
      sort_(sort),
      selection_(selection),
      matches_(matches),
      counted_(counted),
      pool_(*pool),
      deadline_(*deadline),
      aside_(aside),
      shown_(request.passages_aside.value_or(Spool::kAll)) {}

ReportHit HitMaker::make(size_t index, ScoredReport scored, Report report) {
  ReportHit hit;
  hit.rank = index + 1;
  hit.score = scored.score;
  hit.some = scored.some;
  hit.report = std::move(report);
  if (!is_found(hit))
    throw Xapian::DatabaseCorruptError("report " + hit.report.id + " is listed as if it matched");
  const size_t known = scored.passages.empty() ? 0 : 1;  // the best one
  if (selection_.by_passages() && request_.passages > known) {
    add_passages(&scored);
    if (sort_ != SortOrder::kRelevance) hit.score = scored.score;
  }
  add_hits(scored, &hit);
  if (request_.explain) hit.reasons = pool_.reasons(scored);
  return hit;
}

// Puts the passages that are counted behind the best one. If the report has only some of the query,
// the passages that have some are put there.
void HitMaker::add_passages(ScoredReport* report) {
  const Xapian::Query& answers = report->some ? matches_.some : matches_.query;
  ScoredReport all = pool_.passages_of(report->id, selection_.of(answers), request_.passages);
  all.some = report->some;
  if (!report->passages.empty()) {
    const ScoredPassage best = report->passages.front();
    std::erase_if(all.passages, [&](const ScoredPassage& each) { return each.id == best.id; });
    all.passages.insert(all.passages.begin(), best);
  }
  *report = std::move(all);
}

namespace {

// Returns the places where `text` has phrases of the topics that the filters ask for.
Marks marks_of_topics(std::string_view text, const Filters& filters) {
  Marks marks;
  const std::vector<std::string> wanted = filters.selected(*find_field("topic"));
  if (wanted.empty()) return marks;
  const Topics& topics = Topics::builtin();
  for (const TopicHit& hit : topics.hits(text))
    if (std::ranges::count(wanted, topics.names()[hit.topic]) > 0 &&
        (marks.empty() || marks.back().second <= hit.begin))
      marks.emplace_back(hit.begin, hit.end);
  return marks;
}

}  // namespace

// Adds the best passage, and behind it those that do not say what was shown before. Repeats are
// added too if they are asked for.
void HitMaker::add_hits(const ScoredReport& report, ReportHit* hit) {
  deadline_.check_now();
  std::vector<std::string> records = pool_.records_of(report);
  std::vector<std::vector<TopicFinding>> topics;
  if (request_.topics) topics = pool_.topics_of(report);
  if (aside_ != nullptr) hit->first_aside = aside_->count();
  for (size_t i = 0; i < records.size() && hit->passage_count() < request_.passages; ++i) {
    const std::optional<PassageView> passage = view_passage(records[i]);
    if (!passage) throw_damaged();
    if (!request_.keep_repeats && shown_.find_or_add(passage->text) && i > 0) continue;
    FoundPassage found = found_passage(*passage, report.passages[i].score);
    found.record = std::move(records[i]);
    if (request_.topics) found.topics = topics_in(topics[i]);
    aside_ != nullptr ? put_aside(found, hit) : show(std::move(found), hit);
  }
}

// Marks those that the filters ask for.
std::vector<PassageTopic> HitMaker::topics_in(const std::vector<TopicFinding>& found) const {
  std::vector<PassageTopic> topics;
  for (const auto& [name, finding] : found)
    topics.push_back({name, finding, selection_.filters().is_selected(*find_field("topic"), name)});
  return topics;
}

// Looks for damage here, before anything is shown.
void HitMaker::put_aside(const FoundPassage& found, ReportHit* hit) {
  if (!decode_passage(found.record)) throw_damaged();
  aside_->add(found);
  ++hit->aside;
}

void HitMaker::show(FoundPassage found, ReportHit* hit) {
  std::optional<PassageHit> shown = passage_hit(std::move(found));
  if (!shown) throw_damaged();
  hit->passages.push_back(std::move(*shown));
}

// Returns the passage with its score, marks and reasons. Its record is left empty.
FoundPassage HitMaker::found_passage(const PassageView& passage, double score) {
  auto [marks, telling] = pool_.matcher().answer(passage);
  // If nothing else is looked for, the extract shows why the passage has the topic.
  if (matches_.uses.empty()) marks = marks_of_topics(passage.text, selection_.filters());
  FoundPassage found{{}, score, std::move(marks), telling};
  if (request_.explain) found.reasons = pool_.matcher().reasons(passage);
  return found;
}

// Checks what the report itself says, not only what is listed under it.
bool HitMaker::is_found(const ReportHit& hit) const {
  return selection_.filters().admits(hit.report) && (hit.some || counted_.contains(hit.report.id));
}

}  // namespace ofsearch
