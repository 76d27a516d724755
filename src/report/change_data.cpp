#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "report/change_report.h"
#include "report/day_data.h"

namespace synoptic::report {

namespace {

using Json = nlohmann::ordered_json;
using base::WordRun;

std::string_view name(WordRun::Kind kind) {
  switch (kind) {
    case WordRun::Kind::Same: return "same";
    case WordRun::Kind::Removed: return "removed";
    case WordRun::Kind::Added: return "added";
  }
  return {};
}

std::string_view name(query::WorkChange::Kind kind) {
  switch (kind) {
    case query::WorkChange::Kind::Changed: return "changed";
    case query::WorkChange::Kind::New: return "new";
    case query::WorkChange::Kind::Gone: return "gone";
  }
  return {};
}

Json side(const query::DayText& text) {
  Json json = knowledge_json(text.knowledge);
  json["iri"] = text.stored ? Json(text.stored->provision.iri.str()) : Json(nullptr);
  json["digest"] = text.stored ? Json(text.stored->work.digest) : Json(nullptr);
  json["text"] = text.stored ? Json(text.stored->provision.text) : Json(nullptr);
  return json;
}

Json runs_json(const query::TextChange& change) {
  const std::string& before = change.from.stored->provision.text;
  const std::string& after = change.to.stored->provision.text;
  const base::CodePointIndex before_index(before);
  const base::CodePointIndex after_index(after);
  const auto span = [](const base::Span& bytes, const base::CodePointIndex& index) {
    return Json{{"start", index.from_byte(bytes.start)}, {"end", index.from_byte(bytes.end)}};
  };
  Json runs = Json::array();
  for (const auto& run : change.runs) {
    Json one{{"op", name(run.kind)}, {"text", run.kind == WordRun::Kind::Removed ? run.before.of(before) : run.after.of(after)}};
    if (run.kind != WordRun::Kind::Added) one["before"] = span(run.before, before_index);
    if (run.kind != WordRun::Kind::Removed) one["after"] = span(run.after, after_index);
    runs.push_back(std::move(one));
  }
  return runs;
}

}  // namespace

std::string change_json(const query::TextChange& change, const ChangeOptions& options) {
  Json json{{"from_day", options.from.iso()}, {"to_day", options.to.iso()}, {"from", side(change.from)}, {"to", side(change.to)}};
  json["same"] = change.has_both() ? Json(change.is_same()) : Json(nullptr);
  json["one_text"] = change.is_one_text();
  json["words_removed"] = change.removed;
  json["words_added"] = change.added;
  json["from"]["texts_of_this_number"] = change.texts_from;
  json["to"]["texts_of_this_number"] = change.texts_to;
  json["runs"] = change.has_both() ? runs_json(change) : Json::array();
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string work_change_json(const query::WorkChange& change, const std::string& work, const ChangeOptions& options) {
  Json json{{"work", work}, {"from_day", options.from.iso()}, {"to_day", options.to.iso()}, {"compared", change.compared},
            {"not_comparable", change.not_comparable}, {"changes", Json::array()}};
  for (const auto& part : change.parts) {
    const auto& provision = part.stored.provision;
    json["changes"].push_back({{"kind", name(part.kind)}, {"iri", provision.iri.str()}, {"num", provision.num}, {"heading", provision.heading},
                               {"words_removed", part.removed}, {"words_added", part.added}});
  }
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace synoptic::report
