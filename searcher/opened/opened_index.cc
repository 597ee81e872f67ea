#include "searcher/opened/opened_index.h"

#include "common/index/schema.h"

namespace ofsearch {

const std::string& OpenedIndex::newest_date() {
  if (newest_date_) return *newest_date_;
  // The value's upper bound does not do: it stays when the newest report is removed.
  Xapian::Enquire enquire(index.database);
  enquire.set_query(Xapian::Query(std::string(kReportTerm)));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_sort_by_value(kNewestOrderSlot, false);
  Xapian::MSet newest = enquire.get_mset(0, 1);
  newest_date_ = newest.empty() ? "" : newest.begin().get_document().get_value(kDateSlot);
  return *newest_date_;
}

}  // namespace ofsearch
