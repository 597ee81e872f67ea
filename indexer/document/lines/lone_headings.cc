#include "indexer/document/lines/lone_headings.h"

#include <algorithm>

namespace ofsearch {
namespace {

constexpr size_t kMany = 4;  // headings in a row

using Place = std::vector<Paragraph>::iterator;

bool is_heading(const Paragraph& paragraph) {
  return paragraph.kind == ParagraphKind::kHeading;
}

void make_text(Place begin, Place end) {
  for (Place at = begin; at < end; ++at) {
    at->kind = ParagraphKind::kText;
    at->heading_level = 0;
  }
}

}  // namespace

void unmake_lone_headings(std::vector<Paragraph>* paragraphs) {
  const Place all_end = paragraphs->end();
  Place at = std::find_if_not(paragraphs->begin(), all_end, is_heading);
  while (at != all_end) {
    Place begin = std::find_if(at, all_end, is_heading);
    Place end = std::find_if_not(begin, all_end, is_heading);
    const auto count = static_cast<size_t>(end - begin);
    // The first of several heads the others.
    if (end == all_end)
      make_text(count > 1 ? begin + 1 : begin, end);
    else if (count >= kMany)
      make_text(begin + 1, end - 1);
    at = end;
  }
}

}  // namespace ofsearch
