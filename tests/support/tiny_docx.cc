#include "tests/support/tiny_docx.h"

#include <zip.h>

#include <cstdlib>
#include <stdexcept>

namespace ofsearch::test {

std::string make_zip(const std::vector<std::pair<std::string, std::string>>& parts) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(target);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  if (archive == nullptr) throw std::runtime_error("no zip archive");
  for (const auto& [name, content] : parts)
    zip_file_add(archive, name.c_str(),
                 zip_source_buffer(archive, content.data(), content.size(), 0), ZIP_FL_ENC_UTF_8);
  if (zip_close(archive) != 0) throw std::runtime_error("the zip archive cannot be written");
  zip_source_open(target);
  zip_source_seek(target, 0, SEEK_END);
  std::string bytes(static_cast<size_t>(zip_source_tell(target)), '\0');
  zip_source_seek(target, 0, SEEK_SET);
  zip_source_read(target, bytes.data(), bytes.size());
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

std::string make_docx(const std::string& body,
                      std::vector<std::pair<std::string, std::string>> parts) {
  parts.insert(
      parts.begin(),
      {"word/document.xml",
       "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
       "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
       "<w:body>" +
           body + "</w:body></w:document>"});
  return make_zip(parts);
}

std::string docx_paragraph(const std::string& text, const std::string& properties) {
  return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t xml:space=\"preserve\">" + text +
         "</w:t></w:r></w:p>";
}

}  // namespace ofsearch::test
