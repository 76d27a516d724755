// Words that the parts of a comparison's report share: what an answer is called, how a provision is named, dated and sourced.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "model/jurisdiction.h"
#include "query/comparison.h"
#include "report/document.h"
#include "report/penalty_words.h"

namespace synoptic::report {

inline std::string day(const base::Date& date) { return base::date_words(date, "en"); }  // "1 April 2023"
std::string grouped(std::size_t count);             // "12,035"
// "1 official text", "12,035 provisions"
std::string counted(std::size_t count, std::string_view one, std::string_view many);
std::string searched_words(const query::Certificate& certificate);  // "17,480 provisions of 98 works searched"
std::string badge(query::Presence presence);        // "Searched and not found"
std::string badge_class(query::Presence presence);  // "absent": see Column

// What the answer rests on: the law of the day, failing that the bills, failing that what was law before.
const std::vector<query::ComparedProvision>& principal(const query::Answer& answer);
// Every provision of an answer with the list it stands in: "law", "bill", "former" or "pending".
using Visit = std::function<void(std::string_view list, const query::ComparedProvision& compared)>;
void for_each_provision(const query::Answer& answer, const Visit& visit);

bool is_bill(const query::ComparedProvision& compared);
std::string source_words(query::TextSource source);  // "official text"
std::string source_words(const query::ComparedProvision& compared);  // "official text of a bill"
// "law since 1 April 2023", "bill of 21 March 2018"; empty where the source states no validity.
std::string stated_validity(const query::ComparedProvision& compared);
// The same with what is known of the day compared on.
std::string validity_words(const query::ComparedProvision& compared);
std::string official_link(const query::ComparedProvision& compared);  // of the provision, else of its work; may be empty
// "on summary conviction, “where the victim is a child”: "; the circumstance in at most `limit` bytes, in its language.
std::vector<Inline> condition_inlines(const model::SanctionGroup& group, std::size_t limit, const std::string& lang);
// How it is dealt with: "summary or on indictment; on-the-spot fine"; "—" where the provision does not say.
std::string procedure_words(const model::Facts& facts);
// "Public Order Act 1986, 4A": for the side of a chart.
std::string short_name(const query::ComparedProvision& compared);
// True of the definitions of the topic's own terms.
// True for a definition whose name has a long word in common with one of the topic: "harassment and violence".
bool is_near_topic(const query::Answer& answer, const model::Definition& definition);
bool is_on_topic(const query::Answer& answer, const model::Definition& definition);

std::string shortened(std::string_view text, std::size_t limit);  // at most `limit` bytes, cut between words
std::string capitalised(std::string text);
ExtentNames extent_names(const model::Profiles& profiles);

}  // namespace synoptic::report
