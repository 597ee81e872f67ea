#include "common/system/hash.h"

// The interface of before OpenSSL 3 allocates nothing, so that it cannot fail. The new one gives
// zeros, or reads address 0, where memory is missing; and ids and checksums come from here.
#define OPENSSL_SUPPRESS_DEPRECATED

#include <fmt/format.h>
#include <openssl/sha.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <vector>

namespace ofsearch {
namespace {

using Digest = std::array<unsigned char, SHA256_DIGEST_LENGTH>;

std::string finished(SHA256_CTX* hash) {
  Digest digest{};
  SHA256_Final(digest.data(), hash);
  std::string hex;
  for (unsigned char byte : digest) hex += fmt::format("{:02x}", byte);
  return hex;
}

Error unreadable(const std::filesystem::path& file, int number) {
  return {number == ENOENT ? ErrorCode::kNotFound : ErrorCode::kUnreadable,
          fmt::format("cannot read {}: {}", file.string(), std::strerror(number)), ""};
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  SHA256_CTX hash;
  SHA256_Init(&hash);
  SHA256_Update(&hash, bytes.data(), bytes.size());
  return finished(&hash);
}

Result<std::string> sha256_of_file(const std::filesystem::path& file) {
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> in(std::fopen(file.c_str(), "rbe"), std::fclose);
  if (!in) return unreadable(file, errno);
  SHA256_CTX hash;
  SHA256_Init(&hash);
  std::vector<char> room(1 << 18);
  for (size_t n = 0; (n = std::fread(room.data(), 1, room.size(), in.get())) > 0;)
    SHA256_Update(&hash, room.data(), n);
  if (std::ferror(in.get()) != 0) return unreadable(file, errno);
  return finished(&hash);
}

}  // namespace ofsearch
