// The identity of a law and of its parts: the Akoma Ntoso naming convention (OASIS akn-nc v1.0), on the FRBR levels.
//
//   /akn/gb/act/ukpga/1997/40/eng@2024-01-31/~sec_2
//   `---- work -------------´ `expression--´ `eId´
//
// `lang` is as written in the IRI (ISO 639-2/T by the convention; two-letter codes are kept as they come), `version` is the date of the
// text where known.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace synoptic::model {

struct Iri {
  std::string work;     // "/akn/gb/act/ukpga/1997/40"
  std::string lang;     // "eng"; empty for a bare work
  std::string version;  // "2024-01-31" or ""
  std::string eid;      // "sec_2" or ""

  // Takes any of the forms above; nothing if it does not start with "/akn/" or has no country and type.
  static std::optional<Iri> parse(std::string_view text);
  std::string str() const;
  std::string expression() const;  // without the eId
  // "gb", "us-dc": the country component as written
  std::string_view country() const;
  Iri with_eid(std::string_view id) const;
  auto operator<=>(const Iri&) const = default;
};

// "/akn/gb/act/ukpga/1997/40"; empty components are left out.
std::string work_iri(std::string_view jurisdiction, std::string_view type, std::string_view subtype, std::string_view date, std::string_view number);

// A component of an IRI: lower case ASCII letters, digits, '-', '.', '_'; everything else becomes '-'.
std::string iri_component(std::string_view text);
// The number of a provision inside an eId: "222-33-1-1" stays, "§ 2261A" -> "2261A", "R. 625-8-3" -> "R625-8-3" (case stays).
std::string eid_number(std::string_view number);
// "en" -> "eng"; unknown codes come back as they are.
std::string iso639_3(std::string_view bcp47);
// "eng" -> "en"
std::string bcp47(std::string_view iso639);

}  // namespace synoptic::model
