#include "read/profiles.h"

#include "base/data_dir.h"

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

}  // namespace

void use_profiles_of(const std::filesystem::path& data) { data_folder() = data; }

const model::Profiles& profiles() {
  static const model::Profiles loaded = load();
  return loaded;
}

const model::Profile* profile_of(std::string_view country) { return country.empty() ? nullptr : profiles().find(country); }

}  // namespace synoptic::read
