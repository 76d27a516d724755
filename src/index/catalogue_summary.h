// What is asked of whole works again and again, summed up once when an ingest ends: a row a work in place of one for each of its texts and
// files, and for works of which texts of several days are held what stands in each of them.
#pragma once

#include "index/sqlite.h"

namespace synoptic::index {

// Between the values of a list in one column.
inline constexpr char list_mark = '\x1f';

// holdings: of a work in a jurisdiction all that is held; the work as its newest official text has it, `head` being the date of that text.
// texts: of works with texts of two days or more, digests aside; `eids` in their order, each with a line feed behind it.
inline constexpr const char* summary_tables = R"sql(
CREATE TABLE IF NOT EXISTS holdings(jurisdiction TEXT NOT NULL, iri TEXT NOT NULL, title TEXT NOT NULL, type TEXT NOT NULL, number TEXT NOT NULL,
  date TEXT NOT NULL, source_url TEXT NOT NULL, official INTEGER NOT NULL, digest INTEGER NOT NULL, head TEXT NOT NULL, provisions INTEGER NOT NULL,
  titles TEXT NOT NULL, numbers TEXT NOT NULL, langs TEXT NOT NULL, versions TEXT NOT NULL, PRIMARY KEY(jurisdiction, iri)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS holdings_by_iri ON holdings(iri);
CREATE TABLE IF NOT EXISTS texts(iri TEXT NOT NULL, lang TEXT NOT NULL, version TEXT NOT NULL, provisions INTEGER NOT NULL, begin_there INTEGER NOT NULL,
  eids TEXT NOT NULL, PRIMARY KEY(iri, lang, version)) WITHOUT ROWID;
)sql";

// Writes the rows of the works named in `changed` anew, from `works` and `orders`.
void sum_up_changed(const Sqlite& catalogue);

}  // namespace synoptic::index
