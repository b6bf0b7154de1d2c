#include "searcher/original_files.hpp"

#include <algorithm>

#include "index/generation.hpp"

namespace furat {
namespace fs = std::filesystem;

OriginalFiles::OriginalFiles(const fs::path& index, const std::string& generation)
    : index_(fs::absolute(index).lexically_normal()),
      generation_(generation),
      table_(index::read_file_table(index / generation)) {}

fs::path OriginalFiles::path_of(const std::string& name) const {
  const auto& files = table_.files;
  for (auto begin = files.begin(); begin != files.end();) {
    const auto input = begin->input;
    const auto end = std::partition_point(begin, files.end(),
                                          [input](const auto& f) { return f.input <= input; });
    const auto found =
        std::partition_point(begin, end, [&](const auto& f) { return f.name < name; });
    if (found != end && found->name == name && index::is_on_disk(table_.inputs[input])) {
      const auto& record = table_.inputs[input];
      const auto place = (index_ / record.path).lexically_normal();
      return record.is_folder ? place / name : place;
    }
    begin = end;
  }
  return {};
}

}  // namespace furat
