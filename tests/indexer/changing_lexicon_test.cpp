// Changes of the lexicon's actors: what is annotated anew, and that nothing is missed.
#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "furat/updating.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/changing_archive.hpp"
#include "tests/support/sanitized.hpp"
#include "tests/support/temporary_index.hpp"

using namespace furat;
using furat::test::ChangingArchive;
using furat::test::TemporaryFolder;

namespace {

const std::string kFront =
    "[[actor]]\nid = \"test-front\"\nname = \"Olive Front\"\nkind = \"rebels\"\n";

/// An index of some articles, kept in step with a lexicon file.
class Annotated {
 public:
  explicit Annotated(std::filesystem::path articles) : articles_(std::move(articles)) {
    write("");
    (void)build(index());
  }

  [[nodiscard]] std::filesystem::path index() const { return folder_.path() / "index"; }
  void write(const std::string& rows) const { folder_.write("own.toml", rows); }

  [[nodiscard]] UpdateReport update(const std::string& rows) const {
    write(rows);
    UpdateOptions options;
    options.index = index();
    return update_index(options);
  }

  [[nodiscard]] BuildReport build(const std::filesystem::path& index) const {
    BuildOptions options;
    options.archive.inputs = {articles_};
    options.archive.lexicons = {folder_.path() / "own.toml"};
    options.index = index;
    return build_index(options);
  }
  [[nodiscard]] std::filesystem::path rebuilt() const { return folder_.path() / "rebuilt"; }

 private:
  std::filesystem::path articles_;
  TemporaryFolder folder_;
};

using Changes = std::map<std::string, std::vector<std::string>>;

/// By passage.
Changes changes_between(const std::filesystem::path& old, const std::filesystem::path& index) {
  Changes changes;
  diff_indexes(old, index, [&](const ValueChange& change) {
    auto& values = changes[change.passage];
    for (const auto& value : change.lost) values.push_back("- " + value);
    for (const auto& value : change.gained) values.push_back("+ " + value);
  });
  return changes;
}

/// Values of all articles that the answer to a search for them has, with their counts.
std::map<std::string, std::size_t> facets_of(const std::filesystem::path& index) {
  SearchRequest request;
  request.facets = {"place", "actor", "kind"};
  request.facet_limit = 10'000;
  std::map<std::string, std::size_t> counts;
  for (const auto& facet : Searcher(index).search(request).facets)
    for (const auto& value : facet.values)
      counts[facet.dimension + ":" + value.id + " " + value.name] = value.passages;
  return counts;
}

/// The updated index is what a build by the same lexicon makes.
void check_like_rebuilt(const Annotated& archive) {
  CHECK(archive.build(archive.rebuilt()).digest == index_status(archive.index()).digest);
  CHECK(verify_index(archive.index()) == std::vector<std::string>{});
  CHECK(changes_between(archive.rebuilt(), archive.index()).empty());
  CHECK(facets_of(archive.index()) == facets_of(archive.rebuilt()));
}

const std::vector<std::string> kArticles{
    "One\n\nThe Olive Front met envoys in Raqqa on 3 May 2017. Fighters left.\n",
    "Two\n\nThe Green Band shelled Tabqa, and the Olive Front answered.\n",
    "Three\n\nNothing happened in Homs on 4 May 2017, residents said.\n",
    "Olive Front wins\n\nA bridge fell near Mayadin.\n",
    "Five\n\nCommander Karim Ovaldi spoke in Raqqa. Ovaldi said little.\n",
    "Six\n\nBhutanese troops trained at the base; the Bhutanese foreign ministry said so.\n",
    "Seven\n\nقال سكان في الرقة إن القوة للجيش الزيتوني وصلت.\n",
    "Eight\n\nRain fell on Homs in the first week of May 2017.\n",
    "Nine\n\nA bakery opened in Aleppo again.\n",
};

/// The articles as files.
class Texts : public ChangingArchive {
 public:
  explicit Texts(const std::vector<std::string>& texts) {
    for (std::size_t i = 0; i < texts.size(); ++i)
      write("a" + std::to_string(i + 1) + ".txt", texts[i]);
  }
};

}  // namespace

TEST_CASE("a new actor annotates the articles that may name it, and diff lists what changed") {
  const Texts texts(kArticles);
  const Annotated archive(texts.articles());
  const auto report = archive.update(kFront);
  CHECK(report.lexicon_changed);
  CHECK(report.annotated_again.empty());
  CHECK(report.annotated == 3);
  CHECK(report.unchanged == kArticles.size());
  CHECK(changes_between({}, archive.index()) ==
        Changes{{"a1.txt#1", {"- actor:found-body-olive-front", "+ actor:test-front"}},
                {"a2.txt#1", {"- actor:found-body-olive-front", "+ actor:test-front"}},
                {"a4.txt#1", {"- actor:found-body-olive-front", "+ actor:test-front"}}});
  check_like_rebuilt(archive);

  const auto again = archive.update("");
  CHECK(again.annotated == 3);
  check_like_rebuilt(archive);
}

TEST_CASE("a change of a lexicon file that changes no actor annotates nothing") {
  const Texts texts(kArticles);
  const Annotated archive(texts.articles());
  const auto report = archive.update("# nothing yet\n");
  CHECK(report.lexicon_changed);
  CHECK(report.annotated == 0);
  CHECK_FALSE(archive.update("# nothing yet\n").changes());
  check_like_rebuilt(archive);
}

TEST_CASE("a place that is added annotates everything") {
  const Texts texts(kArticles);
  const Annotated archive(texts.articles());
  (void)archive.update(kFront);
  const auto report = archive.update(
      kFront + "[[place]]\nid = \"test-base\"\nname = \"Base Olive\"\nkind = \"town\"\n");
  CHECK(report.annotated_again == "the lexicon changed");
  check_like_rebuilt(archive);
}

TEST_CASE("an actor that was found becomes the row that the lexicon gets for it") {
  const Texts texts(kArticles);
  const Annotated archive(texts.articles());
  REQUIRE(facets_of(archive.index()).contains("actor:found-person-karim-ovaldi Karim Ovaldi"));
  SECTION("under an id of its own") {
    (void)archive.update(
        "[[actor]]\nid = \"ovaldi\"\nname = \"Karim Ovaldi\"\nkind = \"person\"\n");
    CHECK(facets_of(archive.index()).contains("actor:ovaldi Karim Ovaldi"));
    CHECK_FALSE(
        facets_of(archive.index()).contains("actor:found-person-karim-ovaldi Karim Ovaldi"));
  }
  SECTION("under the id by which it was found, by another name") {
    (void)archive.update(
        "[[actor]]\nid = \"found-person-karim-ovaldi\"\nname = \"Colonel Ovaldi\"\n"
        "kind = \"person\"\n");
    CHECK(facets_of(archive.index()).contains("actor:found-person-karim-ovaldi Colonel Ovaldi"));
  }
  check_like_rebuilt(archive);
  (void)archive.update("");
  check_like_rebuilt(archive);
}

TEST_CASE("bodies of a country follow a row for its government") {
  const Texts texts(kArticles);
  const Annotated archive(texts.articles());
  (void)archive.update(
      "[[actor]]\nid = \"test-cabinet\"\nname = \"Thimphu cabinet\"\nkind = \"state\"\n"
      "country = \"BT\"\nnational = \"government\"\n");
  check_like_rebuilt(archive);
  (void)archive.update("");
  check_like_rebuilt(archive);
}

TEST_CASE("a row is also what is spelled like it, and what is called after the same people") {
  const Texts texts(kArticles);
  texts.write("s1.txt", "Nine\n\nMen of Jeish al-Zeitoun left Raqqa with Youssef al-Basry.\n");
  texts.write("s2.txt", "Ten\n\nZoroastrian fighters and Sunni units came to Raqqa.\n");
  const Annotated archive(texts.articles());
  (void)archive.update(
      "[[actor]]\nid = \"test-jaysh\"\nname = \"Jaysh al-Zaytun\"\nkind = \"rebels\"\n"
      "[[actor]]\nid = \"test-basri\"\nname = \"Yusuf al-Basri\"\nkind = \"person\"\n"
      "[[actor]]\nid = \"test-sunni\"\nname = \"Sunni forces\"\nkind = \"identity_militia\"\n");
  const auto changed = changes_between({}, archive.index());
  CHECK(changed.contains("s1.txt#1"));
  CHECK(changed.contains("s2.txt#1"));
  check_like_rebuilt(archive);
  (void)archive.update("");
  check_like_rebuilt(archive);
}

TEST_CASE("an Arabic name is found with the preposition that is written onto it") {
  const Texts texts(kArticles);
  const Annotated archive(texts.articles());
  const auto report = archive.update(kFront + "arabic = [\"الجيش الزيتوني\"]\n");
  CHECK(report.annotated == 4);
  CHECK(changes_between({}, archive.index()).contains("a7.txt#1"));
  check_like_rebuilt(archive);
}

TEST_CASE("articles that come and go in the same run are annotated by the new lexicon once") {
  const Texts texts(kArticles);
  const Annotated archive(texts.articles());
  texts.write("a1.txt", "One\n\nThe Olive Front left Raqqa on 5 May 2017 with its guns.\n");
  texts.write("b.txt", "Ten\n\nThe Olive Front came back to Raqqa.\n");
  texts.remove("a2.txt");
  const auto report = archive.update(kFront);
  CHECK(report.added == 1);
  CHECK(report.changed == 1);
  CHECK(report.removed == 1);
  CHECK(report.annotated == 1);
  check_like_rebuilt(archive);
}

TEST_CASE("numbers of values stay sound when files go and come between changes of the lexicon") {
  const Texts texts(kArticles);
  const Annotated archive(texts.articles());
  (void)archive.update(kFront);
  texts.write("c.txt", "Ten\n\nCommander Salim Tervani met Commander Karim Ovaldi.\n");
  (void)archive.update(kFront);
  check_like_rebuilt(archive);
  UpdateOptions options;
  options.index = archive.index();
  (void)remove_articles(options, {"c.txt"});
  CHECK(verify_index(archive.index()) == std::vector<std::string>{});
  (void)archive.update(kFront + "aliases = [\"Green Band\"]\n" +
                       "[[actor]]\nid = \"second\"\nname = \"Salim Tervani\"\nkind = \"person\"\n");
  CHECK(verify_index(archive.index()) == std::vector<std::string>{});
  (void)archive.update("[[actor]]\nid = \"third\"\nname = \"Green Band\"\nkind = \"rebels\"\n");
  CHECK(verify_index(archive.index()) == std::vector<std::string>{});
}

TEST_CASE("nothing is removed while the lexicon waits for an update") {
  const Texts texts(kArticles);
  const Annotated archive(texts.articles());
  archive.write(kFront);
  UpdateOptions options;
  options.index = archive.index();
  CHECK_THROWS_AS(remove_articles(options, {"a1.txt"}), RequestError);
  (void)archive.update(kFront);
  CHECK(remove_articles(options, {"a1.txt"}).removed == 1);
}

namespace {

/// A list of actors that changes at random, of names that the sample archive has.
class RandomActors {
 public:
  explicit RandomActors(unsigned seed) : chance_(seed) {}

  std::string change() {
    const auto which = chance_() % 8;
    if (rows_.size() < 2 || which == 0) {
      add();
    } else if (which == 1) {
      rows_.erase(rows_.begin() + static_cast<std::ptrdiff_t>(chance_() % rows_.size()));
    } else {
      auto& row = rows_[chance_() % rows_.size()];
      if (which == 2) row.name = any(kNames);
      if (which == 3) toggle(row.aliases, any(kNames));
      if (which == 4) toggle(row.needs_country, any(kNames));
      if (which == 5) row.parent = row.parent.empty() ? any(kParents) : "";
      if (which == 6) row.kind = any(kKinds);
      if (which == 7) row.country = any(kCountries);
    }
    return text();
  }

 private:
  struct Row {
    std::string id, name, kind, country, parent;
    std::set<std::string> aliases, needs_country;
  };

  std::string any(const std::vector<std::string>& list) { return list[chance_() % list.size()]; }

  static void toggle(std::set<std::string>& names, const std::string& name) {
    if (names.erase(name) == 0) names.insert(name);
  }

  void add() {
    Row row{
        "own-" + std::to_string(next_++), any(kNames), any(kKinds), any(kCountries), "", {}, {}};
    for (auto count = chance_() % 3; count > 0; --count) row.aliases.insert(any(kNames));
    rows_.push_back(std::move(row));
  }

  /// Without names that a row before it has: nobody could tell the two apart.
  [[nodiscard]] std::string text() const {
    std::set<std::string> taken;
    std::string text;
    const auto list = [&](const char* key, const std::set<std::string>& names) {
      std::string items;
      for (const auto& name : names) items += (items.empty() ? "\"" : ", \"") + name + "\"";
      return std::string(key) + " = [" + items + "]\n";
    };
    for (const auto& row : rows_) {
      if (!taken.insert(row.name).second) continue;
      auto aliases = row.aliases;
      std::erase_if(aliases, [&](const auto& name) { return !taken.insert(name).second; });
      text += "[[actor]]\nid = \"" + row.id + "\"\nname = \"" + row.name + "\"\nkind = \"" +
              row.kind + "\"\ncountry = \"" + row.country + "\"\n";
      if (!row.parent.empty()) text += "parent = \"" + row.parent + "\"\n";
      auto conditional = row.needs_country;
      std::erase_if(conditional,
                    [&](const auto& name) { return name != row.name && aliases.count(name) == 0; });
      text += list("aliases", aliases) + list("needs_country", conditional);
    }
    return text;
  }

  static const std::vector<std::string> kNames, kKinds, kCountries, kParents;
  std::mt19937 chance_;
  std::vector<Row> rows_;
  int next_ = 0;
};

const std::vector<std::string> RandomActors::kNames{
    "convoy",  "Khabur",    "Omar field",    "militias",   "garrison",
    "Conoco",  "guards",    "governor",      "elders",     "pontoon bridge",
    "Shaitat", "tribesmen", "civil council", "the Khabur", "engineers"};
const std::vector<std::string> RandomActors::kKinds{"rebels", "state_forces", "organisation",
                                                    "person"};
const std::vector<std::string> RandomActors::kCountries{"SY", "IQ", "TR"};
const std::vector<std::string> RandomActors::kParents{"sdf", "syrian-government", "coalition"};

}  // namespace

TEST_CASE("after any change of actors an updated index equals one built anew") {
  const Annotated archive(furat::test::sample_archive());
  RandomActors actors(GENERATE(1U, 2U));
  std::size_t partly = 0;
  for (int round = 0; round < (test::kSanitized ? 2 : 4); ++round) {
    const auto rows = actors.change();
    CAPTURE(rows);
    const auto report = archive.update(rows);
    partly += report.annotated_again.empty() && report.annotated > 0 ? 1U : 0U;
    check_like_rebuilt(archive);
  }
  CHECK(partly > 0);
}
