// An update made an array as long as the largest article number of the table of files, whatever
// that was: 100 GB; and where the table did not have an article, it read through a null pointer.
#include "furat/updating.hpp"
#include "index/file_table.hpp"
#include "index/generation.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/changing_archive.hpp"

using namespace furat;

namespace {

/// Whether an update says that the index is damaged, after `change` of its table of files.
template <class Change>
bool is_damaged_after(Change change) {
  const test::ChangingArchive archive;
  archive.write("a.txt", "Bridge down\n\nA bridge fell near Raqqa on 3 May 2017.\n");
  archive.write("b.txt", "Dam held\n\nThe dam of Tabqa held on 10 May 2017.\n");
  (void)archive.build();
  const auto generation = index::OpenGeneration(archive.index()).path();
  auto table = index::read_file_table(generation);
  REQUIRE(table.files.size() == 2);
  change(table);
  index::store_file_table(generation, table);
  archive.write("a.txt", "Bridge up\n\nThe bridge near Raqqa was mended on 5 May 2017.\n");
  try {
    (void)archive.update();
  } catch (const IndexError& error) {
    return error.kind() == IndexError::Kind::damaged;
  }
  return false;
}

}  // namespace

TEST_CASE("an article number beyond all archives is a damaged table of files") {
  index::FileTable table;
  table.inputs.push_back({"articles", "articles", true});
  table.files.resize(1);
  table.files[0].articles = {(1U << 26U) - 1};
  CHECK(index::decode_file_table(index::encode(table)) == table);
  for (const auto number : {1U << 26U, 0xFFFFFFFFU}) {
    table.files[0].articles = {number};
    CHECK_FALSE(index::decode_file_table(index::encode(table)));
  }
}

TEST_CASE("an article that no file of the table has is a damaged index") {
  CHECK_FALSE(is_damaged_after([](index::FileTable&) {}));
  CHECK(is_damaged_after([](index::FileTable& table) { table.files[0].articles = {7}; }));
  CHECK(is_damaged_after([](index::FileTable& table) { table.files[0].articles.clear(); }));
}
