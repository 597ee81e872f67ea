#include "common/process/sandbox.h"

#include "common/process/write_apart.h"
#include "common/text/lists.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <memory>
#include <optional>

namespace ofsearch {
namespace {

// One argument of a call: the bits of `mask` must be `value`.
struct Demand {
  unsigned argument;
  uint64_t mask, value;
};

struct Row {
  Calls group;
  int call;  // libseccomp's number; one that this machine does not have is passed over
  std::optional<Demand> demand = {}, other_demand = {};
};

constexpr uint64_t kWord = 0xffffffff;  // of an int argument; the upper half is not looked at

constexpr std::chrono::seconds kMost{10};  // for making the program, which takes milliseconds

// Memory that grows down is counted against no limit, memory of others cannot be private.
constexpr Demand kPrivate = {3, MAP_TYPE | MAP_GROWSDOWN, MAP_PRIVATE};
constexpr Demand kNoCode = {2, PROT_EXEC, 0};
constexpr Demand kThread = {0, CLONE_THREAD, CLONE_THREAD};
constexpr uint64_t kWritingFlags =
    O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY);

Demand own_number(unsigned argument) {
  return {argument, kWord, static_cast<uint64_t>(::getpid())};
}

Demand command(uint64_t value) {
  return {1, kWord, value};
}

std::vector<Row> rows() {
  using enum Calls;
  return {
      {kCompute, SCMP_SYS(brk)},
      {kCompute, SCMP_SYS(mmap), kPrivate, kNoCode},
      {kCompute, SCMP_SYS(mprotect), kNoCode},
      {kCompute, SCMP_SYS(munmap)},
      {kCompute, SCMP_SYS(mremap)},
      {kCompute, SCMP_SYS(madvise)},
      {kCompute, SCMP_SYS(futex)},
      {kCompute, SCMP_SYS(clock_gettime)},
      {kCompute, SCMP_SYS(clock_nanosleep)},
      {kCompute, SCMP_SYS(gettimeofday)},
      {kCompute, SCMP_SYS(getrandom)},
      {kCompute, SCMP_SYS(sched_yield)},
      {kCompute, SCMP_SYS(restart_syscall)},
      {kCompute, SCMP_SYS(rt_sigaction)},
      {kCompute, SCMP_SYS(rt_sigprocmask)},
      {kCompute, SCMP_SYS(rt_sigreturn)},
      {kCompute, SCMP_SYS(sigaltstack)},
      {kCompute, SCMP_SYS(tgkill), own_number(0)},  // abort() raises a signal
      {kCompute, SCMP_SYS(getpid)},
      {kCompute, SCMP_SYS(gettid)},
      {kCompute, SCMP_SYS(getrusage)},
      {kCompute, SCMP_SYS(sysinfo)},
      {kCompute, SCMP_SYS(uname)},
      {kCompute, SCMP_SYS(exit)},
      {kCompute, SCMP_SYS(exit_group)},

      // fstat by its own number: newfstatat, which the C library prefers, takes names as well.
      {kOpenDescriptors, SCMP_SYS(read)},
      {kOpenDescriptors, SCMP_SYS(pread64)},
      {kOpenDescriptors, SCMP_SYS(write)},
      {kOpenDescriptors, SCMP_SYS(writev)},
      {kOpenDescriptors, SCMP_SYS(lseek)},
      {kOpenDescriptors, SCMP_SYS(fstat)},
      {kOpenDescriptors, SCMP_SYS(close)},

      {kMessages, SCMP_SYS(recvmsg)},
      {kMessages, SCMP_SYS(sendmsg)},
      {kMessages, SCMP_SYS(recvfrom)},
      {kMessages, SCMP_SYS(sendto)},

      {kWaiting, SCMP_SYS(poll)},
      {kWaiting, SCMP_SYS(ppoll)},
      {kWaiting, SCMP_SYS(select)},
      {kWaiting, SCMP_SYS(pselect6)},
      {kWaiting, SCMP_SYS(epoll_ctl)},
      {kWaiting, SCMP_SYS(epoll_wait)},
      {kWaiting, SCMP_SYS(epoll_pwait)},
      {kWaiting, SCMP_SYS(timerfd_settime)},  // of a timer that is open

      {kThreads, SCMP_SYS(clone), kThread},
      {kThreads, SCMP_SYS(set_robust_list)},
      {kThreads, SCMP_SYS(rseq)},
      {kThreads, SCMP_SYS(sched_getaffinity)},

      {kTimers, SCMP_SYS(timer_create)},
      {kTimers, SCMP_SYS(timer_settime)},
      {kTimers, SCMP_SYS(timer_delete)},

      {kReadFiles, SCMP_SYS(open), Demand{1, kWritingFlags, O_RDONLY}},
      {kReadFiles, SCMP_SYS(openat), Demand{2, kWritingFlags, O_RDONLY}},
      {kReadFiles, SCMP_SYS(newfstatat)},
      {kReadFiles, SCMP_SYS(stat)},
      {kReadFiles, SCMP_SYS(lstat)},
      {kReadFiles, SCMP_SYS(statx)},
      {kReadFiles, SCMP_SYS(access)},
      {kReadFiles, SCMP_SYS(faccessat)},
      {kReadFiles, SCMP_SYS(faccessat2)},
      {kReadFiles, SCMP_SYS(readlink)},
      {kReadFiles, SCMP_SYS(readlinkat)},
      {kReadFiles, SCMP_SYS(getdents64)},
      {kReadFiles, SCMP_SYS(fadvise64)},
      {kReadFiles, SCMP_SYS(flock)},
      {kReadFiles, SCMP_SYS(fcntl), command(F_GETFL)},
      {kReadFiles, SCMP_SYS(fcntl), command(F_GETFD)},
      {kReadFiles, SCMP_SYS(fcntl), command(F_SETFD)},
      {kReadFiles, SCMP_SYS(fcntl), command(F_DUPFD_CLOEXEC)},

      {kAccept, SCMP_SYS(accept)},
      {kAccept, SCMP_SYS(accept4)},
      {kAccept, SCMP_SYS(getsockname)},
      {kAccept, SCMP_SYS(getpeername)},
      {kAccept, SCMP_SYS(getsockopt)},
      {kAccept, SCMP_SYS(setsockopt)},
      {kAccept, SCMP_SYS(shutdown)},
      {kAccept, SCMP_SYS(ioctl), command(FIONBIO)},
      {kAccept, SCMP_SYS(fcntl), command(F_GETFL)},
      {kAccept, SCMP_SYS(fcntl), command(F_SETFL)},
  };
}

using Filter = std::unique_ptr<void, void (*)(scmp_filter_ctx)>;

int add(const Filter& filter, const Row& row) {
  std::vector<scmp_arg_cmp> demands;
  for (const std::optional<Demand>& demand : {row.demand, row.other_demand})
    if (demand)
      demands.push_back({demand->argument, SCMP_CMP_MASKED_EQ, demand->mask, demand->value});
  return seccomp_rule_add_array(filter.get(), SCMP_ACT_ALLOW, row.call,
                                static_cast<unsigned>(demands.size()), demands.data());
}

std::vector<Row> rules_of(const std::vector<Calls>& groups) {
  std::vector<Row> rules = rows();
  std::erase_if(rules, [&groups](const Row& row) {
    return row.group != Calls::kCompute && !is_one_of(row.group, groups);
  });
  return rules;
}

// Writes the program to `fd`. Returns 0, or what is wrong as an errno below zero.
int write_program(const std::vector<Row>& rules, int fd) {
  Filter filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)), seccomp_release);
  if (!filter) return -ENOMEM;
  for (const Row& row : rules)
    if (int wrong = add(filter, row); wrong != 0) return wrong;
  // Its flags lie in memory, where no filter sees them; the C library then uses clone.
  if (int wrong = seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0);
      wrong != 0)
    return wrong;
  return seccomp_export_bpf(filter.get(), fd);
}

// If memory is missing, libseccomp 2.5 crashes, never comes back or makes another program. So it
// works in a child, and twice.
Result<std::vector<sock_filter>> make_program(const std::vector<Row>& rules) {
  constexpr std::string_view kWhat = "the filter of system calls";
  const std::string twice = OF_TRY(write_apart(kWhat, kMost, [&](int fd) {
    return write_program(rules, fd) == 0 && write_program(rules, fd) == 0;
  }));
  const std::string once = twice.substr(0, twice.size() / 2);
  std::vector<sock_filter> program(once.size() / sizeof(sock_filter));
  if (program.empty() || twice != once + once)
    return Error{ErrorCode::kInternal, fmt::format("{} is not always the same", kWhat), ""};
  std::memcpy(program.data(), once.data(), program.size() * sizeof(sock_filter));
  return program;
}

Result<void> load(std::vector<sock_filter> program) {
  sock_fprog whole{static_cast<unsigned short>(program.size()), program.data()};
  long loaded = ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  if (loaded == 0)
    loaded = ::syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &whole);
  if (loaded == 0) return {};
  // With TSYNC, a result above zero is a thread that has a filter of its own.
  return Error{ErrorCode::kInternal,
               fmt::format("the kernel does not confine this process: {}",
                           std::strerror(loaded < 0 ? errno : EBUSY)),
               ""};
}

}  // namespace

Result<void> enter_sandbox(const std::vector<Calls>& groups) {
  return load(OF_TRY(make_program(rules_of(groups))));
}

}  // namespace ofsearch
