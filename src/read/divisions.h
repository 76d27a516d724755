// Where a provision stands, from headings that say their rank in words ("Livre Ier : ...", "PART II") rather than by nesting: Markdown
// that flattened its hierarchy, plain text.
//
//   Divisions place(profile->texts);                  // partie, livre, titre, chapitre
//   place.add("Titre Ier : Objet", 4);  place.add("Chapitre II : Mesures", 4);  place.add("Titre II : Peines", 4);
//   place.path() == {"Titre II : Peines"}
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/jurisdiction.h"

namespace synoptic::read {

class Divisions {
 public:
  explicit Divisions(const model::TextForms& forms) : forms_(forms) {}

  // A heading of Markdown's level (0 where there is none) takes the place of those of its rank and below. One that begins with no word
  // known as a division stands below those that do.
  void add(std::string title, int level);
  // The innermost heading goes on over another line.
  void extend(std::string_view words) { path_.back().append(" ").append(words); }
  const std::vector<std::string>& path() const { return path_; }
  // Inside a schedule: how many there were so far, this one included; 0 outside.
  int schedule() const { return in_schedule_ ? schedules_ : 0; }

  bool is_schedule(std::string_view title) const;
  // "Livre Ier", "Première partie", "CHAPTER 2": the word and, before or behind it, what tells it from its like.
  bool is_division(std::string_view title) const { return rank(title).second < unknown_rank; }

 private:
  static constexpr int unknown_rank = 1000;
  using Rank = std::pair<int, int>;  // level of Markdown, place among the words of the profile
  Rank rank(std::string_view title, int level = 0) const;

  const model::TextForms& forms_;
  std::vector<std::string> path_;
  std::vector<Rank> ranks_;
  std::size_t schedule_depth_ = 0;
  int schedules_ = 0;
  bool in_schedule_ = false;
};

}  // namespace synoptic::read
