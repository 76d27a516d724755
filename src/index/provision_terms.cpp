#include "index/provision_terms.h"

#include <algorithm>

#include "base/utf8.h"
#include "index/schema.h"

namespace synoptic::index {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alpha(char c) { return c >= 'a' && c <= 'z'; }

}  // namespace

std::string number_key(std::string_view number) {
  const std::string folded = base::fold(number);
  std::string key;
  // Words before the number ("section", "art.", "§") go; a single letter stays with it ("R. 625-8-3", "L1153-1").
  std::size_t first_digit = folded.find_first_of("0123456789");
  if (first_digit == std::string::npos) return {};
  std::size_t start = first_digit;
  std::size_t back = first_digit;
  while (back > 0 && (folded[back - 1] == ' ' || folded[back - 1] == '.')) --back;
  if (back > 0 && is_alpha(folded[back - 1]) && (back == 1 || !is_alpha(folded[back - 2]))) start = back - 1;
  if (start != first_digit) key.push_back(folded[start]);
  for (std::size_t i = first_digit; i < folded.size(); ++i) {
    const char c = folded[i];
    if (is_digit(c) || is_alpha(c)) {
      key.push_back(c);
    } else if ((c == '-' || c == '.') && !key.empty() && i + 1 < folded.size() && (is_digit(folded[i + 1]) || is_alpha(folded[i + 1]))) {
      key.push_back(c);
    } else if (c == '(' || c == ',' || c == ';') {
      break;  // a subdivision or the next number
    }
  }
  return key;
}

std::string bare_number_key(std::string_view number) {
  std::string key = number_key(number);
  if (key.size() > 1 && is_alpha(key[0]) && is_digit(key[1])) key.erase(0, 1);
  return key;
}

std::vector<std::string> number_keys(const model::Provision& provision) {
  std::vector<std::string> keys;
  const auto add = [&keys](std::string key) {
    if (!key.empty() && std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(std::move(key));
  };
  const std::string own = number_key(provision.num);
  add(own);
  add(bare_number_key(provision.num));  // "625-8-3" finds R625-8-3 too
  if (const auto mark = provision.iri.eid.find('_'); mark != std::string::npos && own.empty()) {
    add(number_key(std::string_view(provision.iri.eid).substr(mark + 1)));
  }
  return keys;
}

std::string term_key(std::string_view term, Analyzer& analyzer) {
  std::string key;
  const auto words = analyzer.words(term);
  // British drafters quote a term with its article (“the 1988 Act”): nobody looks for it so.
  const bool article = words.size() > 1 && analyzer.language().substr(0, analyzer.language().find('-')) == "en" && words.front().folded == "the";
  for (const auto& word : words) {
    if (article && &word == &words.front()) continue;
    if (!key.empty()) key.push_back(' ');
    key.append(word.stem);
  }
  return key;
}

std::string law_key(std::string_view words) {
  std::string key = base::fold(words);
  std::erase_if(key, [](char c) { return static_cast<unsigned char>(c) < 0x80 && !is_alpha(c) && !is_digit(c); });
  return key;
}

std::vector<std::string> law_keys(const model::Work& work) {
  std::vector<std::string> keys;
  if (auto title = law_key(work.title); !title.empty()) keys.push_back(std::move(title));
  const std::string_view iri = work.iri;
  const auto last = iri.rfind('/');
  if (last == std::string_view::npos || last == 0) return keys;
  const auto before = iri.rfind('/', last - 1);
  if (before == std::string_view::npos) return keys;
  const std::string name = law_key(iri.substr(last + 1));
  const std::string kind = law_key(iri.substr(before + 1, last - before - 1));
  for (std::string key : {kind + name, name + kind, name}) {
    const bool number_alone = key == name && key.find_first_not_of("0123456789") == std::string::npos;
    if (!number_alone && std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(std::move(key));
  }
  return keys;
}

CitedKeys cited_keys(const model::Facts& facts, const model::Iri& citing, const resolve::CitationResolver& resolver) {
  CitedKeys keys;
  const auto add = [](std::vector<std::string>& list, std::string key) {
    if (std::find(list.begin(), list.end(), key) == list.end()) list.push_back(std::move(key));
  };
  const auto add_target = [&](const std::string& target) {
    if (!target.starts_with('#')) add(keys.provisions, resolve::CitationResolver::term(target));
    const auto resolved = resolver.resolve(target, citing);
    if (!resolved) return;
    if (!resolved->iri.eid.empty()) add(keys.provisions, resolved->iri.work + "/~" + resolved->iri.eid);
    if (resolved->iri.work != citing.work) add(keys.works, resolved->iri.work);
  };
  for (const auto& citation : facts.citations) {
    if (citation.target) add_target(*citation.target);
    for (const auto& target : citation.targets) add_target(target);
  }
  return keys;
}

double prison_days(const std::optional<model::Amount>& amount) {
  if (!amount) return 0;
  if (amount->is_life()) return prison_for_life;
  constexpr std::pair<std::string_view, double> units[] = {{"hour", 1.0 / 24}, {"day", 1}, {"week", 7}, {"month", 365.25 / 12}, {"year", 365.25}};
  for (const auto& [unit, days] : units) {
    if (unit == amount->unit && amount->hundredths) return days * static_cast<double>(*amount->hundredths) / 100;
  }
  return 0;
}

}  // namespace synoptic::index
