#include "read/profiles.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/data_dir.h"
#include "base/utf8.h"

namespace synoptic::read {

namespace {

std::filesystem::path& data_folder() {
  static std::filesystem::path folder;
  return folder;
}

model::Profiles load() {
  const auto data = base::find_data(data_folder());
  if (!data) return {};
  auto loaded = model::Profiles::load(data->jurisdictions);
  return loaded ? std::move(*loaded) : model::Profiles();
}

// The countries that a folded text names in the words of their profiles.
std::vector<const model::Profile*> named_in(const std::string& folded) {
  std::vector<const model::Profile*> named;
  for (const auto& profile : profiles().all()) {
    const auto& words = profile.texts.country_words;
    if (std::any_of(words.begin(), words.end(), [&](const std::string& word) { return folded.find(word) != std::string::npos; })) named.push_back(&profile);
  }
  return named;
}

}  // namespace

void use_profiles_of(const std::filesystem::path& data) { data_folder() = data; }

const model::Profiles& profiles() {
  static const model::Profiles loaded = load();
  return loaded;
}

const model::Profile* profile_of(std::string_view country) { return country.empty() ? nullptr : profiles().find(country); }

const model::Profile* country_named(std::string_view title, std::string_view text) {
  for (const auto& where : {base::fold(title), base::fold(text)}) {
    if (const auto named = named_in(where); !named.empty()) return named.size() == 1 ? named.front() : nullptr;
  }
  return nullptr;
}

}  // namespace synoptic::read
