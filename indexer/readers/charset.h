// Tells in what bytes a text file is written.
#pragma once

#include <string>
#include <string_view>

namespace ofsearch {

// Returns `bytes` as UTF-8. They are read by their byte-order mark; as UTF-8 if they are that, but
// for stray bytes, which become U+FFFD; as UTF-16 if every other byte is zero; as `declared` (the
// name of a charset, as messages and pages give it; may be empty or nonsense); as an old Mac's if
// its quotes and dashes are there; by ICU's charset detector; else as windows-1252. ISO-8859-1 is
// taken for windows-1252, as in every browser. UTF-8 that was taken for windows-1252 and written as
// UTF-8 again ("â€™") is put right.
std::string decode(std::string_view bytes, std::string_view declared = {});

// Returns `bytes` in `charset` as UTF-8; as windows-1252 if there is no charset of that name.
std::string decode_as(std::string_view bytes, const std::string& charset);

// Returns decode() of a web page or an XML file, which may declare a charset at its beginning.
std::string decode_html(std::string_view bytes, std::string_view declared = {});

}  // namespace ofsearch
