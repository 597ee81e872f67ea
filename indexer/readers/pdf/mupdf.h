// Holds a document that MuPDF has open, with what it holds in memory and what it met with.
#pragma once

#include <mupdf/fitz.h>

#include <memory>
#include <string_view>

namespace ofsearch {

// MuPDF reports errors with setjmp; no C++ object with a destructor may live between fz_try and
// the call that throws. Every function that calls into MuPDF therefore keeps to plain pointers.

// The faults that MuPDF passes over: it makes do with the part of a page that it could read.
struct Trouble {
  bool out_of_memory = false;
  // These are of the page that is read:
  bool cut_short = false;
  bool wrong_checksum = false, wrong_syntax = false;

  void begin_page() { cut_short = wrong_checksum = wrong_syntax = false; }
  // Tells whether the page is damaged. A checksum alone may be its writer's mistake, and a word of
  // nonsense too; both together are damage.
  bool page_is_damaged() const { return cut_short || (wrong_checksum && wrong_syntax); }
};

class MupdfDocument {
 public:
  // Opens `bytes`, which must stay, as what `type` (of MIME) says. Broken: pages() is 0. Throws
  // std::bad_alloc where memory ends.
  MupdfDocument(std::string_view bytes, const char* type);
  ~MupdfDocument();
  MupdfDocument(const MupdfDocument&) = delete;
  MupdfDocument& operator=(const MupdfDocument&) = delete;

  fz_context* context() const { return context_.get(); }
  fz_document* document() const { return document_; }
  Trouble* trouble() { return &trouble_; }
  int pages() const { return pages_; }
  bool encrypted() const { return encrypted_; }  // and needs a password
  // Tells whether the PDF's table of objects was missing or wrong and has been made anew.
  bool repaired() const { return repaired_; }

  // Ends the reading if memory ended inside MuPDF, as it does everywhere else: throws
  // std::bad_alloc.
  void check_memory() const;

 private:
  struct Drop {
    void operator()(fz_context* context) const { fz_drop_context(context); }
  };

  void open(std::string_view bytes, const char* type);

  Trouble trouble_;
  std::unique_ptr<fz_context, Drop> context_;
  fz_stream* stream_ = nullptr;
  fz_document* document_ = nullptr;
  int pages_ = 0;
  bool encrypted_ = false, repaired_ = false;
};

}  // namespace ofsearch
