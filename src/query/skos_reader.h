// Turtle or RDF/XML to concepts, one file at a time, with libraptor2. Knows SKOS, SKOS-XL labels and our own <urn:synoptic:ns#>; every
// other statement is passed over. References between concepts stay URIs: ConceptScheme joins the files.
#pragma once

#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "query/concept_scheme.h"

namespace synoptic::query {

// `name` tells the syntax where the bytes do not, and is what diagnostics call the file. Concepts come in the order of the file; after a
// syntax error those understood so far.
std::vector<Concept> read_skos(std::string_view name, std::string_view bytes, std::vector<base::Diagnostic>& diagnostics);

}  // namespace synoptic::query
