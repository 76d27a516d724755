#include "cli/commands.h"

#include <array>

namespace synoptic::cli {

// The one table of commands, in the order in which --help lists them.
// clang-format off
static constexpr std::array table{
    CommandEntry{"ingest", "reads files, folders and archives of any known format into the index", make_ingest},
    CommandEntry{"search", "ranked provisions", make_search},
    CommandEntry{"show", "one provision with its context, the facts in it, what it cites and what cites it", make_show},
    CommandEntry{"diff", "what changed in a provision or a work from one day to another, word by word", make_diff},
    CommandEntry{"history", "what changed when, in facts, in the provisions of a topic or in one provision", make_history},
    CommandEntry{"define", "every definition of a term and of its translations, by jurisdiction", make_define},
    CommandEntry{"coverage", "what the index holds, and what failed to parse and why", make_coverage},
    CommandEntry{"penalties", "every sanction of the matching provisions, normalised and resolved, with the proof", make_penalties},
    CommandEntry{"compare", "a topic side by side, jurisdiction by jurisdiction, as the law stood on a day", make_compare},
    CommandEntry{"verify", "re-checks each cell of a finished report against the sources, offline", make_verify},
    CommandEntry{"cite", "reads a citation in any style and prints it in others, for people and for reference managers", make_cite},
    CommandEntry{"check", "every citation and quotation of law in a document: found, not found, ambiguous, no longer law", make_check},
    CommandEntry{"extract", "facts of provisions: JSON Lines in, JSON Lines out, no index needed", make_extract},
    CommandEntry{"provisions", "what the readers make of the given files: JSON Lines, no index needed", make_provisions},
    CommandEntry{"convert", "any readable format to Akoma Ntoso 3.0", make_convert},
};
// clang-format on

std::span<const CommandEntry> commands() { return table; }

}  // namespace synoptic::cli
