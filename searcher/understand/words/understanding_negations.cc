#include "searcher/understand/words/understanding_negations.h"

#include "common/dates/date.h"

#include <algorithm>
#include <set>

namespace ofsearch::understanding {
namespace {

// Longest first.
constexpr std::string_view kNegators[] = {
    "everywhere but not",
    "everywhere except",
    "anywhere except",
    "but not including",
    "everywhere but",
    "anywhere but",
    "everywhere not",
    "not including",
    "all except",
    "all but",
    "but not",
    "and not",
    "other than",
    "apart from",
    "except for",
    "outside of",
    "leaving out",
    "neither",
    "rather than",
    "instead of",
    "except",
    "excluding",
    "outside",
    "excl",
    "not",
    "non",
    "arent",
    "isnt",
    "wasnt",
    "werent",
};
// Before a bound in time, "nothing before 2019"; before other things they deny none: "nothing in
// Kent". "No later than" is a bound of its own (bound_before()).
constexpr std::string_view kNegatorsOfTimes[] = {"not anything", "nothing", "none"};
constexpr std::string_view kBounds = "later earlier older newer before after since";
// Before praise and blame, of which they make the other.
constexpr std::string_view kNegatorsOfFindings =
    "no not never without wasnt werent isnt arent didnt doesnt dont hasnt havent hadnt nothing "
    "none";
// Between such a negator and what it denies.
constexpr std::string_view kBetween =
    "a an any the single one real particular specific longer really ever been be being have had";
// There too, but of inspectors only: what managers do not find may be a fault.
constexpr std::string_view kFind = "find found identify identified raise raised report reported";
constexpr std::string_view kInspectors = "inspector ofsted";
// Before the negator; they only tell of it: "inspectors had no", "councils with no".
constexpr std::string_view kTelling =
    "had have has having found there is are was were did do does with that which who";
constexpr std::string_view kTellers =
    "inspector ofsted council authority borough report strength weakness";
constexpr std::string_view kArticles = "the any";
constexpr std::string_view kJoining = "and or nor";

// How many pieces that end before `end` deny what stands there; 0: none do.
std::size_t length_of_negator(const Words& words, std::size_t end) {
  std::size_t last = end;
  while (last > 0 &&
         (words.is_one_of(last - 1, kPrepositions) || words.is_one_of(last - 1, kArticles)))
    --last;
  for (std::string_view negator : kNegators) {
    const std::size_t length = words.length_before(last, negator);
    if (length == 0) continue;
    const std::size_t first = last - length;
    if (first > 0 && words.folded(first - 1) == "or") return 0;  // "good or not in Kent"
    return end - first;
  }
  return 0;
}

bool is_time(const Recognised& each) {
  return std::ranges::all_of(each.filters, [](const auto& filter) {
    return filter.first == "year" || filter.first == "from" || filter.first == "to";
  });
}

// The same for a bound in time.
std::size_t length_of_negator_of_time(const Words& words, const Recognised& each) {
  if (!is_time(each) || !words.is_one_of(each.first, kBounds)) return 0;
  for (std::string_view negator : kNegatorsOfTimes)
    if (const std::size_t length = words.length_before(each.first, negator); length > 0)
      return length;
  return 0;
}

// "Not after March 2020" is until then. Only a bound: what is not within two days has none.
void turn_bound(Recognised* each) {
  if (!each->excluded || each->filters.size() != 1) return;
  auto& [field, day] = each->filters.front();
  if (field != "from" && field != "to") return;
  day = to_iso(days_before(*parse_iso_date(day), field == "from" ? 1 : -1));
  field = field == "from" ? "to" : "from";
  each->excluded = false;
}

// ---- Praise and blame ------------------------------------------------------------------------

// Where the words begin that deny a finding at `at`, with those that only tell of it: "inspectors
// had no"; `at`: none do.
std::size_t negator_of_finding(const Words& words, std::size_t at) {
  std::size_t first = at;
  bool is_found = false;
  for (; first > 0; --first) {
    const bool finds = words.is_one_of(first - 1, kFind);
    if (!finds && !words.is_one_of(first - 1, kBetween)) break;
    is_found = is_found || finds;
  }
  if (first == 0 || !words.is_one_of(first - 1, kNegatorsOfFindings)) return at;
  --first;
  while (first > 0 && words.is_one_of(first - 1, kTelling)) --first;
  if (is_found && (first == 0 || !words.is_one_of(first - 1, kInspectors))) return at;
  return first > 0 && words.is_one_of(first - 1, kTellers) ? first - 1 : first;
}

// "No concerns about thresholds" asks for praise, "not praised for" for blame.
void turn_finding(const Words& words, Recognised* each) {
  if (each->filters.size() != 1 || each->filters.front().first != "finding") return;
  std::string& finding = each->filters.front().second;
  const std::size_t first = negator_of_finding(words, each->first);
  if (first == each->first || (finding != "strength" && finding != "weakness")) return;
  finding = finding == "strength" ? "weakness" : "strength";
  each->count += each->first - first;
  each->first = first;
}

bool is_place(const std::string& field) {
  return field == "authority" || field == "region";
}

// "Not Kent or Essex", "outside London and Kent": with what stands between, the second belongs to
// the first.
bool is_joined(const Words& words, const Recognised& before, const Recognised& each) {
  const std::size_t end = before.first + before.count;
  const std::string& field = each.filters.front().first;
  const std::string& field_before = before.filters.front().first;
  const bool are_alike = field == field_before || (is_place(field) && is_place(field_before));
  if (end > each.first || !are_alike) return false;
  for (std::size_t at = end; at < each.first; ++at)
    if (!words.is_one_of(at, kJoining)) return false;
  return true;
}

}  // namespace

bool can_be_excluded(const Recognised& recognised) {
  static const std::set<std::string> kFields = {
      "authority", "region", "year", "type", "kind", "grade", "focus", "inspector", "send-outcome"};
  return std::all_of(recognised.filters.begin(), recognised.filters.end(),
                     [](const auto& filter) { return kFields.contains(filter.first); });
}

void take_negations(const Words& words, AllRecognised* all) {
  const Recognised* before = nullptr;
  for (Recognised& each : *all) {
    if (each.filters.empty()) continue;
    turn_finding(words, &each);
    std::size_t taken = length_of_negator(words, each.first);
    if (taken == 0) taken = length_of_negator_of_time(words, each);
    if (taken == 0 && before != nullptr && before->excluded && is_joined(words, *before, each))
      taken = each.first - (before->first + before->count);
    else if (taken == 0) {
      before = &each;
      continue;
    }
    each.excluded = true;
    each.first -= taken;
    each.count += taken;
    turn_bound(&each);
    before = &each;
  }
  std::erase_if(*all, [](const Recognised& each) {
    return each.excluded && (each.keeps_words || !can_be_excluded(each));
  });
  // "Everywhere but", "councils with no": words that carried the question are the negator's.
  const AllRecognised kept = *all;
  std::erase_if(*all, [&](const Recognised& each) {
    return each.filters.empty() &&
           std::any_of(kept.begin(), kept.end(), [&](const Recognised& other) {
             return !other.filters.empty() && other.first < each.first + each.count &&
                    each.first < other.first + other.count;
           });
  });
}

}  // namespace ofsearch::understanding
