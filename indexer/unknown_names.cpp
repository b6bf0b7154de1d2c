#include "indexer/unknown_names.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "analysis/lexicon/name_span.hpp"
#include "analysis/lexicon/word_list.hpp"
#include "analysis/names/name_parts.hpp"
#include "analysis/names/name_words.hpp"
#include "analysis/names/transliteration_keys.hpp"
#include "analysis/text/fold.hpp"
#include "analysis/text/term_analyzer.hpp"
#include "index/schema.hpp"

namespace furat::indexer {
namespace {

using analysis::Gap;
using analysis::Token;
using analysis::TokenizedText;

/// Longer runs of capitals are headlines.
constexpr std::size_t kMaxRunWords = 7;
/// Longer runs of Arabic words are sentences.
constexpr std::size_t kMaxArabicWords = 7;
constexpr std::size_t kMaxNameBytes = 112;
constexpr std::size_t kMaxAcronym = 5;
/// Folded city, town, village, subdistrict, district, governorate, region, camp, field.
bool is_arabic_cue(std::string_view folded) {
  static constexpr std::array<std::string_view, 9> kCues{"مدينه",  "بلده",  "قريه", "ناحيه", "قضاء",
                                                         "محافظه", "منطقه", "مخيم", "حقل"};
  return std::find(kCues.begin(), kCues.end(), folded) != kCues.end();
}

/// English words that begin names of places: mother, hill, spring, gate.
bool begins_places(std::string_view folded) {
  static constexpr std::array<std::string_view, 7> kWords{"umm", "um",  "tall", "tell",
                                                          "tel", "ain", "bab"};
  return std::find(kWords.begin(), kWords.end(), folded) != kWords.end();
}

/// Takes away the signs of ayn and hamza with which `text` begins.
void drop_ayns(std::string_view& text) {
  static constexpr std::array<std::string_view, 8> kSigns{"'", "`", "‘", "’", "ʻ", "ʼ", "ʿ", "ʾ"};
  for (bool any = true; any;) {
    any = false;
    for (const auto sign : kSigns)
      if (text.starts_with(sign)) {
        text.remove_prefix(sign.size());
        any = true;
      }
  }
}

class NameFinder {
 public:
  explicit NameFinder(const AnnotatedPassage& passage)
      : tokens_(passage.tokens), known_(passage.tokens.size(), false) {
    for (const auto& mention : passage.actors)
      if (mention.actor >= passage.first_found) found_.push_back(tokens_in(mention.name));
    for (const auto& mention : passage.places) mark_known(mention.span);
    for (const auto& mention : passage.actors)
      if (mention.actor < passage.first_found) mark_known(mention.span);
    for (const auto& mention : passage.dates) mark_known(mention.span);
  }

  std::vector<std::string> find() {
    const auto arabic = std::count_if(tokens_.tokens().begin(), tokens_.tokens().end(),
                                      [](const Token& token) { return token.arabic; });
    const bool arabic_text = static_cast<std::size_t>(arabic) * 2 > tokens_.size() && arabic > 8;
    for (std::size_t i = 0; i < tokens_.size();) {
      if (tokens_[i].arabic) {
        const auto end = end_of_arabic(i);
        arabic_text ? add_after_cues(i, end) : add_arabic(i, end);
        i = end;
      } else if (is_capitalised(i)) {
        const auto end = end_of_run(i);
        if (!is_given_in(i, end)) add_run(i, end);
        add_with_comma(i, end);
        i = end;
      } else {
        ++i;
      }
    }
    return {names_.begin(), names_.end()};
  }

 private:
  struct Run {
    std::size_t first = 0, end = 0;
  };

  [[nodiscard]] Run tokens_in(const analysis::ByteSpan& span) const {
    const auto tokens = tokens_.tokens();
    const auto number = [&](auto token) {
      return static_cast<std::size_t>(token - tokens.begin());
    };
    const auto begins_behind = [](const Token& token, std::size_t at) {
      return token.span.begin < at;
    };
    const auto first = std::partition_point(tokens.begin(), tokens.end(), [&](const Token& token) {
      return token.span.end <= span.begin;
    });
    return {number(first), number(std::lower_bound(first, tokens.end(), span.end, begins_behind))};
  }
  void mark_known(const analysis::ByteSpan& span) {
    const auto [first, end] = tokens_in(span);
    for (auto i = first; i < end; ++i) known_[i] = true;
  }
  /// The name of a body that the words are only a part of.
  [[nodiscard]] const Run* longer_found(std::size_t first, std::size_t end) const {
    for (const auto& found : found_)
      if (found.first <= first && end <= found.end && found.end - found.first > end - first)
        return &found;
    return nullptr;
  }

  [[nodiscard]] bool is_capitalised(std::size_t i) const {
    return tokens_[i].upper_initial && !tokens_[i].has_digit && !tokens_[i].arabic;
  }
  [[nodiscard]] bool is_initial(std::size_t i) const {
    constexpr std::size_t kArabicLetter = 2;
    return tokens_[i].arabic ? tokens_[i].folded_size == kArabicLetter
                             : tokens_[i].folded_size == 1 && tokens_[i].upper_initial;
  }
  /// Only white space, a hyphen, the sign of an ayn or the full stop of an initial stand before the
  /// token.
  [[nodiscard]] bool follows(std::size_t i) const {
    if (i == 0 || i >= tokens_.size()) return false;
    if (tokens_[i].gap == Gap::space || tokens_[i].gap == Gap::hyphen) return true;
    auto gap = between(i);
    if (is_initial(i - 1) && (gap == ". " || gap == ".")) return true;
    drop_ayns(gap);
    if (gap.starts_with(' ') || gap.starts_with('-')) gap.remove_prefix(1);
    drop_ayns(gap);
    return gap.empty();
  }
  /// The token before it is the first half of the same word: "Sa`an".
  [[nodiscard]] bool goes_on(std::size_t i) const {
    if (i == 0 || i >= tokens_.size() || tokens_[i].gap == Gap::space) return false;
    auto gap = between(i);
    drop_ayns(gap);
    return gap.empty();
  }
  [[nodiscard]] std::string_view between(std::size_t i) const {
    const auto begin = tokens_[i - 1].span.end;
    return tokens_.text().substr(begin, tokens_[i].span.begin - begin);
  }
  [[nodiscard]] bool is_article(std::size_t i) const {
    return analysis::is_article(tokens_.folded(i));
  }
  /// Stands between the words of a name without being one of them: "al", "bin".
  [[nodiscard]] bool is_link(std::size_t i) const {
    return is_article(i) ||
           (!tokens_[i].upper_initial && analysis::is_filiation(tokens_.folded(i)));
  }
  /// May stand in a name, but is none alone. With an article before it, a word is no English one.
  [[nodiscard]] bool is_plain(std::size_t i) const {
    const auto folded = tokens_.folded(i);
    if (goes_on(i) || goes_on(i + 1)) return false;
    if (is_article(i)) return true;
    if (begins_places(folded) && follows(i + 1)) return false;
    if (i > 0 && follows(i) && analysis::is_clear_article(tokens_.folded(i - 1))) return false;
    return analysis::is_english_word(folded) || analysis::is_stop_word(folded);
  }

  /// Capitalised words one after the other, with articles and "bin" between them.
  [[nodiscard]] std::size_t end_of_run(std::size_t first) const {
    auto end = first + 1;
    while (follows(end)) {
      if (is_capitalised(end) || goes_on(end))
        ++end;
      else if (const auto next = behind_links(end); next > end)
        end = next + 1;
      else
        break;
    }
    return end;
  }

  /// The capitalised word behind the links that begin at `i`; `i` if there is none.
  [[nodiscard]] std::size_t behind_links(std::size_t i) const {
    constexpr std::size_t kMaxLinks = 3;  // "bin Abd al-", "ben al-"
    auto next = i;
    while (next < i + kMaxLinks && is_link(next) && follows(next + 1)) ++next;
    return next > i && is_capitalised(next) ? next : i;
  }

  void add_run(std::size_t first, std::size_t end) {
    while (first < end && analysis::is_stop_word(tokens_.folded(first)) && !is_article(first))
      ++first;
    const auto is_name = [&](std::size_t i) { return !known_[i] && !is_plain(i); };
    auto named = first;
    while (named < end && !is_name(named)) ++named;
    if (named == end) return;
    // "Peter" and "Khan" are English words too.
    const auto is_around = [&](std::size_t i) {
      return is_plain(i) && !analysis::is_given_name(tokens_.folded(i));
    };
    while (first < end && is_around(first)) ++first;
    while (first < end && is_around(end - 1)) --end;
    if (const auto* found = longer_found(first, end)) {
      add(found->first, found->end);
      return;
    }
    const auto words = words_in(first, end);
    if (words > 1 && words <= kMaxRunWords) add(first, end);
    // A word of a longer name is not the name: "Nubl" is not "Kafr Nubl".
    if (words > 1 && words <= kMaxRunWords) return;
    for (auto i = first; i < end;) {
      auto next = i + 1;
      while (next < end && goes_on(next)) ++next;
      if (is_name(i) && !is_acronym(i)) add(i, next);
      i = next;
    }
  }

  /// "Shanbat, Thomas", but not "Shanbat, Thomas, and" or "Shanbat, Thomas and": a list.
  void add_with_comma(std::size_t first, std::size_t comma) {
    const auto end = end_with_comma(first, comma);
    if (end == comma) return;
    with_comma_ = {first, end};
    add(first, end);
  }
  /// Behind the name that [first, comma) begins; `comma` if it begins none.
  [[nodiscard]] std::size_t end_with_comma(std::size_t first, std::size_t comma) const {
    constexpr std::size_t kMaxSurnameWords = 2;
    if (!has_comma(comma) || !is_capitalised(comma)) return comma;
    const auto end = end_of_run(comma);
    if (has_comma(end) || (end < tokens_.size() && tokens_.folded(end) == "and")) return comma;
    if (first > 0 && has_comma(first)) return comma;
    const auto words = words_in(first, comma);
    if (words > kMaxSurnameWords || words + words_in(comma, end) > kMaxRunWords) return comma;
    for (const auto i : {first, comma, end - 1})
      if (known_[i] || (is_plain(i) && !is_article(i))) return comma;
    return end;
  }
  /// A given name in a name with a comma: "Thomas" in "Shanbat, Thomas" is no whole name.
  [[nodiscard]] bool is_given_in(std::size_t first, std::size_t end) const {
    if (end - first > 1 || !analysis::is_given_name(tokens_.folded(first))) return false;
    return first < with_comma_.end || end_with_comma(first, end) > end;
  }
  /// A comma stands before the token, and nothing else.
  [[nodiscard]] bool has_comma(std::size_t i) const {
    return i > 0 && i < tokens_.size() && (between(i) == ", " || between(i) == ",");
  }

  /// Acronyms are written in one way.
  [[nodiscard]] bool is_acronym(std::size_t i) const {
    return tokens_[i].all_upper && tokens_[i].folded_size <= kMaxAcronym;
  }

  [[nodiscard]] std::size_t words_in(std::size_t first, std::size_t end) const {
    std::size_t words = 0;
    for (auto i = first; i < end; ++i)
      words += is_article(i) || analysis::is_filiation(tokens_.folded(i)) || goes_on(i) ? 0U : 1U;
    return words;
  }

  [[nodiscard]] std::size_t end_of_arabic(std::size_t first) const {
    auto end = first + 1;
    while (follows(end) && tokens_[end].arabic) ++end;
    return end;
  }

  void add_arabic(std::size_t first, std::size_t end) {
    if (end - first > kMaxArabicWords) return;
    if (std::find(known_.begin() + static_cast<std::ptrdiff_t>(first),
                  known_.begin() + static_cast<std::ptrdiff_t>(end),
                  false) == known_.begin() + static_cast<std::ptrdiff_t>(end))
      return;
    add(first, end);
  }

  void add_after_cues(std::size_t first, std::size_t end) {
    for (auto i = first; i + 1 < end; ++i) {
      if (!is_arabic_cue(tokens_.folded(i)) || known_[i + 1]) continue;
      add(i + 1, i + 2);
      if (i + 2 < end) add(i + 1, i + 3);
    }
  }

  void add(std::size_t first, std::size_t end) {
    const auto span = analysis::name_span(tokens_, first, end - first);
    auto name = analysis::on_one_line(span.of(tokens_.text()));
    if (name.size() <= kMaxNameBytes) names_.insert(std::move(name));
  }

  const TokenizedText& tokens_;
  std::vector<bool> known_;
  Run with_comma_;          ///< the last name with a comma
  std::vector<Run> found_;  ///< names of actors that no lexicon has
  std::set<std::string> names_;
};

}  // namespace

std::vector<std::string> unknown_names(const AnnotatedPassage& passage) {
  return NameFinder(passage).find();
}

std::vector<std::string> name_terms(const AnnotatedPassage& passage) {
  std::vector<std::string> terms;
  for (const auto& name : unknown_names(passage)) {
    const auto skeletons = analysis::transliteration_keys(name).skeletons;
    for (const auto& skeleton : skeletons) terms.push_back(index::name_terms(skeleton) + name);
    std::set<std::string> keys;
    for (const auto& part : analysis::name_parts(name).parts)
      if (!part.common && !part.initial)
        for (auto& key : analysis::part_keys(part)) keys.insert(std::move(key));
    for (const auto& skeleton : skeletons) keys.erase(skeleton);
    for (const auto& key : keys) terms.push_back(index::name_part_terms(key) + name);
  }
  return terms;
}

}  // namespace furat::indexer
