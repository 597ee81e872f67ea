// Keeps a cache of the site's pages: a page that has not changed since the last run is not sent
// again.
#pragma once

#include "common/system/result.h"
#include "fetcher/site/polite_client.h"

#include <filesystem>
#include <string>

namespace ofsearch {

class PageCache {
 public:
  // Pages are kept in `folder`, which is created if needed. Nothing is written if `read_only`.
  PageCache(std::filesystem::path folder, bool read_only)
      : folder_(std::move(folder)), read_only_(read_only) {}

  // Returns the content of the page at `address`: from the cache if the site says that it has not
  // changed, else from the site. Errors: those of PoliteClient::get(), a page that does not exist
  // (404), a page that is not HTML.
  Result<std::string> get(const std::string& address, PoliteClient* client);

 private:
  struct Page {
    std::string etag, modified, content;
  };
  std::filesystem::path file_of(const std::string& address) const;
  Page load(const std::string& address) const;
  Result<void> keep(const std::string& address, const Page& page) const;

  std::filesystem::path folder_;
  bool read_only_;
};

}  // namespace ofsearch
