// Any bytes as the words of PDF pages, as poppler might give them: what reads the layout is ours,
// poppler is not. Seven bytes a word.
#include <array>
#include <cmath>

#include "indexer/readers/pdf/sheets.hpp"
#include "indexer/readers/pdf/visual_order.hpp"
#include "tests/fuzz/read_file.hpp"

namespace {

using namespace furat;
using namespace furat::fuzz;
using indexer::pdf::PageWords;
using indexer::pdf::Sheet;
using indexer::pdf::Word;

constexpr std::array<std::string_view, 32> kTexts{
    "the",    "Syrian", "army",         "1",        "2",     "17",   "2017", "•", "(a)",
    "Figure", "3.2",    "TITLE",        "........", ".",     "end.", "co-",  "—", "[12]",
    "*",      "Page",   "of",           "دير",      "الزور", "(١)",  "a",    "I", "IV.",
    "said",   "\"So",   "http://a.b/c", "Table",    "|"};

/// The page of A4, in points; places of words go somewhat beyond it.
constexpr float kWidth = 595, kHeight = 842, kStep = 0.02F;

/// Fonts and places can be anything that a number can be.
float stretched(float number, std::uint8_t how) {
  constexpr float kHuge = 3e37F;
  if (how == 1) return number * kHuge / 1000;
  return how == 2 ? number / kHuge : number;
}

Word word_in(FuzzInput& input, PageWords& page) {
  Word word;
  const auto number = [&] {
    const auto high = input.byte();
    return static_cast<float>(high * 256 + input.byte());
  };
  const auto flags = input.byte();
  word.left = stretched(number() * kStep - 100, flags & 3U);
  word.top = stretched(number() * kStep - 100, flags >> 2U & 3U);
  const auto text = kTexts[input.choice(kTexts.size())];
  word.size = stretched(static_cast<float>(input.byte()) / 4, flags >> 4U & 3U);
  word.right = word.left + word.size * static_cast<float>(text.size()) / 2;
  word.bottom = word.top + word.size;
  word.bold = (flags & 64U) != 0;
  word.space_after = (flags & 128U) != 0;
  word.right_to_left = text.front() < 0;
  word.text_begin = static_cast<std::uint32_t>(page.text.size());
  word.text_size = static_cast<std::uint32_t>(text.size());
  page.text += text;
  return word;
}

/// As PageWordReader lets words through.
bool is_on_page(const Word& word) {
  return word.right > word.left && word.bottom > word.top && word.right > 0 && word.left < kWidth &&
         word.bottom > 0 && word.top < kHeight && std::abs(word.left) < 3e38F &&
         std::abs(word.right) < 3e38F && std::abs(word.top) < 3e38F &&
         std::abs(word.bottom) < 3e38F;
}

std::vector<Sheet> sheets_in(FuzzInput& input) {
  std::vector<Sheet> sheets;
  while (!input.empty()) {
    const auto words = input.byte();
    Sheet sheet;
    sheet.page = static_cast<std::uint32_t>(sheets.size() + 1);
    sheet.words.width = kWidth;
    sheet.words.height = kHeight;
    for (std::size_t i = 0; i < words && !input.empty(); ++i)
      if (const auto word = word_in(input, sheet.words); is_on_page(word))
        sheet.words.words.push_back(word);
    if (!sheet.words.words.empty()) sheets.push_back(std::move(sheet));
  }
  return sheets;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzInput input(data, size);
  const auto line = cleaned(input.rest().substr(0, 200));
  require(indexer::pdf::as_read(line, true).size() == line.size(), "no letter is lost in turning");
  indexer::Article article;
  article.extracted = true;
  indexer::pdf::add_text(sheets_in(input), article);
  require_article(article, article.body.size());
  require_sendable(article);
  require_passages(indexer::split_passages(article), article.body.size());
  return 0;
}
