// A compound is found however it is written: with a hyphen, apart, or as one word.
#include "common/words/words.h"
#include "tests/properties/drawn_index.h"

namespace ofsearch::properties {

Tally compounds(const std::string& path, unsigned seed, size_t runs) {
  DrawnIndex index(path, {}, seed, 200);
  std::vector<std::pair<const DrawnPassage*, std::string>> hyphenated;
  for (const DrawnPassage& each : index.passages())
    for (const Token& token : tokenise(each.passage->text)) {
      std::string printed = each.passage->text.substr(token.begin, token.end - token.begin);
      size_t hyphen = printed.find('-');
      bool plain = token.joined && hyphen != std::string::npos &&
                   printed.find('-', hyphen + 1) == std::string::npos;
      if (plain) hyphenated.emplace_back(&each, printed);
    }
  Tally tally;
  while (tally.runs < runs && !hyphenated.empty()) {
    const auto& [passage, printed] = index.any_of(hyphenated);
    size_t hyphen = printed.find('-');
    std::string left = printed.substr(0, hyphen), right = printed.substr(hyphen + 1);
    for (const std::string& query : {printed, left + " " + right, left + right,
                                     "\"" + left + " " + right + "\"", "\"" + left + right + "\""})
      tally.add(index.finds(*passage, query), query + " in " + passage->id.first + " passage " +
                                                  std::to_string(passage->id.second));
  }
  return tally;
}

}  // namespace ofsearch::properties
