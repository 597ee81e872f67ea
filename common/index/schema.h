// The index's vocabulary: term prefixes, value slots, metadata keys and the version of it all; with
// fields.h, the facts that can be filtered and counted. Everybody else asks here.
//
// The index holds two kinds of document, both carrying the filter terms of their report:
//   passage  the stems of its words, its words as they are with their positions, which count for
//            nothing in weights (those of stopwords, which have no stem, do), a collapse key, and
//            its text as a packed value (passage_store.h). Passages that every report repeats have
//            no text terms.
//   report   the distinct stems and words of all its passages under prefixes of their own and one
//            value slot a facet, one for all its fields, and the evidence as data
//            (report_record.h). Counting reports needs no passage.
// Those of a report lie side by side: its passages in order, then the report.
#pragma once

#include "common/index/fields.h"
#include "common/report/report.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ofsearch {

// Written into every index; a program opens only its own.
inline constexpr int kSchemaVersion = 10;

// ---- Term prefixes (those of fields are in their table) ----------------------------
inline constexpr std::string_view kStemPrefix = "Z";        // stem of a word of a passage
inline constexpr std::string_view kReportStemPrefix = "R";  // stem in any passage of a report
// Word of capitals that means something else in its report than usual, so that its stem is not
// there.
inline constexpr std::string_view kOtherMeaningPrefix = "XM";
// Stem of an acronym that the passage does not have, but what it means in this report.
inline constexpr std::string_view kImpliedStemPrefix = "XV";
inline constexpr std::string_view kReportIdPrefix = "XID";  // on a report and its passages
inline constexpr std::string_view kMeaningPrefix = "XL";    // what an acronym of the passage means
// "XH:multiagency", and with its parts "XH:multiagency:multi agency".
inline constexpr std::string_view kCompoundPrefix = "XH";
inline constexpr std::string_view kPhrasePrefix = "XP";        // a phrase of the field, on passages
inline constexpr std::string_view kReportTerm = "XDREPORT";    // every report document
inline constexpr std::string_view kPassageTerm = "XDPASSAGE";  // every passage document

// ---- Value slots ---------------------------------------------------------------------------
inline constexpr unsigned kReportIdSlot = 0;  // report id; the collapse key of passages
inline constexpr unsigned kDateSlot = 1;      // YYYYMMDD of inspection end, else published, else
                                              // "YYYY"; empty where none is known
inline constexpr unsigned kIndexedSlot = 3;   // when the report entered the index, ISO 8601 UTC
// On report documents, the orders of lists: see order_keys(). One value an order and no ties, as a
// server sorts by one value only, and ties would be broken by how the index is divided.
inline constexpr unsigned kAuthorityOrderSlot = 2;
inline constexpr unsigned kNewestOrderSlot = 4;
inline constexpr unsigned kOldestOrderSlot = 5;
inline constexpr unsigned kRecordSlot = 6;  // on passages: the packed record, see passage_store.h
inline constexpr unsigned kReportFieldsSlot = 7;  // on reports, see report_record.h
inline constexpr unsigned kFirstFacetSlot = 10;

// ---- Metadata keys of the index ------------------------------------------------------------
inline constexpr std::string_view kVersionKey = "ofsearch_schema_version";
// Which phrases are marked in the index: marked_phrases_version() when it was written.
inline constexpr std::string_view kPhrasesKey = "ofsearch_phrases";
// Followed by its number: a dictionary that records of passages are packed with.
inline constexpr std::string_view kDictionaryKeyPrefix = "ofsearch_dictionary_";

// ---- Terms and keys ---------------------------------------------------------------------------
// The prefix and a word or stem, which has no capitals and needs no colon.
std::string term_with(std::string_view prefix, std::string_view word);

// PREFIX:key, cut to what the index takes.
std::string prefixed_term(std::string_view prefix, std::string_view key);

// The term on passages in which an acronym means `long_form`.
std::string meaning_term(std::string_view long_form);

// The term by which a report is found that has a passage with the stem, phrase or meaning
// `passage_term`.
std::string report_term(std::string_view passage_term);

// The value of kDateSlot.
std::string date_key(const Metadata& metadata);

// Slots and values by which reports are listed by authority (then newest first), newest first and
// oldest first: ascending, reports without a date last, and no two reports alike.
std::vector<std::pair<unsigned, std::string>> order_keys(const Report& report);

}  // namespace ofsearch
