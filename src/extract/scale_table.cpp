#include "extract/scale_table.h"

#include <optional>
#include <string>

namespace synoptic::extract {

namespace {

class Table {
 public:
  Table(const TokenText& text, const SanctionWords& words, std::string_view jurisdiction) : text_(text), words_(words), jurisdiction_(jurisdiction) {}

  std::vector<model::SanctionGroup> read() {
    constexpr std::size_t fewest = 3;
    std::vector<model::SanctionGroup> rows;
    if (!names_a_scale()) return rows;
    bool fine = false;
    for (std::size_t i = 0, line = 0; i < text_.tokens.size(); ++i) {
      if (words_.roles.starts(text_.tokens[i].word)) {
        const RoleMatch role = words_.role(text_, i);
        fine = fine || (role.kind == model::PenaltyKind::Fine && (role.role == Role::Head || role.role == Role::Measured));
      }
      if (text_.tokens[i].kind != TokenKind::Newline && text_.tokens[i].kind != TokenKind::End) continue;
      if (auto group = fine ? row(line, i, rows.size() + 1) : std::nullopt) rows.push_back(std::move(*group));
      line = i + 1;
    }
    return rows.size() < fewest ? std::vector<model::SanctionGroup>{} : rows;
  }

 private:
  bool names_a_scale() {
    for (std::size_t i = 0; i < text_.tokens.size() && !scale_; ++i) {
      const auto scale = words_.scales.match(text_, i);
      if (scale && words_.scale_table[static_cast<std::size_t>(scale.value)].numbered) scale_ = scale.value;
    }
    return scale_.has_value();
  }

  // "level 2: £500;", "2 £500": nothing but the number, the sum and marks.
  std::optional<model::SanctionGroup> row(std::size_t first, std::size_t last, std::size_t expected) const {
    std::size_t at = first;
    if (const auto scale = words_.scales.match(text_, at)) {
      if (scale.value != *scale_) return std::nullopt;
      at += scale.tokens;
    }
    if (at >= last || text_.tokens[at].kind != TokenKind::Number || text_.tokens[at].of(text_.text) != std::to_string(expected)) return std::nullopt;
    ++at;
    while (at < last && text_.tokens[at].kind == TokenKind::Mark && !words_.quantities.may_start(text_.tokens[at])) ++at;
    const auto sum = words_.quantities.read(text_, at, jurisdiction_);
    if (!sum || !sum->money || sum->end > last) return std::nullopt;
    for (std::size_t i = sum->end; i < last; ++i) {
      if (text_.tokens[i].kind != TokenKind::Mark) return std::nullopt;
    }
    model::Penalty penalty;
    penalty.kind = model::PenaltyKind::Fine;
    penalty.max = model::Amount{sum->hundredths, std::string(sum->unit)};
    penalty.scale = words_.scale_table[static_cast<std::size_t>(*scale_)].name + "-" + std::to_string(expected);
    if (penalty.scale.find(':') == std::string::npos) penalty.scale = std::string(jurisdiction_.substr(0, jurisdiction_.find('-'))) + ":" + penalty.scale;
    penalty.span = {text_.tokens[first].start, text_.tokens[sum->end - 1].end};
    model::SanctionGroup group;
    group.span = penalty.span;
    group.penalties.push_back(std::move(penalty));
    return group;
  }

  const TokenText& text_;
  const SanctionWords& words_;
  std::string_view jurisdiction_;
  std::optional<int> scale_;  // the first numbered scale that the text names
};

}  // namespace

std::vector<model::SanctionGroup> scale_table(const TokenText& text, const SanctionWords& words, std::string_view jurisdiction) {
  return Table(text, words, jurisdiction).read();
}

}  // namespace synoptic::extract
