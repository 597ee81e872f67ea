// Asks what the site lists: the authorities, and the reports of each.
#pragma once

#include "common/system/result.h"
#include "fetcher/site/page_cache.h"
#include "fetcher/site/pages.h"
#include "fetcher/site/polite_client.h"

#include <string>
#include <vector>

namespace ofsearch {

class Listing {
 public:
  Listing(std::string site, PageCache cache, PoliteClient* client)
      : site_(std::move(site)), cache_(std::move(cache)), client_(client) {}

  // Returns every local authority that the site's search lists. An error if a page cannot be read
  // or is not in the known format; never part of a list, never an empty list.
  Result<std::vector<ListedProvider>> providers();

  // Returns the reports on a provider's page. An error if the page cannot be read, says "not
  // found", or has links in an unknown format. A page without reports is not an error: an authority
  // may be new.
  Result<std::vector<ListedReport>> reports(const ListedProvider& provider);

 private:
  std::string site_;
  PageCache cache_;
  PoliteClient* client_;
};

}  // namespace ofsearch
