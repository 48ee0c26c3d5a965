// The kinds as HTML: a list, and a form that says what each choice changes.
#pragma once

#include <optional>
#include <vector>

#include "html/html.hpp"
#include "interactions/kinds.hpp"
#include "ui/visit.hpp"

namespace rapport::interactions {

struct KindForm {
  std::optional<Id<InteractionKind>> id = {};  ///< nothing for another kind
  std::int64_t edition = 0;
  KindDraft draft = {};
  std::vector<Fault> faults = {};
  std::optional<KindEntry> overtaken = {};  ///< as somebody else kept it meanwhile
};

[[nodiscard]] html::Html kinds_view(const std::vector<KindRow>& rows);
[[nodiscard]] html::Html kind_form_view(const ui::Visit& visit, const KindForm& form);

}  // namespace rapport::interactions
