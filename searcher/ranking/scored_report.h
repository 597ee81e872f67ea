// A report with its score and those of its passages.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

namespace ofsearch {

struct ScoredPassage {
  Xapian::docid id = 0;
  double score = 0;
  int n = 0;  // Passage::n
};

struct ScoredReport {
  std::string id;
  double score = 0;
  bool some = false;                    // whether it has only some of the query
  int year = 0;                         // 0: not known
  std::vector<ScoredPassage> passages;  // best first
};

}  // namespace ofsearch
