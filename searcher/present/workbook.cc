#include "searcher/present/workbook.h"

#include "common/report/date.h"
#include "common/text/code_points.h"

#include <unistd.h>
#include <xlsxwriter.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <utility>

namespace ofsearch {
namespace {

constexpr size_t kLongestCell = 32767;  // characters, the format's limit
constexpr size_t kMostLinks = 65000;    // of a sheet, the format's limit

std::string in_a_cell(std::string_view value) {
  std::string text;
  size_t characters = 0;
  for (size_t i = 0; i < value.size() && characters < kLongestCell; ++characters) {
    const char32_t c = next_code_point(value, &i);
    // XML has no other control characters.
    if (c >= 0x20 || c == '\t' || c == '\n') append_code_point(&text, c);
  }
  return text;
}

}  // namespace

struct Workbook::Parts {
  std::filesystem::path folder;  // of our own: the library writes files with names only
  lxw_workbook* book = nullptr;
  lxw_format *bold = nullptr, *date = nullptr, *share = nullptr;
};

struct Sheet::Parts {
  lxw_worksheet* sheet;
  lxw_format *bold, *date, *share;
  size_t links = 0;
};

Workbook::Workbook() : parts_(std::make_unique<Parts>()) {
  std::string folder = (std::filesystem::temp_directory_path() / "ofsearch-XXXXXX").string();
  if (::mkdtemp(folder.data()) == nullptr) return;
  parts_->folder = folder;
  lxw_workbook_options options{};
  options.constant_memory = LXW_FALSE;
  options.tmpdir = folder.data();
  parts_->book = workbook_new_opt((parts_->folder / "book.xlsx").c_str(), &options);
  parts_->bold = workbook_add_format(parts_->book);
  format_set_bold(parts_->bold);
  parts_->date = workbook_add_format(parts_->book);
  format_set_num_format(parts_->date, "yyyy-mm-dd");
  parts_->share = workbook_add_format(parts_->book);
  format_set_num_format(parts_->share, "0.0%");
}

Workbook::~Workbook() {
  if (parts_->book != nullptr) lxw_workbook_free(parts_->book);
  std::error_code ignored;
  if (!parts_->folder.empty()) std::filesystem::remove_all(parts_->folder, ignored);
}

Sheet Workbook::add_sheet(std::string_view name) {
  auto parts = std::make_shared<Sheet::Parts>();
  *parts = {nullptr, parts_->bold, parts_->date, parts_->share};
  if (parts_->book != nullptr)
    parts->sheet = workbook_add_worksheet(parts_->book, std::string(name).c_str());
  return Sheet(std::move(parts));
}

void Workbook::write(std::ostream& out) {
  lxw_workbook* book = std::exchange(parts_->book, nullptr);
  if (book == nullptr || workbook_close(book) != LXW_NO_ERROR) {
    out.setstate(std::ios::failbit);
    return;
  }
  std::ifstream file(parts_->folder / "book.xlsx", std::ios::binary);
  if (!(out << file.rdbuf())) out.setstate(std::ios::failbit);
}

void Sheet::heads(const std::vector<std::string>& names) {
  if (parts_->sheet == nullptr) return;
  begin_row();
  for (const std::string& name : names)
    worksheet_write_string(parts_->sheet, row_, column_++, name.c_str(), parts_->bold);
  worksheet_freeze_panes(parts_->sheet, 1, 0);
}

void Sheet::begin_row() {
  if (begun_) ++row_;
  begun_ = true;
  column_ = 0;
}

void Sheet::text(std::string_view value) {
  if (parts_->sheet != nullptr && !value.empty())
    worksheet_write_string(parts_->sheet, row_, column_, in_a_cell(value).c_str(), nullptr);
  ++column_;
}

namespace {

// Nothing where `value` is no number.
bool read_number(const std::string& value, double* number) {
  char* end = nullptr;
  *number = std::strtod(value.c_str(), &end);
  return !value.empty() && *end == '\0' && std::isfinite(*number);
}

}  // namespace

void Sheet::number(const std::string& value) {
  double number = 0;
  if (!read_number(value, &number)) return text(value);
  if (parts_->sheet != nullptr)
    worksheet_write_number(parts_->sheet, row_, column_, number, nullptr);
  ++column_;
}

void Sheet::share(const std::string& value) {
  double number = 0;
  if (!read_number(value, &number)) return text(value);
  if (parts_->sheet != nullptr)
    worksheet_write_number(parts_->sheet, row_, column_, number, parts_->share);
  ++column_;
}

void Sheet::date(const std::string& iso) {
  const std::optional<Date> day = parse_iso_date(iso);
  if (!day) return text(iso);
  lxw_datetime when{day->year, day->month, day->day, 0, 0, 0};
  if (parts_->sheet != nullptr)
    worksheet_write_datetime(parts_->sheet, row_, column_, &when, parts_->date);
  ++column_;
}

void Sheet::link(const std::string& url) {
  const bool is_address = url.starts_with("https://") || url.starts_with("http://");
  if (!is_address || parts_->links >= kMostLinks) return text(url);
  if (parts_->sheet != nullptr)
    worksheet_write_url(parts_->sheet, row_, column_, url.c_str(), nullptr);
  ++parts_->links;
  ++column_;
}

}  // namespace ofsearch
