// Opens a document in a reader of the desktop, at a page.
#pragma once

#include "common/system/result.h"

#include <functional>
#include <string>
#include <vector>

namespace ofsearch {

struct DocumentPlace {
  std::string file;                      // absolute
  int page = 0;                          // 0: it has no pages, or the page is not known
  std::vector<std::string> copies = {};  // files with the same content, absolute
};

// The means that the desktop has to read with.
struct Desktop {
  bool has_screen = false;  // X11 or Wayland
  std::function<bool(const std::string& program)> has_program;
};
Desktop this_desktop();

// The command that opens a document, and whether it can be run here. A reader that opens PDFs at a
// page is preferred to what the desktop opens such files with, which cannot be told a page.
struct ReaderCommand {
  std::vector<std::string> words;
  bool can_run = false;
  bool at_page = true;  // false: the program cannot be told the page that is meant
};
ReaderCommand reader_command(const DocumentPlace& place, const Desktop& desktop);

// Returns a command line as a shell takes it: "evince --page-index=3 '/reports/a b.pdf'".
std::string for_shell(const std::vector<std::string>& words);

// Returns the other files of a report. `paths` are below the folder in which `file` is `path`, or
// absolute.
std::vector<std::string> copies_of(const std::string& file, const std::string& path,
                                   const std::vector<std::string>& paths);

struct Opened {
  std::string line;  // says what was opened with what, or is the command that opens it
  std::string note;  // says why that is all; may be empty
};

// Starts a reader, which goes on by itself, and says so. If none can be started, returns the
// command for it. If the file is not there any more, a copy that is there is opened.
// Errors: kNotFound if none is there, kInternal if the reader does not start.
Result<Opened> open_document(DocumentPlace place, const Desktop& desktop);

}  // namespace ofsearch
