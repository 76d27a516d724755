#include "cli/version_list.h"

#include <algorithm>

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "base/word_diff.h"
#include "cli/provision_text.h"
#include "query/version_choice.h"

namespace synoptic::cli {

namespace {

using Json = nlohmann::ordered_json;
using query::StoredProvision;

// The text before it in the same language, under the same eId and for the same extent.
const StoredProvision* previous(const std::vector<StoredProvision>& texts, std::size_t i) {
  const auto& provision = texts[i].provision;
  const bool digest = texts[i].work.digest;  // our words are not compared with the law's
  while (i-- > 0) {
    const auto& other = texts[i].provision;
    const bool same = other.lang == provision.lang && other.extent == provision.extent && other.iri.eid == provision.iri.eid;
    if (same && texts[i].work.digest == digest) return &texts[i];
  }
  return nullptr;
}

struct Change {
  std::size_t added = 0;
  std::size_t removed = 0;
};

Change change(const StoredProvision& before, const StoredProvision& after) {
  Change change;
  for (const auto& run : base::word_diff(before.provision.text, after.provision.text)) {
    if (run.kind == base::WordRun::Kind::Added) change.added += std::max<std::size_t>(run.words, 1);
    if (run.kind == base::WordRun::Kind::Removed) change.removed += std::max<std::size_t>(run.words, 1);
  }
  return change;
}

std::string edition(const model::Work& work) { return work.digest ? "digest in our own words" : work.official ? "official" : "not an official edition"; }

std::string dates(const model::Provision& provision) {
  const auto standing = standing_text(provision);
  return provision.iri.version.empty() ? "text of an unknown date; " + standing : fmt::format("text of {}; {}", provision.iri.version, standing);
}

std::string compared(const StoredProvision* before, const StoredProvision& text) {
  if (before == nullptr) return {};
  const auto since = before->provision.iri.version.empty() ? std::string("an unknown date") : before->provision.iri.version;
  const auto [added, removed] = change(*before, text);
  if (added == 0 && removed == 0) return "the same words as the text of " + since;
  return fmt::format("{} word{} added, {} removed against the text of {}", added, added == 1 ? "" : "s", removed, since);
}

void print_text(const std::vector<StoredProvision>& texts, const Environment& environment) {
  const Style style{environment.colour};
  Output output;
  const auto& first = texts.front();
  output.write(style.bold(fmt::format("{} · {}: {} text{} held", first.provision.jurisdiction, title_of(first.work, first.provision), texts.size(), texts.size() == 1 ? "" : "s")) + "\n");
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const auto& [work, provision] = texts[i];
    std::string extent;
    for (const auto& part : provision.extent) extent += (extent.empty() ? "; extends to " : ", ") + part;
    output.write(fmt::format("\n{:>3}. {}; {}; {}{}\n", i + 1, dates(provision), edition(work), provision.lang, extent));
    if (const auto words = compared(previous(texts, i), texts[i]); !words.empty()) output.write("     " + words + "\n");
    if (const auto count = query::doubles_of(texts[i], texts); count > 1) output.write(fmt::format("     {}\n", style.warn(fmt::format("one of {} texts under this number in one source", count))));
    output.write(fmt::format("     {}\n     {}\n", style.dim(provision.iri.str()), style.dim("read from " + provision.source.file)));
    if (!work.source_url.empty()) output.write(fmt::format("     {}\n", style.dim(work.source_url)));
  }
}

}  // namespace

void print_versions(const std::vector<StoredProvision>& texts, RecordFormat format, const Environment& environment) {
  if (format == RecordFormat::Text) return print_text(texts, environment);
  RecordWriter writer(format, {"iri", "version", "status", "valid_from", "valid_to", "lang", "extent", "official", "digest", "words_added", "words_removed", "texts_of_this_number", "source", "source_url"});
  for (std::size_t i = 0; i < texts.size(); ++i) {
    Json json = summary_json(texts[i]);
    const auto& version = texts[i].provision.iri.version;
    json["version"] = version.empty() ? Json(nullptr) : Json(version);
    const auto* before = previous(texts, i);
    const auto differs = before != nullptr ? change(*before, texts[i]) : Change{};
    json["words_added"] = before != nullptr ? Json(differs.added) : Json(nullptr);
    json["words_removed"] = before != nullptr ? Json(differs.removed) : Json(nullptr);
    json["texts_of_this_number"] = query::doubles_of(texts[i], texts);
    json["source"] = texts[i].provision.source.file;
    if (!writer.write(json)) break;
  }
  writer.finish();
}

}  // namespace synoptic::cli
