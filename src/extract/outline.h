// The subdivisions of a provision, recovered from the labels its text shows: "(1)", "(a)", "(ii)", "1°", "I. -", "a)", a dash.
//
//   "(2) A person is liable—\n(a) to a fine;\n(b) to imprisonment, or\nto both."
//   -> one node "(2)" of the pieces: text "A person is liable—", node "(a)", node "(b)", text "to both."
//
// Inline labels count behind ";", ":" and a dash. Nesting follows the order in which styles of labels appear; depth is bounded.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "extract/sanction_words.h"

namespace synoptic::extract {

struct Outline {
  struct Piece {
    int node = -1;          // a subdivision; -1: text
    std::size_t first = 0;  // tokens [first, last) of text, without the label
    std::size_t last = 0;
  };
  struct Node {
    int parent = -1;
    std::vector<Piece> pieces;
  };
  std::vector<Node> nodes;  // nodes[0] is the whole provision
};

Outline outline(const TokenText& text, const SanctionWords& words);

}  // namespace synoptic::extract
