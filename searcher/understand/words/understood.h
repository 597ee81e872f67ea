// What is known of the index when a query is understood, and what is made of the query.
#pragma once

#include "common/dates/typed_date.h"
#include "searcher/query/query_parser.h"
#include "searcher/results/results.h"

#include <optional>
#include <set>
#include <string>
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
  std::vector<std::string> furniture;    // those of them that are of the form of an action plan
  bool asks_counts = false;              // a table of counts would answer, and a note says which
  bool asks_standing = false;  // how an authority stands is asked: its latest grade answers
  bool is_rewritten = false;   // words or commas were taken for what they are short for
  bool has_remarks = false;    // brackets were taken for remarks in plain words

  bool changed() const {
    return !filters.empty() || order || !dropped.empty() || is_rewritten || has_remarks;
  }
};

}  // namespace ofsearch
