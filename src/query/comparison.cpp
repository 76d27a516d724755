#include "query/comparison.h"

namespace synoptic::query {

std::string_view to_string(Presence presence) {
  switch (presence) {
    case Presence::Found: return "found";
    case Presence::OnlyInBill: return "only_in_bill";
    case Presence::Repealed: return "repealed";
    case Presence::Expired: return "expired";
    case Presence::NotFound: return "not_found";
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

}  // namespace synoptic::query
