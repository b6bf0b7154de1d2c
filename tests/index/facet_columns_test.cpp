#include "index/facet_columns.hpp"

#include "index/columns_writer.hpp"

#include "index/date_nodes.hpp"
#include "index/varint.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace furat::index;
using furat::test::TemporaryFolder;

namespace {

Xapian::Database sample_database(const std::filesystem::path& path) {
  Xapian::WritableDatabase database(path.string(), Xapian::DB_CREATE);
  for (std::uint32_t i = 1; i <= 5; ++i) {
    Xapian::Document document;
    std::string article;
    append_varint(article, i / 2);
    document.add_value(kSlotArticle, article);
    if (i != 3) document.add_value(kSlotPlaces, pack_set(std::vector<std::uint32_t>{i, i + 10}));
    if (i == 5) document.add_value(kSlotPlaceRoles, pack_set(std::vector<std::uint32_t>{9, 82}));
    if (i == 4)
      document.add_value(kSlotPublished,
                         sort_key(std::chrono::sys_days{std::chrono::days{17'000}}));
    database.add_document(document);
  }
  database.delete_document(2);
  database.commit();
  return Xapian::Database(path.string());
}

}  // namespace

TEST_CASE("columns read from slots and columns mapped from the sidecar are the same") {
  const TemporaryFolder folder;
  const auto database = sample_database(folder.path() / "db");
  const auto read = FacetColumns::from_slots(database);
  write_columns(folder.path() / "db", folder.path() / "columns");
  const auto mapped = FacetColumns::open(database, folder.path() / "columns");
  CHECK(mapped.is_mapped());
  CHECK(mapped.equals(read));
  CHECK(mapped.article(5) == 2);
  CHECK(mapped.article(999) == 0);
  const auto places = mapped.values(Dimension::place, 4);
  CHECK(std::vector<std::uint32_t>(places.begin(), places.end()) ==
        std::vector<std::uint32_t>{4, 14});
  CHECK(mapped.values(Dimension::place, 3).empty());
  CHECK(mapped.values(Dimension::place, 2).empty());
  CHECK(mapped.values(Dimension::published, 4).size() == 1);
  CHECK(mapped.values(Dimension::place, 999).empty());
  const auto roles = mapped.place_roles(5);
  CHECK(std::vector<std::uint32_t>(roles.begin(), roles.end()) ==
        std::vector<std::uint32_t>{9, 82});
  CHECK(mapped.place_roles(4).empty());
}

TEST_CASE("a sidecar that is missing, cut or of another state costs time, never truth") {
  const TemporaryFolder folder;
  const auto database = sample_database(folder.path() / "db");
  const auto read = FacetColumns::from_slots(database);
  const auto sidecar = folder.path() / "columns";
  write_columns(folder.path() / "db", sidecar);
  SECTION("missing") { std::filesystem::remove(sidecar); }
  SECTION("cut") { std::filesystem::resize_file(sidecar, std::filesystem::file_size(sidecar) - 4); }
  SECTION("empty") { std::filesystem::resize_file(sidecar, 0); }
  SECTION("of another database") {
    (void)sample_database(folder.path() / "other");
    write_columns(folder.path() / "other", sidecar);
  }
  const auto opened = FacetColumns::open(database, sidecar);
  CHECK_FALSE(opened.is_mapped());
  CHECK(opened.equals(read));
}
