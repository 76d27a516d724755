#include "read/text_builder.h"

#include "base/utf8.h"

namespace synoptic::read {

namespace {

bool is_ascii_space(unsigned char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
// Soft hyphen, zero width space, byte order mark: marks for the printer inside a word.
bool is_invisible(char32_t c) { return c == 0xAD || c == 0x200B || c == 0xFEFF; }
// Joiners shape letters of some scripts; behind ASCII they shape nothing and only hide what stands there.
bool is_joiner(char32_t c) { return c == 0x200C || c == 0x200D || c == 0x2060; }

}  // namespace

void TextBuilder::text(std::string_view words) {
  std::size_t start = 0;  // of the visible run not yet added
  const auto add = [&](std::size_t end) {
    if (end > start) visible(words.substr(start, end - start));
  };
  for (std::size_t i = 0; i < words.size();) {
    const auto byte = static_cast<unsigned char>(words[i]);
    if (byte > ' ' && byte < 0x80) {
      ++i;
      continue;
    }
    if (byte >= 0xC3 && byte <= 0xDF && i + 1 < words.size() && (static_cast<unsigned char>(words[i + 1]) & 0xC0) == 0x80) {
      i += 2;  // a letter of Europe or the Near East
      continue;
    }
    // A single space between words is in the run that they make.
    if (byte == ' ' && i > start && i + 1 < words.size() && words[i + 1] > ' ' && words[i + 1] < 0x7F) {
      ++i;
      continue;
    }
    const std::size_t before = i;
    if (byte < 0x80) {
      ++i;
      add(before);
      if (is_ascii_space(byte)) space();
      start = i;  // other control characters vanish
      continue;
    }
    const char32_t c = base::decode(words, i);
    if (c == 0xFFFD && i == before + 1) {  // no UTF-8: the parser made it of a reference to no character (&#x110000;)
      add(before);
      visible("\uFFFD");
      start = i;
      continue;
    }
    const bool invisible = is_invisible(c) || (is_joiner(c) && (before == start || static_cast<unsigned char>(words[before - 1]) < 0x80));
    const bool blank = !invisible && base::is_space(c);
    if (!blank && !invisible) continue;
    add(before);
    if (blank) space();
    start = i;
  }
  add(words.size());
}

void TextBuilder::visible(std::string_view words) {
  if (!text_.empty() && wish_ != Wish::None) text_.push_back(wish_ == Wish::Line ? '\n' : ' ');
  wish_ = Wish::None;
  most_ = Wish::Line;
  if (quote_depth_ > 0 && !quote_open_) {
    quote_open_ = true;
    quoted_.push_back({{text_.size(), text_.size()}, target_});
  }
  text_ += words;
  if (quote_open_) quoted_.back().span.end = text_.size();
}

void TextBuilder::space() { wish(Wish::Space); }

void TextBuilder::line() { wish(Wish::Line); }

void TextBuilder::begin_quote(std::string_view target) {
  if (quote_depth_++ > 0) return;
  target_ = target;
  quote_open_ = false;
}

void TextBuilder::end_quote() {
  if (quote_depth_ > 0 && --quote_depth_ == 0) quote_open_ = false;
}

TextBuilder::Result TextBuilder::take() {
  Result result{std::move(text_), std::move(quoted_)};
  *this = TextBuilder();
  return result;
}

}  // namespace synoptic::read
