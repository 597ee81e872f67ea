#include "indexer/generation/each_report.h"

#include "common/index/schema.h"
#include "common/records/report_record.h"

#include <fmt/format.h>

#include <string>
#include <utility>

namespace ofsearch {

Result<void> each_report(const Xapian::Database& database,
                         const std::function<void(Report)>& take) {
  return xapian_try("read the reports of the index", [&] {
    std::string term(kReportTerm);
    for (auto it = database.postlist_begin(term); it != database.postlist_end(term); ++it) {
      Xapian::Document document = database.get_document(*it);
      auto head = decode_report({document.get_value(kReportFieldsSlot), document.get_data()});
      if (!head)
        throw Xapian::DatabaseCorruptError(
            fmt::format("the record of the report that is document {} is damaged", *it));
      take(std::move(head->report));
    }
  });
}

}  // namespace ofsearch
