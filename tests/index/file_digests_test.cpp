#include "index/file_digests.hpp"

#include "furat/errors.hpp"
#include "index/sha256.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace furat;
using namespace furat::index;

namespace {

FileRecord file(const std::string& bytes, std::vector<std::uint32_t> articles) {
  FileRecord record;
  record.name = "a.txt";
  record.sha256 = sha256(bytes);
  record.articles = std::move(articles);
  return record;
}

}  // namespace

TEST_CASE("the digest is SHA-256, as other programs write it") {
  // The test vector of FIPS 180-4.
  CHECK(shown_sha256(sha256("abc")) ==
        "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("articles have the digest of their file") {
  const test::TemporaryFolder folder;
  FileTable table;
  table.inputs.push_back({"articles", "articles", true});
  table.files = {file("one", {3, 1}), file("two", {}), file("three", {4})};
  store_file_table(folder.path(), table);
  CHECK(read_file_table(folder.path()) == table);
  const FileDigests digests(folder.path());
  CHECK(digests.of(1) == sha256("one"));
  CHECK(digests.of(3) == sha256("one"));
  CHECK(digests.of(4) == sha256("three"));
  CHECK(digests.of(0).empty());
  CHECK(digests.of(2).empty());
  CHECK(digests.of(5).empty());
}

TEST_CASE("digests that were cut off are refused") {
  const test::TemporaryFolder folder;
  FileTable table;
  table.inputs.push_back({"articles", "articles", true});
  table.files = {file("one", {1})};
  const auto whole = encode_file_digests(table);
  for (std::size_t size = 0; size < whole.size(); ++size) {
    folder.write("digests", whole.substr(0, size));
    CHECK_THROWS_AS(FileDigests(folder.path()), IndexError);
  }
}
