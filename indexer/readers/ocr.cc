#include "indexer/readers/ocr.h"

#include "common/files/file.h"
#include "common/text/characters.h"
#include "common/text/text.h"

#include <dlfcn.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <string>
#include <utility>

namespace ofsearch {
namespace {

// The part of Tesseract's interface for C (capi.h of version 5) that is used here.
struct TessBaseAPI;
struct TessResultIterator;
struct TessPageIterator;
enum Level { kParagraph = 1, kTextLine = 2, kWord = 3 };  // RIL_PARA, ...
constexpr int kDefaultEngine = 3;                         // OEM_DEFAULT
constexpr int kByLayout = 3;                              // PSM_AUTO
constexpr const char* kLibrary = "libtesseract.so.5";

// The places where distributions keep the model of English.
constexpr std::array kModels = {"/usr/share/tesseract-ocr/5/tessdata/eng.traineddata",
                                "/usr/share/tessdata/eng.traineddata",
                                "/usr/share/tesseract/tessdata/eng.traineddata"};
constexpr size_t kLargestModel = 64u << 20;

std::optional<std::string> english_model() {
  std::vector<std::string> places(kModels.begin(), kModels.end());
  if (const char* prefix = std::getenv("TESSDATA_PREFIX"))
    places = {std::string(prefix) + "/eng.traineddata"};
  for (const std::string& place : places)
    if (auto model = read_file(place, kLargestModel)) return std::move(*model);
  return std::nullopt;
}

Error not_installed(const char* what) {
  return {ErrorCode::kUsage, std::string("--ocr needs Tesseract, whose ") + what + " is not here",
          "install it (Debian: apt install tesseract-ocr), or say --no-ocr"};
}

// One word of the picture, as it was seen.
struct Word {
  std::string text;
  Line place;  // box, size, block; no text
  bool begins_line = false, begins_paragraph = false;
  double confidence = 0;  // per cent
};

// A date or number with a wrong digit reads as well as the right one.
std::string without_doubtful_digits(const Word& word) {
  constexpr double kSure = 75;  // per cent
  constexpr const char* kUnreadable = "\uFFFD";
  if (word.confidence >= kSure) return word.text;
  std::string out;
  for (char c : word.text) {
    if (is_ascii_digit(c))
      out += kUnreadable;
    else
      out += c;
  }
  return out;
}

// Sizes are measured and differ from line to line by a little: what is near the size of most of the
// page is of that size.
void even_sizes(std::vector<Line>* lines) {
  constexpr double kNear = 0.09;
  std::vector<double> sizes;
  for (const Line& line : *lines) sizes.insert(sizes.end(), line.text.size(), line.font_size);
  if (sizes.empty()) return;
  auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
  std::nth_element(sizes.begin(), middle, sizes.end());
  const double usual = *middle;
  for (Line& line : *lines)
    if (std::abs(line.font_size - usual) <= kNear * usual) line.font_size = usual;
}

// Tesseract knows no bullets: it takes them for a letter or a sign that no line begins with.
bool is_bullet(const std::string& word) {
  static constexpr std::string_view kTakenFor[] = {"e", "m", "o",  "@",  "m@", "m™", "™",
                                                   "¢", "*", "=",  "»",  "«",  "®",  "©",
                                                   "§", "•", "e@", "@e", "mw", "um"};
  return std::find(std::begin(kTakenFor), std::end(kTakenFor), word) != std::end(kTakenFor);
}

bool follows(const Line& line, const Word& word) {
  constexpr double kWidestSpace = 1.6;  // of the size of the letters
  return !word.begins_line && word.place.x0 - line.x1 < kWidestSpace * line.font_size;
}

std::vector<Line> lines_of(const std::vector<Word>& words) {
  std::vector<Line> lines;
  int block = 0;
  for (const Word& word : words) {
    if (word.begins_paragraph) ++block;
    std::string text = display_form(without_doubtful_digits(word));
    if (text.empty()) continue;
    if (lines.empty() || !follows(lines.back(), word)) {
      lines.push_back(word.place);
      lines.back().text = word.begins_line && is_bullet(text) ? "•" : std::move(text);
      lines.back().block = block;
      continue;
    }
    Line& line = lines.back();
    line.text += " " + text;
    line.x1 = std::max(line.x1, word.place.x1);
    line.y0 = std::min(line.y0, word.place.y0);
    line.y1 = std::max(line.y1, word.place.y1);
  }
  even_sizes(&lines);
  return lines;
}

}  // namespace

struct Ocr::Library {
  std::string model;
  TessBaseAPI* (*create)() = nullptr;
  void (*destroy)(TessBaseAPI*) = nullptr;
  int (*init)(TessBaseAPI*, const char*, int, const char*, int, char**, int, char**, char**, size_t,
              int) = nullptr;
  void (*set_mode)(TessBaseAPI*, int) = nullptr;
  void (*set_image)(TessBaseAPI*, const unsigned char*, int, int, int, int) = nullptr;
  void (*set_resolution)(TessBaseAPI*, int) = nullptr;
  int (*recognize)(TessBaseAPI*, void*) = nullptr;
  TessResultIterator* (*iterator)(TessBaseAPI*) = nullptr;
  void (*drop_iterator)(TessResultIterator*) = nullptr;
  TessPageIterator* (*page_iterator)(TessResultIterator*) = nullptr;
  int (*next)(TessResultIterator*, int) = nullptr;
  char* (*text)(const TessResultIterator*, int) = nullptr;
  void (*drop_text)(const char*) = nullptr;
  float (*confidence)(const TessResultIterator*, int) = nullptr;
  const char* (*font)(const TessResultIterator*, int*, int*, int*, int*, int*, int*, int*,
                      int*) = nullptr;
  int (*box)(const TessPageIterator*, int, int*, int*, int*, int*) = nullptr;
  int (*begins)(const TessPageIterator*, int) = nullptr;

  bool load() {
    void* library = ::dlopen(kLibrary, RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) return false;
    bool all = true;
    const auto find = [&](const char* name, auto* function) {
      *reinterpret_cast<void**>(function) = ::dlsym(library, name);
      all = all && *function != nullptr;
    };
    find("TessBaseAPICreate", &create);
    find("TessBaseAPIDelete", &destroy);
    find("TessBaseAPIInit5", &init);
    find("TessBaseAPISetPageSegMode", &set_mode);
    find("TessBaseAPISetImage", &set_image);
    find("TessBaseAPISetSourceResolution", &set_resolution);
    find("TessBaseAPIRecognize", &recognize);
    find("TessBaseAPIGetIterator", &iterator);
    find("TessResultIteratorDelete", &drop_iterator);
    find("TessResultIteratorGetPageIterator", &page_iterator);
    find("TessResultIteratorNext", &next);
    find("TessResultIteratorGetUTF8Text", &text);
    find("TessDeleteText", &drop_text);
    find("TessResultIteratorConfidence", &confidence);
    find("TessResultIteratorWordFontAttributes", &font);
    find("TessPageIteratorBoundingBox", &box);
    find("TessPageIteratorIsAtBeginningOf", &begins);
    return all;
  }

  std::optional<Word> word_at(TessResultIterator* at, double points) const {
    const TessPageIterator* place = page_iterator(at);
    int left = 0, top = 0, right = 0, bottom = 0, ignore = 0, size = 0;
    if (box(place, kWord, &left, &top, &right, &bottom) == 0) return std::nullopt;
    const std::unique_ptr<char, void (*)(const char*)> letters(text(at, kWord), drop_text);
    if (!letters) return std::nullopt;
    font(at, &ignore, &ignore, &ignore, &ignore, &ignore, &ignore, &size, &ignore);
    Word word;
    word.text = letters.get();
    word.place.x0 = left * points;
    word.place.y0 = top * points;
    word.place.x1 = right * points;
    word.place.y1 = bottom * points;
    word.place.font_size = size > 0 ? size : word.place.y1 - word.place.y0;
    word.begins_line = begins(place, kTextLine) != 0;
    word.begins_paragraph = begins(place, kParagraph) != 0;
    word.confidence = confidence(at, kWord);
    return word;
  }
};

Ocr::Ocr(std::unique_ptr<Library> library) : library_(std::move(library)) {}
Ocr::~Ocr() = default;

Result<const Ocr*> Ocr::load() {
  static std::unique_ptr<const Ocr> loaded;
  if (loaded) return loaded.get();
  // Its threads would have to be started where no process may start any; documents are read side by
  // side anyway.
  ::setenv("OMP_THREAD_LIMIT", "1", 1);
  auto library = std::make_unique<Library>();
  if (!library->load()) return not_installed("library (libtesseract.so.5)");
  std::optional<std::string> model = english_model();
  if (!model) return not_installed("model of English (eng.traineddata)");
  library->model = std::move(*model);
  loaded.reset(new Ocr(std::move(library)));
  return loaded.get();
}

// Begun anew for each picture: it learns words from what it has read.
std::vector<Line> Ocr::read(const GreyPicture& picture) const {
  constexpr double kPointsPerInch = 72;
  const Library& of = *library_;
  const std::unique_ptr<TessBaseAPI, void (*)(TessBaseAPI*)> tesseract(of.create(), of.destroy);
  if (of.init(tesseract.get(), of.model.data(), static_cast<int>(of.model.size()), "eng",
              kDefaultEngine, nullptr, 0, nullptr, nullptr, 0, 0) != 0)
    return {};
  of.set_mode(tesseract.get(), kByLayout);
  of.set_image(tesseract.get(), picture.samples, picture.width, picture.height, 1, picture.stride);
  of.set_resolution(tesseract.get(),
                    static_cast<int>(std::lround(kPointsPerInch / picture.points)));
  if (of.recognize(tesseract.get(), nullptr) != 0) return {};
  const std::unique_ptr<TessResultIterator, void (*)(TessResultIterator*)> at(
      of.iterator(tesseract.get()), of.drop_iterator);
  std::vector<Word> words;
  if (at) do {
      if (auto word = of.word_at(at.get(), picture.points)) words.push_back(std::move(*word));
    } while (of.next(at.get(), kWord) != 0);
  return lines_of(words);
}

}  // namespace ofsearch
