#include "common/system/hash.h"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/sha.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <new>
#include <vector>

namespace ofsearch {
namespace {

using Digest = std::array<unsigned char, SHA256_DIGEST_LENGTH>;

std::string to_hex(const Digest& digest) {
  std::string hex;
  for (unsigned char byte : digest) hex += fmt::format("{:02x}", byte);
  return hex;
}

// A hash fails for want of memory only; a wrong one would be taken for damage, or for another file.
void must(bool done) {
  if (!done) throw std::bad_alloc();
}

Error unreadable(const std::filesystem::path& file, int number) {
  return {number == ENOENT ? ErrorCode::kNotFound : ErrorCode::kUnreadable,
          fmt::format("cannot read {}: {}", file.string(), std::strerror(number)), ""};
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  Digest digest{};
  must(SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data()) !=
       nullptr);
  return to_hex(digest);
}

Result<std::string> sha256_of_file(const std::filesystem::path& file) {
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> in(std::fopen(file.c_str(), "rbe"), std::fclose);
  if (!in) return unreadable(file, errno);
  std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> hash(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  must(hash && EVP_DigestInit_ex(hash.get(), EVP_sha256(), nullptr) == 1);
  std::vector<char> room(1 << 18);
  for (size_t n = 0; (n = std::fread(room.data(), 1, room.size(), in.get())) > 0;)
    must(EVP_DigestUpdate(hash.get(), room.data(), n) == 1);
  if (std::ferror(in.get()) != 0) return unreadable(file, errno);
  Digest digest{};
  must(EVP_DigestFinal_ex(hash.get(), digest.data(), nullptr) == 1);
  return to_hex(digest);
}

}  // namespace ofsearch
