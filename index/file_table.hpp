// The files an index was made from: what an update compares with what it finds. A file of its own
// in each generation, written before COMPLETE.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace furat::index {

/// A file or folder given to the indexer; one of each index may stand for the articles that a
/// program gave as values.
struct InputRecord {
  std::string path;   ///< relative to the index folder, so that both may be moved together; empty
                      ///< for articles given as values, which are no files
  std::string given;  ///< as the user wrote it
  bool is_folder = false;
  friend bool operator==(const InputRecord&, const InputRecord&) = default;
};

[[nodiscard]] inline bool is_on_disk(const InputRecord& input) { return !input.path.empty(); }

enum class FileState : std::uint8_t {  // stored: do not renumber
  indexed = 0,
  failed = 1,    ///< gave no article; `reason` says why
  excluded = 2,  ///< removed by the user: an update does not bring it back
};

struct FileRecord {
  std::uint32_t input = 0;  ///< number of the input it was found below
  std::string name;         ///< in the archive
  FileState state = FileState::indexed;
  bool again = false;                   ///< read it at the next update even if it looks unchanged
  std::uint64_t size = 0;               ///< bytes
  std::int64_t modified = 0;            ///< nanoseconds since 1970; only ever compared for equality
  std::uint64_t digest = 0;             ///< stable_hash of its bytes
  std::string sha256;                   ///< of its bytes, raw (sha256.hpp); empty: never read
  std::uint64_t metadata = 0;           ///< digest of what sidecars say about it
  std::vector<std::uint32_t> articles;  ///< their numbers, in the order of the file
  std::string reason;                   ///< why it, or articles of it, were not taken
  friend bool operator==(const FileRecord&, const FileRecord&) = default;
};

struct FileTable {
  std::vector<InputRecord> inputs;
  std::string metadata;  ///< --metadata file, relative to the index folder; empty: none
  std::vector<std::string> lexicons;    ///< --lexicon files and folder, likewise, as given
  std::vector<std::string> gazetteers;  ///< --gazetteer files, likewise
  std::vector<FileRecord> files;        ///< by input, then name
  friend bool operator==(const FileTable&, const FileTable&) = default;
};

[[nodiscard]] std::string encode(const FileTable& table);

/// The table, every length checked; nullopt if the bytes are not one.
[[nodiscard]] std::optional<FileTable> decode_file_table(std::string_view bytes);

[[nodiscard]] std::filesystem::path file_table_path(const std::filesystem::path& generation);

/// Replaces the table of a generation and the digests that go with it (file_digests.hpp). Throws
/// IndexError io.
void store_file_table(const std::filesystem::path& generation, const FileTable& table);

/// The table of a generation. Throws IndexError: damaged, io.
[[nodiscard]] FileTable read_file_table(const std::filesystem::path& generation);

}  // namespace furat::index
