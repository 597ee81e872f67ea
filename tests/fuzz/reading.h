// What must hold of a document and of what is made from it, whatever bytes it came from.
#pragma once

#include "common/report/report.h"
#include "common/system/result.h"
#include "indexer/readers/reader.h"

#include <vector>

namespace ofsearch::fuzz {

// Small enough that an input that reaches a limit does not slow the fuzzer down.
ReaderLimits small_limits();

// A reader's answer: text in UTF-8, heading levels from 0 to 6, an error that says something.
void check_source(const Result<ReaderOutput>& document);

// The stages behind the readers: passages in UTF-8, numbered from 1, on pages that exist.
struct Parsed {
  CleanDocument document;
  std::vector<Section> sections;
  std::vector<Passage> passages;
};
Parsed parse(SourceDocument document);

}  // namespace ofsearch::fuzz
