#include "indexer/unknown_names.hpp"

#include <algorithm>

#include "analysis/lexicon/lexicon.hpp"
#include "tests/support/catch.hpp"

namespace furat::indexer {
namespace {

using Names = std::vector<std::string>;

/// What the passage says that nothing knows.
Names names_in(const std::string& text) {
  static const Annotator annotator(recognition_data());
  PreparedArticle prepared;
  prepared.passages.emplace_back();
  prepared.passages.front().text = text;
  const auto article = annotator.annotate(std::move(prepared));
  return unknown_names(article.annotated.front());
}

TEST_CASE("runs of capitals that nothing knows are names") {
  CHECK(names_in("They drove to Kafr Shanbat and back.") == Names{"Kafr Shanbat"});
  CHECK(names_in("They met in Shanbat.") == Names{"Shanbat"});
  CHECK(names_in("The road to Umm ash-Shanbat is closed.") == Names{"Umm ash-Shanbat"});
  CHECK(names_in("A man from Ma`arrat al-Shanbit said so.") == Names{"Ma`arrat al-Shanbit"});
  CHECK(names_in("A man from Ras ‘Ayn Shanbit’s north said so.").size() == 1);
}

TEST_CASE("plain words, known places, dates and sentence beginnings are none") {
  CHECK(names_in("The fighting in Raqqa stopped. Residents said so on Monday.").empty());
  CHECK(names_in("In October Russian jets bombed Deir ez-Zor. Five Women Died").empty());
  CHECK(names_in("it was shanbat").empty());
}

TEST_CASE("titles and acronyms are left out") {
  CHECK(names_in("He spoke to General Shanbat.") == Names{"Shanbat"});
  CHECK(names_in("He spoke to Thomas Shanbat of the QZX.") == Names{"Thomas Shanbat"});
}

TEST_CASE("Arabic words in Latin text are names, in Arabic text those after a cue") {
  CHECK(names_in("The sign said كفر شنبط here.") == Names{"كفر شنبط"});
  const auto names =
      names_in("وصلت القوات أمس إلى مدينة شنبط بعد معارك طويلة مع المسلحين في المنطقة كلها");
  CHECK(names == Names{"شنبط", "شنبط بعد"});
}

TEST_CASE("bin joins the words of a name, and a comma a surname to what follows") {
  CHECK(names_in("It was Zayd bin Khalil al-Shanbati.") == Names{"Zayd bin Khalil al-Shanbati"});
  const auto listed = names_in("They named Shanbati, Zaydan.");
  CHECK(std::count(listed.begin(), listed.end(), "Shanbati, Zaydan") == 1);
  const auto three = names_in("They named Shanbati, Zaydan, Kurbaj.");
  CHECK(three == Names{"Kurbaj", "Shanbati", "Zaydan"});
}

TEST_CASE("the full stop of an initial ends no name") {
  CHECK(names_in("It was Zayd K. Shanbati again.") == Names{"Zayd K. Shanbati"});
}

TEST_CASE("a given name behind a comma is no whole name") {
  const auto names = names_in("The note spoke of Shanbati, Muhammad at length.");
  CHECK(std::count(names.begin(), names.end(), "Muhammad") == 0);
  CHECK(std::count(names.begin(), names.end(), "Shanbati, Muhammad") == 1);
}

TEST_CASE("a found body has its whole name, with what are English words in it") {
  const auto names = names_in("They bought it from Shanbati Trading Company last week.");
  CHECK(names == Names{"Shanbati Trading Company"});
}

TEST_CASE("terms hold the skeleton and the name as written") {
  AnnotatedPassage passage;
  const std::string text = "They drove to Kafr Shanbat.";
  passage.tokens = analysis::tokenize(text);
  CHECK(name_terms(passage) ==
        Names{"XN:KFRCNBT\tKafr Shanbat", "XN:CNBT\x1FKafr Shanbat", "XN:KFR\x1FKafr Shanbat"});
}

}  // namespace
}  // namespace furat::indexer
