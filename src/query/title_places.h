// The places that stand around the name of a law in what people write: before it ("sections 2 to 4 of the Act"), or behind it and the
// number of the law ("Criminal Code, RSC 1985, c C-46, ss 264(1) and 265").
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <re2/re2.h>

#include "base/span.h"
#include "resolve/citation_place.h"

namespace synoptic::query {

// A place with its words; the span of the one next to the name takes the name in.
struct PlacedTitle {
  base::Span span;
  resolve::Place place;
};

class TitlePlaces {
 public:
  // `words` must outlive it.
  explicit TitlePlaces(const resolve::PlaceWords& words);

  // Those before the name at `title`, else those behind it; none where no place stands there. Of a range, both ends.
  // `numbers`: of the laws that are so called, as published: "R.S.C., 1985, c. C-46".
  std::vector<PlacedTitle> around(std::string_view text, const base::Span& title, const std::vector<std::string>& numbers) const;
  std::vector<PlacedTitle> behind(std::string_view text, const base::Span& title, const std::vector<std::string>& numbers) const;

 private:
  std::vector<PlacedTitle> before(std::string_view text, const base::Span& title) const;
  std::vector<PlacedTitle> list(std::string_view text, std::size_t start, std::size_t last) const;

  const resolve::PlaceWords& words_;
  RE2 place_;        // at the start
  RE2 further_;      // a separator and the next number of a list
  RE2 joint_;        // between the places and the name: "of the"
  RE2 gap_;          // between the name and the places
  RE2 of_another_;   // what follows belongs to the next law: "..., section 20 of the Next Act"
};

}  // namespace synoptic::query
