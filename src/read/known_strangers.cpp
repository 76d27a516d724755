#include "read/known_strangers.h"

#include <algorithm>

namespace synoptic::read {

namespace {

constexpr std::size_t stranger_near = 8192;  // bytes

constexpr auto known_strangers = std::to_array<Stranger>({
    {{"\"articoloHtml\"", "\"sottoTitolo\""}, "one article as the interface of Normattiva answers, which does not say whether it is of the act or of its annex", "export the act as Akoma Ntoso from normattiva.it"},
    {{"class=\"PrimaryPrelims\"", "class=\"P1group_handle\""}, "a page of a drafting tool, in a dialect of its own", "fetch the Act from legislation.gov.uk, with /data.xml behind its address"},
    {{"pleased to make the following rules", "rules may be called"}, "rules under an Act on a scanned page, whose numbers cannot be told from those of the pages", "look for an edition as text"},
    {{"L'article ", " du code de ", "Art. L. "}, "what looks like the wording of an article, and names no bill", "fetch the bill from nosdeputes.fr or the Assemblée nationale"},
});

}  // namespace

const Stranger* known_stranger(std::string_view bytes) {
  const auto start = bytes.substr(0, stranger_near);
  const auto found = std::find_if(known_strangers.begin(), known_strangers.end(), [start](const Stranger& stranger) {
    return std::all_of(stranger.marks.begin(), stranger.marks.end(), [start](std::string_view mark) { return start.find(mark) != std::string_view::npos; });
  });
  return found == known_strangers.end() ? nullptr : &*found;
}

}  // namespace synoptic::read
