// Bills of the French parliament as NosDéputés.fr (Regards citoyens) keeps them: JSON Lines, a record a line.
//
//   {"type": "loi", "loi": "778", "titre": "Bruits", "expose": "...", "date": "2018-03-21", "source": "http://www.assemblee-nationale.fr/15/projets/pl0778.asp"}
//   {"type": "section", "loi": "778", "level": "1", "leveltype": "titre", "level1": "1", ..., "titre": "Du silence"}     or "chapitre" and "section"
//   {"type": "article", "loi": "778", "article": "1er", "expose": "..."}
//   {"type": "alinea", "loi": "778", "level1": "1", "article": "1er", "alinea": "1", "texte": "<p>Nul ne siffle.</p>"}
//
// The paragraphs ("alinéas") of an article are a provision, a paragraph a line. "expose" is commentary. The legislature stands in the address
// of the source: /akn/fr/bill/an/15/778. What guillemets quote belongs to the law that is amended (guillemets.h).
#pragma once

#include <string_view>

#include "read/reader.h"

namespace synoptic::read {

int is_nosdeputes_jsonl(std::string_view start);
void read_nosdeputes_jsonl(const SourceFile& file, const Output& output);

}  // namespace synoptic::read
