// EPUB: a zip archive of web pages, in the order of its spine.
#include "indexer/readers/packed/archive.h"
#include "indexer/readers/packed/xml_part.h"
#include "indexer/readers/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>

namespace ofsearch {
namespace {

Error broken(std::string message) {
  return {ErrorCode::kUnreadable, std::move(message), "download it again, or save it as HTML"};
}

std::string_view local_name(const pugi::xml_node& node) {
  std::string_view name = node.name();
  return name.substr(name.find(':') + 1);
}

// The first element of this name, whatever its prefix.
pugi::xml_node find(const pugi::xml_node& root, std::string_view name) {
  return root.find_node([&](const pugi::xml_node& node) { return local_name(node) == name; });
}

struct Book {
  std::string title;
  std::vector<std::string> pages;  // names of parts, in reading order
};

Book read_package(const std::string& name, const pugi::xml_document& package) {
  Book book;
  book.title = find(package, "title").text().get();
  std::map<std::string, std::string> parts;
  for (pugi::xml_node item : find(package, "manifest").children()) {
    // The table of contents is made from the headings.
    std::string_view properties = item.attribute("properties").value();
    if (properties.find("nav") == std::string_view::npos)
      parts[item.attribute("id").value()] = resolve_part(name, item.attribute("href").value());
  }
  for (pugi::xml_node item : find(package, "spine").children())
    if (auto part = parts.find(item.attribute("idref").value()); part != parts.end())
      book.pages.push_back(part->second);
  return book;
}

// Are pages of the book encrypted? Fonts alone may be.
bool is_encrypted(const Archive& archive, const Book& book, const ReaderLimits& limits) {
  constexpr const char* kList = "META-INF/encryption.xml";
  if (!archive.has(kList)) return false;
  pugi::xml_document list;
  if (!load_part(archive, kList, limits.max_unpacked_bytes, &list)) return true;
  return list.find_node([&](const pugi::xml_node& node) {
    std::string part = resolve_part("", node.attribute("URI").value());
    return local_name(node) == "CipherReference" &&
           std::find(book.pages.begin(), book.pages.end(), part) != book.pages.end();
  });
}

// Puts the lines of one page of the book behind those of the others.
void append(ReaderOutput page, ReaderOutput* book) {
  int blocks = book->pages.back().lines.empty() ? 0 : book->pages.back().lines.back().block;
  for (Page& part : page.pages)
    for (Line& line : part.lines) {
      line.block += blocks;
      book->pages.back().lines.push_back(std::move(line));
    }
}

}  // namespace

Result<ReaderOutput> read_epub(std::string_view bytes, const ReaderLimits& limits) {
  Archive archive(bytes);
  pugi::xml_document container, package;
  if (!archive.is_open() ||
      !load_part(archive, "META-INF/container.xml", limits.max_unpacked_bytes, &container))
    return broken("the EPUB file is broken");
  std::string name = find(container, "rootfile").attribute("full-path").value();
  if (!load_part(archive, name, limits.max_unpacked_bytes, &package))
    return broken("the EPUB file names no part with its content");
  Book book = read_package(name, package);
  if (is_encrypted(archive, book, limits)) return broken("the EPUB file is encrypted");
  ReaderOutput document;
  document.format = "epub";
  document.hard_wrapped = true;  // lines of a block are one paragraph
  document.declared_title = book.title;
  document.pages.emplace_back();
  size_t unpacked = 0;
  for (const std::string& part : book.pages) {
    auto content = archive.part(
        part, limits.max_unpacked_bytes - std::min(unpacked, limits.max_unpacked_bytes));
    auto page = content ? read_html(*content, limits) : Result<ReaderOutput>(content.error());
    if (page) {
      unpacked += content->size();
      append(std::move(*page), &document);
    } else {
      document.warnings.push_back(
          fmt::format("its page {} is not read: {}", part, page.error().message));
    }
  }
  return document;
}

}  // namespace ofsearch
