// A person's page and printable brief. Finished values in, markup out.
#pragma once

#include <string>

#include "html/html.hpp"
#include "profiles/brief.hpp"
#include "profiles/person_profile.hpp"
#include "ui/visit.hpp"

namespace rapport::profiles {

/// `family` is the filter that is on, a family's code or empty.
[[nodiscard]] html::Html person_view(const ui::Visit& visit, const Directory& directory,
                                     const PersonProfile& profile, std::string_view family);
/// One A4 page to take along: facts, where the relationship stands, promises, the last conversations.
[[nodiscard]] html::Html brief_view(const ui::Visit& visit, const Directory& directory,
                                    const PersonProfile& profile, const BriefMore& more);
/// The sheet alone, for several in a row.
[[nodiscard]] html::Html brief_sheet(const ui::Visit& visit, const Directory& directory,
                                     const PersonProfile& profile, const BriefMore& more);

/// "Champion since 3 Nov 2025"; nothing for those who are none today.
[[nodiscard]] html::Html champion_mark(const PersonProfile& profile, Date today);

/// "Senior Lecturer, Nursing & Midwifery."
[[nodiscard]] std::string post_words(const PersonProfile& profile, const Directory& directory);

}  // namespace rapport::profiles
