// The generation of one index folder: its files, mapped.
#pragma once

#include <filesystem>
#include <string>

#include "index/file_digests.hpp"
#include "searcher/original_files.hpp"
#include "searcher/view/shared_generation.hpp"

namespace furat {

/// Keeps the generation from deletion.
class LocalGeneration final : public SharedGeneration {
 public:
  /// The generation that CURRENT names.
  explicit LocalGeneration(const std::filesystem::path& index);

  [[nodiscard]] const std::string& name() const override { return generation_.name(); }
  [[nodiscard]] const index::Completion& completion() const override {
    return generation_.completion();
  }
  [[nodiscard]] Connection connect() const override;
  [[nodiscard]] bool is_one_local_database() const override { return true; }
  [[nodiscard]] const index::FacetColumns& columns(const Xapian::Database& database) override;
  [[nodiscard]] const MetadataTable* metadata() const override { return nullptr; }
  [[nodiscard]] const DocumentOrder& document_order() override;
  [[nodiscard]] std::string article(const Connection& connection,
                                    std::uint32_t number) const override;
  [[nodiscard]] std::string_view file_digest(std::uint32_t article) override;
  [[nodiscard]] std::filesystem::path original_path(const std::string& file) override;

 private:
  [[nodiscard]] std::string place() const override { return generation_.path().string(); }

  std::filesystem::path index_;
  index::OpenGeneration generation_;
  MadeOnce<index::FacetColumns> columns_;
  MadeOnce<index::FileDigests> file_digests_;
  MadeOnce<OriginalFiles> originals_;
  MadeOnce<DocumentOrder> order_;
};

}  // namespace furat
