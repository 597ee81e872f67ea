#include "searcher/web/pages/page_report.h"

#include "common/report/values.h"
#include "common/text/counted.h"
#include "common/text/file_address.h"
#include "searcher/present/formatter.h"
#include "searcher/web/pages/document_file.h"
#include "searcher/web/pages/page_authority.h"
#include "searcher/web/pages/page_printed.h"
#include "searcher/web/parts/frame/layout.h"
#include "searcher/web/parts/frame/problem.h"
#include "searcher/web/parts/frame/words.h"
#include "searcher/web/parts/index_page.h"
#include "searcher/web/parts/query/filter_words.h"
#include "searcher/web/parts/report_in_search.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <iterator>
#include <set>

namespace ofsearch::web {
namespace {

struct ReportPage {
  const Report& report;
  const ReportInSearch& in_search;
  const Parameters& parameters;
  const Site& site;
  bool marked;
  bool printed;  // its pages can be drawn

  std::string path(const std::string& id) const { return site.path("/reports/" + id); }
};

void add_fact(Json* facts, std::string label, std::string value, std::string link = {}) {
  if (value.empty() || value == "unknown") return;
  facts->push_back({{"label", std::move(label)}, {"value", std::move(value)}, {"link", link}});
}

Json facts_view(const Report& report, const Site& site) {
  const Metadata& m = report.metadata;
  auto filter = [&](const char* option, const std::string& value) {
    return Parameters().with(option, value).link(site.path("/search"));
  };
  Json facts = Json::array();
  add_fact(&facts, "Authority", m.authority, authority_address(m.authority, site));
  add_fact(&facts, "Region", m.region);
  add_fact(&facts, "Type of visit", value_label("visit_type", m.visit_type),
           filter("type", one_value("visit_type", m.visit_type).typed));
  add_fact(&facts, "Dates of the visit", dates_words(m));
  add_fact(&facts, "Published", m.published ? date_words(*m.published) : "");
  add_fact(&facts, "Focus", m.focus ? value_label("focus", *m.focus) : "");
  add_fact(&facts, "Lead inspector", m.lead_inspector.value_or(""));
  add_fact(&facts, "Kind of document", value_label("kind", m.kind));
  const std::string address = m.url.value_or("");
  add_fact(&facts, "On the inspectorate's site", address, is_web_address(address) ? address : "");
  add_fact(&facts, "File", report.path, has_file(report) ? file_link(report, 0, site) : "");
  return facts;
}

Json judgements_view(const Metadata& metadata) {
  Json rows = Json::array();
  for (const Judgement& judgement : judgements()) {
    auto it = metadata.judgements.find(std::string(judgement.name));
    if (it != metadata.judgements.end())
      rows.push_back({{"label", judgement.words}, {"grade", grade_view(it->second)}});
  }
  return rows;
}

// The printed number as part of an anchor: "2.1" stays, everything strange is left out.
std::string anchor(const std::string& paragraph, std::set<std::string>* used) {
  std::string name = "p";
  for (char c : paragraph)
    if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.')
      name.push_back(c);
  return name.size() > 1 && used->insert(name).second ? name : "";
}

// "3 of 7" and the hits before and after.
Json hit_view(const ReportPage& page, const Passage& passage) {
  const auto& marks = page.in_search.marks;
  auto it = marks.find(passage.n);
  if (it == marks.end()) return Json();
  auto link = [](int n) { return "#n" + std::to_string(n); };
  return {{"number", std::distance(marks.begin(), it) + 1},
          {"total", marks.size()},
          {"previous", it == marks.begin() ? "" : link(std::prev(it)->first)},
          {"next", std::next(it) == marks.end() ? "" : link(std::next(it)->first)},
          {"citation", citation(page.report, &passage)}};
}

std::string printed_link(const ReportPage& page, const Passage& passage) {
  if (passage.page == 0 || !page.printed) return "";
  return printed_page_link(page.report.id, passage.page, passage.n, page.parameters, page.site);
}

Json passage_view(const ReportPage& page, const Passage& passage, std::set<std::string>* used) {
  Json hit = hit_view(page, passage);
  bool marked = !hit.is_null() && page.marked;
  std::string finding(finding_name(passage.finding));
  return {
      {"n", passage.n},
      {"anchor", anchor(passage.paragraph, used)},
      {"paragraph", passage.paragraph},
      {"bullet", passage.bullet},
      {"page", passage.page > 0 ? std::to_string(passage.page) : ""},
      {"ocr", passage.ocr},
      {"printed", printed_link(page, passage)},
      {"finding", finding == "neutral" ? "" : value_label("finding", finding)},
      {"finding_kind", finding},
      {"parts", marked_parts(passage.text, marked ? page.in_search.marks.at(passage.n) : Marks())},
      {"hit", hit}};
}

// The text by section, in order; a section begins wherever the heading changes.
Json sections_view(const ReportPage& page) {
  Json sections = Json::array();
  std::set<std::string> used;
  const std::string* heading = nullptr;
  for (const Passage& passage : page.report.passages) {
    if (heading == nullptr || *heading != passage.section) {
      std::string grade = passage.section_grade;
      sections.push_back({{"id", fmt::format("s{}", sections.size() + 1)},
                          {"heading", passage.section},
                          {"grade", grade.empty() ? Json() : grade_view(grade)},
                          {"passages", Json::array()}});
    }
    heading = &passage.section;
    sections.back()["passages"].push_back(passage_view(page, passage, &used));
  }
  return sections;
}

// Back to the results, to the reports before and after, marks on and off.
Json search_view(const ReportPage& page) {
  const ReportInSearch& found = page.in_search;
  if (!found.searched) return Json();
  Parameters search = search_parameters(page.parameters);
  auto neighbour = [&](const std::string& id, size_t rank) {
    if (id.empty()) return std::string();
    return search.set("at", std::to_string(rank)).link(page.path(id));
  };
  size_t shown_from = (found.rank - 1) / 10 * 10;
  Parameters list = shown_from == 0 ? search : search.set("offset", std::to_string(shown_from));
  Parameters other =
      page.marked ? page.parameters.set("marks", "off") : page.parameters.without("marks");
  std::string first = found.marks.empty() ? "" : fmt::format("#n{}", found.marks.begin()->first);
  return {{"interpreted", found.interpreted},
          {"rank", with_commas(found.rank)},
          {"total", with_commas(found.total)},
          {"some", found.some},
          {"back", list.link(page.site.path("/search"))},
          {"previous", neighbour(found.previous, found.rank - 1)},
          {"next", neighbour(found.next, found.rank + 1)},
          {"hits", counted_with_commas(found.marks.size(), "passage")},
          {"first_hit", first},
          {"marked", page.marked},
          {"other_marks", other.link(page.path(page.report.id))}};
}

// Tells of the search that led here and finds this report no more: what it was, and the way to it.
Json lost_view(const ReportPage& page) {
  if (!page.in_search.lost) return Json();
  return {{"interpreted", page.in_search.interpreted},
          {"back", search_parameters(page.parameters).link(page.site.path("/search"))}};
}

Json view_of(const ReportPage& page) {
  const Report& report = page.report;
  Json view = page_view(page.site, report_title(report));
  view["query"] = page.parameters.value("q");
  view["heading"] = report_title(report);
  view["own_title"] = report.metadata.title;
  view["grade"] = grade_view(report.metadata);
  view["facts"] = facts_view(report, page.site);
  view["judgements"] = judgements_view(report.metadata);
  view["has_judgements"] = !view["judgements"].empty();
  view["sections"] = sections_view(page);
  view["search"] = search_view(page);
  view["lost"] = lost_view(page);
  view["citation"] = citation(report, nullptr);
  view["warnings"] = report.metadata.warnings;
  view["json"] = page.site.path("/api/reports/" + report.id);
  return view;
}

}  // namespace

HttpResponse report_page(const std::string& id, const Parameters& parameters, const Site& site,
                         Searcher* searcher) {
  auto report = searcher->report(id);
  if (!report) return error_answer(report.error(), false, site);
  ReportInSearch in_search = find_in_search(id, parameters, site, searcher);
  bool marked = parameters.value("marks") != "off";
  bool printed = site.pictures != nullptr && has_printed_pages(*report);
  return index_page("report", view_of({*report, in_search, parameters, site, marked, printed}),
                    searcher);
}

}  // namespace ofsearch::web
