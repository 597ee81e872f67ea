// Documents of the index as plain data: what the document builder makes and a segment writes.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace ofsearch {

// A term of the documents of one segment. There is one for each text, so that what is known of it
// is found by its number, not by its text.
struct IndexTerm {
  std::string text;
  uint32_t number = 0;  // 0, 1, 2 ... in the order of first use

  uint64_t last_document = 0;  // of DocumentTerms, which alone use these two
  uint32_t place = 0;
};

class TermTable {
 public:
  // The term of that text; lives as long as the table.
  IndexTerm* term(std::string_view text) {
    if (auto known = by_text_.find(text); known != by_text_.end()) return known->second;
    IndexTerm& added =
        terms_.emplace_back(IndexTerm{std::string(text), static_cast<uint32_t>(terms_.size())});
    by_text_.emplace(added.text, &added);
    return &added;
  }

  uint64_t next_document() { return ++documents_; }

 private:
  std::deque<IndexTerm> terms_;
  std::unordered_map<std::string_view, IndexTerm*> by_text_;
  uint64_t documents_ = 0;
};

struct TermUse {
  const IndexTerm* term = nullptr;
  uint32_t uses = 0;  // 0: the term is there to be found by, and counts for nothing
};

// Collects the terms of one document, each once. Terms that two documents have in common must not
// be added to both by turns.
class DocumentTerms {
 public:
  explicit DocumentTerms(TermTable* table) : document_(table->next_document()) {}

  void add(IndexTerm* term, uint32_t uses) {
    if (term->last_document != document_) {
      term->last_document = document_;
      term->place = static_cast<uint32_t>(uses_.size());
      uses_.push_back({term, 0});
    }
    uses_[term->place].uses += uses;
  }

  std::vector<TermUse> take() { return std::move(uses_); }

 private:
  uint64_t document_;
  std::vector<TermUse> uses_;
};

struct IndexDocument {
  std::vector<TermUse> terms;                                    // each once, in no order
  std::vector<std::pair<const IndexTerm*, uint32_t>> positions;  // for servers; from 1
  std::vector<std::pair<uint32_t, std::string>> values;  // each slot once; empty ones are none
  std::string data;
};

}  // namespace ofsearch
