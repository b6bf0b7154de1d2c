// Files named after articles: no name escapes its folder, no two meet.
#include "indexer/cli/document_folder.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <stdexcept>
#include <string>

#include "furat/errors.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

namespace furat::cli {
namespace {

namespace fs = std::filesystem;

std::string contents_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

template <class Action>
std::string refusal(Action action) {
  try {
    action();
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "";
}

TEST_CASE("the name of a document is a plain one, whatever the id") {
  CHECK(safe_file_stem("mayadin-taken_2.txt") == "mayadin-taken_2.txt");
  CHECK(safe_file_stem("news/a b.txt") == "news%2Fa%20b.txt");
  CHECK(safe_file_stem("..") == "%2E.");
  CHECK(safe_file_stem("../../etc/passwd") == "%2E.%2F..%2Fetc%2Fpasswd");
  CHECK(safe_file_stem(std::string("a\0\n\x1b", 4)) == "a%00%0A%1B");
  CHECK(safe_file_stem("\u0642\xff") == "%D9%82%FF");
  CHECK(safe_file_stem("a%2Fb") == "a%252Fb");
  for (int byte = 0; byte < 256; ++byte) {
    const auto stem = safe_file_stem(std::string(1, static_cast<char>(byte)));
    CHECK(stem.find_first_of("/\\\n") == std::string::npos);
    CHECK(stem.front() != '.');
  }
}

TEST_CASE("ids that differ have documents of different names, also very long ones") {
  const std::string slashes(5000, '/');
  std::set<std::string> stems;
  for (const std::string end : {"", "a", "b", "%", "~2"}) {
    stems.insert(safe_file_stem(slashes + end));
    CHECK(stems.rbegin()->size() <= 200);
  }
  CHECK(stems.size() == 5);
}

TEST_CASE("a document is replaced in a later run, and set beside one of the same run") {
  const test::TemporaryFolder folder;
  const auto out = folder.path() / "a" / "b";
  {
    DocumentFolder documents(out, ".tml");
    documents.write("x", "first");
    documents.write("x", "second");
    CHECK(documents.size() == 2);
  }
  CHECK(contents_of(out / "x.tml") == "first");
  CHECK(contents_of(out / "x~2.tml") == "second");
  DocumentFolder(out, ".tml").write("x", "third");
  CHECK(contents_of(out / "x.tml") == "third");
  CHECK(std::distance(fs::directory_iterator(out), fs::directory_iterator()) == 2);
}

TEST_CASE("what is no regular file is never replaced by a document") {
  const test::TemporaryFolder folder;
  const auto other = folder.path() / "other";
  std::ofstream(other) << "kept";
  const auto out = folder.path() / "out";
  DocumentFolder documents(out, ".tml");
  fs::create_symlink(other, out / "x.tml");
  fs::create_directory(out / "y.tml");
  CHECK(refusal([&] { documents.write("x", "lost"); }).find("in the way") != std::string::npos);
  CHECK(refusal([&] { documents.write("y", "lost"); }).find("in the way") != std::string::npos);
  CHECK(contents_of(other) == "kept");
}

TEST_CASE("documents go into a folder only") {
  const test::TemporaryFolder folder;
  std::ofstream(folder.path() / "file") << "kept";
  CHECK(refusal([&] {
          const DocumentFolder no(folder.path() / "file", ".tml");
        }).find("is no folder") != std::string::npos);
  CHECK_THROWS_AS(DocumentFolder(folder.path() / "file" / "below", ".tml"), IndexError);
}

}  // namespace
}  // namespace furat::cli
