// Who has gone quiet: the list, a person's page about it, and the answers.
#pragma once

#include "http/response.hpp"
#include "interactions/directory.hpp"
#include "ui/visit.hpp"

namespace rapport::quiet {

[[nodiscard]] http::Response show_list(const ui::Visit& visit, const Directory& directory);
[[nodiscard]] http::Response show_person(const ui::Visit& visit, const Directory& directory);
[[nodiscard]] http::Response create_snooze(const ui::Visit& visit, const Directory& directory);
[[nodiscard]] http::Response create_fine(const ui::Visit& visit, const Directory& directory);
[[nodiscard]] http::Response remove_answer(const ui::Visit& visit, const Directory& directory);

}  // namespace rapport::quiet
