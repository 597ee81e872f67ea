#include "indexer/run/progress.h"

#include "common/terminal/terminal_width.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <string>
#include <string_view>

namespace ofsearch {
namespace {

constexpr size_t kBarWidth = 24;
constexpr size_t kUsualColumns = 80;
constexpr double kSecondsBetween = 0.1;

double now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

bool can_redraw(int fd) {
  const char* term = std::getenv("TERM");
  return ::isatty(fd) == 1 && (term == nullptr || std::string_view(term) != "dumb");
}

void write_text(int fd, std::string_view text) {
  // Nothing depends on whether the line is seen.
  [[maybe_unused]] ssize_t written = ::write(fd, text.data(), text.size());
}

// Returns the fraction that is done, by bytes if they are known: documents differ much in size.
double fraction(const Progress& progress) {
  if (progress.bytes > 0)
    return static_cast<double>(progress.bytes_done) / static_cast<double>(progress.bytes);
  if (progress.total == 0) return 1;
  return static_cast<double>(progress.done) / static_cast<double>(progress.total);
}

std::string time_left(double done, double seconds) {
  if (done <= 0 || seconds < 1) return "";
  auto left = static_cast<int>(seconds / done * (1 - done) + 0.5);
  return fmt::format(", {}:{:02} left", left / 60, left % 60);
}

// "[####      ] " in at most `room` columns; empty where that is too little to show anything.
std::string bar(double done, size_t room) {
  constexpr size_t kFrame = 3, kLeast = 4;
  if (room < kFrame + kLeast) return "";
  const size_t width = std::min(room - kFrame, kBarWidth);
  const auto filled = static_cast<size_t>(done * static_cast<double>(width));
  return fmt::format("[{}{}] ", std::string(filled, '#'), std::string(width - filled, ' '));
}

}  // namespace

ProgressBar::ProgressBar(int fd, bool wanted)
    : fd_(fd), active_(wanted && can_redraw(fd)), started_(now()) {}

ProgressBar::~ProgressBar() {
  clear();
}

void ProgressBar::update(const Progress& progress) {
  if (!active_) return;
  double time = now();
  if (progress.phase != phase_) {
    phase_ = progress.phase;
    started_ = time;
  } else if (time - last_drawn_ < kSecondsBetween) {
    return;
  }
  last_drawn_ = time;
  drawn_ = true;
  const size_t columns = terminal_width(fd_);
  write_text(
      fd_, "\r" + progress_line(progress, time - started_, columns == 0 ? kUsualColumns : columns) +
               "\033[K");
}

void ProgressBar::clear() {
  if (drawn_) write_text(fd_, "\r\033[K");
  drawn_ = false;
}

std::string progress_line(const Progress& progress, double seconds, size_t columns) {
  double done = std::clamp(fraction(progress), 0.0, 1.0);
  const bool writing = progress.phase == Progress::kWriting;
  std::string what = writing ? "writing the index, " : "", rate;
  std::string count = fmt::format("{}{}{} {}", progress.done, writing ? " of " : "/",
                                  progress.total, writing ? "steps" : "files");
  if (!writing && seconds > 0.5)
    rate = fmt::format(", {:.1f} MB/s", static_cast<double>(progress.bytes_done) / seconds / 1e6);
  const std::string left = time_left(done, seconds);
  const size_t room = std::max<size_t>(columns, 1) - 1;  // terminals break a line that is full
  for (const std::string& text : {what + count + rate + left, count + left, count}) {
    if (text.size() > room) continue;
    return bar(done, room - text.size()) + text;
  }
  return count.substr(0, room);
}

}  // namespace ofsearch
