// What the site lists: the authorities, and the reports of each.
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

  // Every local authority that the site's search gives. An error where a page cannot be had or is
  // not in the shape that is known; never a part of the list, never an empty one.
  Result<std::vector<ListedProvider>> providers();

  // The reports on a provider's page. An error where the page cannot be had, says that there is
  // nothing, or has links in a shape that is not known. A page without reports is no error: an
  // authority may be new.
  Result<std::vector<ListedReport>> reports(const ListedProvider& provider);

 private:
  std::string site_;
  PageCache cache_;
  PoliteClient* client_;
};

}  // namespace ofsearch
