#include "searcher/drawing/drawing_messages.h"

#include "common/records/report_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace ofsearch {
namespace {

constexpr int32_t kDrawn = 1, kNoPage = 2, kFailed = 3;
constexpr std::string_view kPngBegins = "\x89PNG\r\n\x1a\n";
constexpr int32_t kMost = 100'000;  // pixels of a side, pages

struct PictureHead {
  int32_t kind = kFailed, width = 0, height = 0, pages = 0, framed = 0, frame_top = 0;
};

std::string message_of(const PictureHead& head, std::string_view rest) {
  std::string bytes(sizeof head, '\0');
  std::memcpy(bytes.data(), &head, sizeof head);
  return bytes.append(rest);
}

bool is_likely(int32_t number) {
  return number > 0 && number <= kMost;
}

}  // namespace

std::string encode_request(const PictureRequest& request) {
  Json json = {{"sha256", request.sha256},
               {"page", request.page},
               {"passage", request.passage},
               {"marks", request.marks}};
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

PictureRequest decode_request(std::string_view bytes) {
  Json json = Json::parse(bytes);
  PictureRequest request;
  request.sha256 = json.at("sha256").get<std::string>();
  request.page = json.at("page").get<int>();
  request.passage = json.at("passage").get<std::string>();
  request.marks = json.at("marks").get<std::vector<std::pair<size_t, size_t>>>();
  return request;
}

std::string encode_picture(const Result<Picture>& picture) {
  if (!picture) {
    bool no_page = picture.error().code == ErrorCode::kNotFound;
    return message_of({no_page ? kNoPage : kFailed}, picture.error().text());
  }
  return message_of({kDrawn, picture->width, picture->height, picture->pages, picture->framed,
                     picture->frame_top},
                    picture->png);
}

Result<Picture> decode_picture(std::string_view bytes) {
  PictureHead head;
  if (bytes.size() < sizeof head)
    return Error{ErrorCode::kUnreadable, "the page cannot be drawn", ""};
  std::memcpy(&head, bytes.data(), sizeof head);
  std::string rest(bytes.substr(sizeof head));
  if (head.kind == kNoPage) return Error{ErrorCode::kNotFound, rest, ""};
  if (head.kind == kFailed) return Error{ErrorCode::kUnreadable, rest, ""};
  if (head.kind != kDrawn || !rest.starts_with(kPngBegins) || !is_likely(head.width) ||
      !is_likely(head.height) || !is_likely(head.pages))
    return Error{ErrorCode::kUnreadable, "the page cannot be drawn", ""};
  return Picture{std::move(rest), head.width,       head.height,
                 head.pages,      head.framed != 0, std::clamp(head.frame_top, 0, head.height)};
}

}  // namespace ofsearch
