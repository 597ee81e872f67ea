#include "indexer/document/plain_statements.h"

#include "common/text/lists.h"
#include "common/text/text.h"

#include <algorithm>
#include <array>
#include <string>

namespace ofsearch {
namespace {

using namespace std::string_view_literals;

constexpr std::array kNone = {"no "sv,
                              "none "sv,
                              "and none "sv,
                              "there is no "sv,
                              "there are no "sv,
                              "there were no "sv,
                              "there are currently no "sv,
                              "at the time of the inspection, no "sv,
                              "at the time of this inspection, no "sv,
                              "at the point of this inspection, no "sv};
constexpr std::array kBad = {
    "bed and breakfast"sv, "multiple occupation"sv, "unregistered"sv, "unregulated"sv,
    "unallocated"sv,       "waiting list"sv,        "backlog"sv};
constexpr std::array kNotUsed = {" is not used"sv, " are not used"sv, " is never used"sv};
// A recital of numbers, a condition, or more than the statement.
constexpr std::array kMore = {"ceased to be"sv, "no longer"sv,    " unless "sv,
                              " except "sv,     " other than "sv, " because "sv};

constexpr std::array kUnsure = {"cannot assure "sv,
                                "could not assure "sv,
                                "unable to assure "sv,
                                "not able to assure "sv,
                                "not assured itself "sv,
                                "not assured themselves "sv,
                                "leaders cannot be assured"sv,
                                "leaders could not be assured"sv,
                                "managers cannot be assured"sv,
                                "managers could not be assured"sv,
                                "authority cannot be assured"sv,
                                "board cannot be assured"sv,
                                "unable to be assured"sv};

}  // namespace

PlainStatement plain_statement(std::string_view clause) {
  const std::string form = search_form(clause);
  if (contains_any(form, kUnsure)) return PlainStatement::kCriticism;
  if (!contains_any(form, kBad) || contains_any(form, kMore)) return PlainStatement::kNone;
  const bool none =
      std::ranges::any_of(kNone, [&](std::string_view words) { return form.starts_with(words); });
  return none || contains_any(form, kNotUsed) ? PlainStatement::kPraise : PlainStatement::kNone;
}

}  // namespace ofsearch
