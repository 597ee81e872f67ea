// Draws pages in other processes. A keeper process is forked before anything is open; for each page
// it starts a child that is confined, draws the page, and ends.
#pragma once

#include "common/system/result.h"
#include "searcher/drawing/page_picture.h"

#include <memory>

namespace ofsearch {

class DrawingRoom {
 public:
  // Forks the keeper; must be called before any other thread is started.
  static Result<DrawingRoom> open();
  ~DrawingRoom();
  DrawingRoom(DrawingRoom&&) noexcept;

  // Draws a page of the document that is open as `fd`. Thread-safe; pages are drawn one at a time.
  // Errors: kNotFound for a page that the document does not have; kUnreadable for a document whose
  // SHA-256 is not request.sha256, that is broken, or that needs too much time or memory; kRefused
  // if the child cannot be confined or is ended from outside twice, the keeper has ended, or too
  // many others wait.
  Result<Picture> draw(int fd, const PictureRequest& request);

 private:
  struct State;
  explicit DrawingRoom(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace ofsearch
