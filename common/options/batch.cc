#include "common/options/batch.h"

#include "common/files/file.h"

namespace ofsearch {

ExitStatus status_of(const Error& error) {
  if (error.code == ErrorCode::kUsage) return kExitUsage;
  return error.code == ErrorCode::kLocked ? kExitLocked : kExitIndex;
}

Result<void> write_run_report(const std::string& text, const std::string& file, std::ostream& out) {
  if (file.empty()) return {};
  if (file != "-") return write_file_atomically(file, text);
  out << text << std::flush;
  return {};
}

}  // namespace ofsearch
