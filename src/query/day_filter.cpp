#include "query/day_filter.h"

#include "index/schema.h"
#include "query/index_impl.h"

namespace synoptic::query {

namespace {

std::string provision_term(const model::Iri& iri) { return index::bounded_term(index::prefix::provision, iri.work + "/~" + iri.eid); }

// What tells the texts of one provision apart.
std::string key_of(const std::string& iri, const std::string& from, const std::string& to) { return iri + " " + from + " " + to; }

std::string key_of(const model::Provision& provision) {
  const auto compact = [](const std::optional<base::Date>& date) { return date ? date->compact() : std::string(); };
  return key_of(provision.iri.str(), compact(provision.valid_from), compact(provision.valid_to));
}

}  // namespace

bool DayFilter::is_alone(const std::string& work, const std::string& term) const {
  return database_.get_termfreq(term) < 2 && !time_.reader().has_several_days(work);
}

std::vector<StoredProvision> DayFilter::texts_of(const std::string& term, const std::string& language) const {
  std::vector<StoredProvision> texts;
  for (auto posting = database_.postlist_begin(term); posting != database_.postlist_end(term); ++posting) {
    const auto document = database_.get_document(*posting, Xapian::DOC_ASSUME_VALID);
    if (document.get_value(index::slot_language) == language) texts.push_back(time_.reader().impl().load(document));
  }
  return texts;
}

bool DayFilter::operator()(const Xapian::Document& document) const {
  const auto value = document.get_value(index::slot_iri);
  const auto [group, fresh] = standing_.try_emplace(document.get_value(index::slot_group));
  if (fresh) {
    const auto iri = model::Iri::parse(value);
    const auto term = iri ? provision_term(*iri) : std::string();
    if (!iri || is_alone(iri->work, term)) {
      group->second = "*";
    } else if (const auto text = time_.among(texts_of(term, document.get_value(index::slot_language)), day_); text.stored) {
      group->second = key_of(text.stored->provision);
    }
  }
  if (group->second == "*") return true;
  return group->second == key_of(value, document.get_value(index::slot_valid_from), document.get_value(index::slot_valid_to));
}

DayKnowledge DayFilter::knowledge_of(const StoredProvision& stored) const {
  return time_.among(texts_of(provision_term(stored.provision.iri), stored.provision.lang), day_).knowledge;
}

}  // namespace synoptic::query
