// Finds the inspectorate's number of a document, if its file is named by it.
#pragma once

#include <string>
#include <string_view>

namespace ofsearch {

// Returns the number that the name of the file at `path` ends with: "50252240" of "50252240.pdf",
// of "area-send-full-inspection-50252240.pdf" and of a second download "50252240 (1).pdf". It is
// empty if there is none in the ranges that the inspectorate gave to documents about children's
// services: 2750000 to 2769999 until 2017, 50000000 to 50999999 since. Other numbers of as many
// digits name other things, such as authorities (URN).
std::string file_number(std::string_view path);

// Returns the address of the document with this number on the inspectorate's site.
std::string address_of_file_number(std::string_view number);

}  // namespace ofsearch
