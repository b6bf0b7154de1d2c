// One file's bytes to its articles, whatever the format.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "indexer/article.hpp"
#include "indexer/input_files.hpp"
#include "indexer/line_index.hpp"

namespace furat::indexer {

/// An article as its file gives it, before sidecars.
struct ReadArticle {
  Article article;
  std::shared_ptr<const LineIndex> lines;  ///< of the file; of the body if that was extracted
};

struct FileContents {
  std::uint64_t digest = 0;  ///< index::stable_hash of the bytes
  std::string sha256{};      ///< of the bytes, raw, if they were parsed
  bool parsed = false;       ///< false: the bytes are those of `known_digest`, or could not be read
  bool readable = true;
};

/// Reads the file and gives its articles to `sink`, unless its bytes have the digest that is known
/// already. Never throws for bad input: that is a problem, named by the file's name. Any thread.
[[nodiscard]] FileContents read_file_articles(const std::filesystem::path& path,
                                              const InputFile& file,
                                              std::optional<std::uint64_t> known_digest,
                                              const std::function<void(ReadArticle&&)>& sink,
                                              const ProblemSink& problem);

}  // namespace furat::indexer
