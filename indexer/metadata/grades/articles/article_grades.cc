#include "indexer/metadata/grades/articles/article_grades.h"

#include "common/field/authorities/authorities.h"
#include "common/report/earlier_grades.h"
#include "common/report/sentences.h"
#include "common/text/characters.h"
#include "common/text/text.h"
#include "indexer/metadata/grades/articles/article_sentence.h"
#include "indexer/metadata/grades/words/grade_words.h"
#include "indexer/metadata/grades/words/judgement_labels.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace ofsearch {
namespace {

// All readings of one judgement.
struct Readings {
  std::string grade;
  Evidence evidence;
  bool disagree = false;

  void add(const std::string& other, Evidence other_evidence) {
    if (grade.empty())
      grade = other, evidence = std::move(other_evidence);
    else
      disagree = disagree || grade != other;
  }
};

class ArticleReader {
 public:
  ArticleReader(const View& view, Metadata* metadata) : view_(view), metadata_(*metadata) {}

  void run() {
    read_text(metadata_.title, 0, true, true);
    size_t body = 0;
    const std::string headline = bare_words(metadata_.title);
    for (const Paragraph& paragraph : view_.document.paragraphs) {
      if (bare_words(paragraph.text) == headline) continue;
      bool text = paragraph.text.size() >= kText && paragraph.kind == ParagraphKind::kText &&
                  !paragraph.text.starts_with("Image caption");
      body += text;
      const bool row = read_row(paragraph);
      if (!row) note_heading(paragraph);
      if (!row && paragraph.kind != ParagraphKind::kTableRow)
        read_text(paragraph.text, paragraph.page, false, body <= kLead);
    }
    decide();
  }

 private:
  static constexpr size_t kText = 60;  // bytes of a paragraph that is no label
  static constexpr size_t kLead = 3;   // paragraphs

  // The rows below are of another inspection or authority up to the next heading, whatever text or
  // head of a table stands between.
  void note_heading(const Paragraph& paragraph) {
    const bool other = heads_other_grades(paragraph.text);
    if (other || paragraph.kind == ParagraphKind::kHeading) of_another_ = other;
  }

  // "Previous inspection (2018)", another council's name.
  bool heads_other_grades(const std::string& text) const {
    constexpr size_t kLongestHeading = 80;  // bytes
    if (text.size() > kLongestHeading) return false;
    const std::string words = bare_words(text);
    if (has_phrase(words, "previous") || has_phrase(words, "previously") ||
        has_phrase(words, "last inspection") || has_phrase(words, "before"))
      return true;
    const std::vector<Authorities::Mention> named = Authorities::builtin().mentions(text);
    return !named.empty() && std::ranges::none_of(named, [&](const Authorities::Mention& mention) {
      return mention.authority->name == metadata_.authority;
    });
  }

  // "The impact of leaders ...", "Good": a row of two cells, as a page copies the report's table,
  // or the same as a line of its own, "Help and protection: good".
  bool read_row(const Paragraph& paragraph) {
    const std::string text = without_earlier_grades(paragraph.text);
    const size_t at = text.find_first_of("\t:");
    if (at == std::string::npos || text.find('\t', at + 1) != std::string::npos) return false;
    const std::string label = bare_words(text.substr(0, at));
    std::optional<std::string> grade = grade_from_words(bare_words(text.substr(at + 1)));
    if (!grade || *grade == kNotJudged) return false;
    const std::vector<LabelMatch> labels = match_labels(split_words(label), 0);
    if (labels.empty() || labels.front().words != split_words(label).size()) return false;
    if (of_another_) return true;
    Evidence evidence{excerpt(paragraph.text), paragraph.page, "article-table"};
    const std::string_view key = labels.front().key;
    if (key == kOverall)
      lead_.add(*grade, std::move(evidence));
    else if (key != kOtherJudgement)
      judgements_[std::string(key)].add(*grade, std::move(evidence));
    return true;
  }

  void read_text(const std::string& text, int page, bool headline, bool lead) {
    for (auto [begin, end] : sentences(text)) {
      std::string_view sentence = std::string_view(text).substr(begin, end - begin);
      for (const JudgementRow& row : read_article_sentence(sentence, headline)) {
        if (const std::string other = other_judged(sentence, row.grade); !other.empty()) {
          if (lead && row.key == kOverall) others_judged_.insert(other);
          continue;
        }
        Evidence evidence{excerpt(sentence), page, headline ? "article-headline" : "article-text"};
        if (row.key != kOverall)
          judgements_[row.key].add(row.grade, std::move(evidence));
        else if (headline)
          headline_.add(row.grade, std::move(evidence));
        else if (lead || row.evidence.rule == "named")
          lead_.add(row.grade, std::move(evidence));
      }
    }
  }

  // "Loamshire will help Marlshire, whose services were rated inadequate": a grade is that of the
  // authority named last before it, or first behind it. Empty where it may be this one's.
  std::string other_judged(std::string_view sentence, const std::string& grade) const {
    constexpr size_t kStem = 5;  // letters: "requires" and "required"
    const size_t at = to_ascii_lower(sentence).find(grade.substr(0, kStem));
    std::vector<std::pair<size_t, std::string>> named;
    for (const Authorities::Mention& mention : Authorities::builtin().mentions(sentence))
      named.emplace_back(mention.begin, mention.authority->name);
    if (Authorities::builtin().find(metadata_.authority) == nullptr)
      if (const size_t own = find_phrase(sentence, metadata_.authority); own != std::string::npos)
        named.emplace_back(own, metadata_.authority);
    std::ranges::sort(named);
    std::string judged;
    for (const auto& [begin, name] : named)
      if (judged.empty() || begin < at) judged = name;
    return judged == metadata_.authority ? std::string() : judged;
  }

  // A headline's authority of which the text says nothing, while it judges another one: whom the
  // article is about cannot be told.
  void doubt_authority() {
    const bool visit =
        metadata_.visit_type == "focused-visit" || metadata_.visit_type == "monitoring-visit";
    if (visit || others_judged_.size() != 1 || metadata_.evidence["authority"].rule != "title")
      return;
    metadata_.warnings.push_back(fmt::format("the headline names {}, a grade is that of {}",
                                             metadata_.authority, *others_judged_.begin()));
    metadata_.authority = "unknown";
    metadata_.authority_code.clear();
    metadata_.region.clear();
    metadata_.evidence.erase("authority");
  }

  void decide() {
    const Readings& overall = headline_.grade.empty() ? lead_ : headline_;
    if (!overall.grade.empty() && !overall.disagree) {
      metadata_.grade = overall.grade;
      metadata_.evidence["grade"] = overall.evidence;
    }
    if (overall.grade.empty() && judgements_.empty()) doubt_authority();
    rename_for_framework();
    for (const auto& [key, readings] : judgements_) {
      if (readings.disagree) {
        metadata_.judgements[key] = "unknown";
        continue;
      }
      metadata_.judgements[key] = readings.grade;
      metadata_.evidence["judgements." + key] = readings.evidence;
    }
  }

  // Children in care and care leavers were judged together from 2018 to 2022, apart since.
  void rename_for_framework() {
    constexpr int kFirstApart = 2023;
    bool sif = metadata_.visit_type == "sif";
    if (auto node = judgements_.extract("looked_after"); !node.empty() && !sif) {
      node.key() = "in_care";
      judgements_.insert(std::move(node));
    }
    auto both = judgements_.find("care_and_leavers");
    if (both == judgements_.end()) return;
    int year = metadata_.year.value_or(0);
    if (year == 0 && metadata_.published) year = std::stoi(metadata_.published->substr(0, 4));
    if (year > 0 && year < kFirstApart) return;
    Readings readings = both->second;
    judgements_.erase(both);
    if (year == 0) return;
    for (const char* key : {"in_care", "care_leavers"})
      judgements_[key].add(readings.grade, readings.evidence);
  }

  const View& view_;
  Metadata& metadata_;
  Readings headline_, lead_;
  std::set<std::string> others_judged_;  // authorities that a sentence gives an overall grade
  bool of_another_ = false;              // the rows to come are of another inspection or authority
  std::map<std::string, Readings> judgements_;
};

}  // namespace

bool awards_grade(std::string_view headline) {
  std::vector<JudgementRow> rows = read_article_sentence(headline, true);
  return std::any_of(rows.begin(), rows.end(),
                     [](const JudgementRow& row) { return row.key == kOverall; });
}

void find_article_grades(const View& view, Metadata* metadata) {
  if (metadata->authority == "unknown") return;
  ArticleReader(view, metadata).run();
}

}  // namespace ofsearch
