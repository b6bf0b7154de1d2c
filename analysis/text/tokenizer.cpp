#include "analysis/text/tokenizer.hpp"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <stdexcept>

#include "analysis/text/ascii.hpp"
#include "analysis/text/fold.hpp"
#include "analysis/text/utf8.hpp"
#include "analysis/text/white_space.hpp"

namespace furat::analysis {
namespace {

constexpr std::size_t kMaxFoldedBytes = 64;

bool ascii_word(char c) { return is_ascii_letter(c) || is_ascii_digit(c) || c == '_'; }

/// Length of the white space at `i`, of which control characters are.
std::size_t white_space_at(std::string_view text, std::size_t i) {
  const auto c = static_cast<unsigned char>(text[i]);
  return c <= 0x20 || c == 0x7F ? 1 : space_size(text, i);
}

/// Length of an apostrophe at `i`: ' or one of the curly single quotes; 0 if there is none.
std::size_t apostrophe_at(std::string_view text, std::size_t i) {
  if (i >= text.size()) return 0;
  if (text[i] == '\'') return 1;
  const auto rest = text.substr(i, 3);
  return rest == "\u2019" || rest == "\u2018" ? 3 : 0;
}

/// Length of a hyphen at `i`, 0 if there is none.
std::size_t hyphen_at(std::string_view text, std::size_t i) {
  if (i >= text.size()) return 0;
  if (text[i] == '-') return 1;
  const auto rest = text.substr(i, 3);
  return rest == "\u2010" || rest == "\u2011" ? 3 : 0;
}

/// Punctuation outside ASCII that is cut as ASCII is, so that a piece with it needs no ICU.
bool is_plain_punctuation(std::string_view three) {
  return three == "\u2018" || three == "\u2019" || three == "\u201C" || three == "\u201D" ||
         three == "\u2013" || three == "\u2014" || three == "\u2010" || three == "\u2011" ||
         three == "\u2022" || three == "\u2026";
}

/// True if every byte of the piece is ASCII or plain punctuation.
bool is_simple(std::string_view piece) {
  for (std::size_t i = 0; i < piece.size();) {
    if (static_cast<unsigned char>(piece[i]) < 0x80) {
      ++i;
    } else if (is_plain_punctuation(piece.substr(i, 3))) {
      i += 3;
    } else {
      return false;
    }
  }
  return true;
}

/// Length of the sign at `i` that joins no letters: any of ASCII, plain punctuation; 0 for letters,
/// digits and all that only ICU knows.
std::size_t sign_at(std::string_view text, std::size_t i) {
  if (static_cast<unsigned char>(text[i]) < 0x80) return ascii_word(text[i]) ? 0 : 1;
  return is_plain_punctuation(text.substr(i, 3)) ? 3 : 0;
}

/// The code point that ends at `i`, which is not the begin of the text.
UChar32 before(std::string_view text, std::size_t i) {
  return static_cast<UChar32>(code_point_before(text, i));
}

/// The code point that begins at `i`, which is not the end of the text.
UChar32 at(std::string_view text, std::size_t i) {
  return static_cast<UChar32>(next_code_point(text, i));
}

/// Whether a letter beside it is not the only one of its word.
bool goes_on(UChar32 c) {
  return c == '_' || u_isalnum(c) != 0 || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

/// One break iterator a thread: opening one costs as much as thousands of words.
icu::BreakIterator& word_iterator() {
  thread_local const std::unique_ptr<icu::BreakIterator> iterator = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status) != 0) throw std::runtime_error("ICU's word break rules cannot be loaded");
    return made;
  }();
  return *iterator;
}

class UTextHandle {
 public:
  explicit UTextHandle(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    handle_ = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
  }
  ~UTextHandle() { utext_close(handle_); }
  UTextHandle(const UTextHandle&) = delete;
  UTextHandle& operator=(const UTextHandle&) = delete;
  [[nodiscard]] UText* get() const { return handle_; }

 private:
  UText* handle_ = nullptr;
};

void erase_from(std::string& text, std::size_t begin, char unwanted) {
  const auto first = text.begin() + static_cast<std::ptrdiff_t>(begin);
  text.erase(std::remove(first, text.end(), unwanted), text.end());
}

/// "U.S.A": single letters with full stops between them.
bool is_dotted_abbreviation(std::string_view word) {
  if (word.size() < 3) return false;
  for (std::size_t i = 0; i < word.size(); ++i)
    if (i % 2 == 0 ? !is_ascii_letter(word[i]) : word[i] != '.') return false;
  return word.size() % 2 == 1;
}

/// What a word's letters say, gathered letter by letter.
struct LetterCount {
  std::size_t letters = 0;
  std::size_t capitals = 0;

  void add(bool upper, Token& token) {
    if (letters == 0) token.upper_initial = upper;
    ++letters;
    if (upper) ++capitals;
  }
};

void count_code_point(UChar32 c, LetterCount& count, Token& token) {
  token.has_digit = token.has_digit || u_isdigit(c) != 0;
  // A modifier letter such as the ayin in \u02BFAyn has no case and hides none.
  if (u_isalpha(c) == 0 || u_charType(c) == U_MODIFIER_LETTER) return;
  token.arabic = token.arabic || (c >= 0x600 && c <= 0x6FF);
  count.add(u_isupper(c) != 0, token);
}

/// Capitals, digits, script.
void describe_letters(std::string_view word, Token& token) {
  LetterCount count;
  for (std::size_t i = 0; i < word.size();) {
    const char c = word[i];
    if (static_cast<unsigned char>(c) >= 0x80) {
      count_code_point(static_cast<UChar32>(next_code_point(word, i)), count, token);
      continue;
    }
    if (is_ascii_letter(c))
      count.add(c <= 'Z', token);
    else
      token.has_digit = token.has_digit || is_ascii_digit(c);
    ++i;
  }
  token.all_upper = count.letters >= 2 && count.capitals == count.letters;
}

}  // namespace

/// Builds a TokenizedText chunk by chunk; a chunk is what stands between white space. A chunk that
/// is not all simple is cut at signs into pieces, so that how a word is cut does not depend on what
/// else stands in its chunk: a query has other neighbours.
class Tokenizer {
 public:
  Tokenizer(TokenizedText& result, std::string_view text) : result_(result), text_(text) {
    result_.text_ = text;
    result_.folded_.reserve(text.size());
    result_.tokens_.reserve(text.size() / 5);
  }

  void run() {
    for (std::size_t i = 0; i < text_.size();) {
      if (const auto blank = white_space_at(text_, i)) {
        i += blank;
        continue;
      }
      auto end = i;
      while (end < text_.size() && white_space_at(text_, end) == 0) ++end;
      if (is_simple(text_.substr(i, end - i)))
        simple_chunk(i, end);
      else
        mixed_chunk(i, end);
      i = end;
    }
  }

 private:
  void simple_chunk(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end;) {
      if (!ascii_word(text_[i])) {
        ++i;
        continue;
      }
      const auto word_end = simple_word_end(i, end);
      emit(i, word_end);
      i = word_end;
    }
  }

  /// End of the word that begins at `begin`: letters, digits, apostrophes between letters, stops
  /// and commas between digits, stops between single letters.
  [[nodiscard]] std::size_t simple_word_end(std::size_t begin, std::size_t limit) const {
    auto i = begin;
    while (i < limit) {
      if (ascii_word(text_[i])) {
        ++i;
      } else if (const auto joiner = joiner_at(i, begin, limit)) {
        i += joiner;
      } else {
        break;
      }
    }
    return i;
  }

  /// Bytes of punctuation at `i` that stay inside the word begun at `begin`, 0 if it ends there.
  [[nodiscard]] std::size_t joiner_at(std::size_t i, std::size_t begin, std::size_t limit) const {
    const char before = text_[i - 1];
    if (const auto quote = apostrophe_at(text_, i); quote != 0)
      return i + quote < limit && ascii_word(text_[i + quote]) ? quote : 0;
    if (i + 1 >= limit) return 0;
    const char c = text_[i];
    const char after = text_[i + 1];
    if ((c == '.' || c == ',') && is_ascii_digit(before) && is_ascii_digit(after)) return 1;
    if (c == '.' && is_ascii_letter(before) && is_ascii_letter(after)) {
      const bool single_before = i == begin + 1 || text_[i - 2] == '.';
      const bool single_after = i + 2 >= limit || !ascii_word(text_[i + 2]);
      return single_before && single_after ? 1 : 0;
    }
    return 0;
  }

  void mixed_chunk(std::size_t begin, std::size_t end) {
    while (begin < end) {
      if (const auto sign = sign_at(text_, begin)) {
        begin += sign;
        continue;
      }
      const auto past = piece_end(begin, end);
      if (is_simple(text_.substr(begin, past - begin)))
        simple_chunk(begin, past);
      else
        unicode_piece(begin, past);
      begin = past;
    }
  }

  /// Where the next sign stands that parts words, whatever their letters.
  [[nodiscard]] std::size_t piece_end(std::size_t begin, std::size_t limit) const {
    auto i = begin;
    while (i < limit) {
      const auto sign = sign_at(text_, i);
      if (sign != 0 && !may_join(i, begin, limit)) break;
      i += std::max<std::size_t>(sign, 1);
    }
    return i;
  }

  /// As joiner_at() says of ASCII, with letters and digits of all scripts on both sides.
  [[nodiscard]] bool may_join(std::size_t i, std::size_t begin, std::size_t limit) const {
    if (const auto quote = apostrophe_at(text_, i); quote != 0)
      return i + quote < limit && sign_at(text_, i + quote) == 0;
    const char c = text_[i];
    if ((c != '.' && c != ',') || i + 1 >= limit) return false;
    if (u_isdigit(before(text_, i)) != 0 && u_isdigit(at(text_, i + 1)) != 0) return true;
    return c == '.' && is_ascii_letter(text_[i - 1]) && is_ascii_letter(text_[i + 1]) &&
           (i == begin + 1 || !letter_before(i - 1)) &&
           (i + 2 >= limit || !goes_on(at(text_, i + 2)));
  }

  /// A letter ends at `i`, or an apostrophe, which joins.
  [[nodiscard]] bool letter_before(std::size_t i) const {
    const auto c = before(text_, i);
    return goes_on(c) || c == '\'' || c == 0x2018 || c == 0x2019;
  }

  void unicode_piece(std::size_t begin, std::size_t end) {
    const UTextHandle handle(text_.substr(begin, end - begin));
    UErrorCode status = U_ZERO_ERROR;
    auto& words = word_iterator();
    words.setText(handle.get(), status);
    if (U_FAILURE(status) != 0) return;
    std::size_t from = begin;
    std::size_t word = end, word_end = end;  // what was found last: none yet
    while (words.next() != icu::BreakIterator::DONE) {
      const auto to = begin + static_cast<std::size_t>(words.current());
      if (words.getRuleStatus() >= UBRK_WORD_NUMBER) {
        // ICU parts a letter from a digit at an apostrophe.
        const bool joined =
            word < end && word_end < from && apostrophe_at(text_, word_end) == from - word_end;
        if (word < end && !joined) emit(word, word_end);
        if (!joined) word = from;
        word_end = to;
      }
      from = to;
    }
    if (word < end) emit(word, word_end);
  }

  void emit(std::size_t begin, std::size_t end) {
    auto word = text_.substr(begin, end - begin);
    if (word.find_first_not_of('_') == std::string_view::npos) return;  // a line to be filled in
    Token token;
    const bool dotted = is_dotted_abbreviation(word);
    if (dotted && end < text_.size() && text_[end] == '.') ++end;
    token.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    token.possessive = cut_possessive(word, end);
    token.folded_begin = static_cast<std::uint32_t>(result_.folded_.size());
    append_token_fold(word, dotted);
    token.folded_size = static_cast<std::uint16_t>(result_.folded_.size() - token.folded_begin);
    if (token.folded_size == 0) return;
    describe_letters(word, token);
    token.gap = gap_before(token.span.begin);
    result_.tokens_.push_back(token);
  }

  [[nodiscard]] bool cut_possessive(std::string_view& word, std::size_t end) const {
    if (word.back() != 's' && word.back() != 'S') return false;
    for (const std::string_view ending : {"'s", "\u2019s", "\u2018s", "'S", "\u2019S"}) {
      if (word.size() > ending.size() && word.ends_with(ending)) {
        word.remove_suffix(ending.size());
        return true;
      }
    }
    return apostrophe_at(text_, end) != 0;
  }

  void append_token_fold(std::string_view word, bool dotted) {
    auto& out = result_.folded_;
    const auto begin = out.size();
    append_folded(word, out);
    if (dotted)
      erase_from(out, begin, '.');
    else if (begin < out.size() && is_ascii_digit(out[begin]))  // digits of all scripts are folded
      erase_from(out, begin, ',');
    if (out.size() - begin > kMaxFoldedBytes) {
      const auto folded = std::string_view(out).substr(begin);
      out.resize(begin + whole_characters(folded, kMaxFoldedBytes).size());
    }
  }

  [[nodiscard]] Gap gap_before(std::size_t begin) const {
    if (result_.tokens_.empty()) return Gap::none;
    const auto between_begin = result_.tokens_.back().span.end;
    const auto between = text_.substr(between_begin, begin - between_begin);
    std::size_t i = hyphen_at(between, 0);
    const bool hyphen = i != 0;
    std::size_t lines = 0;
    while (i < between.size()) {
      const auto blank = white_space_at(between, i);
      if (blank == 0) return Gap::punctuation;
      if (between[i] == '\n') ++lines;
      i += blank;
    }
    if (lines > 1) return Gap::punctuation;
    return hyphen ? Gap::hyphen : Gap::space;
  }

  TokenizedText& result_;
  std::string_view text_;
};

TokenizedText tokenize(std::string_view text) {
  if (text.size() > std::numeric_limits<std::uint32_t>::max())
    throw std::length_error("a text of more than 4 GiB cannot be tokenized");
  TokenizedText result;
  Tokenizer(result, text).run();
  return result;
}

}  // namespace furat::analysis
