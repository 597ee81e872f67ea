#include "tests/support/tiny_pdf.h"

#include <fmt/format.h>

namespace ofsearch::test {
namespace {

constexpr double kHeight = 842;

// Object numbers: 1 catalog, 2 page tree, 3 and 4 fonts, 5 information, 6 encryption, then one
// for each page and after them one for each content.
constexpr size_t kFirstPage = 7;

std::string content_of(const PdfPage& page) {
  std::string out;
  for (const PdfText& text : page)
    out += fmt::format("BT /{} {} Tf 1 0 0 1 {} {} Tm ({}) Tj ET\n", text.bold ? "F2" : "F1",
                       text.size, text.x, kHeight - text.y, text.text);
  return fmt::format("<< /Length {} >>\nstream\n{}\nendstream", out.size() + 1, out);
}

class Writer {
 public:
  void object(const std::string& content) {
    offsets_.push_back(out_.size());
    out_ += fmt::format("{} 0 obj\n{}\nendobj\n", offsets_.size(), content);
  }

  std::string finish(const std::string& trailer) {
    size_t start = out_.size();
    out_ += fmt::format("xref\n0 {}\n0000000000 65535 f \n", offsets_.size() + 1);
    for (size_t offset : offsets_) out_ += fmt::format("{:010} 00000 n \n", offset);
    out_ += fmt::format("trailer\n<< /Size {} /Root 1 0 R /Info 5 0 R{} >>\nstartxref\n{}\n%%EOF\n",
                        offsets_.size() + 1, trailer, start);
    return std::move(out_);
  }

 private:
  std::string out_ = "%PDF-1.4\n";
  std::vector<size_t> offsets_;
};

}  // namespace

std::string make_pdf(const std::vector<PdfPage>& pages, const PdfOptions& options) {
  Writer writer;
  std::string kids;
  for (size_t i = 0; i < pages.size(); ++i) kids += fmt::format("{} 0 R ", kFirstPage + i);
  writer.object("<< /Type /Catalog /Pages 2 0 R >>");
  writer.object(fmt::format("<< /Type /Pages /Count {} /Kids [ {}] >>", pages.size(), kids));
  writer.object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
  writer.object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>");
  writer.object(fmt::format("<< /Title ({}) >>", options.title));
  std::string key(32, 'k');
  writer.object(fmt::format("<< /Filter /Standard /V 1 /R 2 /P -4 /O ({}) /U ({}) >>", key, key));
  for (size_t i = 0; i < pages.size(); ++i)
    writer.object(
        fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 {}] /Contents {} 0 R"
                    " /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>",
                    kHeight, kFirstPage + pages.size() + i));
  for (const PdfPage& page : pages) writer.object(content_of(page));
  return writer.finish(options.encrypted ? " /Encrypt 6 0 R /ID [ (a) (a) ]" : "");
}

}  // namespace ofsearch::test
