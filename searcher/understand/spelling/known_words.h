// What is known of the words of a query without a look for near ones.
#pragma once

#include "searcher/query/query_parser.h"

#include <xapian.h>

#include <string>
#include <unordered_set>

namespace ofsearch {

// At most in so many passages reports have the same slip.
constexpr Xapian::doccount kSlips = 3;
// In so many passages words often stand side by side.
constexpr Xapian::doccount kOften = 10;

// Words that the program knows without the index, in search form: names, phrases, terms of the
// field.
const std::unordered_set<std::string>& words_known();

// The word that a node stands for, in search form; empty where it is excluded, in capitals, or is
// no single word.
std::string plain_word(const QueryNode& node);

// Whether the words (search form) stand side by side in so many passages, or more.
bool stand_together(const std::string& left, const std::string& right,
                    const Xapian::Database& database, Xapian::doccount passages);

}  // namespace ofsearch
