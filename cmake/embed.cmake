# Writes OUT, a C++ source that holds each of FILES ("|" separated) as a byte array.
string(REPLACE "|" ";" FILES "${FILES}")
set(body "")
set(table "")
set(n 0)
foreach(file ${FILES})
  get_filename_component(name ${file} NAME)
  file(READ ${file} hex HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${hex}")
  string(APPEND body "const char kFile${n}[] = {${bytes}'\\0'};\n")
  string(APPEND table "    {\"${name}\", {kFile${n}, sizeof kFile${n} - 1}},\n")
  math(EXPR n "${n} + 1")
endforeach()
file(WRITE ${OUT} "#include \"common/embedded_data.h\"

namespace ofsearch {
namespace {
${body}
const struct {
  std::string_view name, content;
} kFiles[] = {
${table}};
}  // namespace

std::string_view embedded_data(std::string_view name) {
  for (const auto& file : kFiles)
    if (file.name == name) return file.content;
  return {};
}

}  // namespace ofsearch
")
