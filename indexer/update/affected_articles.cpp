#include "indexer/update/affected_articles.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/actors/found_actor.hpp"
#include "analysis/lexicon/name_matcher.hpp"
#include "analysis/names/transliteration_keys.hpp"
#include "analysis/text/term_analyzer.hpp"
#include "index/damaged.hpp"
#include "index/schema.hpp"
#include "index/tables.hpp"
#include "indexer/seen_names.hpp"

namespace furat::indexer {
namespace {

/// Gathers documents, then their articles.
class ArticleSearch {
 public:
  explicit ArticleSearch(const Xapian::Database& database) : database_(database) {}

  void add_all_with(const std::string& term) {
    documents_.insert(database_.postlist_begin(term), database_.postlist_end(term));
  }

  void add_all_with(const WantedName& name) {
    Xapian::Enquire enquire(database_);
    enquire.set_query(in_text(name) | in_title(name));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    const auto found = enquire.get_mset(0, database_.get_doccount());
    for (auto document = found.begin(); document != found.end(); ++document)
      documents_.insert(*document);
  }

  /// Found actors whose names sound so: a row of the lexicon may be them, or be so no longer.
  void add_found_with(const std::set<std::string>& sounds) {
    if (sounds.empty()) return;
    for (const auto prefix : {index::prefix::kMention, index::prefix::kTitleMention}) {
      const auto begin = std::string(prefix) + "found-";
      for (auto term = database_.allterms_begin(begin); term != database_.allterms_end(begin);
           ++term) {
        const auto text = *term;
        if (sounds_like(text.substr(prefix.size()), sounds)) add_all_with(text);
      }
    }
  }

  [[nodiscard]] std::set<std::uint32_t> articles() const {
    std::set<std::uint32_t> numbers;
    auto value = database_.valuestream_begin(index::kSlotArticle);
    for (const auto document : documents_) {
      value.skip_to(document);
      if (value == database_.valuestream_end(index::kSlotArticle)) break;
      const auto article = index::article_in(*value);
      if (!article)
        index::throw_damaged("passage " + std::to_string(value.get_docid()) + " names no article");
      numbers.insert(*article);
    }
    return numbers;
  }

 private:
  [[nodiscard]] bool sounds_like(const std::string& id, const std::set<std::string>& sounds) const {
    const auto is_one = [&](const std::string& name) {
      const auto keys = analysis::transliteration_keys(name).skeletons;
      return std::any_of(keys.begin(), keys.end(),
                         [&](const auto& key) { return sounds.contains(key); });
    };
    std::string words(analysis::words_in(id));
    std::replace(words.begin(), words.end(), '-', ' ');
    if (is_one(words)) return true;
    const auto names = seen_names(database_, id);
    return std::any_of(names.begin(), names.end(),
                       [&](const SeenName& name) { return is_one(name.spelling); });
  }

  /// Its words as they are written, and their stems side by side: only these have positions.
  [[nodiscard]] Xapian::Query in_text(const WantedName& name) {
    std::vector<Xapian::Query> words, stems;
    for (std::size_t i = 0; i < name.words.size(); ++i) {
      const auto& word = name.words[i];
      if (i == 0 && name.arabic_first) {
        words.push_back(any_of(analysis::with_particles(word), {}));
        continue;
      }
      const std::string stem(analyzer_.stem(word));
      stems.emplace_back(stem);
      if (stem != word) words.emplace_back(std::string(index::prefix::kExact) + word);
    }
    if (!stems.empty())
      words.emplace_back(Xapian::Query::OP_PHRASE, stems.begin(), stems.end(),
                         static_cast<Xapian::termcount>(name.length));
    return {Xapian::Query::OP_AND, words.begin(), words.end()};
  }

  [[nodiscard]] Xapian::Query in_title(const WantedName& name) {
    std::vector<Xapian::Query> words;
    for (std::size_t i = 0; i < name.words.size(); ++i) {
      const auto& word = name.words[i];
      words.push_back(
          any_of(i == 0 && name.arabic_first ? analysis::with_particles(word) : std::vector{word},
                 index::prefix::kTitle));
    }
    return {Xapian::Query::OP_AND, words.begin(), words.end()};
  }

  [[nodiscard]] Xapian::Query any_of(const std::vector<std::string>& words,
                                     std::string_view prefix) {
    std::vector<Xapian::Query> terms;
    for (const auto& word : words)
      terms.emplace_back(std::string(prefix) + std::string(analyzer_.stem(word)));
    return {Xapian::Query::OP_OR, terms.begin(), terms.end()};
  }

  const Xapian::Database& database_;
  analysis::TermAnalyzer analyzer_;
  std::set<Xapian::docid> documents_;
};

}  // namespace

std::set<std::uint32_t> affected_articles(const Xapian::Database& database,
                                          const LexiconChanges& changes) {
  ArticleSearch search(database);
  for (const auto& name : changes.names) search.add_all_with(name);
  for (const auto& term : changes.terms) search.add_all_with(term);
  search.add_found_with(changes.sounds);
  return search.articles();
}

}  // namespace furat::indexer
