// Where in its source file the words of a report stand, to the byte, and how that is written into a report so that anybody can check it.
//
//   const ProvisionEvidence evidence(provision, sources.find(provision.source.file));
//   evidence.json(penalty.span, "sanction/fine")
//   -> {"file": "...", "sha256": "...", "spans": [[1200, 1231]], "exact": true, "normalised": "a fine not exceeding level 5", "rule": "sanction/fine"}
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/span.h"
#include "model/provision.h"
#include "query/comparison.h"

namespace synoptic::report {

// The files a comparison rests on, read again by their names; those that are not there any more are simply not held.
class EvidenceSources {
 public:
  static EvidenceSources read(const query::Comparison& comparison);
  static EvidenceSources read(const std::set<std::string>& names);
  // The bytes that had this hash when they were ingested; null if the file is gone or has changed.
  const std::string* find(const model::SourceRef& source) const;

 private:
  struct Held {
    std::string bytes;
    std::string sha256;
  };
  std::map<std::string, Held> files_;
};

class ProvisionEvidence {
 public:
  // `file` may be null: the bytes of the whole provision are then all that can be named, and `exact` is false.
  ProvisionEvidence(const model::Provision& provision, const std::string* file);

  // Evidence of the words at `span` (bytes of the provision's text), found by `rule`.
  nlohmann::ordered_json json(const base::Span& span, std::string_view rule) const;
  // Of words that are quoted from the text; their first occurrence.
  nlohmann::ordered_json json_of_quote(std::string_view quote, std::string_view rule) const;
  // Of the whole text: "normalised" is left out, it is the text itself.
  nlohmann::ordered_json json_of_text() const;

 private:
  struct Piece {  // letters [text, text + size) of the text are letters [source, source + size) of the source
    std::size_t text, source, size;
  };
  void align(const std::string& file);
  std::vector<base::Span> spans(std::size_t first_letter, std::size_t last_letter) const;
  nlohmann::ordered_json json(std::size_t first_letter, std::size_t last_letter) const;

  const model::Provision& provision_;
  std::vector<base::Span> text_letters_;    // bytes of the text of each letter
  std::vector<base::Span> source_letters_;  // bytes of the file of each letter
  std::vector<Piece> pieces_;               // none: not found
};

// The hash of a JSON value without its member "checksum": compact, keys sorted, UTF-8. Written into each cell and into the report.
std::string checksum(const nlohmann::ordered_json& value);

}  // namespace synoptic::report
