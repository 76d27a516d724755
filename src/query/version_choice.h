// Which of several texts of one provision is meant: the law of a day, the newest, official rather than a digest.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/date.h"
#include "query/index_reader.h"

namespace synoptic::query {

// The day of the expression; nothing where it names none.
std::optional<base::Date> version_date(const model::Provision& provision);
// The first day of which a text says that it was so: the start of its validity, else the date of its expression.
std::optional<base::Date> starts_on(const model::Provision& provision);
// The order of texts that nothing in the law tells apart, such as two official sources of one provision on one day: official texts before
// editions before digests, then by IRI, then by what the files contain (their hash, and the place in the file). It never depends on
// which of them was written to the index first, nor on where the files lie; the first one speaks.
using FixedOrder = std::tuple<bool, bool, const model::Iri&, const std::string&, std::size_t, const std::string&, const std::string&>;
FixedOrder fixed_order(const model::Work& work, const model::Provision& provision);
inline FixedOrder fixed_order(const StoredProvision& text) { return fixed_order(text.work, text.provision); }

// "sec_1" for "sec_1__2": readers number what a source prints twice under one number (for two legal systems, or by mistake).
std::string_view number_eid(std::string_view eid);
// True if the text extends to the legal system ("GB-SCT"; empty: any). An extent that is not stated is the whole jurisdiction.
bool extends_to(const model::Provision& provision, std::string_view system);

// How many of `texts` stand under one number in one expression of one source for one extent, `text` among them: more than one is a
// mistake of the source, or ours.
std::size_t doubles_of(const StoredProvision& text, const std::vector<StoredProvision>& texts);

// Oldest first; texts without any date last; those of the same day in their fixed order.
bool older(const StoredProvision& a, const StoredProvision& b);

// The index of the text that tells most of the day, also if every text is known not to have been there on it: the last one before the day,
// else the first one after it. `texts` is not empty.
std::size_t nearest(const std::vector<StoredProvision>& texts, const base::Date& day);

// The index of the text that was law on `as_of` among texts of one provision; without a day, of the newest. Nothing if every one of them
// is known not to have been there on that day. Of two dated texts the later one says what became of the provision, be it that it was
// repealed; what was law wins over bills and over text that never was. A digest wins over an official text only if it says that the law
// changed after the last day that the official text is known to tell of (or no such day is known), or if it tells of the day and not of the
// first one that the official text tells of; that it was written later is no reason. What the last digest says to have ended before the day is not law by an official text that is
// undated or of an earlier day; what is only the place of a law that is over, without a date, tells nothing of days before the first digest
// says that it began. Equals: the first in their fixed order.
std::optional<std::size_t> choose(const std::vector<StoredProvision>& texts, const std::optional<base::Date>& as_of);

}  // namespace synoptic::query
