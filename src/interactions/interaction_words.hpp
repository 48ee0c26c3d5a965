// The words by which a conversation is found: folded, with endings taken off, the same for both engines.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/id.hpp"
#include "interactions/interaction.hpp"

namespace rapport {

/// The index's number of a conversation: later days have higher numbers, and the id can be read back.
[[nodiscard]] std::int64_t document_number(Date happened_on, Id<Interaction> id);
[[nodiscard]] Id<Interaction> id_of_document(std::int64_t number);

/// Each word of the note, the topics and the place as written and, where it differs, without its ending; each
/// once.
[[nodiscard]] std::string words_of(std::string_view note, std::string_view place,
                                   const std::vector<std::string>& topics);

}  // namespace rapport
