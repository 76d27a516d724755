#include "query/answer_lists.h"

#include <algorithm>
#include <tuple>

#include "query/version_choice.h"

namespace synoptic::query {

namespace {

// Smaller is shown: an official text; else what is dated, our digest included, before an edition that nobody has dated.
std::tuple<int, std::size_t> preference(const ComparedProvision& compared, const std::vector<std::string>& languages) {
  const auto& lang = compared.provision.lang;
  const auto found = std::find(languages.begin(), languages.end(), lang);
  const std::size_t place = lang == "en" ? 0 : 1 + static_cast<std::size_t>(found - languages.begin());
  const bool undated = compared.source != TextSource::Official && compared.knowledge.certainty == Certainty::Undated;
  return {undated ? static_cast<int>(TextSource::Digest) + 1 : static_cast<int>(compared.source), place};
}

bool same_but_for_language(const model::Provision& a, const model::Provision& b) {
  return a.iri.work == b.iri.work && number_eid(a.iri.eid) == number_eid(b.iri.eid) && a.extent == b.extent && a.lang != b.lang;
}

}  // namespace

std::string digest_title(const std::vector<StoredProvision>& texts, std::string_view lang) {
  const StoredProvision* last = nullptr;
  for (const auto& text : texts) {
    if (text.work.digest && text.provision.lang == lang && (last == nullptr || older(*last, text))) last = &text;
  }
  return last == nullptr ? std::string() : last->work.title;
}

void join_languages(std::vector<ComparedProvision>& law, const std::vector<std::string>& languages) {
  for (std::size_t i = 0; i < law.size(); ++i) {
    for (std::size_t j = i + 1; j < law.size();) {
      if (!same_but_for_language(law[i].provision, law[j].provision)) {
        ++j;
        continue;
      }
      if (preference(law[j], languages) < preference(law[i], languages)) std::swap(law[i], law[j]);
      law[i].also_in.push_back(law[j].provision.lang);
      law.erase(law.begin() + static_cast<std::ptrdiff_t>(j));
    }
    std::sort(law[i].also_in.begin(), law[i].also_in.end());
    law[i].also_in.erase(std::unique(law[i].also_in.begin(), law[i].also_in.end()), law[i].also_in.end());
  }
}

void set_definers_apart(Answer& answer) {
  const auto is_named = [](const ComparedProvision& compared) { return compared.in_scheme; };
  if (std::none_of(answer.law.begin(), answer.law.end(), is_named)) return;
  for (const auto& compared : answer.law) {
    if (compared.in_scheme) continue;
    answer.also_defining.push_back({compared.provision.iri.str(), compared.title(), compared.defines, compared.provision.url.empty() ? compared.work.source_url : compared.provision.url});
  }
  for (auto* list : {&answer.law, &answer.bills, &answer.former, &answer.pending}) std::erase_if(*list, [&](const auto& compared) { return !is_named(compared); });
}

}  // namespace synoptic::query
