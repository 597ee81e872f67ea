// Draws a page of a PDF as a picture, with a passage framed and words of it marked.
#pragma once

#include "common/system/result.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ofsearch {

struct PictureRequest {
  std::string sha256;                            // of the document; no other is drawn
  int page = 1;                                  // counted from 1
  std::string passage;                           // to be framed (UTF-8); may be empty
  std::vector<std::pair<size_t, size_t>> marks;  // byte ranges of `passage`
};

struct Picture {
  std::string png;
  int width = 0, height = 0;  // pixels
  int pages = 0;              // of the document
  bool framed = false;        // whether the passage, or part of it, was found on the page
  int frame_top = 0;          // where the first frame begins; pixels from above
};

// Returns the page as a picture. It parses untrusted data, so call it in a confined process only.
// Errors: kUnreadable for a document that is not a PDF or is broken, kNotFound for a page that it
// does not have.
Result<Picture> draw_page(std::string_view pdf, const PictureRequest& request);

}  // namespace ofsearch
