// Draws a progress line on a terminal.
#pragma once

#include "indexer/run/run.h"

#include <string>

namespace ofsearch {

// A line that is redrawn in place: "[#########          ] 57/131 files, 12.3 MB/s, 0:07 left".
class ProgressBar {
 public:
  // Shows nothing unless `fd` is a terminal that can redraw a line.
  explicit ProgressBar(int fd, bool wanted);
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  void update(const Progress& progress);

  // Removes the line, so that messages can be printed.
  void clear();

 private:
  int fd_;
  bool active_;
  bool drawn_ = false;
  Progress::Phase phase_ = Progress::kReading;
  double started_, last_drawn_ = 0;
};

// Returns the line for a moment `seconds` after the phase began, of less than `columns`: its bar
// shrinks, or goes, then the rate goes, then the time that is left.
std::string progress_line(const Progress& progress, double seconds, size_t columns);

}  // namespace ofsearch
