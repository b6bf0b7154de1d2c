// Any bytes as a query, and as what else a request says in words.
#include "analysis/text/tokenizer.hpp"
#include "furat/errors.hpp"
#include "searcher/query/date_words.hpp"
#include "searcher/query/geo_filter.hpp"
#include "searcher/query/query_parser.hpp"
#include "searcher/query/question.hpp"
#include "searcher/query/wildcard_pattern.hpp"
#include "tests/fuzz/fuzz_input.hpp"

namespace {

using namespace furat;
using namespace furat::fuzz;

void check_node(const QueryNode& node, std::string_view query, std::size_t depth) {
  require(depth < 64, "a query is not deep");
  require(node.span.begin <= node.span.end && node.span.end <= query.size(),
          "a span lies within the query");
  if (node.kind == QueryNode::Kind::close)
    require(node.children.size() == 2, "closeness has two sides");
  for (const auto& child : node.children) check_node(child, query, depth + 1);
}

/// The words of a plain text are those that an index has of it.
void check_plain(std::string_view text) {
  const auto whole = analysis::tokenize(text);
  const auto query = parse_plain(text, whole.size());
  check_node(query, text, 0);
  std::size_t at = 0;
  for (const auto& word : query.children) {
    const auto tokens = analysis::tokenize(word.text);
    for (const auto& token : tokens.tokens())
      require(at < whole.size() && tokens.folded(token) == whole.folded(at++),
              "a query has the words of its text");
  }
  require(at == whole.size(), "a query has all words of its text");
}

/// `read` may refuse the text, and then says where.
template <class Read>
void check_refusal(Read read, std::string_view text) {
  try {
    read();
  } catch (const RequestError& error) {
    require(error.column() <= text.size(), "a fault lies within what was given");
    require(!error.argument().empty(), "a fault names its argument");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzInput input(data, size);
  const auto text = input.rest();
  check_refusal([&] { check_node(parse_query(text), text, 0); }, text);
  check_plain(text);
  if (is_question(text)) (void)without_question_words(parse_plain(text));
  (void)read_date_words(text, std::chrono::sys_days(std::chrono::days(17450)));
  (void)read_date_words(text, std::nullopt);
  const WildcardPattern pattern(text.substr(0, 256));
  (void)pattern.matches(pattern.beginning());
  const std::string argument(text);
  check_refusal([&] { (void)parse_distance(argument); }, text);
  check_refusal([&] { (void)parse_bounding_box(argument); }, text);
  check_refusal([&] { (void)parse_position(argument); }, text);
  return 0;
}
