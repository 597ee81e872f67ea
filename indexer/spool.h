// Where reports wait between being read and being written: a file, since all of them together may
// not fit into memory.
#pragma once

#include "common/report.h"
#include "common/report_json.h"
#include "common/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace ofsearch {

// A report in the spool.
struct SpoolEntry {
  uint64_t offset = 0;
  uint32_t head_size = 0, records_size = 0;
};

class Spool {
 public:
  static Result<Spool> create(const std::filesystem::path& file);
  static Result<Spool> open(const std::filesystem::path& file);  // for reading
  Spool(Spool&& other) noexcept;
  Spool& operator=(Spool&&) = delete;
  ~Spool();

  // `head` and `records` as DocumentAnswer has them.
  Result<SpoolEntry> append(const Json& head, std::string_view records);

  Result<Report> read(const SpoolEntry& entry) const;

  uint64_t bytes() const { return end_; }

 private:
  Spool(int fd, std::filesystem::path file) : fd_(fd), file_(std::move(file)) {}

  int fd_;
  std::filesystem::path file_;
  uint64_t end_ = 0;
};

}  // namespace ofsearch
