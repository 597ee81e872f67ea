// What the sentences of a passage find: praise of one thing may stand beside criticism of another.
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

  // Whether it is known what each sentence finds.
  bool known() const { return known_; }
  const Sentences& sentences() const { return sentences_; }
  std::string_view text(size_t sentence) const;

  // What `own`, numbers of sentences, find together: mixed where one praises and another
  // criticises. Where none does, what those find that go on with them ("This limits ..."); else, or
  // where what each finds is not known, what the passage as a whole does: mixed where they lean the
  // other way, neutral where they only count.
  Finding of(const std::vector<size_t>& own) const;

  // What `own` and those that go on with them, or object to them ("However, ..."), surely find
  // together: strength or weakness; mixed for both, neutral for neither or where it is not known.
  Finding surely(const std::vector<size_t>& own) const;

 private:
  Finding clear_among(const std::vector<size_t>& some, double least) const;

  const Passage& passage_;
  Sentences sentences_;
  bool known_;
};

}  // namespace ofsearch
