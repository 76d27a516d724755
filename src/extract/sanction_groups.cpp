#include "extract/sanction_groups.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace synoptic::extract {

namespace {

constexpr std::size_t most_alternatives = 32;  // of one list: hostile text must not multiply

// What a subdivision says, once its own lists are resolved.
struct Said {
  std::vector<Draft> drafts;
  bool both = false;
  bool conditioned = false;  // begins with a condition or a mode
  Link last = Link::None;
  bool unfinished = false;
  bool listed = false;  // its penalties stand in a list
};

class Assembler {
 public:
  Assembler(const TokenText& text, const SanctionWords& words, std::string_view jurisdiction)
      : text_(text), words_(words), scene_(words.scene(text, jurisdiction)), outline_(outline(text, words)) {}

  std::vector<Draft> run() { return read_node(0, {}).drafts; }

 private:
  using Pieces = std::vector<Outline::Piece>;

  Said read_node(int index, ClauseState state) {
    const Pieces& pieces = outline_.nodes[static_cast<std::size_t>(index)].pieces;
    Said said;
    std::vector<Draft> open;  // of the sentence before a list, which the list may go on with
    for (std::size_t i = 0; i < pieces.size();) {
      if (pieces[i].node >= 0) {
        std::size_t end = i;
        while (end < pieces.size() && pieces[end].node >= 0) ++end;
        read_list(pieces, i, end, state, open, said);
        if (end < pieces.size()) read_tail(pieces[end], state, open, said);
        i = end + (end < pieces.size() ? 1 : 0);
        continue;  // what was open before the list is closed or has been read on by its tail
      }
      flush(open, said);
      open = read_text(pieces[i], i == 0, state, said);
      ++i;
    }
    flush(open, said);
    return said;
  }

  static void flush(std::vector<Draft>& open, Said& said) {
    std::move(open.begin(), open.end(), std::back_inserter(said.drafts));
    open.clear();
  }

  // Reads a run of text; the last draft stays open if its sentence does.
  std::vector<Draft> read_text(const Outline::Piece& piece, bool first, ClauseState& state, Said& said) {
    Clauses clauses = read_clauses(text_, piece.first, piece.last, words_, scene_, state);
    std::vector<Draft> open;
    if (clauses.unfinished && !clauses.recued && !clauses.drafts.empty()) {
      open.push_back(std::move(clauses.drafts.back()));
      clauses.drafts.pop_back();
    }
    flush(clauses.drafts, said);
    state = clauses.state;
    said.both |= clauses.both;
    said.last = clauses.last;
    said.unfinished = clauses.unfinished;
    if (first) said.conditioned = clauses.item_condition;
    return open;
  }

  void read_list(const Pieces& pieces, std::size_t from, std::size_t to, ClauseState& given, std::vector<Draft>& open, Said& said) {
    const ClauseState state = given;
    std::vector<Said> items;
    for (std::size_t i = from; i < to; ++i) items.push_back(read_node(pieces[i].node, state));
    said.unfinished = items.back().unfinished;
    if (!said.unfinished) given = {};
    const bool penal = std::any_of(items.begin(), items.end(), [](const Said& item) { return !item.drafts.empty(); });
    said.listed |= penal;
    if (!penal) {
      if (!items.empty()) said.both |= items.back().both;
      return;
    }
    const bool own = std::any_of(items.begin(), items.end(), [](const Said& item) {
      return std::any_of(item.drafts.begin(), item.drafts.end(), [](const Draft& draft) { return draft.own_cue; });
    });
    if ((!own || state.complements) && state.open && is_choice(items, state)) {
      std::vector<Draft> choice = combine(items, state);
      if (!open.empty()) choice = attach(open.front(), choice);
      open = std::move(choice);
      return;
    }
    std::vector<Draft> tracks;
    bool both = false;
    for (Said& item : items) {
      both |= item.both;
      std::move(item.drafts.begin(), item.drafts.end(), std::back_inserter(tracks));
    }
    if (!open.empty() && !own && state.open) {
      tracks = attach(open.front(), tracks);
    } else {
      flush(open, said);
    }
    if (both) mark_both(tracks);
    open = std::move(tracks);
  }

  // The words behind a list: "or both fined and imprisoned", or the end of a sentence whose list held conduct only.
  void read_tail(const Outline::Piece& piece, ClauseState& state, std::vector<Draft>& open, Said& said) {
    Clauses clauses = read_clauses(text_, piece.first, piece.last, words_, scene_, state);
    if (clauses.both) mark_both(open);
    flush(open, said);
    if (clauses.unfinished && !clauses.drafts.empty()) {
      open.push_back(std::move(clauses.drafts.back()));
      clauses.drafts.pop_back();
    }
    flush(clauses.drafts, said);
    state = clauses.state;
    said.unfinished = clauses.unfinished;
    said.last = clauses.last;
  }

  static void mark_both(std::vector<Draft>& drafts) {
    for (Draft& draft : drafts) draft.both |= draft.penalties.size() > 1;
  }

  // Items that each name a penalty or so to choose from, and not the case in which each applies.
  static bool is_choice(const std::vector<Said>& items, const ClauseState& state) {
    bool both = false;
    bool several = false;
    bool limited = false;
    bool bare = true;  // no amounts at all: a list of names
    std::set<model::PenaltyKind> kinds;
    std::size_t penal = 0;
    for (const Said& item : items) {
      both |= item.both;
      limited |= item.conditioned;
      if (item.drafts.empty()) continue;
      ++penal;
      for (const Draft& draft : item.drafts) {
        several |= draft.penalties.size() > 1;
        for (const model::Penalty& penalty : draft.penalties) bare &= !penalty.min && !penalty.max && penalty.scale.empty();
        limited |= item.drafts.size() == 1 && (draft.condition.has_value() || draft.residue) && draft.condition != state.condition;
      }
      kinds.insert(item.drafts.front().penalties.front().kind);
    }
    // "Minor penalties: (a) ..., (b) ...": lists of their own under a common announcement
    // "the following penalties: (1) for the first conviction, by a fine or by imprisonment, or both; (2) ...": a track each
    const bool tracks = penal > 1 && std::all_of(items.begin(), items.end(), [](const Said& item) { return item.drafts.empty() || item.drafts.front().both; });
    if (state.lists && tracks) return false;
    if (state.lists) return !std::all_of(items.begin(), items.end(), [](const Said& item) { return item.listed && !item.drafts.empty() && item.drafts.front().penalties.size() > 1; });
    return both || (!limited && !several && (bare || kinds.size() == penal));
  }

  // One draft for each way to take one alternative from every item.
  static std::vector<Draft> combine(std::vector<Said>& items, const ClauseState& state) {
    std::vector<Draft> result(1);
    bool both = state.complements;
    Link link = Link::None;
    for (const Said& item : items) {
      both |= item.both;
      if (item.last != Link::None) link = item.last;
      if (item.drafts.empty()) continue;
      const bool alternatives = item.drafts.size() > 1 && !state.lists;
      std::vector<Draft> longer;
      for (const Draft& base : result) {
        Draft extended = base;
        for (const Draft& draft : item.drafts) {
          if (alternatives) extended = base;
          append(extended, draft);
          if (alternatives && longer.size() < most_alternatives) longer.push_back(extended);
        }
        if (!alternatives) longer.push_back(extended);
      }
      result = std::move(longer);
    }
    for (Draft& draft : result) {
      draft.both |= both;
      draft.complements = state.complements;
      const bool service = std::all_of(draft.penalties.begin(), draft.penalties.end(), [](const model::Penalty& penalty) { return penalty.kind == model::PenaltyKind::Employment; });
      if (link == Link::None && service) link = Link::Or;  // an employer picks one of the sanctions that a list names
      if (link != Link::None) std::fill(draft.links.begin(), draft.links.end(), link);
    }
    return result;
  }

  static void append(Draft& draft, const Draft& more) {
    if (draft.penalties.empty()) {
      draft = more;
      return;
    }
    draft.links.push_back(more.before);
    draft.links.insert(draft.links.end(), more.links.begin(), more.links.end());
    draft.penalties.insert(draft.penalties.end(), more.penalties.begin(), more.penalties.end());
    if (more.condition) draft.condition = more.condition;
    draft.residue |= more.residue;
    draft.both |= more.both;
  }

  // The penalties before a list go with each track of it.
  static std::vector<Draft> attach(const Draft& base, const std::vector<Draft>& tracks) {
    std::vector<Draft> result;
    for (const Draft& track : tracks) {
      Draft joined = base;
      append(joined, track);
      if (track.mode != model::Mode::Any) joined.mode = track.mode;
      result.push_back(std::move(joined));
    }
    return result;
  }

  const TokenText& text_;
  const SanctionWords& words_;
  Scene scene_;
  Outline outline_;
};

// A transitional amount belongs to the track whose amount it replaces, else to summary conviction, whose limits such rules are about.
void place_transitional(std::vector<Draft>& drafts) {
  for (Draft& draft : drafts) {
    if (!draft.transitional || draft.mode != model::Mode::Any || draft.penalties.empty()) continue;
    const auto kind = draft.penalties.front().kind;
    const auto replaced = [&](const Draft& other, bool exact) {
      return !other.transitional && other.mode != model::Mode::Any && std::any_of(other.penalties.begin(), other.penalties.end(), [&](const model::Penalty& penalty) {
        return penalty.kind == kind && (exact ? penalty.max && penalty.max == draft.instead_of : other.mode == model::Mode::Summary);
      });
    };
    auto found = std::find_if(drafts.begin(), drafts.end(), [&](const Draft& other) { return replaced(other, true); });
    if (found == drafts.end()) found = std::find_if(drafts.begin(), drafts.end(), [&](const Draft& other) { return replaced(other, false); });
    if (found != drafts.end()) draft.mode = found->mode;
  }
}

// "amende forfaitaire", "minorée", "majorée": sentences of one group, of which one amount is paid.
void merge_fixed(std::vector<Draft>& drafts) {
  const auto fixed = [](const Draft& draft) {
    return draft.mode == model::Mode::Any && std::all_of(draft.penalties.begin(), draft.penalties.end(), [](const model::Penalty& penalty) {
             return penalty.kind == model::PenaltyKind::FixedFine && penalty.scale.empty();
           });
  };
  std::vector<Draft> merged;
  for (Draft& draft : drafts) {
    if (!merged.empty() && fixed(draft) && fixed(merged.back())) {
      Draft& before = merged.back();
      before.penalties.insert(before.penalties.end(), draft.penalties.begin(), draft.penalties.end());
    } else {
      merged.push_back(std::move(draft));
    }
    if (fixed(merged.back())) merged.back().links.assign(merged.back().penalties.size() - 1, Link::Or);
  }
  drafts = std::move(merged);
}

// "Le montant de l'amende ne peut excéder 3 000 euros": the size of the fine that the sentence before names without one.
void merge_sizes(std::vector<Draft>& drafts) {
  const auto money = [](model::PenaltyKind kind) { return kind == model::PenaltyKind::Fine || kind == model::PenaltyKind::CivilPenalty || kind == model::PenaltyKind::FixedFine; };
  std::vector<Draft> merged;
  for (Draft& draft : drafts) {
    model::Penalty* before = merged.empty() ? nullptr : &merged.back().penalties.back();
    const bool bare = before != nullptr && money(before->kind) && !before->min && !before->max && before->scale.empty();
    if (draft.sizes && draft.penalties.size() == 1 && !draft.condition && bare && money(draft.penalties.front().kind)) {
      before->min = draft.penalties.front().min;
      before->max = draft.penalties.front().max;
      before->scale = draft.penalties.front().scale;
    } else {
      merged.push_back(std::move(draft));
    }
  }
  drafts = std::move(merged);
}

// "Illustration": examples tell what the provision has said, to a line that goes on with the provision.
std::vector<base::Span> illustrations(const TokenText& text, const SanctionWords& words) {
  std::vector<base::Span> found;
  bool open = false;
  for (std::size_t i = 0; i + 1 < text.tokens.size(); ++i) {
    if (i > 0 && text.tokens[i - 1].kind != TokenKind::Newline) continue;
    if (words.illustration.match(text, i)) {
      found.push_back({text.tokens[i].start, text.text.size()});
      open = true;
    } else if (open && (words.illustration_end.match(text, i) || (text.tokens[i].word == words.open && text.tokens[i + 1].kind == TokenKind::Number))) {
      found.back().end = text.tokens[i].start;
      open = false;
    }
  }
  return found;
}

// Penalties of examples, and duties to give back where nobody was punished before.
void drop_untold(std::vector<Draft>& drafts, const TokenText& text, const SanctionWords& words) {
  const auto examples = illustrations(text, words);
  const auto exemplary = [&](const Draft& draft) {
    return std::any_of(examples.begin(), examples.end(), [&](const base::Span& span) { return span.contains(draft.penalties.front().span.start); });
  };
  std::erase_if(drafts, exemplary);
  while (!drafts.empty() && drafts.front().beside) drafts.erase(drafts.begin());
}

model::Join join_of(const Draft& draft) {
  if (draft.penalties.size() < 2) return model::Join::None;
  if (draft.both || draft.complements) return model::Join::AndOr;
  const auto service = [](const model::Penalty& penalty) { return penalty.kind == model::PenaltyKind::Employment; };
  if (draft.listed && std::any_of(draft.penalties.begin(), draft.penalties.end(), service)) return model::Join::Or;  // one of them is picked
  bool either = false;
  bool all = false;
  for (const Link link : draft.links) {
    if (link == Link::AndOr) return model::Join::AndOr;
    either |= link == Link::Or;
    all |= link == Link::And;
  }
  return either && !all ? model::Join::Or : model::Join::And;
}

// The token behind the label and the condition with which a line begins ("4° bis Lorsqu'ils ..."), and where its condition begins.
std::optional<std::size_t> condition_of_item(const TokenText& text, const SanctionWords& words, std::size_t line) {
  constexpr std::size_t longest_label = 4;
  for (std::size_t at = line; at < text.tokens.size() && at <= line + longest_label; ++at) {
    const auto kind = text.tokens[at].kind;
    if (kind == TokenKind::Newline || kind == TokenKind::End) break;
    if (words.role(text, at).role == Role::Condition) return at == line ? std::nullopt : std::optional(at);
  }
  return std::nullopt;
}

// "sont punis de deux ans d'emprisonnement : / 1° Lorsque ... ; / 2° Lorsque ...": the list of the cases in which the penalty before it applies,
// from the first conditional word to the end of the last item.
std::optional<base::Span> cases_behind(const TokenText& text, const SanctionWords& words, std::size_t penalty_end) {
  const auto by_start = [](const Token& token, std::size_t byte) { return token.start < byte; };
  auto at = static_cast<std::size_t>(std::lower_bound(text.tokens.begin(), text.tokens.end(), penalty_end, by_start) - text.tokens.begin());
  if (at + 2 >= text.tokens.size() || text.tokens[at].word != words.colon || text.tokens[at + 1].kind != TokenKind::Newline) return std::nullopt;
  std::optional<base::Span> cases;
  for (at += 2; at < text.tokens.size();) {
    const auto condition = condition_of_item(text, words, at);
    if (!condition) break;
    const std::size_t start = cases ? cases->start : text.tokens[*condition].start;
    while (text.tokens[at].kind != TokenKind::Newline && text.tokens[at].kind != TokenKind::End) ++at;
    cases = base::Span{start, text.tokens[at - 1].end};
    ++at;
  }
  return cases;
}

// "If the accused is found guilty, the authority may impose": every penalty asks for that.
bool says_only_guilt(const TokenText& text, const SanctionWords& words, const base::Span& condition) {
  constexpr std::size_t longest = 16;  // a long condition has more to say
  const auto first = std::lower_bound(text.tokens.begin(), text.tokens.end(), condition.start, [](const Token& token, std::size_t byte) { return token.start < byte; });
  bool guilt = false;
  std::size_t count = 0;
  for (auto token = first; token != text.tokens.end() && token->start < condition.end; ++token, ++count) {
    const auto at = static_cast<std::size_t>(token - text.tokens.begin());
    if (words.repeats.match(text, at)) return false;
    if (words.guilt.match(text, at)) {
      guilt = count < longest;
      if (guilt) break;
    }
  }
  return guilt;
}

}  // namespace

std::vector<model::SanctionGroup> sanction_groups(const TokenText& text, const SanctionWords& words, std::string_view jurisdiction) {
  std::vector<model::SanctionGroup> groups;
  std::vector<Draft> drafts = Assembler(text, words, jurisdiction).run();
  drop_untold(drafts, text, words);
  if (drafts.empty()) return groups;
  const base::Span amendment = words.amendment(text);
  place_transitional(drafts);
  merge_sizes(drafts);
  merge_fixed(drafts);
  for (Draft& draft : drafts) {
    model::SanctionGroup group;
    group.mode = draft.mode;
    if (!draft.condition && !draft.residue && !draft.complements) draft.condition = cases_behind(text, words, draft.penalties.back().span.end);
    if (draft.condition && !draft.residue && !says_only_guilt(text, words, *draft.condition)) group.circumstance = std::string(draft.condition->of(text.text));
    group.join = join_of(draft);
    group.span = {draft.penalties.front().span.start, draft.penalties.back().span.end};
    group.quoted = amendment.contains(group.span.start);
    group.penalties = std::move(draft.penalties);
    if (draft.also != model::Mode::Any) {
      groups.push_back(group);
      groups.back().mode = draft.also;
    }
    groups.push_back(std::move(group));
  }
  return groups;
}

}  // namespace synoptic::extract
