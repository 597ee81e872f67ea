// Whether a grade is meant where one is named, by the words around it: "councils rated", "got
// good", "requires improvement London". "Good practice" has none of these signs.
#pragma once

#include "searcher/understand/grades/understanding_said_grades.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch::understanding {

inline constexpr std::string_view kGradeNouns = "judgement judgment grade rating";

class GradeSigns {
 public:
  // `known`: what else was recognised. Both must outlive this.
  GradeSigns(const Words& words, const AllRecognised& known) : words_(words), known_(known) {}

  // What else was recognised at `at` and is not looked for; nullptr: nothing.
  const Recognised* known_at(std::size_t at) const;
  // How many pieces at `at` are "councils", "reports", "judgements"; 0: none are.
  std::size_t noun_length(std::size_t at) const;

  // Each takes into `said` the words before it that say that it is a grade. False: none do.
  bool take_councils_compared(SaidGrade* said) const;  // "councils below good"
  bool take_got(SaidGrade* said) const;                // "councils that got good"
  bool take_judged(SaidGrade* said) const;             // "councils judged to be", "rated"
  bool take_never(SaidGrade* said) const;              // "have never been inadequate"

  // "Requires improvement London strategy meetings": a query begins with the grade, and a region
  // is named right behind it.
  bool is_of_region(std::size_t at, const SaidGrade& said) const;
  // "ILACS inadequate front door", "good ILACS": a kind that awards grades is named beside it; not
  // "ILACS outstanding practice".
  bool is_beside_inspection(const SaidGrade& said) const;

  // The piece that "that are", "which have never been" begin with which end before `at`. Sets
  // whether they deny.
  std::size_t pass_verbs(std::size_t at, SaidGrade* said) const;

 private:
  const Words& words_;
  const AllRecognised& known_;
};

}  // namespace ofsearch::understanding
