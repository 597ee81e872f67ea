#include "searcher/query/meant_values.h"

#include "common/field/authorities/authorities.h"
#include "common/report/values.h"
#include "common/text/lists.h"
#include "common/text/nearest.h"
#include "common/words/words.h"

#include <algorithm>

namespace ofsearch {
namespace {

using Values = std::vector<std::string>;

constexpr size_t kMost = 3;

void add_unique(Values* values, const std::string& value) {
  if (values->size() < kMost) push_unique(values, value);
}

// Those of which the whole or one word is near to `typed`.
Values nearest_names(const std::string& typed, const Values& names) {
  Values near = nearest(typed, names, kMost);
  for (const std::string& name : names) {
    Values words;
    for (const Token& token : tokenise(name)) words.push_back(token.term);
    if (near.size() < kMost && !nearest(typed, words, 1).empty()) add_unique(&near, name);
  }
  return near;
}

Values nearest_authorities(const std::string& typed, const Values& names) {
  Values near = nearest_names(typed, names);
  for (const std::string& name : Authorities::builtin().nearest(typed, kMost))
    add_unique(&near, name);
  return near;
}

Values nearest_judgement(const std::string& typed) {
  Values all;
  for (const Judgement& judgement : judgements())
    for (const std::string& grade : grade_names())
      all.push_back(std::string(judgement.name) + ":" + grade);
  return nearest(typed, all, 1);
}

}  // namespace

Values meant_values(const Field& field, const std::string& typed, const Values& shown) {
  switch (field.kind) {
    case FieldKind::kChoice:
      return near_values(field, typed, kMost);
    case FieldKind::kAuthority:
      return nearest_authorities(typed, shown);
    case FieldKind::kPerson:
      return nearest_names(typed, shown);
    case FieldKind::kJudgement:
      return nearest_judgement(typed);
    case FieldKind::kYear:
      return {};
  }
  return {};
}

}  // namespace ofsearch
