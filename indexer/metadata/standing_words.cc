#include "indexer/metadata/standing_words.h"

#include "common/report/sentences.h"
#include "common/text/characters.h"
#include "common/text/text.h"
#include "indexer/metadata/grade_words.h"

#include <algorithm>
#include <array>

namespace ofsearch {
namespace {

// The words that stand right before a recalled grade, in bare words.
constexpr std::array<std::string_view, 22> kBeforeGrade = {"judged to be",
                                                           "judged as",
                                                           "judged",
                                                           "found to be",
                                                           "graded",
                                                           "graded as",
                                                           "judged overall to be",
                                                           "judged to",
                                                           "rated",
                                                           "rated as",
                                                           "judged overall as",
                                                           "judgement of",
                                                           "judged overall",
                                                           "effectiveness was",
                                                           "effectiveness as",
                                                           "effectiveness to be",
                                                           "services were",
                                                           "services as",
                                                           "services to be",
                                                           "was",
                                                           "overall judgement was",
                                                           "authority to be"};

// A sentence recalls an overall grade when it speaks of services as a whole.
constexpr std::array<std::string_view, 12> kWhole = {"overall effectiveness",
                                                     "local authority",
                                                     "childrens services",
                                                     "the authority",
                                                     "overall",
                                                     "council",
                                                     "childrens social care",
                                                     "services were",
                                                     "services overall",
                                                     "services for children and families",
                                                     "services for children",
                                                     "judged services"};

// It recalls when it says so.
constexpr std::array<std::string_view, 16> kRecalls = {
    "last",        "previous", "previously",  "since",       "when",  "was judged",
    "were judged", "first",    "earlier",     "then",        "prior", "following",
    "remains",     "remained", "at the time", "at that time"};

// What is judged here is only a part, or something else, or judged now.
constexpr std::array<std::string_view, 44> kPart = {"school",
                                                    "schools",
                                                    "childrens home",
                                                    "childrens homes",
                                                    "board",
                                                    "lscb",
                                                    "audit",
                                                    "audits",
                                                    "audited",
                                                    "cases",
                                                    "provider",
                                                    "providers",
                                                    "fostering",
                                                    "adoption",
                                                    "assessments",
                                                    "nursery",
                                                    "safeguarding services",
                                                    "impact of leaders",
                                                    "care leavers",
                                                    "leadership",
                                                    "help and protection",
                                                    "children in care",
                                                    "looked after",
                                                    "early help",
                                                    "front door",
                                                    "most recent",
                                                    "now judged",
                                                    "this inspection",
                                                    "police",
                                                    "constabulary",
                                                    "force",
                                                    "hospital",
                                                    "nhs",
                                                    "cqc",
                                                    "probation",
                                                    "youth offending",
                                                    "college",
                                                    "colleges",
                                                    "early years",
                                                    "settings",
                                                    "self assessment",
                                                    "homes",
                                                    "agency",
                                                    "quality of practice"};

int year_in(std::string_view words) {
  int year = 0;
  for (std::string_view word : split_words(words)) {
    if (word.size() != 4 || !word.starts_with("20")) continue;
    if (word[2] < '0' || word[2] > '2' || word[3] < '0' || word[3] > '9') continue;
    year = std::max(year, (word[2] - '0') * 10 + (word[3] - '0') + 2000);
  }
  return year;
}

bool holds_any(std::string_view words, const auto& phrases) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](std::string_view phrase) { return has_words(words, phrase); });
}

// "Loamshire was judged ..."
bool judges_authority(std::string_view words, std::string_view authority) {
  static constexpr std::array<std::string_view, 4> kVerbs = {" was judged", " was rated",
                                                             " was graded", " was found to be"};
  if (authority.empty()) return false;
  std::string name = bare_words(authority);
  return std::any_of(kVerbs.begin(), kVerbs.end(), [&](std::string_view verb) {
    return has_words(words, name + std::string(verb));
  });
}

std::string grade_behind(std::string_view words, std::string_view anchor) {
  for (size_t at = find_words(words, anchor); at != std::string_view::npos;
       at = find_words(words, anchor, at + 1)) {
    std::string_view rest = words.substr(std::min(at + anchor.size() + 1, words.size()));
    size_t end = 0;
    std::optional<std::string> grade = grade_at_start(rest, &end);
    // "good or outstanding" counts institutions; it is nobody's grade.
    std::string_view behind = rest.substr(std::min(end + (grade ? 1 : 0), rest.size()));
    if (grade && *grade != kNotJudged && !behind.starts_with("or ") &&
        !behind.starts_with("in all areas but"))
      return *grade;
  }
  return {};
}

// Asked first, as it is cheap.
bool may_recall_grade(std::string_view text) {
  return contains(text, "judg") || contains(text, "grade") || contains(text, "rated") ||
         contains(text, "effectiveness");
}

}  // namespace

std::optional<RecalledGrade> recalled_grade(std::string_view sentence, std::string_view authority) {
  std::string words = bare_words(sentence);
  bool whole = holds_any(words, kWhole) || judges_authority(words, authority);
  if (!whole || !holds_any(words, kRecalls) || holds_any(words, kPart)) return std::nullopt;
  std::string found;
  for (std::string_view anchor : kBeforeGrade) {
    std::string grade = grade_behind(words, anchor);
    if (grade.empty()) continue;
    if (!found.empty() && grade != found) return std::nullopt;
    found = grade;
  }
  if (found.empty()) return std::nullopt;
  return RecalledGrade{found, year_in(words)};
}

std::optional<Reading> find_standing_words(const View& view, std::string_view authority) {
  std::optional<Reading> best;
  int best_year = -1;
  for (const Paragraph& paragraph : view.document.paragraphs) {
    if (!view.in_first_report(paragraph.page)) break;
    if (!may_recall_grade(paragraph.text)) continue;
    for (auto [begin, end] : sentences(paragraph.text)) {
      std::string_view sentence = std::string_view(paragraph.text).substr(begin, end - begin);
      std::optional<RecalledGrade> recalled = recalled_grade(sentence, authority);
      if (!recalled) continue;
      if (best && recalled->year == best_year && recalled->grade != best->value)
        return std::nullopt;
      if (best && recalled->year <= best_year) continue;
      best_year = recalled->year;
      best = Reading{recalled->grade, {excerpt(sentence), paragraph.page, "recalled"}};
    }
  }
  return best;
}

}  // namespace ofsearch
