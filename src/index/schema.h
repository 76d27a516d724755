// Every prefix, value slot and piece of metadata of the index, and nowhere else. Whoever changes one, or what the analyzer makes of a
// word, or how a record is encoded, raises schema_version: an index of another version is refused on opening ("ingest again").
#pragma once

#include <string>
#include <string_view>

namespace synoptic::index {

inline constexpr int schema_version = 11;

// Files of an index folder. The stub is the one file that says what belongs to the current generation; all else is reached from it.
namespace layout {
inline constexpr std::string_view stub = "XAPIANDB";      // a Xapian stub: "# synoptic schema N", "# catalogue FILE", one "auto FILE" a shard
inline constexpr std::string_view shards = "shards";      // shards/GB.7.glass: jurisdiction, generation
inline constexpr std::string_view order = ".order";      // behind the name of a shard: the words of its documents in their order, a row each (row_file.h)
inline constexpr std::string_view records = ".records";  // the same: all of its provisions (record.h), a row each
inline constexpr std::string_view words = ".words";      // the same: the dictionary of its spelling (spelling_file.h)
// The name of what stands beside a shard, or beside a piece of one.
inline std::string beside(std::string_view shard, std::string_view what) { return std::string(shard).append(what); }
inline constexpr std::string_view lock = "ingest.lock";   // held by the one ingest that runs
inline constexpr std::string_view building = "building";  // what an ingest is working on; swept by the next one
}  // namespace layout

// Words of the text have no prefix (stemmed and folded, so never upper case); all other terms begin with an upper case letter and ':'.
// No term has places: phrases are looked for in the rows of word orders beside the shard (word_order.h).
namespace prefix {
inline constexpr std::string_view iri = "Q:";           // the provision, exactly
inline constexpr std::string_view work = "W:";          // its work
inline constexpr std::string_view provision = "V:";     // work and eId: all versions and languages of one provision
inline constexpr std::string_view jurisdiction = "J:";  // "J:US-DC", and "J:US" with it
inline constexpr std::string_view extent = "E:";        // "E:GB-SCT"; "E:*" where the extent is all of the jurisdiction or not said
inline constexpr std::string_view language = "L:";      // BCP 47
inline constexpr std::string_view type = "T:";          // of the work: "T:code"
inline constexpr std::string_view status = "S:";        // "S:in_force"
inline constexpr std::string_view edition = "O:";       // "O:official", "O:edition" (somebody's edition), "O:digest"
inline constexpr std::string_view number = "N:";        // number_key() of the provision
inline constexpr std::string_view law = "K:";           // law_keys() of the work: "K:18usc", "K:codepenal"
inline constexpr std::string_view defines = "D:";       // term_key() of a defined term
inline constexpr std::string_view cites = "C:";         // a target of a citation
inline constexpr std::string_view cites_work = "CW:";   // the work of such a target
inline constexpr std::string_view heading = "H:";       // a word of the heading
inline constexpr std::string_view path = "P:";          // a word of the path (parts and chapters above)
inline constexpr std::string_view title = "A:";         // a word of the work's title
inline constexpr std::string_view penalty = "X:";       // "X:imprisonment": a kind of penalty that the provision threatens
}  // namespace prefix

enum Slot : unsigned {
  slot_iri = 0,
  slot_jurisdiction = 1,
  slot_type = 2,
  slot_status = 3,
  slot_language = 4,
  slot_valid_from = 5,  // YYYYMMDD; absent: unknown
  slot_valid_to = 6,    // YYYYMMDD; absent: open or unknown
  slot_prison = 7,      // longest imprisonment in days, sortable; life counts as prison_for_life
  slot_group = 8,       // the same for all versions of a provision in one language
  slot_work = 9,
};

// Of the path and of the title the order is not kept, and shorter words ("de", "of", "II") not at all.
inline constexpr std::size_t shortest_field_word = 3;  // bytes of the stem

inline constexpr double prison_for_life = 1e6;  // days; above every term of years

// Xapian takes terms of up to 245 bytes; longer ones keep their beginning and end in a hash.
std::string bounded_term(std::string_view prefix, std::string_view rest);

}  // namespace synoptic::index
