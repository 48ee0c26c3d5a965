// A conversation's own page and its form. Finished values in, markup out.
#pragma once

#include <string>
#include <vector>

#include "html/html.hpp"
#include "interactions/conversation_form.hpp"
#include "interactions/interactions.hpp"
#include "ui/visit.hpp"

namespace rapport {

/// What a conversation's page shows.
struct ConversationPage {
  Interaction interaction;
  std::vector<Participant> participants;
  std::vector<Promise> promises;
  std::vector<interactions::Version> history;
  bool may_change = false;
  bool may_undo = false;
  html::Html bumps = {};  ///< what it led on from, and what came of it
};
[[nodiscard]] html::Html conversation_view(const ui::Visit& visit, const Directory& directory,
                                           const ConversationPage& page);

/// What stands around the form.
struct FormFrame {
  std::string heading;
  std::string action;  ///< where it is sent
  std::string button;
  bool is_correction = false;  ///< asks why, and carries the version
  std::string notice = {};     ///< said above the form: what a colleague changed meanwhile
};
[[nodiscard]] html::Html conversation_form_view(const ui::Visit& visit, const Directory& directory,
                                                const ConversationForm& form, const FormFrame& frame,
                                                const std::vector<Fault>& faults);

}  // namespace rapport
