// A document in a reader of the desktop, at a page.
#pragma once

#include "common/system/result.h"

#include <functional>
#include <string>
#include <vector>

namespace ofsearch {

struct DocumentPlace {
  std::string file;  // absolute
  int page = 0;      // 0: it has no pages, or which one is not known
};

// What is there to read with.
struct Desktop {
  bool has_screen = false;  // X11 or Wayland
  std::function<bool(const std::string& program)> has_program;
};
Desktop this_desktop();

// The command that opens `place`, and whether it can be run here. A reader that opens PDFs at a
// page is preferred to what the desktop opens such files with, which cannot be told a page.
struct ReaderCommand {
  std::vector<std::string> words;
  bool can_run = false;
};
ReaderCommand reader_command(const DocumentPlace& place, const Desktop& desktop);

// As a shell takes it: "evince --page-index=3 '/reports/a b.pdf'".
std::string for_shell(const std::vector<std::string>& words);

// Starts a reader, which goes on by itself, and says so; where none can be started, gives the
// command for it. kNotFound where the file is not there any more, kInternal where the reader does
// not start.
Result<std::string> open_document(const DocumentPlace& place, const Desktop& desktop);

}  // namespace ofsearch
