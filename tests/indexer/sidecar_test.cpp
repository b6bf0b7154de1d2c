#include "indexer/metadata/sidecar.hpp"

#include <unistd.h>

#include <fstream>
#include <stdexcept>

#include "tests/support/catch.hpp"

using furat::indexer::Article;
using furat::indexer::parse_iso_day;
using furat::indexer::read_sidecar;
using furat::indexer::Sidecar;
using furat::indexer::SidecarEntry;
using namespace std::chrono;

namespace {

/// A file that is there while the test runs.
class TemporaryFile {
 public:
  TemporaryFile(const std::string& extension, const std::string& content)
      : path_(std::filesystem::temp_directory_path() /
              ("furat_sidecar_test_" + std::to_string(::getpid()) + extension)) {
    std::ofstream(path_, std::ios::binary) << content;
  }
  ~TemporaryFile() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

Sidecar read(const std::string& extension, const std::string& content) {
  const TemporaryFile file(extension, content);
  return read_sidecar(file.path());
}

std::string failure(const std::string& extension, const std::string& content) {
  try {
    (void)read(extension, content);
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return {};
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

constexpr sys_days kDay = sys_days(year(2017) / 10 / 4);

}  // namespace

TEST_CASE("a day is YYYY-MM-DD and nothing else") {
  CHECK(parse_iso_day("2017-10-04") == kDay);
  CHECK(parse_iso_day("2016-02-29") == sys_days(year(2016) / 2 / 29));
  const auto bad =
      GENERATE("", "2017-10-4", "2017-02-29", "2017-13-01", "2017-10-00", "2017/10/04",
               "2017-10-04 ", " 2017-10-04", "2017-10-04T00:00", "4 Oct 2017", "+017-10-04");
  CHECK_FALSE(parse_iso_day(bad));
}

TEST_CASE("a table gives an entry for each row, its columns in any order") {
  const Sidecar sidecar = read(".tsv",
                               "published\tfile\turl\ttitle\tsource\n"
                               "2017-10-04\ta.txt\thttp://x.test/a\tThe crossing\tdesk\n"
                               "\n"
                               "\t./sub/b.txt\n");
  CHECK(sidecar.problems.empty());
  REQUIRE(sidecar.entries.size() == 2);
  const SidecarEntry& entry = sidecar.entries.at("a.txt");
  CHECK(entry.title == "The crossing");
  CHECK(entry.source == "desk");
  CHECK(entry.url == "http://x.test/a");
  CHECK(entry.published == kDay);
  CHECK_FALSE(sidecar.entries.at("sub/b.txt").published);
}

TEST_CASE("a table may begin with a mark and end its lines as Windows does") {
  const Sidecar sidecar = read(".tsv",
                               "\xEF\xBB\xBF"
                               "file\ttitle\r\na.txt\tÉté\r\n");
  CHECK(sidecar.problems.empty());
  CHECK(sidecar.entries.at("a.txt").title == "Été");
}

TEST_CASE("a row that cannot be used is a sentence with its line, and the rest stands") {
  const Sidecar sidecar = read(".tsv",
                               "file\ttitle\tpublished\tmood\n"
                               "a.txt\tA\t04.10.2017\n"
                               "\tno file\n"
                               "b.txt\tB\t2017-10-04\tgood\textra\n"
                               "a.txt\tagain\n"
                               "c.txt\tC\t2017-10-04\tgood\n");
  REQUIRE(sidecar.problems.size() == 5);
  CHECK(holds(sidecar.problems[0], ".tsv:1: The column \"mood\" is unknown"));
  CHECK(holds(sidecar.problems[1], ".tsv:2: published \"04.10.2017\" is no day"));
  CHECK(holds(sidecar.problems[2], ".tsv:3: The row names no file"));
  CHECK(holds(sidecar.problems[3], ".tsv:4: The row has 5 fields where the header has 4"));
  CHECK(holds(sidecar.problems[4], ".tsv:5: \"a.txt\" has a row already"));
  CHECK(sidecar.entries.size() == 2);
  CHECK(sidecar.entries.at("a.txt").title == "A");
  CHECK(sidecar.entries.at("c.txt").published == kDay);
}

TEST_CASE("a CSV table may quote what holds its delimiter") {
  const auto delimiter = GENERATE(std::string(","), std::string(";"));
  std::string table =
      "File|title|author|published\n"
      "a.txt|\"One, two; \"\"three\"\"\"|Jo Doe|2017-10-04\n"
      "\n"
      "b.txt|\"never closed|x|2017-10-04\n"
      "c.txt|C|\"J. Roe\"|\n";
  for (std::size_t at = 0; (at = table.find('|', at)) != std::string::npos;)
    table.replace(at, 1, delimiter);
  const Sidecar sidecar = read(".csv", table);
  REQUIRE(sidecar.problems.size() == 1);
  CHECK(holds(sidecar.problems[0], ".csv:4: A quote opens in line 4 and is not closed"));
  REQUIRE(sidecar.entries.size() == 2);
  CHECK(sidecar.entries.at("a.txt").title == "One, two; \"three\"");
  CHECK(sidecar.entries.at("a.txt").author == "Jo Doe");
  CHECK(sidecar.entries.at("a.txt").published == kDay);
  CHECK(sidecar.entries.at("c.txt").author == "J. Roe");
}

TEST_CASE("a table of very many columns is no work") {
  std::string header = "file";
  for (int i = 0; i < 100'000; ++i) header += "\tc" + std::to_string(i);
  const Sidecar sidecar = read(".tsv", header + "\na.txt\n");
  CHECK(sidecar.problems.size() == 100'000);
  CHECK(sidecar.entries.size() == 1);
}

TEST_CASE("a TOML file gives an entry for each article") {
  const Sidecar sidecar =
      read(".toml",
           "[[article]]\nfile = \"a.txt\"\ntitle = \"The crossing\"\n"
           "published = \"2017-10-04\"\nsource = \"desk\"\nurl = \"http://x.test\"\n"
           "[[article]]\nfile = 'b.txt'\npublished = 2017-10-04\n");
  CHECK(sidecar.problems.empty());
  CHECK(sidecar.entries.at("a.txt").title == "The crossing");
  CHECK(sidecar.entries.at("a.txt").published == kDay);
  CHECK(sidecar.entries.at("b.txt").published == kDay);
}

TEST_CASE("a TOML entry that cannot be used is a sentence with its line") {
  const Sidecar sidecar = read(".toml",
                               "colour = \"red\"\n"
                               "[[article]]\nfile = \"a.txt\"\ntitel = \"A\"\n"
                               "[[article]]\ntitle = \"nameless\"\n"
                               "[[article]]\nfile = \"b.txt\"\ntitle = 5\npublished = \"soon\"\n");
  REQUIRE(sidecar.problems.size() == 5);
  std::string all;
  for (const std::string& problem : sidecar.problems) all += problem + '\n';
  CHECK(holds(all, ".toml:1: The key \"colour\" is unknown"));
  CHECK(holds(all, ".toml:4: The key \"titel\" is unknown"));
  CHECK(holds(all, ".toml:5: The row names no file"));
  CHECK(holds(all, ".toml:9: The value of title is no string"));
  CHECK(holds(all, ".toml:10: published \"soon\" is no day"));
  CHECK(sidecar.entries.size() == 2);
}

TEST_CASE("a sidecar that cannot be read at all says why") {
  CHECK(holds(failure(".toml", "[[article]]\nfile = \n"), ".toml:2: "));
  CHECK(holds(failure(".tsv", "title\tsource\nA\tdesk\n"),
              ".tsv:1: the header must name the column \"file\""));
  CHECK(holds(failure(".tsv", ""), "empty"));
  CHECK(holds(failure(".csv", ""), "empty"));
  CHECK(holds(failure(".csv", "title,source\nA,desk\n"), ".csv:1: the header must name"));
  CHECK(holds(failure(".json", "{}"), "must end in .toml, .tsv or .csv"));
  CHECK_THROWS_AS(read_sidecar("/nowhere/at/all.tsv"), std::runtime_error);
}

TEST_CASE("what the sidecar states wins, and what it does not state stays") {
  Article article;
  article.title = "From the file";
  article.source = "record";
  article.published_method = "record";
  SidecarEntry entry;
  entry.title = "From the sidecar";
  apply(entry, article);
  CHECK(article.title == "From the sidecar");
  CHECK(article.source == "record");
  CHECK(article.published_method == "record");
  entry.published = kDay;
  apply(entry, article);
  CHECK(article.published == kDay);
  CHECK(article.published_method == "sidecar");
}

TEST_CASE("values keep to one line, whatever a table or a TOML string holds") {
  const auto check = [](const Sidecar& sidecar) {
    CHECK(sidecar.problems.empty());
    const auto& entry = sidecar.entries.at("a.txt");
    CHECK(entry.title == "One two");
    CHECK(entry.source == "News of the day");
    CHECK(entry.author == "Jo Doe");
    CHECK(entry.url == "http://x.test/ a");
  };
  check(read(".csv",
             "file,title,source,author,url\n"
             "a.txt,\"One\ntwo\",\"News\r\nof the\rday\",\"Jo\xE2\x80\xA8"
             "Doe\",\"http://x.test/"
             "\xC2\x85"
             "a\"\n"));
  check(read(".toml",
             "[[article]]\nfile = 'a.txt'\ntitle = \"One\\ntwo\\n\"\n"
             "source = '''\nNews\r\nof the\nday'''\nauthor = \"Jo\\u2029Doe\"\n"
             "url = \"http://x.test/\\u0085a\"\n"));
}

TEST_CASE("a message about a strange key keeps to one line") {
  const Sidecar sidecar = read(".toml", "\"a\\nb\\u2028c\\u009Bd\" = 1\n");
  REQUIRE(sidecar.problems.size() == 1);
  CHECK(holds(sidecar.problems[0], "The key \"a b cd\" is unknown"));
}

TEST_CASE("a message about a strange value is harmless") {
  const Sidecar sidecar = read(".tsv", "file\tpublished\na.txt\t" + std::string(500, 'x') + "\n");
  REQUIRE(sidecar.problems.size() == 1);
  CHECK(sidecar.problems[0].size() < 300);
}
