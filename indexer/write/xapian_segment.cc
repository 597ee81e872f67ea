#include "indexer/write/xapian_segment.h"

namespace ofsearch {
namespace {

// Xapian collects what it is to write in trees, which grow out of the cache: flushed often they
// stay small. The segment is as compact as if it was written at once.
constexpr size_t kFlushDocuments = 500;

Xapian::Document xapian_document(const IndexDocument& document) {
  Xapian::Document out;
  for (const TermUse& use : document.terms) out.add_term(use.term->text, use.uses);
  for (const auto& [term, position] : document.positions) out.add_posting(term->text, position, 0);
  for (const auto& [slot, value] : document.values) out.add_value(slot, value);
  out.set_data(document.data);
  return out;
}

}  // namespace

void XapianSegment::add(const IndexDocument& document) {
  database_.add_document(xapian_document(document));
  if (++waiting_ < kFlushDocuments) return;
  database_.commit();
  waiting_ = 0;
}

Result<void> XapianSegment::finish() {
  database_.commit();
  database_.close();
  return {};
}

}  // namespace ofsearch
