// The JSON of @socialgouv/legi-data (Licence Ouverte): a French code as one tree of sections and articles, as consolidated on one day.
//
//   {"type": "code", "data": {"id": "LEGITEXT...", "title": "Code pénal", "dateDebutVersion": "2026-02-05"},
//    "children": [{"type": "section", "data": {"title": "Livre Ier"}, "children": [
//      {"type": "article", "data": {"num": "L1", "id": "LEGIARTI...", "cid": "LEGIARTI...", "etat": "VIGUEUR", "dateDebut": 1451606400000,
//                                   "dateFin": 32472144000000, "texte": "...", "texteHtml": "<p>...</p>", "nota": "..."}}]}]}
//
// Two vintages: up to 2019 the root's type is "section" too. Dates of articles are milliseconds since 1970 (UTC), of sections ISO.
// One work a file; text from texteHtml, which keeps the paragraphs; nota (dates of application) is not statutory and left out.
// A file cut off or damaged is read as far as its articles are whole: each article is parsed by itself.
#pragma once

#include <string_view>

#include "read/reader.h"

namespace synoptic::read {

int is_legi_json(std::string_view start);
void read_legi_json(const SourceFile& file, const Output& output);

}  // namespace synoptic::read
