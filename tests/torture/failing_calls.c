// The n-th call of one kind fails, in one program and the processes it starts: LD_PRELOAD this
// library.
//
//   FAIL_CALL=NAME       a name of kNames below; calls of one kind are counted together
//   FAIL_AT=N            the N-th such call fails
//   FAIL_FOREVER=1       and every one after it
//   FAIL_HOW=HOW         error (default); short: half of the bytes are read or written (of a few in
//                        a pipe all are); zero: none are, and the call says so (of writing: to
//                        regular files only, others are not counted); lost: none are written, and
//                        the call says that all were; endless: it never comes back, and uses up
//                        processor time
//   FAIL_NAME=TEXT       of reading and writing: files only whose path has TEXT
//   FAIL_ERRNO=NUMBER    the error, if not that which is usual for the kind
//   FAIL_WHO=WHO         main: in the first process only; children: in all others only
//   FAIL_COUNTER=FILE    a file of sizeof(struct shared); the number of calls so far stands there
//   FAIL_PLACES=1        nothing fails; FILE gets the first call from each place of the program, a
//                        place being the kDepth innermost callers
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>
#include <unwind.h>

enum kind {
  kMalloc, kOpen, kRead, kWrite, kSync, kRename, kUnlink, kMmap, kFork, kSend, kReceive, kWait,
  kPoll, kMkdir, kLock, kClose, kAccept, kSocket, kThread, kKinds
};
static const char* const kNames[kKinds] = {
    "malloc", "open", "read", "write", "fsync", "rename", "unlink", "mmap",
    "fork",   "send", "recv", "wait",  "poll",  "mkdir",  "flock",  "close",
    "accept", "socket", "thread"};
static const int kErrors[kKinds] = {ENOMEM, EMFILE, EIO,     EIO,        EIO,    EIO,  EACCES, ENOMEM,
                                    EAGAIN, ENOBUFS, ECONNRESET, ECHILD, ENOMEM, ENOSPC, EINTR, EIO,
                                    EMFILE, EADDRINUSE, EAGAIN};

enum { kDepth = 8, kMostPlaces = 1 << 16 };
struct shared {
  atomic_long calls;
  atomic_long places;                // how many of `first` are taken
  int64_t first[kMostPlaces];        // the number of the first call from each place
  _Atomic uint64_t seen[kMostPlaces];  // a hash table of places
};

static struct shared* shared;
static bool by_place;
static enum kind chosen = kKinds;
static long at;
static bool forever;
static int error_number;
static enum { kError, kShort, kZero, kLost, kEndless } how;
static const char* name_of_file;
static enum { kAll, kMain, kChildren } who;
static pid_t first_process;

__attribute__((constructor)) static void set_up(void) {
  const char* name = getenv("FAIL_CALL");
  const char* file = getenv("FAIL_COUNTER");
  if (name == NULL || file == NULL) return;
  int fd = (int)openat(AT_FDCWD, file, O_RDWR | O_CLOEXEC);
  if (fd < 0) return;
  void* memory = mmap(NULL, sizeof(struct shared), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  close(fd);
  if (memory == MAP_FAILED) return;
  const char* number = getenv("FAIL_AT");
  const char* way = getenv("FAIL_HOW");
  const char* where = getenv("FAIL_WHO");
  const char* errors = getenv("FAIL_ERRNO");
  at = number == NULL ? 0 : atol(number);
  forever = getenv("FAIL_FOREVER") != NULL;
  how = way == NULL ? kError : strcmp(way, "short") == 0 ? kShort : strcmp(way, "zero") == 0 ? kZero : strcmp(way, "lost") == 0 ? kLost : strcmp(way, "endless") == 0 ? kEndless : kError;
  name_of_file = getenv("FAIL_NAME");
  who = where == NULL ? kAll : strcmp(where, "main") == 0 ? kMain : strcmp(where, "children") == 0 ? kChildren : kAll;
  first_process = getpid();
  enum kind kind = 0;
  while (kind < kKinds && strcmp(kNames[kind], name) != 0) ++kind;
  error_number = errors != NULL ? atoi(errors) : kind < kKinds ? kErrors[kind] : 0;
  by_place = getenv("FAIL_PLACES") != NULL;
  shared = memory;
  chosen = kind;
}

struct frames {
  int depth;
  uint64_t hash;
};

static _Unwind_Reason_Code take_frame(struct _Unwind_Context* context, void* data) {
  struct frames* frames = data;
  frames->hash = (frames->hash ^ (uint64_t)_Unwind_GetIP(context)) * 0x100000001b3u;
  return ++frames->depth < kDepth + 3 ? _URC_NO_REASON : _URC_END_OF_STACK;  // 3 are of this file
}

// Notes the n-th call if it is the first from where it comes.
static void note_place(long n) {
  static __thread bool busy __attribute__((tls_model("initial-exec")));
  if (busy) return;  // the unwinder allocates too
  busy = true;
  struct frames frames = {0, 0xcbf29ce484222325u};
  _Unwind_Backtrace(take_frame, &frames);
  busy = false;
  uint64_t hash = frames.hash | 1;
  for (uint64_t i = 0; i < kMostPlaces; ++i) {
    _Atomic uint64_t* slot = &shared->seen[(hash + i) % kMostPlaces];
    uint64_t found = 0;
    if (atomic_compare_exchange_strong(slot, &found, hash)) {
      shared->first[atomic_fetch_add(&shared->places, 1)] = n;
      return;
    }
    if (found == hash) return;
  }
}

// Whether this call is to fail. Errno is set if so.
static bool fails(enum kind kind) {
  if (kind != chosen || shared == NULL) return false;
  if (who != kAll && (who == kMain) != (getpid() == first_process)) return false;
  long n = atomic_fetch_add(&shared->calls, 1) + 1;
  if (by_place) note_place(n);
  if (at <= 0 || n < at || (n > at && !forever)) return false;
  errno = error_number;
  return true;
}

#define REAL(function)                                                            \
  static __typeof__(&function) real;                                              \
  if (real == NULL) real = (__typeof__(&function))dlsym(RTLD_NEXT, #function);

// ---- Memory -------------------------------------------------------------------------------------

void* __libc_malloc(size_t size);
void* __libc_calloc(size_t count, size_t size);
void* __libc_realloc(void* old, size_t size);
void* __libc_memalign(size_t alignment, size_t size);

void* malloc(size_t size) {
  return fails(kMalloc) ? NULL : __libc_malloc(size);
}
void* calloc(size_t count, size_t size) {
  return fails(kMalloc) ? NULL : __libc_calloc(count, size);
}
void* realloc(void* old, size_t size) {
  return fails(kMalloc) ? NULL : __libc_realloc(old, size);
}
void* aligned_alloc(size_t alignment, size_t size) {
  return fails(kMalloc) ? NULL : __libc_memalign(alignment, size);
}

// ---- Bytes --------------------------------------------------------------------------------------

static bool is_named(int fd) {
  char link[64], path[4096];
  if (name_of_file == NULL) return true;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t size = readlink(link, path, sizeof path - 1);
  if (size <= 0) return false;
  path[size] = '\0';
  return strstr(path, name_of_file) != NULL;
}

// No kernel cuts what is at most PIPE_BUF of a pipe: a number in one piece arrives in one. (The
// signals of Boost.Asio come as such numbers; half of one would put all later ones out of step.)
static bool is_never_cut(int fd, size_t size) {
  struct stat status;
  return size <= PIPE_BUF && fstat(fd, &status) == 0 && S_ISFIFO(status.st_mode);
}

// write() of more than nothing says 0 for odd files and devices only: no kernel says it of a pipe, an
// eventfd or a socket. (The signals of Boost.Asio, and what wakes its threads, are written to such:
// a server that hears of no signal any more would be the harness's doing.)
static bool is_never_zero(enum kind kind, int fd) {
  struct stat status;
  return how == kZero && kind == kWrite && (fstat(fd, &status) != 0 || !S_ISREG(status.st_mode));
}

// No kernel refuses to add 1 to an eventfd, as Boost.Asio does once to be able to wake its thread:
// a server that never hears of an answer that is ready would be the harness's doing, too.
static bool is_never_refused(enum kind kind, int fd) {
  char name[sizeof "/proc/self/fd/" + 12], target[32];
  if (kind != kWrite || chosen != kWrite) return false;
  snprintf(name, sizeof name, "/proc/self/fd/%d", fd);
  const ssize_t length = readlink(name, target, sizeof target - 1);
  target[length > 0 ? length : 0] = '\0';
  return strcmp(target, "anon_inode:[eventfd]") == 0;
}

// A call that moves up to `size` bytes: how many are left to move of it; -1: the call fails.
static ssize_t allowance(enum kind kind, int fd, size_t size) {
  if (kind != chosen || !is_named(fd) || is_never_zero(kind, fd) || is_never_refused(kind, fd) || !fails(kind)) return (ssize_t)size;
  while (how == kEndless) atomic_thread_fence(memory_order_seq_cst);
  if (how == kShort && is_never_cut(fd, size)) return (ssize_t)size;
  return how == kZero ? 0 : how == kShort && size > 1 ? (ssize_t)(size / 2) : -1;
}

#define MOVES_BYTES(function, kind, size, parameters, ...)        \
  ssize_t function parameters {                                   \
    ssize_t left = allowance(kind, fd, size);                     \
    if (how == kLost && left < 0) return (ssize_t)size;           \
    if (left < 0 || (left == 0 && size > 0)) return left;         \
    REAL(function)                                                \
    size = (size_t)left;                                          \
    return real(__VA_ARGS__);                                     \
  }

MOVES_BYTES(read, kRead, n, (int fd, void* data, size_t n), fd, data, n)
MOVES_BYTES(pread, kRead, n, (int fd, void* data, size_t n, off_t where), fd, data, n, where)
MOVES_BYTES(pread64, kRead, n, (int fd, void* data, size_t n, off64_t where), fd, data, n, where)
MOVES_BYTES(write, kWrite, n, (int fd, const void* data, size_t n), fd, data, n)
MOVES_BYTES(pwrite, kWrite, n, (int fd, const void* data, size_t n, off_t where), fd, data, n, where)
MOVES_BYTES(pwrite64, kWrite, n, (int fd, const void* data, size_t n, off64_t where), fd, data, n, where)
MOVES_BYTES(send, kSend, n, (int fd, const void* data, size_t n, int flags), fd, data, n, flags)
MOVES_BYTES(recv, kReceive, n, (int fd, void* data, size_t n, int flags), fd, data, n, flags)

ssize_t writev(int fd, const struct iovec* parts, int count) {
  if (!is_never_zero(kWrite, fd) && fails(kWrite)) return how == kZero ? 0 : how == kShort && count > 0 ? write(fd, parts[0].iov_base, parts[0].iov_len / 2) : -1;
  REAL(writev)
  return real(fd, parts, count);
}
ssize_t sendmsg(int fd, const struct msghdr* message, int flags) {
  if (fails(kSend)) return how == kError ? -1 : 0;
  REAL(sendmsg)
  return real(fd, message, flags);
}
ssize_t recvmsg(int fd, struct msghdr* message, int flags) {
  if (fails(kReceive)) return how == kError ? -1 : 0;
  REAL(recvmsg)
  return real(fd, message, flags);
}

// ---- Files --------------------------------------------------------------------------------------

static mode_t mode_of(int flags, va_list arguments) {
  return (flags & (O_CREAT | O_TMPFILE)) != 0 ? (mode_t)va_arg(arguments, int) : 0;
}

#define OPENS(function)                            \
  int function(const char* path, int flags, ...) { \
    va_list arguments;                             \
    va_start(arguments, flags);                    \
    mode_t mode = mode_of(flags, arguments);       \
    va_end(arguments);                             \
    if (fails(kOpen)) return -1;                   \
    REAL(function)                                 \
    return real(path, flags, mode);                \
  }
OPENS(open)
OPENS(open64)

FILE* fopen(const char* path, const char* mode) {
  if (fails(kOpen)) return NULL;
  REAL(fopen)
  return real(path, mode);
}
FILE* fopen64(const char* path, const char* mode) {
  if (fails(kOpen)) return NULL;
  REAL(fopen64)
  return real(path, mode);
}

int openat(int folder, const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  mode_t mode = mode_of(flags, arguments);
  va_end(arguments);
  if (fails(kOpen)) return -1;
  REAL(openat)
  return real(folder, path, flags, mode);
}
DIR* opendir(const char* path) {
  if (fails(kOpen)) return NULL;
  REAL(opendir)
  return real(path);
}

// The standard output of C and C++, which writes by a call inside of the C library.
size_t fwrite(const void* data, size_t size, size_t count, FILE* file) {
  if (kWrite == chosen && is_named(fileno(file)) && !is_never_zero(kWrite, fileno(file)) && fails(kWrite)) {
    if (how == kLost) return count;
    if (how != kShort) return 0;
    count /= 2;
  }
  REAL(fwrite)
  return real(data, size, count, file);
}

#define SIMPLE(function, kind, parameters, ...) \
  int function parameters {                     \
    if (fails(kind)) return -1;                 \
    REAL(function)                              \
    return real(__VA_ARGS__);                   \
  }
SIMPLE(fsync, kSync, (int fd), fd)
SIMPLE(fdatasync, kSync, (int fd), fd)
SIMPLE(rename, kRename, (const char* from, const char* to), from, to)
SIMPLE(link, kRename, (const char* from, const char* to), from, to)
SIMPLE(unlink, kUnlink, (const char* path), path)
SIMPLE(remove, kUnlink, (const char* path), path)
SIMPLE(rmdir, kUnlink, (const char* path), path)
SIMPLE(unlinkat, kUnlink, (int fd, const char* path, int flags), fd, path, flags)
SIMPLE(mkdir, kMkdir, (const char* path, mode_t mode), path, mode)
SIMPLE(flock, kLock, (int fd, int operation), fd, operation)

// The descriptor is gone all the same, as close(2) says.
int close(int fd) {
  bool failed = fails(kClose);
  int number = errno;
  REAL(close)
  int result = real(fd);
  if (failed) errno = number;
  return failed ? -1 : result;
}

void* mmap(void* address, size_t size, int protection, int flags, int fd, off_t offset) {
  if (fails(kMmap)) return MAP_FAILED;
  REAL(mmap)
  return real(address, size, protection, flags, fd, offset);
}

// ---- Processes ----------------------------------------------------------------------------------

pid_t fork(void) {
  if (fails(kFork)) return -1;
  REAL(fork)
  return real();
}
SIMPLE(socketpair, kFork, (int domain, int type, int protocol, int ends[2]), domain, type, protocol, ends)
pid_t waitpid(pid_t pid, int* status, int options) {
  if (fails(kWait)) return -1;
  REAL(waitpid)
  return real(pid, status, options);
}
int poll(struct pollfd* descriptors, nfds_t count, int timeout) {
  if (fails(kPoll)) return how == kError ? -1 : 0;
  REAL(poll)
  return real(descriptors, count, timeout);
}
int epoll_wait(int epoll, struct epoll_event* events, int most, int timeout) {
  if (fails(kPoll)) return how == kError ? -1 : 0;
  REAL(epoll_wait)
  return real(epoll, events, most, timeout);
}
int pthread_create(pthread_t* thread, const pthread_attr_t* attributes, void* (*run)(void*), void* argument) {
  if (fails(kThread)) return error_number;
  REAL(pthread_create)
  return real(thread, attributes, run, argument);
}

// ---- Connections --------------------------------------------------------------------------------

SIMPLE(socket, kSocket, (int domain, int type, int protocol), domain, type, protocol)
SIMPLE(bind, kSocket, (int fd, const struct sockaddr* address, socklen_t size), fd, address, size)
SIMPLE(listen, kSocket, (int fd, int backlog), fd, backlog)
SIMPLE(accept, kAccept, (int fd, struct sockaddr* address, socklen_t* size), fd, address, size)
SIMPLE(accept4, kAccept, (int fd, struct sockaddr* address, socklen_t* size, int flags), fd, address, size, flags)
