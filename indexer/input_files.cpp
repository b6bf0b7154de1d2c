#include "indexer/input_files.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

#include "index/generation.hpp"
#include "indexer/metadata/archive_metadata.hpp"

namespace furat::indexer {
namespace {

namespace fs = std::filesystem;

ArticleProblem skipped(std::string where, std::string message) {
  return {true, std::move(where), std::move(message)};
}

/// Files that speak about an archive and are no articles of it.
bool is_about_archive(const std::string& name) {
  return is_metadata_file(name) || name == "README.md" || name == "README" || name == "README.txt";
}

/// An index that stands inside the archive, whatever its name.
bool is_index_folder(const fs::path& path) {
  std::error_code none;
  return fs::is_regular_file(index::current_file(path), none) &&
         fs::is_regular_file(path / "LOCK", none);
}

/// False if the file is gone or cannot be looked at.
bool look_at(const fs::path& path, InputFile& file) {
  constexpr std::int64_t kNanoseconds = 1'000'000'000;
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return false;
  file.size = static_cast<std::uint64_t>(status.st_size);
  file.modified = status.st_mtim.tv_sec * kNanoseconds + status.st_mtim.tv_nsec;
  return true;
}

void list_folder(const fs::path& root, std::uint32_t input, std::vector<InputFile>& files,
                 const ProblemSink& problem) {
  std::error_code error;
  fs::recursive_directory_iterator it(root, fs::directory_options::skip_permission_denied, error);
  for (const fs::recursive_directory_iterator end; !error && it != end; it.increment(error)) {
    const auto name = it->path().filename().string();
    const auto relative = it->path().lexically_relative(root).generic_string();
    std::error_code kind_error;
    if (name.starts_with('.') || is_index_folder(it->path())) {
      it.disable_recursion_pending();
    } else if (it->is_symlink(kind_error)) {
      problem(skipped(relative, "is a symbolic link; links are not followed"));
    } else if (it->is_regular_file(kind_error)) {
      InputFile file{input, relative};
      if (is_about_archive(name)) continue;
      if (look_at(it->path(), file)) files.push_back(std::move(file));
    } else if (!it->is_directory(kind_error)) {
      problem(skipped(relative, "is neither a file nor a folder"));
    } else if (::access(it->path().c_str(), R_OK | X_OK) != 0) {
      problem(skipped(relative, "cannot be listed: permission denied"));
    }
  }
  if (error) problem(skipped(root.string(), "cannot be listed: " + error.message()));
}

}  // namespace

fs::path path_of(const Input& input, const InputFile& file) {
  return input.is_folder ? input.path / file.name : input.path;
}

std::vector<Input> checked_inputs(const std::vector<fs::path>& given) {
  std::vector<Input> inputs;
  for (const auto& path : given) {
    std::error_code error;
    const bool is_folder = fs::is_directory(path, error);
    if (!is_folder && !fs::is_regular_file(path, error))
      throw RequestError(error && error != std::errc::no_such_file_or_directory
                             ? path.string() + " cannot be opened: " + error.message()
                             : "there is no file or folder " + path.string(),
                         "PATH", path.string());
    inputs.push_back({path, path.generic_string(), is_folder});
  }
  return inputs;
}

void list_files(const std::vector<Input>& inputs, std::uint32_t number,
                std::vector<InputFile>& files, const ProblemSink& problem) {
  const auto& input = inputs[number];
  const auto begin = static_cast<std::ptrdiff_t>(files.size());
  if (input.is_folder) {
    list_folder(input.path, number, files, problem);
  } else {
    InputFile file{number, input.given};
    if (look_at(input.path, file))
      files.push_back(std::move(file));
    else
      problem(skipped(input.given, "is no longer there"));
  }
  std::sort(files.begin() + begin, files.end(),
            [](const InputFile& a, const InputFile& b) { return a.name < b.name; });
}

}  // namespace furat::indexer
