// Abbreviations that people type: "mgmt", "YP", "M.A.S.H.".
#pragma once

#include "searcher/query/query_parser.h"

#include <vector>

namespace ofsearch::understanding {

// The plain words of `run` written out: "mgmt oversight" is of management, "send support" of SEND,
// "send them home" is not. Sets `found` where it changes any.
std::vector<QueryNode> write_out(std::vector<QueryNode> run, bool* found);

}  // namespace ofsearch::understanding
