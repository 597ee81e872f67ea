#include "fetcher/selection.h"

#include "common/field/authorities/authorities.h"
#include "common/text/nearest.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace ofsearch {
namespace {

constexpr size_t kFewestToCompare = 20;  // rows that tell whether a list has shrunk

// Returns the key by which names are compared, since many spellings mean one authority.
std::string authority_key(const std::string& name) {
  const Authority* known = Authorities::builtin().find(name);
  return normalise_authority_name(known == nullptr ? name : known->name);
}

Error unknown_authority(const std::string& typed, const std::vector<std::string>& names) {
  std::vector<std::string> near = Authorities::builtin().nearest(typed, 3);
  if (near.empty()) near = nearest(typed, names, 3);
  return {ErrorCode::kUsage, fmt::format("the site lists no authority \"{}\"", typed),
          near.empty() ? "see the names on the site's search page"
                       : fmt::format("did you mean {}?", list_in_words(near))};
}

}  // namespace

Result<void> check_not_shrunk(const Record& record, const std::vector<ListedProvider>& providers) {
  std::set<std::string> before, now;
  for (const FetchedReport& row : record.reports)
    if (row.status != ReportStatus::kUnlisted) before.insert(row.provider);
  for (const ListedProvider& provider : providers) now.insert(provider.number);
  size_t gone = static_cast<size_t>(std::count_if(
      before.begin(), before.end(), [&](const std::string& each) { return !now.contains(each); }));
  if (before.size() < kFewestToCompare || gone * 2 <= before.size()) return {};
  return Error{ErrorCode::kRefused,
               fmt::format("the site lists no more than {} of {} authorities that it listed before",
                           before.size() - gone, before.size()),
               "look at the site; if that is right, add --allow-shrink"};
}

Result<std::vector<ListedProvider>> selected_providers(
    const std::vector<ListedProvider>& providers, const std::vector<std::string>& typed_names) {
  if (typed_names.empty()) return providers;
  std::vector<ListedProvider> out;
  std::vector<std::string> names;
  for (const ListedProvider& provider : providers) names.push_back(provider.name);
  std::set<std::string> chosen;
  for (const std::string& typed : typed_names) {
    bool found = false;
    for (const ListedProvider& provider : providers) {
      if (provider.number != typed && authority_key(provider.name) != authority_key(typed))
        continue;
      found = true;
      if (chosen.insert(provider.number).second) out.push_back(provider);
    }
    if (!found) return unknown_authority(typed, names);
  }
  return out;
}

bool is_wanted(const FetchOptions& options, const ListedReport& listed, const std::string& type) {
  bool right_type = options.types.empty() || std::find(options.types.begin(), options.types.end(),
                                                       type) != options.types.end();
  // A report without a date is rather fetched than lost.
  bool recent =
      options.since.empty() || listed.published.empty() || listed.published >= options.since;
  return right_type && recent;
}

}  // namespace ofsearch
