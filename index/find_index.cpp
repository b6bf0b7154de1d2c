#include "furat/find_index.hpp"

#include "furat/errors.hpp"
#include "index/generation.hpp"

namespace furat {
namespace {

namespace fs = std::filesystem;

/// The nearest index folder at or above `start`; empty if there is none.
fs::path nearest_index(const fs::path& start) {
  std::error_code none;
  for (auto folder = fs::absolute(start).lexically_normal();; folder = folder.parent_path()) {
    if (fs::exists(index::current_file(folder / kIndexFolder), none)) return folder / kIndexFolder;
    if (folder == folder.parent_path()) return {};
  }
}

}  // namespace

fs::path find_index(const std::string& given, const fs::path& start,
                    const std::string& environment) {
  if (!given.empty()) return given;
  if (auto nearest = nearest_index(start); !nearest.empty()) return nearest;
  if (!environment.empty()) return environment;
  throw IndexError(IndexError::Kind::not_found, start.string(),
                   "there is no index: no " + std::string(kIndexFolder) + " in " +
                       fs::absolute(start).string() +
                       " or above it, and neither FURAT_INDEX nor a "
                       "configuration file names one; build one with 'furat-index "
                       "build FOLDER' or name one with --index");
}

fs::path index_to_build(const std::string& given, const fs::path& start,
                        const std::string& environment) {
  if (!given.empty()) return given;
  if (auto nearest = nearest_index(start); !nearest.empty()) return nearest;
  return environment.empty() ? start / kIndexFolder : fs::path(environment);
}

}  // namespace furat
