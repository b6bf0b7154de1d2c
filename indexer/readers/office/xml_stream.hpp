// XML that is not trusted, one event after the other.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace furat::indexer::office {

/// Names are local ones: the two kinds of OOXML differ in their namespaces only. Nothing outside of
/// the bytes is read. A document type ends the stream with a fault, since it may hold entities that
/// grow without bound and office files never have one; so does nesting deeper than 256.
class XmlStream {
 public:
  enum class Event { start, end, text, finished };

  /// `bytes` must outlive it.
  explicit XmlStream(std::string_view bytes);
  ~XmlStream();
  XmlStream(const XmlStream&) = delete;
  XmlStream& operator=(const XmlStream&) = delete;

  /// The next event; an empty element has an end too. `finished` after the last one, or a fault.
  [[nodiscard]] Event next();

  [[nodiscard]] std::string_view name() const { return name_; }  ///< of a start or end
  [[nodiscard]] std::string_view name_space() const;             ///< of a start; may be empty
  [[nodiscard]] std::string_view text() const { return text_; }  ///< of a text; UTF-8

  /// The attribute of the element that just began.
  [[nodiscard]] std::optional<std::string> attribute(const char* local_name) const;

  /// After a start: goes to its end.
  void skip();

  /// After a start: the text up to its end.
  [[nodiscard]] std::string inner_text();

  /// One sentence; empty if there is no fault.
  [[nodiscard]] const std::string& fault() const { return fault_; }

 private:
  struct Reader;
  [[nodiscard]] Event fail(std::string fault);

  std::unique_ptr<Reader> reader_;
  std::string name_;
  std::string_view text_;
  std::string fault_;
  bool declares_type_;        ///< in its first bytes
  bool end_follows_ = false;  ///< the element that just began is empty
};

}  // namespace furat::indexer::office
