#include "index/analyzer.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <deque>
#include <unordered_map>

#include <unicode/uchar.h>
#include <xapian.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "base/word_key.h"
#include "index/irregular_plurals.h"
#include "index/word_order.h"

namespace synoptic::index {

namespace {

constexpr std::size_t longest_word = 64;            // bytes, folded; longer ones are no words of law
constexpr std::size_t most_words = std::size_t{1} << 20;  // kept at once; beyond that the cache starts anew

enum class Class : unsigned char { Other, Letter, Digit, Apostrophe };

constexpr Class class_of_ascii(char c) {
  if (base::ascii::is_letter(c)) return Class::Letter;
  if (base::ascii::is_digit(c)) return Class::Digit;
  return c == '\'' ? Class::Apostrophe : Class::Other;
}

Class class_of_wide(char32_t c) {
  if (c >= 0xC0 && c <= 0x24F) return c == 0xD7 || c == 0xF7 ? Class::Other : Class::Letter;
  if (c == 0x2019 || c == 0x2018 || c == 0x02BC) return Class::Apostrophe;
  if (c >= 0x2000 && c <= 0x206F) return c == 0x200C || c == 0x200D ? Class::Letter : Class::Other;  // joiners stand inside words
  const auto type = u_charType(static_cast<UChar32>(c));
  if (type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK) return Class::Letter;
  if (type == U_DECIMAL_DIGIT_NUMBER) return Class::Digit;
  return u_isalpha(static_cast<UChar32>(c)) != 0 || u_charType(static_cast<UChar32>(c)) == U_LETTER_NUMBER ? Class::Letter : Class::Other;
}

constexpr std::array<Class, 128> make_ascii() {
  std::array<Class, 128> classes{};
  for (std::size_t i = 0; i < classes.size(); ++i) classes[i] = class_of_ascii(static_cast<char>(i));
  return classes;
}
constexpr auto ascii_classes = make_ascii();

// A run of one class: letters, digits, or a single other code point.
struct Run {
  Class kind = Class::Other;
  std::size_t start = 0;
  std::size_t end = 0;
  std::size_t length = 0;  // code points
};

bool is_alone(Class kind) { return kind == Class::Other || kind == Class::Apostrophe; }

// Where the bytes of one class that begin at `at` end, as far as they are ASCII.
std::size_t end_of_ascii(std::string_view text, std::size_t at, Class kind) {
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80 && ascii_classes[static_cast<unsigned char>(text[at])] == kind) ++at;
  return at;
}

Run next_run(std::string_view text, std::size_t at) {
  Run run{Class::Other, at, at, 0};
  if (const auto byte = static_cast<unsigned char>(text[at]); byte < 0x80) {
    run.kind = ascii_classes[byte];
    run.end = is_alone(run.kind) ? at + 1 : end_of_ascii(text, at + 1, run.kind);
    run.length = run.end - at;
    if (is_alone(run.kind)) return run;
  }
  while (run.end < text.size()) {
    std::size_t next = run.end;
    const auto byte = static_cast<unsigned char>(text[next]);
    const Class kind = byte < 0x80 ? (++next, ascii_classes[byte]) : class_of_wide(base::decode(text, next));
    if (run.length > 0 && kind != run.kind) break;
    run.kind = kind;
    run.end = next;
    ++run.length;
    if (is_alone(kind)) break;
  }
  return run;
}

// The separators that may stand between the groups of three digits of a number.
std::size_t group_separator(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == ' ' || c == ',' || c == '.') return 1;
  if (text.substr(at).starts_with("\u00A0")) return 2;
  if (text.substr(at).starts_with("\u202F") || text.substr(at).starts_with("\u2009")) return 3;
  return 0;
}

// Where the digits of `run` end with their groups of three: "15 000" behind the last zero.
std::size_t end_of_number(std::string_view text, const Run& run) {
  std::size_t end = run.end;
  if (run.length > 3) return end;
  while (end < text.size()) {
    const std::size_t separator = group_separator(text, end);
    if (separator == 0 || end + separator >= text.size()) break;
    const Run group = next_run(text, end + separator);
    if (group.kind != Class::Digit || group.length != 3) break;
    end = group.end;
  }
  return end;
}

// The digits of a number in ASCII, without what stands between its groups: "15 000" -> "15000"
std::string digits_of(std::string_view number) {
  std::string digits;
  for (std::size_t at = 0; at < number.size();) {
    const Run run = next_run(number, at);
    at = run.end;
    if (run.kind == Class::Digit) digits += base::fold(number.substr(run.start, run.end - run.start));
  }
  return digits;
}

const char* snowball_name(std::string_view language) {
  static constexpr auto names = std::to_array<std::pair<std::string_view, const char*>>({
      {"ar", "arabic"},  {"ca", "catalan"},   {"da", "danish"},     {"de", "german"},  {"en", "english"}, {"es", "spanish"}, {"eu", "basque"},
      {"fi", "finnish"}, {"fr", "french"},    {"ga", "irish"},      {"hu", "hungarian"}, {"id", "indonesian"}, {"it", "italian"},
      {"lt", "lithuanian"}, {"nb", "norwegian"}, {"ne", "nepali"}, {"nl", "dutch"},   {"nn", "norwegian"}, {"no", "norwegian"},
      {"pt", "portuguese"}, {"ro", "romanian"}, {"ru", "russian"}, {"sv", "swedish"}, {"ta", "tamil"},   {"tr", "turkish"},
  });
  for (const auto& [code, name] : names) {
    if (code == language) return name;
  }
  return "none";
}

}  // namespace

struct Analyzer::Impl {
  static constexpr StemNumber no_stem = ~StemNumber{0};

  struct Entry {
    std::string raw;  // as written
    std::string folded;
    StemNumber stem = no_stem;
    bool spelt = false;  // a word, no number
  };
  struct Stem {
    std::string text;
    std::uint32_t key = 0;
  };
  // An open hash table: a chain of nodes would cost a miss of the cache more for every word of every text. What a short word needs is all here.
  struct Slot {
    std::uint64_t head = 0;  // of the word's key
    std::uint32_t entry = 0;  // its number and one; 0: free
    StemNumber stem = no_stem;
  };

  std::string language;
  bool english = false;
  Xapian::Stem snowball;
  std::deque<Entry> entries;
  std::vector<unsigned> counts;  // of each entry: how often it was met
  std::deque<Stem> stems;
  std::unordered_map<std::string_view, StemNumber> numbers;  // of stems
  std::vector<Slot> slots = std::vector<Slot>(std::size_t{1} << 10);  // a power of two, at most half full
  int shift = 64 - 10;

  // Where a word is, or would be. A short one is told by its head alone, since no letter or digit is a byte as low as its count of bytes.
  Slot& slot(std::string_view raw, const base::WordKey& key) {
    std::size_t i = key.hash >> shift;
    while (slots[i].entry != 0 && (slots[i].head != key.head || !(raw.size() < 8 || entries[slots[i].entry - 1].raw == raw))) i = (i + 1) & (slots.size() - 1);
    return slots[i];
  }

  const Slot& look_up(std::string_view text, const Run& run, std::size_t end) {
    const std::string_view raw = text.substr(run.start, end - run.start);
    const auto key = base::WordKey::within(text, run.start, raw.size());
    const Slot& known = slot(raw, key);
    if (known.entry != 0) return known;
    return add(run.kind == Class::Digit ? number_entry(raw) : word_entry(raw), key);
  }

  Entry word_entry(std::string_view raw) {
    std::string folded = base::fold(raw);
    // Folding leaves spaced forms of some letters; nothing but a word may become a term.
    std::erase_if(folded, [](char c) { return c == ' ' || c == '\''; });
    if (folded.size() > longest_word) folded.resize(longest_word);
    const StemNumber stem = folded.empty() ? no_stem : number_of(snowball(english ? std::string(singular_of(folded)) : folded));
    return {.raw = std::string(raw), .folded = std::move(folded), .stem = stem, .spelt = true};
  }

  Entry number_entry(std::string_view raw) {
    const std::string digits = digits_of(raw).substr(0, longest_word);
    return {.raw = std::string(raw), .folded = digits, .stem = number_of(digits)};
  }

  StemNumber number_of(const std::string& stem) {
    if (stem.empty()) return no_stem;
    if (const auto known = numbers.find(stem); known != numbers.end()) return known->second;
    const auto& kept = stems.emplace_back(Stem{stem, WordOrder::key(stem)});
    return numbers.emplace(kept.text, static_cast<StemNumber>(numbers.size())).first->second;
  }

  const Slot& add(Entry&& entry, const base::WordKey& key) {
    if (2 * (entries.size() + 1) > slots.size()) {
      std::vector<Slot> old(2 * slots.size());
      old.swap(slots);
      --shift;
      for (const Slot& known : old) {
        if (known.entry == 0) continue;
        const std::string_view raw = entries[known.entry - 1].raw;
        slot(raw, base::WordKey::of(raw)) = known;
      }
    }
    const Entry& added = entries.emplace_back(std::move(entry));
    counts.push_back(0);
    Slot& place = slot(added.raw, key);
    place = {key.head, static_cast<std::uint32_t>(entries.size()), added.stem};
    return place;
  }

  void forget() {
    numbers.clear();
    stems.clear();
    entries.clear();
    counts.clear();
    slots.assign(slots.size(), {});
  }

  // Tells `word` each word of a text: its slot and where it stands.
  template <class Told>
  void each_word(std::string_view text, const Told& word);
};

template <class Told>
void Analyzer::Impl::each_word(std::string_view text, const Told& word) {
  bool behind_apostrophe = false;  // and in front of that a word
  std::size_t end_of_last = 0;     // word
  for (std::size_t at = 0; at < text.size();) {
    const Run run = next_run(text, at);
    at = run.end;
    if (is_alone(run.kind)) {
      behind_apostrophe = run.kind == Class::Apostrophe && run.start > 0 && end_of_last == run.start;
      continue;
    }
    if (run.kind == Class::Digit) at = end_of_number(text, run);
    // "l'", "d'", "qu'": an elided particle is no word; "'s" is none either.
    if (run.kind == Class::Letter && run.length <= 2 && at < text.size() && next_run(text, at).kind == Class::Apostrophe) {
      const Run apostrophe = next_run(text, at);
      if (apostrophe.end < text.size() && next_run(text, apostrophe.end).kind == Class::Letter) {
        at = apostrophe.end;
        behind_apostrophe = false;
        continue;
      }
    }
    const bool possessive = run.kind == Class::Letter && behind_apostrophe && run.length == 1;
    behind_apostrophe = false;
    if (possessive) continue;
    const Slot& found = look_up(text, run, at);
    if (found.stem == no_stem) continue;
    ++counts[found.entry - 1];
    end_of_last = at;
    word(found, base::Span{run.start, at});
  }
}

Analyzer::Analyzer(std::string_view language) : impl_(std::make_unique<Impl>()) {
  impl_->language = language;
  impl_->english = language.substr(0, language.find('-')) == "en";
  impl_->snowball = Xapian::Stem(snowball_name(language.substr(0, language.find('-'))));
}
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;
Analyzer::~Analyzer() = default;

const std::string& Analyzer::language() const { return impl_->language; }

void Analyzer::words(std::string_view text, std::vector<Word>& out) {
  out.clear();
  impl_->each_word(text, [&](const Impl::Slot& slot, base::Span span) {
    out.push_back({impl_->stems[slot.stem].text, impl_->entries[slot.entry - 1].folded, span});
  });
}

void Analyzer::stems(std::string_view text, std::vector<StemNumber>& out) {
  out.clear();
  impl_->each_word(text, [&](const Impl::Slot& slot, base::Span) { out.push_back(slot.stem); });
}

void Analyzer::forget_if_full() {
  if (impl_->entries.size() > most_words) impl_->forget();
}

std::string_view Analyzer::stem(StemNumber number) const { return impl_->stems[number].text; }
std::uint32_t Analyzer::stem_key(StemNumber number) const { return impl_->stems[number].key; }

std::vector<Word> Analyzer::words(std::string_view text) {
  std::vector<Word> out;
  words(text, out);
  return out;
}

std::vector<Analyzer::Seen> Analyzer::seen() const {
  std::unordered_map<std::string_view, unsigned> counts;
  for (std::size_t i = 0; i < impl_->entries.size(); ++i) {
    if (impl_->entries[i].spelt && impl_->counts[i] > 0) counts[impl_->entries[i].folded] += impl_->counts[i];
  }
  std::vector<Seen> all;
  all.reserve(counts.size());
  for (const auto& [folded, count] : counts) all.push_back({folded, count});
  std::sort(all.begin(), all.end(), [](const Seen& a, const Seen& b) { return a.folded < b.folded; });
  return all;
}

}  // namespace synoptic::index
