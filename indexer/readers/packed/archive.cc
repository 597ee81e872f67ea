#include "indexer/readers/packed/archive.h"

#include <fmt/format.h>
#include <zip.h>

#include <charconv>
#include <memory>

namespace ofsearch {
namespace {

Error broken(std::string message) {
  return {ErrorCode::kUnreadable, std::move(message),
          "save it again from the program that made it"};
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    unsigned byte = 0;
    bool escape = text[i] == '%' && i + 2 < text.size() &&
                  std::from_chars(text.data() + i + 1, text.data() + i + 3, byte, 16).ptr ==
                      text.data() + i + 3;
    out.push_back(escape ? static_cast<char>(byte) : text[i]);
    if (escape) i += 2;
  }
  return out;
}

}  // namespace

Archive::Archive(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source != nullptr) {
    archive_ = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (archive_ == nullptr) zip_source_free(source);
  }
  zip_error_fini(&error);
}

Archive::~Archive() {
  if (archive_ != nullptr) zip_discard(archive_);
}

bool Archive::has(const std::string& name) const {
  return zip_name_locate(archive_, name.c_str(), 0) >= 0;
}

Result<std::string> Archive::part(const std::string& name, size_t max_bytes) const {
  std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(zip_fopen(archive_, name.c_str(), 0),
                                                         &zip_fclose);
  if (!file) return broken(fmt::format("it has no readable part {}", name));
  std::string content;
  char buffer[65536];
  for (;;) {
    zip_int64_t n = zip_fread(file.get(), buffer, sizeof buffer);
    if (n < 0) return broken(fmt::format("its part {} is damaged", name));
    if (n == 0) return content;
    content.append(buffer, static_cast<size_t>(n));
    if (content.size() > max_bytes)
      return broken(fmt::format("its part {} unpacks to more than {} MB", name, max_bytes >> 20));
  }
}

std::string resolve_part(std::string_view base, std::string_view target) {
  std::string path = percent_decoded(target.substr(0, target.find('#')));
  size_t slash = base.rfind('/');
  if (!path.starts_with('/') && slash != std::string_view::npos)
    path = std::string(base.substr(0, slash + 1)) + path;
  std::string out;
  for (size_t begin = 0; begin <= path.size();) {
    size_t end = std::min(path.find('/', begin), path.size());
    std::string_view step = std::string_view(path).substr(begin, end - begin);
    begin = end + 1;
    if (step == "..") {
      size_t last = out.rfind('/');
      out.resize(last == std::string::npos ? 0 : last);
    } else if (!step.empty() && step != ".") {
      if (!out.empty()) out.push_back('/');
      out += step;
    }
  }
  return out;
}

}  // namespace ofsearch
