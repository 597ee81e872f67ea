// The terms of an index and how frequent they are, remembered, and asked for in few round trips
// where the index is behind servers.
#pragma once

#include <xapian.h>

#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace ofsearch {

// Of one opened database, which must outlive it. Not for two threads. All may throw Xapian::Error.
class IndexTerms {
 public:
  // `remote`: some of `database` is on a server, so that each question is a round trip to it.
  IndexTerms(const Xapian::Database& database, bool remote)
      : database_(database), remote_(remote) {}

  // In how many documents `term` is. Of a remote database, 0 for a term not asked for before:
  // whoever asks does so again when fetch_missed() was true.
  Xapian::doccount frequency(const std::string& term);

  // Is it certain that no document has `term`? Of a remote database not before fetch_missed().
  bool is_nowhere(const std::string& term);

  // Asks for the frequencies of `terms` in the order in which they lie: neighbours are read at
  // once.
  void look_up(std::vector<std::string> terms);

  // Looks up at once what was missed. False if nothing was, so that all answers were right.
  bool fetch_missed();

  // All terms that begin with `prefix`, and their frequencies, in byte order.
  using Terms = std::vector<std::pair<std::string, Xapian::doccount>>;
  const Terms& beginning_with(const std::string& prefix);

  Xapian::doccount documents() const { return database_.get_doccount(); }

  // Forgets what it was asked for, where that is much.
  void forget_many();

 private:
  const Xapian::Database& database_;
  bool remote_;
  std::unordered_map<std::string, Xapian::doccount> frequencies_;
  std::map<std::string, Terms> by_prefix_;
  std::vector<std::string> missed_;
};

}  // namespace ofsearch
