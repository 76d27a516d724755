#include "report/evidence.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "base/sha256.h"
#include "base/utf8.h"
#include "read/source.h"
#include "report/source_words.h"

namespace synoptic::report {

using Json = nlohmann::ordered_json;

namespace {

constexpr std::size_t longest_provision = std::size_t{8} << 20;  // bytes of a source; a longer stretch is named as a whole
constexpr std::size_t most_pieces = 400;
constexpr std::size_t sure_letters = 12;    // so many that agree are no coincidence, wherever they stand
constexpr std::size_t near_letters = 2000;  // fewer must stand this near

// How many letters are the same from here on.
std::size_t agreement(std::u32string_view a, std::size_t from_a, std::u32string_view b, std::size_t from_b) {
  std::size_t size = 0;
  while (from_a + size < a.size() && from_b + size < b.size() && a[from_a + size] == b[from_b + size]) ++size;
  return size;
}

}  // namespace

EvidenceSources EvidenceSources::read(const query::Comparison& comparison) {
  std::set<std::string> names;
  for (const auto& answer : comparison.answers) {
    for (const auto* list : {&answer.law, &answer.bills, &answer.former, &answer.pending}) {
      for (const auto& compared : *list) names.insert(compared.provision.source.file);
    }
  }
  for (const auto& [iri, proof] : comparison.proofs) names.insert(proof.provision.source.file);
  return read(names);
}

EvidenceSources EvidenceSources::read(const std::set<std::string>& names) {
  EvidenceSources sources;
  for (auto& [name, file] : read::read_sources(names)) {
    if (file) sources.files_[name] = {std::move(file->bytes), std::move(file->sha256)};
  }
  return sources;
}

const std::string* EvidenceSources::find(const model::SourceRef& source) const {
  const auto held = files_.find(source.file);
  return held == files_.end() || held->second.sha256 != source.sha256 ? nullptr : &held->second.bytes;
}

ProvisionEvidence::ProvisionEvidence(const model::Provision& provision, const std::string* file) : provision_(provision) {
  if (file != nullptr) align(*file);
}

// Walks text and source together. What stands in the source only (notes, numbers, commentary) is passed over; a text whose words are not
// all there, or not in this order, has no pieces.
void ProvisionEvidence::align(const std::string& file) {
  const auto& span = provision_.source.span;
  if (span.end > file.size() || span.empty() || span.size() > longest_provision) return;
  SourceWords source = source_words(span.of(file));
  SourceWords text = plain_words(provision_.text);
  for (auto& bytes : source.bytes) bytes = {bytes.start + span.start, bytes.end + span.start};
  std::vector<Piece> pieces;
  std::size_t from = 0;
  for (std::size_t at = 0; at < text.letters.size();) {
    std::u32string_view wanted = std::u32string_view(text.letters).substr(at, sure_letters);
    std::size_t found = std::u32string_view(source.letters).find(wanted, from);
    while (found == std::u32string_view::npos && wanted.size() > 1) {
      wanted.remove_suffix(1);
      found = std::u32string_view(source.letters).substr(0, from + near_letters).find(wanted, from);
    }
    if (found == std::u32string_view::npos || pieces.size() == most_pieces) return;
    std::size_t size = agreement(text.letters, at, source.letters, found);
    // A heading may begin like the text below it: the text begins where most of it follows.
    for (int tries = 0; at == 0 && tries < 8; ++tries) {
      const std::size_t next = std::u32string_view(source.letters).find(wanted, found + 1);
      if (next == std::u32string_view::npos) break;
      const std::size_t next_size = agreement(text.letters, at, source.letters, next);
      if (next_size <= size) break;
      found = next;
      size = next_size;
    }
    pieces.push_back({at, found, size});
    at += size;
    from = found + size;
  }
  text_letters_ = std::move(text.bytes);
  source_letters_ = std::move(source.bytes);
  pieces_ = std::move(pieces);
}

std::vector<base::Span> ProvisionEvidence::spans(std::size_t first, std::size_t last) const {
  std::vector<base::Span> spans;
  for (const auto& piece : pieces_) {
    const std::size_t start = std::max(first, piece.text);
    const std::size_t end = std::min(last, piece.text + piece.size);
    if (start >= end) continue;
    spans.push_back({source_letters_[piece.source + start - piece.text].start, source_letters_[piece.source + end - piece.text - 1].end});
  }
  return spans;
}

Json ProvisionEvidence::json(std::size_t first, std::size_t last) const {
  const auto found = spans(first, last);
  Json json{{"file", provision_.source.file}, {"sha256", provision_.source.sha256}, {"spans", Json::array()}, {"exact", !found.empty()}};
  for (const auto& span : found) json["spans"].push_back({span.start, span.end});
  if (found.empty()) json["spans"].push_back({provision_.source.span.start, provision_.source.span.end});
  return json;
}

Json ProvisionEvidence::json(const base::Span& span, std::string_view rule) const {
  const auto before = [](const base::Span& letter, std::size_t byte) { return letter.start < byte; };
  const auto first = std::lower_bound(text_letters_.begin(), text_letters_.end(), span.start, before);
  const auto last = std::lower_bound(first, text_letters_.end(), span.end, before);
  Json json = this->json(static_cast<std::size_t>(first - text_letters_.begin()), static_cast<std::size_t>(last - text_letters_.begin()));
  json["normalised"] = base::squeeze(span.of(provision_.text));
  json["rule"] = rule;
  return json;
}

Json ProvisionEvidence::json_of_quote(std::string_view quote, std::string_view rule) const {
  const auto found = provision_.text.find(quote);
  if (found != std::string::npos) return json(base::Span{found, found + quote.size()}, rule);
  Json json = this->json(0, 0);
  json["normalised"] = base::squeeze(quote);
  json["rule"] = rule;
  return json;
}

Json ProvisionEvidence::json_of_text() const { return json(0, text_letters_.size()); }

std::string checksum(const Json& value) {
  nlohmann::json sorted = nlohmann::json::parse(value.dump(-1, ' ', false, Json::error_handler_t::replace));
  if (sorted.is_object()) sorted.erase("checksum");
  return base::sha256(sorted.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace synoptic::report
