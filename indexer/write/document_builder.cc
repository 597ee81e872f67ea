#include "indexer/write/document_builder.h"

#include "common/field/thesaurus.h"
#include "common/index/schema.h"
#include "common/report/acronyms.h"
#include "common/report/passage_record.h"
#include "common/report/report_json.h"
#include "common/report/report_record.h"
#include "common/report/sections.h"
#include "common/text/text.h"

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <utility>

namespace ofsearch {
namespace {

std::string joined_lines(const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values) out += (out.empty() ? "" : "\n") + value;
  return out;
}

using SlotValues = std::vector<std::pair<uint32_t, std::string>>;

SlotValues sort_values(const Report& report) {
  return {{kReportIdSlot, report.id},
          {kDateSlot, date_key(report.metadata)},
          {kIndexedSlot, report.indexed}};
}

// What a report's own short forms mean, ready for looking up.
struct Definition {
  std::string short_form;  // as printed
  std::string short_term;  // as a token's term
  std::string long_form;
  std::vector<std::string> long_terms;  // its words
  bool misleading = false;              // the field's usual meaning of the short form is another
};

// True when the thesaurus knows the short form, and not with this meaning.
bool contradicts_thesaurus(const AcronymDefinition& definition) {
  auto matches = Thesaurus::builtin().matches({definition.short_form});
  if (matches.empty()) return false;
  bool says_long = false;
  for (const Expansion& expansion : matches.front().expansions) {
    if (expansion.relation != Expansion::kSame) continue;
    if (same_meaning(expansion.text, definition.long_form)) return false;
    says_long = says_long || expansion.text.find(' ') != std::string::npos;
  }
  return says_long;
}

std::vector<Definition> definitions_of(const Report& report) {
  std::vector<std::string> paragraphs;
  paragraphs.reserve(report.passages.size());
  for (const Passage& passage : report.passages) paragraphs.push_back(passage.text);
  std::vector<Definition> definitions;
  for (const AcronymDefinition& found : find_acronyms(paragraphs)) {
    Definition definition{found.short_form,
                          search_form(found.short_form),
                          found.long_form,
                          {},
                          contradicts_thesaurus(found)};
    for (const Token& token : tokenise(found.long_form))
      if (!token.joined) definition.long_terms.push_back(token.term);
    definitions.push_back(std::move(definition));
  }
  return definitions;
}

// `term` or its plural.
bool is_form_of(const Token& token, const std::string& term) {
  size_t longer = token.term.size() - term.size();
  return longer <= 1 && token.term[0] == term[0] && token.term.starts_with(term) &&
         (longer == 0 || token.term.back() == 's');
}

bool contains_sequence(const std::vector<Token>& tokens, const std::vector<std::string>& terms) {
  return std::search(tokens.begin(), tokens.end(), terms.begin(), terms.end(), is_form_of) !=
         tokens.end();
}

std::vector<IndexTerm*> section_terms(const Passage& passage, TermTable* terms) {
  std::set<SectionKind> kinds = {passage.section_kind};
  if (passage.section_kind != SectionKind::kRecommendations &&
      passage.section_kind != SectionKind::kBoilerplate)
    for (SectionKind kind : section_kinds(passage.section)) kinds.insert(kind);
  std::vector<IndexTerm*> found;
  for (SectionKind kind : kinds)
    found.push_back(terms->term(prefixed_term(kSectionPrefix, section_kind_name(kind))));
  return found;
}

bool same_section(const Passage& a, const Passage& b) {
  return a.section_kind == b.section_kind && a.section == b.section;
}

std::vector<IndexTerm*> filter_terms(const Report& report, TermTable* terms) {
  std::vector<IndexTerm*> found = {terms->term(prefixed_term(kReportIdPrefix, report.id))};
  for (const Field& field : fields())
    for (const std::string& value : field_values(field, report.metadata))
      found.push_back(terms->term(filter_term(field, value)));
  return found;
}

// Found by, but not ranked by.
void add_all(const std::vector<IndexTerm*>& found_by, DocumentTerms* terms) {
  for (IndexTerm* term : found_by) terms->add(term, 0);
}

IndexDocument report_document(const Report& report, const SlotValues& sort_values) {
  IndexDocument document;
  ReportRecord record = encode_report(report);
  document.data = std::move(record.evidence);
  document.values = sort_values;
  document.values.emplace_back(kReportFieldsSlot, std::move(record.fields));
  for (const Field& field : fields())
    document.values.emplace_back(field.slot, joined_lines(field_values(field, report.metadata)));
  for (auto& value : order_keys(report)) document.values.push_back(std::move(value));
  return document;
}

}  // namespace

// Collects the terms of the passages of one report, and those that they give to its own document.
class PassageIndexer {
 public:
  PassageIndexer(const std::vector<Definition>& definitions, DocumentTerms* report,
                 DocumentBuilder* builder)
      : definitions_(definitions), report_(*report), builder_(*builder) {}

  // Adds the terms of its text to `passage`, positions to `document` where they are wanted, and the
  // meanings of the acronyms used to `stored`.
  void index(StoredPassage* stored, DocumentTerms* passage, IndexDocument* document) {
    passage_ = passage;
    std::vector<Token> tokens = tokenise(stored->passage.text);
    std::erase_if(tokens,
                  [](const Token& t) { return t.term.empty() || t.term.size() > kLongestWord; });
    const std::vector<std::string> misleading = add_acronyms(tokens, stored);
    begun_.clear();
    for (const Token& token : tokens) {
      bool meant_otherwise = token.capitals && std::find(misleading.begin(), misleading.end(),
                                                         token.term) != misleading.end();
      IndexedWord& word = builder_.word(token.term);
      if (meant_otherwise && word.report_stem != nullptr)
        use_otherwise(word, token.term);
      else
        use(&word);
      begun_.push_back(word.begun);
      if (!builder_.with_positions_) continue;
      passage_->add(word.as_written, 0);
      document->positions.emplace_back(word.as_written, static_cast<uint32_t>(token.position));
    }
    for (const std::string* term : PhraseFinder::find(tokens, begun_)) use(builder_.mark(*term));
    add_compounds(tokens);
  }

 private:
  void use(IndexedWord* word) {
    passage_->add(word->found_by, 1);
    if (word->last_report == builder_.reports_) return;
    word->last_report = builder_.reports_;
    report_.add(word->report_word, 0);
    if (word->report_stem != nullptr) report_.add(word->report_stem, 0);
  }

  void use_otherwise(const IndexedWord& word, const std::string& term) {
    passage_->add(builder_.terms_.term(term_with(kOtherMeaningPrefix, term)), 1);
    report_.add(word.report_word, 0);
  }

  void use(const MarkTerms& mark) {
    passage_->add(mark.on_passage, 1);
    report_.add(mark.on_report, 0);
  }

  // The short forms of this passage whose usual meaning would mislead.
  std::vector<std::string> add_acronyms(const std::vector<Token>& tokens, StoredPassage* stored) {
    std::vector<std::string> misleading;
    for (const Definition& definition : definitions_) {
      bool uses_short = std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
        return token.capitals && is_form_of(token, definition.short_term);
      });
      if (uses_short) {
        use(builder_.mark(meaning_term(definition.long_form)));
        stored->acronyms.emplace_back(definition.short_form, definition.long_form);
        if (definition.misleading) misleading.push_back(definition.short_term);
      } else if (!definition.misleading && contains_sequence(tokens, definition.long_terms)) {
        const IndexedWord& word = builder_.word(definition.short_term);
        if (word.report_stem == nullptr) continue;  // a stopword stands only for itself
        imply(word, definition.short_term);
      }
    }
    return misleading;
  }

  // What stands only for its meaning is no word of the report.
  void imply(const IndexedWord& word, const std::string& term) {
    passage_->add(word.found_by, 1);
    report_.add(word.report_stem, 0);
    const std::string& stem = builder_.stemmer_.stem(term);
    passage_->add(builder_.terms_.term(term_with(kImpliedStemPrefix, stem)), 0);
  }

  void add_compounds(const std::vector<Token>& tokens) {
    for (size_t i = 0; i < tokens.size(); ++i) {
      if (!tokens[i].joined) continue;
      // The parts stand in front of the joined form.
      std::string parts;
      for (size_t j = i; j-- > 0 && tokens[j].begin >= tokens[i].begin;)
        parts = parts.empty() ? tokens[j].term : tokens[j].term + " " + parts;
      for (const std::string& compound : {tokens[i].term, tokens[i].term + ":" + parts})
        passage_->add(builder_.terms_.term(prefixed_term(kCompoundPrefix, compound)), 0);
    }
  }

  const std::vector<Definition>& definitions_;
  DocumentTerms& report_;
  DocumentBuilder& builder_;
  DocumentTerms* passage_ = nullptr;
  std::vector<const PhraseFinder::Phrases*> begun_;  // by each token of the passage
};

IndexedWord& DocumentBuilder::word(const std::string& term) {
  auto [it, added] = words_.try_emplace(term);
  IndexedWord& word = it->second;
  if (!added) return word;
  static const PhraseFinder phrases(Thesaurus::builtin().terms());
  word.begun = phrases.beginning_with(term);
  word.report_word = terms_.term(term_with(kReportWordPrefix, term));
  word.as_written = with_positions_ ? terms_.term(term) : nullptr;
  const std::string stem = is_stopword(term) ? "" : stemmer_.stem(term);
  word.found_by = terms_.term(stem.empty() ? term : term_with(kStemPrefix, stem));
  if (!stem.empty()) word.report_stem = terms_.term(report_term(word.found_by->text));
  return word;
}

const MarkTerms& DocumentBuilder::mark(const std::string& term) {
  MarkTerms& mark = marks_[term];
  if (mark.on_passage == nullptr) mark = {terms_.term(term), terms_.term(report_term(term))};
  return mark;
}

void DocumentBuilder::build(const Report& report,
                            const std::function<void(const IndexDocument&)>& take) {
  const std::vector<IndexTerm*> filters = filter_terms(report, &terms_);
  const std::vector<Definition> definitions = definitions_of(report);
  const SlotValues values = sort_values(report);
  DocumentTerms report_terms(&terms_);
  ++reports_;
  PassageIndexer indexer(definitions, &report_terms, this);
  std::vector<IndexTerm*> sections;
  const Passage* before = nullptr;
  for (const Passage& passage : report.passages) {
    IndexDocument document;
    DocumentTerms terms(&terms_);
    StoredPassage stored{report.id, passage, {}};
    bool ranked = passage.section_kind != SectionKind::kBoilerplate;
    if (ranked) indexer.index(&stored, &terms, &document);
    if (before == nullptr || !same_section(*before, passage))
      sections = section_terms(passage, &terms_);
    before = &passage;
    add_all(filters, &terms);
    add_all(sections, &terms);
    terms.add(terms_.term(kPassageTerm), 0);
    terms.add(terms_.term(prefixed_term(kFindingPrefix, finding_name(passage.finding))), 0);
    document.terms = terms.take();
    document.values = values;
    document.values.emplace_back(kRecordSlot, packer_.pack(encode_passage(stored)));
    take(document);
  }
  IndexDocument document = report_document(report, values);
  add_all(filters, &report_terms);
  report_terms.add(terms_.term(kReportTerm), 0);
  document.terms = report_terms.take();
  take(document);
}

}  // namespace ofsearch
