#include "indexer/readers/pdf/pdf_catalog.h"

#include <mupdf/pdf.h>

#include <string_view>

namespace ofsearch {
namespace {

constexpr int kMostFiles = 100;

// MuPDF reports errors with setjmp; no C++ object with a destructor may live between fz_try and the
// call that throws. So names are gathered in plain memory.
struct Found {
  int portfolio = 0, xfa = 0, files = 0;
  char names[kMostFiles][256] = {};
};

void copy_name(const char* name, char* to, size_t size) {
  size_t i = 0;
  for (; name[i] != '\0' && i + 1 < size; ++i) to[i] = name[i];
  to[i] = '\0';
}

void look(fz_context* context, pdf_document* pdf, Found* found) {
  pdf_obj* root = pdf_dict_get(context, pdf_trailer(context, pdf), PDF_NAME(Root));
  found->portfolio = pdf_is_dict(context, pdf_dict_gets(context, root, "Collection"));
  pdf_obj* form = pdf_dict_get(context, root, PDF_NAME(AcroForm));
  found->xfa = pdf_dict_gets(context, form, "XFA") != nullptr ? 1 : 0;
  pdf_obj* tree = pdf_load_name_tree(context, pdf, PDF_NAME(EmbeddedFiles));
  int count = pdf_dict_len(context, tree);
  for (int i = 0; i < count && i < kMostFiles; ++i) {
    pdf_obj* file = pdf_dict_get_val(context, tree, i);
    pdf_obj* name = pdf_dict_get(context, file, PDF_NAME(UF));
    if (name == nullptr) name = pdf_dict_get(context, file, PDF_NAME(F));
    copy_name(pdf_to_text_string(context, name), found->names[found->files], 256);
    ++found->files;
  }
  pdf_drop_obj(context, tree);
}

}  // namespace

PdfCatalog read_catalog(fz_context* context, fz_document* document) {
  PdfCatalog catalog;
  static thread_local Found found;
  found = {};
  pdf_document* pdf = pdf_document_from_fz_document(context, document);
  if (pdf == nullptr) return catalog;
  fz_try(context) {
    look(context, pdf, &found);
  }
  fz_catch(context) {}
  catalog.is_portfolio = found.portfolio != 0;
  catalog.is_xfa = found.xfa != 0;
  for (int i = 0; i < found.files; ++i) catalog.attached.emplace_back(found.names[i]);
  return catalog;
}

}  // namespace ofsearch
