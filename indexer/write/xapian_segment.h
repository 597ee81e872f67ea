// A segment written by Xapian's own writer: what stock servers need, with term lists and positions.
#pragma once

#include "indexer/write/segment.h"

#include <xapian.h>

namespace ofsearch {

class XapianSegment : public Segment {
 public:
  explicit XapianSegment(Xapian::WritableDatabase database) : database_(std::move(database)) {}

  void add(const IndexDocument& document) override;
  Result<void> finish() override;

 private:
  Xapian::WritableDatabase database_;
  size_t waiting_ = 0;
};

}  // namespace ofsearch
