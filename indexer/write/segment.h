// A new database that documents are added to, once each, in the order of their ids.
#pragma once

#include "common/system/result.h"
#include "indexer/write/index_document.h"

namespace ofsearch {

class Segment {
 public:
  Segment() = default;
  Segment(const Segment&) = delete;
  Segment& operator=(const Segment&) = delete;
  virtual ~Segment() = default;

  // The terms of all documents come from one TermTable, which lives until finish(). May throw
  // Xapian::Error.
  virtual void add(const IndexDocument& document) = 0;

  // Nothing may be added afterwards. May throw Xapian::Error.
  virtual Result<void> finish() = 0;
};

}  // namespace ofsearch
