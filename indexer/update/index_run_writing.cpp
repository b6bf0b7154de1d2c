// The second half of a run: what was read and annotated becomes a generation.
#include <algorithm>
#include <utility>

#include "index/files.hpp"
#include "indexer/update/index_run.hpp"

namespace furat::indexer {

/// What the index holds once the articles that leave have left and the segments are in.
IndexContents IndexRun::new_contents() const {
  IndexContents contents;
  if (adopts()) {
    const auto& standing = old_->generation.completion();
    contents.articles = standing.counts.articles;
    contents.passages = standing.counts.passages;
    contents.digest = std::stoull(standing.digest, nullptr, 16);
    for (const auto* leaving : {&intake_->leaving(), &std::as_const(replaced_)})
      for (const auto& article : *leaving) {
        --contents.articles;
        contents.passages -= article.passages;
        contents.digest -= article.digest;
      }
  }
  for (const auto& segment : segments_) {
    contents.articles += static_cast<std::uint32_t>(segment.articles);
    contents.passages += static_cast<std::uint32_t>(segment.passages);
    contents.digest += segment.digest;
  }
  return contents;
}

void IndexRun::write() {
  const auto contents = new_contents();
  require_articles(contents, options_.index, "PATH", options_.index.string());
  if (adopts()) {
    std::vector<std::string> ids;
    std::vector<std::uint32_t> numbers;
    for (const auto* leaving : {&intake_->leaving(), &std::as_const(replaced_)})
      for (const auto& article : *leaving) {
        ids.push_back(article.id);
        numbers.push_back(article.number);
      }
    writer_->adopt(old_->generation, ids, numbers);
  }
  if (!segments_.empty()) writer_->add(segments_);
  if (!goes_on()) return;
  const auto completion = writer_->publish(contents, *annotator_, *numbers_,
                                           {found_->sources(), found_->values()}, new_table());
  auto& report = report_.update;
  report.articles = contents.articles;
  report.passages = contents.passages;
  report.generation = writer_->name();
  report.digest = completion.digest;
}

index::FileTable IndexRun::new_table() const {
  auto table = plan_.table;
  table.files = plan_.kept;
  for (const auto place : intake_->robbed()) {
    auto& file = table.files[place];
    file.again = true;
    std::erase_if(file.articles, [this](std::uint32_t number) {
      return std::any_of(intake_->leaving().begin(), intake_->leaving().end(),
                         [number](const auto& article) { return article.number == number; });
    });
  }
  table.files.insert(table.files.end(), files_.begin(), files_.end());
  std::sort(table.files.begin(), table.files.end(), [](const auto& a, const auto& b) {
    return std::pair(a.input, std::string_view(a.name)) <
           std::pair(b.input, std::string_view(b.name));
  });
  return table;
}

/// Nothing changed but how files look from outside, or why some could not be read: only writers
/// ever read the table, and we hold their lock.
void IndexRun::refresh_file_table() const {
  const auto table = new_table();
  if (table != old_->table) index::store_file_table(old_->generation.path(), table);
}

}  // namespace furat::indexer
