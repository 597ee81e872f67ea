// Tells what the sentences of a passage find: praise of one thing may stand beside criticism of
// another.
#pragma once

#include "common/report/report.h"
#include "common/report/sentences.h"

#include <string_view>
#include <vector>

namespace ofsearch {

// The findings of one passage, which must outlive it.
class SentenceFindings {
 public:
  explicit SentenceFindings(const Passage& passage);

  // Tells whether it is known what each sentence finds.
  bool known() const { return known_; }
  const Sentences& sentences() const { return sentences_; }
  std::string_view text(size_t sentence) const;

  // Returns what `own`, numbers of sentences, find together; mixed if one praises and another
  // criticises. If none does, what those find that go on with them ("This limits ...") decides. If
  // these find nothing, or if it is not known what each finds, what the passage as a whole finds
  // decides: mixed if they lean the other way, neutral if they only count.
  Finding of(const std::vector<size_t>& own) const;

  // Returns what `own`, and those that go on with them or object to them ("However, ..."), surely
  // find together: strength or weakness; mixed for both, neutral for neither or if it is not known.
  Finding surely(const std::vector<size_t>& own) const;

 private:
  Finding clear_among(const std::vector<size_t>& some, double least) const;

  const Passage& passage_;
  Sentences sentences_;
  bool known_;
};

}  // namespace ofsearch
