// The JSON of the contract (design: contract.md) for provisions and facts. Spans come out in Unicode code points of the text.
#pragma once

#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "model/facts.h"
#include "model/provision.h"
#include "model/work.h"

namespace synoptic::model {

nlohmann::ordered_json to_json(const Work& work, const Provision& provision);
nlohmann::ordered_json to_json(const Amount& amount);
nlohmann::ordered_json date_or_null(const std::optional<base::Date>& date);  // "2018-08-03", null where it is not known
nlohmann::ordered_json to_json(const Resolution& resolution);
// {"definitions": [...], "sanctions": [...], "citations": [...]}; `text` is what the spans count in.
nlohmann::ordered_json to_json(const Facts& facts, std::string_view text);

}  // namespace synoptic::model
