// GET /today
#pragma once

#include "html/html.hpp"
#include "http/response.hpp"
#include "interactions/directory.hpp"
#include "ui/visit.hpp"

namespace rapport::profiles {

/// A card of Today that another chapter draws, or nothing. The table of routes hands it in.
using TodaySection = html::Html(const ui::Visit& visit, const Directory& directory);

/// `plans` asks about plans whose review day has come.
[[nodiscard]] http::Response show_today(const ui::Visit& visit, const Directory& directory,
                                        TodaySection& plans);

}  // namespace rapport::profiles
