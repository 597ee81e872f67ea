#include "searcher/match/exact_words.h"

#include "common/report/passage_record.h"
#include "common/text/string_map.h"
#include "common/text/text.h"
#include "searcher/match/word_starts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <unordered_map>
#include <utility>

namespace ofsearch {
namespace {

constexpr int kNone = -1;

// The words at one position of a text by their numbers in the pattern: the word itself, and the
// joined form of the compound that begins there.
using AtPosition = std::array<int, 2>;

bool contains(const std::vector<int>& numbers, const AtPosition& at) {
  return std::any_of(at.begin(), at.end(), [&](int number) {
    return number != kNone && std::find(numbers.begin(), numbers.end(), number) != numbers.end();
  });
}

using Positions = std::vector<size_t>;

// Can each place be given a position of its own? `choices[place]`: positions from `first` on, fewer
// than `span` behind it. Augmenting paths.
class Assignment {
 public:
  Assignment(const std::vector<Positions>& choices, size_t first, size_t span)
      : choices_(choices), first_(first), holders_(span, kNobody), tried_(span, kNobody) {}

  bool exists() {
    for (size_t place = 0; place < choices_.size(); ++place)
      if (!assign(place, place)) return false;
    return true;
  }

 private:
  static constexpr size_t kNobody = SIZE_MAX;

  // `round`: each position is tried once in a round.
  bool assign(size_t place, size_t round) {
    for (size_t position : choices_[place]) {
      if (holders_[position - first_] != kNobody) continue;
      holders_[position - first_] = place;
      return true;
    }
    for (size_t position : choices_[place]) {
      size_t i = position - first_;
      if (tried_[i] == round) continue;
      tried_[i] = round;
      if (!assign(holders_[i], round)) continue;
      holders_[i] = place;
      return true;
    }
    return false;
  }

  const std::vector<Positions>& choices_;
  size_t first_;
  std::vector<size_t> holders_, tried_;  // by position: the place that has it; the last round
};

}  // namespace

struct WordPatternMatcher::State {
  int window = 0;
  std::unordered_map<std::string, int> numbers;  // of the pattern's words
  WordStarts starts;
  std::vector<std::vector<int>> places;
  StringMap<int> known;  // by printed word
  std::vector<std::pair<size_t, size_t>> words;
  std::vector<JoinedForm> joined;
  std::vector<AtPosition> text;

  int number_of_term(const std::string& term) const {
    auto it = numbers.find(term);
    return it == numbers.end() ? kNone : it->second;
  }

  int number_of(std::string_view printed) {
    if (!starts.may_begin(printed)) return kNone;
    if (auto it = known.find(printed); it != known.end()) return it->second;
    int number = number_of_term(token_of_word(printed).term);
    known.emplace(printed, number);
    return number;
  }

  void read(std::string_view passage) {
    find_words(passage, &words, &joined);
    text.clear();
    for (const auto& [begin, end] : words)
      text.push_back({number_of(passage.substr(begin, end - begin)), kNone});
    for (const JoinedForm& form : joined) text[form.first_word][1] = number_of_term(form.term);
  }

  bool has_phrase() const {
    if (text.size() < places.size()) return false;
    for (size_t first = 0; first + places.size() <= text.size(); ++first) {
      size_t place = 0;
      while (place < places.size() && contains(places[place], text[first + place])) ++place;
      if (place == places.size()) return true;
    }
    return false;
  }

  bool has_near() const {
    if (text.size() < places.size()) return false;
    std::vector<Positions> all(places.size());
    for (size_t at = 0; at < text.size(); ++at)
      for (size_t place = 0; place < places.size(); ++place)
        if (contains(places[place], text[at])) all[place].push_back(at);
    if (std::any_of(all.begin(), all.end(), [](const Positions& each) { return each.empty(); }))
      return false;
    auto span = std::min(static_cast<size_t>(window), text.size());
    // The first of the positions is one of some place.
    for (size_t first = 0; first + places.size() <= text.size(); ++first)
      if (text[first][0] != kNone || text[first][1] != kNone)
        if (Assignment(within(all, first, span), first, span).exists()) return true;
    return false;
  }

  static std::vector<Positions> within(const std::vector<Positions>& all, size_t first,
                                       size_t span) {
    std::vector<Positions> choices;
    for (const Positions& positions : all)
      choices.emplace_back(std::lower_bound(positions.begin(), positions.end(), first),
                           std::lower_bound(positions.begin(), positions.end(), first + span));
    return choices;
  }
};

WordPatternMatcher::WordPatternMatcher(WordPattern pattern) : state_(std::make_unique<State>()) {
  state_->window = pattern.window;
  for (const std::vector<std::string>& place : pattern.places) {
    std::vector<int>& numbers = state_->places.emplace_back();
    for (const std::string& word : place) {
      state_->starts.add(word);
      numbers.push_back(
          state_->numbers.emplace(word, static_cast<int>(state_->numbers.size())).first->second);
    }
  }
}

WordPatternMatcher::~WordPatternMatcher() = default;
WordPatternMatcher::WordPatternMatcher(WordPatternMatcher&&) noexcept = default;

bool WordPatternMatcher::matches(std::string_view text) {
  state_->read(text);
  return state_->window == 0 ? state_->has_phrase() : state_->has_near();
}

namespace {

std::string describe(const WordPattern& pattern) {
  std::string text;
  for (const std::vector<std::string>& place : pattern.places)
    text += (text.empty()          ? ""
             : pattern.window == 0 ? " "
                                   : " NEAR ") +
            fmt::format("{}", fmt::join(place, "|"));
  return fmt::format("Text(\"{}\")", text);
}

// What is known of the passages of all shards. Shared by the copies of one filter.
struct Seen {
  Seen(const WordPattern& pattern, std::shared_ptr<DocumentData> all_texts)
      : description(describe(pattern)),
        except(pattern.except),
        matcher(pattern),
        texts(std::move(all_texts)) {}

  std::string description, except;
  WordPatternMatcher matcher;
  std::shared_ptr<DocumentData> texts;
  using Passages = std::unordered_map<Xapian::docid, bool>;  // those looked at: does it match?
  std::unordered_map<std::string, Passages> shards;          // by the database's uuid
};

// Walks over all passages of a database that match. Xapian asks about single ones with check().
class ExactWordsSource : public Xapian::PostingSource {
 public:
  explicit ExactWordsSource(std::shared_ptr<Seen> seen) : seen_(std::move(seen)) {}

  PostingSource* clone() const override { return new ExactWordsSource(seen_); }

  void init(const Xapian::Database& database) override {
    count_ = database.get_doccount();
    last_ = database.get_lastdocid();
    reader_ = &seen_->texts->passages_of(database);
    known_ = &seen_->shards[database.get_uuid()];
    excepted_ = excepted_end_ = Xapian::PostingIterator();
    if (!seen_->except.empty()) {
      excepted_ = database.postlist_begin(seen_->except);
      excepted_end_ = database.postlist_end(seen_->except);
    }
    current_ = 0;
  }

  // As frequent as can be, so that it is asked last.
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return count_; }
  Xapian::doccount get_termfreq_max() const override { return count_; }

  void next(double least_weight) override { skip_to(current_ + 1, least_weight); }

  void skip_to(Xapian::docid id, double /*least_weight*/) override {
    current_ = std::max(id, current_);
    while (current_ <= last_ && !matches(current_)) ++current_;
  }

  bool check(Xapian::docid id, double /*least_weight*/) override {
    current_ = id;
    return id > last_ || matches(id);
  }

  bool at_end() const override { return current_ > last_; }
  Xapian::docid get_docid() const override { return current_; }
  std::string get_description() const override { return seen_->description; }

 private:
  bool matches(Xapian::docid id) {
    if (is_excepted(id)) return false;
    if (auto known = known_->find(id); known != known_->end()) return known->second;
    std::string record = reader_->record(id);
    return known_->emplace(id, seen_->matcher.matches(text_of_record(record))).first->second;
  }

  // A posting list goes forwards only, as a match does.
  bool is_excepted(Xapian::docid id) {
    if (excepted_ == excepted_end_) return false;
    excepted_.skip_to(id);
    return excepted_ != excepted_end_ && *excepted_ == id;
  }

  std::shared_ptr<Seen> seen_;
  Xapian::PostingIterator excepted_, excepted_end_;
  Xapian::doccount count_ = 0;
  Xapian::docid last_ = 0, current_ = 0;
  PassageReader* reader_ = nullptr;
  Seen::Passages* known_ = nullptr;
};

using Query = Xapian::Query;

Query by_position(const WordPattern& pattern) {
  std::vector<Query> places;
  for (const std::vector<std::string>& words : pattern.places)
    places.emplace_back(Query::OP_OR, words.begin(), words.end());
  if (places.size() == 1) return places.front();
  auto window = pattern.window == 0 ? static_cast<Xapian::termcount>(places.size())
                                    : static_cast<Xapian::termcount>(pattern.window);
  return Query(pattern.window == 0 ? Query::OP_PHRASE : Query::OP_NEAR, places.begin(),
               places.end(), window);
}

}  // namespace

Query exact_words(const WordPattern& pattern, const std::shared_ptr<DocumentData>& texts) {
  if (texts == nullptr) {
    Query found = by_position(pattern);
    return pattern.except.empty() ? found : Query(Query::OP_AND_NOT, found, Query(pattern.except));
  }
  // Not a query of its own for the exception: Xapian looks at what is excluded last.
  auto* source = new ExactWordsSource(std::make_shared<Seen>(pattern, texts));
  return Query(source->release());
}

}  // namespace ofsearch
