#include "indexer/readers/mail/list_notices.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "analysis/text/ascii.hpp"
#include "indexer/passages/line.hpp"

namespace furat::indexer {
namespace {

constexpr std::size_t kMostWords = 30;
constexpr std::size_t kMostBlocks = 3;  // at either end

// Lower case, ASCII.
constexpr std::array<std::string_view, 9> kPhrases{"unsubscribe",
                                                   "you receive this",
                                                   "you are receiving this",
                                                   "you received this",
                                                   "in your browser",
                                                   "manage your subscription",
                                                   "update your preferences",
                                                   "email preferences",
                                                   "mailing list settings"};

bool is_notice(std::string_view text) {
  if (count_words(text) > kMostWords) return false;
  const auto lower = analysis::lower_ascii(text);
  return std::any_of(kPhrases.begin(), kPhrases.end(), [&lower](std::string_view phrase) {
    return lower.find(phrase) != std::string::npos;
  });
}

}  // namespace

void drop_list_notices(std::string_view body, std::vector<BodyBlock>& blocks) {
  std::vector<BodyBlock> kept;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const bool at_end = i < kMostBlocks || i + kMostBlocks >= blocks.size();
    const auto text = body.substr(blocks[i].begin, blocks[i].end - blocks[i].begin);
    if (!at_end || !is_notice(text)) kept.push_back(blocks[i]);
  }
  if (!kept.empty()) blocks = std::move(kept);
}

}  // namespace furat::indexer
