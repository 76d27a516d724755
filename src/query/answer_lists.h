// What a reader is shown of the provisions that answer a topic: each in one language, and of those that only define one of its terms, beside
// law on the topic, no more than the name.
#pragma once

#include <string>
#include <vector>

#include "model/jurisdiction.h"
#include "query/comparison.h"
#include "query/index_reader.h"

namespace synoptic::query {

// What our digests call the work of these texts of one provision; empty where there is none. "Pakistan Penal Code, 1860" for
// "Pakistan Penal Code (PPC),1860 (Under Review)".
std::string digest_title(const std::vector<StoredProvision>& texts, std::string_view lang);

// Keeps one of the languages in which a provision is law: an official text rather than an edition rather than a digest, English before the
// other languages of the jurisdiction. The provision says in which others it is held.
void join_languages(std::vector<ComparedProvision>& law, const std::vector<std::string>& languages);

// Where the concept scheme names law of the jurisdiction that is in force, other provisions that define a term of the topic do so for a
// purpose of their own ("stalking" in a law on visas): they are named, not compared.
void set_definers_apart(Answer& answer);

}  // namespace synoptic::query
