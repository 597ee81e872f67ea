// Declares the schema of the index: term prefixes, value slots, metadata keys and its version. The
// fields that can be filtered and counted are in fields.h. Other code uses these names only.
//
// The index holds two kinds of document, both carrying the filter terms of their report:
//   passage  the stems of its words; its words with positions and wdf 0, so that only stems and
//            stopwords, which have no stem, have weight; the report id, by which matches are
//            collapsed; its record as a packed value (passage_store.h). Boilerplate has only
//            its words, so that quotes find it and nothing else does.
//   report   the stems, phrases and meanings of all its passages under kReportStemPrefix; a value
//            slot a field, one for all facets (facet_values.h) and one for all that a result shows;
//            the evidence as data (report_record.h).
// The documents of a report have consecutive ids: its passages in order, then the report.
#pragma once

#include "common/index/fields.h"
#include "common/report/report.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ofsearch {

// The version that is written into every index. A program opens only indexes of its own version.
inline constexpr int kSchemaVersion = 15;

// ---- Term prefixes (those of fields are in their table) ----------------------------
inline constexpr std::string_view kStemPrefix = "Z";        // stem of a word of a passage
inline constexpr std::string_view kReportStemPrefix = "R";  // stem in any passage of a report
// An acronym (in search form) whose meaning in its report is not the usual one. It takes the place
// of the stem.
inline constexpr std::string_view kOtherMeaningPrefix = "XM";
// Stem of an acronym that is implied: the passage has its long form, as the report defines it.
inline constexpr std::string_view kImpliedStemPrefix = "XV";
inline constexpr std::string_view kReportIdPrefix = "XID";  // on a report and its passages
inline constexpr std::string_view kMeaningPrefix = "XL";  // long form of an acronym of the passage
// A hyphenated compound: "XH:multiagency", and with its parts "XH:multiagency:multi agency".
inline constexpr std::string_view kCompoundPrefix = "XH";
inline constexpr std::string_view kPhrasePrefix = "XP";  // a phrase of the field, on passages
// A finding's sign follows it: see told_term().
inline constexpr std::string_view kToldPrefix = "XU";
inline constexpr std::string_view kReportTerm = "XDREPORT";    // every report document
inline constexpr std::string_view kPassageTerm = "XDPASSAGE";  // every passage document

// ---- Value slots ---------------------------------------------------------------------------
inline constexpr unsigned kReportIdSlot = 0;  // report id; the collapse key of passages
inline constexpr unsigned kDateSlot = 1;      // YYYYMMDD of inspection end, else published, else
                                              // "YYYY"; empty if none is known
inline constexpr unsigned kIndexedSlot = 3;   // when the report entered the index, ISO 8601 UTC
// The sort keys of lists, on report documents: see order_keys(). Each order has one value, since a
// server sorts by one value only. There are no ties, since their order would depend on the shards.
inline constexpr unsigned kAuthorityOrderSlot = 2;
inline constexpr unsigned kNewestOrderSlot = 4;
inline constexpr unsigned kOldestOrderSlot = 5;
inline constexpr unsigned kRecordSlot = 6;  // on passages: the packed record, see passage_store.h
inline constexpr unsigned kReportFieldsSlot = 7;  // on reports: see report_record.h

// ---- Metadata keys of the index ------------------------------------------------------------
inline constexpr std::string_view kVersionKey = "ofsearch_schema_version";
// marked_phrases_version() when the index was written: which phrases it marks.
inline constexpr std::string_view kPhrasesKey = "ofsearch_phrases";
// A number follows it: a dictionary with which records of passages are packed.
inline constexpr std::string_view kDictionaryKeyPrefix = "ofsearch_dictionary_";

// ---- Terms and keys ---------------------------------------------------------------------------
// The prefix and a word or stem. Words have no capitals, so that no colon is needed between.
std::string term_with(std::string_view prefix, std::string_view word);

// Returns PREFIX:key, cut to 245 bytes, the longest term of Xapian.
std::string prefixed_term(std::string_view prefix, std::string_view key);

// Returns the term on passages in which an acronym means `long_form`.
std::string meaning_term(std::string_view long_form);

// Returns the term on passages whose sentences with `term`, a stem or phrase, surely find `finding`
// (strength or weakness) though the passage as a whole does not.
std::string told_term(Finding finding, std::string_view term);

// Returns the term on a report document for a term of its passages (a stem, phrase or meaning).
std::string report_term(std::string_view passage_term);

// Returns the value of kDateSlot.
std::string date_key(const Metadata& metadata);

// Returns the sort keys of a report, as slot and value, for lists by authority (then newest first),
// newest first and oldest first. All sort ascending; reports without a date come last; no two are
// equal.
std::vector<std::pair<unsigned, std::string>> order_keys(const Report& report);

}  // namespace ofsearch
