// The authority's overall grade in force at the time, as the document itself recalls it.
#pragma once

#include "indexer/metadata/view/view.h"

#include <optional>

namespace ofsearch {

// From "the local authority was judged inadequate in March 2015" and the like. Nothing where the
// document does not say it, or recalls two different grades and not which is the later.
// `authority`: its short name; "Loamshire was judged inadequate" speaks of its services as a whole.
std::optional<Reading> find_standing_words(const View& view, std::string_view authority);

// The overall grade that one sentence recalls, and the year of that inspection (0 if not said);
// for tests.
struct RecalledGrade {
  std::string grade;
  int year = 0;
};
std::optional<RecalledGrade> recalled_grade(std::string_view sentence,
                                            std::string_view authority = {});

}  // namespace ofsearch
