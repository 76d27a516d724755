// What a French amending text quotes is law of another text: the words between guillemets that a colon opens ("les mots : « trois mois »")
// and the lines that begin with one, as the Guide de légistique (fiche 3.5.3) has every paragraph of a new text begin.
//
//   quoted_by_guillemets("L'article 7 du code des jardins est ainsi rédigé :\n« Art. 7. – Nul ne siffle.\n« Nul ne chante. »")
//     -> one span over both lines, target "code-des-jardins"
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/provision.h"

namespace synoptic::read {

// In the order of the text, none inside another. The target is the law that was named last before: "code-penal", "loi/2004-575".
std::vector<model::QuotedSpan> quoted_by_guillemets(std::string_view text);

// The last law that these words name; empty if none.
std::string last_french_law(std::string_view words);

}  // namespace synoptic::read
