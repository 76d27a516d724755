#include "report/akn_text.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "read/text_builder.h"

namespace synoptic::report {

namespace {

// What reading would give back as it stands.
bool is_normal(std::string_view words) {
  read::TextBuilder builder;
  builder.text(words);
  return builder.take().text == words;
}

// RFC 3987: what an IRI cannot hold, percent-encoded.
std::string as_uri(std::string_view target) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  std::string uri;
  for (const char c : target) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte != 0x7f && std::string_view("<>\"{}|\\^`[]%").find(c) == std::string_view::npos) {
      uri.push_back(c);
    } else {
      uri += {'%', digits[byte >> 4], digits[byte & 15]};
    }
  }
  return uri;
}

// In the order of the text, none empty, none inside another, none beginning or ending with a line end.
std::vector<model::QuotedSpan> usable(const model::Provision& provision) {
  auto spans = provision.quoted;
  std::stable_sort(spans.begin(), spans.end(), [](const auto& a, const auto& b) { return a.span.start < b.span.start; });
  std::vector<model::QuotedSpan> result;
  const std::string_view text = provision.text;
  for (auto& [span, target] : spans) {
    span.end = std::min(span.end, text.size());
    if (!result.empty()) span.start = std::max(span.start, result.back().span.end);
    while (span.start < span.end && text[span.start] == '\n') ++span.start;
    while (span.start < span.end && text[span.end - 1] == '\n') --span.end;
    if (!span.empty()) result.push_back({span, std::move(target)});
  }
  return result;
}

class Lines {
 public:
  Lines(AknXml& xml, AknIds& ids, std::string_view text, std::vector<model::QuotedSpan> spans, std::string_view eid)
      : xml_(xml), ids_(ids), text_(text), spans_(std::move(spans)), eid_(eid) {}

  void all(pugi::xml_node content) { lines(content, 0, text_.size()); }

 private:
  // [start, end) are whole lines, but for where a quotation cuts them.
  void lines(pugi::xml_node parent, std::size_t start, std::size_t end) {
    for (std::size_t at = start; at <= end;) {
      // Empty lines go with the line behind them, at the end with the one before.
      const auto word = std::min(text_.find_first_not_of('\n', at), end);
      auto stop = std::min(text_.find('\n', word), end);
      if (text_.find_first_not_of('\n', stop) >= end) stop = end;
      const auto p = AknXml::child(parent, "p");
      at = line(p, at, stop) + 1;
    }
  }

  // Fills a <p> from one line, and from those that a quotation in it goes on over; answers where the last of them ends.
  std::size_t line(pugi::xml_node p, std::size_t start, std::size_t stop) {
    stop = quoting_ ? stop : end_of_run(stop);
    const bool normal = all_normal(text_.substr(start, stop - start)) && quotations_normal(stop);
    if (!normal) {
      p.append_attribute("xml:space").set_value("preserve");
    } else if (preserved_) {
      p.append_attribute("xml:space").set_value("default");
    }
    const bool outer = std::exchange(preserved_, !normal);
    run(p, start, stop, true);
    preserved_ = outer;
    return stop;
  }

  static bool all_normal(std::string_view words) {
    for (std::size_t at = 0; at <= words.size();) {
      const auto stop = std::min(words.find('\n', at), words.size());
      if ((at == stop && !words.empty()) || !is_normal(words.substr(at, stop - at))) return false;
      at = stop + 1;
    }
    return true;
  }

  // A quotation that begins or ends with white space would lose it.
  bool quotations_normal(std::size_t stop) const {
    for (std::size_t i = next_; i < spans_.size() && spans_[i].span.start < stop; ++i) {
      if (!all_normal(spans_[i].span.of(text_))) return false;
    }
    return true;
  }

  // The end of the line that the last quotation beginning before `stop` ends in.
  std::size_t end_of_run(std::size_t stop) const {
    for (std::size_t i = next_; i < spans_.size() && spans_[i].span.start < stop; ++i) {
      if (spans_[i].span.end > stop) stop = std::min(text_.find('\n', spans_[i].span.end), text_.size());
    }
    return stop;
  }

  void run(pugi::xml_node parent, std::size_t at, std::size_t stop, bool line_start) {
    while (!quoting_ && next_ < spans_.size() && spans_[next_].span.start < stop) {
      const auto& quoted = spans_[next_++];
      xml_.text(parent, text_.substr(at, quoted.span.start - at));
      const bool several = quoted.span.of(text_).find('\n') != std::string_view::npos;
      line_start = line_start && at == quoted.span.start;
      const bool structure = line_start && (several || is_rest_of_line(quoted.span.end, stop));
      quote(parent, quoted, structure);
      at = quoted.span.end;
      line_start = false;
      if (!several && !structure) continue;
      if (at == stop) return;
      // What follows belongs to the last line of what is quoted; so do legislation.gov.uk's documents say it.
      auto rest = AknXml::inline_child(parent, "inline");
      rest.append_attribute("name").set_value("appendText");
      return run(rest, at, stop, false);
    }
    xml_.text(parent, text_.substr(at, stop - at));
  }

  // Nothing but marks up to the end of the line: what stands before them is a subdivision.
  bool is_rest_of_line(std::size_t at, std::size_t stop) const {
    for (const char c : text_.substr(at, stop - at)) {
      if (std::string_view(" .,;:)]\"'").find(c) == std::string_view::npos) return false;
    }
    return true;
  }

  void quote(pugi::xml_node parent, const model::QuotedSpan& quoted, bool structure) {
    const auto mod = AknXml::inline_child(parent, "mod");
    const auto mod_id = ids_.unique(eid_ + "__mod_" + std::to_string(++mods_));
    xml_.set(mod, "eId", mod_id);
    if (!quoted.target.empty()) xml_.set(AknXml::inline_child(mod, "ref"), "href", as_uri(quoted.target));
    const auto first_end = std::min(text_.find('\n', quoted.span.start), quoted.span.end);
    const auto quotation = AknXml::inline_child(mod, structure ? "quotedStructure" : "quotedText");
    xml_.set(quotation, "eId", ids_.unique(mod_id + (structure ? "__qstr_1" : "__qtext_1")));
    quoting_ = true;
    if (structure) {
      lines(quotation, quoted.span.start, quoted.span.end);
    } else {
      xml_.text(quotation, text_.substr(quoted.span.start, first_end - quoted.span.start));
      if (first_end < quoted.span.end) {  // it begins in the middle of a line: the lines that follow are a text flow of their own
        auto flow = AknXml::inline_child(quotation, "subFlow");
        flow.append_attribute("name").set_value("quotedLines");
        lines(flow, first_end + 1, quoted.span.end);
      }
    }
    quoting_ = false;
  }

  AknXml& xml_;
  AknIds& ids_;
  std::string_view text_;
  std::vector<model::QuotedSpan> spans_;
  std::string eid_;
  std::size_t next_ = 0;  // span
  int mods_ = 0;
  bool quoting_ = false;
  bool preserved_ = false;  // xml:space of the innermost <p>
};

}  // namespace

void akn_words(AknXml& xml, pugi::xml_node element, std::string_view words) {
  if (!is_normal(words)) element.append_attribute("xml:space").set_value("preserve");
  xml.text(element, words);
}

void akn_text(AknXml& xml, AknIds& ids, pugi::xml_node content, const model::Provision& provision, std::string_view eid) {
  Lines(xml, ids, provision.text, usable(provision), eid).all(content);
}

}  // namespace synoptic::report
