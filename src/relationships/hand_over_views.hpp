// Draws hand-overs. Finished values in, markup out.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "html/html.hpp"
#include "relationships/hand_overs.hpp"
#include "ui/visit.hpp"

namespace rapport::hand_overs {

[[nodiscard]] html::Html hand_over_list_view(const ui::Visit& visit, const Directory& directory,
                                             const std::vector<HandOver>& hand_overs);

/// The form as typed.
struct HandOverForm {
  Id<Staff> from = {};
  Id<Staff> to = {};
  std::string from_on = {};
  std::string until_on = {};
  std::string reason = {};
  std::set<std::string> units = {};    ///< slugs
  std::set<std::int64_t> moving = {};  ///< promises
  std::set<std::int64_t> staying = {};
  std::vector<const PersonEntry*> people = {};  ///< ticked on the list of people; live in the directory
};
struct HandOverFormPage {
  HandOverForm form = {};
  std::optional<HandOverOffer> offer = {};  ///< once both colleagues are chosen
  std::vector<Id<Promise>> plan_steps = {};
  std::vector<std::string> notes = {};  ///< what became of the people who were ticked
  std::vector<Fault> faults = {};
  std::string clash = {};
};
[[nodiscard]] html::Html hand_over_form_view(const ui::Visit& visit, const Directory& directory,
                                             const HandOverFormPage& page);

struct UndoForm {
  std::string reason = {};
  std::vector<Fault> faults = {};
  std::string clash = {};
};
[[nodiscard]] html::Html hand_over_view(const ui::Visit& visit, const Directory& directory,
                                        const HandedOver& told, const UndoForm& undo);

/// "Priya hands over to Tom for good, from 1 December".
[[nodiscard]] std::string hand_over_sentence(const Directory& directory, const HandOver& hand_over,
                                             Date today);

}  // namespace rapport::hand_overs
