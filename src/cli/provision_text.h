// How provisions look on a terminal, the same in every command: who, what, since when, where to read the official text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/span.h"
#include "query/index_reader.h"
#include "query/point_in_time.h"

namespace synoptic::cli {

// Colours, or none.
struct Style {
  bool colour = false;
  std::string bold(std::string_view text) const { return wrap("1", text); }
  std::string dim(std::string_view text) const { return wrap("2", text); }
  std::string lit(std::string_view text) const { return wrap("1;33", text); }
  std::string underlined(std::string_view text) const { return wrap("4", text); }
  std::string warn(std::string_view text) const { return wrap("31", text); }

 private:
  std::string wrap(std::string_view code, std::string_view text) const;
};

// Text with the spans in bold (in « » where there is no colour is not done: plain text stays plain).
std::string lit_text(std::string_view text, const std::vector<base::Span>& lit, const Style& style);

// "in force since 3 August 2018", "repealed on 31 March 2023", "status unknown", "bill": in the words of a lawyer, in English.
std::string standing_text(const model::Provision& provision);

// "GB · Protection from Harassment Act 1997, section 2 Offence of harassment" and lines below it: place, standing, IRI, link.
// With what is known of it on the day that was asked for, where one was.
std::string head_text(const query::StoredProvision& stored, const Style& style, std::string_view indent,
                      const std::optional<query::DayKnowledge>& knowledge = {});

// The fields that every list of provisions prints: iri, jurisdiction, work, num, heading, path, status, validity, language, link.
// Where a day was asked for also "on_day": report::knowledge_json().
nlohmann::ordered_json summary_json(const query::StoredProvision& stored, const std::optional<query::DayKnowledge>& knowledge = {});

}  // namespace synoptic::cli
