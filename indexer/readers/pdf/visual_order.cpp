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

std::string as_read(std::string_view seen, bool right_to_left) {
  const auto visual =
      icu::UnicodeString::fromUTF8({seen.data(), static_cast<std::int32_t>(seen.size())});
  const std::unique_ptr<UBiDi, CloseBidi> bidi(ubidi_open());
  UErrorCode error = U_ZERO_ERROR;
  ubidi_setInverse(bidi.get(), 1);
  ubidi_setPara(bidi.get(), visual.getBuffer(), visual.length(),
                right_to_left ? UBiDiLevel{1} : UBiDiLevel{0}, nullptr, &error);
  std::vector<char16_t> logical(static_cast<std::size_t>(visual.length()) + 1);
  const auto size = ubidi_writeReordered(bidi.get(), logical.data(), visual.length() + 1,
                                         UBIDI_DO_MIRRORING, &error);
  if (U_FAILURE(error) != 0) return std::string(seen);
  std::string out;
  icu::UnicodeString(logical.data(), size).toUTF8String(out);
  return out;
}

}  // namespace furat::indexer::pdf
