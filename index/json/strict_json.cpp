#include "index/json/strict_json.hpp"

#include <set>
#include <string>
#include <vector>

#include "furat/errors.hpp"

namespace furat::json {
namespace {

[[noreturn]] void refuse(const std::string& message, std::string_view text,
                         std::size_t column = 0) {
  constexpr std::size_t kLongestEcho = 1000;  // more would only make a long error
  throw RequestError("the request " + message, "request",
                     std::string(text.size() <= kLongestEcho ? text : std::string_view()), column);
}

/// Stops the parser, which goes as deep as it is led, takes the last of equal keys, and looks each
/// key up among all of its object.
class Watch {
 public:
  using Event = Json::parse_event_t;

  explicit Watch(std::string_view text) : text_(text) {}

  void see(int depth, Event event, const Json& parsed) {
    if (event == Event::object_start || event == Event::array_start) {
      if (depth >= kDeepest)
        refuse(
            "has more than " + std::to_string(kDeepest) + " objects and lists inside one another",
            text_);
      keys_.emplace_back();
    } else if (event == Event::object_end || event == Event::array_end) {
      keys_.pop_back();
    } else if (event == Event::key) {
      see_key(parsed.get_ref<const std::string&>());
    }
  }

 private:
  void see_key(const std::string& key) {
    if (key.empty() || key.size() > kLongestKey)
      refuse("has an empty key, or one of more than " + std::to_string(kLongestKey) + " bytes",
             text_);
    if (!keys_.back().insert(key).second) refuse("gives '" + key + "' twice", text_);
    if (keys_.back().size() > kMostKeys)
      refuse("has an object of more than " + std::to_string(kMostKeys) + " keys", text_);
  }

  std::string_view text_;
  std::vector<std::set<std::string>> keys_;  // of the objects that are open
};

}  // namespace

Json strict_json(std::string_view text) {
  if (text.size() > kLongestText)
    refuse("is longer than " + std::to_string(kLongestText) + " bytes", text);
  // The parser would take it for the end of the text.
  if (const auto nul = text.find('\0'); nul != std::string_view::npos)
    refuse("has a NUL byte", text, nul);
  Watch watch(text);
  try {
    return Json::parse(text, [&watch](int depth, Watch::Event event, const Json& parsed) {
      watch.see(depth, event, parsed);
      return true;
    });
  } catch (const Json::parse_error& error) {
    const auto at = error.byte == 0 ? 0 : error.byte - 1;
    refuse("is no JSON: byte " + std::to_string(at) + " cannot stand there", text, at);
  } catch (const Json::out_of_range&) {
    refuse("has a number that is too large", text);
  }
}

}  // namespace furat::json
