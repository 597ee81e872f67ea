#include "indexer/document/findings/method_sentences.h"

#include "common/text/text.h"

#include <algorithm>
#include <array>
#include <string>

namespace ofsearch {
namespace {

using namespace std::string_view_literals;

constexpr std::array kBefore = {"during this visit, "sv, "during the visit, "sv,
                                "on this visit, "sv, "as part of this visit, "sv};
constexpr std::array kWho = {"inspectors "sv, "the inspectors "sv, "they "sv, "we "sv,
                             "this visit "sv};
constexpr std::array kDid = {"looked at "sv, "considered "sv, "evaluated "sv, "reviewed "sv,
                             "scrutinised "sv};
constexpr std::array kWhat = {
    "the local authority"sv,  "local authority"sv,  "the arrangements"sv,   "arrangements"sv,
    "a range of"sv,           "a broad range of"sv, "a wide range of"sv,    "the quality of"sv,
    "the effectiveness of"sv, "the impact of"sv,    "the experiences of"sv, "the following"sv};
// Words that go on with it.
constexpr std::array kBeforeMore = {"specifically, "sv, "in particular, "sv};
constexpr std::array kMore = {"this included "sv, "these included "sv, "this visit focused "sv,
                              "the visit focused "sv, "specifically, this "sv};
constexpr std::array kAlsoDid = {"talked to "sv, "spoke to "sv,   "spoke with "sv, "met with "sv,
                                 "observed "sv,  "focused on "sv, "examined "sv};
// The sentence says from these words on what was found.
constexpr std::array kFound = {" found"sv, " and saw"sv, " that show"sv, " that demonstrate"sv,
                               " told "sv, " however"sv, " but "sv};

// Takes the first of `words` that `text` begins with off it; false if there is none.
template <size_t N>
bool take_off(const std::array<std::string_view, N>& words, std::string_view* text) {
  const auto found =
      std::ranges::find_if(words, [&](std::string_view word) { return text->starts_with(word); });
  if (found == words.end()) return false;
  text->remove_prefix(found->size());
  return true;
}

bool begins_with_who(std::string_view* text) {
  if (!take_off(kWho, text)) return false;
  take_off(std::array{"also "sv}, text);
  return true;
}

// "In particular, inspectors also met with ..."
bool begins_with_what_they_did(std::string_view text) {
  take_off(kBeforeMore, &text);
  return begins_with_who(&text) && (take_off(kDid, &text) || take_off(kAlsoDid, &text));
}

bool says_what_was_found(std::string_view text) {
  return std::ranges::any_of(
      kFound, [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

}  // namespace

bool tells_method(std::string_view sentence) {
  const std::string form = search_form(sentence);
  std::string_view rest = form;
  take_off(kBefore, &rest);
  return begins_with_who(&rest) && take_off(kDid, &rest) && take_off(kWhat, &rest) &&
         !says_what_was_found(rest);
}

bool goes_on_with_method(std::string_view sentence) {
  const std::string form = search_form(sentence);
  std::string_view rest = form;
  if (take_off(kMore, &rest)) return !says_what_was_found(rest);
  return begins_with_what_they_did(rest) && !says_what_was_found(rest);
}

bool announces_remit(std::string_view sentence) {
  const std::string form = search_form(sentence);
  std::string_view rest = form;
  take_off(kBefore, &rest);
  return rest.ends_with(':') && begins_with_what_they_did(rest) && !says_what_was_found(rest);
}

bool tells_past(std::string_view sentence) {
  static constexpr std::array kAreas = {"area for improvement", "area for development",
                                        "area for attention", "area of improvement",
                                        "area highlighted for"};
  static constexpr std::array kBefore = {"last inspection",    "previous inspection",
                                         "last focused visit", "previous focused visit",
                                         "last visit",         "last judgement inspection"};
  static constexpr std::array kSince = {"has",     "have",     "had",     "not", "is",     "are",
                                        "despite", "although", "because", "but", "remains"};
  const std::string words = bare_words(sentence);
  return has_phrase(words, "was") && has_any_phrase(words, kAreas) &&
         has_any_phrase(words, kBefore) && !has_any_phrase(words, kSince);
}

}  // namespace ofsearch
