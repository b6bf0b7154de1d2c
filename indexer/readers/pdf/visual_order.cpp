#include "indexer/readers/pdf/visual_order.hpp"

#include <unicode/ubidi.h>
#include <unicode/unistr.h>

#include <memory>
#include <vector>

namespace furat::indexer::pdf {
namespace {

struct CloseBidi {
  void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};

}  // namespace

namespace {

std::string reordered(const icu::UnicodeString& visual, bool right_to_left, bool mirrored) {
  const std::unique_ptr<UBiDi, CloseBidi> bidi(ubidi_open());
  UErrorCode error = U_ZERO_ERROR;
  ubidi_setInverse(bidi.get(), 1);
  ubidi_setPara(bidi.get(), visual.getBuffer(), visual.length(),
                right_to_left ? UBiDiLevel{1} : UBiDiLevel{0}, nullptr, &error);
  std::vector<char16_t> logical(static_cast<std::size_t>(visual.length()) + 1);
  const auto size =
      ubidi_writeReordered(bidi.get(), logical.data(), visual.length() + 1,
                           static_cast<std::uint16_t>(mirrored ? UBIDI_DO_MIRRORING : 0), &error);
  std::string out;
  if (U_SUCCESS(error) != 0) icu::UnicodeString(logical.data(), size).toUTF8String(out);
  return out;
}

/// How many brackets open before a word and close behind one, less those that do not.
int bracket_score(std::string_view text) {
  int score = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool open = text[i] == '(' || text[i] == '[';
    if (!open && text[i] != ')' && text[i] != ']') continue;
    const bool space_before = i == 0 || text[i - 1] == ' ';
    const bool space_after = i + 1 == text.size() || text[i + 1] == ' ';
    if (space_before != space_after) score += space_before == open ? 1 : -1;
  }
  return score;
}

}  // namespace

std::string as_read(std::string_view seen, bool right_to_left) {
  const auto visual =
      icu::UnicodeString::fromUTF8({seen.data(), static_cast<std::int32_t>(seen.size())});
  auto mirrored = reordered(visual, right_to_left, true);
  // Some programs say of a mirrored bracket what is seen, some what it stands for.
  auto plain = reordered(visual, right_to_left, false);
  auto& best = bracket_score(plain) > bracket_score(mirrored) ? plain : mirrored;
  return best.empty() ? std::string(seen) : std::move(best);
}

}  // namespace furat::indexer::pdf
