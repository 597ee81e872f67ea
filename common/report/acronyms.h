// The short forms that a report defines itself: "multi-agency safeguarding hub (MASH)". What a
// short form means differs from report to report, so each is learned for its own report.
//
// The rule is that of A. S. Schwartz and M. A. Hearst, "A simple algorithm for identifying
// abbreviation definitions in biomedical text", Pacific Symposium on Biocomputing 2003: of the
// words before the bracket, the shortest run whose letters, read backwards, contain those of the
// short form in order, its first letter at the start of a word.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

struct AcronymDefinition {
  std::string short_form;  // without the s of a plural: "IRO" for "(IROs)"
  std::string long_form;   // in its printed words, single spaces

  bool operator==(const AcronymDefinition&) const = default;
};

// The definitions in a report's paragraphs (UTF-8, display form, in reading order), both
// "long form (SF)" and "SF (long form)", in the order in which they are printed. The same pair,
// compared without case, punctuation and plural, is returned once, as first printed; a short form
// that the report defines in two ways is returned twice. A definition may not cross paragraphs.
std::vector<AcronymDefinition> find_acronyms(const std::vector<std::string>& paragraphs);

// The key under which the index and the query side compare long forms: bare words, the last one in
// the singular ("hubs" and "hub" are one).
std::string meaning_key(std::string_view long_form);

// True when two long forms of one short form say the same, though not in the same words: at least
// half of the words of the shorter one are in the other. "special educational needs and/or
// disabilities" is "special educational needs"; "family group meeting" is not "female genital
// mutilation". Small words, case and plurals do not count.
bool same_meaning(std::string_view a, std::string_view b);

}  // namespace ofsearch
