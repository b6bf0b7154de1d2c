#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <sstream>
#include <stdexcept>

#include "indexer/readers/markdown/front_matter_fields.hpp"

namespace furat::indexer {
namespace {

constexpr std::size_t kDeepest = 16;

/// Gathers the strings of a mapping while they are read: nothing is built that an alias could
/// multiply. Of mappings inside, "name" counts: authors have one.
class FieldCollector : public YAML::EventHandler {
 public:
  FrontMatterFields take() && { return std::move(fields_); }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override { value({}); }
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override {
    throw std::runtime_error("The front matter has aliases, which are refused.");
  }
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t,
                const std::string& text) override {
    value(text);
  }
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    open(false);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    open(true);
  }
  void OnMapEnd() override { close(); }

 private:
  struct Level {
    bool mapping = false;
    bool key_next = true;
    std::string key;
  };

  void open(bool mapping) {
    if (levels_.size() == kDeepest)
      throw std::runtime_error("The front matter is nested too deeply.");
    if (!levels_.empty() && levels_.back().key_next) levels_.back().key.clear();
    levels_.push_back({mapping, true, {}});
  }

  void close() {
    levels_.pop_back();
    end_value();
  }

  void value(const std::string& text) {
    if (levels_.empty()) return;
    Level& level = levels_.back();
    if (level.mapping && level.key_next) {
      level.key = text;
    } else if (!text.empty() && is_wanted()) {
      fields_.emplace_back(levels_.front().key, text);
    }
    end_value();
  }

  bool is_wanted() const {
    if (!levels_.front().mapping) return false;
    for (std::size_t i = 1; i < levels_.size(); ++i)
      if (levels_[i].mapping && levels_[i].key != "name") return false;
    return true;
  }

  /// A key or a value is complete.
  void end_value() {
    if (levels_.empty()) return;
    levels_.back().key_next = !levels_.back().key_next;
  }

  FrontMatterFields fields_;
  std::vector<Level> levels_;
};

}  // namespace

std::optional<FrontMatterFields> yaml_fields(std::string_view block, std::string& problem) {
  try {
    std::istringstream stream{std::string(block)};
    YAML::Parser parser(stream);
    FieldCollector collector;
    (void)parser.HandleNextDocument(collector);
    return std::move(collector).take();
  } catch (const YAML::Exception&) {
    problem = "The front matter is not valid YAML.";
  } catch (const std::exception& error) {
    problem = error.what();
  }
  return std::nullopt;
}

}  // namespace furat::indexer
