#include "index/document_builder.h"

#include <algorithm>
#include <utility>

#include "base/sha256.h"
#include "base/utf8.h"
#include "index/provision_terms.h"
#include "index/schema.h"
#include "index/word_order.h"

namespace synoptic::index {

namespace {

void add_filter(Xapian::Document& document, std::string_view prefix, std::string_view value) {
  if (!value.empty()) document.add_boolean_term(bounded_term(prefix, value));
}

void add_jurisdiction(Xapian::Document& document, const model::Provision& provision) {
  const std::string_view code = provision.jurisdiction;
  add_filter(document, prefix::jurisdiction, code);
  if (const auto dash = code.find('-'); dash != std::string_view::npos) add_filter(document, prefix::jurisdiction, code.substr(0, dash));
  if (provision.extent.empty()) document.add_boolean_term(std::string(prefix::extent) + "*");
  for (const auto& extent : provision.extent) add_filter(document, prefix::extent, extent);
}

void add_identity(Xapian::Document& document, const model::Work& work, const model::Provision& provision) {
  add_filter(document, prefix::iri, provision.iri.str());
  add_filter(document, prefix::work, provision.iri.work);
  add_filter(document, prefix::provision, provision.iri.work + "/~" + provision.iri.eid);
  add_filter(document, prefix::language, provision.lang);
  add_filter(document, prefix::type, model::to_string(work.type));
  add_filter(document, prefix::status, model::to_string(provision.status));
  add_filter(document, prefix::edition, work.digest ? "digest" : work.official ? "official" : "edition");
  for (const auto& key : number_keys(provision)) add_filter(document, prefix::number, key);
  for (const auto& key : law_keys(work)) add_filter(document, prefix::law, key);
}

void add_values(Xapian::Document& document, const model::Work& work, const model::Provision& provision) {
  document.add_value(slot_iri, provision.iri.str());
  document.add_value(slot_jurisdiction, provision.jurisdiction);
  document.add_value(slot_type, std::string(model::to_string(work.type)));
  document.add_value(slot_status, std::string(model::to_string(provision.status)));
  document.add_value(slot_language, provision.lang);
  if (provision.valid_from) document.add_value(slot_valid_from, provision.valid_from->compact());
  if (provision.valid_to) document.add_value(slot_valid_to, provision.valid_to->compact());
  document.add_value(slot_group, base::sha256(provision.iri.work + '\n' + provision.lang + '\n' + provision.iri.eid).substr(0, 12));
  document.add_value(slot_work, provision.iri.work);
}

void add_facts(Xapian::Document& document, const model::Facts& facts, Analyzer& analyzer) {
  for (const auto& definition : facts.definitions) {
    add_filter(document, prefix::defines, term_key(definition.term, analyzer));
  }
  double longest = 0;
  for (const auto& group : facts.sanctions) {
    if (group.quoted) continue;  // law of another Act
    for (const auto& penalty : group.penalties) {
      add_filter(document, prefix::penalty, model::to_string(penalty.kind));
      if (penalty.kind == model::PenaltyKind::Imprisonment) longest = std::max(longest, prison_days(penalty.max ? penalty.max : penalty.min));
    }
  }
  if (longest > 0) document.add_value(slot_prison, Xapian::sortable_serialise(longest));
}

}  // namespace

Analyzer& DocumentBuilder::analyzer(std::string_view language) {
  if (const auto found = analyzers_.find(language); found != analyzers_.end()) return found->second;
  return analyzers_.emplace(std::string(language), Analyzer(language)).first->second;
}

void DocumentBuilder::begin() {
  for (auto& [language, analyzer] : analyzers_) analyzer.forget_if_full();
}

// A document finds the place of a term among its others for each time it is told of it: it is told once, with the count.
void DocumentBuilder::count(Analyzer& analyzer, std::string_view text, std::string_view field, std::size_t shortest, ProvisionWords& words) {
  analyzer.stems(text, stems_);
  for (const auto stem : stems_) {
    if (stem >= counts_.size()) counts_.resize(2 * (stem + std::size_t{1}));
    ++counts_[stem];
  }
  for (const auto stem : stems_) {
    const auto count = std::exchange(counts_[stem], 0);
    if (count > 0 && (shortest == 0 || analyzer.stem(stem).size() >= shortest)) words.terms.push_back({field, stem, count});
  }
}

ProvisionWords DocumentBuilder::words(const Indexable& indexable) {
  const auto& provision = indexable.provision;
  Analyzer& known = analyzer(provision.lang);
  ProvisionWords words;
  const auto keys = [&] {
    WordOrder::Keys all;
    all.reserve(stems_.size());
    for (const auto stem : stems_) all.push_back(known.stem_key(stem));
    return all;
  };
  // Text has plain terms, the fields around it terms of their own: a query weighs a word in the heading or in the name of the chapter apart
  // from the same word in the text, so that neither drowns the other.
  count(known, provision.text, {}, 0, words);
  const auto text = keys();
  count(known, provision.heading, prefix::heading, 0, words);
  words.order = WordOrder::encode(text, keys());
  // The path and the title are the same for many provisions: their words are worth a term, their order costs more than it tells.
  for (const auto& part : provision.path) count(known, part, prefix::path, shortest_field_word, words);
  count(known, indexable.work.title, prefix::title, shortest_field_word, words);
  return words;
}

Xapian::Document DocumentBuilder::document(const Indexable& indexable, const ProvisionWords& words) {
  const auto& [work, provision, facts, cited, file, order] = indexable;
  Xapian::Document document;
  Analyzer& known = analyzer(provision.lang);
  std::string term;
  for (const auto& [field, stem, count] : words.terms) {
    term.assign(field).append(known.stem(stem));
    document.add_term(term, count);
  }
  add_jurisdiction(document, provision);
  add_identity(document, work, provision);
  add_values(document, work, provision);
  add_facts(document, facts, known);
  for (const auto& key : cited.provisions) add_filter(document, prefix::cites, key);
  for (const auto& key : cited.works) add_filter(document, prefix::cites_work, key);
  return document;
}

}  // namespace synoptic::index
