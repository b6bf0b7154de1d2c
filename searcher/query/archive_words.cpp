#include "searcher/query/archive_words.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "analysis/text/ascii.hpp"
#include "index/schema.hpp"

namespace furat {
namespace {

/// Words that one star stands for at most, the most frequent ones.
constexpr std::size_t kMostWords = 1000;

template <class Take>
void for_each_term(const Xapian::Database& database, const std::string& beginning, Take take) {
  const auto end = database.allterms_end(beginning);
  for (auto term = database.allterms_begin(beginning); term != end; ++term)
    take(*term, term.get_termfreq());
}

/// Collects terms and keeps the most frequent.
class MostFrequent {
 public:
  void add(std::string term, Xapian::doccount frequency) {
    found_.emplace_back(frequency, std::move(term));
  }
  [[nodiscard]] FittingWords take() {
    std::sort(found_.begin(), found_.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    FittingWords words;
    words.left_out = found_.size() - std::min(found_.size(), kMostWords);
    found_.resize(std::min(found_.size(), kMostWords));
    for (auto& [frequency, term] : found_) words.terms.push_back(std::move(term));
    return words;
  }

 private:
  std::vector<std::pair<Xapian::doccount, std::string>> found_;
};

/// Letters that a form shares with its stem: Snowball's English changes the end of a word, and in a
/// few words of one syllable the vowel ("dying", "die").
std::string_view shared_beginning(std::string_view stem) {
  constexpr std::size_t kShared = 3;
  if (stem.size() > kShared) return stem.substr(0, kShared);
  const bool changes_vowel = stem == "die" || stem == "lie" || stem == "tie";
  return stem.substr(0, changes_vowel ? 1 : std::min<std::size_t>(stem.size(), 2));
}

}  // namespace

FittingWords words_beginning(const std::string& folded, bool in_title, const GenerationView& view) {
  MostFrequent found;
  const auto add = [&found](std::string term, Xapian::doccount frequency) {
    found.add(std::move(term), frequency);
  };
  if (in_title) {
    for_each_term(view.database(), std::string(index::prefix::kTitle) + folded, add);
  } else {
    for_each_term(view.database(), folded, add);
    for_each_term(view.database(), std::string(index::prefix::kExact) + folded, add);
  }
  return found.take();
}

FittingWords words_fitting(const WildcardPattern& pattern, const GenerationView& view,
                           analysis::TermAnalyzer& analyzer) {
  MostFrequent found;
  const std::string beginning(pattern.beginning());
  for_each_term(view.database(), beginning,
                [&](const std::string& term, Xapian::doccount frequency) {
                  // A form that has no term of its own is its own stem.
                  if (pattern.matches(term) && analyzer.stem(term) == term)
                    found.add(term, frequency);
                });
  const std::string exact(index::prefix::kExact);
  for_each_term(view.database(), exact + beginning,
                [&](const std::string& term, Xapian::doccount frequency) {
                  if (pattern.matches(std::string_view(term).substr(exact.size())))
                    found.add(term, frequency);
                });
  return found.take();
}

std::optional<std::vector<std::string>> other_forms(const std::string& form,
                                                    const std::string& stem,
                                                    const GenerationView& view,
                                                    analysis::TermAnalyzer& analyzer) {
  if (!analysis::is_ascii(stem)) return std::nullopt;
  std::vector<std::string> others;
  const std::string exact(index::prefix::kExact);
  for_each_term(view.database(), exact + std::string(shared_beginning(stem)),
                [&](const std::string& term, Xapian::doccount) {
                  const std::string_view other = std::string_view(term).substr(exact.size());
                  if (other != form && analyzer.stem(other) == stem) others.push_back(term);
                });
  return others;
}

}  // namespace furat
