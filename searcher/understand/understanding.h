// What of a query's words is no topic but says which reports are asked for: names of authorities,
// regions and inspectors, years and periods, kinds of inspection, grades; and what carries the
// question only. Pure: words in, filters and the words left over out, before anything is planned.
//
// Only words typed plainly are understood, and a name or kind behind "-" or NOT, which is excluded:
// not quoted words, nor those with "+", an operator or brackets. The words' table is
// common/data/query-phrases.tsv, authorities have their own.
#pragma once

#include "searcher/understand/words/understood.h"

#include <set>
#include <string>

namespace ofsearch {

// `taken`: names of fields that the request filters by already; words for them stay words.
Understood understand(const ParsedQuery& query, const Vocabulary& vocabulary,
                      const std::set<std::string>& taken = {});

}  // namespace ofsearch
