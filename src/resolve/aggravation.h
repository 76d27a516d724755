// The penalties of a provision as an expression over its circumstances: what stands at the base, what one circumstance makes of it, what
// two of them do (a ladder), what an age adds to a term or a repetition doubles, which least a breached order asks for.
//
//   AggravationReader reader(lexicon_folder);  const auto aggravation = reader.read(provision.text, "fr", groups);
//   aggravation.circumstances[1].words == "Sur un mineur de quinze ans";  aggravation.apply(groups, {2}) -> {3 years and EUR 45,000}
//
// Circumstances are numbered 1, 2, 3 as they stand in the text. An offence is a base with the tracks that refer to it; a provision may hold
// several. Of the tracks whose circumstances are given the most severe applies; tracks that do not compare stand beside each other.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/sanction.h"

namespace synoptic::resolve {

struct Circumstance {
  std::string label;  // "4° bis", "(2)"; empty: it stands in running text
  std::string words;
};

struct Track {
  enum class Effect { Replaces, Adds, Multiplies, Floors, Beside, Settles };
  std::size_t at_least = 0;        // how many of `of` must be given; 0: always (the base)
  std::vector<std::size_t> of;     // circumstances, numbered from 1
  std::size_t group = 0;           // index of the group whose penalties it carries
  std::size_t part = 0;            // 0: of the provision itself, else of the number of the one that was joined
  Effect effect = Effect::Replaces;  // Beside: complementary penalties, which come on top; Settles: what is paid instead of a trial;
                                     // Floors: "not less than 1 year", a least that goes with whatever most applies
  std::optional<model::Amount> adds;  // to the longest imprisonment
  std::int64_t times = 1;             // the longest imprisonment, over `divided_by`
  std::int64_t divided_by = 1;

  bool holds(const std::set<std::size_t>& given) const;
  // "base", "any of 1-8", "2 of 1-6", "3", "instead of a trial"
  std::string when() const;
};

struct Offence {
  std::vector<Track> tracks;  // the base, where there is one, and what changes it, as they stand in the text
  bool has_base() const;
};

class Aggravation {
 public:
  std::vector<Circumstance> circumstances;
  std::vector<Offence> offences;

  bool varies() const;  // some track depends on a circumstance
  // What applies to each offence under these circumstances; nothing for an offence that needs one of them.
  std::vector<std::vector<model::SanctionGroup>> apply(const std::vector<model::SanctionGroup>& groups, const std::set<std::size_t>& given) const;
  // Goes on with the tracks of another provision, whose groups were appended to these at `offset`: its circumstances are counted on, what it
  // has no base for changes the offences before.
  void join(Aggravation other, std::size_t offset);

 private:
  std::size_t parts_ = 0;
};

struct AggravationWords;  // of one language

class AggravationReader {
 public:
  // Reads [sanction.ladder], [sanction.factor] and [sanction.increase] of every lexicon in the folder.
  static base::Result<AggravationReader> load(const std::filesystem::path& lexicon_folder);
  AggravationReader(AggravationReader&&) noexcept;
  AggravationReader& operator=(AggravationReader&&) noexcept;
  ~AggravationReader();

  Aggravation read(std::string_view text, std::string_view lang, const std::vector<model::SanctionGroup>& groups) const;

 private:
  AggravationReader();
  std::map<std::string, std::unique_ptr<AggravationWords>, std::less<>> languages_;
};

}  // namespace synoptic::resolve
