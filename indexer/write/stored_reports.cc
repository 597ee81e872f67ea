#include "indexer/write/stored_reports.h"

#include "common/index/passage_store.h"
#include "common/index/schema.h"
#include "common/report/report_record.h"

#include <fmt/format.h>

namespace ofsearch {
namespace {

Error damaged(const std::string& what) {
  return {ErrorCode::kIndexDamaged, fmt::format("the index is damaged: {}", what),
          "build it again with --rebuild"};
}

ReportRecord record_of(const Xapian::Document& document) {
  return {document.get_value(kReportFieldsSlot), document.get_data()};
}

}  // namespace

Result<void> for_each_report(const Xapian::Database& database,
                             const std::function<void(Report)>& take) {
  try {
    std::string term(kReportTerm);
    for (auto it = database.postlist_begin(term); it != database.postlist_end(term); ++it)
      take(report_from_json(report_record_to_json(record_of(database.get_document(*it)))));
  } catch (const Xapian::Error& error) {
    return xapian_error(error, "read the reports of the index");
  } catch (const nlohmann::json::exception& error) {
    return damaged(error.what());
  }
  return {};
}

Result<StoredReport> load_report(const Xapian::Database& database, const std::string& id) {
  std::string doing = fmt::format("read report {} of the index", id);
  StoredReport report;
  bool found = false;
  OF_CHECK(xapian_try(doing, [&] {
    std::string id_term = prefixed_term(kReportIdPrefix, id);
    PassageReader passages(database);
    for (auto it = database.postlist_begin(id_term); it != database.postlist_end(id_term); ++it) {
      Xapian::Document document = database.get_document(*it);
      if (std::string record = passages.record(*it); !record.empty()) {
        report.records.push_back(std::move(record));
        continue;
      }
      report.head = report_record_to_json(record_of(document));
      found = true;
    }
  }));
  if (!found || report.head.is_discarded() ||
      report.head.value("passage_count", 0) != static_cast<int>(report.records.size()))
    return damaged(fmt::format("report {} is not whole", id));
  return report;
}

}  // namespace ofsearch
