#include "indexer/run/shared_text.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace ofsearch {
namespace {

constexpr size_t kMostAuthorities = 20;

// A number for each authority, and for each report without a known one.
class AuthorityNumbers {
 public:
  uint32_t operator()(const Report& report) {
    const std::string& name = report.metadata.authority;
    const std::string_view key = name == "unknown" ? report.id : name;
    return numbers_.emplace(key, static_cast<uint32_t>(numbers_.size())).first->second;
  }

 private:
  std::unordered_map<std::string_view, uint32_t> numbers_;
};

// The shapes that more than so many authorities have.
std::unordered_set<uint64_t> shared_shapes(const std::vector<SettledReport>& reports) {
  std::vector<std::pair<uint64_t, uint32_t>> seen;  // shape and authority
  AuthorityNumbers number_of;
  for (const SettledReport& settled : reports)
    for (uint64_t shape : settled.shapes)
      if (shape != 0) seen.emplace_back(shape, number_of(settled.report));
  std::sort(seen.begin(), seen.end());
  seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
  std::unordered_set<uint64_t> shared;
  for (size_t begin = 0; begin < seen.size();) {
    size_t end = begin;
    while (end < seen.size() && seen[end].first == seen[begin].first) ++end;
    if (end - begin > kMostAuthorities) shared.insert(seen[begin].first);
    begin = end;
  }
  return shared;
}

}  // namespace

void find_shared_text(std::vector<SettledReport>* reports) {
  const std::unordered_set<uint64_t> shared = shared_shapes(*reports);
  for (SettledReport& settled : *reports)
    for (size_t i = 0; i < settled.shapes.size(); ++i)
      if (shared.contains(settled.shapes[i])) settled.shared.push_back(i);
}

void set_shared_text_apart(const std::vector<size_t>& shared, Report* report) {
  for (size_t number : shared) {
    Passage& passage = report->passages.at(number);
    passage.section_kind = SectionKind::kBoilerplate;
    passage.finding = Finding::kNeutral;
    passage.finding_score = 0;
    passage.sentence_findings.clear();
  }
}

}  // namespace ofsearch
