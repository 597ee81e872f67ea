#include "indexer/metadata/metadata.h"

#include "indexer/metadata/dates.h"
#include "indexer/metadata/focus.h"
#include "indexer/metadata/grades/frameworks.h"
#include "indexer/metadata/grades/grades.h"
#include "indexer/metadata/grades/send_outcome.h"
#include "indexer/metadata/grades/standing/standing_words.h"
#include "indexer/metadata/inspection_days.h"
#include "indexer/metadata/kind.h"
#include "indexer/metadata/marked_void.h"
#include "indexer/metadata/names/authority.h"
#include "indexer/metadata/names/lead_inspector.h"
#include "indexer/metadata/not_ours.h"
#include "indexer/metadata/run_on.h"
#include "indexer/metadata/view/damage.h"
#include "indexer/metadata/view/misreadings.h"
#include "indexer/metadata/view/title.h"
#include "indexer/metadata/visit_type.h"

#include <fmt/format.h>

namespace ofsearch {
namespace {

void set(const std::optional<Reading>& reading, std::string_view field,
         std::optional<std::string>* value, Metadata* metadata) {
  if (!reading) return;
  *value = reading->value;
  metadata->evidence[std::string(field)] = reading->evidence;
}

void set(const std::optional<Reading>& reading, std::string_view field, std::string* value,
         Metadata* metadata) {
  if (!reading) return;
  *value = reading->value;
  metadata->evidence[std::string(field)] = reading->evidence;
}

// Finds what inspections of our kinds award or find.
void find_awards(const View& view, Metadata* metadata) {
  find_grades(view, metadata);
  if (metadata->grade == "none") {
    set(find_standing_words(view, metadata->authority), "standing_grade", &metadata->standing_grade,
        metadata);
    if (const auto part = find_part_words(view))
      metadata->evidence["standing_grade.part"] = part->evidence;
  }
  // An article about several councils has no one's grades.
  if (metadata->kind == "article" && metadata->authority == "unknown") return;
  if (metadata->visit_type == "focused-visit" || metadata->visit_type == "monitoring-visit")
    set(find_focus(view), "focus", &metadata->focus, metadata);
  if (metadata->visit_type == "area-send")
    set(find_send_outcome(view), "send_outcome", &metadata->send_outcome, metadata);
}

// Settles the length of an inspection. A report whose title page has dates that cannot be read, or
// is missing, may be any of the three.
void settle_length(const View& view, int days, Metadata* metadata) {
  bool by_title = metadata->evidence["visit_type"].rule.starts_with("title");
  bool lost = !metadata->inspection_end && (prints_dates(view) || !by_title);
  bool whole_report = metadata->kind == "report" || metadata->kind == "unknown";
  if (lost && whole_report) {
    metadata->visit_type = "unknown";
    metadata->evidence.erase("visit_type");
    metadata->warnings.push_back("an inspection of all services, how long cannot be read");
    return;
  }
  // People who tell of an inspection count the days before inspectors came: two weeks of a short
  // one, too. Only a label's dates are those on site.
  if (auto found = metadata->evidence.find("inspection_end");
      found != metadata->evidence.end() && found->second.rule == "visit-sentence")
    return;
  metadata->visit_type = ilacs_by_days(days);
  // One of the days was misread.
  if (view.misread && metadata->visit_type == "ilacs") metadata->visit_type = "unknown";
}

}  // namespace

Metadata extract_metadata(const CleanDocument& source, const std::vector<Section>& sections,
                          std::string_view declared_published) {
  const bool misread = is_misread(source);
  const std::optional<CleanDocument> mended = mend_opening(source, misread);
  const CleanDocument& readable = mended ? *mended : source;
  const std::optional<CleanDocument> cut = cut_run_on_opening(readable);
  const CleanDocument& document = cut ? *cut : readable;
  View view(document, sections);
  view.misread = misread;
  view.declared_published = declared_published;
  Metadata metadata;
  if (view.second_report_page > 0)
    metadata.warnings.push_back(
        fmt::format("a second report begins on page {}; the facets are those of the first",
                    view.second_report_page));
  const std::optional<Reading> not_ours = find_not_ours(view);
  metadata.kind = "unknown";
  set(find_kind(view, not_ours), "kind", &metadata.kind, &metadata);
  set(find_title(view, metadata.kind), "title", &metadata.title, &metadata);
  set(not_ours ? not_ours : find_visit_type(view, metadata.kind), "visit_type",
      &metadata.visit_type, &metadata);
  if (metadata.visit_type == "unknown")
    metadata.warnings.push_back("the kind of inspection could not be told");

  // The days in a list of reports are of their publication.
  int days = not_ours && is_list(*not_ours) ? 0 : find_inspection_dates(view, &metadata);
  // A home or school is not the authority's whose name it bears.
  if (metadata.visit_type != "other" || !not_ours) find_authority(view, &metadata);
  if (!not_ours) find_awards(view, &metadata);
  if (metadata.visit_type == "ilacs") settle_length(view, days, &metadata);
  if (metadata.kind != "article")
    if (const std::optional<std::string> mark = mark_of_no_force(view))
      metadata.warnings.push_back(fmt::format("the document says of itself \"{}\"", *mark));
  set(find_lead_inspector(view), "lead_inspector", &metadata.lead_inspector, &metadata);
  return metadata;
}

}  // namespace ofsearch
