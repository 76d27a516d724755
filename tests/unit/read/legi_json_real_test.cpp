// The French codes beside the source tree, against an independent reading: a general JSON parser over the whole file, and the
// publisher's own flattening of each article ("texte"), where the reader takes "texteHtml".
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "read/legi_json.h"
#include "read/source.h"
#include "../real_data.h"

using namespace synoptic;
using namespace synoptic::read;

namespace {

std::string without_space(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const auto start = i;
    if (!base::is_space(base::decode(text, i))) result.append(text, start, i - start);
  }
  return result;
}

struct Count {
  std::size_t works = 0, provisions = 0, articles = 0, read_bytes = 0, published_bytes = 0, different = 0, doubled = 0, diagnostics = 0;
};

void collect(const nlohmann::json& node, std::vector<std::string>& texts) {
  if (node.at("type") == "article") texts.push_back(node.at("data").value("texte", ""));
  if (!node.contains("children")) return;
  for (const auto& child : node.at("children")) collect(child, texts);
}

void compare(const SourceFile& file, Count& count) {
  std::vector<std::string> texts;
  collect(nlohmann::json::parse(file.bytes), texts);
  count.articles += texts.size();
  read_legi_json(file, {[&](ReadWork&& read) {
                          ++count.works;
                          std::set<std::string> iris;
                          for (const auto& provision : read.provisions) count.doubled += !iris.insert(provision.iri.str()).second;
                          count.provisions += read.provisions.size();
                          for (std::size_t i = 0; i < std::min(texts.size(), read.provisions.size()); ++i) {
                            const auto ours = without_space(read.provisions[i].text);
                            const auto theirs = without_space(texts[i]);
                            count.read_bytes += ours.size();
                            count.published_bytes += theirs.size();
                            count.different += ours != theirs;
                          }
                        },
                        [&](base::Diagnostic&&) { ++count.diagnostics; }});
}

}  // namespace

TEST_CASE("legi json: every article of the real codes, word for word") {
  const auto archive = synoptic::test::real_data("fr.tar.zst");
  if (archive.empty()) return;
  Count count;
  for_each_file({archive},
                [&](const SourceFile& file) {
                  if (is_legi_json(file.bytes.substr(0, 65536)) > 0) compare(file, count);
                  return true;
                },
                [](base::Diagnostic&&) {});
  CHECK(count.works == 23);
  CHECK(count.provisions == count.articles);
  CHECK(count.diagnostics == 0);
  CHECK(count.different == 0);
  CHECK(count.doubled == 0);
  MESSAGE(count.articles << " articles, " << count.different << " differ, " << count.read_bytes << " / " << count.published_bytes << " bytes");
}
