// Keeping an index in step with its articles: what changed is read, annotated and written, nothing
// else.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "furat/errors.hpp"
#include "furat/export.hpp"
#include "furat/indexing.hpp"

namespace furat {

struct UpdateOptions {
  std::filesystem::path index;
  std::vector<std::filesystem::path> paths;  ///< where to look; a path inside the archive stands
                                             ///< for that part of it, another is added to it;
                                             ///< empty: everywhere
  std::optional<std::filesystem::path> metadata;            ///< none: as the index was made
  std::vector<std::filesystem::path> lexicons, gazetteers;  ///< likewise
  unsigned threads = 0;                                     ///< 0: as many as the machine has
  bool compare_contents = false;  ///< read every file, whatever its size and time of modification
  bool dry_run = false;           ///< say what would be done
  bool wait = false;              ///< for another writer to finish, instead of throwing locked
  std::function<void(const BuildProgress&)> progress;  ///< as in BuildOptions
  std::function<bool()> cancelled;
};

struct UpdateReport {
  std::size_t added = 0, changed = 0, moved = 0, removed = 0, unchanged = 0;  ///< articles
  std::size_t files_read = 0, files_failed = 0;
  std::size_t articles = 0, passages = 0;  ///< of the whole index afterwards
  std::string annotated_again;   ///< why all articles were annotated anew; empty if they were not
  bool lexicon_changed = false;  ///< or the gazetteer
  std::size_t annotated = 0;     ///< unchanged articles annotated anew, unless all were: those that
                                 ///< actors concern which the lexicon has got, lost or changed
  std::string generation;        ///< published; empty if nothing changed, or with dry_run
  std::string digest;
  std::uint64_t bytes = 0;  ///< of the files read
  bool cancelled = false;   ///< nothing was published
  std::vector<ArticleProblem> problems;
  std::vector<std::string> names;  ///< "added <id>", "changed <id>" ...: what happened, in order
  [[nodiscard]] FURAT_EXPORT std::size_t skipped() const;
  [[nodiscard]] bool changes() const {
    return added + changed + moved + removed != 0 || !annotated_again.empty() || lexicon_changed;
  }
};

/// Brings the index in step with its files and publishes a new generation if anything changed. The
/// result has the digest that a build from the same files has. Throws as build_index() does, and
/// IndexError not_found, older, newer or damaged if there is no index that could be updated.
/// Refuses with RequestError to take out the last article: an archive that is suddenly empty is
/// more likely a disk that is not there.
[[nodiscard]] FURAT_EXPORT UpdateReport update_index(const UpdateOptions& options);

/// Takes files (by their name in the archive, or a folder of it) or single articles (by id) out of
/// the index. Files stay out, whatever updates find, until `restore_files()`. Throws RequestError
/// for a name that is not in the index.
[[nodiscard]] FURAT_EXPORT UpdateReport remove_articles(const UpdateOptions& options,
                                                        const std::vector<std::string>& names);

/// Lets the next update take files in again that were removed.
[[nodiscard]] FURAT_EXPORT std::size_t restore_files(const UpdateOptions& options,
                                                     const std::vector<std::string>& names);

/// Writes the index anew without the slack that updates leave in it. Contents and digest stay.
[[nodiscard]] FURAT_EXPORT UpdateReport compact_index(const UpdateOptions& options);

/// A passage whose values differ between two states of an index.
struct ValueChange {
  std::string passage;  ///< key: article id, '#', number
  std::string file;
  std::vector<std::string> lost, gained;  ///< "place:deir-ez-zor", "date:2017-09", ...
  enum class Kind { changed, added, removed } kind = Kind::changed;
};

/// Compares two states passage by passage, in order of their keys. `old` empty: the generation
/// before the published one. `old` and `index` are index folders. Throws IndexError.
FURAT_EXPORT void diff_indexes(const std::filesystem::path& old, const std::filesystem::path& index,
                               const std::function<void(const ValueChange&)>& sink);

/// Updates again and again: at once, then whenever files below the archive's folders appear, change
/// or go, `quiet` after the last of a burst of changes. Returns when cancelled. Throws IndexError
/// io if the system cannot watch.
FURAT_EXPORT void watch_index(const UpdateOptions& options, std::chrono::milliseconds quiet,
                              const std::function<void(const UpdateReport&)>& sink);

}  // namespace furat
