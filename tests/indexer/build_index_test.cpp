#include <xapian.h>

#include <algorithm>

#include "furat/indexing.hpp"
#include "index/date_intervals.hpp"
#include "index/schema.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_index.hpp"

using namespace furat;
using furat::test::TemporaryFolder;
using furat::test::TemporaryIndex;

TEST_CASE("the sample archive is indexed without a failure and verifies clean") {
  const TemporaryIndex index(furat::test::sample_archive());
  CHECK(index.report().skipped() == 0);
  CHECK(index.report().articles >= 24);
  CHECK(verify_index(index.path()).empty());
}

TEST_CASE("building twice, with one thread or many, gives the same digest") {
  const TemporaryIndex one(furat::test::sample_archive(), 1);
  const TemporaryIndex four(furat::test::sample_archive(), 4);
  CHECK(one.report().digest == four.report().digest);
  CHECK(one.report().passages == four.report().passages);
}

TEST_CASE("a changed article changes the digest") {
  TemporaryIndex index({{"a.txt", "A bridge fell near Raqqa.", "", ""}});
  const auto before = index.report().digest;
  std::ofstream(index.articles() / "a.txt") << "A bridge fell near Tabqa.";
  index.build(index.articles());
  CHECK(index.report().digest != before);
}

TEST_CASE("bad articles are reported and skipped, the good ones are indexed") {
  const TemporaryFolder folder;
  folder.write("archive/good.txt", "A good article about Raqqa.");
  folder.write("archive/empty.txt", "");
  folder.write("archive/blank.txt", " \n\n ");
  folder.write("archive/binary.txt",
               std::string("\0\x01\x02\0\0\xFF\xFE\0", 8) + std::string(4000, '\0'));
  folder.write("archive/rows.jsonl",
               "{\"id\":\"x\",\"text\":\"One row about Mosul.\"}\nnot json\n{\"id\":\"y\"}\n");
  std::filesystem::create_symlink("good.txt", folder.path() / "archive" / "link.txt");
  BuildOptions options;
  options.archive.inputs = {folder.path() / "archive"};
  options.index = folder.path() / "index";
  const auto report = build_index(options);
  CHECK(report.articles == 2);
  std::string said;
  for (const auto& problem : report.problems) said += problem.where + ": " + problem.message + "\n";
  CAPTURE(said);
  for (const auto* where :
       {"empty.txt", "blank.txt", "binary.txt", "rows.jsonl:2", "rows.jsonl:3", "link.txt"})
    CHECK(said.find(where) != std::string::npos);
  CHECK(report.skipped() == 6);
  CHECK(verify_index(options.index).empty());
}

TEST_CASE(
    "an archive without any article, or a path that is not there, never replaces a good index") {
  TemporaryIndex index({{"a.txt", "A bridge fell near Raqqa.", "", ""}});
  const auto generation = index.report().generation;
  const TemporaryFolder empty;
  BuildOptions options;
  options.index = index.path();
  options.archive.inputs = {empty.path()};
  CHECK(build_index(options).generation.empty());
  options.archive.inputs = {index.articles(), empty.path() / "mistyped"};
  CHECK_THROWS_AS(build_index(options), RequestError);
  CHECK(index_status(index.path()).generation == generation);
  CHECK(verify_index(index.path()).empty());
}

TEST_CASE("articles of the same name in two folders are both kept") {
  const TemporaryFolder folder;
  folder.write("one/a.txt", "The first.");
  folder.write("two/a.txt", "The second.");
  BuildOptions options;
  options.archive.inputs = {folder.path() / "one", folder.path() / "two"};
  options.index = folder.path() / "index";
  CHECK(build_index(options).articles == 2);
}

TEST_CASE("a cancelled build publishes nothing and leaves the old index") {
  TemporaryIndex index({{"a.txt", "A bridge fell near Raqqa.", "", ""}});
  const auto generation = index.report().generation;
  BuildOptions options;
  options.archive.inputs = {index.articles()};
  options.index = index.path();
  options.cancelled = [] { return true; };
  CHECK(build_index(options).cancelled);
  CHECK(index_status(index.path()).generation == generation);
  CHECK(verify_index(index.path()).empty());
}

TEST_CASE("verify finds what does not fit") {
  const TemporaryIndex index({{"a.txt", "A bridge fell near Raqqa on 5 May 2017.", "", ""}});
  const auto generation = index.path() / index.report().generation;
  SECTION("columns missing") {
    std::filesystem::remove(generation / "columns");
    CHECK_FALSE(verify_index(index.path()).empty());
  }
  SECTION("counts that were changed") {
    std::ifstream in(generation / "COMPLETE");
    std::string text(std::istreambuf_iterator<char>(in), {});
    text.replace(text.find("passages 1"), 10, "passages 2");
    std::ofstream(generation / "COMPLETE") << text;
    CHECK_FALSE(verify_index(index.path()).empty());
  }
}

TEST_CASE("verify counts the terms and slots of dates again") {
  const TemporaryIndex index({{"a.txt", "A bridge fell on 5 May 2017.", "", ""}});
  const auto passages = index.path() / index.report().generation / "passages";
  const index::DateNode day{index::DateLevel::day, 17'291}, year{index::DateLevel::year, 2017};
  const auto date = *index::days_of(day);
  const auto said = [&](const std::string& part) {
    const auto faults = verify_index(index.path());
    return std::any_of(faults.begin(), faults.end(), [&](const std::string& fault) {
      return fault.find(part) != std::string::npos;
    });
  };
  const auto change = [&](const auto& edit) {
    Xapian::WritableDatabase database(passages.string());
    auto document = database.get_document(1);
    edit(document);
    database.replace_document(1, document);
    database.commit();
  };
  const auto interval = index::interval_term({date});
  CHECK_FALSE(said("XD"));
  SECTION("a scope that is gone") {
    change([&](Xapian::Document& document) { document.remove_term(index::scope_term(year)); });
    CHECK(said("XDS:2017 is missing"));
  }
  SECTION("an interval that is gone") {
    change([&](Xapian::Document& document) { document.remove_term(interval); });
    CHECK(said(interval + " is missing"));
  }
  SECTION("an interval that the text does not have") {
    change([&](Xapian::Document& document) { document.add_boolean_term(interval + ">"); });
    CHECK(said(interval + "> is in 1 passages, a full count gives 0"));
  }
  SECTION("a slot that says otherwise") {
    change([&](Xapian::Document& document) { document.remove_value(index::kSlotDateScopes); });
    CHECK(said("slot of dates"));
  }
}

TEST_CASE("metadata comes from the sidecar and from a file given, which wins") {
  const TemporaryFolder folder;
  folder.write("archive/a.txt", "Troops crossed the river on February 9.");
  folder.write("archive/metadata.toml",
               "[[article]]\nfile = \"a.txt\"\ntitle = \"Beside\"\npublished = \"2019-02-12\"\n");
  const auto given =
      folder.write("given.tsv", "file\ttitle\tpublished\na.txt\tGiven\t2017-03-01\n");
  ArchiveOptions archive;
  archive.inputs = {folder.path() / "archive"};
  const auto first_title = [&] {
    std::string title;
    preview_passages(
        archive, [&](const PassagePreview& passage) { title = passage.title; },
        [](const ArticleProblem&) {});
    return title;
  };
  const auto first_date = [&] {
    std::string value;
    preview_mentions(
        archive,
        [&](const MentionPreview& mention) {
          if (mention.type == "date") value = mention.value;
        },
        [](const ArticleProblem&) {});
    return value;
  };
  CHECK(first_title() == "Beside");
  CHECK(first_date() == "2019-02-09");
  archive.metadata = given;
  CHECK(first_title() == "Given");
  CHECK(first_date() == "2017-02-09");
}
