// Foreign bytes to UTF-8, with the way back from an offset in the UTF-8 text to the byte of the file as published.
//
//   const Decoded file = decode_document(bytes);   // a UTF-16 file with a BOM
//   file.text                                      // UTF-8, no BOM
//   file.original_offset(10)                       // 22: 2 for the BOM, 2 for each of ten ASCII characters
//
// Which encoding: a byte order mark, then the pattern of NULs of UTF-16, then the XML declaration (believed unless the bytes say
// otherwise: single-byte declared but valid UTF-8 with accents is UTF-8), then UTF-8 if valid, then Windows-1252.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace synoptic::read {

inline constexpr std::string_view utf8_bom = "\xEF\xBB\xBF";

struct Decoded {
  std::string_view text;  // valid UTF-8 without BOM; points into the given bytes where these were such, else into `owned`
  std::string owned;      // on the heap whenever used, so that `text` survives a move
  std::string encoding;   // "UTF-8", "UTF-16LE", "windows-1252", ...: what the bytes were read as
  bool repaired = false;  // some sequences were invalid and became U+FFFD

  std::size_t original_offset(std::size_t offset) const;

  // A run of code points that are all of one width, in the text and in the file.
  struct Run {
    std::size_t text_start;
    std::size_t file_start;
    unsigned char text_width;
    unsigned char file_width;
  };
  std::vector<Run> runs;     // empty: the text is the file behind its BOM
  std::size_t bom_size = 0;  // bytes of the file before the text
};

Decoded decode_document(std::string_view bytes);

// By its mark, or the NULs beside the "<" that begins mark-up.
bool is_utf16(std::string_view bytes);

// The value of encoding="..." in an XML declaration at the start, lower case; empty if there is none.
std::string declared_encoding(std::string_view start);

}  // namespace synoptic::read
