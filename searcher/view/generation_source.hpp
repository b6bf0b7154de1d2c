// Where the newest state of an archive comes from: one index folder, or shards.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <memory>
#include <string>

#include "index/generation.hpp"
#include "searcher/deadline.hpp"
#include "searcher/view/local_generation.hpp"
#include "searcher/view/shared_generation.hpp"

namespace furat {

/// is_newest() and failed() may be asked by several threads at once, open() by one at a time.
class GenerationSource {
 public:
  GenerationSource() = default;
  virtual ~GenerationSource() = default;
  GenerationSource(const GenerationSource&) = delete;
  GenerationSource& operator=(const GenerationSource&) = delete;

  [[nodiscard]] virtual bool is_newest(const SharedGeneration& generation) = 0;
  /// Throws IndexError and Xapian::Error.
  [[nodiscard]] virtual std::shared_ptr<SharedGeneration> open() = 0;
  /// A request on a generation ended so. True if another attempt may end better: what failed is
  /// left out or replaced then.
  [[nodiscard]] virtual bool failed(const SharedGeneration& generation,
                                    const Xapian::NetworkError& error) = 0;
  /// Whether answers may keep one waiting whom nobody can wake.
  [[nodiscard]] virtual bool is_remote() const = 0;
  /// The archive as messages call it.
  [[nodiscard]] virtual const std::filesystem::path& place() const = 0;
};

/// The generation that CURRENT names.
class IndexFolder final : public GenerationSource {
 public:
  explicit IndexFolder(const std::filesystem::path& index)
      : index_(std::filesystem::absolute(index)) {}
  [[nodiscard]] bool is_newest(const SharedGeneration& generation) override {
    return index::current_generation(index_) == generation.name();
  }
  [[nodiscard]] std::shared_ptr<SharedGeneration> open() override {
    return std::make_shared<LocalGeneration>(index_);
  }
  [[nodiscard]] bool failed(const SharedGeneration&, const Xapian::NetworkError&) override {
    return false;
  }
  [[nodiscard]] bool is_remote() const override { return false; }
  [[nodiscard]] const std::filesystem::path& place() const override { return index_; }

 private:
  std::filesystem::path index_;
};

}  // namespace furat
