#include "indexer/metadata/focus.h"

#include "common/text/text.h"

#include <algorithm>
#include <array>

namespace ofsearch {
namespace {

struct TopicRule {
  std::string_view focus;
  std::string_view phrase;  // search form
};

// The phrase that comes first in the text decides; of two at one place the longer.
constexpr std::array kTopics = {
    TopicRule{"front-door", "front door"},
    TopicRule{"front-door", "front-door"},
    TopicRule{"front-door", "contacts and referrals"},
    TopicRule{"front-door", "contact and referral"},
    TopicRule{"front-door", "contacts, referrals"},
    TopicRule{"front-door", "referral and assessment"},
    TopicRule{"front-door", "referrals and assessment"},
    TopicRule{"front-door", "multi-agency safeguarding hub"},
    TopicRule{"front-door", "mash"},
    TopicRule{"front-door", "single point of access"},
    TopicRule{"front-door", "initial response"},
    TopicRule{"extra-familial-risk", "extra-familial"},
    TopicRule{"extra-familial-risk", "extrafamilial"},
    TopicRule{"extra-familial-risk", "vulnerable adolescents"},
    TopicRule{"extra-familial-risk", "vulnerable to exploitation"},
    TopicRule{"extra-familial-risk", "exploitation"},
    TopicRule{"extra-familial-risk", "missing from home"},
    TopicRule{"child-in-need-or-protection", "child in need"},
    TopicRule{"child-in-need-or-protection", "children in need"},
    TopicRule{"child-in-need-or-protection", "child protection plan"},
    TopicRule{"child-in-need-or-protection", "subject to a plan"},
    TopicRule{"child-in-need-or-protection", "child protection"},
    TopicRule{"child-in-need-or-protection", "help and protection"},
    TopicRule{"child-in-need-or-protection", "need of protection"},
    TopicRule{"permanence", "permanence"},
    TopicRule{"permanence", "permanency"},
    TopicRule{"permanence", "adoption"},
    TopicRule{"care-leavers", "care leavers"},
    TopicRule{"care-leavers", "leaving care"},
    TopicRule{"care-leavers", "care-experienced"},
    TopicRule{"in-care", "children in care"},
    TopicRule{"in-care", "looked after"},
    TopicRule{"in-care", "looked-after"},
    TopicRule{"in-care", "children who are in care"},
    TopicRule{"in-care", "into care"},
};

// Sentences that say what inspectors looked at, search form.
constexpr std::array<std::string_view, 20> kAnchors = {
    "inspectors looked at",       "inspectors reviewed the",
    "inspectors evaluated",       "inspectors focused on",
    "inspectors considered",      "visit looked at",
    "visit focused on",           "this visit reviewed",
    "this visit focused",         "focus of this visit",
    "focus of the visit",         "which explored",
    "areas covered by",           "reviewed the progress made in",
    "focused primarily on",       "inspectors examined",
    "visit, inspectors reviewed", "the visit considered",
    "specifically looked at",     "looked specifically at"};

}  // namespace

std::string_view focus_of(std::string_view text) {
  const TopicRule* best = nullptr;
  size_t best_at = std::string_view::npos;
  for (const TopicRule& rule : kTopics) {
    size_t at = text.find(rule.phrase);
    if (at == std::string_view::npos) continue;
    bool earlier = at < best_at;
    bool longer = at == best_at && rule.phrase.size() > best->phrase.size();
    if (best == nullptr || earlier || longer) best = &rule, best_at = at;
  }
  return best == nullptr ? std::string_view() : best->focus;
}

std::optional<Reading> find_focus(const View& view) {
  constexpr size_t kParagraphs = 24;
  std::optional<Reading> other;  // a sentence that says it, of no topic known here
  for (size_t i = 0; i < view.opening_paragraphs.size() && i < kParagraphs; ++i) {
    const Paragraph& paragraph = *view.opening_paragraphs[i];
    std::string text = search_form(paragraph.text);
    size_t at = std::string::npos;
    for (std::string_view anchor : kAnchors) at = std::min(at, text.find(anchor));
    if (at == std::string::npos) continue;
    // What was looked at may follow as a list.
    std::string rest = text.substr(at);
    Evidence evidence{excerpt(paragraph.text), paragraph.page, "looked-at"};
    for (size_t next = i + 1; next < view.opening_paragraphs.size() && next <= i + 3; ++next)
      if (view.opening_paragraphs[next]->kind == ParagraphKind::kBullet || rest.size() < 60 ||
          rest.ends_with(':'))
        rest += ' ' + search_form(view.opening_paragraphs[next]->text);
    std::string_view focus = focus_of(rest);
    if (!focus.empty()) return Reading{std::string(focus), evidence};
    if (!other) other = Reading{"other", evidence};
  }
  return other;
}

}  // namespace ofsearch
