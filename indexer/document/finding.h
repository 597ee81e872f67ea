// Praise or criticism: what a passage finds. A linear model over words and phrases, trained from
// the reports themselves (scripts/train-findings), judges each sentence; the sentences together,
// where the passage stands and what it is decide.
#pragma once

#include "common/report/report.h"
#include "common/system/result.h"
#include "common/text/string_map.h"
#include "indexer/document/finding_units.h"

#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// What one sentence of a passage finds.
struct SentenceFinding {
  size_t begin = 0, end = 0;  // bytes of the passage's text
  double score = 0;           // -1 to 1

  bool operator==(const SentenceFinding&) const = default;
};

class FindingModel {
 public:
  // Reads a model: a header line, then "<feature> TAB <strength> TAB <weakness>", what the feature
  // weighs for praise and for criticism; "#" begins a comment. Rows whose names begin with "=" are
  // settings (the table in finding.cc), of which none may be missing. Errors (kUnreadable) name
  // `file_name` and the line.
  static Result<FindingModel> parse(std::string_view tsv, std::string_view file_name);

  // The model compiled in, common/data/finding-model.tsv.
  static const FindingModel& builtin();

  struct Verdict {
    Finding finding = Finding::kNeutral;
    double score = 0;  // -1 (all criticism) to 1 (all praise); near 0 for mixed and neutral
  };

  // Never fails; microseconds. In this order:
  //   a recommendation is a weakness and boilerplate is neutral, by its section;
  //   a table of grades ("... Good ... Inadequate") follows its grades, and the outcome of an area
  //   SEND inspection, in the framework's words, is what it says;
  //   else its sentences, each of which may praise, criticise, do both or neither, with the
  //   grade of the section, if there is one, or its heading ("What is Loamshire doing that is
  //   effective?") leaning on them. The last sentence before "(Recommendation)" criticises.
  // A text without a section (kOther, no grade) is judged by its words alone.
  Verdict classify(const Passage& passage) const { return find(passage).passage; }

  // Of the passage, and of each of its sentences by itself: -1 (criticism) to 1 (praise), 0 where
  // it does neither; no sentences for boilerplate, all -1 for a recommendation.
  struct Findings {
    Verdict passage;
    std::vector<SentenceFinding> sentences;
  };
  Findings find(const Passage& passage) const;

  // One number for praise and one for criticism.
  struct Pair {
    double strength = 0, weakness = 0;
  };

  // How likely a unit praises and how likely it criticises, 0 to 1 each, in a section without a
  // grade.
  Pair judge(const FindingUnit& unit) const { return judge(unit, Pair()); }

 private:
  struct Settings {
    Pair constant;  // what every unit starts with, log odds
    Pair floor;     // a likelihood up to this says nothing
    Pair weight;    // what praise and criticism count
    Pair mixed;     // balance up to which praise, or criticism, that prevails is mixed
    Pair least;     // praise or criticism, a share of the text, below which neither is found
    Pair outstanding, good, requires_improvement, inadequate;  // of the section; log odds
  };
  struct SettingName;
  static const std::vector<SettingName>& setting_names();

  Result<void> read_line(std::string_view line, std::vector<std::string_view>* seen);
  Pair judge(const FindingUnit& unit, const Pair& lean) const;
  Pair lean_of(const Passage& passage) const;
  std::vector<FindingUnit> units_of(const Passage& passage) const;
  Verdict judge_passage(const Passage& passage, const std::vector<FindingUnit>& units) const;
  Verdict weigh(const std::vector<FindingUnit>& units, const Pair& lean) const;
  Verdict decide(double strength, double weakness) const;

  Settings settings_;
  StringMap<Pair> weights_;  // by feature
};

}  // namespace ofsearch
