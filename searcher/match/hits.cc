#include "searcher/match/hits.h"

#include "common/field/topics.h"
#include "common/index/fields.h"
#include "common/report/passage_record.h"
#include "searcher/present/snippet.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace ofsearch {
namespace {

// Nobody needs them to show a passage, and many passages may be shown.
void drop_sentences(Passage* passage) {
  passage->sentences = Sentences();
  passage->sentence_findings = std::vector<double>();
}

}  // namespace

HitMaker::HitMaker(const SearchRequest& request, SortOrder sort, const Selection& selection,
                   const MatchSet& matches, const MatchesByReport& counted, Pool* pool,
                   Deadline* deadline)
    : request_(request),
      sort_(sort),
      selection_(selection),
      matches_(matches),
      counted_(counted),
      pool_(*pool),
      deadline_(*deadline) {}

ReportHit HitMaker::make(size_t index, ScoredReport scored, Report report) {
  ReportHit hit;
  hit.rank = index + 1;
  hit.score = scored.score;
  hit.some = scored.some;
  hit.report = std::move(report);
  if (!is_found(hit))
    throw Xapian::DatabaseCorruptError("report " + hit.report.id + " is listed as if it matched");
  if (selection_.by_passages() && !hit.some) lead_with_counted(&scored);
  const size_t known = scored.passages.empty() ? 0 : 1;  // the best one
  if (selection_.by_passages() && request_.passages > known) {
    add_passages(&scored);
    if (sort_ != SortOrder::kRelevance) hit.score = scored.score;
  }
  hit.passages = passage_hits(scored);
  if (request_.explain) hit.reasons = pool_.reasons(scored);
  return hit;
}

// What is shown of a report that is counted is counted: the best passage of all may have only some
// of the query, or find the opposite.
void HitMaker::lead_with_counted(ScoredReport* report) {
  const Xapian::Query answers = selection_.of(matches_.query);
  if (report->passages.empty() || pool_.finds_best(*report, answers)) return;
  ScoredReport counted = pool_.passages_of(report->id, answers, 1);
  if (!counted.passages.empty()) report->passages = {counted.passages.front()};
}

// Behind the best passage those that are counted; of a report that has only some of the query,
// those that have some.
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

// Where `text` has phrases of the topics that the filters ask for.
Marks marks_of_topics(const std::string& text, const Filters& filters) {
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

// The best passage, and behind it those that do not say what was shown before, unless repeats are
// asked for.
std::vector<PassageHit> HitMaker::passage_hits(const ScoredReport& report) {
  deadline_.check_now();
  const std::vector<std::string> records = pool_.records_of(report);
  std::vector<PassageHit> hits;
  for (size_t i = 0; i < records.size() && hits.size() < request_.passages; ++i) {
    const std::optional<PassageView> passage = view_passage(records[i]);
    if (!passage) throw Xapian::DatabaseCorruptError("a stored passage is damaged");
    if (request_.keep_repeats || !shown_.find_or_add(passage->text) || i == 0)
      hits.push_back(passage_hit(*passage, report.passages[i].score));
  }
  return hits;
}

PassageHit HitMaker::passage_hit(const PassageView& passage, double score) {
  std::optional<StoredPassage> stored = decode_passage(passage.record);
  if (!stored) throw Xapian::DatabaseCorruptError("a stored passage is damaged");
  PassageHit hit;
  auto [marks, telling] = pool_.matcher().answer(passage);
  hit.marks = std::move(marks);
  hit.passage = std::move(stored->passage);
  // Where nothing else is looked for, the extract shows why the passage has the topic.
  if (matches_.uses.empty()) hit.marks = marks_of_topics(hit.passage.text, selection_.filters());
  hit.score = score;
  if (request_.explain) hit.reasons = pool_.matcher().reasons(passage);
  make_snippet(&hit, kLongestSnippet, telling);
  drop_sentences(&hit.passage);
  return hit;
}

// By what the report itself says, not only by what is listed under it.
bool HitMaker::is_found(const ReportHit& hit) const {
  return selection_.filters().admits(hit.report) && (hit.some || counted_.contains(hit.report.id));
}

}  // namespace ofsearch
