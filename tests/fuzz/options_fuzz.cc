// The command lines of both programs, an argument a line.
#include "indexer/options.h"
#include "searcher/options/options.h"
#include "tests/fuzz/target.h"

#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace ofsearch;
  std::vector<std::string> arguments = {"program"};
  std::string_view text = fuzz::as_text(data, size);
  for (size_t begin = 0; begin < text.size();) {
    size_t end = std::min(text.find('\n', begin), text.size());
    // An argument ends at its first zero byte.
    arguments.emplace_back(std::string(text.substr(begin, end - begin)).c_str());
    begin = end + 1;
  }
  std::vector<const char*> argv;
  for (const std::string& argument : arguments) argv.push_back(argument.c_str());
  int argc = static_cast<int>(argv.size());
  if (auto options = parse_index_options(argc, argv.data()); !options)
    fuzz::require(options.error().code == ErrorCode::kUsage && !options.error().message.empty(),
                  "a mistake in ofindex's options is a sentence");
  if (auto options = parse_search_options(argc, argv.data()); !options)
    fuzz::require(options.error().code == ErrorCode::kUsage && !options.error().message.empty(),
                  "a mistake in ofsearch's options is a sentence");
  return 0;
}
