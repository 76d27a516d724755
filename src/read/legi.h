// LEGI, the XML in which DILA publishes consolidated French law (Licence Ouverte): one file a version of an article, section or text.
//
//   <ARTICLE><META>... <NUM>1</NUM> <ETAT>ABROGE</ETAT> <DATE_DEBUT>1952-06-29</DATE_DEBUT> <DATE_FIN>2001-01-01</DATE_FIN> ...</META>
//     <CONTEXTE><TEXTE nature="CODE" cid="LEGITEXT..."><TITRE_TXT debut= fin=>Code ...</TITRE_TXT><TM><TITRE_TM>Chapitre I ...</TITRE_TM>...
//     <NOTA>...</NOTA> <BLOC_TEXTUEL><CONTENU>bare HTML</CONTENU></BLOC_TEXTUEL></ARTICLE>
//
// An ARTICLE is one provision. SECTION_TA, TEXTELR and TEXTE_VERSION hold the tables of contents and the data of the text (its recitals and
// signatures are not operative): they are recognised and give nothing. States, dates and names: legi_values.h.
#pragma once

#include <string_view>

#include "read/reader.h"

namespace synoptic::read {

int is_legi(const XmlStart& start);
void read_legi(const SourceFile& file, const Output& output);

}  // namespace synoptic::read
