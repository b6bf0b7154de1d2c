// Walks files and folders and yields their articles, metadata applied, in a fixed order.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "furat/indexing.hpp"
#include "indexer/article.hpp"

namespace furat::indexer {

/// Offsets of the line ends of a file, ascending: turns a byte into a line number.
class LineIndex {
 public:
  explicit LineIndex(std::string_view bytes);
  [[nodiscard]] std::uint64_t line_of(std::uint64_t offset) const;  ///< 1-based

 private:
  std::vector<std::uint64_t> ends_;
};

/// An article on its way in.
struct IncomingArticle {
  Article article;
  std::shared_ptr<const LineIndex> lines;
  std::uint64_t file_bytes_done = 0;  ///< bytes of files finished before this one, for progress
};

/// A file to be read: where it is, and its name in the archive.
struct ArchiveFile {
  std::filesystem::path path;
  std::string name;            ///< relative to the folder given, or the path as given
  std::filesystem::path root;  ///< folder it was found under; empty for files given themselves
  std::uint64_t size = 0;
};

/// All files of the inputs: folders walked (no links followed, hidden files, README and metadata
/// files left out), names in byte order. What cannot be listed becomes a problem; an input that is
/// not there at all is a RequestError.
[[nodiscard]] std::vector<ArchiveFile> list_files(
    const std::vector<std::filesystem::path>& inputs,
    const std::function<void(ArticleProblem&&)>& problem);

/// Reads every article of the files. `sink` returns false to stop. Articles without an own id get
/// their file's name; ids are unique: a second article with the same id is a problem and skipped.
/// Throws std::runtime_error if the --metadata file cannot be read.
void read_archive(const std::vector<ArchiveFile>& files, const ArchiveOptions& options,
                  const std::function<bool(IncomingArticle&&)>& sink,
                  const std::function<void(ArticleProblem&&)>& problem);

}  // namespace furat::indexer
