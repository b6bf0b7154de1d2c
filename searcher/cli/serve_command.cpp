#include "searcher/cli/serve_command.hpp"
#include "searcher/cli/index_option.hpp"

#include <CLI/CLI.hpp>

namespace furat::cli {
namespace {

constexpr const char* kExamples =
    "Answers GET /api/search?q=siege&place=Raqqa and the like as --format json would,\n"
    "and serves a page to search with. SIGTERM or control-C ends it.\n"
    "\n"
    "Examples:\n"
    "  furat-search serve\n"
    "  furat-search serve --listen 127.0.0.1:9000 --token-file ~/.furat-token\n"
    "\n"
    "More in docs/http-api.md.";

void add_text(CLI::App& app, const std::string& name, std::string& value, const std::string& what,
              const char* shown) {
  app.add_option(name, value, what)->option_text(shown)->capture_default_str()->take_last();
}

void add_number(CLI::App& app, const std::string& name, std::size_t& value, const std::string& what,
                std::size_t least, std::size_t most) {
  app.add_option(name, value, what)
      ->check(CLI::Range(least, most))
      ->option_text("N")
      ->capture_default_str()
      ->take_last();
}

void add_limits(CLI::App& serve, http::ServeOptions& options) {
  // More connections than this have descriptors that the HTTP library refuses.
  add_number(serve, "--max-connections", options.max_connections,
             "Connections at a time; 503 for more", 1, 900);
  add_number(serve, "--threads", options.threads, "Searches at a time; 0: as many as processors", 0,
             1024);
  add_text(serve, "--request-timeout", options.request_timeout, "Time for an answer to be found",
           "DURATION");
  add_text(serve, "--client-timeout", options.client_timeout,
           "Time for a request to come in whole, and for an\nanswer to be taken", "DURATION");
  add_number(serve, "--max-body", options.max_body, "Bytes of a request's body", 0, 1 << 30);
  add_number(serve, "--max-hits", options.max_hits, "Hits of one answer", 1, 10'000'000);
}

}  // namespace

void add_serve(CLI::App& app, SearchOptions& options) {
  auto& serve = *app.add_subcommand("serve", "Serve an HTTP API and a page to search with");
  auto& how = options.serve;
  add_text(serve, "--listen", how.listen, "Where to listen; port 0: any free one", "ADDRESS:PORT");
  serve.add_flag("--allow-remote", how.allow_remote,
                 "Listen where other machines can reach it, too");
  serve
      .add_option("--public-name", how.public_names,
                  "Host by which clients may call it besides its own\naddress; repeatable")
      ->allow_extra_args(false)
      ->option_text("HOST");
  serve
      .add_option("--token-file", how.token_file,
                  "Only who has the token in FILE may ask; FILE must\nbe readable by you alone")
      ->option_text("FILE")
      ->take_last();
  add_limits(serve, how);
  serve.add_flag("--access-log", how.access_log, "A line a request on standard error");
  serve.add_flag("--openapi", how.openapi, "Print the description of the API and end");
  add_index_option(serve, options);
  serve.footer(kExamples);
}

}  // namespace furat::cli
