// Parses a thesaurus file into its statements. The head of common/data/thesaurus.txt describes the
// format.
#pragma once

#include "common/field/thesaurus/thesaurus_words.h"
#include "common/system/result.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch::thesaurus {

struct Term {
  std::string text;  // as the file writes it, words separated by one space
  bool capitals = false, ambiguous = false;
  int line = 0;
  std::vector<Piece> pieces;      // of the text
  std::string key, form, folded;  // key_of(), index_form() and folded_form() of the pieces
};
using TermPtr = std::shared_ptr<const Term>;

// One line of a file, with the lines that continue it. kSame, kOpposite and kRemove have terms in
// `left` only.
struct Statement {
  enum Kind { kSame, kMeans, kNarrower, kRelated, kOpposite, kRemove, kReplace } kind = kSame;
  std::vector<TermPtr> left, right;
  std::string file;
  int line = 0;
};
using Statements = std::vector<std::shared_ptr<const Statement>>;  // in the order read

// Reads statements as Thesaurus::parse() does, but without the check of opposites, which
// Table::build() makes.
Result<Statements> parse_statements(std::string_view text, std::string_view file_name);

// Returns the error for a mistake in a file: kUsage, "<file>:<line>: <what>".
Error error_at(const std::string& file, int line, const std::string& what, std::string hint);
std::string in_quotes(const std::string& text);

}  // namespace ofsearch::thesaurus
