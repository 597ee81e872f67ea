// Writes a spreadsheet file (Office Open XML, ECMA-376) with typed cells. Each row is packed as
// soon as the next one begins.
#pragma once

#include "common/files/spool.h"

#include <cstdint>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

class Workbook;

// A sheet, which is filled row by row from the top, each row cell by cell from the left. A value
// that is not of the kind of its function is written as text. An empty value leaves its cell empty.
class Sheet {
 public:
  // Writes the header row, in bold. It is frozen and has an automatic filter.
  void heads(const std::vector<std::string>& names);
  void begin_row();
  void text(std::string_view value);
  void number(const std::string& value);
  void share(const std::string& value);  // 0 to 1, shown in per cent
  void date(const std::string& iso);
  void link(const std::string& url);

 private:
  friend class Workbook;
  struct Parts;
  explicit Sheet(std::shared_ptr<Parts> parts) : parts_(std::move(parts)) {}

  std::string take_place();  // "B3"
  void add_text(std::string_view value, int style);
  void add_number(double value, int style);

  std::shared_ptr<Parts> parts_;
  uint32_t row_ = 0;
  uint16_t column_ = 0;
};

class Workbook {
 public:
  // Holds at most so many bytes of a sheet in memory. The other functions may throw SpoolFault.
  explicit Workbook(size_t most_in_memory = Spool::kAll);
  ~Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  // Adds a sheet. `name` has at most 31 characters, without []:*?/\.
  Sheet add_sheet(std::string_view name);

  // Writes the file; nothing may be added after that. If it fails, `out` is in a failed state.
  void write(std::ostream& out);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace ofsearch
