#include "cli/commands.h"

#include <array>

namespace synoptic::cli {

// The one table of commands, in the order in which --help lists them.
// clang-format off
static constexpr std::array table{
    CommandEntry{"ingest", "reads files, folders and archives of any known format into the index", make_ingest},
    CommandEntry{"search", "ranked provisions", make_search},
    CommandEntry{"compare", "a topic side by side, jurisdiction by jurisdiction, as the law stood on a day", make_compare},
    CommandEntry{"extract", "facts of provisions: JSON Lines in, JSON Lines out, no index needed", make_extract},
    CommandEntry{"provisions", "what the readers make of the given files: JSON Lines, no index needed", make_provisions},
};
// clang-format on

std::span<const CommandEntry> commands() { return table; }

}  // namespace synoptic::cli
