#include "searcher/http/page_files.hpp"

#include <algorithm>
#include <vector>

#include "index/sha256.hpp"

namespace furat::http {
namespace {

std::string_view type_of(std::string_view name) {
  if (name.ends_with(".html")) return "text/html; charset=utf-8";
  if (name.ends_with(".js")) return "text/javascript; charset=utf-8";
  if (name.ends_with(".css")) return "text/css; charset=utf-8";
  if (name.ends_with(".json")) return "application/json; charset=utf-8";
  if (name.ends_with(".svg")) return "image/svg+xml";
  if (name.ends_with(".png")) return "image/png";
  return "application/octet-stream";
}

std::string etag_of(std::string_view contents) {
  constexpr std::size_t kSchemeAndSome = sizeof "sha256:" - 1 + 16;
  const auto digest = index::shown_sha256(index::sha256(contents)).substr(0, kSchemeAndSome);
  return '"' + digest.substr(sizeof "sha256:" - 1) + '"';
}

/// "app-ZV4U7R7D.js": esbuild puts 40 bits of a hash of the contents into the name, in base 32.
bool has_hash_of_contents(std::string_view name) {
  constexpr std::size_t kHash = 8;
  name = name.substr(0, name.rfind('.'));
  if (name.size() <= kHash || name[name.size() - kHash - 1] != '-') return false;
  return name.substr(name.size() - kHash).find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567") ==
         std::string_view::npos;
}

std::vector<PageFile> all_files() {
  std::vector<PageFile> files;
  for (const auto& file : embedded_page())
    files.push_back({file.name, file.contents, type_of(file.name), etag_of(file.contents),
                     has_hash_of_contents(file.name)});
  return files;
}

}  // namespace

const PageFile* page_file(std::string_view name) {
  static const auto files = all_files();
  if (name.empty()) name = "index.html";
  const auto found =
      std::find_if(files.begin(), files.end(), [&](const auto& file) { return file.name == name; });
  return found == files.end() ? nullptr : &*found;
}

}  // namespace furat::http
