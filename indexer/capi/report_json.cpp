#include "indexer/capi/report_json.hpp"

#include <nlohmann/json.hpp>

#include "analysis/text/printable.hpp"

namespace furat::capi {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

std::string written(const Json& json) {
  return analysis::printable_json(json.dump(2, ' ', false, Json::error_handler_t::replace)) + '\n';
}

Json texts(const std::vector<std::filesystem::path>& paths) {
  Json array = Json::array();
  for (const auto& path : paths) array.push_back(path.string());
  return array;
}

Json problems_of(const std::vector<ArticleProblem>& problems) {
  Json array = Json::array();
  for (const auto& problem : problems)
    array.push_back(
        {{"skipped", problem.skipped}, {"where", problem.where}, {"message", problem.message}});
  return array;
}

Json last_run_of(const IndexStatus& status) {
  if (!status.last_run) return nullptr;
  const auto& run = *status.last_run;
  return {{"command", run.command},     {"outcome", run.outcome}, {"added", run.added},
          {"changed", run.changed},     {"moved", run.moved},     {"removed", run.removed},
          {"unchanged", run.unchanged}, {"skipped", run.skipped}};
}

Json notes_of(const IndexStatus& status) {
  Json array = Json::array();
  for (const auto& note : status.notes)
    array.push_back({{"file", note.file}, {"excluded", note.excluded}, {"reason", note.reason}});
  return array;
}

Json recount_of(const CountCheck& check) {
  Json dimensions = Json::array();
  for (const auto& row : check.dimensions)
    dimensions.push_back({{"dimension", row.dimension},
                          {"values", row.values},
                          {"counted", row.counted},
                          {"without", row.without}});
  return {{"passages", check.passages}, {"dimensions", std::move(dimensions)}};
}

}  // namespace

std::string report_json(const BuildReport& report) {
  return written({{"generation", text_or_null(report.generation)},
                  {"digest", text_or_null(report.digest)},
                  {"articles", report.articles},
                  {"passages", report.passages},
                  {"places", report.places},
                  {"actors", report.actors},
                  {"dates", report.dates},
                  {"bytes", report.bytes},
                  {"skipped", report.skipped()},
                  {"problems", problems_of(report.problems)}});
}

std::string report_json(const UpdateReport& report) {
  return written({{"generation", text_or_null(report.generation)},
                  {"digest", text_or_null(report.digest)},
                  {"articles", report.articles},
                  {"passages", report.passages},
                  {"added", report.added},
                  {"changed", report.changed},
                  {"moved", report.moved},
                  {"removed", report.removed},
                  {"unchanged", report.unchanged},
                  {"files_read", report.files_read},
                  {"files_failed", report.files_failed},
                  {"annotated_again", text_or_null(report.annotated_again)},
                  {"lexicon_changed", report.lexicon_changed},
                  {"annotated", report.annotated},
                  {"bytes", report.bytes},
                  {"names", report.names},
                  {"skipped", report.skipped()},
                  {"problems", problems_of(report.problems)}});
}

std::string report_json(const IndexStatus& status) {
  return written({{"index", status.index.string()},
                  {"generation", status.generation},
                  {"digest", status.digest},
                  {"lexicon", status.lexicon},
                  {"schema_version", status.schema_version},
                  {"rules_version", status.rules_version},
                  {"reading_version", status.reading_version},
                  {"articles", status.articles},
                  {"passages", status.passages},
                  {"values", status.values},
                  {"files", status.files},
                  {"bytes_on_disk", status.bytes_on_disk},
                  {"inputs", status.inputs},
                  {"lexicons", texts(status.lexicons)},
                  {"gazetteers", texts(status.gazetteers)},
                  {"notes", notes_of(status)},
                  {"last_run", last_run_of(status)},
                  {"other_generations", status.other_generations}});
}

std::string report_json(const std::vector<std::string>& faults,
                        const std::optional<CountCheck>& recounted) {
  return written(
      {{"faults", faults}, {"recounted", recounted ? recount_of(*recounted) : Json(nullptr)}});
}

}  // namespace furat::capi
