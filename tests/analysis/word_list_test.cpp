#include "analysis/lexicon/word_list.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "analysis/lexicon/embedded_file.hpp"
#include "tests/support/catch.hpp"

namespace furat::analysis {
namespace {

TEST_CASE(
    "English words are known in their inflected forms, names and capitalised entries are not") {
  for (const auto* word : {"a", "the", "turkey", "shelling", "shelled", "villages", "colour",
                           "color", "naive", "zucchini", "aback", "dont"})
    CHECK(is_english_word(word) == (std::string_view(word) != "a"));
  for (const auto* word : {"", "aleppo", "raqqa", "syria", "moscow", "zzz", "Village", "a\nb", "#",
                           "the\nthe", "abac", "abacks", "\xff\xfe", "\n"})
    CHECK_FALSE(is_english_word(word));
}

TEST_CASE("First names and surnames are known") {
  for (const auto* name : {"abbas", "thompson", "josephine", "mohammad"})
    CHECK(is_given_name(name));
  for (const auto* word : {"", "raqqa", "shelling", "the", "Thompson", "thompso"})
    CHECK_FALSE(is_given_name(word));
}

TEST_CASE("every line of the word lists is found, so they are sorted") {
  const auto lists = embedded_word_lists();
  REQUIRE(lists.size() == 2);
  CHECK(lists[0].name == "english-words.txt");
  CHECK(lists[1].name == "given-names.txt");
  for (std::size_t list = 0; list < 2; ++list) {
    auto rest = lists[list].contents;
    std::size_t words = 0;
    std::size_t missed = 0;
    while (!rest.empty()) {
      const auto line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(line.size() + 1);
      if (line.starts_with('#')) continue;
      ++words;
      if (!(list == 0 ? is_english_word(line) : is_given_name(line))) ++missed;
    }
    CHECK(words > 1000);
    CHECK(missed == 0);
  }
}

}  // namespace
}  // namespace furat::analysis
