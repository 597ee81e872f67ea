#include "searcher/drawing/drawing_room.h"

#include "common/system/hash.h"
#include "searcher/drawing/drawing_messages.h"
#include "searcher/web/pages/picture_store.h"
#include "tests/support/catch.h"
#include "tests/support/tiny_pdf.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <future>
#include <random>
#include <string>
#include <thread>
#include <vector>

namespace ofsearch {
namespace {

const std::string kPassage = "Leaders know the quality of practice in the service well";

std::string two_pages() {
  return test::make_pdf({{{72, 100, kPassage, 12, false}, {72, 300, "Something else", 12, false}},
                         {{72, 100, "The second page", 12, false}}});
}

// A file without a name that holds `bytes`.
struct File {
  explicit File(const std::string& bytes) : fd(::memfd_create("document", MFD_CLOEXEC)) {
    REQUIRE(::write(fd, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
  }
  ~File() { ::close(fd); }
  int fd;
};

PictureRequest request_for(const std::string& pdf, int page, const std::string& passage = "") {
  PictureRequest request;
  request.sha256 = sha256_hex(pdf);
  request.page = page;
  request.passage = passage;
  return request;
}

// As the kernel lists them.
std::vector<pid_t> children_of(pid_t parent) {
  const std::string id = std::to_string(parent);
  std::vector<pid_t> children;
  for (const auto& task : std::filesystem::directory_iterator("/proc/" + id + "/task")) {
    std::ifstream list(task.path() / "children");
    for (pid_t child = 0; list >> child;) children.push_back(child);
  }
  return children;
}

// What waits for the next page: the only child of `keeper`, once the one that drew is gone.
pid_t waiting_child(pid_t keeper) {
  std::vector<pid_t> before;
  for (int i = 0; i < 50; ++i) {
    const std::vector<pid_t> now = children_of(keeper);
    if (now.size() == 1 && now == before) return now.front();
    before = now;
    std::this_thread::sleep_for(std::chrono::milliseconds(400));
  }
  FAIL("nothing waits to draw the next page");
  return -1;
}

}  // namespace

TEST_CASE("a page is drawn with its passage framed where it is printed, and not elsewhere") {
  std::string pdf = two_pages();
  auto plain = draw_page(pdf, request_for(pdf, 1));
  auto framed = draw_page(pdf, request_for(pdf, 1, kPassage));
  auto elsewhere = draw_page(pdf, request_for(pdf, 2, kPassage));
  REQUIRE(plain);
  REQUIRE(framed);
  REQUIRE(elsewhere);
  CHECK_FALSE(plain->framed);
  CHECK(framed->framed);
  CHECK_FALSE(elsewhere->framed);
  CHECK(plain->frame_top == 0);
  CHECK(framed->frame_top > 0);
  CHECK(framed->frame_top < framed->height);
  CHECK(framed->png != plain->png);
  CHECK(framed->pages == 2);
  CHECK(framed->width > 900);
  CHECK(framed->height > framed->width);
  PictureRequest marked = request_for(pdf, 1, kPassage);
  marked.marks = {{0, 7}};
  CHECK(draw_page(pdf, marked)->png != framed->png);
}

TEST_CASE("drawing says what cannot be drawn") {
  std::string pdf = two_pages();
  CHECK(draw_page(pdf, request_for(pdf, 3)).error().code == ErrorCode::kNotFound);
  CHECK(draw_page(pdf, request_for(pdf, 0)).error().code == ErrorCode::kNotFound);
  CHECK(draw_page("no PDF", request_for("no PDF", 1)).error().code == ErrorCode::kUnreadable);
  std::string locked = test::make_pdf({{{72, 100, "secret", 12, false}}}, {"", true});
  CHECK(draw_page(locked, request_for(locked, 1)).error().code == ErrorCode::kUnreadable);
}

TEST_CASE("the room draws in a process of its own, one document after the other") {
  auto room = DrawingRoom::open();
  REQUIRE(room);
  std::string pdf = two_pages();
  File file(pdf);
  for (int i = 0; i < 3; ++i) {
    auto picture = room->draw(file.fd, request_for(pdf, 1, kPassage));
    REQUIRE(picture);
    CHECK(picture->framed);
    CHECK(picture->png == draw_page(pdf, request_for(pdf, 1, kPassage))->png);
  }
  CHECK(room->draw(file.fd, request_for(pdf, 9)).error().code == ErrorCode::kNotFound);
  CHECK(room->draw(file.fd, request_for("another", 1)).error().message.find("changed") !=
        std::string::npos);
  CHECK(room->draw(-1, request_for(pdf, 1)).error().code == ErrorCode::kUnreadable);
  CHECK(room->draw(file.fd, request_for(pdf, 2)));
}

TEST_CASE("a page is drawn though what draws it was killed, but not over and over") {
  const std::vector<pid_t> before = children_of(::getpid());  // of other tests
  auto room = DrawingRoom::open();
  REQUIRE(room);
  const std::string pdf = two_pages();
  File file(pdf);
  REQUIRE(room->draw(file.fd, request_for(pdf, 1)));
  std::vector<pid_t> keepers = children_of(::getpid());
  std::erase_if(keepers,
                [&](pid_t child) { return std::ranges::find(before, child) != before.end(); });
  REQUIRE(keepers.size() == 1);
  // It is stopped so that it has the page, but has not drawn it, when it is killed.
  const pid_t first = waiting_child(keepers.front());
  REQUIRE(::kill(first, SIGSTOP) == 0);
  auto drawn =
      std::async(std::launch::async, [&] { return room->draw(file.fd, request_for(pdf, 2)); });
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
  ::kill(first, SIGKILL);
  CHECK(drawn.get());

  const pid_t second = waiting_child(keepers.front());
  REQUIRE(::kill(second, SIGSTOP) == 0);
  drawn = std::async(std::launch::async, [&] { return room->draw(file.fd, request_for(pdf, 2)); });
  std::this_thread::sleep_for(std::chrono::milliseconds(1300));  // too late for another try
  ::kill(second, SIGKILL);
  const auto killed = drawn.get();
  REQUIRE_FALSE(killed);
  CHECK(killed.error().code == ErrorCode::kRefused);
  CHECK(room->draw(file.fd, request_for(pdf, 2)));
}

TEST_CASE("what comes back from drawing is a picture or an error, whatever its bytes") {
  std::mt19937 random(std::random_device{}());
  std::string good = encode_picture(Picture{"\x89PNG\r\n\x1a\nrest", 10, 20, 3, true});
  CHECK(decode_picture(good)->height == 20);
  for (int i = 0; i < 2000; ++i) {
    std::string bytes = good.substr(0, random() % (good.size() + 1));
    if (!bytes.empty()) bytes[random() % bytes.size()] = static_cast<char>(random());
    auto picture = decode_picture(bytes);
    if (picture) CHECK(picture->width > 0);
  }
}

TEST_CASE("the store draws a picture once and keeps the latest within its bound") {
  int drawn = 0;
  web::PictureStore store(
      [&](int, const PictureRequest& request) -> Result<Picture> {
        ++drawn;
        if (request.page == 99) return Error{ErrorCode::kNotFound, "no page", ""};
        return Picture{std::string(100, 'x'), 1, 1, 9, false};
      },
      250);
  auto ask = [&](int page) { return store.get(-1, request_for("a", page)); };
  CHECK(ask(1));
  CHECK(ask(1));
  CHECK(drawn == 1);
  CHECK(ask(2));
  CHECK(ask(1));
  CHECK(ask(3));  // drops 2, which was asked for longest ago
  CHECK(drawn == 3);
  CHECK(ask(1));
  CHECK(drawn == 3);
  CHECK(ask(2));
  CHECK(drawn == 4);
  CHECK_FALSE(ask(99));
  CHECK_FALSE(ask(99));
  CHECK(drawn == 6);
}

}  // namespace ofsearch
