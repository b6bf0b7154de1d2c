// The fields of the options of the C interface: their keys in JSON and what may stand there.
#pragma once

#include "furat/updating.hpp"
#include "index/json/read_fields.hpp"

namespace furat {

inline constexpr json::Range kThreads{0, 1024};

template <class Field>
void each_field(json::Of<ArchiveOptions> auto& options, Field& field) {
  field("inputs", options.inputs, json::kRequired);
  field("metadata", options.metadata);
  field("lexicons", options.lexicons);
  field("gazetteers", options.gazetteers);
}

template <class Field>
void each_field(json::Of<BuildOptions> auto& options, Field& field) {
  field("index", options.index, json::kRequired);
  field("archive", options.archive, json::kRequired);
  field("threads", options.threads, kThreads);
  field("wait", options.wait);
}

template <class Field>
void each_field(json::Of<UpdateOptions> auto& options, Field& field) {
  field("index", options.index, json::kRequired);
  field("paths", options.paths);
  field("metadata", options.metadata);
  field("lexicons", options.lexicons);
  field("gazetteers", options.gazetteers);
  field("threads", options.threads, kThreads);
  field("compare_contents", options.compare_contents);
  field("dry_run", options.dry_run);
  field("wait", options.wait);
}

namespace capi {

struct StatusOptions {
  std::filesystem::path index;
};

struct VerifyOptions {
  std::filesystem::path index;
  bool counts = false;  ///< count the passages of every facet value again
};

template <class Field>
void each_field(json::Of<StatusOptions> auto& options, Field& field) {
  field("index", options.index, json::kRequired);
}

template <class Field>
void each_field(json::Of<VerifyOptions> auto& options, Field& field) {
  field("index", options.index, json::kRequired);
  field("counts", options.counts);
}

}  // namespace capi
}  // namespace furat
