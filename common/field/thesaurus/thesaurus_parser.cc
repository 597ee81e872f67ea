#include "common/field/thesaurus/thesaurus_parser.h"

#include "common/field/thesaurus/thesaurus.h"
#include "common/text/characters.h"
#include "common/text/code_points.h"
#include "common/words/words.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <utility>

namespace ofsearch::thesaurus {
namespace {

class Parser {
 public:
  explicit Parser(std::string_view file) : file_(file) {}

  Result<Statements> parse(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    for (int number = 1; !text.empty(); ++number) {
      const auto end = text.find('\n');
      OF_CHECK(take_line(text.substr(0, end), number));
      text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    OF_CHECK(finish_statement());
    return std::move(statements_);
  }

 private:
  // A word, a sign or a mark, with the line on which it stands.
  struct Token {
    std::string text;
    int line;
  };

  Error error(int line, const std::string& what, std::string hint) const {
    return error_at(file_, line, what, std::move(hint));
  }

  Result<void> take_line(std::string_view line, int number) {
    if (!is_utf8(line))
      return error(number, "not UTF-8 text", "save the file in the encoding UTF-8");
    const std::string_view content = trimmed(line);
    if (content.empty() || content.front() == '#') return {};
    const bool continues = line.front() == ' ' || line.front() == '\t';
    if (continues && tokens_.empty())
      return error(number, "an indented line continues the line before it, but there is none",
                   "begin the line at its left edge");
    if (!continues) OF_CHECK(finish_statement());
    tokenise(content, number);
    return {};
  }

  void tokenise(std::string_view content, int number) {
    constexpr std::string_view kSpaces = " \t\r\f\v";
    for (std::size_t at = 0; (at = content.find_first_not_of(kSpaces, at)) < content.size();) {
      const std::size_t end = std::min(content.find_first_of(kSpaces, at), content.size());
      std::string_view word = content.substr(at, end - at);
      at = end;
      const bool comma = word.size() > 1 && word.back() == ',';
      if (comma) word.remove_suffix(1);
      tokens_.push_back({std::string(word), number});
      if (comma) tokens_.push_back({",", number});
    }
  }

  Result<void> finish_statement() {
    if (tokens_.empty()) return {};
    Statement statement;
    statement.file = file_;
    statement.line = tokens_.front().line;
    if (tokens_.front().text.front() == '@') {
      OF_CHECK(read_directive(statement));
    } else {
      OF_CHECK(read_relation(statement));
    }
    OF_CHECK(check_repeats(statement));
    statements_.push_back(std::make_shared<const Statement>(std::move(statement)));
    tokens_.clear();
    return {};
  }

  Result<void> read_directive(Statement& statement) {
    if (tokens_.front().text == "@replace" && tokens_.size() == 1) {
      statement.kind = Statement::kReplace;
      return {};
    }
    if (tokens_.front().text != "@remove")
      return error(statement.line, "unknown directive " + in_quotes(tokens_.front().text),
                   "use \"@replace\" alone in its line or \"@remove TERM, TERM\"");
    statement.kind = Statement::kRemove;
    tokens_.erase(tokens_.begin());
    return read_terms(statement, "");
  }

  Result<void> read_relation(Statement& statement) {
    static const std::map<std::string, Statement::Kind> kSigns = {{"=", Statement::kSame},
                                                                  {"=>", Statement::kMeans},
                                                                  {">", Statement::kNarrower},
                                                                  {"~", Statement::kRelated},
                                                                  {"!=", Statement::kOpposite}};
    std::string sign;
    for (const Token& token : tokens_) {
      if (!kSigns.count(token.text)) continue;
      if (!sign.empty() && token.text != sign)
        return error(token.line, "both " + in_quotes(sign) + " and " + in_quotes(token.text),
                     "give each relation a line of its own");
      sign = token.text;
    }
    if (sign.empty())
      return error(
          statement.line, "no relation",
          "write \"TERM = TERM\", \"TERM => TERM\", \"TERM > TERM, TERM\", \"TERM ~ TERM\" or "
          "\"TERM != TERM\", with a space on either side of the sign");
    statement.kind = kSigns.at(sign);
    return read_terms(statement, sign);
  }

  // Cuts the tokens at `sign` and at commas. A group is cut by its sign alone, a relation with two
  // sides has its sign once.
  Result<void> read_terms(Statement& statement, const std::string& sign) {
    const bool two_sided = statement.kind == Statement::kMeans ||
                           statement.kind == Statement::kNarrower ||
                           statement.kind == Statement::kRelated;
    const bool lists = two_sided || sign.empty();
    std::vector<TermPtr>* side = &statement.left;
    std::vector<Token> words;
    // Marks the end; its line is that of the last token, for the message about an empty last term.
    tokens_.push_back(
        {sign.empty() ? "," : sign, tokens_.empty() ? statement.line : tokens_.back().line});
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const Token& token = tokens_[i];
      const bool comma = token.text == ",";
      if (!comma && token.text != sign) {
        words.push_back(token);
        continue;
      }
      if (comma && !lists)
        return error(token.line, "a comma in a group of equals",
                     "write \"" + sign + "\" between terms, and terms without commas");
      side->push_back(OF_TRY(read_term(words, token.line)));
      words.clear();
      const bool last = i + 1 == tokens_.size();
      if (comma || !two_sided || last) continue;
      if (side == &statement.right)
        return error(token.line, "a second " + in_quotes(sign), "give each relation its own line");
      side = &statement.right;
    }
    return {};
  }

  Result<TermPtr> read_term(std::vector<Token> words, int line) {
    Term term;
    term.line = words.empty() ? line : words.front().line;
    for (; !words.empty() && words.back().text.front() == '['; words.pop_back()) {
      const std::string& mark = words.back().text;
      if (mark != "[capitals]" && mark != "[ambiguous]")
        return error(words.back().line, "unknown mark " + mark,
                     "the marks are [capitals] and [ambiguous]");
      (mark == "[capitals]" ? term.capitals : term.ambiguous) = true;
    }
    for (const Token& word : words) term.text += (term.text.empty() ? "" : " ") + word.text;
    term.pieces = split_pieces(term.text);
    OF_CHECK(check_term(term));
    term.key = key_of(term.pieces, term.capitals);
    term.form = index_form(term.pieces);
    term.folded = folded_form(term.pieces);
    return TermPtr(std::make_shared<const Term>(std::move(term)));
  }

  Result<void> check_term(const Term& term) const {
    const auto& pieces = term.pieces;
    if (pieces.empty())
      return error(term.line, "an empty term", "write a word on either side of every sign");
    const std::string& raw = pieces[0].raw;
    if (term.text.size() > Thesaurus::kMaxTermBytes)
      return error(term.line,
                   "the term that begins " + in_quotes(raw.substr(0, cut_at_character(raw, 40))) +
                       " is longer than " + std::to_string(Thesaurus::kMaxTermBytes) + " bytes",
                   "shorten it");
    if (term.text.find_first_of("=<>~[],;|@") != std::string::npos)
      return error(term.line, "a sign of the format within the term " + in_quotes(term.text),
                   "put a space on either side of it, or leave it out: terms are compared by "
                   "their words alone");
    const auto lower_case = [](const Piece& piece) { return piece.raw == piece.folded; };
    if (term.capitals && std::all_of(pieces.begin(), pieces.end(), lower_case))
      return error(term.line, in_quotes(term.text) + " is marked [capitals] but has none",
                   "write it in capitals or take the mark away");
    return {};
  }

  // Refuses what a file says twice: that is more often a slip than a wish.
  Result<void> check_repeats(const Statement& statement) {
    std::set<std::string> in_line;
    for (const auto* side : {&statement.left, &statement.right})
      for (const TermPtr& term : *side)
        if (!in_line.insert(term->folded).second)
          return error(term->line, in_quotes(term->text) + " is given twice",
                       "take one of them away");
    if (statement.kind == Statement::kSame)
      for (const TermPtr& term : statement.left) OF_CHECK(note_group(*term, statement.line));
    for (const TermPtr& from : statement.left)
      for (const TermPtr& to : statement.right) OF_CHECK(note_pair(*from, *to));
    return {};
  }

  Result<void> note_group(const Term& term, int line) {
    if (term.ambiguous) return {};
    const auto [at, is_new] = groups_.emplace(term.key, line);
    if (is_new || at->second == line) return {};
    return error(
        term.line,
        in_quotes(term.text) + " is already in the group of line " + std::to_string(at->second),
        "add these terms to that line, or mark the term [ambiguous] in both if it has "
        "two meanings");
  }

  Result<void> note_pair(const Term& from, const Term& to) {
    const auto [at, is_new] = pairs_.emplace(from.form + "\n" + to.form, from.line);
    if (is_new) return {};
    return error(to.line,
                 "that " + in_quotes(from.text) + " finds " + in_quotes(to.text) +
                     " is already said in line " + std::to_string(at->second),
                 "take one of them away");
  }

  std::string file_;
  std::vector<Token> tokens_;  // of the statement being read
  Statements statements_;
  std::map<std::string, int> groups_;  // key of a grouped term -> line of its group
  std::map<std::string, int> pairs_;   // both forms -> line
};

}  // namespace

Result<Statements> parse_statements(std::string_view text, std::string_view file_name) {
  return Parser(file_name).parse(text);
}

Error error_at(const std::string& file, int line, const std::string& what, std::string hint) {
  return {ErrorCode::kUsage, file + ":" + std::to_string(line) + ": " + what, std::move(hint)};
}

std::string in_quotes(const std::string& text) {
  return "\"" + text + "\"";
}

}  // namespace ofsearch::thesaurus
