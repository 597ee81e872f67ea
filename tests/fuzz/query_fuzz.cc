// A query as typed to its tree, and the tree back to a readable line.
#include "common/text/code_points.h"
#include "searcher/query/query_parser.h"
#include "tests/fuzz/target.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace ofsearch;
  std::string_view text = fuzz::as_text(data, size);
  ParsedQuery query = parse_query(text);
  fuzz::require(query.root.kind == QueryNode::Kind::kBag, "the root is a bag");
  fuzz::require(!is_utf8(text) || is_utf8(describe(query.root)), "UTF-8 in, UTF-8 out");
  fuzz::require(parse_query(text).root == query.root, "a query means the same twice");
  return 0;
}
