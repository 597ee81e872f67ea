#include "indexer/readers/pdf/mupdf.h"

#include <mupdf/pdf.h>

#include <cstdlib>
#include <new>

namespace ofsearch {
namespace {

constexpr size_t kStoreBytes = 32u << 20;  // MuPDF's cache of fonts and images

// MuPDF's warnings, by a part of their wording.
struct Warning {
  std::string_view wording;
  bool Trouble::*tells;
};
constexpr Warning kWarnings[] = {
    {"ignoring rest of page", &Trouble::cut_short},
    {"treating as end of file", &Trouble::cut_short},
    {"premature end of data", &Trouble::cut_short},
    {"cannot load content stream", &Trouble::cut_short},
    {"zlib error", &Trouble::wrong_checksum},
    {"syntax error", &Trouble::wrong_syntax},
    {"unknown keyword", &Trouble::wrong_syntax},
};

void note_message(void* trouble, const char* message) {
  for (const Warning& warning : kWarnings)
    if (std::string_view(message).find(warning.wording) != std::string_view::npos)
      static_cast<Trouble*>(trouble)->*warning.tells = true;
}

// MuPDF may try again after it has emptied its cache; but whether every caller of its own does is
// not to be known, so that one refusal is one too many.
void* allocate(void* trouble, size_t size) {
  void* memory = std::malloc(size);
  if (memory == nullptr) static_cast<Trouble*>(trouble)->out_of_memory = true;
  return memory;
}

void* reallocate(void* trouble, void* old, size_t size) {
  void* memory = std::realloc(old, size);
  if (memory == nullptr && size > 0) static_cast<Trouble*>(trouble)->out_of_memory = true;
  return memory;
}

void release(void*, void* memory) {
  std::free(memory);
}

}  // namespace

MupdfDocument::MupdfDocument(std::string_view bytes, const char* type) {
  fz_alloc_context memory = {&trouble_, allocate, reallocate, release};
  context_.reset(fz_new_context(&memory, nullptr, kStoreBytes));
  if (!context_) throw std::bad_alloc();
  fz_set_warning_callback(context_.get(), note_message, &trouble_);
  fz_set_error_callback(context_.get(), note_message, &trouble_);
  open(bytes, type);
}

MupdfDocument::~MupdfDocument() {
  fz_drop_document(context(), document_);
  fz_drop_stream(context(), stream_);
}

void MupdfDocument::open(std::string_view bytes, const char* type) {
  fz_context* context = context_.get();
  fz_try(context) {
    fz_register_document_handlers(context);
    stream_ =
        fz_open_memory(context, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    document_ = fz_open_document_with_stream(context, type, stream_);
    // Many files are encrypted with an empty user password, which only restricts editing.
    encrypted_ = fz_needs_password(context, document_) != 0 &&
                 fz_authenticate_password(context, document_, "") == 0;
    if (!encrypted_) pages_ = fz_count_pages(context, document_);
    pdf_document* pdf = pdf_document_from_fz_document(context, document_);
    repaired_ = pdf != nullptr && pdf_was_repaired(context, pdf) != 0;
  }
  fz_catch(context) {
    pages_ = 0;
    encrypted_ = false;
  }
}

void MupdfDocument::check_memory() const {
  if (trouble_.out_of_memory) throw std::bad_alloc();
}

}  // namespace ofsearch
