// Reads the files of an archive with several threads and yields their articles in the order of the
// files, metadata applied.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "furat/indexing.hpp"
#include "indexer/article.hpp"
#include "indexer/file_reader.hpp"
#include "indexer/input_files.hpp"

namespace furat::indexer {

/// A file to read, and what was known of it.
struct FileToRead {
  InputFile file;
  std::optional<std::uint64_t> known_digest;  ///< with these bytes it need not be parsed
};

/// An article on its way in.
struct IncomingArticle {
  Article article;
  std::shared_ptr<const LineIndex> lines;
  std::uint64_t input_digest = 0;  ///< of everything the index makes of it, besides the rules
};

struct ArchiveSink {
  /// False: stop reading.
  std::function<bool(IncomingArticle&&)> article;
  /// After the articles of the file with this number. False: stop reading.
  std::function<bool(std::size_t, const FileContents&)> file_done;
  ProblemSink problem;
};

/// Files are read ahead of the sink by `threads` threads, a bounded number of files and bytes; the
/// sink is called from the calling thread only. Throws std::runtime_error if the --metadata file
/// cannot be read.
void read_archive(const std::vector<Input>& inputs, const std::vector<FileToRead>& files,
                  const std::optional<std::filesystem::path>& metadata, unsigned threads,
                  const ArchiveSink& sink);

}  // namespace furat::indexer
