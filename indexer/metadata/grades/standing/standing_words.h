// Finds the authority's overall grade in force at the time, as the document itself recalls it.
#pragma once

#include "indexer/metadata/view/view.h"

#include <optional>

namespace ofsearch {

// Returns the grade that "the local authority was judged inadequate in March 2015" and the like
// recall. Returns nothing if the document does not say it, or recalls two different grades and not
// which is the later. `authority` is its short name: "Loamshire was judged inadequate" speaks of
// its services as a whole.
std::optional<Reading> find_standing_words(const View& view, std::string_view authority);

// The overall grade that one sentence recalls, and the year of that inspection (0 if not said);
// for tests.
struct RecalledGrade {
  std::string grade;
  int year = 0;
};
std::optional<RecalledGrade> recalled_grade(std::string_view sentence,
                                            std::string_view authority = {});

// Returns the judgement on a part of the services that the document recalls of the last inspection:
// "Since the last inspection, when the experiences of care leavers were judged as good, ...". The
// value is its grade; recalled_part() reads all of it from the evidence again.
std::optional<Reading> find_part_words(const View& view);

struct RecalledPart {
  std::string_view column;  // of grade_columns()
  std::string grade;
  int year = 0;  // of that inspection; 0 if not said
};
std::optional<RecalledPart> recalled_part(std::string_view sentence);

}  // namespace ofsearch
