// Writes the units of judgement of reports or of lines of text, one a line, for
// scripts/train-findings:
//   finding_units PATH...  < nothing      units of the passages of these reports
//   finding_units -        < LINES        units of each line of the standard input
// Columns: report, passage, section kind, section grade, words, numbers, names, text of the unit,
// features (separated by "|"). A passage's first unit repeats nothing of the passage.
#include "indexer/document/findings/finding_units.h"

#include "common/files/file.h"
#include "common/report/sections.h"
#include "common/report/values.h"
#include "indexer/document/normaliser.h"
#include "indexer/document/passages.h"
#include "indexer/document/structure.h"
#include "indexer/readers/reader.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <string>

namespace {

using namespace ofsearch;

std::string one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return text;
}

void print(const std::string& report, const Passage& passage) {
  for (const FindingUnit& unit : finding_units(passage.text, sentences_of(passage))) {
    std::cout << report << '\t' << passage.n << '\t' << section_kind_name(passage.section_kind)
              << '\t' << passage.section_grade << '\t' << unit.words << '\t' << unit.numbers << '\t'
              << unit.names << '\t'
              << one_line(passage.text.substr(unit.begin, unit.end - unit.begin)) << '\t';
    for (size_t i = 0; i < unit.features.size(); ++i)
      std::cout << (i == 0 ? "" : "|") << unit.features[i];
    std::cout << '\n';
  }
}

int from_lines() {
  Passage passage;
  while (std::getline(std::cin, passage.text)) {
    ++passage.n;
    print("-", passage);
  }
  return 0;
}

int from_report(const std::string& path) {
  auto bytes = read_file(path);
  if (!bytes) {
    std::cerr << bytes.error().text() << '\n';
    return 1;
  }
  auto document = read_document(*bytes, path);
  if (!document) {
    std::cerr << path << ": " << document.error().text() << '\n';
    return 1;
  }
  CleanDocument clean = normalise(std::move(*document));
  std::string name = std::filesystem::path(path).filename().string();
  for (const Passage& passage : make_passages(find_sections(clean.paragraphs)))
    print(name, passage);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 2 && std::string(argv[1]) == "-") return from_lines();
  int failed = 0;
  for (int i = 1; i < argc; ++i) failed += from_report(argv[i]);
  return failed == 0 ? 0 : 1;
}
