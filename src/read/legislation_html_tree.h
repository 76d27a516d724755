// The Akoma Ntoso that a page of legislation.gov.uk was made of.
#pragma once

#include <memory>
#include <unordered_map>

#include "read/akn_metadata.h"
#include "read/encoding.h"
#include "read/reader.h"
#include "read/xml.h"

namespace synoptic::read {

struct LegislationPage {
  std::unique_ptr<pugi::xml_document> tree;           // <akomaNtoso><act>...
  std::unordered_map<std::size_t, base::Span> spans;  // bytes of the file of each element, by its hash_value
  AknRestrictions restrictions;                       // what data-x-* attributes say of elements
  std::optional<base::Diagnostic> trouble;            // the page is damaged; nothing of it is to be read
};

LegislationPage legislation_page(const Decoded& page);

}  // namespace synoptic::read
