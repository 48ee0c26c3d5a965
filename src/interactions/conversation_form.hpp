// The form of a conversation: what was typed, what it means, and what is wrong with it. Past and future
// alike.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "http/form.hpp"
#include "interactions/directory.hpp"
#include "interactions/interaction.hpp"
#include "scope/scope.hpp"

namespace rapport {

/// The fields as typed: nothing is lost when the form comes back with faults.
struct ConversationForm {
  std::string people;  ///< a name a line; words about one of them alone after a colon
  std::string staff;   ///< a name a line
  std::string kind;    ///< code
  std::string happened_on;
  std::string happened_at;
  std::string precision = "day";
  std::string duration;  ///< minutes, or "1h 30m"
  std::string attendees;
  std::string place;
  std::string topics;  ///< parted by commas
  std::string begun_by;
  std::string two_way;  ///< "", "yes" or "no"
  std::string note;
  std::string visibility = "library";
  std::string department;  ///< slug
  std::string promise;
  std::string promise_side = "ours";
  std::string promise_due_on;
  std::string because;  ///< why it is corrected
  std::string line;     ///< the capture line it began as
  std::string key;      ///< stored once
  int version = 0;      ///< of the conversation that is edited
};

[[nodiscard]] ConversationForm read_conversation_form(const http::Form& form);
/// An empty form for now, with the viewer as the colleague.
[[nodiscard]] ConversationForm new_conversation_form(const Scope& scope, const Directory& directory);
/// What a draft says, to begin a form with: "Add detail" of a capture line.
[[nodiscard]] ConversationForm form_of(const InteractionDraft& draft, const Directory& directory);
[[nodiscard]] ConversationForm form_of(const Interaction& interaction,
                                       const std::vector<Participant>& participants,
                                       const Directory& directory);

/// The draft, with every fault of what was typed; the draft holds what could be read.
[[nodiscard]] std::pair<InteractionDraft, std::vector<Fault>> draft_of(const ConversationForm& form,
                                                                       const Scope& scope,
                                                                       const Directory& directory);

/// `2026-11-09`, `9/11/2026` or `9.11.2026`: day before month, always.
[[nodiscard]] std::optional<Date> typed_day(std::string_view text);
/// `45`, `45 min`, `2h`, `1h 30m`: minutes.
[[nodiscard]] std::optional<int> typed_length(std::string_view text);

}  // namespace rapport
