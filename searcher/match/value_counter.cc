#include "searcher/match/value_counter.h"

#include "common/index/schema.h"
#include "searcher/query/filters.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <iterator>
#include <limits>
#include <unordered_map>
#include <utility>

namespace ofsearch {
namespace {

using Counts = ValueCounter::Counts;
using Selection = ValueCounter::Selection;
using Selected = ValueCounter::Selected;
using Slots = std::vector<Xapian::valueno>;

// Calls `spies` for every document that `query` finds; returns their number.
size_t visit_matches(const Xapian::Database& database, const Xapian::Query& query,
                     const std::vector<Xapian::MatchSpy*>& spies) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  for (Xapian::MatchSpy* spy : spies) enquire.add_matchspy(spy);
  return enquire.get_mset(0, 0, database.get_doccount()).get_matches_estimated();
}

// With the library's own spies, which servers know.
Selected count_by_spies(const Xapian::Database& database, const Xapian::Query& query,
                        const Slots& slots) {
  std::vector<std::unique_ptr<Xapian::ValueCountMatchSpy>> spies;
  std::vector<Xapian::MatchSpy*> all;
  for (Xapian::valueno slot : slots) {
    spies.push_back(std::make_unique<Xapian::ValueCountMatchSpy>(slot));
    all.push_back(spies.back().get());
  }
  Selected selected;
  selected.matches = visit_matches(database, query, all);
  for (const auto& spy : spies) {
    Counts& counts = selected.counts.emplace_back();
    for (auto it = spy->values_begin(); it != spy->values_end(); ++it)
      counts[*it] += it.get_termfreq();
  }
  return selected;
}

std::vector<Selected> count_by_spies(const Xapian::Database& database, const Xapian::Query& query,
                                     const std::vector<Selection>& selections) {
  std::vector<Selected> selected;
  for (const Selection& selection : selections)
    selected.push_back(
        count_by_spies(database, filtered(query, selection.filter), selection.slots));
  return selected;
}

class DocumentSpy : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& document, double /*weight*/) override {
    ids.push_back(document.get_docid());
  }

  std::vector<Xapian::docid> ids;
};

// All values of one slot.
struct Column {
  struct Entry {
    Xapian::docid id;
    uint32_t value;  // number of `values`
  };
  std::vector<Entry> entries;  // by document
  std::vector<std::string> values;
};

Column read_column(const Xapian::Database& database, Xapian::valueno slot) {
  Column column;
  std::unordered_map<std::string, uint32_t> numbers;
  for (auto it = database.valuestream_begin(slot); it != database.valuestream_end(slot); ++it) {
    auto [known, added] = numbers.try_emplace(*it, static_cast<uint32_t>(column.values.size()));
    if (added) column.values.push_back(known->first);
    column.entries.push_back({it.get_docid(), known->second});
  }
  return column;
}

// `ids` ascend, here and below.
void add_counts(const Column& column, const std::vector<Xapian::docid>& ids, Counts* counts) {
  std::vector<size_t> found(column.values.size());
  auto entry = column.entries.begin();
  for (Xapian::docid id : ids) {
    while (entry != column.entries.end() && entry->id < id) ++entry;
    if (entry == column.entries.end()) break;
    if (entry->id == id) ++found[entry->value];
  }
  for (size_t i = 0; i < found.size(); ++i)
    if (found[i] > 0) (*counts)[column.values[i]] += found[i];
}

void add_counts(const Xapian::Database& database, Xapian::valueno slot,
                const std::vector<Xapian::docid>& ids, Counts* counts) {
  auto it = database.valuestream_begin(slot), end = database.valuestream_end(slot);
  for (Xapian::docid id : ids) {
    if (it == end) break;
    it.skip_to(id);
    if (it != end && it.get_docid() == id) ++(*counts)[*it];
  }
}

}  // namespace

class ValueCounter::Shard {
 public:
  explicit Shard(const Xapian::Database& database) : database_(database) {}

  // Ascending.
  std::vector<Xapian::docid> find(const Xapian::Query& query) const {
    DocumentSpy found;
    visit_matches(database_, query, {&found});
    std::sort(found.ids.begin(), found.ids.end());
    return std::move(found.ids);
  }

  void count(const std::vector<Xapian::docid>& ids, const Slots& slots, Selected* selected) {
    selected->matches += ids.size();
    selected->counts.resize(slots.size());
    for (size_t i = 0; i < slots.size(); ++i) {
      if (const Column* column = column_for(slots[i], ids.size()))
        add_counts(*column, ids, &selected->counts[i]);
      else
        add_counts(database_, slots[i], ids, &selected->counts[i]);
    }
  }

  // Ascending: those that have `among` and any of `any_of`. Each is looked for in the lists of the
  // terms, the longest first, until it is in one: most are in the first. Short lists are read
  // through.
  std::vector<Xapian::docid> find(const std::string& among,
                                  const std::vector<std::string>& any_of) {
    constexpr size_t kShort = 4;  // times shorter than what is looked for
    std::vector<std::pair<Xapian::doccount, const std::string*>> terms;
    for (const std::string& term : any_of) terms.emplace_back(database_.get_termfreq(term), &term);
    std::sort(terms.begin(), terms.end(), std::greater<>());
    std::vector<Xapian::docid> found, left = documents_with(among);
    auto term = terms.begin();
    for (; term != terms.end() && !left.empty() && term->first * kShort >= left.size(); ++term)
      take_listed(*term->second, &left, &found);
    std::vector<bool> is_listed(left.size());
    for (; term != terms.end(); ++term) mark_listed(*term->second, left, &is_listed);
    for (size_t i = 0; i < left.size(); ++i)
      if (is_listed[i]) found.push_back(left[i]);
    std::sort(found.begin(), found.end());
    return found;
  }

  void count_each(const std::vector<Xapian::docid>& all, const std::vector<Selection>& selections,
                  std::vector<Selected>* selected) {
    for (size_t i = 0; i < selections.size(); ++i) {
      const Selection& selection = selections[i];
      if (is_match_all(selection.filter))
        count(all, selection.slots, &(*selected)[i]);
      else
        count(in_both(all, find(selection.filter)), selection.slots, &(*selected)[i]);
    }
  }

  // The lists are read one after the other, which takes a quarter of what the matcher takes.
  size_t count_any(const std::vector<std::string>& any_of, const Xapian::Query& more,
                   const Xapian::Query& reports) {
    const std::vector<Range> ranges = passages_of(reports);
    std::vector<bool> is_found(size_t{database_.get_lastdocid()} + 1);
    size_t count = 0;
    auto add = [&](Xapian::docid id) {
      if (is_found[id]) return;
      is_found[id] = true;
      ++count;
    };
    for (const std::string& term : any_of)
      visit(ranges, database_.postlist_begin(term), database_.postlist_end(term), add);
    if (more.empty()) return count;
    const std::vector<Xapian::docid> found = find(more);
    visit(ranges, found.begin(), found.end(), add);
    return count;
  }

 private:
  struct Range {
    Xapian::docid begin, end;
  };

  // Where the passages of the reports lie that `reports` finds: before each (schema.h), behind the
  // report before it. Ascending.
  std::vector<Range> passages_of(const Xapian::Query& reports) {
    if (is_match_all(reports)) return {{1, std::numeric_limits<Xapian::docid>::max()}};
    const std::vector<Xapian::docid>& all = documents_with(std::string(kReportTerm));
    std::vector<Range> ranges;
    for (Xapian::docid report : find(reports)) {
      auto it = std::lower_bound(all.begin(), all.end(), report);
      ranges.push_back({it == all.begin() ? 1 : *(it - 1) + 1, report});
    }
    return ranges;
  }

  static void skip_to(Xapian::docid id, Xapian::PostingIterator* it,
                      const Xapian::PostingIterator& /*end*/) {
    it->skip_to(id);
  }
  using Ids = std::vector<Xapian::docid>::const_iterator;
  static void skip_to(Xapian::docid id, Ids* it, Ids end) { *it = std::lower_bound(*it, end, id); }

  // Calls `take` for the documents of an ascending list that lie in the ranges.
  template <typename Iterator, typename Take>
  static void visit(const std::vector<Range>& ranges, Iterator it, Iterator end, Take take) {
    for (const Range& range : ranges) {
      if (it != end && *it < range.begin) skip_to(range.begin, &it, end);
      if (it == end) return;
      for (Xapian::docid id = *it; id < range.end; id = *it) {
        take(id);
        if (++it == end) return;
      }
    }
  }

  static std::vector<Xapian::docid> in_both(const std::vector<Xapian::docid>& a,
                                            const std::vector<Xapian::docid>& b) {
    std::vector<Xapian::docid> both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    return both;
  }

  // Moves those of `left` that have `term` to `found`.
  void take_listed(const std::string& term, std::vector<Xapian::docid>* left,
                   std::vector<Xapian::docid>* found) const {
    auto it = database_.postlist_begin(term);
    const auto end = database_.postlist_end(term);
    auto keep = left->begin();
    for (Xapian::docid id : *left) {
      if (it != end) it.skip_to(id);
      if (it != end && *it == id)
        found->push_back(id);
      else
        *keep++ = id;
    }
    left->erase(keep, left->end());
  }

  void mark_listed(const std::string& term, const std::vector<Xapian::docid>& ids,
                   std::vector<bool>* is_listed) const {
    const auto end = database_.postlist_end(term);
    for (auto it = database_.postlist_begin(term); it != end; ++it) {
      auto at = std::lower_bound(ids.begin(), ids.end(), *it);
      if (at != ids.end() && *at == *it) (*is_listed)[static_cast<size_t>(at - ids.begin())] = true;
    }
  }

  // Ascending.
  const std::vector<Xapian::docid>& documents_with(const std::string& term) {
    if (auto it = documents_.find(term); it != documents_.end()) return it->second;
    // Remembered only if it was read to its end.
    std::vector<Xapian::docid> ids(database_.postlist_begin(term), database_.postlist_end(term));
    return documents_.emplace(term, std::move(ids)).first->second;
  }

  // nullptr where so few documents are asked about that looking each up is quicker.
  const Column* column_for(Xapian::valueno slot, size_t documents) {
    constexpr size_t kFewOf = 8;
    if (auto it = columns_.find(slot); it != columns_.end()) return &it->second;
    if (documents * kFewOf < database_.get_value_freq(slot)) return nullptr;
    return &columns_.emplace(slot, read_column(database_, slot)).first->second;
  }

  Xapian::Database database_;
  std::map<Xapian::valueno, Column> columns_;
  std::map<std::string, std::vector<Xapian::docid>> documents_;  // by term
};

ValueCounter::ValueCounter(const Index& index) : index_(index) {
  if (index.is_remote()) return;
  for (const Xapian::Database& shard : index.opened) shards_.emplace_back(shard);
}

ValueCounter::~ValueCounter() = default;
ValueCounter::ValueCounter(ValueCounter&&) noexcept = default;

std::vector<Counts> ValueCounter::count(const Xapian::Query& query, const Slots& slots,
                                        size_t* matches) {
  Selected all = std::move(count_selections(query, {{match_all(), slots}}).front());
  *matches = all.matches;
  all.counts.resize(slots.size());
  return std::move(all.counts);
}

std::optional<size_t> ValueCounter::count_any(const std::vector<std::string>& any_of,
                                              const Xapian::Query& more,
                                              const Xapian::Query& reports) {
  if (index_.is_remote()) return std::nullopt;
  size_t count = 0;
  for (Shard& shard : shards_) count += shard.count_any(any_of, more, reports);
  return count;
}

std::vector<Selected> ValueCounter::count_selections(const Xapian::Query& query,
                                                     const std::vector<Selection>& selections) {
  if (index_.is_remote()) return count_by_spies(index_.database, query, selections);
  std::vector<Selected> selected(selections.size());
  for (Shard& shard : shards_) {
    if (selections.size() > 1)
      shard.count_each(shard.find(query), selections, &selected);
    else
      shard.count(shard.find(filtered(query, selections.front().filter)), selections.front().slots,
                  &selected.front());
  }
  return selected;
}

std::vector<Selected> ValueCounter::count_selections(const std::string& among,
                                                     const std::vector<std::string>& any_of,
                                                     const std::vector<Selection>& selections) {
  if (index_.is_remote())
    return count_by_spies(
        index_.database,
        Xapian::Query(Xapian::Query::OP_AND, Xapian::Query(among),
                      Xapian::Query(Xapian::Query::OP_OR, any_of.begin(), any_of.end())),
        selections);
  std::vector<Selected> selected(selections.size());
  for (Shard& shard : shards_) shard.count_each(shard.find(among, any_of), selections, &selected);
  return selected;
}

}  // namespace ofsearch
