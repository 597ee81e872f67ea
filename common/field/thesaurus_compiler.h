// Statements of the thesaurus to entries: what each term finds, once all that the statements say
// about it and about its synonyms is put together.
#pragma once

#include "common/field/thesaurus_parser.h"
#include "common/system/result.h"

#include <string>

namespace ofsearch::thesaurus {

// The compiled text (thesaurus_entries.h). Errors: kUsage naming the line of the first statement
// that joins opposites.
Result<std::string> compile(const Statements& statements);

}  // namespace ofsearch::thesaurus
