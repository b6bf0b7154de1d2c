// The formats of a sidecar, for read_sidecar() and read_article_sidecar() alone.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/metadata/sidecar.hpp"

namespace furat::indexer {

/// All throw std::runtime_error naming `name` and the line if the text cannot be read at all.
[[nodiscard]] Sidecar read_toml_sidecar(const std::string& name, std::string_view bytes);
[[nodiscard]] ArticleSidecar read_toml_article_sidecar(const std::string& name,
                                                       std::string_view bytes);
[[nodiscard]] Sidecar read_tsv_sidecar(const std::string& name, std::string_view bytes);
[[nodiscard]] Sidecar read_csv_sidecar(const std::string& name, std::string_view bytes);

/// Collects rows into a Sidecar; a sentence per thing that cannot be used.
class SidecarRows {
 public:
  explicit SidecarRows(std::string name) : name_(std::move(name)) {}

  void problem(std::size_t line, std::string_view sentence);

  /// Sets the field `key` of a row; false if there is no such field. A bad date is a problem of its
  /// own.
  bool set(SidecarEntry& entry, std::string_view key, std::string_view value, std::size_t line);

  /// Takes the header of a table. Columns that are unknown or stand twice are problems, and their
  /// values are left alone; throws std::runtime_error if there is no column "file".
  void set_columns(std::vector<std::string> columns);

  /// Adds a row of the table. Fewer fields than columns: the last ones are not stated.
  void add_fields(std::span<const std::string> fields, std::size_t line);

  /// Adds a row that is for `file`; an empty name or one that stands already is a problem.
  void add(std::string_view file, SidecarEntry entry, std::size_t line);

  [[nodiscard]] Sidecar take() && { return std::move(sidecar_); }
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  std::string name_;
  std::vector<std::string> columns_;  // empty where a value is left alone
  Sidecar sidecar_;
};

/// Text for a message: cut to a line's length, quotes and control characters made harmless.
[[nodiscard]] std::string quoted(std::string_view text);

}  // namespace furat::indexer
