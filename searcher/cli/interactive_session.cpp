#include "searcher/cli/interactive_session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "searcher/cli/display_width.hpp"
#include "searcher/cli/search_commands.hpp"
#include "searcher/cli/show_format.hpp"
#include "searcher/cli/text_format.hpp"
#include "searcher/cli/text_wrap.hpp"
#include "searcher/formats/sanitize.hpp"

namespace furat::cli {

using formats::sanitized;

namespace {

constexpr std::string_view kHelp =
    "WORDS          search for them; filters stay. /WORDS if they would be a command\n"
    "N, -N          only passages with value N of the lists, or without it\n"
    "+N             value N besides those chosen of its list\n"
    "up             take back the last filter\n"
    "undo           take back the last step\n"
    "clear          take back all filters\n"
    "n, p           next page, previous page\n"
    "show N         hit N in its article\n"
    "sort ORDER     relevance, date or published\n"
    "help, quit\n";

constexpr std::string_view kLastPage = "This is the last page.";

/// What is wrong with a line, in a sentence.
struct Complaint {
  std::string sentence;
};

std::optional<std::size_t> number_in(std::string_view text) {
  std::size_t number = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc() || rest != text.data() + text.size())
    return std::nullopt;
  return number;
}

std::string trimmed(std::string_view line) {
  const auto begin = line.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return std::string(line.substr(begin, line.find_last_not_of(" \t") - begin + 1));
}

/// The rest of a line that begins with the command and a space.
std::optional<std::string> argument_of(std::string_view command, std::string_view line) {
  if (!line.starts_with(command) || line.size() <= command.size() || line[command.size()] != ' ')
    return std::nullopt;
  return trimmed(line.substr(command.size()));
}

SortBy order_named(const std::string& name) {
  if (name == "relevance") return SortBy::relevance;
  if (name == "date") return SortBy::date;
  if (name == "published") return SortBy::published;
  throw Complaint{"Hits can be sorted by relevance, date or published."};
}

}  // namespace

InteractiveSession::InteractiveSession(const Searcher& searcher, SearchRequest request)
    : searcher_(searcher), request_(std::move(request)) {}

std::string InteractiveSession::answer_to(const std::string& line, const TextStyle& style) {
  try {
    return obeyed(trimmed(line), style);
  } catch (const Complaint& complaint) {
    return sanitized(complaint.sentence) + "\n";
  } catch (const RequestError& error) {
    return described(error);
  } catch (const DeadlineExceeded& error) {
    return sanitized(error.what()) + "; nothing of its answer is shown\n";
  } catch (const IndexError& error) {
    return sanitized(error.what()) + "\n";
  }
}

std::string InteractiveSession::obeyed(const std::string& line, const TextStyle& style) {
  if (line == "quit" || line == "q" || line == "exit") {
    over_ = true;
    return {};
  }
  if (line == "help" || line == "h" || line == "?") return std::string(kHelp);
  if (line.empty()) return answer(style);
  if (const auto hit = argument_of("show", line))
    return shown_hit(number_in(*hit).value_or(0), style);
  if (line == "undo" || line == "u")
    undo();
  else
    step_to(next_request(line), line == "n");
  return shown_answer(style);
}

void InteractiveSession::step_to(SearchRequest next, bool must_have_hits) {
  auto results = searcher_.search(next);
  // Another generation of the index may end earlier.
  if (must_have_hits && results.hits.empty()) throw Complaint{std::string(kLastPage)};
  results_ = std::move(results);
  before_.push_back(std::exchange(request_, std::move(next)));
}

void InteractiveSession::undo() {
  if (before_.empty()) throw Complaint{"There is nothing to take back."};
  results_ = searcher_.search(before_.back());
  request_ = std::move(before_.back());
  before_.pop_back();
}

SearchRequest InteractiveSession::next_request(const std::string& line) const {
  if (line == "n" || line == "p") return next_page(line == "n");
  auto next = request_;
  next.offset = 0;
  if (const auto order = argument_of("sort", line)) {
    next.sort = order_named(*order);
  } else if (line == "up") {
    if (next.filters.empty()) throw Complaint{"There is no filter."};
    next.filters.pop_back();
  } else if (line == "clear") {
    next.filters.clear();
  } else if (const auto number = number_in(line)) {
    choose(*number, Choose::alone, next);
  } else if (const auto excluded = line.front() == '-' ? number_in(line.substr(1)) : std::nullopt) {
    choose(*excluded, Choose::excluded, next);
  } else if (const auto added = line.front() == '+' ? number_in(line.substr(1)) : std::nullopt) {
    choose(*added, Choose::besides, next);
  } else {
    next.query = line.front() == '/' ? trimmed(line.substr(1)) : line;
  }
  return next;
}

SearchRequest InteractiveSession::next_page(bool forward) const {
  const auto shown = request_.offset + results_.hits.size();
  if (forward && (results_.hits.empty() || shown >= results_.total_hits))
    throw Complaint{std::string(kLastPage)};
  if (!forward && request_.offset == 0) throw Complaint{"This is the first page."};
  auto next = request_;
  next.offset = forward ? shown : request_.offset - std::min(request_.offset, request_.limit);
  return next;
}

void InteractiveSession::choose(std::size_t number, Choose how, SearchRequest& next) const {
  if (number == 0 || number > choices_.size())
    throw Complaint{fmt::format("There is no value {0}; /{0} searches for the number.", number)};
  const auto& choice = choices_[number - 1];
  // Alone, so that there are as many passages as stand beside the value.
  if (how == Choose::alone)
    std::erase_if(next.filters, [&](const Filter& filter) {
      return filter.dimension == choice.dimension && !filter.exclude;
    });
  next.filters.push_back({choice.dimension, choice.id, how == Choose::excluded});
}

std::string InteractiveSession::answer(const TextStyle& style) {
  results_ = searcher_.search(request_);
  return shown_answer(style);
}

std::string InteractiveSession::shown_answer(const TextStyle& style) {
  auto listed = std::exchange(results_.facets, {});
  auto out = format_text(results_, request_, style);
  results_.facets = std::move(listed);
  append_choices(out, style);
  for (const auto& filter : request_.filters)
    append_lines(out,
                 sanitized(fmt::format("{} {}: {}", filter.exclude ? "without" : "with",
                                       filter.dimension, filter.value)),
                 0, style);
  return out;
}

void InteractiveSession::append_choices(std::string& out, const TextStyle& style) {
  choices_.clear();
  for (const auto& facet : results_.facets) {
    if (facet.values.empty()) continue;
    out += '\n' + bold(sanitized(facet.dimension), style) + '\n';
    for (const auto& value : facet.values) {
      choices_.push_back({facet.dimension, value.id, value.name});
      const auto lead = fmt::format("{:>4} {:>7} {} {}", choices_.size(), value.passages,
                                    value.selected ? '*' : ' ',
                                    spaces(2 * std::min<std::size_t>(value.depth, 5)));
      const auto room = style.width > lead.size() ? style.width - lead.size() : 1;
      out +=
          lead + cut_to_width(sanitized(value.name.empty() ? value.id : value.name), room) + '\n';
    }
  }
}

std::string InteractiveSession::shown_hit(std::size_t number, const TextStyle& style) const {
  for (const auto& hit : results_.hits) {
    if (hit.rank != number) continue;
    ShowRequest request;
    request.passage = hit.passage;
    request.query = request_.query;
    request.expand_names = request_.expand_names;
    return format_shown_text(searcher_.show(request), style);
  }
  throw Complaint{"This page has no such hit."};
}

}  // namespace furat::cli
