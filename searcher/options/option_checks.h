// Checks for options of ofsearch that exclude each other. One that was silently ignored would look
// obeyed.
#pragma once

#include "common/options/cli.h"
#include "common/system/result.h"
#include "searcher/options/options.h"

#include <boost/program_options/variables_map.hpp>

#include <string>
#include <vector>

namespace ofsearch {

// Checks which answer is asked for. Errors (kUsage): two options that each ask for an answer of
// their own (--history and --open), an id with a query or filters of reports beside it, --show or
// --similar without an id.
Result<void> check_answers(const SearchOptions& options,
                           const boost::program_options::variables_map& values);

// Checks that no value is empty, as where a variable of a shell is not set. `line` declares the
// options. Errors: kUsage.
Result<void> check_not_empty(const CommandLine& line,
                             const boost::program_options::variables_map& values);

// Notes in `options` which answer is asked for, which options for lists are given, and the rows of
// a table.
void note_given(const boost::program_options::variables_map& values, SearchOptions* options);

// Checks an answer other than the list of results. Errors (kUsage): an option that shapes such a
// list and that the answer would ignore. `typed` is the command line alone, without the
// configuration file.
Result<void> check_list_options(const SearchOptions& typed);

// Checks --digest. Errors (kUsage): a query or filters beside it, since each saved search has its
// own; a format that cannot hold several searches.
Result<void> check_digest(const SearchOptions& typed);

// Checks a saved search. Errors (kUsage): an option that asks for another answer than results, or
// that --digest itself takes (--format, --db).
Result<void> check_saved_search(const SearchOptions& saved);

// Tells whether a query, filters or an answer of its own is asked for.
bool asks_for_something(const SearchOptions& options,
                        const boost::program_options::variables_map& values);

// Checks that no query stands beside a name: "neglect" beside --history=Medway (`option` with
// `name`). No query belongs there, and only names are written in several words. Errors: kUsage.
Result<void> check_no_query(const char* option, const std::string& name, const std::string& words);

// Returns what people should know of the words of a query: which are written as options are. Behind
// "--" nothing is an option.
std::vector<std::string> notes_on_words(const CommandLine& line,
                                        const std::vector<std::string>& words);

}  // namespace ofsearch
