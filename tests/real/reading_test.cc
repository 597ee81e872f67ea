// What must hold of every report, whoever wrote it: the limits below are those of careful reading,
// not of this set.
#include "common/files/file.h"
#include "common/report/sentences.h"
#include "common/text/text.h"
#include "indexer/document/lines/list_marks.h"
#include "indexer/document/normaliser.h"
#include "indexer/document/passages.h"
#include "indexer/document/structure.h"
#include "indexer/readers/reader.h"
#include "indexer/run/corpus.h"
#include "tests/real/reports.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace ofsearch {
namespace {

struct ReadReport {
  std::string path;
  std::string error;
  SourceDocument source;
  CleanDocument clean;
  std::vector<Passage> passages;
};

ReadReport read_report_of(const CorpusFile& file) {
  ReadReport report;
  report.path = file.name;
  auto bytes = read_file(file.file);
  if (!bytes) {
    report.error = bytes.error().text();
    return report;
  }
  auto document = read_document(*bytes, file.name);
  if (!document) {
    report.error = document.error().text();
    return report;
  }
  report.source = *document;
  report.clean = normalise(std::move(*document));
  report.passages = make_passages(find_sections(report.clean.paragraphs));
  return report;
}

const std::vector<ReadReport>& reports() {
  static const std::vector<ReadReport> all = [] {
    std::vector<ReadReport> read;
    const Corpus corpus = list_corpus({absolute_root(test::reports_folder().string())}, "");
    for (const CorpusFile& file : corpus.files) {
      // What lies beside the reports to explain them is none.
      const std::string extension = file.file.extension().string();
      if (extension == ".pdf" || extension == ".txt") read.push_back(read_report_of(file));
    }
    return read;
  }();
  return all;
}

// Letters a to z, whatever their case; all that hyphens, bullets and spaces cannot change.
std::map<char, long> letters_of(std::string_view text) {
  std::map<char, long> counts;
  for (char c : search_form(text))
    if (c >= 'a' && c <= 'z') ++counts[c];
  return counts;
}

long sum(const std::map<char, long>& counts) {
  long total = 0;
  for (const auto& [letter, count] : counts) total += count;
  return total;
}

std::string text_of(const std::vector<Page>& pages) {
  std::string out;
  for (const Page& page : pages)
    for (const Line& line : page.lines) {
      if (!out.empty()) out += between_lines(out, line.text);
      out += line.text;
    }
  return out;
}

std::string text_of(const std::vector<Passage>& passages) {
  std::string out;
  for (const Passage& passage : passages) out += passage.text + "\n";
  return out;
}

size_t count_of(std::string_view text, std::string_view words) {
  size_t count = 0;
  for (size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1))
    ++count;
  return count;
}

bool is_page_number_only(std::string_view text) {
  std::string words = bare_words(text);
  if (words.starts_with("page ")) words = words.substr(5);
  return !words.empty() && std::all_of(words.begin(), words.end(), [](unsigned char c) {
    return std::isdigit(c) != 0 || c == ' ';
  });
}

}  // namespace

TEST_CASE("every real report is read and gives passages", "[real]") {
  REQUIRE_FALSE(reports().empty());
  for (const ReadReport& report : reports()) {
    INFO(report.path);
    CHECK(report.error == "");
    CHECK(report.passages.size() >= 5);
  }
}

TEST_CASE("passages of real reports know their pages", "[real]") {
  for (const ReadReport& report : reports()) {
    INFO(report.path);
    int last = report.source.pages.empty() ? 0 : report.source.pages.back().number;
    int first = report.source.has_layout ? 1 : 0;
    for (const Passage& passage : report.passages) {
      INFO(passage.text);
      CHECK(passage.page >= first);
      CHECK(passage.page <= passage.page_end);
      CHECK(passage.page_end <= last);
    }
  }
}

TEST_CASE("passages of real reports are neither too long nor empty nor page numbers", "[real]") {
  for (const ReadReport& report : reports()) {
    INFO(report.path);
    int n = 0;
    for (const Passage& passage : report.passages) {
      INFO(passage.text);
      CHECK(passage.n == ++n);
      CHECK_FALSE(passage.text.empty());
      CHECK_FALSE(is_page_number_only(passage.text));
      bool splittable = sentences(passage.text).size() > 1;
      if (splittable) CHECK(passage.text.size() <= PassageLimits().longest);
    }
  }
}

TEST_CASE("joining the lines of real reports loses no letter", "[real]") {
  for (const ReadReport& report : reports()) {
    INFO(report.path);
    std::string joined;
    for (const Paragraph& paragraph : report.clean.paragraphs) joined += paragraph.text + "\n";
    // "o" may have stood for a bullet.
    auto before = letters_of(text_of(report.clean.pages)), after = letters_of(joined);
    before.erase('o'), after.erase('o');
    CHECK(before == after);
  }
}

TEST_CASE("little of a real report is page furniture", "[real]") {
  for (const ReadReport& report : reports()) {
    INFO(report.path);
    double read = static_cast<double>(sum(letters_of(text_of(report.source.pages))));
    double kept = static_cast<double>(sum(letters_of(text_of(report.clean.pages))));
    CHECK(kept >= 0.9 * read);
    CHECK(kept <= read);
  }
}

TEST_CASE("the paragraphs of real reports are numbered without gaps", "[real]") {
  size_t numbered = 0, gaps = 0, documents = 0;
  for (const ReadReport& report : reports()) {
    size_t own = 0;
    int last = 0;
    for (const Paragraph& paragraph : report.clean.paragraphs) {
      if (paragraph.kind != ParagraphKind::kNumbered) continue;
      if (paragraph.number.find('.') != std::string::npos) continue;
      ++own;
      int number = std::stoi(paragraph.number);
      gaps += number > last + 1 && number < last + 5 ? 1 : 0;
      last = number;
    }
    numbered += own;
    documents += own >= 10 ? 1 : 0;
  }
  INFO(numbered << " numbered paragraphs, " << gaps << " gaps, " << documents << " documents");
  CHECK(static_cast<double>(documents) >= 0.6 * static_cast<double>(reports().size()));
  CHECK(static_cast<double>(gaps) <= 0.002 * static_cast<double>(numbered));
}

TEST_CASE("hyphens at the line ends of real reports stay", "[real]") {
  size_t kept = 0;
  for (const ReadReport& report : reports()) {
    INFO(report.path);
    std::string text = search_form(text_of(report.passages));
    std::string printed;
    for (const Page& page : report.source.pages)
      for (const Line& line : page.lines) printed += search_form(line.text) + "\n";
    for (const char* word : {"multiagency", "decisionmaking", "highquality", "longterm", "covid19"})
      CHECK(count_of(text, word) <= count_of(printed, word));
    kept += count_of(text, "multi-agency");
  }
  CHECK(kept > reports().size());
}

TEST_CASE("phrases that real reports break over lines and pages are whole again", "[real]") {
  for (const char* phrase : {"multi-agency safeguarding hub", "local authority", "children in care",
                             "independent reviewing officers", "help and protection"}) {
    INFO(phrase);
    size_t within_lines = 0, whole = 0, all = 0;
    for (const ReadReport& report : reports()) {
      for (const Paragraph& paragraph : report.clean.paragraphs)
        whole += count_of(search_form(paragraph.text), phrase);
      all += count_of(search_form(text_of(report.clean.pages)), phrase);
      for (const Page& page : report.clean.pages)
        for (const Line& line : page.lines)
          within_lines += count_of(search_form(line.text), phrase);
    }
    INFO(within_lines << " within a line, " << all << " in all, " << whole << " in paragraphs");
    CHECK(all > within_lines);
    CHECK(static_cast<double>(whole) >= 0.98 * static_cast<double>(all));
  }
}

TEST_CASE("paragraphs of real reports begin where sentences begin", "[real]") {
  size_t paragraphs = 0, inside = 0;
  for (const ReadReport& report : reports())
    for (const Paragraph& paragraph : report.clean.paragraphs) {
      bool text =
          paragraph.kind == ParagraphKind::kText || paragraph.kind == ParagraphKind::kNumbered;
      if (!text || !report.source.has_layout) continue;
      ++paragraphs;
      inside += std::islower(static_cast<unsigned char>(paragraph.text[0])) != 0 ? 1 : 0;
    }
  INFO(inside << " of " << paragraphs);
  CHECK(static_cast<double>(inside) <= 0.005 * static_cast<double>(paragraphs));
}

}  // namespace ofsearch
