// Values of filters that no term of the index stands for: judgements that must all be so
// ("leaders:good+in_care:good"), and changes of a grade ("inadequate to good").
#pragma once

#include "common/index/fields.h"
#include "searcher/query/grade_changes.h"

#include <xapian.h>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// The value that `typed` stands for, if it is composed. Its parts are values of `field`.
std::optional<std::string> composed_value(const Field& field, std::string_view typed);

class ComposedValues {
 public:
  // Keeps what is needed to select by `value`, one of `field` in its canonical form; nothing where
  // it is not composed. May throw Xapian::Error.
  void take(const Field& field, const std::string& value, const Xapian::Database& database);

  bool has(const std::string& term) const { return values_.contains(term); }

  // The documents that the value with this term selects. Only where has() is true.
  Xapian::Query query_of(const std::string& term) const;
  // Whether a report does that has these terms itself.
  bool admits(const std::string& term, const std::string& id,
              const std::set<std::string>& own) const;

 private:
  struct Value {
    std::vector<std::string> terms;  // of values that must all be so; or
    std::set<std::string> reports;   // ids
  };
  std::map<std::string, Value> values_;  // by filter_term()
  std::optional<std::vector<ChangesOfReport>> changes_;
};

}  // namespace ofsearch
