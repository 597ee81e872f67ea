// Holds what all answers of one server have in common. It does not change while the server runs.
#pragma once

#include "common/system/error.h"
#include "searcher/web/server/limits.h"

#include <functional>
#include <string>
#include <vector>

namespace ofsearch::web {

class PictureStore;

struct Site {
  std::string base_path;  // "" or "/reports": in front of every path, without a last slash
  // The address under which others see the pages, "https://search.example.org"; empty: not known.
  std::string public_origin;
  std::vector<std::string> hosts;  // what the Host of a request may be, without port, small letters
  std::string auth_header;  // small letters; set by a proxy to who signed in; empty: not asked for
  bool behind_proxy = false;  // the client is the last address of X-Forwarded-For
  Limits limits;
  PictureStore* pictures = nullptr;  // null: no page is drawn
  // Is told what a client need not know: why the index cannot be read. Any thread may call it.
  std::function<void(const Error&)> report;

  std::string path(const std::string& rest) const { return base_path + rest; }
  // Returns an address for what is read away from the pages: a whole one if that is known, else a
  // path.
  std::string address(const std::string& rest) const { return public_origin + path(rest); }
};

}  // namespace ofsearch::web
