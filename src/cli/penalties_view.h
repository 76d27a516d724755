// What `synoptic penalties` shows: a provision with its resolved penalties and their expression, as text and as records.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/output.h"
#include "cli/provision_text.h"
#include "model/facts.h"
#include "query/index_reader.h"
#include "query/point_in_time.h"
#include "resolve/aggravation.h"
#include "resolve/exchange_rates.h"

namespace synoptic::cli {

struct Sanctioned {
  query::StoredProvision stored;
  std::optional<query::DayKnowledge> knowledge;
  model::Facts facts;                             // the groups of provisions joined with --with stand behind its own
  std::size_t own_groups = 0;
  std::vector<std::string> joined;                // IRIs of the provisions joined with --with
  resolve::Aggravation aggravation;
};

struct PenaltiesView {
  base::Date day;
  std::set<std::size_t> given;  // circumstances to evaluate with
  std::string currency;         // to show sums in as well; empty: none
  const resolve::ExchangeRates* rates = nullptr;
  Style style;

  std::string text_of(const Sanctioned& item) const;
  nlohmann::ordered_json json_of(const Sanctioned& item) const;
  static std::vector<std::string> columns();
  void write_rows(const Sanctioned& item, RecordWriter& writer) const;

 private:
  std::string words(const model::SanctionGroup& group, const std::string& text) const;
  std::string group_text(const Sanctioned& item, std::size_t number) const;
  std::string answer_text(const model::Penalty& penalty, const model::Resolution& one) const;
  std::string table_text(const Sanctioned& item) const;
  std::string converted_text(const std::optional<model::Amount>& amount) const;
};

// The longest imprisonment that a provision threatens, in days, to sort and to filter by; -1 for none.
std::int64_t longest_prison(const Sanctioned& item);

// "GBP 5,000", "unlimited", "20 years to life", "unresolved: ..."
std::string value_text(const model::Resolution& one);
std::string proof_text(const std::vector<model::Proof>& proof);

}  // namespace synoptic::cli
