// The page of one person as a champion: what speaks for them, what was said, thanks. Finished values in,
// markup out.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.hpp"
#include "html/html.hpp"
#include "relationships/champions.hpp"
#include "ui/visit.hpp"

namespace rapport {

/// "/people/jane-smith-4f2/champion"
[[nodiscard]] std::string champion_address(const PersonEntry& person, std::string_view rest = "");

/// What was typed about the next step, a tick and a thank-you: nothing is lost when the form comes back.
struct ChampionForm {
  std::string act = {};
  std::string happened_on = {};
  std::string words = {};
  std::string sign = {};
  std::string conversation = {};
  std::string tick_words = {};
  std::string said_on = {};
  std::string thanks = {};
};

struct ChampionPage {
  champions::Account account = {};
  Findings findings = {};
  std::unordered_map<Id<Interaction>, Interaction> rows = {};  ///< behind the findings
  std::vector<Interaction> evidence = {};                      ///< that a tick can name
  ChampionForm form = {};
  bool is_suggested = false;  ///< and can be set aside
  bool may_write = false;
  std::vector<Fault> faults = {};
  std::string clash = {};  ///< why it could not be kept; empty where it could
};
[[nodiscard]] html::Html champion_view(const ui::Visit& visit, const Directory& directory,
                                       const ChampionPage& page);

}  // namespace rapport
