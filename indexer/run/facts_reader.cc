#include "indexer/run/facts_reader.h"

#include <fmt/format.h>

namespace ofsearch {

Result<ReportHead> FactsReader::find(const ManifestEntry& entry) {
  std::string start = fmt::format("{{\"id\":\"{}\"", entry.id), line;
  while (std::getline(lines_, line)) {
    if (!line.starts_with(start)) continue;
    if (Json json = Json::parse(line, nullptr, false); !json.is_discarded())
      return ReportHead{line, std::move(json)};
  }
  return Error{ErrorCode::kIndexDamaged, fmt::format("{} lacks {}", file_.string(), entry.path),
               ""};
}

}  // namespace ofsearch
