// A cache of the terms of an index and their frequencies. If the index is behind servers, it asks
// for many terms in few round trips.
#pragma once

#include <xapian.h>

#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace ofsearch {

// The terms of a database, which must outlive it. Not thread-safe. May throw Xapian::Error.
class IndexTerms {
 public:
  // `remote`: a part of `database` is on a server, so that each look-up is a round trip.
  IndexTerms(const Xapian::Database& database, bool remote)
      : database_(database), remote_(remote) {}

  // The number of documents with `term`. In a remote database the first call for a term returns 0
  // and notes it as missed: if fetch_missed() then returns true, the caller must ask again.
  Xapian::doccount frequency(const std::string& term);

  // Whether it is certain that no document has `term`: if remote, only after fetch_missed().
  bool is_nowhere(const std::string& term);

  // Caches the frequencies of `terms`, read in byte order, so that neighbouring terms are read
  // together.
  void look_up(std::vector<std::string> terms);

  // Looks up all missed terms together. False if there was none, so that all answers were right.
  bool fetch_missed();

  // All terms that begin with `prefix`, with their frequencies, in byte order.
  using Terms = std::vector<std::pair<std::string, Xapian::doccount>>;
  const Terms& beginning_with(const std::string& prefix);

  Xapian::doccount documents() const { return database_.get_doccount(); }

  // Clears the cache if it has become large.
  void forget_many();

 private:
  const Xapian::Database& database_;
  bool remote_;
  std::unordered_map<std::string, Xapian::doccount> frequencies_;
  std::map<std::string, Terms> by_prefix_;
  std::vector<std::string> missed_;
};

}  // namespace ofsearch
