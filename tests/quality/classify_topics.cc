// The topics of each line of text on standard input, for scripts/evaluate-topics:
//   classify_topics [TOPICS.txt] < LINES
// Writes them with blanks between, a line a line. TOPICS defaults to the list compiled in.
#include "common/field/topics.h"
#include "common/system/file.h"

#include <fmt/format.h>

#include <iostream>
#include <string>

namespace {

int classify(const ofsearch::Topics& topics) {
  for (std::string text; std::getline(std::cin, text);)
    fmt::print("{}\n", fmt::join(topics.find(text), " "));
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace ofsearch;
  if (argc < 2) return classify(Topics::builtin());
  auto content = read_file(argv[1]);
  if (!content) {
    std::cerr << content.error().text() << '\n';
    return 1;
  }
  auto topics = Topics::parse(*content, argv[1]);
  if (!topics) {
    std::cerr << topics.error().text() << '\n';
    return 1;
  }
  return classify(*topics);
}
