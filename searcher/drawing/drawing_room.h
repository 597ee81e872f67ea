// Where pages are drawn: never in this process, which only asks. A keeper, forked while nothing was
// open yet, starts for each page a child that is confined, draws, and ends.
#pragma once

#include "common/system/result.h"
#include "searcher/drawing/page_picture.h"

#include <memory>

namespace ofsearch {

class DrawingRoom {
 public:
  // Forks; call it before any other thread runs.
  static Result<DrawingRoom> open();
  ~DrawingRoom();
  DrawingRoom(DrawingRoom&&) noexcept;

  // The page of the document that `fd` is open on. One at a time; may be called by any thread.
  // Errors: kNotFound for a page that it does not have; kUnreadable for a document that is another
  // than request.sha256, is broken, or needs too much time or memory; kRefused where nothing can
  // be drawn, as the child cannot be confined, its keeper has gone, or others wait for it.
  Result<Picture> draw(int fd, const PictureRequest& request);

 private:
  struct State;
  explicit DrawingRoom(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace ofsearch
