// Generations: an index folder holds complete, published states side by side; CURRENT names the one
// readers use.
//
//   .furat/CURRENT           one line: the name of the published generation, replaced by rename
//   .furat/LOCK              held by the one writer
//   .furat/gen-000007/       a generation: passages/ (Xapian), columns (facet_columns.hpp),
//   COMPLETE (written last)
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "index/files.hpp"
#include "index/schema.hpp"

namespace furat::index {

/// What the COMPLETE file says: a generation without it was never finished.
struct Completion {
  std::uint32_t schema_version = kSchemaVersion;
  IndexCounts counts;
  std::string digest;  ///< of the contents, equal for equal input
  std::string uuid;    ///< of the Xapian database
  friend bool operator==(const Completion&, const Completion&) = default;
};

[[nodiscard]] std::string encode(const Completion& completion);
/// Of another schema version nothing but that: the rest may look otherwise.
[[nodiscard]] std::optional<Completion> decode_completion(std::string_view text);
/// Throws IndexError older or newer unless it is the version that this program reads. `name` is
/// that of the index, for messages.
void require_schema(std::uint32_t version, const std::string& name);

/// The file of an index folder that names the published generation: where it is, there is an index,
/// readable or not.
[[nodiscard]] std::filesystem::path current_file(const std::filesystem::path& index);

/// Paths inside a generation folder.
[[nodiscard]] std::filesystem::path passages_path(const std::filesystem::path& generation);
[[nodiscard]] std::filesystem::path columns_path(const std::filesystem::path& generation);
[[nodiscard]] std::filesystem::path completion_path(const std::filesystem::path& generation);

/// Name of the published generation, none if CURRENT is missing. Throws IndexError damaged if it
/// names no generation.
[[nodiscard]] std::optional<std::string> current_generation(const std::filesystem::path& index);

/// The published generation or an older one, kept from deletion while this object lives.
class OpenGeneration {
 public:
  /// Throws IndexError: not_found, older and newer (naming both versions and what to do), damaged.
  explicit OpenGeneration(const std::filesystem::path& index);

  /// The newest complete one older than `name`. Throws IndexError not_found if there is none, older
  /// and newer.
  [[nodiscard]] static OpenGeneration before(const std::filesystem::path& index,
                                             const std::string& name);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] const Completion& completion() const { return completion_; }

 private:
  OpenGeneration() = default;
  bool try_open(const std::filesystem::path& index, const std::string& name);
  std::string name_;
  std::filesystem::path path_;
  Completion completion_;
  FileDescriptor pin_;
};

/// A generation being built. Holds the writer's lock; unless published, it is removed at the end.
class NewGeneration {
 public:
  /// Creates the index folder if needed and clears what died writers left. Throws IndexError:
  /// locked, io.
  explicit NewGeneration(const std::filesystem::path& index);
  ~NewGeneration();
  NewGeneration(const NewGeneration&) = delete;
  NewGeneration& operator=(const NewGeneration&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] const std::string& name() const { return name_; }

  /// Forces all files to disk, writes COMPLETE, switches CURRENT, then drops generations older than
  /// the previous one that no reader has open. Throws IndexError io; then the old generation still
  /// stands.
  void publish(const Completion& completion);

 private:
  void remove_leftovers() const;
  void remove_outdated(const std::optional<std::string>& previous) const;
  std::filesystem::path index_;
  std::filesystem::path path_;
  std::string name_;
  FileDescriptor lock_;
  bool published_ = false;
};

}  // namespace furat::index
