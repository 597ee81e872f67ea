// Tells the finding of a passage: praise or criticism. A linear model over words and phrases,
// trained on reports (scripts/train-findings), scores each sentence. The scores of the sentences,
// the section and the kind of passage decide.
#pragma once

#include "common/report/report.h"
#include "common/system/result.h"
#include "common/text/string_map.h"
#include "indexer/document/findings/finding_units.h"

#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// The finding of one sentence.
struct SentenceFinding {
  size_t begin = 0, end = 0;  // byte offsets in the passage's text
  double score = 0;           // -1 (criticism) to 1 (praise)

  bool operator==(const SentenceFinding&) const = default;
};

class FindingModel {
 public:
  // Reads a model: a header line, then rows "<feature> TAB <strength> TAB <weakness>" with the
  // weights of the feature for praise and for criticism; "#" begins a comment. Rows whose names
  // begin with "=" are settings (the table in finding.cc); none may be missing. Errors
  // (kUnreadable) name `file_name` and the line.
  static Result<FindingModel> parse(std::string_view tsv, std::string_view file_name);

  // Returns the model compiled in, common/data/finding-model.tsv.
  static const FindingModel& builtin();

  struct Verdict {
    Finding finding = Finding::kNeutral;
    double score = 0;  // -1 (all criticism) to 1 (all praise); near 0 for mixed and neutral
  };

  struct Findings {
    Verdict passage;
    std::vector<SentenceFinding> sentences;
  };
  // Returns the findings. Never fails; takes microseconds. The first rule that applies decides:
  //   by its section, a recommendation is a weakness and boilerplate is neutral;
  //   a text of grades ("... Good ... Inadequate") follows its grades, and the outcome of an area
  //   SEND inspection its words;
  //   else the sentences decide, each of which may praise, criticise, do both or neither. The grade
  //   of the section, or its heading ("What is Loamshire doing that is effective?"), shifts their
  //   scores. The last sentence before "(Recommendation)" that is no plain praise criticises.
  // A text without a section (kOther, no grade) is judged by its words alone.
  // The score of each sentence is by itself: 0 if it neither praises nor criticises; -1 for all
  // sentences of a recommendation; no sentences for boilerplate.
  Findings find(const Passage& passage) const;

  // One number for praise and one for criticism.
  struct Pair {
    double strength = 0, weakness = 0;
  };

  // Returns the likelihood that a unit praises, and that it criticises, 0 to 1 each, in a section
  // without a grade.
  Pair judge(const FindingUnit& unit) const { return judge(unit, Pair()); }

 private:
  struct Settings {
    Pair constant;  // intercept of the model, log odds
    Pair floor;     // a likelihood up to this counts as 0
    Pair weight;    // weights of praise and of criticism in the balance
    Pair mixed;     // balance up to which a passage is mixed, though praise (criticism) prevails
    Pair least;     // the least praise (criticism), as a share of the text; below it: neutral
    Pair outstanding, good, requires_improvement, inadequate;  // of the section; log odds
  };
  struct SettingName;
  static const std::vector<SettingName>& setting_names();

  Result<void> read_line(std::string_view line, std::vector<std::string_view>* seen);
  Pair judge(const FindingUnit& unit, const Pair& lean) const;
  Pair lean_of(const Passage& passage) const;
  std::vector<FindingUnit> units_of(const Passage& passage) const;
  bool surely_praises(const FindingUnit& unit) const;
  void criticise_last(const Sentences& sentences, std::vector<FindingUnit>* units) const;
  Verdict judge_passage(const Passage& passage, const std::vector<FindingUnit>& units) const;
  Verdict weigh(const std::vector<FindingUnit>& units, const Pair& lean) const;
  Verdict decide(double strength, double weakness) const;

  Settings settings_;
  StringMap<Pair> weights_;  // by feature
};

}  // namespace ofsearch
