#include "common/dates/typed_date.h"
#include "common/field/authorities/abolished.h"
#include "common/report/grades_before.h"
#include "common/report/values.h"
#include "common/text/nearest.h"
#include "searcher/evidence/counts.h"
#include "searcher/evidence/since_last.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace ofsearch {
namespace {

// The most passages of one document on one improvement that are shown to people.
constexpr size_t kMostOfDocument = 2;
constexpr std::string_view kOnlyBefore = "only before";

std::string name_of(const Report& report) {
  const VisitType* type = find_visit_type(report.metadata.visit_type);
  const std::string date = day_of(report.metadata);
  return fmt::format("{}{}{}", type == nullptr ? report.metadata.visit_type : type->label,
                     date.empty() ? "" : ", ", date);
}

std::vector<TableColumn> columns() {
  using Kind = TableColumn::Kind;
  using Use = TableColumn::Use;
  return {{"part", "", Kind::kText, Use::kAll},
          {"authority", "authority", Kind::kText, Use::kData},
          {"topics", "topics", Kind::kText, Use::kData},
          {"date", "date", Kind::kDate, Use::kAll},
          {"visit_type", "document", Kind::kText, Use::kAll},
          {"finding", "finds", Kind::kText, Use::kAll},
          {"paragraph", "paragraph", Kind::kText, Use::kAll},
          {"page", "page", Kind::kNumber, Use::kAll},
          {"text", "", Kind::kProse, Use::kAll},
          {"id", "id", Kind::kText, Use::kAll},
          {"path", "path", Kind::kText, Use::kData}};
}

class Filler {
 public:
  Filler(const SinceLast& since, bool for_people, Table* table)
      : since_(since), for_people_(for_people), table_(*table) {}

  void add(const std::vector<Improvement>& improvements, std::string_view part) {
    for (const Improvement& each : improvements) {
      ++number_;
      topics_ = fmt::format("{}", fmt::join(each.topics, "; "));
      group_ = fmt::format("{}. {}", number_,
                           each.topics.empty() ? std::string("(no topic known)")
                                               : list_in_words(each.topics, "and"));
      row(each.said, part);
      for (const PassageOf& place : few(each.before)) row(place, "said before");
      if (for_people_ && each.before.empty() && part != kOnlyBefore && since_.before) {
        table_.rows.push_back({group_, std::vector<TableCell>(table_.columns.size())});
        table_.rows.back().cells[0] = text_cell("said before");
        table_.rows.back().cells[8] = text_cell("(nothing comparable)");
      }
      for (const PassageOf& place : few(each.later)) row(place, "found since");
    }
  }

  size_t left_out() const { return left_out_; }

 private:
  void row(const PassageOf& place, std::string_view part) {
    const Report& report = since_.report(place);
    const Passage& passage = since_.passage(place);
    const Metadata& m = report.metadata;
    TableRow row{group_, {}};
    row.cells = {text_cell(std::string(part)), text_cell(m.authority),
                 text_cell(topics_),           text_cell(day_of(m)),
                 text_cell(m.visit_type),      text_cell(std::string(finding_name(place.finding))),
                 text_cell(passage.paragraph), TableCell(),
                 text_cell(passage.text),      text_cell(report.id),
                 text_cell(report.path)};
    if (const VisitType* type = find_visit_type(m.visit_type))
      row.cells[4].short_text = type->label;
    if (passage.page > 0) row.cells[7] = number_cell(passage.page);
    table_.rows.push_back(std::move(row));
  }

  // Returns those of each document that find most, in their order.
  std::vector<PassageOf> few(const std::vector<PassageOf>& places) {
    if (!for_people_) return places;
    std::vector<PassageOf> kept;
    for (const PassageOf& place : places) {
      const auto score = [&](const PassageOf& of) {
        return std::abs(since_.passage(of).finding_score);
      };
      const auto stronger = std::ranges::count_if(places, [&](const PassageOf& other) {
        return other.document == place.document &&
               (score(other) > score(place) ||
                (score(other) == score(place) && other.passage < place.passage));
      });
      if (static_cast<size_t>(stronger) < kMostOfDocument) kept.push_back(place);
    }
    left_out_ += places.size() - kept.size();
    return kept;
  }

  const SinceLast& since_;
  bool for_people_;
  Table& table_;
  size_t number_ = 0, left_out_ = 0;
  std::string topics_, group_;
};

std::string title_of(const SinceLast& since) {
  if (!since.last) return fmt::format("{}: no document says what must improve", since.authority);
  std::string title = fmt::format("{}: what must improve since {}", since.authority,
                                  name_of(since.documents[*since.last]));
  if (since.before)
    title += fmt::format("; the one before: {}", name_of(since.documents[*since.before]));
  return title;
}

// "later documents: focused visit, 2023-05-10; monitoring visit, 2024-01-30".
std::string later_documents(const SinceLast& since) {
  std::string names;
  for (size_t i = since.last.value_or(0); i-- > 0;)
    names += (names.empty() ? "" : "; ") + name_of(since.documents[i]);
  return names.empty() ? "there is no later document" : "later documents: " + names;
}

}  // namespace

Table since_last_table(const SinceLast& since, bool for_people) {
  Table table;
  table.name = "since-last";
  table.title = title_of(since);
  table.columns = columns();
  table.missing_shards = since.missing_shards;
  if (std::string note = what_became_of(since.authority, current_date()); !note.empty())
    table.notes.push_back(std::move(note));
  if (!since.last) {
    // The title says it to people; data have none.
    if (!for_people) table.notes.emplace_back("no document says what must improve");
    return table;
  }
  Filler filler(since, for_people, &table);
  filler.add(since.must_improve, "must improve");
  filler.add(since.visits_add, "a visit adds");
  filler.add(since.not_named_again, kOnlyBefore);
  if (table.rows.empty())
    table.notes.emplace_back("nothing of what must improve is of the topics asked for");
  table.notes.push_back(later_documents(since));
  if (filler.left_out() > 0)
    table.notes.push_back(fmt::format(
        "{} more comparable passages are left out; --format csv has them all", filler.left_out()));
  table.notes.emplace_back(
      "what is comparable, and what a passage finds, is told from topics and words in common and "
      "can "
      "be wrong or missing");
  return table;
}

}  // namespace ofsearch
