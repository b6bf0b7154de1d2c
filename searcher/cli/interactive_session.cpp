#include "searcher/cli/interactive_session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "searcher/cli/display_width.hpp"
#include "searcher/cli/sanitize.hpp"
#include "searcher/cli/search_commands.hpp"
#include "searcher/cli/show_format.hpp"
#include "searcher/cli/text_format.hpp"
#include "searcher/cli/text_wrap.hpp"

namespace furat::cli {
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

}  // namespace

InteractiveSession::InteractiveSession(const Searcher& searcher, SearchRequest request)
    : searcher_(searcher), request_(std::move(request)) {}

std::string InteractiveSession::answer_to(const std::string& line, const TextStyle& style) {
  try {
    return obeyed(trimmed(line), style);
  } catch (const Complaint& complaint) {
    return sanitized(complaint.sentence) + "\n";
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
  if (const auto order = argument_of("sort", line)) {
    sort_by(*order);
  } else if (line == "n" || line == "p") {
    page(line == "n");
  } else if (line == "up") {
    go_up();
  } else if (line == "undo" || line == "u") {
    undo();
  } else if (line == "clear") {
    auto request = request_;
    request.filters.clear();
    change(std::move(request));
  } else if (const auto number = number_in(line)) {
    choose(*number, Choose::alone);
  } else if (const auto excluded = line.front() == '-' ? number_in(line.substr(1)) : std::nullopt) {
    choose(*excluded, Choose::excluded);
  } else if (const auto added = line.front() == '+' ? number_in(line.substr(1)) : std::nullopt) {
    choose(*added, Choose::besides);
  } else {
    auto request = request_;
    request.query = line.front() == '/' ? trimmed(line.substr(1)) : line;
    change(std::move(request));
  }
  try {
    return answer(style);
  } catch (const RequestError& error) {
    // A search that cannot be answered is taken back.
    request_ = std::move(before_.back());
    before_.pop_back();
    return described(error);
  }
}

void InteractiveSession::change(SearchRequest request) {
  request.offset = 0;
  before_.push_back(std::exchange(request_, std::move(request)));
}

void InteractiveSession::page(bool forward) {
  const auto shown = request_.offset + results_.hits.size();
  const auto all =
      request_.group == GroupBy::article ? results_.total_articles : results_.total_passages;
  if (forward && (results_.hits.empty() || shown >= all)) throw Complaint{"This is the last page."};
  if (!forward && request_.offset == 0) throw Complaint{"This is the first page."};
  before_.push_back(request_);
  request_.offset = forward ? shown : request_.offset - std::min(request_.offset, request_.limit);
}

void InteractiveSession::choose(std::size_t number, Choose how) {
  if (number == 0 || number > choices_.size())
    throw Complaint{fmt::format("There is no value {0}; /{0} searches for the number.", number)};
  const auto& choice = choices_[number - 1];
  auto request = request_;
  // Alone, so that there are as many passages as stand beside the value.
  if (how == Choose::alone)
    std::erase_if(request.filters, [&](const Filter& filter) {
      return filter.dimension == choice.dimension && !filter.exclude;
    });
  request.filters.push_back({choice.dimension, choice.id, how == Choose::excluded});
  change(std::move(request));
}

void InteractiveSession::go_up() {
  if (request_.filters.empty()) throw Complaint{"There is no filter."};
  auto request = request_;
  request.filters.pop_back();
  change(std::move(request));
}

void InteractiveSession::undo() {
  if (before_.empty()) throw Complaint{"There is nothing to take back."};
  auto request = std::move(before_.back());
  before_.pop_back();
  std::swap(request_, request);
}

void InteractiveSession::sort_by(const std::string& order) {
  auto request = request_;
  if (order == "relevance")
    request.sort = SortBy::relevance;
  else if (order == "date")
    request.sort = SortBy::date;
  else if (order == "published")
    request.sort = SortBy::published;
  else
    throw Complaint{"Hits can be sorted by relevance, date or published."};
  change(std::move(request));
}

std::string InteractiveSession::answer(const TextStyle& style) {
  results_ = searcher_.search(request_);
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
