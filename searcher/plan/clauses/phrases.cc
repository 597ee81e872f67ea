#include "searcher/plan/clauses/phrases.h"

#include "searcher/plan/clauses/typed_words.h"

#include <array>
#include <string_view>

namespace ofsearch {
namespace {

constexpr auto kMottoes = std::to_array<std::string_view>(
    {"no wrong door", "never too late", "no child left behind", "no one left behind",
     "no excuse for abuse", "nothing about us without us", "better late than never"});

// "Visits never too late" praises.
constexpr std::string_view kOfTime = "never too late";

// What has a date by which it is due.
constexpr std::string_view kDue =
    "review reviews visit visits action actions check checks task tasks assessment assessments "
    "medical medicals recommendation recommendations issue issues interview interviews application "
    "applications payment payments repair repairs return returns referral referrals paperwork "
    "document documents request requests immunisations appointments";

// Before it, behind "outstanding".
constexpr std::string_view kKinds =
    "annual health statutory initial foster carer carers household safeguarding dbs medical core "
    "home "
    "risk family pathway age single care child children child's children's protection social work "
    "worker management audit panel key urgent priority other many some social dental parenting "
    "kinship connected person persons adoption independent midway and";

// Between what is due and "outstanding".
constexpr std::string_view kStill =
    "are is still remain remains remained were was being often not now";

}  // namespace

bool is_in_motto(const std::vector<std::string>& words, size_t at) {
  constexpr size_t kLongest = 5;  // words
  static const auto kBefore = set_of_words("it is it's its");
  for (size_t first = at + 1 > kLongest ? at + 1 - kLongest : 0; first <= at; ++first)
    for (std::string_view motto : kMottoes)
      if (length_at(words, first, motto) > at - first)
        return motto != kOfTime || first == 0 || kBefore.contains(word_at(words, first - 1));
  return false;
}

bool is_overdue(const std::vector<std::string>& words, size_t at) {
  static const auto kThings = set_of_words(kDue);
  static const auto kBetween = set_of_words(kKinds);
  static const auto kHelpers = set_of_words(kStill);
  constexpr size_t kScope = 4;
  if (word_at(words, at) != "outstanding") return false;
  for (size_t i = at + 1; i < words.size() && i - at <= kScope; ++i) {
    const std::string word = word_at(words, i);
    if (kThings.contains(word)) return true;
    if (!kBetween.contains(word)) break;
  }
  size_t before = at;
  while (before > 0 && kHelpers.contains(word_at(words, before - 1))) --before;
  return before > 0 && kThings.contains(word_at(words, before - 1));
}

}  // namespace ofsearch
