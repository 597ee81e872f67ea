#include "indexer/document_builder.h"

#include "common/field_phrases.h"
#include "common/passage_record.h"
#include "common/report_json.h"
#include "common/report_record.h"
#include "common/schema.h"
#include "common/sections.h"
#include "common/text.h"
#include "common/thesaurus.h"

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <unordered_set>
#include <utility>

namespace ofsearch {
namespace {

std::vector<std::string> filter_terms(const Report& report) {
  std::vector<std::string> terms = {prefixed_term(kReportIdPrefix, report.id)};
  for (const Field& field : fields())
    for (const std::string& value : field_values(field, report.metadata))
      terms.push_back(filter_term(field, value));
  return terms;
}

std::string joined_lines(const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values) out += (out.empty() ? "" : "\n") + value;
  return out;
}

using SlotValues = std::vector<std::pair<Xapian::valueno, std::string>>;

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
  return longer <= 1 && token.term.starts_with(term) && (longer == 0 || token.term.back() == 's');
}

bool contains_sequence(const std::vector<Token>& tokens, const std::vector<std::string>& terms) {
  return std::search(tokens.begin(), tokens.end(), terms.begin(), terms.end(), is_form_of) !=
         tokens.end();
}

// Indexes the text of one passage.
class PassageIndexer {
 public:
  // `word_of`: a term's IndexedWord; `report`: the number of this report.
  PassageIndexer(const std::vector<Definition>& definitions, size_t report,
                 std::function<IndexedWord&(const std::string&)> word_of, bool with_positions)
      : definitions_(definitions),
        report_(report),
        word_of_(std::move(word_of)),
        with_positions_(with_positions) {}

  // The terms of the report's own document that its passages give it.
  const std::unordered_set<std::string>& report_terms() const { return report_terms_; }

  // Adds the terms to `document` and the meanings of the acronyms used to `stored`.
  void index(StoredPassage* stored, Xapian::Document* document) {
    std::vector<Token> tokens = tokenise(stored->passage.text);
    std::erase_if(tokens,
                  [](const Token& t) { return t.term.empty() || t.term.size() > kLongestWord; });
    std::vector<std::string> misleading = add_acronyms(tokens, stored, document);
    for (const Token& token : tokens) {
      bool meant_otherwise = token.capitals && std::find(misleading.begin(), misleading.end(),
                                                         token.term) != misleading.end();
      IndexedWord& word = word_of_(token.term);
      if (meant_otherwise && !word.root->stem.empty())
        document->add_term(term_with(kOtherMeaningPrefix, token.term));
      else
        use(word.root);
      if (word.last_report != report_)
        report_terms_.insert(term_with(kReportWordPrefix, token.term));
      word.last_report = report_;
      if (with_positions_)
        document->add_posting(token.term, static_cast<Xapian::termpos>(token.position), 0);
    }
    add_roots(document);
    add_phrases(tokens, document);
    add_compounds(tokens, document);
  }

 private:
  void use(WordRoot* root) {
    if (root->uses++ == 0) used_.push_back(root);
  }

  // Each once, as a document looks every term that it is given up in a tree.
  void add_roots(Xapian::Document* document) {
    for (WordRoot* root : used_) {
      document->add_term(root->term, root->uses);
      root->uses = 0;
      if (root->last_report != report_ && !root->stem.empty())
        report_terms_.insert(report_term(root->term));
      root->last_report = report_;
    }
    used_.clear();
  }

  void add_phrases(const std::vector<Token>& tokens, Xapian::Document* document) {
    static const PhraseFinder finder(Thesaurus::builtin().terms());
    for (const std::string* term : finder.find(tokens)) {
      document->add_term(*term);
      report_terms_.insert(report_term(*term));
    }
  }

  // The short forms of this passage whose usual meaning would mislead.
  std::vector<std::string> add_acronyms(const std::vector<Token>& tokens, StoredPassage* stored,
                                        Xapian::Document* document) {
    std::vector<std::string> misleading;
    for (const Definition& definition : definitions_) {
      bool uses_short = std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
        return token.capitals && is_form_of(token, definition.short_term);
      });
      if (uses_short) {
        std::string meaning = meaning_term(definition.long_form);
        document->add_term(meaning);
        report_terms_.insert(report_term(meaning));
        stored->acronyms.emplace_back(definition.short_form, definition.long_form);
        if (definition.misleading) misleading.push_back(definition.short_term);
      } else if (!definition.misleading && contains_sequence(tokens, definition.long_terms)) {
        WordRoot* root = word_of_(definition.short_term).root;
        if (root->stem.empty()) continue;  // a stopword stands only for itself
        use(root);
        document->add_boolean_term(term_with(kImpliedStemPrefix, root->stem));
      }
    }
    return misleading;
  }

  static void add_compounds(const std::vector<Token>& tokens, Xapian::Document* document) {
    for (size_t i = 0; i < tokens.size(); ++i) {
      if (!tokens[i].joined) continue;
      // The parts stand in front of the joined form.
      std::string parts;
      for (size_t j = i; j-- > 0 && tokens[j].begin >= tokens[i].begin;)
        parts = parts.empty() ? tokens[j].term : tokens[j].term + " " + parts;
      document->add_boolean_term(prefixed_term(kCompoundPrefix, tokens[i].term));
      document->add_boolean_term(prefixed_term(kCompoundPrefix, tokens[i].term + ":" + parts));
    }
  }

  const std::vector<Definition>& definitions_;
  size_t report_;
  std::function<IndexedWord&(const std::string&)> word_of_;
  bool with_positions_;
  std::vector<WordRoot*> used_;  // by the passage at hand
  std::unordered_set<std::string> report_terms_;
};

std::vector<std::string> section_terms(const Passage& passage) {
  std::set<SectionKind> kinds = {passage.section_kind};
  if (passage.section_kind != SectionKind::kRecommendations &&
      passage.section_kind != SectionKind::kBoilerplate)
    for (SectionKind kind : section_kinds(passage.section)) kinds.insert(kind);
  std::vector<std::string> terms;
  for (SectionKind kind : kinds)
    terms.push_back(prefixed_term(kSectionPrefix, section_kind_name(kind)));
  return terms;
}

bool same_section(const Passage& a, const Passage& b) {
  return a.section_kind == b.section_kind && a.section == b.section;
}

}  // namespace

IndexedWord& DocumentBuilder::word(const std::string& term) {
  auto [it, added] = words_.try_emplace(term);
  if (added) {
    std::string stem = is_stopword(term) ? "" : stemmer_(term);
    std::string found_by = stem.empty() ? term : term_with(kStemPrefix, stem);
    WordRoot& root = roots_[found_by];
    root.term = std::move(found_by);
    root.stem = std::move(stem);
    it->second.root = &root;
  }
  return it->second;
}

void DocumentBuilder::build(const Report& report, PassageWriter* passages,
                            const std::function<void(const Xapian::Document&)>& take) {
  std::vector<std::string> filters = filter_terms(report);
  std::vector<Definition> definitions = definitions_of(report);
  SlotValues values = sort_values(report);
  PassageIndexer indexer(
      definitions, ++reports_,
      [this](const std::string& term) -> IndexedWord& { return word(term); }, with_positions_);
  std::vector<std::string> sections;
  const Passage* before = nullptr;
  for (const Passage& passage : report.passages) {
    Xapian::Document document;
    StoredPassage stored{report.id, passage, {}};
    bool ranked = passage.section_kind != SectionKind::kBoilerplate;
    if (ranked) indexer.index(&stored, &document);
    passages->put(encode_passage(stored), &document);
    for (const std::string& term : filters) document.add_boolean_term(term);
    document.add_boolean_term(std::string(kPassageTerm));
    if (before == nullptr || !same_section(*before, passage)) sections = section_terms(passage);
    before = &passage;
    for (const std::string& term : sections) document.add_boolean_term(term);
    document.add_boolean_term(prefixed_term(kFindingPrefix, finding_name(passage.finding)));
    for (const auto& [slot, value] : values) document.add_value(slot, value);
    take(document);
  }
  Xapian::Document document;
  ReportRecord record = encode_report(report);
  document.add_value(kReportFieldsSlot, record.fields);
  document.set_data(record.evidence);
  for (const std::string& term : filters) document.add_boolean_term(term);
  document.add_boolean_term(std::string(kReportTerm));
  for (const std::string& term : indexer.report_terms()) document.add_boolean_term(term);
  for (const Field& field : fields())
    document.add_value(field.slot, joined_lines(field_values(field, report.metadata)));
  for (const auto& [slot, value] : values) document.add_value(slot, value);
  for (const auto& [slot, value] : order_keys(report)) document.add_value(slot, value);
  take(document);
}

}  // namespace ofsearch
