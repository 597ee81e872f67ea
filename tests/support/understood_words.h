// What a query is understood as, in one line, over an index of all the authorities of today.
#pragma once

#include "common/field/authorities/authorities.h"
#include "searcher/understand/understanding.h"
#include "tests/support/catch.h"

#include <cstddef>
#include <string>

namespace ofsearch {

inline Vocabulary vocabulary_of_today() {
  Vocabulary vocabulary;
  for (const Authority& authority : Authorities::builtin().all())
    if (!authority.to || *authority.to > "2026")
      vocabulary.authorities.insert(normalise_authority_name(authority.name));
  vocabulary.newest = "20260412";
  return vocabulary;
}

// "words left | field=value ...", with "not" before what is excluded.
inline std::string understood_words(const std::string& query) {
  const Understood result = understand(parse_query(query), vocabulary_of_today());
  std::string out;
  for (const QueryNode& node : result.query.root.children) out += describe(node) + " ";
  out += "|";
  for (const UnderstoodWords& each : result.filters)
    out += (each.excluded ? " not " : " ") + each.field + "=" + each.value;
  return out;
}

struct UnderstoodCase {
  const char *query, *understood;
};

// `understood`: a function from a query to one line.
template <std::size_t N, typename Function>
void check_understood(const UnderstoodCase (&cases)[N], Function understood) {
  for (const auto& [query, expected] : cases) {
    INFO(query);
    CHECK(understood(query) == expected);
  }
}

template <std::size_t N>
void check_understood(const UnderstoodCase (&cases)[N]) {
  check_understood(cases, understood_words);
}

}  // namespace ofsearch
