#include "searcher/web/pages/picture_store.h"

#include "common/system/hash.h"
#include "searcher/drawing/drawing_messages.h"

#include <iterator>

namespace ofsearch::web {

std::shared_ptr<const Picture> PictureStore::find(const std::string& key) {
  std::lock_guard lock(mutex_);
  auto it = by_key_.find(key);
  if (it == by_key_.end()) return nullptr;
  kept_.splice(kept_.begin(), kept_, it->second);
  return it->second->picture;
}

void PictureStore::keep(const std::string& key, std::shared_ptr<const Picture> picture) {
  std::lock_guard lock(mutex_);
  if (by_key_.count(key) > 0 || picture->png.size() > most_) return;
  bytes_ += picture->png.size();
  kept_.push_front({key, std::move(picture)});
  by_key_[key] = kept_.begin();
  while (bytes_ > most_) {
    bytes_ -= kept_.back().picture->png.size();
    by_key_.erase(kept_.back().key);
    kept_.pop_back();
  }
}

Result<std::shared_ptr<const Picture>> PictureStore::get(int fd, const PictureRequest& request) {
  std::string key = sha256_hex(encode_request(request));
  if (auto known = find(key)) return known;
  auto picture = std::make_shared<const Picture>(OF_TRY(draw_(fd, request)));
  keep(key, picture);
  return picture;
}

}  // namespace ofsearch::web
