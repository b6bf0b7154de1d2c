// The public indexing library: folders of articles to an index, and what it would hold without
// building one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "furat/count_check.hpp"
#include "furat/errors.hpp"
#include "furat/export.hpp"
#include "furat/mention_candidate.hpp"

namespace furat {

/// Which articles, and what is known about them besides their text.
struct ArchiveOptions {
  std::vector<std::filesystem::path>
      inputs;  ///< files and folders; folders are walked, names in byte order
  std::optional<std::filesystem::path>
      metadata;  ///< TOML, TSV or CSV: file, title, published, source, url, author
  /// Files with [[place]] and [[actor]] rows, which are added to the lexicon; and at most one
  /// folder with places.toml and actors.toml, which stand for the built-in ones.
  std::vector<std::filesystem::path> lexicons;
  std::vector<std::filesystem::path>
      gazetteers;  ///< GeoNames dumps (allCountries.txt, SY.txt) besides the built-in places
};

/// An article or file that was not taken as it stands.
struct ArticleProblem {
  bool skipped = true;  ///< false: a warning, the article was taken
  std::string where;    ///< file, with line where there is one
  std::string message;
};

struct BuildProgress {
  std::size_t articles = 0, passages = 0;
  std::uint64_t bytes_done = 0, bytes_total = 0;
};

struct BuildOptions {
  ArchiveOptions archive;
  std::filesystem::path index;
  unsigned threads = 0;  ///< 0: as many as the machine has
  std::function<void(const BuildProgress&)>
      progress;                     ///< called now and then from the calling thread
  std::function<bool()> cancelled;  ///< asked now and then; true ends the build, nothing published
  bool wait = false;                ///< for another writer to finish, instead of throwing locked
};

struct BuildReport {
  std::string generation, digest;
  std::size_t articles = 0, passages = 0, places = 0, actors = 0, dates = 0;
  std::uint64_t bytes = 0;
  bool cancelled = false;
  std::vector<ArticleProblem> problems;
  [[nodiscard]] FURAT_EXPORT std::size_t skipped() const;
};

/// Builds a new generation from all articles and publishes it. What was published before stands
/// until then, and stays if not a single article could be read (the report has no generation then)
/// and if this throws: IndexError (locked, io), RequestError for an input that is not there,
/// std::runtime_error for an unreadable metadata file, lexicon or gazetteer. One writer at a time.
/// Same articles, same options: same digest, whatever the number of threads.
[[nodiscard]] FURAT_EXPORT BuildReport build_index(const BuildOptions& options);

/// One passage as the index would hold it. Offsets are bytes of the original file, `end` exclusive.
struct PassagePreview {
  std::string file, article, title, heading, text;
  std::uint64_t start = 0, end = 0;
  std::uint32_t number = 0;  ///< in its article, from 1
  std::uint32_t page = 0;    ///< 0 where there are no pages
};

/// One mention as the index would hold it.
struct MentionPreview {
  std::string file, article;
  std::uint32_t passage = 0;            ///< number in its article, from 1
  std::uint64_t line = 0;               ///< of the file where the passage begins, from 1
  std::string type;                     ///< "place", "date", "actor"
  std::uint64_t start = 0, end = 0;     ///< bytes of the original file
  std::string text;                     ///< as the passage writes it
  std::string value, name, kind, rule;  ///< value: stable id, or TIMEX3
  std::string reason;                   ///< what the rule says, one sentence
  std::vector<std::string> path;        ///< ids of ancestors, nearest first
  std::string role, country;            ///< places
  std::optional<double> latitude, longitude;
  std::optional<long> geonameid;
  std::vector<MentionCandidate> candidates;      ///< places, actors: the one chosen, then those
                                                 ///< rejected, best first; empty if none were
  std::string first, last, granularity, anchor;  ///< dates: ISO days, empty where open or unknown
  std::vector<std::string> flags;                ///< dates
};

/// Which mentions a preview gives.
enum class MentionScope {
  counted,  ///< what the index counts and what happens: places in the roles at, says and dateline,
            ///< all actors and dates
  all,      ///< also modifiers ("Russian jets": of) and places inside the names of bodies (in-name)
};

/// Calls `sink` for every passage (mention) in reading order, and `problem` for what was skipped,
/// without any index.
FURAT_EXPORT void preview_passages(const ArchiveOptions& archive,
                                   const std::function<void(const PassagePreview&)>& sink,
                                   const std::function<void(const ArticleProblem&)>& problem);
FURAT_EXPORT void preview_mentions(const ArchiveOptions& archive,
                                   const std::function<void(const MentionPreview&)>& sink,
                                   const std::function<void(const ArticleProblem&)>& problem,
                                   MentionScope scope = MentionScope::counted);

/// What is known about one article; empty where it is not.
struct MetadataPreview {
  std::string file, article, title;
  std::string published;         ///< ISO day
  std::string published_method;  ///< how it was found: "sidecar", "record", ... (docs/formats.md)
  std::string source, author, url;
};

/// Calls `sink` with the metadata of every article in reading order, exactly as a build would take
/// it, and `problem` for what was skipped, without any index. Throws as build_index() does for
/// inputs and the metadata file.
FURAT_EXPORT void preview_metadata(const ArchiveOptions& archive,
                                   const std::function<void(const MetadataPreview&)>& sink,
                                   const std::function<void(const ArticleProblem&)>& problem);

/// What the last run of a writer did, in articles.
struct LastRun {
  std::string command;  ///< "build", "update", "put", "remove", "compact", "distribute"
  std::string outcome;  ///< "published", "unchanged", "cancelled"
  std::size_t added = 0, changed = 0, moved = 0, removed = 0, unchanged = 0, skipped = 0;
};

/// A file of the archive that is not in the index, or not wholly.
struct FileNote {
  std::string file;
  bool excluded = false;  ///< removed by the user; else it could not be read or taken
  std::string reason;
};

/// Where a shard comes from.
struct ShardOrigin {
  std::size_t number = 0, of = 0;  ///< from 1
  std::filesystem::path source;    ///< the index that was distributed
  std::string generation;          ///< of that index, when the shard was last written
};

struct IndexStatus {
  std::filesystem::path index;
  std::string generation, digest, lexicon;
  std::uint32_t schema_version = 0, rules_version = 0, reading_version = 0;
  std::size_t articles = 0, passages = 0, values = 0;
  std::size_t files = 0;  ///< that the articles came from
  std::uint64_t bytes_on_disk = 0;
  std::vector<std::string> inputs;                ///< files and folders, as they were given
  std::vector<std::filesystem::path> lexicons;    ///< files and folder given besides
  std::vector<std::filesystem::path> gazetteers;  ///< dumps whose places are known besides
  std::vector<FileNote> notes;                    ///< by name
  std::optional<LastRun> last_run;
  std::vector<std::string> other_generations;  ///< kept beside the published one
  std::optional<ShardOrigin> shard;            ///< if it is one
  std::size_t shards = 0;  ///< inside it, which furat-index keeps in step; see distributing.hpp
};

/// Throws IndexError.
[[nodiscard]] FURAT_EXPORT IndexStatus index_status(const std::filesystem::path& index);

/// Checks everything there is to check in the published generation: Xapian's own structures, every
/// record and span, the slots of places and actors and the terms of the facets and mentions against
/// the records, the columns, the counts. Returns a sentence per fault; empty when clean.
[[nodiscard]] FURAT_EXPORT std::vector<std::string> verify_index(
    const std::filesystem::path& index);

/// Counts the passages of every facet value of the published generation by a full scan, and
/// compares with what filters and facets count from. Throws IndexError.
[[nodiscard]] FURAT_EXPORT CountCheck verify_counts(const std::filesystem::path& index);

}  // namespace furat
