#include "common/process/sandbox.h"

#include "tests/support/catch.h"
#include "tests/support/in_child.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <thread>

using namespace ofsearch;

namespace {

using Groups = std::vector<Calls>;

const Groups kReader = {Calls::kOpenDescriptors, Calls::kMessages};

bool refused(long result) {
  return result == -1 && errno == EPERM;
}

void* map(int protection, int flags) {
  return ::mmap(nullptr, 1 << 20, protection, flags | MAP_ANONYMOUS, -1, 0);
}

}  // namespace

// With arguments that do nothing: without rules, most of them fail otherwise.
TEST_CASE("a confined process is refused every call that names a file, a process or an address") {
  static constexpr struct {
    const char* what;
    long number;
  } kCases[] = {
      {"open", SYS_openat},
      {"open with rules", SYS_openat2},
      {"ask after a file", SYS_newfstatat},
      {"ask more after a file", SYS_statx},
      {"remove", SYS_unlinkat},
      {"rename", SYS_renameat2},
      {"make a folder", SYS_mkdirat},
      {"make a link", SYS_symlinkat},
      {"give another name", SYS_linkat},
      {"change rights", SYS_fchmodat},
      {"change an open file's rights", SYS_fchmod},
      {"change times", SYS_utimensat},
      {"shorten", SYS_truncate},
      {"shorten an open file", SYS_ftruncate},
      {"list a folder", SYS_getdents64},
      {"go to a folder", SYS_chdir},
      {"follow a link", SYS_readlinkat},
      {"watch", SYS_inotify_init1},
      {"file in memory", SYS_memfd_create},
      {"copy a descriptor", SYS_dup},
      {"control a descriptor", SYS_fcntl},
      {"control a device", SYS_ioctl},
      {"make a socket", SYS_socket},
      {"connect", SYS_connect},
      {"listen", SYS_bind},
      {"accept", SYS_accept4},
      {"pair of sockets", SYS_socketpair},
      {"queue of calls", SYS_io_uring_setup},
      {"signal to a process", SYS_kill},
      {"signal to a thread", SYS_tkill},
      {"queued signal", SYS_rt_sigqueueinfo},
      {"descriptor of a process", SYS_pidfd_open},
      {"limits of a process", SYS_prlimit64},
      {"memory of a process", SYS_process_vm_readv},
      {"trace a process", SYS_ptrace},
      {"start a process", SYS_clone},
      {"start a program", SYS_execveat},
      {"session of its own", SYS_setsid},
      {"rights of its own", SYS_prctl},
      {"shared memory", SYS_shmget},
      {"user faults", SYS_userfaultfd},
      {"programs in the kernel", SYS_bpf},
  };
  for (const auto& row : kCases) {
    INFO(row.what);
    test::in_child([&] {
      if (!enter_sandbox(kReader)) return false;
      return refused(::syscall(row.number, 0, 0, 0, 0, 0, 0));
    });
  }
}

TEST_CASE("a confined process signals nobody but itself") {
  pid_t parent = ::getpid();
  test::in_child([&] {
    if (!enter_sandbox(kReader)) return false;
    return refused(::syscall(SYS_tgkill, parent, parent, 0)) &&
           refused(::syscall(SYS_kill, parent, 0)) &&
           ::syscall(SYS_tgkill, ::getpid(), ::gettid(), 0) == 0;
  });
}

TEST_CASE("a confined process has private memory, without code, and no other") {
  test::in_child([] {
    if (!enter_sandbox(kReader)) return false;
    void* own = map(PROT_READ | PROT_WRITE, MAP_PRIVATE);
    if (own == MAP_FAILED) return false;
    constexpr int kBoth = PROT_READ | PROT_WRITE;
    return map(kBoth, MAP_SHARED) == MAP_FAILED && map(kBoth, MAP_SHARED_VALIDATE) == MAP_FAILED &&
           map(kBoth, MAP_PRIVATE | MAP_GROWSDOWN) == MAP_FAILED &&
           map(PROT_READ | PROT_EXEC, MAP_PRIVATE) == MAP_FAILED &&
           refused(::mprotect(own, 4096, PROT_READ | PROT_EXEC)) &&
           ::mprotect(own, 4096, PROT_READ) == 0;
  });
}

TEST_CASE("a confined process reads the descriptors that it has") {
  int file = ::open("/etc/passwd", O_RDONLY | O_CLOEXEC);
  REQUIRE(file >= 0);
  test::in_child([&] {
    if (!enter_sandbox(kReader)) return false;
    char byte = 0;
    struct stat status {};
    return ::read(file, &byte, 1) == 1 && ::syscall(SYS_fstat, file, &status) == 0 &&
           status.st_size > 0 && ::close(file) == 0;
  });
  ::close(file);
}

TEST_CASE("a process that may read files may not write, make or remove any") {
  test::in_child([] {
    if (!enter_sandbox({Calls::kOpenDescriptors, Calls::kReadFiles})) return false;
    int file = ::open("/etc/passwd", O_RDONLY | O_CLOEXEC);
    return file >= 0 && refused(::open("/etc/passwd", O_RDWR)) &&
           refused(::open("/etc/passwd", O_WRONLY)) &&
           refused(::open("/tmp/of-sandbox", O_RDONLY | O_CREAT, 0600)) &&
           refused(::open("/tmp", O_TMPFILE | O_RDWR, 0600)) &&
           refused(::open("/etc/passwd", O_RDONLY | O_TRUNC)) && refused(::unlink("/tmp/none")) &&
           refused(::mkdir("/tmp/none", 0700)) && refused(::socket(AF_INET, SOCK_STREAM, 0));
  });
}

// The thread sanitizer asks for more when a thread starts.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
TEST_CASE("a process that may start threads starts no process") {
  test::in_child([] {
    if (!enter_sandbox({Calls::kThreads})) return false;
    int done = 0;
    std::thread([&] { done = 1; }).join();
    return done == 1 && refused(::fork());
  });
  test::in_child([] {
    if (!enter_sandbox(kReader)) return false;
    try {
      std::thread([] {}).join();
    } catch (const std::system_error&) {
      return true;
    }
    return false;
  });
}
#endif

TEST_CASE("a process that may accept connections makes none") {
  int listening = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  REQUIRE(::bind(listening, reinterpret_cast<sockaddr*>(&address), size) == 0);
  REQUIRE(::listen(listening, 1) == 0);
  REQUIRE(::getsockname(listening, reinterpret_cast<sockaddr*>(&address), &size) == 0);
  int caller = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  REQUIRE(::connect(caller, reinterpret_cast<sockaddr*>(&address), size) == 0);
  test::in_child([&] {
    if (!enter_sandbox(
            {Calls::kOpenDescriptors, Calls::kMessages, Calls::kWaiting, Calls::kAccept}))
      return false;
    pollfd waiting{listening, POLLIN, 0};
    int answered = ::poll(&waiting, 1, 5000) == 1 ? ::accept(listening, nullptr, nullptr) : -1;
    return answered >= 0 && ::send(answered, "x", 1, 0) == 1 &&
           refused(::socket(AF_INET, SOCK_STREAM, 0)) &&
           refused(::connect(caller, reinterpret_cast<sockaddr*>(&address), size)) &&
           refused(::open("/etc/passwd", O_RDONLY));
  });
  ::close(caller);
  ::close(listening);
}
