// The topics of each line of text on standard input, for scripts/evaluate-topics and
// scripts/train-topics:
//   classify_topics [--features] [--list TOPICS.txt] [--model MODEL.tsv] < LINES
// Writes the topics that the line says something of, with blanks between, a line a line; with
// --features all that it mentions, with what the model weighs of each sentence: a topic and its
// features, "|" before each, and a tab between sentences. The list and the model default to those
// compiled in.
#include "common/field/topics/topic_model.h"
#include "common/files/file.h"
#include "common/system/embedded_data.h"

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

// What stands behind one another in a line.
void append(std::string* line, std::string_view separator, std::string_view text) {
  if (!line->empty()) *line += separator;
  *line += text;
}

std::string marks(const std::string& text, const Topics& topics, const TopicModel& model) {
  return fmt::format("{}", fmt::join(model.said_of(text, topics), " "));
}

std::string features(const std::string& text, const Topics& topics) {
  std::string line;
  for (const MentionedTopic& topic : mentioned_topics(text, topics))
    for (const Features& sentence : topic.sentences)
      append(&line, "\t", fmt::format("{}|{}", topic.name, fmt::join(sentence, "|")));
  return line;
}

}  // namespace

int main(int argc, char** argv) {
  bool with_features = false;
  std::string list, model_file;
  for (int i = 1; i < argc; ++i) {
    const std::string option = argv[i];
    std::string* const file = option == "--list"    ? &list
                              : option == "--model" ? &model_file
                                                    : nullptr;
    if (option == "--features") {
      with_features = true;
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
  for (std::string text; std::getline(std::cin, text);)
    fmt::print("{}\n", with_features ? features(text, *topics) : marks(text, *topics, *model));
  return 0;
}
