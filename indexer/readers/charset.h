// What bytes a text file is written in.
#pragma once

#include <string>
#include <string_view>

namespace ofsearch {

// Text to UTF-8: by its byte-order mark; as UTF-8 where it is, but for stray bytes, which become
// U+FFFD; as UTF-16 where every other byte of it is zero; as `declared` (the name of a charset, as
// messages and pages give it; may be empty or nonsense); as an old Mac's where its quotes and
// dashes are; by ICU's charset detector; else windows-1252. What is called ISO-8859-1 is
// windows-1252, as in every browser. UTF-8 that was taken for windows-1252 and written as UTF-8
// again ("â€™") is put right.
std::string decode(std::string_view bytes, std::string_view declared = {});

// Text in `charset` to UTF-8; as windows-1252 where there is no charset of that name.
std::string decode_as(std::string_view bytes, const std::string& charset);

// decode() of a web page or an XML file, which may declare a charset at its beginning.
std::string decode_html(std::string_view bytes, std::string_view declared = {});

}  // namespace ofsearch
