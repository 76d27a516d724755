#include "query/index_reader.h"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <thread>

#include "index/analyzer.h"
#include "index/provision_terms.h"
#include "index/schema.h"
#include "query/index_impl.h"
#include "query/version_choice.h"

namespace synoptic::query {

namespace fs = std::filesystem;
namespace prefix = index::prefix;

namespace {

base::Diagnostic no_index(const fs::path& folder) {
  base::Diagnostic diagnostic;
  diagnostic.file = folder.string();
  diagnostic.message = "there is no index here";
  diagnostic.hint = "make one with 'synoptic ingest PATH...', or name another with --index DIR";
  return diagnostic;
}

StoredProvision stored(index::Record&& record) { return {std::move(record.work), std::move(record.provision)}; }

std::vector<StoredProvision> stored(std::vector<index::Record>&& records) {
  std::vector<StoredProvision> all;
  all.reserve(records.size());
  for (auto& record : records) all.push_back(stored(std::move(record)));
  return all;
}

// Sorted by where they stand, not moved: a record is large.
std::vector<index::Record*> order_of_text(std::vector<index::Record>& records) {
  std::vector<index::Record*> order;
  order.reserve(records.size());
  for (auto& record : records) order.push_back(&record);
  // Files by their content: their numbers tell in which order they were read.
  const auto key = [](const index::Record* record) {
    const auto& [iri, source] = std::tie(record->provision.iri, record->provision.source);
    return std::tie(iri.lang, iri.version, source.sha256, source.file, record->order);
  };
  std::sort(order.begin(), order.end(), [&](const auto* a, const auto* b) { return key(a) < key(b); });
  return order;
}

// "L:fr" -> "fr", most frequent first
std::vector<std::string> languages_of(const Xapian::Database& database) {
  std::vector<std::pair<Xapian::doccount, std::string>> counts;
  const std::string start(prefix::language);
  for (auto term = database.allterms_begin(start); term != database.allterms_end(start); ++term) {
    counts.emplace_back(term.get_termfreq(), (*term).substr(start.size()));
  }
  std::sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
  std::vector<std::string> languages;
  for (auto& [count, language] : counts) languages.push_back(std::move(language));
  return languages;
}

}  // namespace

index::Record IndexReader::Impl::load_record(const std::string& shard, Xapian::docid document) const {
  auto record = index::decode(provisions.at(shard).row(document - 1));
  if (!record) throw std::runtime_error(base::to_string(record.error()));
  return std::move(*record);
}

const Xapian::Database& IndexReader::Impl::shard_of(const Xapian::Document& document) const {
  const auto name = index::shard_name(document.get_value(index::slot_jurisdiction));
  const auto found = std::find_if(shards.begin(), shards.end(), [&](const auto& shard) { return shard.first == name; });
  if (found == shards.end()) throw Xapian::DocNotFoundError("no shard " + name);
  return found->second;
}

// A document is numbered within its shard, also where several are searched as one.
StoredProvision IndexReader::Impl::load(const Xapian::Document& document) const {
  return stored(load_record(index::shard_name(document.get_value(index::slot_jurisdiction)), document.get_docid()));
}

std::vector<index::Record> IndexReader::Impl::records(const std::string& term, std::string_view of) const {
  return guarded([&] {
    std::vector<index::Record> found;
    for (const auto& [jurisdiction, shard] : shards) {
      if (!of.empty() && jurisdiction != of) continue;
      for (auto posting = shard.postlist_begin(term); posting != shard.postlist_end(term); ++posting) {
        found.push_back(load_record(jurisdiction, *posting));
      }
    }
    return found;
  });
}

IndexReader::IndexReader() : impl_(std::make_unique<Impl>()) {}
IndexReader::IndexReader(IndexReader&&) noexcept = default;
IndexReader& IndexReader::operator=(IndexReader&&) noexcept = default;
IndexReader::~IndexReader() = default;

void IndexReader::Impl::open_shard(const index::ShardFile& file) {
  const Xapian::Database shard((folder / file.file).string());
  auto records = index::RowFile::open(folder / file.record_file());
  if (!records || records->size() != shard.get_lastdocid()) throw Xapian::DatabaseOpeningError(file.record_file() + " does not fit " + file.file);
  provisions.emplace(file.jurisdiction, std::move(*records));
  auto order = index::RowFile::open(folder / file.order_file());
  if (!order || !orders->add(shard, std::move(*order))) throw Xapian::DatabaseOpeningError(file.order_file() + " does not fit " + file.file);
  shards.emplace_back(file.jurisdiction, shard);
  all.add_database(shard);
  jurisdictions.push_back(file.jurisdiction);
}

std::optional<index::SpellingFile> IndexReader::Impl::dictionary(std::size_t shard) const {
  auto words = index::SpellingFile::open(folder / generation.shards[shard].words_file());
  return words ? std::optional(std::move(*words)) : std::nullopt;
}

base::Result<IndexReader> IndexReader::open(const fs::path& folder) {
  // A writer may switch generations and sweep the old one between our reading the stub and opening its files: then look again.
  for (int attempt = 0;; ++attempt) {
    auto generation = index::current_generation(folder);
    if (!generation) return tl::unexpected(generation.error());
    if (!*generation) return base::failure(no_index(folder));
    std::string trouble;
    try {
      IndexReader reader;
      auto& impl = *reader.impl_;
      impl.folder = folder;
      impl.generation = std::move(**generation);
      for (const auto& shard : impl.generation.shards) impl.open_shard(shard);
      impl.languages = languages_of(impl.all);
      impl.held.emplace(folder / impl.generation.catalogue);
      return reader;
    } catch (const Xapian::Error& error) {
      trouble = error.get_description();
    } catch (const index::CatalogueError& error) {
      trouble = error.what();
    }
    if (attempt >= 5) return base::failure({.file = folder.string(), .message = "the index cannot be opened: " + trouble, .hint = "ingest the sources again into a new folder"});
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
}

std::optional<StoredProvision> IndexReader::get(const model::Iri& iri) const {
  auto found = stored(impl_->records(index::bounded_term(prefix::iri, iri.str())));
  const auto best = choose(found, {});
  if (!best) return std::nullopt;
  return std::move(found[*best]);
}

std::optional<StoredProvision> IndexReader::find(const model::Iri& iri, const std::optional<base::Date>& as_of) const {
  if (!iri.lang.empty()) {
    if (auto exact = get(iri); exact && (!as_of || !iri.version.empty() || model::valid_on(exact->provision, *as_of))) return exact;
  }
  auto texts = versions(iri.work, iri.eid);
  if (!iri.lang.empty()) {
    std::erase_if(texts, [&](const auto& text) { return model::bcp47(text.provision.iri.lang) != model::bcp47(iri.lang); });
  }
  const auto best = choose(texts, as_of);
  if (!best) return std::nullopt;
  return std::move(texts[*best]);
}

std::vector<StoredProvision> IndexReader::versions(std::string_view work, std::string_view eid) const {
  auto texts = stored(impl_->records(index::bounded_term(prefix::provision, std::string(work) + "/~" + std::string(eid))));
  std::sort(texts.begin(), texts.end(), older);
  return texts;
}

std::vector<StoredProvision> IndexReader::texts_of_number(std::string_view work, std::string_view eid) const {
  auto texts = versions(work, eid);
  for (int number = 2;; ++number) {
    auto more = versions(work, std::string(eid) + "__" + std::to_string(number));
    if (more.empty()) break;
    std::move(more.begin(), more.end(), std::back_inserter(texts));
  }
  std::sort(texts.begin(), texts.end(), older);
  return texts;
}

bool IndexReader::has_several_days(const std::string& work) const {
  return guarded([&] { return impl_->held->has_several_days(work); });
}

std::vector<WholeText> IndexReader::whole_texts(std::string_view work) const {
  return guarded([&] { return impl_->held->whole_texts(work); });
}

std::vector<std::string> IndexReader::eids(std::string_view work, std::string_view lang, const base::Date& day) const {
  return guarded([&] { return impl_->held->eids(work, lang, day); });
}

std::vector<WorkHolding> IndexReader::works(std::string_view jurisdiction) const {
  return guarded([&] { return impl_->held->works(jurisdiction); });
}

std::vector<StoredProvision> IndexReader::provisions_of(std::string_view work, const std::optional<base::Date>& as_of) const {
  auto records = impl_->records(index::bounded_term(prefix::work, work));
  const auto in_order = order_of_text(records);
  if (!as_of) {
    std::vector<StoredProvision> all;
    all.reserve(records.size());
    for (auto* record : in_order) all.push_back(stored(std::move(*record)));
    return all;
  }
  std::vector<std::vector<StoredProvision>> groups;  // the texts of each provision, in the order of its first
  std::map<std::pair<std::string, std::string>, std::size_t> group_of;
  for (auto* record : in_order) {
    const auto [place, fresh] = group_of.try_emplace({record->provision.iri.lang, record->provision.iri.eid}, groups.size());
    if (fresh) groups.emplace_back();
    groups[place->second].push_back(stored(std::move(*record)));
  }
  std::vector<StoredProvision> chosen;
  for (auto& texts : groups) {
    if (const auto best = choose(texts, as_of)) chosen.push_back(std::move(texts[*best]));
  }
  return chosen;
}

namespace {

// The term as the index has it in each of the languages.
std::vector<std::string> term_keys(std::string_view term, const std::vector<std::string>& langs) {
  std::vector<std::string> keys;
  for (const auto& language : langs) {
    index::Analyzer analyzer(language);
    auto key = index::term_key(term, analyzer);
    if (!key.empty() && std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(std::move(key));
  }
  return keys;
}

}  // namespace

std::vector<StoredProvision> IndexReader::defining(std::string_view term, const std::vector<std::string>& langs, std::string_view jurisdiction) const {
  const auto keys = term_keys(term, langs.empty() ? impl_->languages : langs);
  std::map<std::string, StoredProvision> found;  // by IRI: a provision that several keys or sources lead to is one
  for (const auto& key : keys) {
    for (auto& provision : stored(impl_->records(index::bounded_term(prefix::defines, key), jurisdiction))) {
      if (!langs.empty() && std::find(langs.begin(), langs.end(), provision.provision.lang) == langs.end()) continue;
      const auto [held, fresh] = found.try_emplace(provision.provision.iri.str(), provision);
      if (!fresh && fixed_order(provision) < fixed_order(held->second)) held->second = std::move(provision);
    }
  }
  std::vector<StoredProvision> all;
  for (auto& [iri, provision] : found) all.push_back(std::move(provision));
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.provision.jurisdiction < b.provision.jurisdiction; });
  return all;
}

namespace {

// All words of `fewer` are among those of `more`, both with one space between.
bool has_words_of(std::string_view more, std::string_view fewer) {
  const std::string all = ' ' + std::string(more) + ' ';
  while (!fewer.empty()) {
    const auto word = fewer.substr(0, fewer.find(' '));
    if (all.find(' ' + std::string(word) + ' ') == std::string::npos) return false;
    fewer.remove_prefix(std::min(word.size() + 1, fewer.size()));
  }
  return true;
}

}  // namespace

std::vector<std::pair<std::string, std::size_t>> IndexReader::longer_term_keys(std::string_view term, const std::vector<std::string>& langs) const {
  const auto wanted = term_keys(term, langs.empty() ? impl_->languages : langs);
  std::vector<std::pair<std::string, std::size_t>> all;
  guarded([&] {
    for (auto at = impl_->all.allterms_begin(std::string(prefix::defines)); at != impl_->all.allterms_end(std::string(prefix::defines)); ++at) {
      const std::string key = (*at).substr(prefix::defines.size());
      const auto is_longer = [&](const std::string& words) { return key != words && has_words_of(key, words); };
      if (std::any_of(wanted.begin(), wanted.end(), is_longer)) all.emplace_back(key, at.get_termfreq());
    }
  });
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  return all;
}

std::vector<StoredProvision> IndexReader::defining_key(std::string_view term_key) const {
  auto all = stored(impl_->records(index::bounded_term(prefix::defines, term_key)));
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return fixed_order(a) < fixed_order(b); });
  return all;
}

std::vector<StoredProvision> IndexReader::defining_in(std::string_view work, std::string_view term_key) const {
  const std::string term = index::bounded_term(prefix::defines, term_key);
  std::vector<StoredProvision> texts;
  guarded([&] {
    if (!impl_->all.term_exists(term)) return;
    for (const auto& [jurisdiction, shard] : impl_->shards) {
      for (auto posting = shard.postlist_begin(term); posting != shard.postlist_end(term); ++posting) {
        const auto document = shard.get_document(*posting, Xapian::DOC_ASSUME_VALID);
        if (document.get_value(index::slot_work) == work) texts.push_back(stored(impl_->load_record(jurisdiction, *posting)));
      }
    }
  });
  std::sort(texts.begin(), texts.end(), [](const auto& a, const auto& b) { return fixed_order(a) < fixed_order(b); });
  return texts;
}

std::optional<StoredProvision> IndexReader::first_of(std::string_view work) const {
  const std::string term = index::bounded_term(prefix::work, work);
  return guarded([&]() -> std::optional<StoredProvision> {
    for (const auto& [jurisdiction, shard] : impl_->shards) {
      const auto posting = shard.postlist_begin(term);
      if (posting != shard.postlist_end(term)) return stored(impl_->load_record(jurisdiction, *posting));
    }
    return std::nullopt;
  });
}

std::vector<StoredProvision> IndexReader::citing(const model::Iri& iri, std::size_t limit, const std::vector<std::string>& keys) const {
  const auto term_prefix = iri.eid.empty() ? prefix::cites_work : prefix::cites;
  const std::string own = iri.eid.empty() ? iri.work : iri.work + "/~" + iri.eid;
  auto texts = stored(impl_->records(index::bounded_term(term_prefix, own)));
  for (const auto& key : keys) {
    if (key == own) continue;
    auto more = stored(impl_->records(index::bounded_term(term_prefix, key)));
    std::move(more.begin(), more.end(), std::back_inserter(texts));
  }
  std::sort(texts.begin(), texts.end(), [](const auto& a, const auto& b) {
    return a.provision.iri != b.provision.iri ? a.provision.iri < b.provision.iri : fixed_order(a) < fixed_order(b);
  });
  const auto same = [](const auto& a, const auto& b) { return a.provision.iri == b.provision.iri; };
  texts.erase(std::unique(texts.begin(), texts.end(), same), texts.end());
  if (texts.size() > limit) texts.resize(limit);
  return texts;
}

const std::vector<std::string>& IndexReader::jurisdictions() const { return impl_->jurisdictions; }
bool IndexReader::holds(std::string_view jurisdiction) const {
  return std::find(impl_->jurisdictions.begin(), impl_->jurisdictions.end(), jurisdiction) != impl_->jurisdictions.end();
}
const std::vector<std::string>& IndexReader::languages() const { return impl_->languages; }
std::size_t IndexReader::size() const {
  return guarded([&] { return impl_->all.get_doccount(); });
}
const fs::path& IndexReader::folder() const { return impl_->folder; }

void IndexReader::for_each(const std::function<bool(const StoredProvision&)>& visit) const {
  guarded([&] {
    for (const auto& [jurisdiction, shard] : impl_->shards) {
      for (auto posting = shard.postlist_begin(""); posting != shard.postlist_end(""); ++posting) {
        if (!visit(stored(impl_->load_record(jurisdiction, *posting)))) return;
      }
    }
  });
}

}  // namespace synoptic::query
