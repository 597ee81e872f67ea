#include "indexer/run/progress.h"

#include "tests/support/catch.h"

#include <string>

using namespace ofsearch;

namespace {

Progress reading() {
  Progress progress;
  progress.phase = Progress::kReading;
  progress.done = 7;
  progress.total = 12;
  progress.bytes_done = 1'700'000;
  progress.bytes = 3'400'000;
  return progress;
}

}  // namespace

TEST_CASE("The line of progress is less wide than the terminal") {
  const std::string bar = "[" + std::string(12, '#') + std::string(12, ' ') + "] ";
  CHECK(progress_line(reading(), 1, 80) == bar + "7/12 files, 1.7 MB/s, 0:01 left");
  CHECK(progress_line(reading(), 1, 50) == "[#######        ] 7/12 files, 1.7 MB/s, 0:01 left");
  CHECK(progress_line(reading(), 1, 35) == "7/12 files, 1.7 MB/s, 0:01 left");
  CHECK(progress_line(reading(), 1, 30) == "[##   ] 7/12 files, 0:01 left");
  CHECK(progress_line(reading(), 1, 15) == "7/12 files");
  CHECK(progress_line(reading(), 1, 5) == "7/12");
  for (size_t columns = 1; columns < 120; ++columns) {
    INFO(columns);
    CHECK(progress_line(reading(), 1, columns).size() < columns);
  }
}

TEST_CASE("The line of progress of the writing is less wide than the terminal too") {
  Progress progress;
  progress.phase = Progress::kWriting;
  progress.done = 2;
  progress.total = 5;
  CHECK(progress_line(progress, 0, 40) == "[##   ] writing the index, 2 of 5 steps");
  CHECK(progress_line(progress, 0, 30) == "[#####         ] 2 of 5 steps");
}
