// Reads what a PDF says about itself beside its pages.
#pragma once

#include <mupdf/fitz.h>

#include <string>
#include <vector>

namespace ofsearch {

struct PdfCatalog {
  bool is_portfolio = false;          // a cover with other files behind it
  bool is_xfa = false;                // a form whose pages only some programs make from XML
  std::vector<std::string> attached;  // names of files inside it, UTF-8
};

// Returns the catalog; an empty one if the document is no PDF or is damaged.
PdfCatalog read_catalog(fz_context* context, fz_document* document);

}  // namespace ofsearch
