// Sharing over HTTP: for colleagues, and for whoever has a link.
#pragma once

#include "html/html.hpp"
#include "http/response.hpp"
#include "interactions/directory.hpp"
#include "plans/action_plans.hpp"
#include "plans/plan_shares.hpp"
#include "ui/visit.hpp"

namespace rapport::plan_shares {

/// A headline sheet that stands above a shared plan, or nothing; the table of routes hands it in, for sheets
/// are a later chapter's. It shows what the department may be shown.
using SharedSheet = html::Html(Scope& scope, const Directory& directory, const OrgUnitEntry& unit,
                               int academic_year);

/// GET /departments/{unit}/plan/{year}/sharing: links and answers of a plan; POST makes a link and shows its
/// address this once. `own_address` begins it.
[[nodiscard]] http::Response show_sharing(const ui::Visit& visit, const Directory& directory);
[[nodiscard]] http::Response create_link(const ui::Visit& visit, const Directory& directory,
                                         std::string_view public_url);
/// POST /plan-links/{link}/revocation and /plan-answers/{answer}/seen
[[nodiscard]] http::Response revoke_link(const ui::Visit& visit, const Directory& directory);
[[nodiscard]] http::Response see_answer(const ui::Visit& visit);

/// GET /shared/{token}: the plan, for nobody in particular. No cookie is set, nothing is counted, and no
/// search engine or other site is told.
[[nodiscard]] http::Response show_shared(Scope& scope, const Directory& directory,
                                         const http::Request& request, std::string_view institution_name,
                                         SharedSheet& sheet);
/// POST to the same: agrees or comments
[[nodiscard]] http::Response answer_shared(Scope& scope, const Directory& directory,
                                           const http::Request& request, std::string_view institution_name,
                                           SharedSheet& sheet);
/// Too many tries from one address, told alike whether the link is one.
[[nodiscard]] http::Response too_many(std::string_view institution_name);

/// For Today: what departments answered and nobody has seen; nothing where there is nothing.
[[nodiscard]] html::Html today_section(const ui::Visit& visit, const Directory& directory);
/// For the plan's page: what the department said.
[[nodiscard]] html::Html answers_card(const ui::Visit& visit, Id<ActionPlan> plan);

}  // namespace rapport::plan_shares
