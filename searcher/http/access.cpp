#include "searcher/http/access.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "analysis/text/ascii.hpp"

namespace furat::http {
namespace {

using analysis::lower_ascii;

/// "[::1]:8080" and "Localhost:80" without their ports and brackets.
std::string name_of(std::string_view host) {
  if (host.starts_with('[')) return lower_ascii(host.substr(1, host.find(']') - 1));
  return lower_ascii(host.substr(0, host.find(':')));
}

bool is_address(const std::string& name) {
  std::array<unsigned char, sizeof(in6_addr)> bytes{};
  return inet_pton(AF_INET, name.c_str(), bytes.data()) == 1 ||
         inet_pton(AF_INET6, name.c_str(), bytes.data()) == 1;
}

bool is_loopback_name(const std::string& name) {
  return name == "localhost" || name == "::1" || (name.starts_with("127.") && is_address(name));
}

class OpenFile {
 public:
  explicit OpenFile(const std::filesystem::path& path)
      : descriptor_(open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (descriptor_ < 0) throw std::runtime_error("cannot read the token file " + path.string());
  }
  ~OpenFile() { close(descriptor_); }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  [[nodiscard]] bool is_private() const {
    struct stat status {};
    return fstat(descriptor_, &status) == 0 && S_ISREG(status.st_mode) &&
           (status.st_mode & (S_IRWXG | S_IRWXO)) == 0;
  }
  [[nodiscard]] std::string beginning() const {
    std::array<char, 4096> bytes{};
    const auto size = read(descriptor_, bytes.data(), bytes.size());
    return {bytes.data(), size > 0 ? static_cast<std::size_t>(size) : 0};
  }

 private:
  int descriptor_;
};

}  // namespace

AllowedHosts::AllowedHosts(const ListenAddress& address, std::vector<std::string> names)
    : any_address_(address.host == "0.0.0.0" || address.host == "::") {
  for (const auto& name : names) names_.push_back(lower_ascii(name));
  names_.push_back(address.host);
}

bool AllowedHosts::allows(std::string_view host) const {
  const auto name = name_of(host);
  return is_loopback_name(name) || std::find(names_.begin(), names_.end(), name) != names_.end() ||
         (any_address_ && is_address(name));
}

std::string token_of_file(const std::filesystem::path& file) {
  const OpenFile opened(file);
  if (!opened.is_private())
    throw std::runtime_error(
        fmt::format("others may read the token file {0}; chmod 600 {0}", file.string()));
  auto token = opened.beginning();
  constexpr const char* kSpace = " \t\r\n";
  token.erase(token.find_last_not_of(kSpace) + 1);
  token.erase(0, token.find_first_not_of(kSpace));
  constexpr std::size_t kShortest = 16;
  const bool visible =
      std::all_of(token.begin(), token.end(), [](char byte) { return byte > ' ' && byte < 0x7f; });
  if (token.size() < kShortest || !visible)
    throw std::runtime_error(
        fmt::format("the token in {} must have {} visible ASCII characters at least", file.string(),
                    kShortest));
  return token;
}

bool bears_token(std::string_view authorization, std::string_view token) {
  constexpr std::string_view kScheme = "bearer ";
  if (lower_ascii(authorization.substr(0, kScheme.size())) != kScheme) return false;
  const auto given = authorization.substr(kScheme.size());
  unsigned differences = given.size() == token.size() ? 0 : 1;
  for (std::size_t i = 0; i < token.size(); ++i) {
    const char byte = i < given.size() ? given[i] : '\0';
    differences |= static_cast<unsigned>(byte ^ token[i]);
  }
  return differences == 0;
}

}  // namespace furat::http
