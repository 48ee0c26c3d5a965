// The pages of imports as HTML.
#pragma once

#include <string>
#include <vector>

#include "exchange/imports.hpp"
#include "html/html.hpp"
#include "ui/visit.hpp"

namespace rapport::exchange {

[[nodiscard]] std::string address_of(Id<Import> id);

[[nodiscard]] html::Html imports_view(const ui::Visit& visit, const std::vector<Import>& earlier,
                                      ImportKind chosen, const std::vector<Fault>& faults);
/// `choices` are those typed, or kept.
[[nodiscard]] html::Html columns_view(const ui::Visit& visit, const Import& import,
                                      const ImportChoices& choices, const ColumnSamples& samples,
                                      const std::vector<Fault>& faults);
/// The first pairs that nobody has answered yet, of `count`; `units` names departments.
[[nodiscard]] html::Html pairs_view(const ui::Visit& visit, const OrgDirectory& units, const Import& import,
                                    const std::vector<LikelyPair>& pairs, int count);
[[nodiscard]] html::Html trial_view(const ui::Visit& visit, const Import& import, const Trial& trial);
/// The part that is asked for again while it runs.
[[nodiscard]] html::Html progress_view(const Import& import);
[[nodiscard]] html::Html running_view(const Import& import);
[[nodiscard]] html::Html ended_view(const ui::Visit& visit, const Import& import,
                                    const std::vector<RowFault>& faults);

}  // namespace rapport::exchange
