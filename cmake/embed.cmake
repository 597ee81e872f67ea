# Writes OUT, a C++ source that holds each of FILES ("|" separated) as a byte array, with its
# checksum: PREFIX_data() and PREFIX_checksum() of HEADER give them. The checksum of the name "" is
# that of all.
string(REPLACE "|" ";" FILES "${FILES}")
set(body "")
set(table "")
set(n 0)
set(checksums "")
foreach(file ${FILES})
  get_filename_component(name ${file} NAME)
  file(READ ${file} hex HEX)
  file(SHA256 ${file} checksum)
  string(APPEND checksums "${name} ${checksum} ")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${hex}")
  string(APPEND body "constexpr char kFile${n}[] = {${bytes}'\\0'};\n")
  string(APPEND table "    {\"${name}\", {kFile${n}, sizeof kFile${n} - 1}, \"${checksum}\"},\n")
  math(EXPR n "${n} + 1")
endforeach()
string(SHA256 checksum "${checksums}")
string(APPEND table "    {\"\", {}, \"${checksum}\"},\n")
file(WRITE ${OUT} "#include \"${HEADER}\"

namespace ofsearch {
namespace {
${body}

struct File {
  std::string_view name, content, checksum;
};

constexpr File kFiles[] = {
${table}};

File find(std::string_view name) {
  for (const File& file : kFiles)
    if (file.name == name) return file;
  return {};
}
}  // namespace

std::string_view ${PREFIX}_data(std::string_view name) {
  return find(name).content;
}

std::string_view ${PREFIX}_checksum(std::string_view name) {
  return find(name).checksum;
}

}  // namespace ofsearch
")
