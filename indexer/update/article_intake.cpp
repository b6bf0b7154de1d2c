#include "indexer/update/article_intake.hpp"

#include <algorithm>

#include "index/damaged.hpp"
#include "index/schema.hpp"

namespace furat::indexer {

ArticleIntake::ArticleIntake(const FilePlan& plan, const Xapian::Database* old,
                             const ProblemSink& problem)
    : plan_(plan), old_(old), problem_(problem) {
  const auto own = [this](const index::FileRecord& file, bool open, std::size_t kept) {
    for (const auto number : file.articles) {
      owners_[number] = {open, file.input, &file.name, kept};
      next_number_ = std::max(next_number_, number + 1);
    }
  };
  for (std::size_t i = 0; i < plan.kept.size(); ++i) own(plan.kept[i], false, i);
  for (const auto& file : plan.known) own(file, true, 0);
  for (const auto& file : plan.gone) own(file, true, 0);
  for (const auto& file : plan.given) own(file, true, 0);
}

bool ArticleIntake::claim(const std::string& id) {
  return claimed_.insert(index::stable_hash(id)).second;
}

std::optional<StoredArticle> ArticleIntake::stored(const std::string& id) const {
  return old_ == nullptr ? std::nullopt : find_article(*old_, id);
}

const ArticleIntake::Owner& ArticleIntake::owner_of(const StoredArticle& article) const {
  const auto owner = owners_.find(article.number);
  if (owner == owners_.end())
    index::throw_damaged("no file of its table has the article '" + article.record.id + "'");
  return owner->second;
}

void ArticleIntake::leave(const StoredArticle& article) {
  if (!left_.insert(article.number).second) return;
  leaving_.push_back(
      {article.number, article.record.id, article.record.passages, article.record.digest});
}

Verdict ArticleIntake::refuse(std::size_t file, const std::string& id) {
  again_ = true;
  problem_({true, plan_.to_read[file].file.name,
            "article id '" + id + "' is that of another article, which was taken"});
  return {Verdict::Kind::refused, 0};
}

Verdict ArticleIntake::judge(std::size_t file, IncomingArticle& incoming) {
  const auto& origin = plan_.to_read[file].file;
  auto& article = incoming.article;
  if (!claim(article.id)) {
    const auto& input = plan_.table.inputs[origin.input];
    const bool by_name = article.id == article.file && input.is_folder;
    if (by_name) article.id = input.given + "/" + article.file;
    if (!by_name || !claim(article.id)) return refuse(file, article.id);
  }
  const auto known = stored(article.id);
  if (known) {
    const auto& owner = owner_of(*known);
    if (!owner.open) {
      // It belongs to a file that is not read now: the first in order has it.
      if (std::pair(owner.input, std::string_view(*owner.name)) <
          std::pair(origin.input, std::string_view(origin.name)))
        return refuse(file, article.id);
      robbed_.insert(static_cast<std::uint32_t>(owner.kept));
    } else if (standing_.count(known->number) != 0) {
      return refuse(file, article.id);  // a file before this one has it
    } else if (known->record.input_digest == incoming.input_digest) {
      standing_.insert(known->number);
      of_file_.push_back(known->number);
      return {Verdict::Kind::unchanged, known->number};
    }
    leave(*known);
    of_file_.push_back(known->number);
    return {Verdict::Kind::changed, known->number};
  }
  of_file_.push_back(next_number_);
  return {Verdict::Kind::added, next_number_++};
}

index::FileRecord ArticleIntake::finish(std::size_t file, const FileContents& contents) {
  auto record = plan_.known[file];
  const auto& read = plan_.to_read[file].file;
  record.size = read.size;
  record.modified = read.modified;
  record.again = again_ || !contents.readable;
  record.reason.clear();
  if (!contents.parsed) {
    // The same bytes as before, or bytes that nobody may read now: what it gave stands.
    record.again = record.again || std::erase_if(record.articles, [this](std::uint32_t number) {
                                     return left_.count(number) != 0;
                                   }) != 0;
    standing_.insert(record.articles.begin(), record.articles.end());
  } else {
    record.digest = contents.digest;
    record.sha256 = contents.sha256;
    record.articles = std::move(of_file_);
  }
  record.state = record.articles.empty() ? index::FileState::failed : index::FileState::indexed;
  of_file_.clear();
  again_ = false;
  return record;
}

void ArticleIntake::finish_all() {
  if (old_ == nullptr) return;
  const auto leave_all = [this](const index::FileRecord& file) {
    for (const auto number : file.articles) {
      if (standing_.count(number) != 0 || left_.count(number) != 0) continue;
      const auto bytes = old_->get_metadata(index::key::article(number));
      // A number without a record belongs to an article that had no text.
      if (bytes.empty()) continue;
      leave({number, article_record(*old_, number)});
    }
  };
  for (const auto& file : plan_.known) leave_all(file);
  for (const auto& file : plan_.gone) leave_all(file);
}

}  // namespace furat::indexer
