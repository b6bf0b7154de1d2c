// Proof that hits are what they say: the original files are read again and compared.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "furat/export.hpp"
#include "furat/search_results.hpp"

namespace furat {

/// What a hit says of its origin, from a list that need not be ours: nothing in it is trusted.
struct ClaimedHit {
  std::string passage;      ///< its key, for messages
  std::string file;         ///< name in the archive
  std::string file_digest;  ///< "sha256:" and 64 hexadecimal digits
  FileSpan bytes;           ///< of the passage without its heading
  std::string text;         ///< the passage without its heading
};

/// Of the text alone: headings, titles and mentions are not compared.
enum class Proof {
  text,         ///< the file is the one that was indexed, and its bytes say the text
  file,         ///< the file is; the text was taken out of it (web pages, PDF, office files, mail,
                ///< Markdown), so that bytes cannot be compared
  no_file,      ///< no root has a file of that name that may be read
  outside,      ///< the name leads out of the roots: nothing was opened
  other_file,   ///< the digest differs
  other_range,  ///< the bytes are not inside the file
  other_text,   ///< the bytes say something else
};

/// Sentence fragment for people: "the digest differs".
[[nodiscard]] FURAT_EXPORT std::string described(Proof proof);

/// Reads below given folders only: names with "..", absolute names and links are refused. Not for
/// several threads at once.
class FURAT_EXPORT EvidenceCheck {
 public:
  /// Folders that names may be relative to, tried in this order.
  explicit EvidenceCheck(std::vector<std::filesystem::path> roots);
  ~EvidenceCheck();
  EvidenceCheck(EvidenceCheck&&) noexcept;
  EvidenceCheck& operator=(EvidenceCheck&&) noexcept;

  /// Text is compared as the indexer may have changed it: white space, hyphens and invisible
  /// characters do not count, escapes of JSON and CSV are undone, and lines that are no text (page
  /// numbers, running heads) may stand between. Files above 2 GiB count as none.
  [[nodiscard]] Proof check(const ClaimedHit& hit);

 private:
  class FURAT_NO_EXPORT Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace furat
