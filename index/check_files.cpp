#include "index/check_files.hpp"

#include "furat/errors.hpp"
#include "index/file_digests.hpp"
#include "index/file_table.hpp"
#include "index/files.hpp"

namespace furat::index {
namespace {

/// The table, none and a fault if it is damaged.
std::optional<FileTable> sound_table(const std::filesystem::path& generation,
                                     const std::function<void(const std::string&)>& fault) {
  try {
    return read_file_table(generation);
  } catch (const IndexError& error) {
    if (error.kind() != IndexError::Kind::damaged) throw;
    fault(error.what());
    return std::nullopt;
  }
}

}  // namespace

void check_files(const std::filesystem::path& generation, const std::set<std::uint32_t>& articles,
                 const std::function<void(const std::string&)>& fault) {
  const auto table = sound_table(generation, fault);
  if (!table) return;
  if (read_file(file_digests_path(generation)) != encode_file_digests(*table))
    fault("the digests of files are not those of the table of files");
  // A file may name articles that had no text: of these there is no record.
  auto without_file = articles;
  for (const auto& file : table->files)
    for (const auto article : file.articles) without_file.erase(article);
  if (!without_file.empty())
    fault("no file has article " + std::to_string(*without_file.begin()) + ", of " +
          std::to_string(without_file.size()) + " such articles");
}

}  // namespace furat::index
