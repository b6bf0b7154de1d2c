#include <random>

#include "furat/updating.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/changing_archive.hpp"

using namespace furat;
using furat::test::ChangingArchive;

namespace {

const std::string kBridge =
    "Bridge down\n\nA bridge fell near Raqqa on 3 May 2017, the SDF said.\n";
const std::string kDam = "Dam held\n\nThe dam of Tabqa held on 10 May 2017 under ISIS fire.\n";
const std::string kTown = "Town taken\n\nThe army entered Mayadin on 14 October 2017.\n";

std::string record(const std::string& id, const std::string& text) {
  return R"({"id":")" + id + R"(","text":")" + text + "\"}\n";
}

void check_like_rebuilt(const ChangingArchive& archive) {
  CHECK(index_status(archive.index()).digest == archive.rebuilt_digest());
  CHECK(verify_index(archive.index()) == std::vector<std::string>{});
}

}  // namespace

TEST_CASE("an update without a change publishes nothing") {
  const ChangingArchive archive;
  archive.write("a.txt", kBridge);
  const auto built = archive.build();
  auto options = archive.options();
  options.compare_contents = GENERATE(false, true);
  const auto report = update_index(options);
  CHECK_FALSE(report.changes());
  CHECK(report.unchanged == 1);
  CHECK(report.generation.empty());
  CHECK(index_status(archive.index()).generation == built.generation);
}

TEST_CASE(
    "added, changed, moved and removed articles are told apart, and the rest is not touched") {
  const ChangingArchive archive;
  archive.write("a.txt", kBridge);
  archive.write("b.txt", kDam);
  archive.write("c.txt", kTown);
  archive.write("d.txt", "Four\n\nNothing happened in Homs on 1 June 2017.\n");
  (void)archive.build();
  archive.write("a.txt", kBridge + "\nIt was mended on 5 May.\n");
  archive.move("b.txt", "moved/b.txt");
  archive.remove("c.txt");
  archive.write("e.txt", "Five\n\nA raid near Abu Kamal on 2 June 2017.\n");
  const auto report = archive.update();
  CHECK(report.changed == 1);
  CHECK(report.moved == 1);
  CHECK(report.removed == 1);
  CHECK(report.added == 1);
  CHECK(report.unchanged == 1);
  CHECK(report.articles == 4);
  check_like_rebuilt(archive);
}

TEST_CASE("of a file of many articles only those that changed are written") {
  const ChangingArchive archive;
  archive.write("wire.jsonl", record("x", "A bridge fell near Raqqa.") +
                                  record("y", "A dam held near Tabqa.") +
                                  record("z", "The army entered Mayadin."));
  (void)archive.build();
  archive.write("wire.jsonl", record("x", "A bridge fell near Raqqa.") +
                                  record("y", "A dam burst near Tabqa.") +
                                  record("w", "Calm in Homs."));
  const auto report = archive.update();
  CHECK(report.unchanged == 1);
  CHECK(report.changed == 1);
  CHECK(report.added == 1);
  CHECK(report.removed == 1);
  check_like_rebuilt(archive);
}

TEST_CASE("a day of publication in a sidecar changes that article alone") {
  const ChangingArchive archive;
  archive.write("a.txt", "One\n\nA bridge fell near Raqqa on Tuesday.\n");
  archive.write("b.txt", kDam);
  (void)archive.build();
  archive.write("metadata.tsv", "file\tpublished\na.txt\t2017-05-05\n");
  const auto report = archive.update();
  CHECK(report.changed == 1);
  CHECK(report.unchanged == 1);
  check_like_rebuilt(archive);
}

TEST_CASE("a dry run says what would be done and does nothing") {
  const ChangingArchive archive;
  archive.write("a.txt", kBridge);
  const auto built = archive.build();
  archive.write("b.txt", kDam);
  auto options = archive.options();
  options.dry_run = true;
  const auto report = update_index(options);
  CHECK(report.added == 1);
  CHECK(report.names == std::vector<std::string>{"added b.txt"});
  CHECK(index_status(archive.index()).generation == built.generation);
}

TEST_CASE("an update of a part looks at nothing else") {
  const ChangingArchive archive;
  archive.write("north/a.txt", kBridge);
  archive.write("south/b.txt", kDam);
  (void)archive.build();
  archive.write("north/c.txt", kTown);
  archive.remove("south/b.txt");
  auto options = archive.options();
  options.paths = {archive.articles() / "north"};
  const auto report = update_index(options);
  CHECK(report.added == 1);
  CHECK(report.removed == 0);
  CHECK(report.articles == 3);
  CHECK(archive.update().removed == 1);
  check_like_rebuilt(archive);
}

TEST_CASE("a new path is added to the archive and stays a part of it") {
  const ChangingArchive archive;
  archive.write("a.txt", kBridge);
  (void)archive.build();
  std::filesystem::create_directories(archive.folder() / "more");
  std::ofstream(archive.folder() / "more" / "b.txt") << kDam;
  auto options = archive.options();
  options.paths = {archive.folder() / "more"};
  CHECK(update_index(options).added == 1);
  std::ofstream(archive.folder() / "more" / "c.txt") << kTown;
  CHECK(archive.update().added == 1);
  CHECK(index_status(archive.index()).inputs.size() == 2);
}

TEST_CASE("removed files stay out until they are restored") {
  const ChangingArchive archive;
  archive.write("a.txt", kBridge);
  archive.write("b.txt", kDam);
  (void)archive.build();
  CHECK(remove_articles(archive.options(), {"b.txt"}).removed == 1);
  CHECK(index_status(archive.index()).articles == 1);
  CHECK_FALSE(archive.update().changes());
  CHECK(verify_index(archive.index()).empty());
  CHECK(restore_files(archive.options(), {"b.txt"}) == 1);
  CHECK(archive.update().added == 1);
  check_like_rebuilt(archive);
}

TEST_CASE("an article can be removed by its id, an unknown name is refused") {
  const ChangingArchive archive;
  archive.write("wire.jsonl",
                record("x", "A bridge fell near Raqqa.") + record("y", "A dam held near Tabqa."));
  (void)archive.build();
  CHECK(remove_articles(archive.options(), {"x"}).removed == 1);
  CHECK(index_status(archive.index()).articles == 1);
  CHECK_THROWS_AS((void)remove_articles(archive.options(), {"nowhere"}), RequestError);
}

TEST_CASE("an archive that is suddenly empty or gone does not empty the index") {
  const ChangingArchive archive;
  archive.write("a.txt", kBridge);
  const auto built = archive.build();
  SECTION("empty") { archive.remove("a.txt"); }
  SECTION("gone") { std::filesystem::remove_all(archive.articles()); }
  CHECK_THROWS_AS((void)archive.update(), RequestError);
  CHECK(index_status(archive.index()).digest == built.digest);
}

TEST_CASE("a file that cannot be taken is remembered with its reason, and read again once mended") {
  const ChangingArchive archive;
  archive.write("a.txt", kBridge);
  archive.write("b.txt", "");
  (void)archive.build();
  auto status = index_status(archive.index());
  REQUIRE(status.notes.size() == 1);
  CHECK(status.notes[0].file == "b.txt");
  CHECK(status.notes[0].reason.find("no text") != std::string::npos);
  archive.write("b.txt", kDam);
  CHECK(archive.update().added == 1);
  CHECK(index_status(archive.index()).notes.empty());
}

TEST_CASE("of two articles with one id the first in the order of files has it, however it came") {
  const ChangingArchive archive;
  archive.write("b.jsonl", record("x", "A bridge fell near Raqqa."));
  archive.write("c.jsonl", record("y", "Calm in Homs."));
  (void)archive.build();
  archive.write("a.jsonl", record("x", "A dam held near Tabqa."));
  const auto report = archive.update();
  CHECK(report.articles == 2);
  check_like_rebuilt(archive);
  archive.remove("a.jsonl");
  CHECK(archive.update().articles == 2);
  check_like_rebuilt(archive);
}

TEST_CASE("another lexicon annotates from the stored text, without the files") {
  const ChangingArchive archive;
  archive.write("a.txt", kBridge);
  archive.write("b.txt", kDam);
  (void)archive.build();
  const auto lexicon = archive.folder() / "lexicon";
  std::filesystem::copy(std::filesystem::path(FURAT_SOURCE_DIR) / "corpus" / "lexicon", lexicon);
  std::ofstream(lexicon / "places.toml", std::ios::app)
      << "\n[[place]]\nid = \"test-bridge\"\nname = \"Bridge Fell\"\nkind = \"town\"\n"
         "parent = \"sy\"\naliases = [\"bridge fell\"]\n";
  auto options = archive.options();
  options.lexicons = {lexicon};
  options.compare_contents = false;
  const auto report = update_index(options);
  CHECK_FALSE(report.annotated_again.empty());
  BuildOptions fresh;
  fresh.archive.inputs = {archive.articles()};
  fresh.archive.lexicons = {lexicon};
  fresh.index = archive.rebuilt();
  CHECK(index_status(archive.index()).digest == build_index(fresh).digest);
  CHECK(verify_index(archive.index()).empty());

  std::vector<std::string> changed;
  diff_indexes({}, archive.index(), [&](const ValueChange& change) {
    for (const auto& value : change.gained) changed.push_back(change.passage + " + " + value);
  });
  CHECK(changed == std::vector<std::string>{"a.txt#1 + place:test-bridge"});
}

TEST_CASE("compacting keeps contents and digest") {
  const ChangingArchive archive;
  archive.write("a.txt", kBridge);
  archive.write("b.txt", kDam);
  (void)archive.build();
  archive.remove("b.txt");
  archive.write("c.txt", kTown);
  const auto digest = archive.update().digest;
  CHECK(compact_index(archive.options()).digest == digest);
  check_like_rebuilt(archive);
}

TEST_CASE("after any sequence of changes an updated index equals one built anew, answers and all") {
  const ChangingArchive archive;
  std::mt19937 chance(GENERATE(1U, 2U, 3U));
  const std::vector<std::string> towns{"Raqqa", "Tabqa", "Mayadin", "Homs", "Abu Kamal", "Palmyra"};
  const auto text = [&] {
    std::string body = "Report\n\n";
    for (auto sentences = 1 + chance() % 5; sentences > 0; --sentences)
      body += "ISIS fighters left " + towns[chance() % towns.size()] + " on " +
              std::to_string(1 + chance() % 28) + " June 2017. ";
    return body + "\n";
  };
  const auto name = [&] { return "f" + std::to_string(chance() % 12) + ".txt"; };
  for (int i = 0; i < 6; ++i) archive.write(name(), text());
  archive.write("always.txt", text());
  (void)archive.build();
  for (int round = 0; round < 6; ++round) {
    for (auto changes = 1 + chance() % 4; changes > 0; --changes) {
      const auto file = name();
      switch (chance() % 3) {
        case 0:
          archive.remove(file);
          break;
        case 1:
          if (std::filesystem::exists(archive.articles() / file)) archive.move(file, name());
          break;
        default:
          archive.write(file, text());
      }
    }
    (void)archive.update();
    check_like_rebuilt(archive);
    SearchRequest request;
    request.query = "Raqqa fighters";
    request.match = MatchMode::any;
    request.limit = 100;
    request.facets = {"place", "actor", "date", "source", "published"};
    const auto updated = Searcher(archive.index()).search(request);
    const auto rebuilt = Searcher(archive.rebuilt()).search(request);
    REQUIRE(updated.hits.size() == rebuilt.hits.size());
    for (std::size_t i = 0; i < updated.hits.size(); ++i) {
      CHECK(updated.hits[i].passage == rebuilt.hits[i].passage);
      CHECK(updated.hits[i].score == rebuilt.hits[i].score);
    }
    CHECK(updated.total_stories == rebuilt.total_stories);
    REQUIRE(updated.facets.size() == rebuilt.facets.size());
    for (std::size_t f = 0; f < updated.facets.size(); ++f) {
      REQUIRE(updated.facets[f].values.size() == rebuilt.facets[f].values.size());
      for (std::size_t v = 0; v < updated.facets[f].values.size(); ++v) {
        CHECK(updated.facets[f].values[v].id == rebuilt.facets[f].values[v].id);
        CHECK(updated.facets[f].values[v].passages == rebuilt.facets[f].values[v].passages);
      }
    }
  }
}
