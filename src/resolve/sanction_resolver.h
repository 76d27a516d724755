// Turns classes of penalty into amounts, for a day and each legal system a provision extends to, with the provision that proves each
// step. What cannot be proved from the provisions at hand is unresolved and says why; nothing is guessed.
//
//   const auto resolver = SanctionResolver::load(profiles);
//   resolver->resolve(provision, day, groups, source);
//   groups[0].penalties[1].resolutions -> {Unlimited, "GB-ENG", proof "any amount"}, {Unresolved, "GB-SCT", "proof provision not ingested: ..."}
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/jurisdiction.h"
#include "model/provision.h"
#include "resolve/penalty_rules.h"

namespace synoptic::resolve {

// A provision that proves something, and what is not known of it on the day ("text of 2026-04-02; not known for 2018-09-01"; empty: nothing).
struct HeldProvision {
  model::Provision provision;
  std::string doubt;
};

// The provision of that IRI as it was law on that day; nothing if it is not held.
using ProvisionSource = std::function<std::optional<HeldProvision>(const model::Iri&, const base::Date&)>;

class SanctionResolver {
 public:
  // Reads the rules of every profile; a broken rule is an error with file and line. (A bad pattern is one when it is first needed.)
  static base::Result<SanctionResolver> load(const model::Profiles& profiles);

  // Fills Penalty::resolutions: one where all legal systems agree, else one each; further ones for those a rule names (organisations,
  // recidivists) and for each kind of penalty that a class of offence stands for. A penalty that states its amount gets one only where a
  // rule says that another amount applies.
  void resolve(const model::Provision& provision, const base::Date& day, std::vector<model::SanctionGroup>& groups, const ProvisionSource& source) const;

 private:
  struct Jurisdiction {
    std::string parent;
    std::vector<std::string> legal_systems;
    std::map<std::string, std::vector<PenaltyRule>> rules;  // by class
    std::vector<Pattern> doubt;
    const std::vector<PenaltyRule>* find(const std::string& scale) const {
      const auto found = rules.find(scale);
      return found == rules.end() ? nullptr : &found->second;
    }
  };
  struct Case;

  const Jurisdiction* find(std::string_view code) const;
  std::vector<std::string> extents(const model::Provision& provision, const Jurisdiction& jurisdiction, const std::vector<PenaltyRule>& rules) const;
  static std::vector<model::Resolution> answers(const Case& subject, const std::vector<PenaltyRule>& rules, const std::vector<std::string>& extents);
  static model::Resolution answer(const Case& subject, const std::vector<PenaltyRule>& rules, const PenaltyRule& whom, const std::string& extent, bool& found);
  static void give(const Case& subject, const PenaltyRule& rule, model::Resolution& resolution);
  static model::Resolution prove(const Case& subject, const PenaltyRule& rule, const std::string& extent);

  std::map<std::string, Jurisdiction, std::less<>> jurisdictions_;  // by code, legal systems included
};

}  // namespace synoptic::resolve
