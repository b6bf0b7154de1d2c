// Finds the acronym definitions of texts, to be measured (scripts/evaluate-acronyms).
//
// usage: furat-acronyms [--cost] FILE...
//
// Each file is one text. Prints one TSV row a definition: file, offset of the short form in bytes,
// short form, long form, "yes" if the letters match, rule. With --cost, what finding them takes
// instead: microseconds per 100 words, beside those of tokenizing.
#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/actors/acronym_definitions.hpp"
#include "analysis/text/tokenizer.hpp"

namespace {

using namespace furat::analysis;

constexpr int kRuns = 15;

std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string one_line(std::string_view text) {
  std::string line(text);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return line;
}

void print_definitions(const std::vector<std::string>& paths) {
  for (const auto& path : paths) {
    const auto content = content_of(path);
    const auto text = tokenize(content);
    for (const auto& found : acronym_definitions(text))
      std::cout << path << '\t' << found.short_form.begin << '\t'
                << one_line(found.short_form.of(content)) << '\t'
                << one_line(found.long_form.of(content)) << '\t'
                << (found.letters_match ? "yes" : "no") << '\t' << found.rule << '\n';
  }
}

double best_milliseconds(const auto& action) {
  double best = std::numeric_limits<double>::max();
  for (int run = 0; run < kRuns; ++run) {
    const auto begin = std::chrono::steady_clock::now();
    action();
    const std::chrono::duration<double, std::milli> taken =
        std::chrono::steady_clock::now() - begin;
    best = std::min(best, taken.count());
  }
  return best;
}

void print_cost(const std::vector<std::string>& paths) {
  std::vector<std::string> contents;
  std::vector<TokenizedText> texts;
  for (const auto& path : paths) contents.push_back(content_of(path));
  const auto tokenizing = best_milliseconds([&] {
    texts.clear();
    for (const auto& content : contents) texts.push_back(tokenize(content));
  });
  std::size_t definitions = 0, words = 0;
  for (const auto& text : texts) words += text.size();
  const auto finding = best_milliseconds([&] {
    definitions = 0;
    for (const auto& text : texts) definitions += acronym_definitions(text).size();
  });
  const auto per_100_words = [&](double ms) {
    return ms * 1000 * 100 / static_cast<double>(std::max<std::size_t>(words, 1));
  };
  std::cout << "{\"words\": " << words << ", \"definitions\": " << definitions
            << ", \"tokenizing_us_per_100_words\": " << per_100_words(tokenizing)
            << ", \"acronyms_us_per_100_words\": " << per_100_words(finding) << "}\n";
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> paths(argv + 1, argv + argc);
  const bool cost = !paths.empty() && paths.front() == "--cost";
  if (cost) paths.erase(paths.begin());
  if (cost)
    print_cost(paths);
  else
    print_definitions(paths);
  return 0;
}
