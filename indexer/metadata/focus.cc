#include "indexer/metadata/focus.h"

#include "common/text/lists.h"
#include "common/text/text.h"
#include "indexer/metadata/view/damage.h"

#include <algorithm>
#include <array>
#include <set>

namespace ofsearch {
namespace {

// A weak phrase names what nearly every service is for; any other topic of the text decides before
// it does.
struct TopicRule {
  std::string_view focus;
  std::string_view phrase;  // search form
  bool weak = false;
};

// The phrase that comes first in the text decides; of two at one place the longer.
constexpr std::array kTopics = {
    TopicRule{"front-door", "front door"},
    TopicRule{"front-door", "front-door"},
    TopicRule{"front-door", "first point of contact"},
    TopicRule{"front-door", "point of first contact"},
    TopicRule{"front-door", "initial point of contact"},
    TopicRule{"front-door", "contacts and referrals"},
    TopicRule{"front-door", "contact and referral"},
    TopicRule{"front-door", "contact, referral"},
    TopicRule{"front-door", "contacts, referrals"},
    TopicRule{"front-door", "referral and assessment"},
    TopicRule{"front-door", "referrals and assessment"},
    TopicRule{"front-door", "multi-agency safeguarding hub"},
    TopicRule{"front-door", "mash"},
    TopicRule{"front-door", "single point of access"},
    TopicRule{"front-door", "single point of contact"},
    TopicRule{"front-door", "initial response"},
    TopicRule{"extra-familial-risk", "extra-familial"},
    TopicRule{"extra-familial-risk", "extrafamilial"},
    TopicRule{"extra-familial-risk", "vulnerable adolescents"},
    TopicRule{"extra-familial-risk", "adolescents at risk"},
    TopicRule{"extra-familial-risk", "vulnerable to exploitation"},
    TopicRule{"extra-familial-risk", "exploitation"},
    TopicRule{"extra-familial-risk", "missing from home"},
    TopicRule{"child-in-need-or-protection", "child in need"},
    TopicRule{"child-in-need-or-protection", "child-in-need"},
    TopicRule{"child-in-need-or-protection", "children in need"},
    TopicRule{"child-in-need-or-protection", "children in need of", true},
    TopicRule{"child-in-need-or-protection", "child protection plan"},
    TopicRule{"child-in-need-or-protection", "subject to a plan"},
    TopicRule{"child-in-need-or-protection", "child protection"},
    TopicRule{"child-in-need-or-protection", "child-protection"},
    TopicRule{"child-in-need-or-protection", "protection plan"},
    TopicRule{"child-in-need-or-protection", "need of protection"},
    TopicRule{"child-in-need-or-protection", "pre-proceedings"},
    TopicRule{"child-in-need-or-protection", "help and protection", true},
    TopicRule{"child-in-need-or-protection", "protection of children", true},
    TopicRule{"permanence", "permanence"},
    TopicRule{"permanence", "permanency"},
    TopicRule{"permanence", "adoption"},
    TopicRule{"care-leavers", "care leavers"},
    TopicRule{"care-leavers", "leaving care"},
    TopicRule{"care-leavers", "care-experienced"},
    TopicRule{"care-leavers", "care experienced"},
    TopicRule{"in-care", "children in care"},
    TopicRule{"in-care", "looked after"},
    TopicRule{"in-care", "looked-after"},
    TopicRule{"in-care", "children who are in care"},
    TopicRule{"in-care", "into care"},
};

// Sentences that say what inspectors looked at, search form.
constexpr std::array<std::string_view, 26> kAnchors = {
    "inspectors looked at",       "inspectors reviewed the",
    "inspectors evaluated",       "inspectors focused on",
    "inspectors considered",      "visit looked at",
    "visit focused on",           "this visit reviewed",
    "this visit focused",         "focus of this visit",
    "focus of the visit",         "which explored",
    "areas covered by",           "reviewed the progress made in",
    "focused primarily on",       "inspectors examined",
    "visit, inspectors reviewed", "the visit considered",
    "specifically looked at",     "looked specifically at",
    "visit to look at",           "visit was to look at",
    "to examine arrangements",    "to look at arrangements",
    "to look at the local",       "inspectors explored"};

// Words behind an anchor that tell how inspectors looked, not at what.
constexpr std::array<std::string_view, 6> kMethods = {
    " a range of", " a broad range", " a wide range", " range of evidence", " evidence", " who "};

// An example of what stands before, or a part of it, follows these words.
constexpr std::array<std::string_view, 8> kParts = {
    "including",      "such as", "with a particular", "with a specific", "with a focus",
    "in particular,", ":",       "specifically"};

// The matter behind these words was looked at in particular.
constexpr std::array<std::string_view, 6> kNarrows = {"specifically",        "in particular",
                                                      "particular focus on", "specific focus on",
                                                      "focusing on",         "focussing on"};

// A topic, and a part of it that people look at in particular.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kPartsOfTopics = {{
    {"in-care", "permanence"},
    {"in-care", "care-leavers"},
    {"child-in-need-or-protection", "front-door"},
    {"child-in-need-or-protection", "extra-familial-risk"},
}};

// The matter behind these words was not looked at.
constexpr std::array<std::string_view, 6> kDenials = {" not ",       " rather than ", " except ",
                                                      " excluding ", " apart from ",  " nor "};

// A visit to all services at once names no area of them, but says how it was made.
constexpr std::array<std::string_view, 3> kWholeService = {"the methodology for this visit was",
                                                           "social care system has delivered",
                                                           "all areas of the local authority"};

const TopicRule* first_topic(std::string_view text, bool weak) {
  const TopicRule* best = nullptr;
  size_t best_at = std::string_view::npos;
  for (const TopicRule& rule : kTopics) {
    for (size_t at = text.find(rule.phrase); at < text.size();
         at = text.find(rule.phrase, at + 1)) {
      // A longer weak phrase takes a shorter one's place: "children in need of help".
      bool hidden = !rule.weak && std::any_of(kTopics.begin(), kTopics.end(), [&](const auto& o) {
        return o.weak && o.phrase.size() > rule.phrase.size() &&
               text.substr(at).starts_with(o.phrase);
      });
      if (hidden || rule.weak != weak) continue;
      bool longer = at == best_at && rule.phrase.size() > best->phrase.size();
      if (best == nullptr || at < best_at || longer) best = &rule, best_at = at;
      break;
    }
  }
  return best;
}

// Three or more services named side by side, before any of their parts. "Help and protection" is
// one where others follow it in a list.
bool names_many(std::string_view text) {
  constexpr size_t kMany = 3;
  std::string_view head = text.substr(0, first_of(text, kParts));
  std::set<std::string_view> named;
  for (const TopicRule& rule : kTopics)
    if (!rule.weak && head.find(rule.phrase) != std::string_view::npos) named.insert(rule.focus);
  if (head.find("help and protection, ") != std::string_view::npos)
    named.insert("child-in-need-or-protection");
  return named.size() >= kMany;
}

// Returns where the first sentence ends. Search form has no capitals, which ICU's rules would need.
size_t end_of_sentence(std::string_view text) {
  return std::min(text.find(". "), text.size());
}

// The beginnings of a sentence that still says what was looked at.
constexpr std::array<std::string_view, 8> kGoesOn = {"specifically", "in particular", "particular",
                                                     "they",         "this included", "these",
                                                     "inspectors",   "the visit"};

// The first sentence and those that go on with it, a list's among them, without what they deny.
std::string looked_at(std::string_view text) {
  std::string kept;
  bool is_list = text.substr(0, end_of_sentence(text)).find(':') != std::string_view::npos;
  while (!text.empty()) {
    std::string_view sentence = text.substr(0, end_of_sentence(text));
    text.remove_prefix(std::min(sentence.size() + 2, text.size()));
    bool goes_on = kept.empty() || is_list ||
                   std::any_of(kGoesOn.begin(), kGoesOn.end(),
                               [&](std::string_view start) { return sentence.starts_with(start); });
    if (goes_on) kept += sentence.substr(0, first_of(sentence, kDenials));
    kept += ". ";
  }
  return kept;
}

// A paragraph that says what of it in particular, where each sentence is one.
bool narrows(std::string_view paragraph) {
  return paragraph.starts_with("specifically") || paragraph.starts_with("in particular") ||
         paragraph.starts_with("this included");
}

// Returns where the sentence begins that says what was looked at; npos if none does.
size_t anchor_in(std::string_view text) {
  size_t first = std::string_view::npos;
  for (std::string_view anchor : kAnchors) {
    size_t at = text.find(anchor);
    if (at == std::string_view::npos) continue;
    std::string_view behind = text.substr(at + anchor.size());
    bool method = std::any_of(kMethods.begin(), kMethods.end(),
                              [&](std::string_view how) { return behind.starts_with(how); });
    if (!method) first = std::min(first, at);
  }
  return first;
}

bool ends_sentence(std::string_view text) {
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?');
}

// Tells whether a text full of misreadings has a word that may have named the front door, which is
// named first if it is named at all.
bool may_name_front_door(std::string_view text) {
  static constexpr std::array<std::string_view, 5> kWords = {"front", "door", "mash", "contacts",
                                                             "referrals"};
  std::string words = bare_words(text);
  for (std::string_view word : split_words(words))
    for (std::string_view right : kWords)
      if (word != "contact" && word != "referral" && may_be_misread(word, right)) return true;
  return false;
}

// Tells whether the topic of a text full of misreadings can be trusted: only one that it names, and
// no other may be meant.
bool can_be_trusted(std::string_view focus, std::string_view text) {
  std::string kept = looked_at(text);
  return first_topic(kept, false) != nullptr && focus != "other" &&
         (focus == "front-door" || !may_name_front_door(kept));
}

// The part of the topic `of` that the first sentence of `text` says was looked at in particular;
// empty if it says none.
std::string_view particular_part(std::string_view text, std::string_view of) {
  text = text.substr(0, end_of_sentence(text));
  const size_t at = first_of(text, kNarrows);
  const TopicRule* part =
      at == std::string_view::npos ? nullptr : first_topic(text.substr(at), false);
  const bool known =
      part != nullptr && std::ranges::count(kPartsOfTopics, std::pair(of, part->focus)) > 0;
  return known ? part->focus : std::string_view();
}

}  // namespace

std::string_view focus_of(std::string_view text) {
  std::string kept = looked_at(text);
  if (names_many(std::string_view(kept).substr(0, end_of_sentence(kept)))) return "other";
  const TopicRule* topic = first_topic(kept, false);
  if (topic == nullptr) topic = first_topic(kept, true);
  if (topic == nullptr) return {};
  const std::string_view part = particular_part(kept, topic->focus);
  return part.empty() ? topic->focus : part;
}

std::optional<Reading> find_focus(const View& view) {
  constexpr size_t kParagraphs = 24;
  std::optional<Reading> other;  // a sentence that says it, of no topic known here
  std::optional<Reading> whole;
  for (size_t i = 0; i < view.opening_paragraphs.size() && i < kParagraphs; ++i) {
    const Paragraph& paragraph = *view.opening_paragraphs[i];
    std::string text = search_form(paragraph.text);
    if (!whole && first_of(text, kWholeService) != std::string::npos)
      whole = Reading{"other", {excerpt(paragraph.text), paragraph.page, "whole-service"}};
    size_t at = anchor_in(text);
    if (at == std::string::npos) continue;
    // A list of what was looked at may follow.
    std::string rest = text.substr(at);
    Evidence evidence{excerpt(paragraph.text), paragraph.page, "looked-at"};
    for (size_t next = i + 1; next < view.opening_paragraphs.size() && next <= i + 3; ++next) {
      std::string behind = search_form(view.opening_paragraphs[next]->text);
      if (view.opening_paragraphs[next]->kind == ParagraphKind::kBullet || rest.size() < 60 ||
          !ends_sentence(rest) || (next == i + 1 && narrows(behind)))
        rest += ' ' + behind;
    }
    std::string_view focus = focus_of(rest);
    const bool unsure = view.misread || view.is_ocr(paragraph.page);
    if (unsure && !can_be_trusted(focus, rest)) return std::nullopt;
    if (!focus.empty()) return Reading{std::string(focus), evidence};
    if (!other) other = Reading{"other", evidence};
  }
  std::optional<Reading> found = other ? other : whole;
  if (found && (view.misread || view.is_ocr(found->evidence.page))) return std::nullopt;
  return found;
}

}  // namespace ofsearch
