// The form of an action: what was typed, and what it means. No markup.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "http/form.hpp"
#include "interactions/directory.hpp"
#include "plans/action_plan.hpp"

namespace rapport {

/// The fields as typed: nothing is lost when the form comes back.
struct ItemForm {
  std::string theme = {};
  std::string words = {};
  std::string success = {};
  std::vector<std::string> owners = {};  ///< ids, empty where nobody is chosen
  std::string their_owners = {};
  std::string due_on = {};
  bool is_asked = false;
  int version = 0;  ///< of the item that was looked at
  std::string key = {};
};

[[nodiscard]] ItemForm item_form_in(const http::Form& form);
[[nodiscard]] ItemForm item_form_of(const PlanItem& item);

/// Who of the department is meant by a text with names: "@Jane Smith, the programme team".
struct TheirNames {
  std::string words = {};               ///< without the @ of whoever was recognised
  std::vector<Id<Person>> people = {};  ///< once each
  std::string unclear = {};             ///< why a name is not certain, in words; empty where all are
};
/// Who reads names is the capture line. A name that nobody has stays as it was typed.
[[nodiscard]] TheirNames their_names_in(std::string_view text, const Directory& directory, Date today,
                                        Id<Staff> me);

/// Invalid: a day that there is not ("due_on"), a name that fits several ("their_owners").
[[nodiscard]] Result<ItemDraft> draft_of(const ItemForm& form, const Directory& directory, Date today,
                                         Id<Staff> me);

}  // namespace rapport
