// The members of a zip archive in memory, read with limits.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace furat::indexer::office {

/// Zip archives, as office files are. Sizes that the archive states are not trusted.
class ZipMembers {
 public:
  /// `bytes` must outlive it. Anything wrong with the archive as a whole is said by fault().
  explicit ZipMembers(std::string_view bytes);
  ~ZipMembers();
  ZipMembers(const ZipMembers&) = delete;
  ZipMembers& operator=(const ZipMembers&) = delete;

  /// One sentence; empty if the archive can be read.
  [[nodiscard]] const std::string& fault() const { return fault_; }

  [[nodiscard]] bool holds(const std::string& name) const;

  /// The inflated bytes of a member. Nothing if there is none, or it is damaged, encrypted, or
  /// inflates beyond the limits; then fault() says which.
  [[nodiscard]] std::optional<std::string> read(const std::string& name);

 private:
  struct Archive;
  std::unique_ptr<Archive> archive_;
  std::string fault_;
};

}  // namespace furat::indexer::office
