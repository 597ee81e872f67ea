// The plain structs that pass from stage to stage:
//   reader -> SourceDocument -> normaliser -> CleanDocument -> structure, metadata -> Report
// All text is UTF-8. Page numbers start at 1; 0 means that the format has no pages.
#pragma once

#include "common/report/sentences.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ofsearch {

// ---- Output of a reader -------------------------------------------------------------------

// One printed line (PDF), or one line or block of text (other formats).
struct Line {
  std::string text;
  // Box on the page in points (1/72 inch), origin top left; all 0 where the format has no layout.
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  double font_size = 0;    // of most of its characters, points; 0 where unknown
  bool bold = false;       // most of its characters are
  int block = 0;           // number of its block (a paragraph, if the format has them)
  int heading_level = 0;   // 1-6 where the format marks headings (HTML, DOCX, Markdown)
  bool list_item = false;  // the format marks it as a list item
};

struct Page {
  int number = 0;
  double width = 0, height = 0;  // points; 0 where the format has no layout
  std::vector<Line> lines;       // in reading order, as far as the format tells it
  bool ocr = false;              // they were read off a picture
};

struct SourceDocument {
  // "pdf", "docx", "odt", "epub", "html", "mime", "rtf", "markdown", "text" or "picture".
  std::string format;
  bool has_layout = false;     // lines have boxes
  bool hard_wrapped = false;   // a line's end is not a paragraph's end (PDF, plain text)
  std::string declared_title;  // the file's own title field; may be empty or misleading
  std::vector<Page> pages;
};

// ---- Output of the normaliser -------------------------------------------------------------

enum class ParagraphKind { kText, kHeading, kBullet, kNumbered, kTableRow, kFootnote };

// A paragraph rejoined across lines and pages.
struct Paragraph {
  std::string text;    // display form: ligatures, soft hyphens and private-use bullets resolved
  std::string number;  // printed beside it: "10", "2.1"; empty if none
  ParagraphKind kind = ParagraphKind::kText;
  int page = 0;                                     // page on which it begins
  int page_end = 0;                                 // page on which it ends
  std::vector<std::pair<size_t, int>> page_breaks;  // offset in `text` where a later page begins
  int heading_level = 0;                            // for kHeading: 1 (title) to 6
  double font_size = 0;
  bool bold = false;
};

struct CleanDocument {
  std::string format;
  bool has_layout = false;
  std::string declared_title;
  std::vector<Page> pages;            // lines with clean text, without page furniture
  std::vector<Line> furniture;        // the running heads and footers removed, one of each wording
  std::vector<Paragraph> paragraphs;  // the whole text in reading order
};

// ---- The report ---------------------------------------------------------------------------

enum class Finding { kNeutral, kStrength, kWeakness, kMixed };

// The part of a report that a section is, the same for all eras; the values of --section.
enum class SectionKind {
  kOther,
  kSummary,
  kRecommendations,
  kLeadership,
  kHelpAndProtection,
  kCare,
  kCareLeavers,
  kFindings,
  kBoilerplate,  // "Ofsted regulates and inspects...": found only if quoted
};

struct Section {
  std::string heading;
  SectionKind kind = SectionKind::kOther;
  std::string grade;  // printed in or just below the heading; empty if none
  int page = 0;
  std::vector<Paragraph> paragraphs;
};

// The unit of search.
struct Passage {
  int n = 0;              // 1, 2, ... within the report
  std::string paragraph;  // number printed beside it, or empty
  std::string section;    // heading
  SectionKind section_kind = SectionKind::kOther;
  std::string section_grade;  // grade of its section, or empty
  int page = 0, page_end = 0;
  std::string text;
  // The sentences of `text`, kept so that a search need not find them again; empty: not set.
  Sentences sentences;
  // The finding score of each of these sentences, -1 to 1; empty: not set.
  std::vector<double> sentence_findings;
  bool bullet = false;
  bool ocr = false;  // begins on a page that was read off a picture
  Finding finding = Finding::kNeutral;
  double finding_score = 0;  // -1 (weakness) to 1 (strength)
};

// The words of the document from which a field was taken.
struct Evidence {
  std::string text;
  int page = 0;
  std::string rule;  // short name of the rule: "title", "judgement-table", ...
};

// The facts of a report. Strings hold the values listed in docs/ofsearch-facets.7.md. A fact that
// the document does not settle is "unknown" or, if it is optional, nothing.
struct Metadata {
  std::string kind = "report";
  std::string authority = "unknown";
  std::string authority_code;
  std::string region;
  std::string visit_type = "unknown";
  std::optional<std::string> inspection_start, inspection_end, published;  // ISO 8601 dates
  std::optional<int> year;
  std::string grade = "unknown";
  std::map<std::string, std::string> judgements;  // "leaders" -> "good"
  std::optional<std::string> standing_grade;
  std::optional<std::string> send_outcome;
  std::optional<std::string> focus;
  std::optional<std::string> lead_inspector;
  std::optional<std::string> url;  // of the document on the inspectorate's site
  std::string title;
  std::map<std::string, Evidence> evidence;  // by field name; "judgements.leaders" for one grade
  std::vector<std::string> warnings;
};

struct Report {
  std::string id;                  // report_id() of its content
  std::string path;                // relative to the PATH given to ofindex; the first of `paths`
  std::vector<std::string> paths;  // of all files with its content, sorted
  std::string file;                // the absolute path of `path`
  std::string sha256;              // of the file's bytes, hex
  std::string indexed;             // when it first entered the index, ISO 8601 UTC
  bool ocr = false;                // a passage of it was read off a picture
  Metadata metadata;
  std::vector<Passage> passages;
};

}  // namespace ofsearch
