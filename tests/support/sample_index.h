// A small index of invented reports, written by the same code as a real one.
#pragma once

#include "common/report/report.h"
#include "tests/support/temp_folder.h"

#include <filesystem>
#include <string>
#include <vector>

namespace ofsearch::test {

// A passage of `text`, numbered when it is added.
Passage sample_passage(std::string text, std::string section = "Findings",
                       SectionKind kind = SectionKind::kFindings);

// A report named `id` (also its path) with these facts and passages.
Report sample_report(std::string id, std::string authority, int year, std::string visit_type,
                     std::string grade, std::vector<Passage> passages);

// Five reports on three authorities; search_test.cc says what is in them.
std::vector<Report> sample_reports();

// An index of `reports` in a folder that is gone with the object.
class SampleIndex {
 public:
  explicit SampleIndex(const std::vector<Report>& reports = sample_reports());
  std::filesystem::path path() const { return folder_.path() / "index"; }

 private:
  TempFolder folder_;
};

}  // namespace ofsearch::test
