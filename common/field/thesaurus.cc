#include "common/field/thesaurus.h"

#include "common/field/thesaurus_compiler.h"
#include "common/field/thesaurus_entries.h"
#include "common/field/thesaurus_parser.h"
#include "common/field/thesaurus_words.h"
#include "common/system/embedded_data.h"
#include "common/system/file.h"

#include <optional>
#include <utility>

namespace ofsearch {
namespace {

using namespace thesaurus;

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

// Walks the sorted keys one piece at a time, as if they were a tree.
class Finder {
 public:
  Finder(std::string_view compiled, const Pieces& query) : entries_(compiled), query_(query) {}

  struct Found {
    std::size_t end = 0;  // one past the last piece; 0 if nothing was found
    std::string_view entry;
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
    const auto next = entries_.first(longer_key);
    if (!next) return;
    if (next->key == longer_key && query_.ends_word(at)) offer(*next, longer_form, at + 1);
    walk(longer_key, longer_form, at + 1);
  }

  void offer(const Entry& entry, const std::string& typed, std::size_t end) {
    if (end <= found_.end) return;
    if (entry.capitals() && !has_capitals_of(split_pieces(entry.text), &query_.pieces[from_]))
      return;
    auto expansions = entry.expansions(typed);
    if (!expansions.empty()) found_ = {end, entry.text, std::move(expansions)};
  }

  const Entries entries_;
  const Pieces& query_;
  std::size_t from_ = 0;
  Found found_;
};

}  // namespace

struct Thesaurus::Content {
  // None: this is the list compiled into the programs, both as it was written and compiled.
  std::optional<Statements> statements;
  std::string compiled;
};

std::string_view Thesaurus::compiled() const {
  if (!content_) return {};
  return content_->statements ? content_->compiled : embedded_data("thesaurus.compiled");
}

std::size_t Thesaurus::size() const {
  return Entries(compiled()).size();
}

std::vector<std::string> Thesaurus::terms() const {
  return Entries(compiled()).terms();
}

std::string_view Thesaurus::builtin_version() {
  return embedded_checksum("thesaurus.txt");
}

std::vector<Thesaurus::Match> Thesaurus::matches(const std::vector<std::string>& words) const {
  const Pieces query(words);
  std::vector<Match> matches;
  Finder finder(compiled(), query);
  for (std::size_t at = 0; at < query.size();) {
    auto found = query.begins_word(at) ? finder.longest(at) : Finder::Found();
    if (found.end == 0) {
      ++at;
      continue;
    }
    const std::size_t first = query.word_of[at];
    matches.push_back({first, query.word_of[found.end - 1] + 1 - first, std::string(found.entry),
                       std::move(found.expansions)});
    at = found.end;
  }
  return matches;
}

Result<Thesaurus> Thesaurus::parse(std::string_view text, std::string_view file_name) {
  return of(OF_TRY(parse_statements(text, file_name)));
}

Result<Thesaurus> Thesaurus::load(const std::string& path) {
  constexpr std::size_t kMaxBytes = 16 << 20;
  return parse(OF_TRY(read_file(path, kMaxBytes)), path);
}

const Thesaurus& Thesaurus::builtin() {
  static const Thesaurus thesaurus(std::make_shared<const Content>());
  return thesaurus;
}

Result<void> Thesaurus::add(const Thesaurus& more) {
  Statements both = OF_TRY(statements());
  const Statements added = OF_TRY(more.statements());
  both.insert(both.end(), added.begin(), added.end());
  *this = OF_TRY(of(std::move(both)));
  return {};
}

Result<Thesaurus> Thesaurus::of(Statements statements) {
  Content content;
  content.compiled = OF_TRY(compile(statements));
  content.statements = std::move(statements);
  return Thesaurus(std::make_shared<const Content>(std::move(content)));
}

Result<Statements> Thesaurus::statements() const {
  if (!content_) return Statements();
  if (content_->statements) return *content_->statements;
  return parse_statements(embedded_data("thesaurus.txt"), "thesaurus.txt");
}

}  // namespace ofsearch
