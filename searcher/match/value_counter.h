// Which values the documents that a query finds have, and how many have each.
#pragma once

#include "common/index/index.h"

#include <xapian.h>

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ofsearch {

// Of one opened index, which must outlive it. Remembers the values of slots that most documents
// were asked about. Not for two threads. May throw Xapian::Error.
class ValueCounter {
 public:
  using Counts = std::map<std::string, size_t>;

  explicit ValueCounter(const Index& index);
  ~ValueCounter();
  ValueCounter(ValueCounter&&) noexcept;

  // For each of `slots` how many of the documents that `query` finds have each value of it; those
  // without one are not counted. `matches` receives the number of documents found. Exact.
  std::vector<Counts> count(const Xapian::Query& query, const std::vector<Xapian::valueno>& slots,
                            size_t* matches);

  // What is to be counted of those documents alone that `filter` finds too.
  struct Selection {
    Xapian::Query filter;
    std::vector<Xapian::valueno> slots;
  };
  struct Selected {
    std::vector<Counts> counts;  // by slot
    size_t matches = 0;
  };

  // As count(), for several selections from what `query` finds, which is asked for once. A filter
  // is quick to answer: it finds no more than documents of the kind that `query` finds.
  std::vector<Selected> count_selections(const Xapian::Query& query,
                                         const std::vector<Selection>& selections);

  // The same from the documents that have the term `among` and any of the terms `any_of`, of which
  // frequent ones make it quick.
  std::vector<Selected> count_selections(const std::string& among,
                                         const std::vector<std::string>& any_of,
                                         const std::vector<Selection>& selections);

  // How many passages have any of the terms `any_of` or are found by `more`, of those reports alone
  // whose documents `reports` finds, of all if it is match_all(). Nothing where a server is among
  // the shards, which would have to send all its lists.
  std::optional<size_t> count_any(const std::vector<std::string>& any_of, const Xapian::Query& more,
                                  const Xapian::Query& reports);

 private:
  class Shard;

  const Index& index_;
  std::vector<Shard> shards_;  // none where a server is among them
};

}  // namespace ofsearch
