#include "common/field/thesaurus/thesaurus.h"

#include "common/field/thesaurus/thesaurus_parser.h"
#include "common/field/thesaurus/thesaurus_table.h"
#include "common/field/thesaurus/thesaurus_words.h"
#include "common/field/thesaurus/verb_forms.h"
#include "common/files/file.h"
#include "common/system/embedded_table.h"
#include "common/words/stemmer.h"

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
  Finder(const Table& table, const Pieces& query) : table_(table), query_(query) {}

  struct Found {
    std::size_t end = 0;  // one past the last piece; 0 if nothing was found
    std::string_view entry;
    std::vector<Expansion> expansions;
  };

  // The longest term that begins at piece `from`; one in capitals before one that is not, and one
  // as typed before one whose verb has another form.
  Found longest(std::size_t from) {
    from_ = from;
    found_ = {};
    for (const bool capitals : {true, false})
      walk(std::string(capitals ? kCapitalsKey : ""), " ", from);
    for (const std::string& verb : table_.verbs())
      if (is_form_of_verb(query_.pieces[from].folded, verb)) walk(verb, " " + verb + " ", from + 1);
    return std::move(found_);
  }

 private:
  // `key` and `form` are the key and the index form of the pieces before `at`.
  void walk(const std::string& key, const std::string& form, std::size_t at) {
    if (at == query_.size()) return;
    const std::string& folded = query_.pieces[at].folded;
    const std::string one = singular(folded);
    step(key, form, at, folded, folded);
    if (one != folded) {
      step(key, form, at, one, regular_singular(folded));
    } else if (folded.ends_with("is")) {  // "RHIs"
      const std::string acronym = folded.substr(0, folded.size() - 1);
      step(key, form, at, acronym, acronym);
    }
  }

  void step(const std::string& key, const std::string& form, std::size_t at,
            const std::string& key_word, const std::string& form_word) {
    const std::string longer_key = key + (at == from_ ? "" : " ") + key_word;
    const std::string longer_form = form + form_word + " ";
    const auto next = table_.entries().lower_bound(longer_key);
    if (next == table_.entries().end() || !next->first.starts_with(longer_key)) return;
    if (next->first == longer_key && query_.ends_word(at)) offer(next->second, longer_form, at + 1);
    walk(longer_key, longer_form, at + 1);
  }

  void offer(const Table::Entry& entry, const std::string& typed, std::size_t end) {
    if (end <= found_.end) return;
    const Term& term = *entry.term;
    if (term.capitals && !has_capitals_of(term.pieces, &query_.pieces[from_])) return;
    auto expansions = table_.expansions(entry, typed);
    const bool is_unit = term.pieces.size() > 1 && !entry.meanings.empty();
    if (is_unit || !expansions.empty()) found_ = {end, term.text, std::move(expansions)};
  }

  const Table& table_;
  const Pieces& query_;
  std::size_t from_ = 0;
  Found found_;
};

// "In care" to "care leaver" in "improvements in care leaver housing": of terms that share words,
// one that begins with a stopword and is no longer than the other.
bool gives_way(const Pieces& query, std::size_t at, std::size_t end, Finder* finder) {
  if (!is_stopword(query.pieces[at].folded)) return false;
  for (std::size_t other = at + 1; other < end; ++other)
    if (query.begins_word(other)) {
      const std::size_t its_end = finder->longest(other).end;
      if (its_end > end && its_end - other >= end - at) return true;
    }
  return false;
}

}  // namespace

std::size_t Thesaurus::size() const {
  return table_ ? table_->entries().size() : 0;
}

std::vector<std::string> Thesaurus::terms() const {
  return table_ ? table_->terms() : std::vector<std::string>();
}

std::string_view Thesaurus::builtin_version() {
  return embedded_checksum("thesaurus.txt");
}

std::vector<Thesaurus::Match> Thesaurus::matches(const std::vector<std::string>& words) const {
  std::vector<Match> matches;
  if (!table_) return matches;
  const Pieces query(words);
  Finder finder(*table_, query);
  for (std::size_t at = 0; at < query.size();) {
    auto found = query.begins_word(at) ? finder.longest(at) : Finder::Found();
    if (found.end == 0 || gives_way(query, at, found.end, &finder)) {
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
  return of(OF_TRY(parse_statements(text, file_name)), 0);
}

Result<Thesaurus> Thesaurus::load(const std::string& path) {
  constexpr std::size_t kMaxBytes = 16 << 20;
  return parse(OF_TRY(read_file(path, kMaxBytes)), path);
}

const Thesaurus& Thesaurus::builtin() {
  static const auto thesaurus = embedded_table<Thesaurus>("thesaurus.txt");
  return thesaurus;
}

Result<void> Thesaurus::add(const Thesaurus& more) {
  if (!more.table_) return {};
  Statements both = table_ ? table_->statements() : Statements();
  const std::size_t sound = both.size();
  const Statements& added = more.table_->statements();
  both.insert(both.end(), added.begin(), added.end());
  *this = OF_TRY(of(std::move(both), sound));
  return {};
}

Result<Thesaurus> Thesaurus::of(Statements statements, std::size_t sound) {
  Table table = OF_TRY(Table::build(std::move(statements), sound));
  return Thesaurus(std::make_shared<const Table>(std::move(table)));
}

}  // namespace ofsearch
