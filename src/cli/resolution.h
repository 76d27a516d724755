// Classes of penalties resolved against an open index: the rules of the profiles, the proof from the provisions that the index holds.
#pragma once

#include <optional>

#include "base/data_dir.h"
#include "base/result.h"
#include "model/facts.h"
#include "query/index_reader.h"
#include "resolve/sanction_resolver.h"

namespace synoptic::cli {

class Resolution {
 public:
  // The reader must outlive it. An unreadable profile or a broken rule is a diagnostic.
  static base::Result<Resolution> load(const base::DataDir& data, const query::IndexReader& reader);
  // The same with profiles that were read already; they are not kept.
  static base::Result<Resolution> load(const model::Profiles& profiles, const query::IndexReader& reader);

  // Where the proof comes from: the text that was law on the day, with what is not known of it.
  resolve::ProvisionSource source() const;

  // Fills the resolutions of every penalty, as the law stood on the day.
  void resolve(const model::Provision& provision, const base::Date& day, model::Facts& facts) const;

 private:
  Resolution(resolve::SanctionResolver resolver, const query::IndexReader& reader) : resolver_(std::move(resolver)), reader_(&reader) {}
  resolve::SanctionResolver resolver_;
  const query::IndexReader* reader_;
};

}  // namespace synoptic::cli
