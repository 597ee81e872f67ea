#include "searcher/understand/spelling/known_words.h"

#include "common/field/authorities/authorities.h"
#include "common/field/thesaurus/everyday.h"
#include "common/field/thesaurus/thesaurus.h"
#include "common/words/words.h"
#include "searcher/understand/words/understanding_phrases.h"

#include <array>
#include <utility>
#include <vector>

namespace ofsearch {

const std::unordered_set<std::string>& words_known() {
  static const std::unordered_set<std::string> kWords = [] {
    std::unordered_set<std::string> words;
    auto add = [&](const std::string& text) {
      for (const Token& token : tokenise(text)) words.insert(token.term);
    };
    for (const Authority& authority : Authorities::builtin().all()) {
      add(authority.name);
      for (const auto* names : {&authority.other_names, &authority.typed_names, &authority.not_in})
        for (const std::string& name : *names) add(name);
    }
    for (const std::string& piece : understanding::Phrases::builtin().pieces()) add(piece);
    for (const std::string& term : Thesaurus::builtin().terms()) add(term);
    const auto& said = Everyday::builtin().words();
    words.insert(said.begin(), said.end());
    for (const std::string& stem : Everyday::builtin().stems()) words.insert(stem);
    return words;
  }();
  return kWords;
}

std::string plain_word(const QueryNode& node) {
  if (node.kind != QueryNode::Kind::kWord || node.need == QueryNode::Need::kExcluded) return "";
  std::vector<Token> tokens = tokenise(node.text);
  return tokens.size() == 1 && !tokens[0].capitals ? std::move(tokens[0].term) : std::string();
}

bool stand_together(const std::string& left, const std::string& right,
                    const Xapian::Database& database, Xapian::doccount passages) {
  const std::array<std::string, 2> words = {left, right};
  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_PHRASE, words.begin(), words.end(), 2));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  return enquire.get_mset(0, passages).size() >= passages;
}

}  // namespace ofsearch
