#include "searcher/present/workbook/workbook.h"

#include "common/dates/date.h"
#include "common/text/code_points.h"
#include "common/text/file_address.h"
#include "searcher/present/workbook/packed_text.h"
#include "searcher/present/workbook/zip_file.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdlib>
#include <ostream>
#include <utility>

namespace ofsearch {
namespace {

constexpr size_t kLongestCell = 32767;  // characters, the format's limit
constexpr size_t kMostLinks = 65000;    // of a sheet, the format's limit
constexpr Date kDayZero{1900, 1, 1};
constexpr int kNumberOfDayZero = 2;  // the format counts a 29 February 1900

// Rows of cellXfs in kStyles.
enum Style { kPlain, kBold, kDate, kShare, kLink };

constexpr std::string_view kXml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view kRelations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view kPackage =
    "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr std::string_view kTypes = "application/vnd.openxmlformats-officedocument.spreadsheetml";

constexpr std::string_view kStyles =
    "<numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/>"
    "<numFmt numFmtId=\"165\" formatCode=\"0.0%\"/></numFmts>"
    "<fonts count=\"3\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
    "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font>"
    "<font><u/><sz val=\"11\"/><color rgb=\"FF0B4F94\"/><name val=\"Calibri\"/></font></fonts>"
    "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
    "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
    "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
    "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
    "</cellStyleXfs><cellXfs count=\"5\">"
    "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
    "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/>"
    "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
    "applyNumberFormat=\"1\"/>"
    "<xf numFmtId=\"165\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
    "applyNumberFormat=\"1\"/>"
    "<xf numFmtId=\"0\" fontId=\"2\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/>"
    "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>"
    "</cellStyles>";

// A list of relations.
std::string relations_begin() {
  return fmt::format("{}<Relationships xmlns=\"{}\">", kXml, kPackage);
}
constexpr std::string_view kRelationsEnd = "</Relationships>";

// "_x000D_" in a text is read as the sign of that number, unless its first line is written as a
// number too.
bool is_escape(std::string_view text) {
  constexpr size_t kLength = 7;
  if (text.size() < kLength || !text.starts_with("_x") || text[kLength - 1] != '_') return false;
  return text.substr(2, 4).find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

void append_escaped(std::string* out, char32_t c) {
  if (c == '&')
    *out += "&amp;";
  else if (c == '<')
    *out += "&lt;";
  else if (c == '>')
    *out += "&gt;";
  else if (c == '"')
    *out += "&quot;";
  else if (c < 0x80)
    out->push_back(static_cast<char>(c));
  else
    append_code_point(out, c);
}

// `value` as XML, without the control characters that XML does not have.
std::string in_a_cell(std::string_view value) {
  std::string text;
  size_t characters = 0;
  for (size_t i = 0; i < value.size() && characters < kLongestCell; ++characters) {
    if (is_escape(value.substr(i))) text += "_x005F";
    const char32_t c = next_code_point(value, &i);
    const bool allowed = c >= 0x20 && c != 0xFFFE && c != 0xFFFF;
    if (allowed || c == '\t' || c == '\n') append_escaped(&text, c);
  }
  return text;
}

// 0 -> "A", 27 -> "AB".
std::string letters_of_column(size_t column) {
  std::string letters;
  for (++column; column > 0; column = (column - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  return letters;
}

// Returns false if `value` is no number.
bool read_number(const std::string& value, double* number) {
  char* end = nullptr;
  *number = std::strtod(value.c_str(), &end);
  return !value.empty() && *end == '\0' && std::isfinite(*number);
}

}  // namespace

struct Sheet::Parts {
  Parts(std::string_view sheet_name, size_t most_in_memory)
      : name(sheet_name), xml(most_in_memory), links(most_in_memory), targets(most_in_memory) {}

  std::string name;
  PackedText xml;        // all rows but the last
  std::string row;       // XML
  Spool links, targets;  // XML: cells that are links, where they lead
  size_t link_count = 0;
  size_t most_columns = 0, rows_begun = 0;
  bool has_heads = false;

  // Writes what stands before the first row.
  void begin() {
    xml.add(fmt::format(
        "{}<worksheet xmlns=\"{}\" xmlns:r=\"{}\"><sheetViews><sheetView workbookViewId=\"0\">{}"
        "</sheetView></sheetViews><sheetData>",
        kXml, kMain, kRelations,
        has_heads ? "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" "
                    "state=\"frozen\"/>"
                  : ""));
  }

  void begin_row() {
    if (rows_begun == 0) begin();
    end_row();
    row = fmt::format("<row r=\"{}\">", ++rows_begun);
  }

  void end_row() {
    if (rows_begun > 0) xml.add(row + "</row>");
  }

  // Writes what stands after the last row.
  void end() {
    if (rows_begun == 0) begin();
    end_row();
    xml.add("</sheetData>");
    if (has_heads && most_columns > 0)
      xml.add(fmt::format("<autoFilter ref=\"A1:{}{}\"/>", letters_of_column(most_columns - 1),
                          rows_begun));
    if (link_count > 0) add_links();
    xml.add("</worksheet>");
  }

  void add_links() {
    xml.add("<hyperlinks>");
    links.for_each_piece([&](const std::string& piece) { xml.add(piece); });
    xml.add("</hyperlinks>");
  }

  PackedText relations() const {
    PackedText text(links.most_in_memory());
    text.add(relations_begin());
    targets.for_each_piece([&](const std::string& piece) { text.add(piece); });
    text.add(kRelationsEnd);
    return text;
  }
};

struct Workbook::Parts {
  explicit Parts(size_t most) : most_in_memory(most) {}

  size_t most_in_memory;
  std::vector<std::shared_ptr<Sheet::Parts>> sheets;

  std::string content_types() const {
    std::string parts;
    for (size_t i = 1; i <= sheets.size(); ++i)
      parts += fmt::format(
          "<Override PartName=\"/xl/worksheets/sheet{}.xml\" "
          "ContentType=\"{}.worksheet+xml\"/>",
          i, kTypes);
    return fmt::format(
        "{0}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        "<Default Extension=\"rels\" "
        "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        "<Override PartName=\"/xl/workbook.xml\" ContentType=\"{1}.sheet.main+xml\"/>"
        "<Override PartName=\"/xl/styles.xml\" ContentType=\"{1}.styles+xml\"/>{2}</Types>",
        kXml, kTypes, parts);
  }

  std::string book() const {
    std::string list;
    for (size_t i = 0; i < sheets.size(); ++i)
      list += fmt::format("<sheet name=\"{0}\" sheetId=\"{1}\" r:id=\"rId{1}\"/>",
                          in_a_cell(sheets[i]->name), i + 1);
    return fmt::format(
        "{}<workbook xmlns=\"{}\" xmlns:r=\"{}\"><bookViews><workbookView/></bookViews>"
        "<sheets>{}</sheets></workbook>",
        kXml, kMain, kRelations, list);
  }

  std::string relations_of_book() const {
    std::string list;
    for (size_t i = 1; i <= sheets.size(); ++i)
      list += fmt::format(
          "<Relationship Id=\"rId{0}\" Type=\"{1}/worksheet\" Target=\"worksheets/sheet{0}.xml\"/>",
          i, kRelations);
    list += fmt::format("<Relationship Id=\"rId{}\" Type=\"{}/styles\" Target=\"styles.xml\"/>",
                        sheets.size() + 1, kRelations);
    return relations(list);
  }

  static std::string relations(const std::string& list) {
    return fmt::format("{}{}{}", relations_begin(), list, kRelationsEnd);
  }
};

Workbook::Workbook(size_t most_in_memory) : parts_(std::make_unique<Parts>(most_in_memory)) {}
Workbook::~Workbook() = default;

Sheet Workbook::add_sheet(std::string_view name) {
  auto parts = std::make_shared<Sheet::Parts>(name, parts_->most_in_memory);
  parts_->sheets.push_back(parts);
  return Sheet(std::move(parts));
}

void Workbook::write(std::ostream& out) {
  ZipFile file;
  file.add("[Content_Types].xml", parts_->content_types());
  file.add("_rels/.rels",
           Parts::relations(fmt::format("<Relationship Id=\"rId1\" Type=\"{}/officeDocument\" "
                                        "Target=\"xl/workbook.xml\"/>",
                                        kRelations)));
  file.add("xl/workbook.xml", parts_->book());
  file.add("xl/_rels/workbook.xml.rels", parts_->relations_of_book());
  file.add("xl/styles.xml",
           fmt::format("{}<styleSheet xmlns=\"{}\">{}</styleSheet>", kXml, kMain, kStyles));
  for (size_t i = 0; i < parts_->sheets.size(); ++i) {
    Sheet::Parts& sheet = *parts_->sheets[i];
    sheet.end();
    file.add(fmt::format("xl/worksheets/sheet{}.xml", i + 1), std::move(sheet.xml));
    if (sheet.link_count > 0)
      file.add(fmt::format("xl/worksheets/_rels/sheet{}.xml.rels", i + 1), sheet.relations());
  }
  file.write(out);
}

void Sheet::heads(const std::vector<std::string>& names) {
  parts_->has_heads = true;
  begin_row();
  for (const std::string& name : names) add_text(name, kBold);
}

void Sheet::begin_row() {
  parts_->begin_row();
  row_ = static_cast<uint32_t>(parts_->rows_begun);
  column_ = 0;
}

std::string Sheet::take_place() {
  std::string place = letters_of_column(column_++) + std::to_string(row_);
  parts_->most_columns = std::max<size_t>(parts_->most_columns, column_);
  return place;
}

void Sheet::add_text(std::string_view value, int style) {
  const std::string place = take_place();
  if (value.empty()) return;
  parts_->row += fmt::format(
      "<c r=\"{}\" s=\"{}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>", place,
      style, in_a_cell(value));
}

void Sheet::add_number(double value, int style) {
  parts_->row += fmt::format("<c r=\"{}\" s=\"{}\"><v>{}</v></c>", take_place(), style, value);
}

void Sheet::text(std::string_view value) {
  add_text(value, kPlain);
}

void Sheet::number(const std::string& value) {
  double number = 0;
  if (!read_number(value, &number)) return text(value);
  add_number(number, kPlain);
}

void Sheet::share(const std::string& value) {
  double number = 0;
  if (!read_number(value, &number)) return text(value);
  add_number(number, kShare);
}

void Sheet::date(const std::string& iso) {
  const std::optional<Date> day = parse_iso_date(iso);
  // The days before are numbered otherwise.
  if (!day || *day < Date{1900, 3, 1}) return text(iso);
  add_number(days_between(kDayZero, *day) + kNumberOfDayZero, kDate);
}

void Sheet::link(const std::string& url) {
  if (!is_web_address(url) || parts_->link_count >= kMostLinks) return text(url);
  const size_t id = ++parts_->link_count;
  parts_->links.add(fmt::format("<hyperlink ref=\"{}{}\" r:id=\"rId{}\"/>",
                                letters_of_column(column_), row_, id));
  parts_->targets.add(fmt::format(
      "<Relationship Id=\"rId{}\" Type=\"{}/hyperlink\" Target=\"{}\" TargetMode=\"External\"/>",
      id, kRelations, in_a_cell(url)));
  add_text(url, kLink);
}

}  // namespace ofsearch
