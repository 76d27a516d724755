#include "query/comparison.h"

namespace synoptic::query {

std::string_view to_string(Presence presence) {
  switch (presence) {
    case Presence::Found: return "found";
    case Presence::OnlyInBill: return "only_in_bill";
    case Presence::Repealed: return "repealed";
    case Presence::Expired: return "expired";
    case Presence::NotYetInForce: return "not_yet_in_force";
    case Presence::NoTextForDate: return "no_text_for_date";
    case Presence::NotFound: return "not_found";
    case Presence::LanguageNotCovered: return "language_not_covered";
    case Presence::NotIngested: return "not_ingested";
  }
  return {};
}

std::string_view to_string(TextSource source) {
  switch (source) {
    case TextSource::Official: return "official";
    case TextSource::Edition: return "edition";
    case TextSource::Digest: return "digest";
  }
  return {};
}

std::string ComparedProvision::title() const {
  if (work_title.empty()) return model::title_of(work, provision);
  model::Work named = work;
  named.title = work_title;
  return model::title_of(named, provision);
}

TextSource source_of(const model::Work& work) {
  if (work.digest) return TextSource::Digest;
  return work.official ? TextSource::Official : TextSource::Edition;
}

}  // namespace synoptic::query
