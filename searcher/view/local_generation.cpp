#include "searcher/view/local_generation.hpp"

#include "index/passages_database.hpp"
#include "index/slot_streams.hpp"

namespace furat {

LocalGeneration::LocalGeneration(const std::filesystem::path& index)
    : index_(index), generation_(index) {}

Connection LocalGeneration::connect() const {
  return {index::open_passages(generation_.path(), completion()), {}};
}

const index::FacetColumns& LocalGeneration::columns(const Xapian::Database& database) {
  return columns_.get(
      [&] { return index::FacetColumns::open(database, index::columns_path(generation_.path())); });
}

std::string LocalGeneration::article(const Connection& connection, std::uint32_t number) const {
  return connection.all.get_metadata(index::key::article(number));
}

const DocumentOrder& LocalGeneration::document_order() {
  return order_.get([this] { return DocumentOrder(index::DatabaseSlots(connect().all)); });
}

std::string_view LocalGeneration::file_digest(std::uint32_t article) {
  return file_digests_.get([this] { return index::FileDigests(generation_.path()); }).of(article);
}

std::filesystem::path LocalGeneration::original_path(const std::string& file) {
  return originals_.get([this] { return OriginalFiles(index_, name()); }).path_of(file);
}

}  // namespace furat
