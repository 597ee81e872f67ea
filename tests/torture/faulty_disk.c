// A disk that fails, for one program and the processes it starts: LD_PRELOAD this library.
//
//   FAULT_UNDER=FOLDER      the faults below hit files in this folder only
//   FAULT_FULL_AFTER=BYTES  the disk is full after so many bytes: from then on writing, and making
//                           files, gives ENOSPC
//   FAULT_EIO_AT=N          the Nth reading, writing or syncing call gives EIO, once
//   FAULT_READ_ONLY=1       whatever would change something gives EROFS
//   FAULT_DOCUMENT=INODE    reading this file gives EIO; it may lie anywhere
//
// The counts are shared by all processes that the program forks.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

struct counts {
  atomic_long bytes, calls;
};
static struct counts* counts;
static const char* under;
static long full_after = -1, eio_at = -1;
static ino_t document;
static bool read_only;

static long number(const char* name, long otherwise) {
  const char* text = getenv(name);
  return text == NULL ? otherwise : atol(text);
}

__attribute__((constructor)) static void set_up(void) {
  counts = mmap(NULL, sizeof *counts, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  under = getenv("FAULT_UNDER");
  full_after = number("FAULT_FULL_AFTER", -1);
  eio_at = number("FAULT_EIO_AT", -1);
  document = (ino_t)number("FAULT_DOCUMENT", 0);
  read_only = number("FAULT_READ_ONLY", 0) != 0;
}

#define REAL(function) ((__typeof__(&function))dlsym(RTLD_NEXT, #function))

static int refuse(int number) {
  errno = number;
  return -1;
}

static bool path_is_hit(const char* path) {
  return under != NULL && strncmp(path, under, strlen(under)) == 0;
}

static bool is_hit(int fd) {
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t size = readlink(link, path, sizeof path - 1);
  if (size <= 0) return false;
  path[size] = '\0';
  return path_is_hit(path);
}

// The error that this call is to give; 0: none.
static int fault_of_call(int fd) {
  if (!is_hit(fd)) return 0;
  return atomic_fetch_add(&counts->calls, 1) + 1 == eio_at ? EIO : 0;
}

static int fault_of_reading(int fd) {
  struct stat status;
  if (document != 0 && fstat(fd, &status) == 0 && status.st_ino == document) return EIO;
  return fault_of_call(fd);
}

static int fault_of_writing(int fd, size_t size) {
  int fault = fault_of_call(fd);
  if (fault != 0 || full_after < 0 || !is_hit(fd)) return fault;
  return atomic_fetch_add(&counts->bytes, (long)size) + (long)size > full_after ? ENOSPC : 0;
}

static int fault_of_change(const char* path) {
  if (!path_is_hit(path)) return 0;
  if (read_only) return EROFS;
  return full_after >= 0 && atomic_load(&counts->bytes) > full_after ? ENOSPC : 0;
}

// ---- Reading, writing, syncing ------------------------------------------------------------------

ssize_t read(int fd, void* data, size_t size) {
  int fault = fault_of_reading(fd);
  return fault != 0 ? refuse(fault) : REAL(read)(fd, data, size);
}

ssize_t pread(int fd, void* data, size_t size, off_t at) {
  int fault = fault_of_reading(fd);
  return fault != 0 ? refuse(fault) : REAL(pread)(fd, data, size, at);
}

ssize_t pread64(int fd, void* data, size_t size, off64_t at) {
  int fault = fault_of_reading(fd);
  return fault != 0 ? refuse(fault) : REAL(pread64)(fd, data, size, at);
}

ssize_t write(int fd, const void* data, size_t size) {
  int fault = fault_of_writing(fd, size);
  return fault != 0 ? refuse(fault) : REAL(write)(fd, data, size);
}

ssize_t writev(int fd, const struct iovec* parts, int count) {
  size_t size = 0;
  for (int i = 0; i < count; ++i) size += parts[i].iov_len;
  int fault = fault_of_writing(fd, size);
  return fault != 0 ? refuse(fault) : REAL(writev)(fd, parts, count);
}

ssize_t pwrite(int fd, const void* data, size_t size, off_t at) {
  int fault = fault_of_writing(fd, size);
  return fault != 0 ? refuse(fault) : REAL(pwrite)(fd, data, size, at);
}

ssize_t pwrite64(int fd, const void* data, size_t size, off64_t at) {
  int fault = fault_of_writing(fd, size);
  return fault != 0 ? refuse(fault) : REAL(pwrite64)(fd, data, size, at);
}

ssize_t sendfile(int to, int from, off_t* at, size_t size) {
  int fault = fault_of_writing(to, size);
  return fault != 0 ? refuse(fault) : REAL(sendfile)(to, from, at, size);
}

ssize_t sendfile64(int to, int from, off64_t* at, size_t size) {
  int fault = fault_of_writing(to, size);
  return fault != 0 ? refuse(fault) : REAL(sendfile64)(to, from, at, size);
}

ssize_t copy_file_range(int from, off64_t* from_at, int to, off64_t* to_at, size_t size,
                        unsigned flags) {
  int fault = fault_of_writing(to, size);
  return fault != 0 ? refuse(fault) : REAL(copy_file_range)(from, from_at, to, to_at, size, flags);
}

int fsync(int fd) {
  int fault = fault_of_writing(fd, 0);
  return fault != 0 ? refuse(fault) : REAL(fsync)(fd);
}

int fdatasync(int fd) {
  int fault = fault_of_writing(fd, 0);
  return fault != 0 ? refuse(fault) : REAL(fdatasync)(fd);
}

// ---- Making, naming, removing -------------------------------------------------------------------

static int open_any(int (*real)(const char*, int, ...), const char* path, int flags, mode_t mode) {
  bool changes = (flags & (O_CREAT | O_TRUNC)) != 0 || (flags & O_ACCMODE) != O_RDONLY;
  int fault = changes ? fault_of_change(path) : 0;
  return fault != 0 ? refuse(fault) : real(path, flags, mode);
}

static mode_t mode_of(int flags, va_list arguments) {
  return (flags & (O_CREAT | O_TMPFILE)) != 0 ? (mode_t)va_arg(arguments, int) : 0;
}

int open(const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  mode_t mode = mode_of(flags, arguments);
  va_end(arguments);
  return open_any(REAL(open), path, flags, mode);
}

int open64(const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  mode_t mode = mode_of(flags, arguments);
  va_end(arguments);
  return open_any(REAL(open64), path, flags, mode);
}

FILE* fopen64(const char* path, const char* mode) {
  int fault = mode[0] == 'r' ? 0 : fault_of_change(path);
  if (fault == 0) return REAL(fopen64)(path, mode);
  errno = fault;
  return NULL;
}

int mkdir(const char* path, mode_t mode) {
  int fault = fault_of_change(path);
  return fault != 0 ? refuse(fault) : REAL(mkdir)(path, mode);
}

int rename(const char* from, const char* to) {
  int fault = read_only ? fault_of_change(to) : 0;
  return fault != 0 ? refuse(fault) : REAL(rename)(from, to);
}

int link(const char* from, const char* to) {
  int fault = fault_of_change(to);
  return fault != 0 ? refuse(fault) : REAL(link)(from, to);
}

int unlink(const char* path) {
  int fault = read_only ? fault_of_change(path) : 0;
  return fault != 0 ? refuse(fault) : REAL(unlink)(path);
}
