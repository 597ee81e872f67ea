// One file from the site to the disk: in pieces, if need be over several runs, and looked at before
// it is taken for a report.
#pragma once

#include "common/system/result.h"
#include "fetcher/site/polite_client.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace ofsearch {

struct DownloadRequest {
  std::string address;
  std::filesystem::path partial;  // where the content grows; its folder is there
  uint64_t max_bytes = 0;
  std::string etag, modified;  // of the state that is at hand; empty where none is
};

struct Download {
  enum Outcome {
    kComplete,   // a PDF is at `partial`
    kUnchanged,  // the state at hand is the latest
    kNotFound,   // the link is dead: the server, or the page that it gives, says so
  };
  Outcome outcome = kComplete;
  std::string etag, modified;  // of a complete one
  uint64_t bytes = 0;          // that were sent
};

// A transfer that breaks is gone on with where it broke, by a retry or by the next run, if the
// server says that the file is still the same. Errors name the address: those of
// PoliteClient::get(), content that is no PDF, a file that cannot be written.
Result<Download> download(const DownloadRequest& request, PoliteClient* client);

}  // namespace ofsearch
