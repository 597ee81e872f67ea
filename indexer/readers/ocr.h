// Letters off pictures of pages, by Tesseract where it is installed. Its library is loaded when it
// is asked for: nobody else needs it installed.
#pragma once

#include "common/report/report.h"
#include "common/system/result.h"

#include <memory>
#include <vector>

namespace ofsearch {

// A picture in 256 shades of grey, `stride` bytes a row.
struct GreyPicture {
  const unsigned char* samples = nullptr;
  int width = 0, height = 0, stride = 0;
  double points = 1;  // of the page (1/72 inch), a dot
};

class Ocr {
 public:
  // Loads the library and its model of English, from $TESSDATA_PREFIX, else where distributions
  // keep it; later calls give the same. To be called before worker processes are started: they may
  // open no file, and have what is loaded. Error: kUsage, with what to install.
  static Result<const Ocr*> load();
  ~Ocr();

  // Returns the lines of a picture in reading order, with boxes and sizes in points; a line is
  // parted where a gap as between columns is. A digit of a word that is doubtful is U+FFFD. Empty
  // where it sees no text. The same picture gives the same, whatever was read before.
  std::vector<Line> read(const GreyPicture& picture) const;

 private:
  struct Library;
  explicit Ocr(std::unique_ptr<Library> library);

  std::unique_ptr<Library> library_;
};

}  // namespace ofsearch
