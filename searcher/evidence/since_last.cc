#include "searcher/evidence/since_last.h"

#include "common/field/authorities/authorities.h"
#include "common/field/topics/topic_model.h"
#include "common/field/topics/topics.h"
#include "common/index/fields.h"
#include "common/index/topic_findings.h"
#include "common/report/grade_columns.h"
#include "common/text/characters.h"
#include "searcher/evidence/counts.h"
#include "searcher/evidence/same_matter.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace ofsearch {
namespace {

constexpr std::array<std::string_view, 8> kWholeInspections = {
    "ilacs-standard",   "ilacs-short",  "ilacs", "sif",
    "child-protection", "looked-after", "slac",  "joint-area-review"};

bool says_what_must_improve(const Report& report) {
  return std::ranges::any_of(report.passages, must_improve);
}

bool share_any(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::ranges::any_of(
      a, [&](const std::string& topic) { return std::ranges::find(b, topic) != b.end(); });
}

// The ids of an authority's documents, newest first, without articles.
Result<std::vector<std::string>> ids_of(Searcher* searcher, const SinceLastRequest& request) {
  const SearchResults results =
      OF_TRY(documents_of(searcher, request.authority, request.filters, SortOrder::kNewest));
  std::vector<std::string> ids;
  for (const ReportHit& hit : results.hits)
    if (is_of_inspection(hit.report.metadata)) ids.push_back(hit.report.id);
  return ids;
}

// "Leaders should improve communication to:", and not the line that only opens the list.
bool leads(const Report& report, size_t i) {
  const Passage& passage = report.passages[i];
  if (passage.section_kind != SectionKind::kRecommendations || !passage.text.ends_with(':'))
    return false;
  const bool opens = i == 0 || report.passages[i - 1].section_kind != passage.section_kind;
  return !opens || !Topics::builtin().find(passage.text).empty();
}

// "- in private fostering arrangements": a bullet, or what no sentence begins with.
bool is_item(const Passage& passage) {
  const char first = passage.text.empty() ? 'A' : passage.text.front();
  const bool begins_sentence = is_ascii_upper(first) || is_ascii_digit(first);
  return passage.section_kind == SectionKind::kRecommendations &&
         (passage.bullet || !begins_sentence);
}

void put_before(const std::string& lead, Passage* passage) {
  passage->text.insert(0, lead);
  for (auto& [begin, end] : passage->sentences) {
    begin += lead.size();
    end += lead.size();
  }
}

// Items of a list say only half of what must improve: the line that leads to them goes before.
void lead_items(Report* report) {
  std::string lead;
  for (size_t i = 0; i < report->passages.size(); ++i) {
    Passage& passage = report->passages[i];
    if (leads(*report, i))
      lead = passage.text + ' ';
    else if (!is_item(passage))
      lead.clear();
    else
      put_before(lead, &passage);
  }
}

// Finds the last report and the one before among documents that are read newest first.
class Finder {
 public:
  explicit Finder(SinceLast* since) : since_(*since) {}

  bool done() const { return whole_.size() == 2; }

  void add(Report report) {
    lead_items(&report);
    const size_t i = since_.documents.size();
    if (says_what_must_improve(report))
      (is_whole_inspection(report) ? whole_ : visits_).push_back(i);
    since_.documents.push_back(std::move(report));
  }

  void choose() {
    const std::vector<size_t>& found = whole_.empty() ? visits_ : whole_;
    since_.last_is_inspection = !whole_.empty();
    if (!found.empty()) since_.last = found[0];
    if (found.size() > 1) since_.before = found[1];
    const size_t oldest = since_.before.value_or(since_.last.value_or(0));
    if (oldest + 1 < since_.documents.size()) since_.documents.resize(oldest + 1);
  }

 private:
  SinceLast& since_;
  std::vector<size_t> whole_, visits_;  // that say what must improve
};

// Returns the topics of a passage. If it says what must improve, these are also the topics that it
// only lists: the list is what must improve.
std::vector<std::string> topics_in(const Passage& passage) {
  return passage.section_kind == SectionKind::kRecommendations
             ? Topics::builtin().find(passage.text)
             : topics_said_of(passage.text);
}

// Finds what the documents say, with the topics of each passage, which are looked for once.
class Reader {
 public:
  explicit Reader(const SinceLast& since) : since_(since), matter_(since.documents) {
    for (const Report& report : since.documents) {
      topics_.emplace_back();
      for (const Passage& passage : report.passages) topics_.back().push_back(topics_in(passage));
    }
  }

  // Returns nothing if there is no such document.
  std::vector<Improvement> improvements_of(std::optional<size_t> document) const {
    std::vector<Improvement> all;
    for (const PassageOf& place : said_by(document)) all.push_back({place, topics(place), {}, {}});
    return all;
  }

  void look_back(std::optional<size_t> before, Improvement* improvement) const {
    for (const PassageOf& place : said_by(before))
      if (same_matter(*improvement, place)) improvement->before.push_back(place);
  }

  // Adds what documents newer than the one that says it found, oldest first.
  void look_on(Improvement* improvement) const {
    for (size_t i = improvement->said.document; i-- > 0;)
      for (size_t k = 0; k < topics_[i].size(); ++k)
        if (may_tell({i, k}) && same_matter(*improvement, {i, k})) add_finding({i, k}, improvement);
  }

  // Returns those of `all` that ask for nothing of what `named` asks for.
  std::vector<Improvement> of_other_matters(std::vector<Improvement> all,
                                            const std::vector<Improvement>& named) const {
    std::erase_if(all, [&](const Improvement& each) {
      return std::ranges::any_of(
          named, [&](const Improvement& other) { return same_matter(other, each.said); });
    });
    return all;
  }

 private:
  bool same_matter(const Improvement& improvement, const PassageOf& place) const {
    std::vector<std::string> both;
    std::ranges::copy_if(improvement.topics, std::back_inserter(both), [&](const auto& topic) {
      return std::ranges::find(topics(place), topic) != topics(place).end();
    });
    return !both.empty() && are_of_one_service(improvement, place) &&
           matter_.speaks_of(since_.passage(improvement.said), since_.passage(place), both);
  }

  // Inspections of an area's services for special needs ask much of "leaders" and "plans" of their
  // own.
  bool are_of_one_service(const Improvement& improvement, const PassageOf& place) const {
    const auto of_needs = [&](const PassageOf& each) {
      return since_.documents[each.document].metadata.visit_type.starts_with("area-send");
    };
    const auto speaks_of_needs = [](const std::vector<std::string>& topics) {
      return share_any(topics, {"disabled-children", "special-educational-needs"});
    };
    return of_needs(improvement.said) == of_needs(place) ||
           (speaks_of_needs(improvement.topics) && speaks_of_needs(topics(place)));
  }

  const std::vector<std::string>& topics(const PassageOf& place) const {
    return topics_[place.document][place.passage];
  }

  std::vector<PassageOf> said_by(std::optional<size_t> document) const {
    std::vector<PassageOf> places;
    if (!document) return places;
    const std::vector<Passage>& passages = since_.documents[*document].passages;
    for (size_t k = 0; k < passages.size(); ++k)
      if (must_improve(passages[k])) places.push_back({*document, k, passages[k].finding});
    return places;
  }

  // A table, such as that of the judgements, names topics and tells nothing of them.
  bool may_tell(const PassageOf& place) const {
    const Passage& passage = since_.passage(place);
    if (must_improve(passage)) return true;
    return passage.section_kind != SectionKind::kBoilerplate &&
           passage.text.find('\t') == std::string::npos;
  }

  void add_finding(PassageOf place, Improvement* improvement) const {
    const Passage& passage = since_.passage(place);
    place.finding = topic_finding(passage, improvement->topics);
    if (place.finding != Finding::kNeutral || must_improve(passage))
      improvement->later.push_back(place);
  }

  const SinceLast& since_;
  SameMatter matter_;
  std::vector<std::vector<std::vector<std::string>>> topics_;  // by document, by passage
};

void fill(SinceLast* since) {
  const Reader reader(*since);
  since->must_improve = reader.improvements_of(since->last);
  for (size_t i = *since->last; i-- > 0;) {
    std::vector<Improvement> more =
        reader.of_other_matters(reader.improvements_of(i), since->must_improve);
    since->visits_add.insert(since->visits_add.end(), more.begin(), more.end());
  }
  since->not_named_again = reader.of_other_matters(
      reader.of_other_matters(reader.improvements_of(since->before), since->must_improve),
      since->visits_add);
  for (auto* improvements : {&since->must_improve, &since->visits_add})
    for (Improvement& each : *improvements) reader.look_back(since->before, &each);
  for (auto* improvements : {&since->must_improve, &since->visits_add, &since->not_named_again})
    for (Improvement& each : *improvements) reader.look_on(&each);
}

// The topics that filters ask for; empty for all. Errors as Searcher::search.
Result<std::vector<std::string>> topics_of(Searcher* searcher, SearchRequest filters) {
  const Field& topic = *find_field("topic");
  std::vector<std::string> topics;
  if (!filters_by(filters, topic)) return topics;
  filters.limit = 0;
  filters.facets.clear();
  for (const SearchedFilter& filter : OF_TRY(searcher->search(filters)).filters)
    if (filter.field == topic.name)
      for (const std::string& typed : filter.typed)
        topics.push_back(canonical_value(topic, typed).value_or(typed));
  return topics;
}

// Refuses filters by section and finding: what was said before and found since is shown whatever it
// finds and wherever it stands.
Result<void> check_filters(const SearchRequest& filters) {
  for (const auto& [name, typed] : filters.filters)
    if (is_of_passages(name) && find_field(name) != find_field("topic"))
      return Error{ErrorCode::kUsage,
                   fmt::format("what must improve is shown with all that was found since, so --{} "
                               "has no meaning",
                               find_field(name)->option),
                   "leave it out; --topic selects what it is about"};
  return {};
}

// Keeps what is of one of `topics`; all if there are none.
void keep_topics(const std::vector<std::string>& topics, SinceLast* since) {
  if (topics.empty()) return;
  for (auto* improvements : {&since->must_improve, &since->visits_add, &since->not_named_again})
    std::erase_if(*improvements,
                  [&](const Improvement& each) { return !share_any(each.topics, topics); });
}

}  // namespace

bool is_whole_inspection(const Report& report) {
  return std::ranges::find(kWholeInspections, report.metadata.visit_type) !=
         kWholeInspections.end();
}

bool must_improve(const Passage& passage) {
  const std::string& text = passage.text;
  return passage.section_kind == SectionKind::kRecommendations && !text.ends_with(':') &&
         !text.starts_with("There are no ") && !text.starts_with("No areas ");
}

Result<SinceLast> since_last(Searcher* searcher, SinceLastRequest request) {
  OF_CHECK(check_filters(request.filters));
  SinceLast since;
  const std::vector<std::string> topics = OF_TRY(topics_of(searcher, request.filters));
  request.filters = without(std::move(request.filters), *find_field("topic"));
  Finder finder(&since);
  for (const std::string& id : OF_TRY(ids_of(searcher, request))) {
    if (finder.done()) break;
    finder.add(OF_TRY(searcher->report(id)));
  }
  finder.choose();
  const Authority* known = Authorities::builtin().find(request.authority);
  since.authority = known != nullptr          ? known->name
                    : since.documents.empty() ? request.authority
                                              : since.documents.front().metadata.authority;
  if (since.last) fill(&since);
  keep_topics(topics, &since);
  since.missing_shards = searcher->missing_shards();
  return since;
}

}  // namespace ofsearch
