// Parts of an index that are whole and do not belong together: nothing of one report is shown as
// another's, and no report where its own facts say that it has no place.
#include "common/index/facet_values.h"
#include "common/index/schema.h"
#include "searcher/evidence/history.h"
#include "searcher/search.h"
#include "tests/support/catch.h"
#include "tests/support/sample_index.h"

#include <xapian.h>

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace ofsearch {
namespace {

constexpr const char* kOne = "aaaaaaaaaa01";    // Someshire, 2015, inadequate
constexpr const char* kOther = "aaaaaaaaaa02";  // Someshire, 2019, good
constexpr const char* kThird = "aaaaaaaaaa03";  // Otherbury, 2019, good

// The sample index, to be changed before it is searched.
class LyingIndex {
 public:
  explicit LyingIndex(const std::vector<Report>& reports = test::sample_reports())
      : sample_(reports), database_(sample_.path().string(), Xapian::DB_OPEN) {}

  // The document of a report, or its nth passage.
  Xapian::docid report(const std::string& id) const { return of_kind(kReportTerm, id, 1); }
  Xapian::docid passage(const std::string& id, int n) const { return of_kind(kPassageTerm, id, n); }

  void change(Xapian::docid id, const std::function<void(Xapian::Document*)>& change) {
    Xapian::Document document = database_.get_document(id);
    change(&document);
    database_.replace_document(id, document);
  }
  std::string value(Xapian::docid id, unsigned slot) const {
    return database_.get_document(id).get_value(slot);
  }
  void give_value(Xapian::docid to, unsigned slot, const std::string& value) {
    change(to, [&](Xapian::Document* document) { document->add_value(slot, value); });
  }
  // As a list of postings that names another document than it did.
  void move_term(const std::string& term, Xapian::docid from, Xapian::docid to) {
    change(from, [&](Xapian::Document* document) { document->remove_term(term); });
    change(to, [&](Xapian::Document* document) { document->add_boolean_term(term); });
  }

  Searcher searcher() {
    database_.commit();
    auto opened = Searcher::open(sample_.path());
    REQUIRE(opened);
    return std::move(*opened);
  }

 private:
  Xapian::docid of_kind(std::string_view kind, const std::string& id, int n) const {
    Xapian::Enquire enquire(database_);
    enquire.set_query({Xapian::Query::OP_AND, Xapian::Query(std::string(kind)),
                       Xapian::Query(prefixed_term(kReportIdPrefix, id))});
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    return *enquire.get_mset(static_cast<Xapian::doccount>(n - 1), 1).begin();
  }

  test::SampleIndex sample_;
  Xapian::WritableDatabase database_;
};

template <typename Answer>
void check_damaged(const Result<Answer>& answer) {
  REQUIRE_FALSE(answer);
  CHECK(answer.error().code == ErrorCode::kIndexDamaged);
  CHECK(answer.error().hint.starts_with("check it with: ofindex --check --db /"));
}

SearchRequest asking(const std::string& query) {
  SearchRequest request;
  request.query = query;
  return request;
}

SearchRequest filtered_by(const std::string& field, const std::string& value) {
  SearchRequest request;
  request.filters = {{field, value}};
  return request;
}

}  // namespace

TEST_CASE("An index that lies about nothing answers all that the others refuse") {
  LyingIndex index;
  Searcher searcher = index.searcher();
  SearchRequest by_date = asking("caseloads");
  by_date.sort = SortOrder::kOldest;
  SearchRequest years;
  years.from = "2019-01-01";
  SearchRequest facets = asking("");
  facets.facets = {"grade"};
  for (const SearchRequest& request : {by_date, years, facets, filtered_by("grade", "good"),
                                       filtered_by("authority", "Otherbury")})
    CHECK(searcher.search(request));
  CHECK(searcher.report(kOne));
  CHECK(searcher.similar(kOne, 5));
}

TEST_CASE("A passage of another report is not shown under one that lists it") {
  LyingIndex index;
  const std::string term = prefixed_term(kReportIdPrefix, kOne);
  index.change(index.passage(kThird, 2),
               [&](Xapian::Document* document) { document->add_boolean_term(term); });
  Searcher searcher = index.searcher();
  SearchRequest request = asking("caseloads");
  request.sort = SortOrder::kOldest;
  check_damaged(searcher.search(request));
  check_damaged(searcher.report(kOne));
}

TEST_CASE("A record that lies at the place of another passage is not shown there") {
  LyingIndex index;
  const std::string record = index.value(index.passage(kThird, 2), kRecordSlot);
  index.give_value(index.passage(kOne, 3), kRecordSlot, record);
  Searcher searcher = index.searcher();
  SearchRequest request = asking("caseloads");
  request.sort = SortOrder::kOldest;
  check_damaged(searcher.search(request));
  check_damaged(searcher.report(kOne));
}

TEST_CASE("A record of which only what ranks can be read is not shown") {
  std::vector<Report> reports = test::sample_reports();
  REQUIRE(reports[0].passages[2].text == "Reduce caseloads.");
  // Moves the fields behind it, so that a letter stands for whether the passage is a scan's.
  reports[0].passages[2].section_grade = "good\tneutral\t0.5\t\t\t0\tx";
  LyingIndex index(reports);
  Searcher searcher = index.searcher();
  check_damaged(searcher.search(asking("caseloads")));
  SearchRequest aside = asking("caseloads");
  aside.passages_aside = 0;
  check_damaged(searcher.search(aside));
  CHECK(searcher.search(asking("foster carers praise")));
}

TEST_CASE("A report of as many passages is not shown with the parts of another") {
  LyingIndex fields, passage;
  fields.give_value(fields.report(kOther), kReportFieldsSlot,
                    fields.value(fields.report(kThird), kReportFieldsSlot));
  Searcher searcher = fields.searcher();
  check_damaged(searcher.report(kOther));
  passage.give_value(passage.passage(kOther, 2), kRecordSlot,
                     passage.value(passage.passage(kThird, 2), kRecordSlot));
  Searcher other = passage.searcher();
  check_damaged(other.report(kOther));
}

TEST_CASE("A report that has one of its passages twice is not shown") {
  LyingIndex index;
  index.give_value(index.passage(kOne, 3), kRecordSlot,
                   index.value(index.passage(kOne, 2), kRecordSlot));
  Searcher searcher = index.searcher();
  check_damaged(searcher.report(kOne));
}

TEST_CASE("A passage whose record is gone is damage, not one passage less") {
  LyingIndex index;
  index.change(index.passage(kOne, 3),
               [](Xapian::Document* document) { document->remove_value(kRecordSlot); });
  Searcher searcher = index.searcher();
  check_damaged(searcher.search(asking("caseloads")));
}

TEST_CASE("Fields that lie at the place of another report are not shown as its own") {
  LyingIndex index;
  index.give_value(index.report(kOne), kReportFieldsSlot,
                   index.value(index.report(kThird), kReportFieldsSlot));
  Searcher searcher = index.searcher();
  check_damaged(searcher.search(asking("fostered")));
  check_damaged(searcher.report(kOne));
  SearchRequest listed = asking("fostered");
  listed.sort = SortOrder::kNewest;
  check_damaged(searcher.search(listed));
}

TEST_CASE("Fields of another report are not shown as those of one that reads alike") {
  std::vector<Report> reports = test::sample_reports();
  for (Report& report : reports)
    if (report.id == kOne || report.id == kOther)
      report.passages[0].text = "Some kinship carers know kinship panels; kinship matters.";
  LyingIndex index(reports);
  CHECK(index.searcher().similar(kOther, 5));
  index.give_value(index.report(kOne), kReportFieldsSlot,
                   index.value(index.report(kThird), kReportFieldsSlot));
  Searcher searcher = index.searcher();
  check_damaged(searcher.similar(kOther, 5));
}

TEST_CASE("A report is not listed under a fact that it does not have") {
  const std::pair<const char*, const char*> facts[] = {
      {"grade", "good"}, {"authority", "Otherbury"}, {"year", "2019"}};
  for (const auto& [field, value] : facts) {
    LyingIndex index;
    const std::string term = filter_term(*find_field(field), value);
    index.move_term(term, index.report(kThird), index.report(kOne));
    index.move_term(term, index.passage(kThird, 1), index.passage(kOne, 3));
    Searcher searcher = index.searcher();
    INFO(field);
    check_damaged(searcher.search(filtered_by(field, value)));
    SearchRequest with_words = filtered_by(field, value);
    with_words.query = "caseloads";
    check_damaged(searcher.search(with_words));
  }
}

TEST_CASE("A history has no report of another authority") {
  LyingIndex index;
  index.move_term(filter_term(*find_field("authority"), "Otherbury"), index.report(kThird),
                  index.report(kOne));
  Searcher searcher = index.searcher();
  check_damaged(history(&searcher, {"Otherbury", {}, false}));
}

TEST_CASE("A report is not listed in a time that is not its own") {
  LyingIndex index;
  index.give_value(index.report(kOne), kDateSlot, "20200101");
  index.give_value(index.report(kOther), kIndexedSlot, "2027-01-01T00:00:00Z");
  Searcher searcher = index.searcher();
  SearchRequest from;
  from.from = "2020-01-01";
  check_damaged(searcher.search(from));
  SearchRequest new_ones;
  new_ones.indexed_since = "2026-06-01";
  check_damaged(searcher.search(new_ones));
}

TEST_CASE("Facets are counted from values as they were written") {
  LyingIndex index;
  std::string facets = index.value(index.report(kOne), kFacetsSlot);
  facets[facets.find("inadequate")] = 'I';
  index.give_value(index.report(kOne), kFacetsSlot, facets);
  Searcher searcher = index.searcher();
  SearchRequest request;
  request.facets = {"grade"};
  check_damaged(searcher.search(request));
}

}  // namespace ofsearch
