#include "read/quoted_lines.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "base/utf8.h"
#include "read/drafting_words.h"

namespace synoptic::read {

namespace {

constexpr std::string_view opening_mark = "“";
constexpr std::string_view closing_mark = "”";
// What may follow the mark that closes an amendment of one line.
constexpr std::array<std::string_view, 9> behind_amendment{"", ".", ",", ";", ".,", ", and", ", or", "; and", "; or"};

struct MarkPlace {
  std::size_t line = 0;
  std::size_t byte = 0;
};

// From a mark to behind its partner.
struct MarkedWords {
  MarkPlace from, to;
};

class MarkMatcher {
 public:
  explicit MarkMatcher(const std::vector<std::string>& lines) : lines_(lines) {}

  std::vector<MarkedWords> run() {
    for (std::size_t line = 0; line < lines_.size(); ++line) {
      const auto depth = open_.size();
      const bool goes_on = !open_.empty() && open_.back().byte == 0;
      marks(line);
      // A paragraph of a quotation may repeat the mark that began it.
      if (goes_on && open_.size() > depth && open_[depth].line == line && open_[depth].byte == 0) open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(depth));
      amends_ = amends_ || amends(anglo_drafting, lines_[line]);
    }
    std::sort(found_.begin(), found_.end(), [](const MarkedWords& a, const MarkedWords& b) { return before(a.from, b.from); });
    return std::move(found_);
  }

  static bool before(const MarkPlace& a, const MarkPlace& b) { return a.line != b.line ? a.line < b.line : a.byte < b.byte; }

 private:
  void marks(std::size_t line) {
    const std::string_view words = lines_[line];
    constexpr std::size_t lead = 2;  // bytes that both marks begin with
    const auto shared = opening_mark.substr(0, lead);
    for (auto at = words.find(shared); at != std::string_view::npos; at = words.find(shared, at + lead)) {
      const auto rest = words.substr(at);
      if (rest.starts_with(opening_mark)) open_.push_back({line, at});
      if (!rest.starts_with(closing_mark) || open_.empty()) continue;
      auto from = open_.back();
      open_.pop_back();
      const auto end = at + closing_mark.size();
      const bool amendment = is_amendment(from, line, words.substr(end));
      if (amendment && repeats(from)) {
        from = open_.back();
        open_.pop_back();
      }
      if (amends_ && amendment) found_.push_back({from, {line, end}});
    }
  }

  // The mark at the start of a line says again that what it stands in is a quotation.
  bool repeats(const MarkPlace& mark) const { return mark.byte == 0 && !open_.empty() && open_.back().byte == 0; }

  static bool is_amendment(const MarkPlace& from, std::size_t line, std::string_view behind) {
    if (from.line != line) return true;
    return from.byte == 0 && std::find(behind_amendment.begin(), behind_amendment.end(), base::trim(behind)) != behind_amendment.end();
  }

  const std::vector<std::string>& lines_;
  std::vector<MarkPlace> open_;
  std::vector<MarkedWords> found_;
  bool amends_ = false;  // words that amend stand in a line above
};

}  // namespace

void add_quoted_lines(const std::vector<std::string>& lines, TextBuilder& builder) {
  const auto quoted = MarkMatcher(lines).run();
  auto next = quoted.begin();
  MarkPlace done;  // what is quoted ends here
  for (std::size_t line = 0; line < lines.size(); ++line) {
    const std::string_view words = lines[line];
    builder.line();
    std::size_t at = 0;
    const auto up_to = [&](std::size_t byte) {
      builder.text(words.substr(at, byte - at));
      at = byte;
    };
    while (true) {
      if (builder.in_quote()) {
        if (done.line != line) break;
        up_to(done.byte);
        builder.end_quote();
      }
      while (next != quoted.end() && MarkMatcher::before(next->from, {line, at})) ++next;  // inside the one before
      if (next == quoted.end() || next->from.line != line) break;
      up_to(next->from.byte);
      builder.begin_quote();
      done = next->to;
      ++next;
    }
    up_to(words.size());
  }
  if (builder.in_quote()) builder.end_quote();
}

}  // namespace synoptic::read
