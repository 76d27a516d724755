// Provisions of any kind become Akoma Ntoso that reads back as as many provisions, with the same words where XML can hold them.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "extract/division_words.h"
#include "read/reader_registry.h"
#include "report/akn.h"
#include "report/akn_groups.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace synoptic;
  static const auto words = extract::DivisionWords::load(SYNOPTIC_SOURCE_DIR "/src/extract/lexicon").value();
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  report::AknGroups groups;
  read::find_format("provisions_jsonl")->read({"fuzz", bytes, ""}, {.work = [&](read::ReadWork&& work) { groups.add(std::move(work.work), std::move(work.provisions)); },
                                                                    .diagnostic = [](base::Diagnostic&&) {}});
  for (const auto& source : groups.take()) {
    const auto file = report::write_akn(source, words);
    std::vector<std::string> back;
    read::find_format("akn")->read({"converted", file.xml, ""}, {.work = [&](read::ReadWork&& work) {
                                                                   for (const auto& provision : work.provisions) back.push_back(provision.text);
                                                                 },
                                                                 .diagnostic = [](base::Diagnostic&&) {}});
    bool deep = false;  // deeper than any reader goes (read/xml.h)
    for (const auto& provision : source.provisions) deep = deep || provision.path.size() > 200;
    if (deep) continue;
    require(back.size() == source.provisions.size());
    for (std::size_t i = 0; i < back.size(); ++i) {
      const bool exact = file.replaced == 0 && source.provisions[i].text.find('\r') == std::string::npos;
      require(!exact || back[i] == source.provisions[i].text);
    }
  }
  return 0;
}
