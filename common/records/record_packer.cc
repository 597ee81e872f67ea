#include "common/records/record_packer.h"

#define ZSTD_STATIC_LINKING_ONLY  // for a dictionary that is not copied
#include <zdict.h>
#include <zstd.h>

#include <algorithm>
#include <map>
#include <new>
#include <utility>

namespace ofsearch {
namespace {

// Higher levels take a multiple of the time for a tenth of the room.
constexpr int kLevel = 1;
constexpr size_t kLeastSamples = 64 << 10;
// Each process that searches reads it.
constexpr size_t kLargestDictionary = 32 << 10;
constexpr size_t kSamplesPerDictionary = 8;
// A passage has no more; who finds a longer one in an index has found damage.
constexpr unsigned long long kLongestRecord = 64 << 20;

template <auto Free>
struct Deleter {
  template <typename T>
  void operator()(T* pointer) const {
    Free(pointer);
  }
};

// A context. There is none only if memory is missing.
template <typename Context>
Context* present(Context* context) {
  if (context == nullptr) throw std::bad_alloc();
  return context;
}

}  // namespace

std::string learn_dictionary(const std::vector<std::string>& samples) {
  std::string all;
  std::vector<size_t> sizes;
  for (const std::string& sample : samples) {
    if (all.size() >= kMostSamples) break;
    all += sample;
    sizes.push_back(sample.size());
  }
  if (all.size() < kLeastSamples) return {};
  std::string dictionary(std::min(kLargestDictionary, all.size() / kSamplesPerDictionary), '\0');
  size_t size = ZDICT_trainFromBuffer(dictionary.data(), dictionary.size(), all.data(),
                                      sizes.data(), static_cast<unsigned>(sizes.size()));
  // Samples that have nothing in common: then without.
  dictionary.resize(ZDICT_isError(size) != 0 ? 0 : size);
  return dictionary;
}

bool is_dictionary(const std::string& dictionary) {
  if (ZDICT_getDictID(dictionary.data(), dictionary.size()) == 0) return false;
  std::unique_ptr<ZSTD_CDict, Deleter<ZSTD_freeCDict>> digest(
      ZSTD_createCDict(dictionary.data(), dictionary.size(), kLevel));
  return digest != nullptr;
}

struct RecordPacker::State {
  std::string dictionary;
  std::unique_ptr<ZSTD_CCtx, Deleter<ZSTD_freeCCtx>> context{present(ZSTD_createCCtx())};
  std::string room;
};

RecordPacker::RecordPacker(std::string dictionary) : state_(std::make_unique<State>()) {
  State& state = *state_;
  state.dictionary = std::move(dictionary);
  ZSTD_CCtx_setParameter(state.context.get(), ZSTD_c_compressionLevel, kLevel);
  ZSTD_CCtx_setParameter(state.context.get(), ZSTD_c_checksumFlag, 1);
  if (!state.dictionary.empty())
    ZSTD_CCtx_loadDictionary(state.context.get(), state.dictionary.data(), state.dictionary.size());
}

RecordPacker::~RecordPacker() = default;
RecordPacker::RecordPacker(RecordPacker&&) noexcept = default;
RecordPacker& RecordPacker::operator=(RecordPacker&&) noexcept = default;

const std::string& RecordPacker::dictionary() const {
  return state_->dictionary;
}

uint32_t RecordPacker::dictionary_id() const {
  return ZDICT_getDictID(state_->dictionary.data(), state_->dictionary.size());
}

std::string RecordPacker::pack(std::string_view record) {
  std::string& room = state_->room;
  room.resize(std::max(room.size(), ZSTD_compressBound(record.size())));
  size_t size =
      ZSTD_compress2(state_->context.get(), room.data(), room.size(), record.data(), record.size());
  // The room is large enough, the parameters and the dictionary are right: only memory can be
  // short.
  if (ZSTD_isError(size) != 0) throw std::bad_alloc();
  return room.substr(0, size);
}

struct RecordUnpacker::State {
  struct Dictionary {
    std::string content;
    std::unique_ptr<ZSTD_DDict, Deleter<ZSTD_freeDDict>> digest;  // refers to `content`
  };

  std::function<std::string(uint32_t)> find_dictionary;
  std::map<uint32_t, Dictionary> dictionaries;
  std::unique_ptr<ZSTD_DCtx, Deleter<ZSTD_freeDCtx>> context{present(ZSTD_createDCtx())};

  // nullptr: not known.
  const ZSTD_DDict* dictionary(uint32_t id) {
    if (auto it = dictionaries.find(id); it != dictionaries.end()) return it->second.digest.get();
    std::string content = find_dictionary(id);  // may throw, and is then asked again
    Dictionary& known = dictionaries[id];
    known.content = std::move(content);
    if (!known.content.empty())
      known.digest.reset(ZSTD_createDDict_byReference(known.content.data(), known.content.size()));
    return known.digest.get();
  }
};

RecordUnpacker::RecordUnpacker(std::function<std::string(uint32_t id)> find_dictionary)
    : state_(std::make_unique<State>()) {
  state_->find_dictionary = std::move(find_dictionary);
}

RecordUnpacker::~RecordUnpacker() = default;
RecordUnpacker::RecordUnpacker(RecordUnpacker&&) noexcept = default;
RecordUnpacker& RecordUnpacker::operator=(RecordUnpacker&&) noexcept = default;

std::optional<std::string> RecordUnpacker::unpack(std::string_view packed) {
  unsigned long long size = ZSTD_getFrameContentSize(packed.data(), packed.size());
  // Both of zstd's words for "not known" are larger.
  if (size > kLongestRecord) return std::nullopt;
  std::string record(size, '\0');
  ZSTD_DCtx* context = state_->context.get();
  size_t got = 0;
  if (uint32_t id = ZSTD_getDictID_fromFrame(packed.data(), packed.size()); id == 0) {
    got = ZSTD_decompressDCtx(context, record.data(), size, packed.data(), packed.size());
  } else {
    const ZSTD_DDict* dictionary = state_->dictionary(id);
    if (dictionary == nullptr) return std::nullopt;
    got = ZSTD_decompress_usingDDict(context, record.data(), size, packed.data(), packed.size(),
                                     dictionary);
  }
  if (ZSTD_isError(got) != 0 || got != size) return std::nullopt;
  return record;
}

}  // namespace ofsearch
