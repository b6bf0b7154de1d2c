#include "furat/evidence.hpp"

#include <optional>
#include <utility>

#include "index/sha256.hpp"
#include "searcher/evidence/archive_files.hpp"
#include "searcher/evidence/same_text.hpp"

namespace furat {
namespace {

/// Enough of a file to know its kind by.
constexpr std::size_t kHeadBytes = 1024;

}  // namespace

std::string described(Proof proof) {
  switch (proof) {
    case Proof::text:
      return "proven";
    case Proof::file:
      return "the file is the one that was indexed; its bytes cannot be compared with the text";
    case Proof::no_file:
      return "there is no such file below the archive folders";
    case Proof::outside:
      return "the name leads out of the archive folders; nothing was opened";
    case Proof::other_file:
      return "the digest of the file differs";
    case Proof::other_range:
      return "the bytes are not inside the file";
    case Proof::other_text:
      return "the bytes of the file say something else";
  }
  return {};
}

class EvidenceCheck::Impl {
 public:
  explicit Impl(std::vector<std::filesystem::path> roots) : roots_(std::move(roots)) {}

  Proof check(const ClaimedHit& hit) {
    if (!stays_inside(hit.file)) return Proof::outside;
    read(hit.file);
    if (!bytes_) return Proof::no_file;
    if (hit.file_digest != digest_) return Proof::other_file;
    const auto head = std::string_view(*bytes_).substr(0, kHeadBytes);
    const bool extracted = is_extracted(hit.file, head);
    if (hit.bytes.begin >= hit.bytes.end || hit.bytes.end > bytes_->size())
      return extracted ? Proof::file : Proof::other_range;
    const auto source =
        std::string_view(*bytes_).substr(hit.bytes.begin, hit.bytes.end - hit.bytes.begin);
    if (says_text(source, hit.text, head)) return Proof::text;
    return extracted ? Proof::file : Proof::other_text;
  }

 private:
  /// Hits of one file mostly stand together: the last file is kept.
  void read(const std::string& name) {
    if (name == name_) return;
    name_ = name;
    bytes_ = read_below(roots_, name);
    if (bytes_) digest_ = index::shown_sha256(index::sha256(*bytes_));
  }

  std::vector<std::filesystem::path> roots_;
  std::string name_, digest_;
  std::optional<std::string> bytes_;
};

EvidenceCheck::EvidenceCheck(std::vector<std::filesystem::path> roots)
    : impl_(std::make_unique<Impl>(std::move(roots))) {}
EvidenceCheck::~EvidenceCheck() = default;
EvidenceCheck::EvidenceCheck(EvidenceCheck&&) noexcept = default;
EvidenceCheck& EvidenceCheck::operator=(EvidenceCheck&&) noexcept = default;

Proof EvidenceCheck::check(const ClaimedHit& hit) { return impl_->check(hit); }

}  // namespace furat
