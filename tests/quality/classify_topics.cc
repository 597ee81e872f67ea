// The topics of each line of text on standard input, for scripts/evaluate-topics and
// scripts/train-topics:
//   classify_topics [--features] [--list TOPICS.txt] [--model MODEL.tsv] < LINES
// Writes the topics that the line says something of, with blanks between, a line a line; with
// --features all that it mentions, with what the model weighs: topics have a tab between them, the
// features behind a topic "|". The list and the model default to those compiled in.
#include "common/field/topic_model.h"
#include "common/system/embedded_data.h"
#include "common/system/file.h"

#include <fmt/format.h>

#include <iostream>
#include <string>

namespace {

using namespace ofsearch;

// `Table::parse` of the file, or of the data compiled in where there is no file.
template <typename Table>
Result<Table> table_of(const std::string& file, const char* builtin) {
  if (file.empty()) return Table::parse(embedded_data(builtin), builtin);
  auto content = read_file(file);
  if (!content) return content.error();
  return Table::parse(*content, file);
}

void classify(const std::string& text, const Topics& topics, const TopicModel& model,
              bool features) {
  std::string line;
  for (const MentionedTopic& topic : mentioned_topics(text, topics)) {
    if (!features && model.score(topic) <= 0) continue;
    if (!line.empty()) line += features ? '\t' : ' ';
    line += topic.name;
    if (!features) continue;
    for (const std::string& feature : topic.features) line += "|" + feature;
  }
  fmt::print("{}\n", line);
}

}  // namespace

int main(int argc, char** argv) {
  bool features = false;
  std::string list, model_file;
  for (int i = 1; i < argc; ++i) {
    const std::string option = argv[i];
    std::string* const file = option == "--list"    ? &list
                              : option == "--model" ? &model_file
                                                    : nullptr;
    if (option == "--features") {
      features = true;
    } else if (file != nullptr && i + 1 < argc) {
      *file = argv[++i];
    } else {
      std::cerr << "classify_topics: no such option, or no file behind it: " << option << '\n';
      return 1;
    }
  }
  const auto topics = table_of<Topics>(list, "topics.txt");
  const auto model = table_of<TopicModel>(model_file, "topic-model.tsv");
  if (!topics || !model) {
    std::cerr << (topics ? model.error() : topics.error()).text() << '\n';
    return 1;
  }
  for (std::string text; std::getline(std::cin, text);) classify(text, *topics, *model, features);
  return 0;
}
