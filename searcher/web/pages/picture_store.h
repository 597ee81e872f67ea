// Keeps pictures of pages. They are drawn when they are first asked for, and the latest ones are
// kept.
#pragma once

#include "searcher/drawing/drawing_room.h"

#include <cstddef>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace ofsearch::web {

// A store of pictures. Any thread may call it.
class PictureStore {
 public:
  using Draw = std::function<Result<Picture>(int fd, const PictureRequest&)>;

  // Keeps at most `bytes` of pictures.
  PictureStore(Draw draw, size_t bytes) : draw_(std::move(draw)), most_(bytes) {}

  // Returns the picture that `request` asks for. `fd` is open on the document. Errors as
  // DrawingRoom::draw(); they are not kept.
  Result<std::shared_ptr<const Picture>> get(int fd, const PictureRequest& request);

 private:
  struct Kept {
    std::string key;
    std::shared_ptr<const Picture> picture;
  };

  std::shared_ptr<const Picture> find(const std::string& key);
  void keep(const std::string& key, std::shared_ptr<const Picture> picture);

  Draw draw_;
  size_t most_, bytes_ = 0;
  std::mutex mutex_;
  std::list<Kept> kept_;  // the one that was asked for last first
  std::map<std::string, std::list<Kept>::iterator> by_key_;
};

}  // namespace ofsearch::web
