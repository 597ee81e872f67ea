// Several sentences in one query, as a mail has them: which of them ask for something, and what
// only surrounds the question (a greeting, thanks, who asks and why).
#pragma once

#include "searcher/understand/words/understanding_words.h"

#include <string>
#include <vector>

namespace ofsearch::understanding {

struct Sentence {
  std::string greeting;  // "Hi all,", "Please", as typed; no part of the words
  std::vector<QueryNode> words;
  bool asks = false;    // a question, or a request: "please list ..."
  bool closes = false;  // "many thanks, Ann": nothing of it is meant
};

// A run of plain words cut behind ".", "?" and "!" that end a sentence. Never empty for a run with
// words.
std::vector<Sentence> sentences_of(const std::vector<QueryNode>& run);

// How many words left of a sentence are looked for: neither carriers nor "it".
std::size_t count_topics(const std::vector<QueryNode>& left);

// Whether a sentence needs those around it; `left`: what is left of its words: "is it common?",
// "how good is the response?".
bool refers_back(const Sentence& sentence, const std::vector<QueryNode>& left);

// Of what is left of "our plans are too late" the topic, "our plans", where it ends with what is
// wrong with it, which goes to `*fault`.
std::vector<QueryNode> without_fault(std::vector<QueryNode> left, std::string* fault);

// The words of a sentence and the sign that ends it.
std::string text_of(const Sentence& sentence);

// Whether words beside filters name no topic: "reports", "the inspection of".
bool names_no_topic(const Words& words);

}  // namespace ofsearch::understanding
