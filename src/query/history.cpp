#include "query/history.h"

#include <algorithm>
#include <set>

#include "query/own_facts.h"
#include "query/version_choice.h"

namespace synoptic::query {

namespace {

using Kind = HistoryStep::Kind;

bool has_ended(const model::Provision& provision) { return provision.status == model::Status::Repealed || provision.status == model::Status::Expired; }

// The last day that a text is known to have stood on.
base::Date last_known(const model::Provision& provision) {
  if (provision.valid_to) return *provision.valid_to;
  const auto seen = base::Date::parse(provision.iri.version);
  const auto start = *starts_on(provision);
  return seen && *seen > start ? *seen : start;
}

class Teller {
 public:
  Teller(const extract::Extractor& extractor, ProvisionHistory& out) : extractor_(extractor), out_(out) {}

  // Events come in the order of their days.
  void present(const StoredProvision& text) {
    const auto& provision = text.provision;
    if (has_ended(provision) && !provision.valid_to) return end(provision.valid_from, *starts_on(provision));
    if (current_ && base::same_words(current_->provision.text, provision.text)) {
      step().dates.push_back(provision.iri.version);
      known_ = std::max(known_, last_known(provision));
      current_ = &text;
      return;
    }
    if (current_) end_if_stated(&text);
    begin(text);
  }

  void absent(const base::Date& day) {
    if (current_) end(std::nullopt, day);
    lacking_ = day;
  }

  void finish() {
    if (current_) end_if_stated(nullptr);
  }

 private:
  HistoryStep& step() { return out_.steps.back(); }

  void begin(const StoredProvision& text) {
    const auto& provision = text.provision;
    HistoryStep fresh;
    fresh.kind = current_ ? Kind::Changed : last_ ? Kind::Back : lacking_ ? Kind::New : Kind::First;
    const auto& before = current_ ? std::optional(known_) : lacking_;
    if (provision.valid_from && (fresh.kind == Kind::First || !before || *before < *provision.valid_from)) {
      fresh.on = provision.valid_from;
    } else {
      fresh.after = before;
      fresh.by = starts_on(provision);
    }
    fresh.text = text;
    fresh.dates = {provision.iri.version};
    fresh.facts = own_facts(extractor_, provision);
    if (last_) fresh.changes = fact_changes(last_facts_, last_->provision.text, fresh.facts, provision.text);
    last_facts_ = fresh.facts;
    last_ = current_ = &text;
    known_ = last_known(provision);
    out_.steps.push_back(std::move(fresh));
  }

  void end(std::optional<base::Date> on, const base::Date& by) {
    if (!current_) {
      lacking_ = by;
      return;
    }
    HistoryStep gone;
    gone.kind = Kind::Gone;
    gone.on = on;
    if (!on) {
      gone.after = known_;
      gone.by = by;
    }
    out_.steps.push_back(std::move(gone));
    current_ = nullptr;
    lacking_ = by;
  }

  // A stated end is an end only if the status says so and no text follows on the next day: superseded versions have a last day, too.
  void end_if_stated(const StoredProvision* next) {
    const auto& provision = current_->provision;
    if (!provision.valid_to || !has_ended(provision)) return;
    const auto first_without = provision.valid_to->next();
    const auto start = next != nullptr ? starts_on(next->provision) : std::nullopt;
    if ((start && !(first_without < *start)) || base::Date::today() < first_without) return;
    end(first_without, first_without);
  }

  const extract::Extractor& extractor_;
  ProvisionHistory& out_;
  const StoredProvision* current_ = nullptr;  // the text that stands at this point of the telling
  const StoredProvision* last_ = nullptr;     // the last text that stood
  model::Facts last_facts_;
  base::Date known_ = base::Date::today();
  std::optional<base::Date> lacking_;
};

struct Event {
  base::Date day;
  const StoredProvision* text;  // null: the provision is lacking on the day
};

// Of the texts of one day the first in their fixed order speaks; `texts` are sorted by `older`.
std::vector<Event> events_of(const std::vector<StoredProvision>& texts, const PointInTime& time) {
  std::vector<Event> events;
  std::set<base::Date> lacking;
  for (const auto& text : texts) {
    const auto start = *starts_on(text.provision);
    const bool same_day = !events.empty() && events.back().day == start && events.back().text->provision.iri.version == text.provision.iri.version;
    if (!same_day) events.push_back({start, &text});
    for (const auto& day : time.lacking(text.provision)) lacking.insert(day);
  }
  for (const auto& day : lacking) events.push_back({day, nullptr});
  std::stable_sort(events.begin(), events.end(), [](const auto& a, const auto& b) { return a.day < b.day; });
  return events;
}

// Of digests and the law's own words the latter, where there are any.
void drop_what_cannot_be_told(std::vector<StoredProvision>& texts, ProvisionHistory& history) {
  const auto is_digest = [](const StoredProvision& text) { return text.work.digest; };
  history.digest = std::all_of(texts.begin(), texts.end(), is_digest);
  if (!history.digest) std::erase_if(texts, is_digest);
  const auto before = texts.size();
  history.work = texts.back().work;
  history.provision = texts.back().provision;
  std::erase_if(texts, [](const StoredProvision& text) { return !starts_on(text.provision); });
  history.undated = before - texts.size();
}

}  // namespace

std::string_view to_string(Kind kind) {
  switch (kind) {
    case Kind::First: return "first";
    case Kind::New: return "new";
    case Kind::Changed: return "changed";
    case Kind::Gone: return "gone";
    case Kind::Back: return "back";
  }
  return {};
}

std::vector<ProvisionHistory> history_of(const PointInTime& time, const extract::Extractor& extractor, const model::Iri& iri, const std::string& system) {
  const auto held = time.reader().texts_of_number(iri.work, iri.eid);
  std::vector<std::vector<StoredProvision>> groups;
  for (const auto& text : held) {
    const auto& provision = text.provision;
    if (!extends_to(provision, system) || (!iri.lang.empty() && model::bcp47(provision.iri.lang) != model::bcp47(iri.lang))) continue;
    const auto same = std::find_if(groups.begin(), groups.end(), [&](const auto& group) {
      return group.front().provision.lang == provision.lang && group.front().provision.iri.eid == provision.iri.eid && group.front().provision.extent == provision.extent;
    });
    (same != groups.end() ? *same : groups.emplace_back()).push_back(text);
  }
  const auto all_of_number = time.reader().texts_of_number(iri.work, number_eid(iri.eid));
  std::vector<ProvisionHistory> all;
  for (auto& texts : groups) {
    ProvisionHistory history;
    drop_what_cannot_be_told(texts, history);
    Teller teller(extractor, history);
    for (const auto& event : events_of(texts, time)) {
      if (event.text != nullptr) {
        teller.present(*event.text);
      } else {
        teller.absent(event.day);
      }
    }
    teller.finish();
    for (auto& step : history.steps) {
      if (step.text) step.texts_of_number = doubles_of(*step.text, all_of_number);
    }
    all.push_back(std::move(history));
  }
  return all;
}

}  // namespace synoptic::query
