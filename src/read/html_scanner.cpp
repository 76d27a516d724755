#include "read/html_scanner.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"

namespace synoptic::read {

namespace {

// Sorted. Elements that never have content.
constexpr std::array<std::string_view, 14> void_elements{"area",  "base", "br",   "col",   "embed",  "hr",    "img",
                                                         "input", "link", "meta", "param", "source", "track", "wbr"};

// Sorted. The entities that occur in legal texts of Western Europe; XML's five among them.
constexpr std::array<std::pair<std::string_view, char32_t>, 66> entities{{
    {"Agrave", 0xC0},  {"Aring", 0xC5},   {"Auml", 0xC4},    {"Ccedil", 0xC7},  {"Eacute", 0xC9},  {"Egrave", 0xC8},   {"OElig", 0x152},
    {"Oslash", 0xD8},  {"Ouml", 0xD6},    {"Uuml", 0xDC},    {"aacute", 0xE1},  {"acirc", 0xE2},   {"aelig", 0xE6},    {"agrave", 0xE0},
    {"amp", '&'},      {"apos", '\''},    {"aring", 0xE5},   {"auml", 0xE4},    {"bull", 0x2022},  {"ccedil", 0xE7},   {"copy", 0xA9},
    {"deg", 0xB0},     {"divide", 0xF7},  {"eacute", 0xE9},  {"ecirc", 0xEA},   {"egrave", 0xE8},  {"emsp", 0x2003},   {"ensp", 0x2002},
    {"euml", 0xEB},    {"euro", 0x20AC},  {"frac12", 0xBD},  {"frac14", 0xBC},  {"frac34", 0xBE},  {"gt", '>'},        {"hellip", 0x2026},
    {"iacute", 0xED},  {"icirc", 0xEE},   {"iuml", 0xEF},    {"laquo", 0xAB},   {"ldquo", 0x201C}, {"lsquo", 0x2018},  {"lt", '<'},
    {"mdash", 0x2014}, {"middot", 0xB7},  {"nbsp", 0xA0},    {"ndash", 0x2013}, {"ntilde", 0xF1},  {"oacute", 0xF3},   {"ocirc", 0xF4},
    {"oelig", 0x153},  {"ordm", 0xBA},    {"oslash", 0xF8},  {"ouml", 0xF6},    {"para", 0xB6},    {"pound", 0xA3},    {"quot", '"'},
    {"raquo", 0xBB},   {"rdquo", 0x201D}, {"rsquo", 0x2019}, {"sect", 0xA7},    {"szlig", 0xDF},   {"thinsp", 0x2009}, {"times", 0xD7},
    {"uacute", 0xFA},  {"ucirc", 0xFB},   {"uuml", 0xFC},
}};

bool is_html_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == ':' || c == '_' || c == '.';
}
bool is_html_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

// Position of the value of the attribute in the attributes and its length.
std::optional<std::string_view> find_attribute(std::string_view attributes, std::string_view name) {
  for (std::size_t i = 0; i < attributes.size();) {
    while (i < attributes.size() && (is_html_space(attributes[i]) || attributes[i] == '/')) ++i;
    const auto start = i;
    while (i < attributes.size() && !is_html_space(attributes[i]) && attributes[i] != '=' && attributes[i] != '/') ++i;
    const auto found = attributes.substr(start, i - start);
    while (i < attributes.size() && is_html_space(attributes[i])) ++i;
    std::string_view value;
    if (i < attributes.size() && attributes[i] == '=') {
      ++i;
      while (i < attributes.size() && is_html_space(attributes[i])) ++i;
      const char quote = i < attributes.size() ? attributes[i] : '\0';
      const bool quoted = quote == '"' || quote == '\'';
      const auto from = quoted ? i + 1 : i;
      i = quoted ? std::min(attributes.find(quote, from), attributes.size())
                 : std::min(attributes.find_first_of(" \t\r\n", from), attributes.size());
      value = attributes.substr(std::min(from, attributes.size()), i - std::min(from, i));
      if (quoted && i < attributes.size()) ++i;
    } else if (i == start) {
      ++i;  // a stray character
    }
    if (found.size() == name.size() &&
        std::equal(found.begin(), found.end(), name.begin(), [](char a, char b) { return base::ascii::lower(a) == b; }))
      return value;
  }
  return std::nullopt;
}

}  // namespace

std::optional<HtmlToken> HtmlScanner::next() {
  if (at_ >= html_.size()) return std::nullopt;
  if (html_[at_] == '<' && opens_markup(at_)) {
    const char kind = html_[at_ + 1];
    return kind == '!' || kind == '?' ? comment() : tag();
  }
  const auto start = at_;
  do {
    at_ = std::min(html_.find('<', at_ + 1), html_.size());
  } while (at_ < html_.size() && !opens_markup(at_));
  return HtmlToken{.kind = HtmlToken::Kind::Text, .content = html_.substr(start, at_ - start), .span = {start, at_}};
}

bool HtmlScanner::opens_markup(std::size_t at) const {
  if (at + 1 >= html_.size()) return false;
  const char next = base::ascii::lower(html_[at + 1]);
  return (next >= 'a' && next <= 'z') || next == '/' || next == '!' || next == '?';
}

// Also a declaration or processing instruction, with nothing to say.
HtmlToken HtmlScanner::comment() {
  const auto start = at_;
  const bool real = html_.substr(at_).starts_with("<!--");
  const bool cdata = html_.substr(at_).starts_with("<![CDATA[");
  const std::string_view mark = real ? "-->" : cdata ? "]]>" : ">";
  const auto end = html_.find(mark, at_ + 2);
  at_ = end == std::string_view::npos ? html_.size() : end + mark.size();
  HtmlToken token{.kind = HtmlToken::Kind::Comment, .span = {start, at_}};
  if (real && end != std::string_view::npos && end >= start + 4) token.content = html_.substr(start + 4, end - start - 4);
  return token;
}

HtmlToken HtmlScanner::tag() {
  HtmlToken token;
  const auto start = at_;
  auto i = at_ + 1;
  const bool closing = html_[i] == '/';
  if (closing) ++i;
  while (i < html_.size() && is_html_name_character(html_[i])) token.name += base::ascii::lower(html_[i++]);
  at_ = end_of_tag(i);
  token.kind = closing ? HtmlToken::Kind::Close : HtmlToken::Kind::Open;
  token.content = html_.substr(i, at_ > i && html_[at_ - 1] == '>' ? at_ - 1 - i : at_ - i);
  token.empty = token.content.ends_with('/') || std::binary_search(void_elements.begin(), void_elements.end(), token.name);
  if (!closing && !token.empty && (token.name == "script" || token.name == "style")) {
    const auto end = html_.find(token.name == "script" ? "</script" : "</style", at_);
    at_ = std::min(end, html_.size());
  }
  token.span = {start, at_};
  return token;
}

// Behind the '>' that ends the tag; one inside a quoted value does not. Without an end all the rest is the tag.
std::size_t HtmlScanner::end_of_tag(std::size_t from) const {
  for (auto i = html_.find_first_of("\"'>", from); i != std::string_view::npos; i = html_.find_first_of("\"'>", i + 1)) {
    if (html_[i] == '>') return i + 1;
    const auto close = html_.find(html_[i], i + 1);
    if (close == std::string_view::npos) {
      const auto end = html_.find('>', i);
      return end == std::string_view::npos ? html_.size() : end + 1;
    }
    i = close;
  }
  return html_.size();
}

std::string html_attribute(std::string_view attributes, std::string_view name) {
  const auto value = find_attribute(attributes, name);
  return value ? decode_html(*value) : std::string();
}

bool has_html_attribute(std::string_view attributes, std::string_view name) {
  return find_attribute(attributes, name).has_value();
}

char32_t html_entity(std::string_view name) {
  if (name.starts_with('#')) {
    name.remove_prefix(1);
    const bool hex = !name.empty() && (name.front() == 'x' || name.front() == 'X');
    if (hex) name.remove_prefix(1);
    std::uint32_t code = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), code, hex ? 16 : 10);
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    return error == std::errc{} && end == name.data() + name.size() && code <= 0x10FFFF && !surrogate ? char32_t{code} : 0;
  }
  const auto* found =
      std::lower_bound(entities.begin(), entities.end(), name, [](const auto& entry, auto key) { return entry.first < key; });
  return found != entities.end() && found->first == name ? found->second : 0;
}

std::string decode_html(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto next = std::min(text.find('&', i), text.size());
    result.append(text, i, next - i);
    if (next == text.size()) break;
    const auto end = text.substr(next, 12).find(';');
    const char32_t code = end != std::string_view::npos && end > 1 ? html_entity(text.substr(next + 1, end - 1)) : 0;
    if (code != 0) {
      base::append(result, code);
      i = next + end + 1;
    } else {
      result += '&';
      i = next + 1;
    }
  }
  return result;
}

std::string html_title(std::string_view page) {
  HtmlScanner scanner(page);
  bool inside = false;
  while (const auto token = scanner.next()) {
    if (inside && token->kind == HtmlToken::Kind::Text) return base::squeeze(decode_html(token->content));
    inside = token->kind == HtmlToken::Kind::Open && token->name == "title";
    if (token->name == "body") break;
  }
  return {};
}

}  // namespace synoptic::read
