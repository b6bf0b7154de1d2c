#include "searcher/cli/check_command.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>

#include "analysis/text/printable.hpp"
#include "furat/evidence.hpp"
#include "searcher/cli/bundle.hpp"
#include "searcher/cli/command_context.hpp"
#include "searcher/cli/index_option.hpp"
#include "searcher/cli/search_commands.hpp"
#include "searcher/formats/json_parts.hpp"
#include "searcher/formats/plural.hpp"

namespace furat::cli {

using formats::counted;
using formats::Json;

namespace {

using analysis::printable;

std::string contents_of(const std::string& path) {
  if (path == "-") return {std::istreambuf_iterator<char>(std::cin), {}};
  std::ifstream file(path, std::ios::binary);
  if (!file || std::filesystem::is_directory(path)) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The hits of a list of JSON lines, of an answer in JSON or of a bundle.
std::vector<Json> hits_in(const std::string& text, const std::string& path) {
  if (auto whole = Json::parse(text, nullptr, false); whole.is_object()) {
    if (whole.contains("results")) whole = Json(whole.at("results"));
    if (whole.is_object() && whole.contains("hits"))
      return {whole.at("hits").begin(), whole.at("hits").end()};
  }
  std::vector<Json> hits;
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    ++number;
    auto line = Json::parse(text.substr(begin, end - begin), nullptr, false);
    if (line.is_discarded() && text.find_first_not_of(" \t\r", begin) < end)
      throw std::runtime_error(fmt::format("{}:{}: this is no JSON", path, number));
    if (line.is_object() && !line.contains("summary")) hits.push_back(std::move(line));
    begin = end + 1;
  }
  return hits;
}

ClaimedHit claim_of(const Json& hit) {
  try {
    const auto text = hit.at("text").get<std::string>();
    const auto heading = hit.at("heading_size").get<std::size_t>();
    return {hit.value("passage", ""),
            hit.at("file").get<std::string>(),
            hit.at("file_digest").get<std::string>(),
            {hit.at("start").get<std::uint64_t>(), hit.at("end").get<std::uint64_t>()},
            text.substr(std::min(heading == 0 ? 0 : heading + 1, text.size()))};
  } catch (const Json::exception&) {
    throw std::runtime_error(
        "a hit lacks file, file_digest, start, end, heading_size or text; write hits with --format "
        "jsonl");
  }
}

int check_hits(const SearchOptions& options) {
  EvidenceCheck check({options.archives.begin(), options.archives.end()});
  std::size_t by_text = 0, by_file = 0, failed = 0;
  for (const auto& hit : hits_in(contents_of(options.evidence), options.evidence)) {
    const auto claim = claim_of(hit);
    const auto proof = check.check(claim);
    by_text += proof == Proof::text ? 1 : 0;
    by_file += proof == Proof::file ? 1 : 0;
    if (proof == Proof::text || proof == Proof::file) continue;
    ++failed;
    print(fmt::format("{}: {}: {}\n", printable(claim.passage), printable(claim.file),
                      described(proof)));
  }
  print(fmt::format(
      "body text of {} proven by its bytes, of {} only the file by its digest, {} not proven; "
      "headings, titles and mentions are not checked\n",
      counted(by_text, "hit"), by_file, failed));
  if (failed != 0) return kNotProven;
  return by_text + by_file == 0 ? kNoHits : kHits;
}

int check_bundle(const SearchOptions& options) {
  const auto differences = replay_bundle(contents_of(options.bundle), open_searcher(options));
  for (const auto& line : differences) print(printable(line) + '\n');
  if (differences.empty()) print("the index gives the same answer\n");
  return differences.empty() ? kHits : kNotProven;
}

}  // namespace

CLI::App& add_check(CLI::App& app, SearchOptions& options) {
  auto& check = *app.add_subcommand("check", "Prove hits against the original files");
  auto* file = check
                   .add_option("FILE", options.evidence,
                               "Hits as --format jsonl or json writes them; - is\nstandard input")
                   ->option_text(" ");
  auto* archives =
      check
          .add_option("--archive", options.archives,
                      "Folder that the files are relative to;\nrepeatable. Nothing outside is read")
          ->allow_extra_args(false)
          ->option_text("FOLDER");
  auto* bundle = check
                     .add_option("--bundle", options.bundle,
                                 "Put the search of this bundle to the index and\ncompare")
                     ->option_text("FILE")
                     ->take_last();
  file->needs(archives)->excludes(bundle);
  add_index_option(check, options);
  check.footer(
      "Exit codes: 0 all proven, 1 nothing to prove, 2 error,\n"
      "4 something is not as it says.");
  return check;
}

int run_check(const SearchOptions& options) {
  if (!options.bundle.empty()) return check_bundle(options);
  if (options.evidence.empty())
    throw std::runtime_error("check needs a FILE of hits with --archive, or --bundle FILE");
  return check_hits(options);
}

}  // namespace furat::cli
