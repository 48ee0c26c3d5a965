// Promises as a list that can be ticked. Finished values in, markup out.
#pragma once

#include <span>

#include "html/html.hpp"
#include "interactions/directory.hpp"
#include "interactions/interaction.hpp"
#include "ui/visit.hpp"

namespace rapport {

struct PromiseListOptions {
  bool is_on_person_page =
      false;  ///< the person is not named again, and whose promise it is stands before it
};
/// Each with a form that ticks it; keys J, K and X walk and tick.
[[nodiscard]] html::Html promise_list(const ui::Visit& visit, const Directory& directory,
                                      std::span<const Promise> promises,
                                      const PromiseListOptions& options = {});
/// "Today", "Tomorrow", "Mon 16 Nov", amber from the day it is due.
[[nodiscard]] html::Html due_tag(const Promise& promise, Date today);

}  // namespace rapport
