#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <cerrno>
#include <set>
#include <system_error>

#include "furat/updating.hpp"
#include "index/file_table.hpp"
#include "index/files.hpp"
#include "index/generation.hpp"
#include "indexer/update/guarded.hpp"

namespace furat {
namespace {

namespace fs = std::filesystem;

/// Tells when anything below some folders changes.
class FolderWatch {
 public:
  FolderWatch() : inotify_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
    if (!inotify_.is_open()) fail("watch for changes");
  }

  /// Watches every folder below `root`, again after new ones appeared. A file is watched through
  /// its folder.
  void watch(const fs::path& root) {
    std::error_code error;
    if (!fs::is_directory(root, error)) return add(root.parent_path());
    add(root);
    fs::recursive_directory_iterator it(root, fs::directory_options::skip_permission_denied, error);
    for (const fs::recursive_directory_iterator end; !error && it != end; it.increment(error)) {
      if (it->path().filename().string().starts_with('.'))
        it.disable_recursion_pending();
      else if (!it->is_symlink(error) && it->is_directory(error))
        add(it->path());
    }
  }

  /// Waits up to `time`; true if something changed.
  bool wait(std::chrono::milliseconds time) {
    pollfd ready{inotify_.get(), POLLIN, 0};
    if (::poll(&ready, 1, static_cast<int>(time.count())) <= 0) return false;
    char events[4096];
    bool any = false;
    while (::read(inotify_.get(), events, sizeof events) > 0) any = true;
    return any;
  }

 private:
  void add(const fs::path& folder) {
    constexpr std::uint32_t kChanges = IN_CREATE | IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO |
                                       IN_DELETE | IN_DELETE_SELF | IN_ATTRIB;
    const fs::path path = folder.empty() ? fs::path(".") : folder;
    if (::inotify_add_watch(inotify_.get(), path.c_str(), kChanges) >= 0) return;
    if (errno == ENOSPC)
      throw IndexError(IndexError::Kind::io, path.string(),
                       "cannot watch " + path.string() +
                           ": too many folders; raise fs.inotify.max_user_watches");
    if (errno != ENOENT && errno != EACCES) fail("watch " + path.string());
  }

  [[noreturn]] static void fail(const std::string& action) {
    const std::error_code error(errno, std::generic_category());
    throw IndexError(index::kind_of_failure(error), "",
                     "cannot " + action + ": " + error.message());
  }

  index::FileDescriptor inotify_;
};

std::vector<fs::path> roots_of(const fs::path& index) {
  const index::OpenGeneration generation(index);
  std::vector<fs::path> roots;
  for (const auto& input : index::read_file_table(generation.path()).inputs)
    if (index::is_on_disk(input)) roots.push_back((index / input.path).lexically_normal());
  return roots;
}

bool is_cancelled(const UpdateOptions& options) { return options.cancelled && options.cancelled(); }

/// Until nothing has changed for a while.
void wait_for_quiet(FolderWatch& watch, std::chrono::milliseconds quiet,
                    const UpdateOptions& options) {
  while (!is_cancelled(options) && watch.wait(quiet)) {
  }
}

}  // namespace

void watch_index(const UpdateOptions& options, std::chrono::milliseconds quiet,
                 const std::function<void(const UpdateReport&)>& sink) {
  constexpr auto kPatience = std::chrono::milliseconds(200);
  indexer::guarded(options.index, [&] {
    FolderWatch watch;
    for (bool changed = true; !is_cancelled(options);) {
      if (changed) {
        // First the watches, then the look: what appears in between is seen by both.
        for (const auto& root : roots_of(options.index)) watch.watch(root);
        sink(update_index(options));
      }
      changed = watch.wait(kPatience);
      if (changed) wait_for_quiet(watch, quiet, options);
    }
  });
}

}  // namespace furat
