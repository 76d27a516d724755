#include "query/parsed_query.h"

#include <algorithm>

#include "base/utf8.h"

namespace synoptic::query {

namespace {

// The length of an opening or closing quotation mark at `at`; 0 if there is none. A quotation may end with any of them.
std::size_t quotation_mark(std::string_view text, std::size_t at) {
  for (const std::string_view mark : {"\"", "“", "”", "«", "»", "„"}) {
    if (text.substr(at).starts_with(mark)) return mark.size();
  }
  return 0;
}

bool is_field(std::string_view name) {
  return std::any_of(search_fields().begin(), search_fields().end(), [&](const Field& field) { return field.name == name; });
}

class QueryScanner {
 public:
  explicit QueryScanner(std::string_view text) : text_(text) {}

  ParsedQuery scan() {
    while (skip_space()) item();
    return std::move(query_);
  }

 private:
  bool skip_space() {
    while (at_ < text_.size()) {
      std::size_t next = at_;
      if (!base::is_space(base::decode(text_, next))) return true;
      at_ = next;
    }
    return false;
  }

  void item() {
    const bool excluded = text_[at_] == '-' && at_ + 1 < text_.size() && text_[at_ + 1] != ' ';
    if (excluded) ++at_;
    bool quoted = false;
    if (quotation_mark(text_, at_) > 0) {
      auto words = value(quoted);
      if (!base::trim(words).empty()) (excluded ? query_.excluded : query_.phrases).push_back(std::move(words));
      return;
    }
    const std::size_t start = at_;
    const auto colon = text_.find_first_of(": \"", at_);
    if (colon != std::string_view::npos && text_[colon] == ':' && is_field(base::lower(text_.substr(start, colon - start)))) {
      at_ = colon + 1;
      skip_space();
      FieldQuery field{base::lower(text_.substr(start, colon - start)), value(quoted), false, excluded};
      field.phrase = quoted;
      if (!field.value.empty()) query_.fields.push_back(std::move(field));
      return;
    }
    auto word = value(quoted);
    if (excluded) {
      query_.excluded.push_back(std::move(word));
    } else {
      if (!query_.words.empty()) query_.words.push_back(' ');
      query_.words.append(word);
    }
  }

  // One word, or what stands between quotation marks.
  std::string value(bool& quoted) {
    if (at_ >= text_.size()) return {};
    const std::size_t open = quotation_mark(text_, at_);
    quoted = open > 0;
    std::size_t end = at_ += open;
    std::size_t close = 0;
    while (end < text_.size()) {
      if (quoted && (close = quotation_mark(text_, end)) > 0) break;
      std::size_t next = end;
      if (base::is_space(base::decode(text_, next)) && !quoted) break;
      end = next;
    }
    std::string result(text_.substr(at_, end - at_));
    at_ = end + close;
    return result;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  ParsedQuery query_;
};

}  // namespace

const std::vector<Field>& search_fields() {
  static const std::vector<Field> fields{{"title", "words of the work's title"},
                                         {"heading", "words of the provision's heading"},
                                         {"in", "words of the part, chapter or title it stands in"},
                                         {"num", "number of the provision: num:222-33"},
                                         {"defines", "a term it defines: defines:harassment"},
                                         {"cites", "what it cites: cites:/akn/fr/act/code/code-penal, cites:ukpga/1997/40/section/2"}};
  return fields;
}

ParsedQuery parse_query(std::string_view text) { return QueryScanner(text).scan(); }

}  // namespace synoptic::query
