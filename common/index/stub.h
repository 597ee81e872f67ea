// Reads the file that says where an index lies (kStubName): a line a database.
#pragma once

#include "common/index/index.h"
#include "common/system/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace ofsearch {

// Returns the shards that `text`, read from the file `stub`, names: "auto FOLDER" (or "glass
// FOLDER") below the folder of the stub, "remote HOST:PORT"; empty lines and those with "#" name
// none. `index` is the path as the user knows it, for messages. Errors: kIndexDamaged,
// "<stub>:<line>: <what>" for the first line that is neither, names a folder elsewhere or stands
// there twice; and where no line names a database.
Result<std::vector<Shard>> parse_stub(const std::string& text, const std::filesystem::path& stub,
                                      const std::filesystem::path& index);

}  // namespace ofsearch
