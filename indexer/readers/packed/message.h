// Messages in MIME: mail (.eml) and saved web pages (.mht).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

struct MessagePart {
  std::string type;      // "text/html", lower case
  std::string charset;   // as declared; may be empty
  std::string name;      // that of an attached file; may be empty
  std::string location;  // the address of a saved web page
  std::string content;   // bytes, unpacked from base64 or quoted-printable
};

struct Message {
  std::string subject;             // UTF-8
  std::vector<MessagePart> parts;  // those that are no containers, in their order
};

// Reads a message. Never fails: what has no head is a body of plain text. At most `max_parts` parts
// are read.
Message read_message(std::string_view bytes, size_t max_parts = 1000);

}  // namespace ofsearch
