#include "index/document_builder.h"

#include <algorithm>
#include <utility>

#include "base/sha256.h"
#include "base/utf8.h"
#include "index/provision_terms.h"
#include "index/record.h"
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

// A document finds the place of a term among its others for each time it is told of it: it is told once, with the count.
void DocumentBuilder::add_terms(Xapian::Document& document, const Analyzer& analyzer, std::string_view field, std::size_t shortest) {
  for (const auto number : stems_) {
    if (number >= counts_.size()) counts_.resize(2 * (number + std::size_t{1}));
    ++counts_[number];
  }
  std::string term(field);
  for (const auto number : stems_) {
    const auto count = std::exchange(counts_[number], 0);
    if (count == 0) continue;
    const auto stem = analyzer.stem(number);
    if (stem.size() < shortest) continue;
    term.replace(field.size(), std::string::npos, stem);
    document.add_term(term, count);
  }
}

void DocumentBuilder::add_words(Xapian::Document& document, Analyzer& analyzer, const model::Work& work, const model::Provision& provision) {
  // Text has plain terms, the fields around it terms of their own: a query weighs a word in the heading or in the name of the chapter apart
  // from the same word in the text, so that neither drowns the other.
  const auto in_order = [&](std::string_view text, std::string_view field) {
    analyzer.stems(text, stems_);
    WordOrder::Keys keys;
    keys.reserve(stems_.size());
    for (const auto number : stems_) keys.push_back(analyzer.stem_key(number));
    add_terms(document, analyzer, field, 0);
    return keys;
  };
  const auto text = in_order(provision.text, {});
  order_ = WordOrder::encode(text, in_order(provision.heading, prefix::heading));
  // The path and the title are the same for many provisions: their words are worth a term, their order costs more than it tells.
  for (const auto& part : provision.path) {
    analyzer.stems(part, stems_);
    add_terms(document, analyzer, prefix::path, shortest_field_word);
  }
  analyzer.stems(work.title, stems_);
  add_terms(document, analyzer, prefix::title, shortest_field_word);
}

Xapian::Document DocumentBuilder::build(const Indexable& indexable) {
  const auto& [work, provision, facts, cited, file, order] = indexable;
  Xapian::Document document;
  Analyzer& words = analyzer(provision.lang);
  add_words(document, words, work, provision);
  add_jurisdiction(document, provision);
  add_identity(document, work, provision);
  add_values(document, work, provision);
  add_facts(document, facts, words);
  for (const auto& key : cited.provisions) add_filter(document, prefix::cites, key);
  for (const auto& key : cited.works) add_filter(document, prefix::cites_work, key);
  record_ = encode(work, provision, file, order);
  return document;
}

}  // namespace synoptic::index
