#include "searcher/http/service.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "furat/version.hpp"
#include "searcher/http/answers.hpp"
#include "searcher/http/openapi.hpp"
#include "searcher/http/page_files.hpp"

namespace furat::http {
namespace {

/// What the answers of a generation have in common; a new program may write them otherwise.
std::string etag_of(const IndexInfo& info) {
  constexpr std::size_t kShort = 16;
  return fmt::format("\"{}-{}-{}\"", info.generation, info.digest.substr(0, kShort), version());
}

/// If-None-Match: "*" or a list of tags, weak ones too.
bool names_tag(std::string_view field, std::string_view tag) {
  return field == "*" || field.find(tag) != std::string_view::npos;
}

Answer not_modified(const std::string& etag) { return {304, "", "", {{"ETag", etag}}}; }

bool reads(const std::string& method) { return method == "GET" || method == "HEAD"; }

/// "application/json", whatever parameters follow.
bool is_json(std::string_view content_type) {
  constexpr std::string_view kJson = "application/json";
  return content_type.starts_with(kJson) &&
         (content_type.size() == kJson.size() || content_type[kJson.size()] == ';' ||
          content_type[kJson.size()] == ' ');
}

Answer page_answer(const Request& request, const PageFile& file) {
  if (!reads(request.method)) return not_allowed("GET, HEAD");
  auto answer = names_tag(request.if_none_match, file.etag) ? not_modified(file.etag)
                                                            : Answer{200,
                                                                     std::string(file.content_type),
                                                                     std::string(file.contents),
                                                                     {{"ETag", file.etag}}};
  if (file.immutable) answer.headers.emplace_back("Cache-Control", "max-age=31536000, immutable");
  return answer;
}

/// Counts while it lives.
class Counted {
 public:
  explicit Counted(std::atomic<std::size_t>& count) : count_(count) { ++count_; }
  ~Counted() { --count_; }
  Counted(const Counted&) = delete;
  Counted& operator=(const Counted&) = delete;

 private:
  std::atomic<std::size_t>& count_;
};

}  // namespace

Service::Service(const Searcher& searcher, const AnswerLimits& limits, AllowedHosts hosts,
                 std::string token, Text metrics, std::function<void(const std::string&)> report)
    : searcher_(searcher),
      limits_(limits),
      hosts_(std::move(hosts)),
      token_(std::move(token)),
      metrics_(std::move(metrics)),
      report_(std::move(report)) {}

Answer Service::answer(const Request& request) const {
  const Counted counted(in_flight_);
  try {
    return routed(request);
  } catch (const std::exception& error) {
    report_(error.what());
    return refused(500, "the server could not answer");
  }
}

Answer Service::routed(const Request& request) const {
  if (!request.host.empty() && !hosts_.allows(request.host))
    return refused(421, "this server is not called that");
  const auto target = parsed_target(request.target);
  if (!target) return refused(400, "the address is none");
  if (target->path.size() == 1) {
    const auto& name = target->path.front();
    if (const auto* file = page_file(name)) return page_answer(request, *file);
    if (name == "healthz") return health();
  }
  return api(request, *target);
}

Answer Service::health() const {
  try {
    const auto open =
        searcher_.info(limits_.request);  // waits for no search: a busy server is a healthy one
    return {200, "text/plain; charset=utf-8", "ok\n", {}, "/healthz"};
  } catch (const std::exception& error) {
    report_(error.what());
    auto answer = refused(503, "the index cannot be read");
    answer.route = "/healthz";
    return answer;
  }
}

Answer Service::api(const Request& request, const Target& target) const {
  if (!token_.empty() && !bears_token(request.authorization, token_))
    return refused(401, "this needs the token of the server");
  if (target.path == std::vector<std::string>{"metrics"} && reads(request.method))
    return {200, "text/plain; version=0.0.4; charset=utf-8", metrics_(), {}, "/metrics"};
  if (target.path == std::vector<std::string>{"api", "openapi.json"} && reads(request.method))
    return {200, kJsonType, openapi_document(), {}, "/api/openapi.json"};
  const auto match = route_for(target.path);
  if (match.route == nullptr) return refused(404, "there is nothing here");
  auto answer = asked(request, target, match);
  answer.route = match.route->pattern;
  return answer;
}

Answer Service::asked(const Request& request, const Target& target, const RouteMatch& match) const {
  const auto& route = *match.route;
  const bool posts = request.method == "POST" && !route.request_schema.empty();
  if (!posts && !reads(request.method))
    return not_allowed(route.request_schema.empty() ? "GET, HEAD" : "GET, HEAD, POST");
  if (posts && !is_json(request.content_type))
    return refused(415, "the body must be application/json");
  try {
    // What is asked stands in the body or in the address, never in both.
    auto read = posts ? read_parameters(target.parameters, {}, route.formats)
                      : read_parameters(target.parameters, route.parameters, route.formats);
    read.options.passage = match.id;
    Call call{searcher_, limits_, std::move(read.options), std::move(read.format)};
    call.stop = request.stop;
    if (!posts) return current(request, route, call);
    call.body = request.body;
    return route.answer(call);
  } catch (const RequestError& error) {
    return refused(error, error.argument() == "passage" ? 404 : 400);
  } catch (const IndexError& error) {
    if (error.kind() != IndexError::Kind::unreachable) throw;
    report_(error.what());
    return unreachable(error.path());
  } catch (const DeadlineExceeded&) {
    return refused(504, "the answer took longer than it may");
  } catch (const Cancelled&) {
    return refused(499, "the client left");  // for log and metrics
  }
}

Answer Service::current(const Request& request, const Route& route, const Call& call) const {
  constexpr int kTries = 3;
  for (int attempt = 1;; ++attempt) {
    const auto info = searcher_.info(call.time_left());
    const auto etag = etag_of(info);
    if (names_tag(request.if_none_match, etag)) return not_modified(etag);
    auto answer = route.answer(call);
    // A generation that came meanwhile would give its answer the tag of the one before.
    const bool same = is_still(info.generation, call);
    if (same) answer.headers.emplace_back("ETag", etag);
    const bool is_late = call.time_left() < limits_.request / 2;
    if (same || is_late || attempt == kTries) return answer;
  }
}

bool Service::is_still(const std::string& generation, const Call& call) const {
  try {
    return searcher_.info(call.time_left()).generation == generation;
  } catch (const IndexError&) {
    return false;  // the answer is there, and stands
  } catch (const DeadlineExceeded&) {
    return false;
  }
}

}  // namespace furat::http
