// The provision or work that somebody means: an IRI as it is, or the citation of one provision.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/data_dir.h"
#include "base/result.h"
#include "cli/command.h"
#include "model/iri.h"
#include "query/search.h"

namespace synoptic::cli {

// Without language and version where a citation was typed, in any style that `synoptic cite` reads. What may be several provisions is a diagnostic that lists them.
base::Result<model::Iri> identify(const std::string& typed, const query::Searcher& searcher, const base::DataDir& data);

// The legal system that --in names (GB-SCT), for commands about one provision or work: empty for all of its jurisdiction. Another
// jurisdiction than the provision's is a diagnostic.
base::Result<std::string> legal_system(const std::string& typed, const base::DataDir& data, const query::IndexReader& reader, const model::Iri& iri);

// Says that texts of a provision are held, but none for the legal system; nothing where one is, or none was asked for.
std::optional<base::Diagnostic> not_extending(const model::Iri& iri, const query::IndexReader& reader, const std::string& system);

// What a command about one provision or work starts with.
struct Subject {
  base::DataDir data;
  query::Searcher searcher;
  model::Iri iri;
  std::string system;  // "GB-SCT"; empty for all of the jurisdiction
};

// Opens the index and finds what was typed, for the legal system of --in. Otherwise the message is printed, and this is the exit code.
tl::expected<Subject, int> find_subject(const std::vector<std::string>& typed, const std::string& system, const Environment& environment);

// The words of a positional option as one.
std::string one_line(const std::vector<std::string>& words);

}  // namespace synoptic::cli
