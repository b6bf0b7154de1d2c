#include "indexer/readers/isolation/read_worker.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <csignal>
#include <new>
#include <string>

#include "indexer/readers/isolation/read_stream.hpp"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define FURAT_UNDER_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || \
    __has_feature(memory_sanitizer)
#define FURAT_UNDER_SANITIZER 1
#endif
#endif

namespace furat::indexer {
namespace {

#ifdef FURAT_UNDER_SANITIZER
constexpr bool kLimitMemory = false;
#else
constexpr bool kLimitMemory = true;
#endif

// A reader may need a font map or a code table, not more.
constexpr rlim_t kOpenFiles = 64;

// Stack for the handler below when the ordinary one is what ran out.
alignas(16) std::array<char, 64 * 1024> handler_stack;

/// A library in C that gets no memory calls abort() or goes on with a null pointer. Whether memory
/// is what is missing shows when one asks for some more.
void tell_out_of_memory(int signal) {
  constexpr std::size_t kSome = std::size_t{64} << 20U;
  void* more = ::mmap(nullptr, kSome, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (more == MAP_FAILED) ::_exit(kExitOutOfMemory);
  ::signal(signal, SIG_DFL);
  ::raise(signal);
}

void watch_for_lack_of_memory() {
  stack_t stack{};
  stack.ss_sp = handler_stack.data();
  stack.ss_size = handler_stack.size();
  ::sigaltstack(&stack, nullptr);
  struct sigaction action {};
  action.sa_handler = tell_out_of_memory;
  // Not deferred: the signal raised again in the handler must end the process at once.
  action.sa_flags = SA_ONSTACK | SA_NODEFER;
  for (const int signal : {SIGSEGV, SIGBUS, SIGABRT}) ::sigaction(signal, &action, nullptr);
}

void limit(__rlimit_resource resource, rlim_t soft, rlim_t hard) {
  rlimit wanted{};
  if (::getrlimit(resource, &wanted) != 0) return;
  wanted.rlim_max = std::min(wanted.rlim_max, hard);
  wanted.rlim_cur = std::min(soft, wanted.rlim_max);
  ::setrlimit(resource, &wanted);
}

/// Bytes of address space of this process; 0 if the system does not say.
std::uint64_t address_space() {
  const Descriptor file(::open("/proc/self/statm", O_RDONLY | O_CLOEXEC));
  std::array<char, 64> text{};
  const auto size = file ? read_some(file.number(), text) : 0;
  std::uint64_t pages = 0;
  if (size > 0) std::from_chars(text.data(), text.data() + size, pages);
  return pages * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

void limit_process(const ReadRequest& request) {
  const rlim_t seconds = (request.milliseconds + 999) / 1000;
  limit(RLIMIT_CPU, seconds, seconds + 1);
  limit(RLIMIT_CORE, 0, 0);
  limit(RLIMIT_FSIZE, 0, 0);
  limit(RLIMIT_NOFILE, kOpenFiles, kOpenFiles);
  ::signal(SIGXFSZ, SIG_IGN);  // a library that would keep a cache on the disk does without
  if (!kLimitMemory) return;
  const rlim_t space = address_space() + request.memory;
  limit(RLIMIT_AS, space, space);
  watch_for_lack_of_memory();
}

/// The file's bytes and name as they lie in the memory file.
class MappedFile {
 public:
  MappedFile(const Descriptor& file, std::size_t size) : size_(size) {
    if (size == 0) return;
    void* mapped = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number(), 0);
    if (mapped == MAP_FAILED) ::_exit(kExitOutOfMemory);
    data_ = static_cast<const char*>(mapped);
  }
  [[nodiscard]] std::string_view part(std::size_t begin, std::size_t size) const {
    return std::string_view(data_, size_).substr(begin, size);
  }

 private:
  const char* data_ = "";
  std::size_t size_;
};

/// Writes what has gathered. Who asked may have gone; then there is nothing left to do.
void flush(int output, std::string& bytes) {
  if (!write_all(output, bytes)) ::_exit(1);
  bytes.clear();
}

std::string without_controls(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return text;
}

void read_to(const ReadRequest& request, const MappedFile& mapped, int output) {
  std::string out;
  const ReadSink sink{[&](Article&& article) {
                        append_article(out, article);
                        flush(output, out);
                      },
                      [&](ReadProblem&& problem) {
                        append_problem(out, problem);
                        flush(output, out);
                      }};
  request.read(mapped.part(request.bytes_size, request.name_size),
               mapped.part(0, request.bytes_size), sink);
  append_end(out);
  flush(output, out);
}

}  // namespace

void run_read_worker(const ReadRequest& request, Descriptor file, Descriptor output) {
  // The file counts as what the process has when it begins.
  const MappedFile mapped(file, request.bytes_size + request.name_size);
  limit_process(request);
  try {
    read_to(request, mapped, output.number());
  } catch (const std::bad_alloc&) {
    ::_exit(kExitOutOfMemory);
  } catch (const std::exception& error) {
    std::string out;
    append_failure(out, without_controls(error.what()));
    flush(output.number(), out);
  } catch (...) {
    std::string out;
    append_failure(out, {});
    flush(output.number(), out);
  }
  // No destructors and no exit handlers: those belong to the process this one is a copy of. Past
  // _exit() too, where the thread sanitizer misses threads that this copy never had.
  ::syscall(SYS_exit_group, 0);
  ::_exit(0);
}

}  // namespace furat::indexer
