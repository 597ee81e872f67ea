// What goes to the process that draws a page, and what comes back.
#pragma once

#include "common/system/result.h"
#include "searcher/drawing/page_picture.h"

#include <string>
#include <string_view>

namespace ofsearch {

std::string encode_request(const PictureRequest& request);
// Nothing sensible comes of other bytes than those of encode_request().
PictureRequest decode_request(std::string_view bytes);

std::string encode_picture(const Result<Picture>& picture);
// Of any bytes, as the process may have been taken over: kUnreadable where they are no picture.
Result<Picture> decode_picture(std::string_view bytes);

}  // namespace ofsearch
