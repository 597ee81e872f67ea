// What of a query's words is no topic but says which reports are asked for: names of authorities,
// regions and inspectors, years and periods, kinds of inspection, grades; and what carries the
// question only. Pure: words in, filters and the words left over out, before anything is planned.
//
// Only words typed plainly are understood, and a name or kind behind "-" or NOT, which is excluded:
// not quoted words, nor those with "+", an operator or brackets. The words' table is
// common/data/query-phrases.tsv, authorities have their own.
#pragma once

#include "common/report/typed_date.h"
#include "searcher/query/query_parser.h"
#include "searcher/results.h"

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace ofsearch {

// What the index has of its own. Keys are as the terms of the fields have them (filter_term()).
struct Vocabulary {
  std::set<std::string> authorities;  // keys, see normalise_authority_name()
  std::set<std::string> inspectors;   // lower-case words
  std::string newest;                 // date of the newest report, "YYYYMMDD"; empty: unknown
  Date today = current_date();
};

struct Understood {
  ParsedQuery query;                     // what is left to search for
  std::vector<UnderstoodWords> filters;  // values of one field are alternatives
  std::optional<SortOrder> order;        // newest or oldest first, among the good answers
  std::vector<std::string> notes;        // sentences for people: successors, what the index lacks
  std::vector<std::string> dropped;      // words that only carried the question, as typed
  bool has_abbreviations = false;  // words of the query were taken for what they are short for

  bool changed() const {
    return !filters.empty() || order || !dropped.empty() || has_abbreviations;
  }
};

// `taken`: names of fields that the request filters by already; words for them stay words.
Understood understand(const ParsedQuery& query, const Vocabulary& vocabulary,
                      const std::set<std::string>& taken = {});

}  // namespace ofsearch
