// An interaction as a JSON object with the export's field names: for its history and for exports.
#pragma once

#include <string>

#include "interactions/directory.hpp"
#include "interactions/interaction.hpp"
#include "json/json.hpp"

namespace rapport {

/// Names beside ids, dates as ISO text; the note included.
[[nodiscard]] json::Object content_of(const Interaction& interaction, const Directory& directory);
[[nodiscard]] std::string content_json(const Interaction& interaction, const Directory& directory);

}  // namespace rapport
