// Draws requests to erase a person. Finished values in, markup out.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "governance/erasures.hpp"
#include "html/html.hpp"
#include "ui/visit.hpp"

namespace rapport::erasures {

[[nodiscard]] std::string address_of(const Erasure& erasure, std::string_view rest = "");

/// Requests that wait, those that were settled, and what else belongs to privacy.
[[nodiscard]] html::Html privacy_view(const ui::Visit& visit, const Directory& directory,
                                      std::span<const Erasure> open, std::span<const Erasure> settled);

/// The form of a new request as it was typed.
struct AskingForm {
  std::string asked_by = {};
  std::string ground = {};
  std::string reason = {};
  std::string shared_words = "stay";
  std::string due_on = {};
};
[[nodiscard]] html::Html asking_view(const ui::Visit& visit, const Directory& directory,
                                     const PersonEntry& person, const Preview& preview,
                                     const AskingForm& form, const std::vector<Fault>& faults);

/// One request. `preview` while it is open; `because` as it was typed for a refusal.
struct ErasurePage {
  Erasure erasure = {};
  const PersonEntry* person = nullptr;  ///< nobody once erased
  std::optional<Preview> preview = {};
  std::string because = {};
  std::vector<Fault> faults = {};
};
[[nodiscard]] html::Html erasure_view(const ui::Visit& visit, const Directory& directory,
                                      const ErasurePage& page);
/// The last question before it happens.
[[nodiscard]] html::Html confirmation_view(const ui::Visit& visit, const Directory& directory,
                                           const ErasurePage& page);

/// What stands where a person's page was.
[[nodiscard]] html::Html erased_view(const ui::Visit& visit, const std::optional<Erasure>& erasure);
/// On Today: requests that wait for the viewer.
[[nodiscard]] html::Html waiting_card(const ui::Visit& visit, const Directory& directory,
                                      std::span<const Erasure> waiting);

}  // namespace rapport::erasures
