#include "searcher/web/server/compression.h"

#include "tests/support/catch.h"

#include <zlib.h>

#include <random>
#include <string>

namespace ofsearch::web {
namespace {

HttpRequest asking_for(const std::string& encoding) {
  HttpRequest request;
  request.headers = {{"accept-encoding", encoding}};
  return request;
}

std::string unzipped(const std::string& zipped, size_t size) {
  z_stream stream{};
  REQUIRE(inflateInit2(&stream, MAX_WBITS + 16) == Z_OK);
  std::string out(size + 1, 'x'), in = zipped;
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return out;
}

HttpResponse compressed(HttpResponse response, const std::string& encoding = "gzip") {
  compress(asking_for(encoding), &response);
  return response;
}

}  // namespace

TEST_CASE("gzip goes to whom takes it") {
  for (const char* taken : {"gzip", "GZip", "deflate, gzip;q=1.0, *;q=0.5", "br,gzip", "*",
                            "x-gzip", "gzip ; q=0.2", "gzip;q=0.001", "identity;q=0, *;q=1"}) {
    CAPTURE(taken);
    CHECK(takes_gzip(taken));
  }
  for (const char* refused : {"", "identity", "br", "gzip;q=0", "gzip; q=0.000", "*;q=0", "gzipped",
                              "br, gzip;q=0, *", ",,;;", "q=1"}) {
    CAPTURE(refused);
    CHECK_FALSE(takes_gzip(refused));
  }
}

TEST_CASE("whatever the answer, it is the same when unzipped") {
  auto seed = static_cast<unsigned>(std::random_device{}());
  CAPTURE(seed);
  std::mt19937 random(seed);
  for (int round = 0; round < 60; ++round) {
    std::string body(random() % 200'000, ' ');
    const unsigned letters = 1 + random() % 256;
    for (char& c : body) c = static_cast<char>(random() % letters);
    HttpResponse answer = compressed({200, "text/html; charset=utf-8", body, {}});
    if (answer.headers.empty()) {
      CHECK(answer.body == body);
      continue;
    }
    CHECK(answer.headers.front().second == "gzip");
    CHECK(answer.body.size() < body.size());
    CHECK(unzipped(answer.body, body.size()) == body);
  }
}

TEST_CASE("small answers, pictures and files that are compressed themselves stay as they are") {
  const std::string large(100'000, 'a');
  CHECK(compressed({200, "application/json", large, {}}).body.size() < 1000);
  CHECK(compressed({200, "application/json", "{}", {}}).body == "{}");
  CHECK(compressed({200, "application/json", large, {}}, "br").body == large);
  for (const char* type : {"image/png", "image/svg+xml", "application/pdf", "",
                           "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}) {
    CAPTURE(type);
    const HttpResponse answer = compressed({200, type, large, {}});
    CHECK(answer.body == large);
    CHECK(answer.headers.empty());
  }
}

}  // namespace ofsearch::web
