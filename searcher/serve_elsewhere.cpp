// How furat-search serves: another program takes its place.
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <stdexcept>
#include <vector>

#include "searcher/cli/serve_command.hpp"

namespace furat::cli {
namespace {

namespace fs = std::filesystem;

/// Beside this program where it is built, in the folder for helpers where it is installed.
fs::path serving_program() {
  const auto folder = fs::read_symlink("/proc/self/exe").parent_path();
  for (const auto& place :
       {folder / "furat-serve", folder.parent_path() / FURAT_HELPERS / "furat-serve"})
    if (access(place.c_str(), X_OK) == 0) return place;
  throw std::runtime_error("the program furat-serve is missing, which should be in " +
                           (folder.parent_path() / FURAT_HELPERS).string());
}

}  // namespace

int run_serve(const SearchOptions& options) {
  const auto program = serving_program();
  std::vector<char*> arguments{const_cast<char*>("furat-search")};
  for (const auto& argument : options.arguments)
    arguments.push_back(const_cast<char*>(argument.c_str()));
  arguments.push_back(nullptr);
  execv(program.c_str(), arguments.data());
  throw std::runtime_error("cannot run " + program.string() + ": " + std::strerror(errno));
}

}  // namespace furat::cli
