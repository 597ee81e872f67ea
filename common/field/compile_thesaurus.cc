// Compiles the list of the field's words while the programs are built, so that they need not at
// each start; a mistake in the list stops the build.
// usage: compile_thesaurus LIST COMPILED
#include "common/field/thesaurus_compiler.h"
#include "common/field/thesaurus_parser.h"
#include "common/system/file.h"

#include <iostream>
#include <string>

namespace ofsearch {
namespace {

Result<void> run(const std::string& list, const std::string& compiled) {
  const std::string text = OF_TRY(read_file(list));
  const auto statements = OF_TRY(thesaurus::parse_statements(text, list));
  return write_file_atomically(compiled, OF_TRY(thesaurus::compile(statements)));
}

}  // namespace
}  // namespace ofsearch

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: compile_thesaurus LIST COMPILED\n";
    return 2;
  }
  const auto done = ofsearch::run(argv[1], argv[2]);
  if (!done) std::cerr << "compile_thesaurus: " << done.error().text() << "\n";
  return done ? 0 : 1;
}
