// A document in a reader of the desktop, at a page.
#pragma once

#include "common/system/result.h"

#include <functional>
#include <string>
#include <vector>

namespace ofsearch {

struct DocumentPlace {
  std::string file;                      // absolute
  int page = 0;                          // 0: it has no pages, or which one is not known
  std::vector<std::string> copies = {};  // files with the same content, absolute
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
  bool at_page = true;  // false: the program cannot be told the page that is meant
};
ReaderCommand reader_command(const DocumentPlace& place, const Desktop& desktop);

// As a shell takes it: "evince --page-index=3 '/reports/a b.pdf'".
std::string for_shell(const std::vector<std::string>& words);

// The other files of a report: `paths`, each below the folder in which `file` is `path`.
std::vector<std::string> copies_of(const std::string& file, const std::string& path,
                                   const std::vector<std::string>& paths);

struct Opened {
  std::string line;  // what was opened with what, or the command that does
  std::string note;  // why that is all; may be empty
};

// Starts a reader, which goes on by itself, and says so; where none can be started, gives the
// command for it. Where the file is not there any more, a copy that is.
// Errors: kNotFound where none is there, kInternal where the reader does not start.
Result<Opened> open_document(DocumentPlace place, const Desktop& desktop);

}  // namespace ofsearch
