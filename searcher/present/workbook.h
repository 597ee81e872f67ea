// A spreadsheet file (Office Open XML, ECMA-376) with typed cells, made in memory.
#pragma once

#include <cstdint>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

class Workbook;

// One sheet, filled from the top, a row at a time from the left. A value that is not of the kind
// asked for is written as text, an empty one leaves its cell empty.
class Sheet {
 public:
  // The first row, in bold; it stays in sight, and values can be chosen from it.
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
  Workbook();
  ~Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  // `name`: at most 31 characters, none of []:*?/\.
  Sheet add_sheet(std::string_view name);

  // Writes the file; nothing may be added after it. The stream fails if it cannot be made.
  void write(std::ostream& out);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace ofsearch
