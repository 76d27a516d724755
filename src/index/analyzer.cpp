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

Run next_run(std::string_view text, std::size_t at) {
  Run run{Class::Other, at, at, 0};
  while (run.end < text.size()) {
    std::size_t next = run.end;
    const auto byte = static_cast<unsigned char>(text[next]);
    const Class kind = byte < 0x80 ? (++next, ascii_classes[byte]) : class_of_wide(base::decode(text, next));
    if (run.length > 0 && kind != run.kind) break;
    run.kind = kind;
    run.end = next;
    ++run.length;
    if (kind == Class::Other || kind == Class::Apostrophe) break;
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

// Digits from run.start on with their groups of three: "15 000" ends behind the last zero. `folded` gets the digits in ASCII.
std::size_t read_number(std::string_view text, const Run& run, std::string& folded) {
  folded = base::fold(text.substr(run.start, run.end - run.start));
  std::size_t end = run.end;
  if (run.length > 3) return end;
  while (end < text.size()) {
    const std::size_t separator = group_separator(text, end);
    if (separator == 0 || end + separator >= text.size()) break;
    const Run group = next_run(text, end + separator);
    if (group.kind != Class::Digit || group.length != 3) break;
    folded += base::fold(text.substr(group.start, group.end - group.start));
    end = group.end;
  }
  return end;
}

const char* snowball_name(std::string_view language) {
  static constexpr std::pair<std::string_view, const char*> names[] = {
      {"ar", "arabic"},  {"ca", "catalan"},   {"da", "danish"},     {"de", "german"},  {"en", "english"}, {"es", "spanish"}, {"eu", "basque"},
      {"fi", "finnish"}, {"fr", "french"},    {"ga", "irish"},      {"hu", "hungarian"}, {"id", "indonesian"}, {"it", "italian"},
      {"lt", "lithuanian"}, {"nb", "norwegian"}, {"ne", "nepali"}, {"nl", "dutch"},   {"nn", "norwegian"}, {"no", "norwegian"},
      {"pt", "portuguese"}, {"ro", "romanian"}, {"ru", "russian"}, {"sv", "swedish"}, {"ta", "tamil"},   {"tr", "turkish"},
  };
  for (const auto& [code, name] : names) {
    if (code == language) return name;
  }
  return "none";
}

}  // namespace

struct Analyzer::Impl {
  struct Entry {
    std::string raw;  // as written
    std::string folded;
    std::string stem;
    std::uint32_t key = 0;     // of the stem
    std::uint32_t number = 0;  // of the stem
    unsigned count = 0;
  };
  // An open hash table: a chain of nodes would cost a miss of the cache more for every word of every text.
  struct Slot {
    std::uint64_t hash = 0;
    Entry* entry = nullptr;
  };

  std::string language;
  bool english = false;
  Xapian::Stem stem;
  std::deque<Entry> entries;
  std::unordered_map<std::string_view, std::uint32_t> stems;  // to their numbers
  std::vector<Slot> slots = std::vector<Slot>(std::size_t{1} << 10);  // a power of two, at most half full
  int shift = 64 - 10;

  Slot& slot(std::string_view raw, std::uint64_t hash) {
    std::size_t i = hash >> shift;
    while (slots[i].entry != nullptr && (slots[i].hash != hash || slots[i].entry->raw != raw)) i = (i + 1) & (slots.size() - 1);
    return slots[i];
  }

  Entry& look_up(std::string_view raw) {
    const std::uint64_t hash = base::WordKey::of(raw).hash;
    if (Entry* known = slot(raw, hash).entry; known != nullptr) return *known;
    std::string folded = base::fold(raw);
    // Folding leaves spaced forms of some letters; nothing but a word may become a term.
    std::erase_if(folded, [](char c) { return c == ' ' || c == '\''; });
    if (folded.size() > longest_word) folded.resize(longest_word);
    std::string stemmed = folded.empty() ? std::string() : stem(english ? std::string(singular_of(folded)) : folded);
    return add({.raw = std::string(raw), .folded = std::move(folded), .stem = std::move(stemmed)}, hash);
  }

  Entry& look_up_number(std::string_view raw, const std::string& digits) {
    const std::uint64_t hash = base::WordKey::of(raw).hash;
    if (Entry* known = slot(raw, hash).entry; known != nullptr) return *known;
    return add({.raw = std::string(raw), .folded = digits.substr(0, longest_word), .stem = digits.substr(0, longest_word)}, hash);
  }

  Entry& add(Entry&& entry, std::uint64_t hash) {
    if (2 * (entries.size() + 1) > slots.size()) {
      std::vector<Slot> old(2 * slots.size());
      old.swap(slots);
      --shift;
      for (const Slot& known : old) {
        if (known.entry != nullptr) slot(known.entry->raw, known.hash) = known;
      }
    }
    Entry& added = entries.emplace_back(std::move(entry));
    added.key = WordOrder::key(added.stem);
    added.number = stems.try_emplace(added.stem, static_cast<std::uint32_t>(stems.size())).first->second;
    slot(added.raw, hash) = {hash, &added};
    return added;
  }

  void forget() {
    stems.clear();
    entries.clear();
    slots.assign(slots.size(), {});
  }
};

Analyzer::Analyzer(std::string_view language) : impl_(std::make_unique<Impl>()) {
  impl_->language = language;
  impl_->english = language.substr(0, language.find('-')) == "en";
  impl_->stem = Xapian::Stem(snowball_name(language.substr(0, language.find('-'))));
}
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;
Analyzer::~Analyzer() = default;

const std::string& Analyzer::language() const { return impl_->language; }

void Analyzer::words(std::string_view text, std::vector<Word>& out) {
  out.clear();
  if (impl_->entries.size() > most_words) impl_->forget();
  bool behind_apostrophe = false;  // and in front of that a word
  std::string digits;
  for (std::size_t at = 0; at < text.size();) {
    const Run run = next_run(text, at);
    at = run.end;
    if (run.kind == Class::Digit) {
      at = read_number(text, run, digits);
      auto& entry = impl_->look_up_number(text.substr(run.start, at - run.start), digits);
      out.push_back({entry.stem, entry.folded, {run.start, at}, entry.key, entry.number});
      behind_apostrophe = false;
      continue;
    }
    if (run.kind != Class::Letter) {
      behind_apostrophe = run.kind == Class::Apostrophe && !out.empty() && out.back().span.end == run.start;
      continue;
    }
    // "l'", "d'", "qu'": an elided particle is no word; "'s" is none either.
    if (run.length <= 2 && at < text.size() && next_run(text, at).kind == Class::Apostrophe) {
      const Run apostrophe = next_run(text, at);
      if (apostrophe.end < text.size() && next_run(text, apostrophe.end).kind == Class::Letter) {
        at = apostrophe.end;
        behind_apostrophe = false;
        continue;
      }
    }
    const bool possessive = behind_apostrophe && run.length == 1;
    behind_apostrophe = false;
    if (possessive) continue;
    auto& entry = impl_->look_up(text.substr(run.start, run.end - run.start));
    if (entry.stem.empty()) continue;
    ++entry.count;
    out.push_back({entry.stem, entry.folded, {run.start, run.end}, entry.key, entry.number});
  }
}

std::vector<Word> Analyzer::words(std::string_view text) {
  std::vector<Word> out;
  words(text, out);
  return out;
}

std::vector<Analyzer::Seen> Analyzer::seen() const {
  std::unordered_map<std::string_view, unsigned> counts;
  for (const auto& entry : impl_->entries) {
    if (entry.count > 0) counts[entry.folded] += entry.count;
  }
  std::vector<Seen> all;
  all.reserve(counts.size());
  for (const auto& [folded, count] : counts) all.push_back({folded, count});
  std::sort(all.begin(), all.end(), [](const Seen& a, const Seen& b) { return a.folded < b.folded; });
  return all;
}

}  // namespace synoptic::index
