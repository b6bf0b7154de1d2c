// Measures what marking a passage and choosing its snippet costs: milliseconds for passages of 500,
// 2,000 and 10,000 bytes.
//
// usage: furat-snippet-cost TEXT_FILE WORD...
//
// The passages are the beginning of the text, repeated if it is short. The words are marked, the
// first two of them also as a phrase and near each other. Writes one JSON object: the best of 200
// runs of each step, with a stemmer that knows the words, as after the first hit of a search.
#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>
#include <limits>
#include <string>
#include <vector>

#include "searcher/snippets/snippet_maker.hpp"

namespace {

using namespace furat;

double best_milliseconds(const auto& action) {
  constexpr int kRuns = 200;
  double best = std::numeric_limits<double>::max();
  for (int i = 0; i < kRuns; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    action();
    best = std::min(
        best, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
                  .count());
  }
  return best;
}

std::vector<std::string> stems_of(const std::vector<std::string>& words,
                                  analysis::TermAnalyzer& analyzer) {
  std::vector<std::string> stems;
  for (const auto& word : words) {
    const auto tokens = analysis::tokenize(word);
    for (const auto& token : tokens.tokens())
      stems.emplace_back(analyzer.stem(tokens.folded(token)));
  }
  return stems;
}

HighlightSpec spec_of(const std::vector<std::string>& stems) {
  HighlightSpec spec;
  spec.words.insert(stems.begin(), stems.end());
  if (stems.size() < 2) return spec;
  spec.phrases.push_back({stems[0], stems[1]});
  TextPattern near;
  near.kind = TextPattern::Kind::close;
  near.closeness.words = 10;
  near.children.resize(2);
  near.children[0].stems = {stems[0]};
  near.children[1].stems = {stems[1]};
  spec.patterns.push_back(std::move(near));
  return spec;
}

void measure(const std::string& text, const HighlightSpec& spec, analysis::TermAnalyzer& analyzer) {
  std::vector<analysis::ByteSpan> spans;
  const double marking =
      best_milliseconds([&] { spans = matching_spans(text, spec, {}, analyzer); });
  const double choosing = best_milliseconds([&] {
    static_cast<void>(make_snippet(text, spans, {300, 3}));
  });
  std::cout << "\"" << text.size() << "\": {\"marks\": " << spans.size()
            << ", \"marking_ms\": " << marking << ", \"choosing_ms\": " << choosing << "}";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: furat-snippet-cost TEXT_FILE WORD...\n";
    return 2;
  }
  std::ifstream file(argv[1], std::ios::binary);
  const std::string source{std::istreambuf_iterator<char>(file), {}};
  if (source.empty()) {
    std::cerr << "furat-snippet-cost: there is no text in " << argv[1] << "\n";
    return 2;
  }
  analysis::TermAnalyzer analyzer;
  const auto spec = spec_of(stems_of({argv + 2, argv + argc}, analyzer));
  const char* separator = "{";
  for (const std::size_t size : {500U, 2'000U, 10'000U}) {
    std::string text = source;
    while (text.size() < size) text += " " + source;
    std::cout << separator;
    measure(text.substr(0, size), spec, analyzer);
    separator = ", ";
  }
  std::cout << "}\n";
  return 0;
}
