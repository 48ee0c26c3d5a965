// A form sent twice is stored once: the key that a page carried, and where its answer led.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "scope/scope.hpp"

namespace rapport {

/// Where the form with this key led the first time; nothing where it has not come yet, or has no key.
[[nodiscard]] std::optional<std::string> find_submission(db::Reader& reader, Id<Institution> institution,
                                                         std::string_view key);
/// Call it in the transaction that stores what the form says. An empty key is not kept.
void record_submission(Scope& scope, db::Writer& writer, std::string_view key, std::string_view location);

}  // namespace rapport
