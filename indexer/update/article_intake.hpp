// Decides for every article that comes in whether it is new, changed or as it was, and which
// articles of the index are no more.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "indexer/archive_reader.hpp"
#include "indexer/stored_articles.hpp"
#include "indexer/update/file_plan.hpp"

namespace furat::indexer {

/// What an incoming article is to the index.
struct Verdict {
  enum class Kind { added, changed, unchanged, refused };
  Kind kind = Kind::added;
  std::uint32_t number = 0;  ///< in the article table
};

/// An article that leaves the index, or makes place for its new version.
struct LeavingArticle {
  std::uint32_t number = 0;
  std::string id;
  std::uint32_t passages = 0;
  std::uint64_t digest = 0;
};

class ArticleIntake {
 public:
  /// `old` null: the index is new. All arguments must outlive this.
  ArticleIntake(const FilePlan& plan, const Xapian::Database* old, const ProblemSink& problem);

  /// Judges an article of the file with this number in plan.to_read. Ids are unique: of two files
  /// that have the same one, the first in the order of the archive keeps it. May change the
  /// article's id: a file below a second input of the same name is told by the input's.
  [[nodiscard]] Verdict judge(std::size_t file, IncomingArticle& incoming);

  /// The file has been read; `contents` says how. Returns its new record.
  [[nodiscard]] index::FileRecord finish(std::size_t file, const FileContents& contents);

  /// After all files: articles that leave the index, each once, and those that stay as they are.
  [[nodiscard]] const std::vector<LeavingArticle>& leaving() const { return leaving_; }

  /// Call once after the last file: what was in files that are gone leaves too.
  void finish_all();

  /// Files whose articles were taken over by another: they are to be read again next time.
  [[nodiscard]] const std::unordered_set<std::uint32_t>& robbed() const { return robbed_; }

 private:
  struct Owner {
    bool open = false;  ///< of a file that is read now or gone: the article is free
    std::uint32_t input = 0;
    const std::string* name = nullptr;
    std::size_t kept = 0;  ///< place in plan.kept, if not open
  };
  [[nodiscard]] bool claim(const std::string& id);
  [[nodiscard]] std::optional<StoredArticle> stored(const std::string& id) const;
  [[nodiscard]] const Owner& owner_of(const StoredArticle& article) const;
  void leave(const StoredArticle& article);
  Verdict refuse(std::size_t file, const std::string& id);

  const FilePlan& plan_;
  const Xapian::Database* old_;
  const ProblemSink& problem_;
  /// By article number. No array: the table of files may be that of a damaged index.
  std::unordered_map<std::uint32_t, Owner> owners_;
  std::uint32_t next_number_ = 0;
  std::unordered_set<std::uint64_t> claimed_;   ///< hashes of ids of this run
  std::unordered_set<std::uint32_t> standing_;  ///< old numbers that are in the index still
  std::vector<std::uint32_t> of_file_;          ///< numbers of the file at hand
  bool again_ = false;                          ///< an article of it was refused
  std::vector<LeavingArticle> leaving_;
  std::unordered_set<std::uint32_t> left_;
  std::unordered_set<std::uint32_t> robbed_;  ///< places in plan.kept
};

}  // namespace furat::indexer
