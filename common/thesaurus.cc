#include "common/thesaurus.h"

#include "common/embedded_data.h"
#include "common/file.h"
#include "common/hash.h"
#include "common/text.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cassert>
#include <optional>
#include <set>
#include <sstream>
#include <utility>

namespace ofsearch {
namespace {

// How much a hit on an expansion counts beside one on the words typed. A changed or narrower name
// is nearly as good; a related one only breaks ties and fills an empty page.
constexpr double kWeight[] = {1.0, 0.7, 0.35};
constexpr double kAmbiguousFactor = 0.6;

// ---- Words -----------------------------------------------------------------------------------

// A run of letters and digits, as typed and case-folded.
struct Piece {
  std::string raw, folded;
};

// Typewriter, curly, and modifier letter: all are typed for the apostrophe of "children's".
bool is_apostrophe(UChar32 c) {
  return c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x02BC;
}

// The case fold of a letter or digit, also of a mark on one; negative for all else. ASCII apart,
// since it is nearly all there is and the list is read at each start.
UChar32 fold(UChar32 c) {
  if (c < 0x80) {
    if (c >= 'A' && c <= 'Z') return c - 'A' + 'a';
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : -1;
  }
  return u_isalnum(c) || u_getCombiningClass(c) != 0 ? u_foldCase(c, U_FOLD_CASE_DEFAULT) : -1;
}

std::vector<Piece> split_pieces(std::string_view text) {
  std::vector<Piece> pieces;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = static_cast<UChar32>(next_code_point(text, &at));
    if (is_apostrophe(c)) continue;
    const UChar32 folded = fold(c);
    if (folded < 0) {
      inside = false;
      continue;
    }
    if (!inside) pieces.emplace_back();
    inside = true;
    append_code_point(&pieces.back().raw, static_cast<char32_t>(c));
    append_code_point(&pieces.back().folded, static_cast<char32_t>(folded));
  }
  return pieces;
}

bool all_capitals(const std::string& raw) {
  return raw.size() > 1 &&
         std::all_of(raw.begin(), raw.end(), [](unsigned char c) { return c >= 'A' && c <= 'Z'; });
}

bool ends_with(const std::string& word, std::string_view ending) {
  return word.size() > ending.size() && word.ends_with(ending);
}

// The singular of a regular plural; the word itself where it ends otherwise ("access", "status",
// "analysis") or has two letters.
std::string regular_singular(const std::string& word) {
  if (word.size() < 3 || word.back() != 's') return word;
  for (const char* kept : {"ss", "us", "is"})
    if (word.ends_with(kept)) return word;
  if (word.size() > 4 && word.ends_with("ies")) return word.substr(0, word.size() - 3) + "y";
  for (const char* sibilant : {"ches", "shes", "sses", "xes"})
    if (ends_with(word, sibilant)) return word.substr(0, word.size() - 2);
  return word.substr(0, word.size() - 1);
}

std::string singular(const std::string& word) {
  static const std::map<std::string, std::string> kIrregular = {{"children", "child"},
                                                                {"childrens", "child"},
                                                                {"people", "person"},
                                                                {"peoples", "person"},
                                                                {"families", "family"}};
  const auto found = kIrregular.find(word);
  return found != kIrregular.end() ? found->second : regular_singular(word);
}

// The word of a term as it stands in a key. The final S of "DBS" is not a plural's.
std::string canonical(const Piece& piece) {
  return all_capitals(piece.raw) ? piece.folded : singular(piece.folded);
}

// The pieces joined by blanks, each as `word` gives it.
template <typename Word>
std::string join(const std::vector<Piece>& pieces, Word word) {
  std::string joined;
  for (const Piece& piece : pieces) joined += (joined.empty() ? "" : " ") + word(piece);
  return joined;
}

std::string folded_form(const std::vector<Piece>& pieces) {
  return join(pieces, [](const Piece& piece) { return piece.folded; });
}

// The words of a text as the index sees them: folded, regular plurals undone. "child" and
// "children" differ, since stemming leaves them apart. A blank before and after each word, so that
// words within a form can be found as a substring.
std::string index_form(const std::vector<Piece>& pieces) {
  std::string form = " ";
  for (const Piece& piece : pieces)
    form += (all_capitals(piece.raw) ? piece.folded : regular_singular(piece.folded)) + " ";
  return form;
}

// A key is the canonical words of a term; terms in capitals have keys of their own, so that
// "SEND" and another term "send" may both exist.
constexpr std::string_view kCapitalsKey = "^";

std::string key_of(const std::vector<Piece>& pieces, bool capitals) {
  return std::string(capitals ? kCapitalsKey : "") + join(pieces, canonical);
}

// Whether `typed` has a capital wherever `written` has one.
bool has_capitals_of(const std::vector<Piece>& written, const Piece* typed) {
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  for (const Piece& piece : written) {
    const std::string& raw = (typed++)->raw;
    for (std::size_t i = 0; i < piece.raw.size(); ++i)
      if (upper(piece.raw[i]) && (i >= raw.size() || !upper(raw[i]))) return false;
  }
  return true;
}

// ---- Messages --------------------------------------------------------------------------------

Error error_at(const std::string& file, int line, const std::string& what, std::string hint) {
  return {ErrorCode::kUsage, file + ":" + std::to_string(line) + ": " + what, std::move(hint)};
}

std::string in_quotes(const std::string& text) {
  return "\"" + text + "\"";
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r";
  const auto first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

}  // namespace

struct Thesaurus::Term {
  std::string text;
  bool capitals = false, ambiguous = false;
  int line = 0;
  std::vector<Piece> pieces;      // of the text
  std::string key, form, folded;  // key_of(), index_form() and folded_form() of the pieces
};

// One line of a file, with the lines that continue it. kSame, kOpposite and kRemove have all their
// terms on the left.
struct Thesaurus::Statement {
  enum Kind { kSame, kNarrower, kRelated, kOpposite, kRemove, kReplace } kind = kSame;
  std::vector<TermPtr> left, right;
  std::string file;
  int line = 0;
};

// A term and all that its statements say it finds: itself, too, and in no order.
struct Thesaurus::Entry {
  struct Target {
    TermPtr term;
    Expansion::Relation relation;
    double weight;
  };
  TermPtr term;
  std::vector<Target> targets;

  std::vector<Expansion> expansions(const std::string& typed_form) const;
};

// ---- Reading a file --------------------------------------------------------------------------

class Thesaurus::Parser {
 public:
  explicit Parser(std::string_view file) : file_(file) {}

  Result<std::vector<std::shared_ptr<const Statement>>> parse(std::string_view text) {
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
    const std::string_view content = trim(line);
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
    std::istringstream in{std::string(content)};
    for (std::string word; in >> word;) {
      const bool comma = word.size() > 1 && word.back() == ',';
      if (comma) word.pop_back();
      tokens_.push_back({word, number});
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
      return error(statement.line, "no relation",
                   "write \"TERM = TERM\", \"TERM > TERM, TERM\", \"TERM ~ TERM\" or "
                   "\"TERM != TERM\", with a space on either side of the sign");
    statement.kind = kSigns.at(sign);
    return read_terms(statement, sign);
  }

  // Cuts the tokens at `sign` and at commas. A group is cut by its sign alone, a relation with two
  // sides has its sign once.
  Result<void> read_terms(Statement& statement, const std::string& sign) {
    const bool two_sided =
        statement.kind == Statement::kNarrower || statement.kind == Statement::kRelated;
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
    if (term.text.size() > kMaxTermBytes)
      return error(term.line,
                   "the term that begins " + in_quotes(pieces[0].raw.substr(0, 40)) +
                       " is longer than " + std::to_string(kMaxTermBytes) + " bytes",
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

  // In one file each thing is said once: a second time is more often a slip than a wish.
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
  std::vector<std::shared_ptr<const Statement>> statements_;
  std::map<std::string, int> groups_;  // key of a grouped term -> line of its group
  std::map<std::string, int> pairs_;   // both forms -> line
};

// ---- From statements to entries --------------------------------------------------------------

// A meaning is a group of terms that say the same. A term that is not ambiguous has one meaning,
// and its relations hold for the whole meaning; an ambiguous one may stand in several and brings
// only itself into a relation.
class Thesaurus::Compiler {
 public:
  using Statements = std::vector<std::shared_ptr<const Statement>>;
  using Entries = std::map<std::string, Entry>;

  Compiler(Statements::const_iterator first, Statements::const_iterator last) {
    for (; first != last; ++first) take(**first);
  }

  Entries entries() const {
    Entries entries;
    for (const auto& [id, terms] : meanings_) relate(entries, terms, terms, Expansion::kSame);
    for (const Statement& link : links_)
      relate(entries, with_synonyms(link.left), with_synonyms(link.right),
             link.kind == Statement::kNarrower ? Expansion::kNarrower : Expansion::kRelated);
    return entries;
  }

  // Opposites of which the first finds the other.
  struct Clash {
    TermPtr one, other;
    std::string declared;  // file:line
  };
  std::optional<Clash> clash(const Entries& entries) const {
    for (const Statement& statement : opposites_)
      for (const TermPtr& one : statement.left)
        for (const TermPtr& other : statement.left)
          if (finds(entries, *one, *other))
            return Clash{one, other, statement.file + ":" + std::to_string(statement.line)};
    return std::nullopt;
  }

 private:
  using Terms = std::vector<TermPtr>;

  void take(const Statement& statement) {
    switch (statement.kind) {
      case Statement::kReplace:
        meanings_.clear();
        meaning_of_.clear();
        links_.clear();
        opposites_.clear();
        break;
      case Statement::kRemove:
        for (const TermPtr& term : statement.left) remove(*term);
        break;
      case Statement::kSame:
        join_terms(statement.left);
        break;
      case Statement::kOpposite:
        opposites_.push_back(statement);
        break;
      case Statement::kNarrower:
      case Statement::kRelated:
        links_.push_back(statement);
    }
  }

  void join_terms(const Terms& terms) {
    const int id = next_meaning_++;
    Terms& meaning = meanings_[id];
    for (const TermPtr& term : terms) {
      if (!term->ambiguous) {
        absorb(id, term->key);
        meaning_of_[term->key] = id;
      }
      add_term(meaning, term);
    }
  }

  // Moves the meaning that `key` has had so far into the meaning `id`.
  void absorb(int id, const std::string& key) {
    const auto known = meaning_of_.find(key);
    if (known == meaning_of_.end() || known->second == id) return;
    const int old = known->second;
    for (const TermPtr& term : meanings_[old]) add_term(meanings_[id], term);
    meanings_.erase(old);
    for (auto& [unused, meaning] : meaning_of_)
      if (meaning == old) meaning = id;
  }

  static void add_term(Terms& terms, const TermPtr& term) {
    const auto same = [&](const TermPtr& t) {
      return t->form == term->form && t->capitals == term->capitals;
    };
    if (std::none_of(terms.begin(), terms.end(), same)) terms.push_back(term);
  }

  // With and without [capitals], and whatever its number.
  void remove(const Term& term) {
    const std::string keys[] = {key_of(term.pieces, false), key_of(term.pieces, true)};
    const auto erase = [&](Terms& terms) {
      std::erase_if(terms,
                    [&](const TermPtr& t) { return t->key == keys[0] || t->key == keys[1]; });
    };
    for (auto& [id, terms] : meanings_) erase(terms);
    for (auto* statements : {&links_, &opposites_})
      for (Statement& statement : *statements) {
        erase(statement.left);
        erase(statement.right);
      }
    for (const std::string& key : keys) meaning_of_.erase(key);
  }

  Terms with_synonyms(const Terms& terms) const {
    Terms all;
    for (const TermPtr& term : terms) {
      add_term(all, term);
      const auto meaning = meaning_of_.find(term->key);
      if (term->ambiguous || meaning == meaning_of_.end()) continue;
      for (const TermPtr& synonym : meanings_.at(meaning->second)) add_term(all, synonym);
    }
    return all;
  }

  static void relate(Entries& entries, const Terms& from, const Terms& to,
                     Expansion::Relation relation) {
    for (const TermPtr& right : to) entries.try_emplace(right->key, Entry{right, {}});
    for (const TermPtr& left : from) {
      Entry& entry = entries.try_emplace(left->key, Entry{left, {}}).first->second;
      for (const TermPtr& right : to) {
        const bool ambiguous = left->ambiguous || right->ambiguous;
        entry.targets.push_back(
            {right, relation, kWeight[relation] * (ambiguous ? kAmbiguousFactor : 1)});
      }
    }
  }

  static bool finds(const Entries& entries, const Term& one, const Term& other) {
    const auto entry = entries.find(one.key);
    if (entry == entries.end() || one.key == other.key) return false;
    const auto& targets = entry->second.targets;
    return std::any_of(targets.begin(), targets.end(),
                       [&](const Entry::Target& target) { return target.term->key == other.key; });
  }

  int next_meaning_ = 0;
  std::map<int, Terms> meanings_;
  std::map<std::string, int> meaning_of_;  // key of a term that is not ambiguous
  std::vector<Statement> links_, opposites_;
};

namespace {

// ---- Finding terms in a query ----------------------------------------------------------------

// The words of a query in pieces, and which of them end a word.
struct Pieces {
  std::vector<Piece> pieces;
  std::vector<std::size_t> word_of;  // of each piece, and one past the last

  explicit Pieces(const std::vector<std::string>& words) {
    for (std::size_t word = 0; word < words.size(); ++word)
      for (Piece& piece : split_pieces(words[word])) {
        pieces.push_back(std::move(piece));
        word_of.push_back(word);
      }
    word_of.push_back(words.size());
  }

  std::size_t size() const { return pieces.size(); }
  bool begins_word(std::size_t i) const { return i == 0 || word_of[i - 1] != word_of[i]; }
  bool ends_word(std::size_t i) const { return word_of[i] != word_of[i + 1]; }
};

}  // namespace

// Best first; of what finds the same as a better one, or less, or less than the words typed,
// nothing.
std::vector<Expansion> Thesaurus::Entry::expansions(const std::string& typed_form) const {
  std::vector<const Target*> sorted;
  for (const Target& target : targets)
    if (target.term->form.find(typed_form) == std::string::npos) sorted.push_back(&target);
  const auto words = [](const Target* target) {
    return std::count(target->term->form.begin(), target->term->form.end(), ' ');
  };
  std::stable_sort(sorted.begin(), sorted.end(), [&](const Target* a, const Target* b) {
    if (a->weight != b->weight) return a->weight > b->weight;
    return words(a) < words(b);
  });
  std::vector<const Target*> kept;
  std::vector<Expansion> expansions;
  for (const Target* target : sorted) {
    const auto covers = [&](const Target* better) {
      if (better->term->capitals) return better->term->form == target->term->form;
      return target->term->form.find(better->term->form) != std::string::npos;
    };
    if (std::any_of(kept.begin(), kept.end(), covers)) continue;
    kept.push_back(target);
    expansions.push_back(
        {target->term->text, target->relation, target->weight, target->term->capitals});
  }
  return expansions;
}

// Walks the sorted keys one piece at a time, as if they were a tree.
class Thesaurus::Finder {
 public:
  Finder(const std::map<std::string, Entry>& entries, const Pieces& query)
      : entries_(entries), query_(query) {}

  struct Found {
    std::size_t end = 0;  // one past the last piece; 0 if nothing was found
    const Entry* entry = nullptr;
    std::vector<Expansion> expansions;
  };

  // The longest term that begins at piece `from`; one in capitals before one that is not.
  Found longest(std::size_t from) {
    from_ = from;
    found_ = {};
    for (const bool capitals : {true, false}) walk(capitals ? kCapitalsKey : "", " ", from);
    return std::move(found_);
  }

 private:
  // `key` and `form` are the key and the index form of the pieces before `at`.
  void walk(std::string_view key, const std::string& form, std::size_t at) {
    if (at == query_.size()) return;
    const std::string& folded = query_.pieces[at].folded;
    const std::string one = singular(folded);
    step(key, form, at, folded, folded);
    if (one != folded) step(key, form, at, one, regular_singular(folded));
  }

  void step(std::string_view key, const std::string& form, std::size_t at,
            const std::string& key_word, const std::string& form_word) {
    const bool first = at == from_;
    const std::string longer_key = std::string(key) + (first ? "" : " ") + key_word;
    const std::string longer_form = form + form_word + " ";
    const auto next = entries_.lower_bound(longer_key);
    if (next == entries_.end() || !next->first.starts_with(longer_key)) return;
    if (next->first == longer_key && query_.ends_word(at)) offer(next->second, longer_form, at + 1);
    walk(longer_key, longer_form, at + 1);
  }

  void offer(const Entry& entry, const std::string& typed, std::size_t end) {
    if (end <= found_.end) return;
    const Term& term = *entry.term;
    if (term.capitals && !has_capitals_of(term.pieces, &query_.pieces[from_])) return;
    auto expansions = entry.expansions(typed);
    if (!expansions.empty()) found_ = {end, &entry, std::move(expansions)};
  }

  const std::map<std::string, Entry>& entries_;
  const Pieces& query_;
  std::size_t from_ = 0;
  Found found_;
};

std::vector<Thesaurus::Match> Thesaurus::matches(const std::vector<std::string>& words) const {
  const Pieces query(words);
  std::vector<Match> matches;
  if (!entries_) return matches;
  Finder finder(*entries_, query);
  for (std::size_t at = 0; at < query.size();) {
    auto found = query.begins_word(at) ? finder.longest(at) : Finder::Found();
    if (found.end == 0) {
      ++at;
      continue;
    }
    const std::size_t first = query.word_of[at];
    matches.push_back({first, query.word_of[found.end - 1] + 1 - first, found.entry->term->text,
                       std::move(found.expansions)});
    at = found.end;
  }
  return matches;
}

// ---- Loading and merging ---------------------------------------------------------------------

std::size_t Thesaurus::size() const {
  return entries_ ? entries_->size() : 0;
}

std::vector<std::string> Thesaurus::terms() const {
  std::vector<std::string> terms;
  if (!entries_) return terms;
  for (const auto& [key, entry] : *entries_) terms.push_back(entry.term->text);
  return terms;
}

const std::string& Thesaurus::builtin_version() {
  static const std::string version = sha256_hex(embedded_data("thesaurus.txt")).substr(0, 16);
  return version;
}

Result<void> Thesaurus::compile() {
  const Compiler compiler(statements_.begin(), statements_.end());
  auto entries = compiler.entries();
  if (compiler.clash(entries)) return clash_error();
  entries_ = std::make_shared<const Compiler::Entries>(std::move(entries));
  return {};
}

// Of statements that clash: the first that makes them so.
Error Thesaurus::clash_error() const {
  for (auto last = statements_.begin(); last != statements_.end(); ++last) {
    const Compiler compiler(statements_.begin(), last + 1);
    const auto clash = compiler.clash(compiler.entries());
    if (!clash) continue;
    return error_at((*last)->file, (*last)->line,
                    in_quotes(clash->one->text) + " and " + in_quotes(clash->other->text) +
                        " would find one another, but are opposites (" + clash->declared + ")",
                    "take one of them out of this line, or \"@remove\" it before");
  }
  return {ErrorCode::kInternal, "opposites clash, but no statement makes them", ""};
}

Result<Thesaurus> Thesaurus::parse(std::string_view text, std::string_view file_name) {
  Thesaurus thesaurus;
  thesaurus.statements_ = OF_TRY(Parser(file_name).parse(text));
  OF_CHECK(thesaurus.compile());
  return thesaurus;
}

Result<Thesaurus> Thesaurus::load(const std::string& path) {
  constexpr std::size_t kMaxBytes = 16 << 20;
  return parse(OF_TRY(read_file(path, kMaxBytes)), path);
}

const Thesaurus& Thesaurus::builtin() {
  static const Thesaurus thesaurus = [] {
    auto parsed = parse(embedded_data("thesaurus.txt"), "thesaurus.txt");
    assert(parsed && "a test loads it");
    return parsed ? std::move(*parsed) : Thesaurus();
  }();
  return thesaurus;
}

Result<void> Thesaurus::add(const Thesaurus& more) {
  Thesaurus both = *this;
  both.statements_.insert(both.statements_.end(), more.statements_.begin(), more.statements_.end());
  OF_CHECK(both.compile());
  *this = std::move(both);
  return {};
}

}  // namespace ofsearch
