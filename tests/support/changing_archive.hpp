// An archive whose files a test changes, its index that is kept up to date, and a rebuild to
// compare it with.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>

#include "furat/searcher.hpp"
#include "furat/updating.hpp"
#include "tests/support/temporary_folder.hpp"

namespace furat::test {

class ChangingArchive {
 public:
  ChangingArchive() { std::filesystem::create_directories(articles()); }

  [[nodiscard]] std::filesystem::path articles() const { return folder_.path() / "articles"; }
  [[nodiscard]] std::filesystem::path index() const { return folder_.path() / "index"; }
  [[nodiscard]] std::filesystem::path folder() const { return folder_.path(); }

  void write(const std::string& name, const std::string& text) const {
    folder_.write("articles/" + name, text);
  }
  void remove(const std::string& name) const { std::filesystem::remove(articles() / name); }
  void move(const std::string& from, const std::string& to) const {
    std::filesystem::create_directories((articles() / to).parent_path());
    std::filesystem::rename(articles() / from, articles() / to);
  }

  [[nodiscard]] BuildReport build(const std::filesystem::path& index) const {
    BuildOptions options;
    options.archive.inputs = {articles()};
    options.index = index;
    return build_index(options);
  }
  [[nodiscard]] BuildReport build() const { return build(index()); }

  [[nodiscard]] UpdateOptions options() const {
    UpdateOptions options;
    options.index = index();
    // A test changes files faster than a clock ticks.
    options.compare_contents = true;
    return options;
  }
  [[nodiscard]] UpdateReport update() const { return update_index(options()); }

  /// Digest of an index built anew from the files as they are.
  [[nodiscard]] std::string rebuilt_digest() const {
    return build(folder_.path() / "rebuilt").digest;
  }
  [[nodiscard]] std::filesystem::path rebuilt() const { return folder_.path() / "rebuilt"; }

 private:
  TemporaryFolder folder_;
};

}  // namespace furat::test
