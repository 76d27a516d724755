#include "resolve/penalty_rules.h"

#include <charconv>

#include <toml++/toml.h>

namespace synoptic::resolve {

namespace {

// Reads one table, remembering the first thing that is wrong with it.
class RuleReader {
 public:
  RuleReader(const toml::table& table, const std::filesystem::path& file) : table_(table), file_(file) {}

  base::Result<PenaltyRule> read() {
    PenaltyRule rule;
    rule.id = text("id", true);
    rule.scale = text("class", true);
    rule.applies_to = text("for", false);
    rule.extent = texts(table_, "extent");
    rule.from = date("from");
    rule.to = date("to");
    rule.in_text = patterns(table_, "in_text");
    rule.not_in_text = patterns(table_, "not_in_text");
    rule.stated = amount("stated");
    rule.stated_from = amount("stated_from");
    if (rule.stated_from && !rule.stated_from->hundredths) fail("stated_from must be a number and a unit: '5000 GBP'");
    rule.min = amount("min");
    rule.note = text("note", false);
    rule.near = patterns(table_, "near");
    rule.not_near = patterns(table_, "not_near");
    rule.prison_over = amount("prison_over");
    rule.prison_up_to = amount("prison_up_to");
    rule.max = amount("max");
    if (const auto flag = table_["either_way"].value<bool>()) rule.either_way = *flag;
    rule.no_prison = table_["no_prison"].value_or(false);
    rule.no_fine = table_["no_fine"].value_or(false);
    rule.greatest = table_["greatest"].value_or(false);
    rule.prison_of_provision = text("prison_of", false) == "provision";
    if (const auto times = table_["times"].value<std::int64_t>()) rule.times = *times;
    rule.kind = kind("kind");
    rule.gives = kind("gives");
    if (const auto name = text("mode", false); !name.empty()) {
      rule.mode = name == "summary" ? model::Mode::Summary : model::Mode::Indictment;
      if (name != "summary" && name != "indictment") fail("mode must be \"summary\" or \"indictment\"");
    }
    read_value(rule);
    read_proof(rule);
    if (error_) return base::failure(std::move(*error_));
    return rule;
  }

 private:
  base::Diagnostic here() const {
    base::Diagnostic diagnostic;
    diagnostic.file = file_.string();
    if (table_.source().begin.line > 0) diagnostic.line = table_.source().begin.line;
    diagnostic.element = "penalty_rule";
    diagnostic.hint = "resolve/penalty_rules.h says what a rule may hold";
    return diagnostic;
  }

  void fail(std::string message) {
    if (error_) return;
    error_ = here();
    error_->message = std::move(message);
  }

  std::string text(std::string_view key, bool needed) {
    const auto value = table_[key].value<std::string>();
    if (!value && needed) fail(std::string(key).append(" is missing"));
    return value.value_or(std::string());
  }

  std::optional<model::PenaltyKind> kind(std::string_view key) {
    const auto name = text(key, false);
    if (name.empty()) return std::nullopt;
    const auto kind = model::penalty_kind(name);
    if (!kind) fail("no kind of penalty is called '" + name + "'");
    return kind;
  }

  static std::vector<std::string> texts(const toml::table& table, std::string_view key) {
    std::vector<std::string> values;
    if (const auto* array = table[key].as_array()) {
      for (const auto& node : *array) {
        if (auto value = node.value<std::string>()) values.push_back(std::move(*value));
      }
    }
    return values;
  }

  std::vector<Pattern> patterns(const toml::table& table, std::string_view key) const {
    std::vector<Pattern> all;
    for (auto& words : texts(table, key)) all.emplace_back(std::move(words), here());
    return all;
  }

  std::optional<base::Date> date(std::string_view key) {
    const auto value = table_[key].value<toml::date>();
    if (!value) {
      if (table_.contains(key)) fail(std::string(key).append(" must be a date like 2015-03-12"));
      return std::nullopt;
    }
    const auto day = base::Date::from(value->year, value->month, value->day);
    if (!day) fail(std::string(key).append(" is no day of the calendar"));
    return day;
  }

  // "5000 GBP", "5 years", "life"
  std::optional<model::Amount> amount(std::string_view key) {
    const auto value = table_[key].value<std::string>();
    if (!value) return std::nullopt;
    if (*value == "life") return model::Amount::life();
    std::int64_t number = 0;
    const auto space = value->find(' ');
    const auto [end, problem] = std::from_chars(value->data(), value->data() + value->size(), number);
    if (problem != std::errc() || space == std::string::npos || end != value->data() + space) {
      fail(std::string(key).append(" must be a number and a unit: '5000 GBP', '5 years'"));
      return std::nullopt;
    }
    std::string unit = value->substr(space + 1);
    if (unit.size() > 3 && unit.back() == 's') unit.pop_back();
    return model::Amount::of(number, unit);
  }

  void read_value(PenaltyRule& rule) {
    const std::string value = text("value", false);
    if (value == "unlimited") {
      rule.value = model::Resolution::Value::Unlimited;
    } else if (value == "unspecified") {
      rule.value = model::Resolution::Value::Unspecified;
    } else if (!value.empty() || (!rule.max && rule.times == 0)) {
      fail("a rule needs max, times, or value = \"unlimited\" or \"unspecified\"");
    }
  }

  void read_proof(PenaltyRule& rule) {
    const auto* steps = table_["proof"].as_array();
    for (std::size_t i = 0; steps != nullptr && i < steps->size(); ++i) {
      const auto* step = (*steps)[i].as_table();
      const std::string name = step != nullptr ? (*step)["provision"].value_or(std::string()) : std::string();
      const auto iri = name == "self" ? std::nullopt : model::Iri::parse(name);
      if (name != "self" && (!iri || iri->eid.empty())) {
        fail("every step of proof needs the IRI of a provision, or \"self\"");
        return;
      }
      rule.proof.push_back({iri, patterns(*step, "pattern")});
      if (rule.proof.back().patterns.empty()) fail("a step of proof needs at least one pattern");
    }
    if (rule.proof.empty()) fail("a rule without proof would be a guess");
  }

  const toml::table& table_;
  const std::filesystem::path& file_;
  std::optional<base::Diagnostic> error_;
};

}  // namespace

std::vector<Pattern> PenaltyRule::patterns() const {
  std::vector<Pattern> all;
  const auto add = [&all](const std::vector<Pattern>& some) { all.insert(all.end(), some.begin(), some.end()); };
  for (const auto* some : {&in_text, &not_in_text, &near, &not_near}) add(*some);
  for (const auto& step : proof) add(step.patterns);
  return all;
}

base::Result<PenaltyRules> load_penalty_rules(const std::filesystem::path& profile) {
  PenaltyRules found;
  try {
    const toml::table table = toml::parse_file(profile.string());
    if (const auto* doubt = table["penalty"]["doubt"].as_array()) {
      for (const auto& node : *doubt) found.doubt.emplace_back(node.value_or(std::string()), base::Diagnostic{.file = profile.string(), .element = "penalty.doubt"});
    }
    const auto* list = table["penalty_rule"].as_array();
    for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
      const auto* entry = (*list)[i].as_table();
      if (entry == nullptr) continue;
      auto rule = RuleReader(*entry, profile).read();
      if (!rule) return tl::unexpected(rule.error());
      found.rules.push_back(std::move(*rule));
    }
  } catch (const toml::parse_error& error) {
    base::Diagnostic diagnostic;
    diagnostic.file = profile.string();
    diagnostic.line = error.source().begin.line;
    diagnostic.message = std::string(error.description());
    diagnostic.hint = "the profile must be valid TOML";
    return base::failure(std::move(diagnostic));
  }
  return found;
}

}  // namespace synoptic::resolve
