// Counts reports by value of a field, and makes requests that differ in one filter.
#pragma once

#include "common/index/fields.h"
#include "common/system/result.h"
#include "searcher/results/table.h"
#include "searcher/search.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

struct ValueCount {
  std::string value;
  size_t reports = 0;
};
using ValueCounts = std::vector<ValueCount>;

size_t count_of(const ValueCounts& counts, const std::string& value);

// Returns the number of reports that `request` finds for each value of `field`, in the field's
// order. Values that the filters of the request exclude are left out. Errors as Searcher::search().
Result<ValueCounts> counts_by(Searcher* searcher, SearchRequest request, const Field& field);

// Returns the number of reports that `request` finds. Errors as Searcher::search().
Result<size_t> count_reports(Searcher* searcher, SearchRequest request);

// Returns what all counts of one table have in common: `request` with its words understood, as
// answer() understands them, at the level at which it finds reports. Its words are words from then
// on. Strengths and weaknesses are counted over all that speaks of it, so a finding that the words
// ask for is left out. `notes`, if given, gets what people should know of this. Errors as
// Searcher::search, and kUsage for a filter by finding.
Result<SearchRequest> to_be_counted(Searcher* searcher, const SearchRequest& request,
                                    std::vector<std::string>* notes = nullptr);

// Makes `request`, which has the query of `results`, count by the same rule, whatever its filters.
void ask_for_the_same(const SearchResults& results, SearchRequest* request);

// Return `request` with `value` as the only filter of `field`, or without any filter of it.
SearchRequest with_only(SearchRequest request, const Field& field, const std::string& value);
SearchRequest without(SearchRequest request, const Field& field);
bool filters_by(const SearchRequest& request, const Field& field);

// Tells whether `request` has words or filters of passages, so that not every report need speak of
// it.
bool asks_of_passages(const SearchRequest& request);

// Returns `request` without its query and its filters of passages: it finds all reports that its
// other filters select.
SearchRequest of_whole_reports(SearchRequest request);

// Returns `request` without its words. It lists every report that its filters select, and no more
// of each than its facts.
SearchRequest listing(SearchRequest request, SortOrder sort);

// Returns the documents of one authority, as listing() has them; `name` is any of its names. Errors
// as Searcher::search(), and kUsage for several authorities ("Kent,Surrey", "region-of:Kent"): what
// got better or worse between two of them would mean nothing. A filter by authority is kUsage, too.
Result<SearchResults> documents_of(Searcher* searcher, const std::string& name,
                                   const SearchRequest& filters, SortOrder sort);

// Return, for a title, the filters alone (", year 2023..", or nothing), and all that is asked for
// ("“advocacy”, authority Kent, from 2020-01-01").
std::string filters_in_title(const SearchRequest& search);
std::string about(const SearchRequest& search);

// Returns a note: "3 reports have no region and stand in no row".
std::string left_out_note(size_t reports, std::string_view what, std::string_view place);

// Notes how many reports no row, or no column, has, as they have no value of its field. Errors as
// Searcher::search().
Result<void> tell_left_out(Searcher* searcher, const SearchRequest& search, const Field& field,
                           std::string_view place, std::vector<std::string>* notes);

// Returns a note on what a strength or weakness is, since that differs: a topic has sentences of
// its own in a passage, words have none. `asks` tells whether something is asked that a passage may
// speak of.
std::string finding_note(bool of_topics, bool asks);

inline constexpr std::string_view kNothingFound = "nothing found: no report speaks of it";

// Return a column of the values of `field`, and a cell of it: a year is a number.
TableColumn value_column(const Field& field);
TableCell value_cell(const Field& field, const std::string& value);

// Returns the years from `first` to `last`, also those without a report, that filters by year do
// not leave out.
std::vector<std::string> years_between(const std::string& first, const std::string& last,
                                       const SearchRequest& search);

// A request, and the same restricted to passages that report a strength or a weakness. All count
// what speaks of it, whatever it finds, so that shares are of the whole.
struct Views {
  SearchRequest all, strengths, weaknesses;
};
Views views_of(SearchRequest request);

}  // namespace ofsearch
