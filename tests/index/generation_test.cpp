#include "index/generation.hpp"

#include "furat/errors.hpp"
#include "furat/find_index.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace furat;
using namespace furat::index;
using furat::test::TemporaryFolder;

namespace {

std::string publish_one(const std::filesystem::path& index) {
  NewGeneration generation(index);
  write_durably(generation.path() / "something", "contents");
  Completion completion;
  completion.digest = hex(13);
  completion.uuid = "u";
  generation.publish(completion);
  return generation.name();
}

IndexError::Kind kind_of_failure(const std::filesystem::path& index) {
  try {
    const OpenGeneration open(index);
  } catch (const IndexError& error) {
    return error.kind();
  }
  FAIL("opened");
  return IndexError::Kind::io;
}

}  // namespace

TEST_CASE("a folder without an index is told so") {
  const TemporaryFolder folder;
  CHECK(kind_of_failure(folder.path()) == IndexError::Kind::not_found);
}

TEST_CASE("a published generation is the one that opens") {
  const TemporaryFolder folder;
  const auto name = publish_one(folder.path());
  const OpenGeneration open(folder.path());
  CHECK(open.name() == name);
  CHECK(open.completion().uuid == "u");
}

TEST_CASE("an unpublished generation leaves no trace and the old one stands") {
  const TemporaryFolder folder;
  const auto name = publish_one(folder.path());
  std::filesystem::path abandoned;
  {
    const NewGeneration generation(folder.path());
    abandoned = generation.path();
    write_durably(abandoned / "half", "x");
  }
  CHECK_FALSE(std::filesystem::exists(abandoned));
  CHECK(current_generation(folder.path()) == name);
}

TEST_CASE("what a killed writer left is cleared by the next one") {
  const TemporaryFolder folder;
  publish_one(folder.path());
  std::filesystem::create_directory(folder.path() / "gen-000099");
  const auto name = publish_one(folder.path());
  CHECK_FALSE(std::filesystem::exists(folder.path() / "gen-000099"));
  CHECK(OpenGeneration(folder.path()).name() == name);
}

TEST_CASE("a second writer is refused at once") {
  const TemporaryFolder folder;
  const NewGeneration first(folder.path());
  try {
    const NewGeneration second(folder.path());
    FAIL("two writers");
  } catch (const IndexError& error) {
    CHECK(error.kind() == IndexError::Kind::locked);
  }
}

TEST_CASE("the previous generation is kept, older ones go, unless a reader has them open") {
  const TemporaryFolder folder;
  const auto first = publish_one(folder.path());
  {
    const OpenGeneration reader(folder.path());
    publish_one(folder.path());
    publish_one(folder.path());
    CHECK(std::filesystem::exists(folder.path() / first));
  }
  const auto third = *current_generation(folder.path());
  const auto fourth = publish_one(folder.path());
  CHECK_FALSE(std::filesystem::exists(folder.path() / first));
  CHECK(std::filesystem::exists(folder.path() / third));
  CHECK(std::filesystem::exists(folder.path() / fourth));
}

TEST_CASE("an index of a newer schema is refused with both versions named") {
  const TemporaryFolder folder;
  const auto name = publish_one(folder.path());
  write_durably(completion_path(folder.path() / name), "furat-generation 99\nwhatever\n");
  try {
    const OpenGeneration open(folder.path());
    FAIL("opened");
  } catch (const IndexError& error) {
    CHECK(error.kind() == IndexError::Kind::newer);
    CHECK(std::string(error.what()).find("99") != std::string::npos);
    CHECK(std::string(error.what()).find("newer furat") != std::string::npos);
  }
}

TEST_CASE("CURRENT can name nothing outside the index") {
  const TemporaryFolder folder;
  publish_one(folder.path());
  write_durably(folder.path() / "CURRENT", "../../etc\n");
  CHECK(kind_of_failure(folder.path()) == IndexError::Kind::damaged);
}

TEST_CASE("a completion record comes back, half of one is none") {
  const Completion completion{kSchemaVersion, {3, 40, 5}, hex(255), "uuid-1"};
  const auto text = encode(completion);
  CHECK(decode_completion(text) == completion);
  for (std::size_t size = 0; size < text.size(); ++size)
    CHECK_FALSE(decode_completion(text.substr(0, size)));
  CHECK_FALSE(decode_completion(text + "more\n"));
  const auto changed = [&](const std::string& old, const std::string& now) {
    return std::string(text).replace(text.find(old), old.size(), now);
  };
  CHECK_FALSE(decode_completion(changed("articles 3", "articles -3")));  // 2^32 - 3 once
  CHECK_FALSE(decode_completion(changed("articles 3", "articles 4294967296")));
  CHECK_FALSE(decode_completion(changed("digest 0", "digest g")));  // an update counts on from it
  CHECK_FALSE(decode_completion(""));
}

TEST_CASE("the index is the one given, else the nearest above, else that of the environment") {
  const TemporaryFolder folder;
  publish_one(folder.path() / kIndexFolder);
  std::filesystem::create_directories(folder.path() / "a" / "b");
  CHECK(find_index("given", folder.path(), "env") == "given");
  CHECK(find_index("", folder.path() / "a" / "b", "env") == folder.path() / kIndexFolder);
  const TemporaryFolder other;
  CHECK(find_index("", other.path(), "env") == "env");
  CHECK_THROWS_AS(find_index("", other.path(), ""), IndexError);
  CHECK(index_to_build("", other.path(), "") == other.path() / kIndexFolder);
}
