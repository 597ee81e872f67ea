// Finds the acronyms that a report defines itself: "multi-agency safeguarding hub (MASH)". An
// acronym can mean different things in different reports, so definitions apply to their own report
// only.
//
// The rule is that of A. S. Schwartz and M. A. Hearst, "A simple algorithm for identifying
// abbreviation definitions in biomedical text", Pacific Symposium on Biocomputing 2003. It takes,
// from the words before the bracket, the shortest run whose letters, read backwards, contain those
// of the short form in order, its first letter at the start of a word.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

struct AcronymDefinition {
  std::string short_form;  // without the s of a plural: "IRO" for "(IROs)"
  std::string long_form;   // as printed, with single spaces

  bool operator==(const AcronymDefinition&) const = default;
};

// Returns the definitions in a report's paragraphs (UTF-8, display form, in reading order), both
// "long form (SF)" and "SF (long form)", in the order in which they are printed. A pair that is
// repeated (compared without case, punctuation and plural) is returned once, as first printed; a
// short form with two definitions is returned twice. A definition cannot cross paragraphs.
std::vector<AcronymDefinition> find_acronyms(const std::vector<std::string>& paragraphs);

// Returns the key by which indexer and searcher compare long forms: bare words, the last one in the
// singular ("hubs" and "hub" have the same key).
std::string meaning_key(std::string_view long_form);

// Tells whether two long forms of one short form mean the same, though in other words: at least
// half of the words of the shorter one are in the other. "special educational needs and/or
// disabilities" means the same as "special educational needs"; "family group meeting" and "female
// genital mutilation" do not. Stopwords, case and plurals are ignored.
bool same_meaning(std::string_view a, std::string_view b);

}  // namespace ofsearch
