// Names of authorities that the table does not know, as a title or a council's line writes them.
#pragma once

#include "common/report/report.h"
#include "indexer/metadata/names/authority_mentions.h"
#include "indexer/metadata/view/view.h"

#include <optional>
#include <string>
#include <string_view>

namespace ofsearch {

// Returns "Loamshire" from "Inspection of Loamshire local authority children's services" and the
// like.
std::optional<std::string> authority_in_title(std::string_view title);

// Returns "Loamshire" from "Loamshire County Council", "London Borough of Loamshire" and the like
// standing alone or at the end of an address.
std::optional<std::string> authority_in_council_name(std::string_view line);

// Returns "Loamshire" from a sentence with "London Borough of Loamshire" and the like in it.
std::optional<std::string> authority_in_sentence(std::string_view text);

struct WrittenAuthority {
  std::string name;                  // as written
  const Authority* known = nullptr;  // whose name it begins, if it does
  std::string text;                  // where it stands
  int page = 0;                      // of that
};

// Returns a council that the table does not have, or a name of the table cut short: named by the
// title or on the first page, and oftener in the text than any that the table has.
std::optional<WrittenAuthority> find_written_authority(const View& view, const Metadata& metadata,
                                                       AuthorityMentions* mentions);

}  // namespace ofsearch
