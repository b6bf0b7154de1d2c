// Any bytes as one of the files of a generation that are mapped: the facet columns behind a header
// that fits, or, with an odd first byte, the digests of files.
#include <xapian.h>

#include <cstring>

#include "furat/errors.hpp"
#include "index/columns_layout.hpp"
#include "index/facet_columns.hpp"
#include "index/file_digests.hpp"
#include "tests/fuzz/file_of_bytes.hpp"
#include "tests/fuzz/fuzz_input.hpp"

namespace {

using namespace furat;
using namespace furat::fuzz;

constexpr Xapian::docid kDocuments = 12;

/// A database of a few documents without anything.
const Xapian::Database& database() {
  static const test::TemporaryFolder folder;
  static const Xapian::Database database = [] {
    const auto path = (folder.path() / "passages").string();
    Xapian::WritableDatabase made(path, Xapian::DB_CREATE);
    for (Xapian::docid id = 1; id <= kDocuments; ++id) made.add_document(Xapian::Document());
    made.commit();
    return Xapian::Database(path);
  }();
  return database;
}

/// The first bytes say how many values each column has, the rest are the numbers, filled up.
std::string columns_file(FuzzInput& input) {
  auto header = index::columns_header_for(database());
  std::size_t numbers = index::kArraysPerDocument * header.documents;
  for (auto& count : header.value_counts) {
    count = input.byte();
    numbers += header.documents + 1 + count;
  }
  std::string file(sizeof header, '\0');
  std::memcpy(file.data(), &header, sizeof header);
  file += input.rest();
  file.resize(sizeof header + numbers * sizeof(std::uint32_t));
  return file;
}

void check_columns(FuzzInput& input) {
  static const FileOfBytes file("columns");
  file.write(columns_file(input));
  const auto columns = index::FacetColumns::open(database(), file.path());
  require(columns.is_mapped(), "columns of the right size are mapped");
  std::uint64_t sum = 0;
  for (Xapian::docid id = 0; id <= kDocuments + 2; ++id) {
    sum += columns.article(id) + columns.story(id) + columns.original(id);
    for (const auto& dimension : index::kDimensionTable)
      for (const auto value : columns.values(dimension.dimension, id)) sum += value;
    for (const auto value : columns.place_roles(id)) sum += value;
    for (const auto value : columns.date_scopes(id)) sum += value;
  }
  require(sum < ~std::uint64_t{0}, "all numbers were read");
}

void check_digests(std::string_view bytes) {
  static const FileOfBytes file("digests");
  file.write(bytes);
  try {
    const index::FileDigests digests(file.folder());
    for (const std::uint32_t article : {0U, 1U, 7U, 1000U, 0xFFFFFFFFU}) {
      const auto digest = digests.of(article);
      require(digest.empty() || digest.size() == 32, "a digest is whole");
    }
  } catch (const IndexError&) {
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzInput input(data, size);
  if (input.choice(2) == 0)
    check_columns(input);
  else
    check_digests(input.rest());
  return 0;
}
