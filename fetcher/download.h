// Downloads one file. A broken transfer is resumed, also by a later run; the content is checked
// before it is accepted.
#pragma once

#include "common/system/result.h"
#include "fetcher/site/polite_client.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace ofsearch {

struct DownloadRequest {
  std::string address;
  std::filesystem::path partial;  // the file to write; its folder must exist
  uint64_t max_bytes = 0;
  std::string etag, modified;  // of the copy that the folder has; empty if there is none
};

struct Download {
  enum Outcome {
    kComplete,   // a PDF is at `partial`
    kUnchanged,  // the copy that the folder has is the latest
    kNotFound,   // the link is dead: the status, or the page that is sent instead, says so
  };
  Outcome outcome = kComplete;
  std::string etag, modified;  // for kComplete
  uint64_t bytes = 0;          // received
};

// A broken transfer is resumed where it broke, by a retry or by the next run, if the server says
// that the file has not changed. Errors name the address: those of PoliteClient::get(), content
// that is not a PDF, a file that cannot be written.
Result<Download> download(const DownloadRequest& request, PoliteClient* client);

}  // namespace ofsearch
