// Writes and reads the messages to and from the process that draws a page.
#pragma once

#include "common/system/result.h"
#include "searcher/drawing/page_picture.h"

#include <string>
#include <string_view>

namespace ofsearch {

std::string encode_request(const PictureRequest& request);
// `bytes` must be of encode_request(): they come from a trusted process and are not checked.
PictureRequest decode_request(std::string_view bytes);

std::string encode_picture(const Result<Picture>& picture);
// Returns the picture or error in `bytes`. Accepts any bytes, since the process may have been taken
// over by a document. Error: kUnreadable if they are not of encode_picture().
Result<Picture> decode_picture(std::string_view bytes);

}  // namespace ofsearch
