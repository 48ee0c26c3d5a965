// The conversations of those with a part in the examples, written by hand: what pictures and the manual show.
#pragma once

#include <vector>

#include "diary.hpp"

namespace rapport::demo {

/// Past and ahead, on working days counted from the cast's today.
[[nodiscard]] std::vector<CastConversation> scripted_conversations(const Cast& cast);
/// What came of one corridor chat.
[[nodiscard]] std::vector<CastConversation> scripted_chain(const Cast& cast);

}  // namespace rapport::demo
