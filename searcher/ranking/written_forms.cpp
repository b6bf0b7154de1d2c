#include "searcher/ranking/written_forms.hpp"

#include <unordered_map>

#include "analysis/text/tokenizer.hpp"
#include "searcher/ranking/related_terms.hpp"

namespace furat {

std::vector<std::string> written_forms(const std::vector<std::string>& stems,
                                       const std::vector<RankedPassage>& passages,
                                       const GenerationView& view,
                                       analysis::TermAnalyzer& analyzer) {
  std::unordered_map<std::string, std::string> forms;
  for (const auto& stem : stems) forms[stem];
  std::size_t missing = forms.size();
  for (std::size_t i = 0; i < passages.size() && i < kFeedbackPassages && missing != 0; ++i) {
    const auto record = view.passage(passages[i].passage);
    const auto words = analysis::tokenize(record.text);
    for (const auto& word : words.tokens()) {
      const auto form = forms.find(std::string(analyzer.stem(words.folded(word))));
      if (form == forms.end() || !form->second.empty()) continue;
      form->second = words.folded(word);
      --missing;
    }
  }
  std::vector<std::string> written;
  for (const auto& stem : stems) written.push_back(forms[stem].empty() ? stem : forms[stem]);
  return written;
}

}  // namespace furat
