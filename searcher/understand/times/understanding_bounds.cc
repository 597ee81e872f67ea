#include "searcher/understand/times/understanding_bounds.h"

namespace ofsearch::understanding {
namespace {

struct Row {
  std::string_view words;
  Bound bound;
  bool of_ago_only = false;
};

// Where one begins as another does, the longer stands first.
constexpr Row kBefore[] = {
    {"up to and including", Bound::kUntil},
    {"up to", Bound::kUntil},
    {"up until", Bound::kUntil},
    {"up till", Bound::kUntil},
    {"no later than", Bound::kUntil},
    {"not later than", Bound::kUntil},
    {"no newer than", Bound::kUntil},
    {"not newer than", Bound::kUntil},
    {"no earlier than", Bound::kSince},
    {"not earlier than", Bound::kSince},
    {"no older than", Bound::kSince},
    {"not older than", Bound::kSince},
    {"no more than", Bound::kSince, true},
    {"not more than", Bound::kSince, true},
    {"no less than", Bound::kUntil, true},
    {"not less than", Bound::kUntil, true},
    {"later than", Bound::kAfter},
    {"newer than", Bound::kAfter},
    {"more recent than", Bound::kAfter},
    {"more recently than", Bound::kAfter},
    {"earlier than", Bound::kBefore},
    {"older than", Bound::kBefore},
    {"more than", Bound::kUntil, true},
    {"longer than", Bound::kUntil, true},
    {"over", Bound::kUntil, true},
    {"at least", Bound::kUntil, true},
    {"less than", Bound::kSince, true},
    {"fewer than", Bound::kSince, true},
    {"under", Bound::kSince, true},
    {"at most", Bound::kSince, true},
    {"on or after", Bound::kSince},
    {"on and after", Bound::kSince},
    {"on or before", Bound::kUntil},
    {"on and before", Bound::kUntil},
    {"starting from", Bound::kSince},
    {"starting in", Bound::kSince},
    {"ever since", Bound::kSince},
    {"since", Bound::kSince},
    {"after", Bound::kAfter},
    {"post", Bound::kAfter},
    {"until", Bound::kUntil},
    {"till", Bound::kUntil},
    {"by", Bound::kUntil},
    {"prior to", Bound::kBefore},
    {"before", Bound::kBefore},
    {"pre", Bound::kBefore},
};

constexpr Row kBehind[] = {
    {"onward", Bound::kSince},        {"onwards", Bound::kSince},
    {"and onwards", Bound::kSince},   {"or later", Bound::kSince},
    {"and later", Bound::kSince},     {"or after", Bound::kSince},
    {"and after", Bound::kSince},     {"or newer", Bound::kSince},
    {"and newer", Bound::kSince},     {"or since", Bound::kSince},
    {"and since", Bound::kSince},     {"and beyond", Bound::kSince},
    {"or earlier", Bound::kUntil},    {"and earlier", Bound::kUntil},
    {"or before", Bound::kUntil},     {"and before", Bound::kUntil},
    {"or older", Bound::kUntil},      {"and older", Bound::kUntil},
    {"or more", Bound::kUntil, true}, {"or longer", Bound::kUntil, true},
    {"or less", Bound::kSince, true},
};

template <std::size_t N>
std::optional<FoundBound> found_in(const Row (&table)[N], const Words& words, std::size_t at) {
  for (const Row& row : table)
    if (const std::size_t length = words.length_at(at, row.words); length > 0)
      return FoundBound{row.bound, length, row.of_ago_only};
  return std::nullopt;
}

}  // namespace

std::optional<FoundBound> bound_before(const Words& words, std::size_t at) {
  return found_in(kBefore, words, at);
}

std::optional<FoundBound> bound_behind(const Words& words, std::size_t at) {
  return found_in(kBehind, words, at);
}

Span bounded_span(Bound bound, const FoundSpan& when) {
  Span span = when.span;
  if (when.point) span = {*when.point, *when.point, false};
  switch (bound) {
    case Bound::kSince:
      return {span.first, {}, span.whole_years};
    case Bound::kAfter:
      return {days_before(span.last, -1), {}, span.whole_years};
    case Bound::kUntil:
      return {{}, span.last, span.whole_years};
    case Bound::kBefore:
      return {{}, days_before(span.first, 1), span.whole_years};
  }
  return span;
}

}  // namespace ofsearch::understanding
