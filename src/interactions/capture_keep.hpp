// Keeps what a capture line says: new people, the conversation and its promises in one transaction.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "interactions/capture.hpp"
#include "interactions/interactions.hpp"

namespace rapport::interactions {

/// `interaction` is absent for a promise alone.
struct KeptLine {
  std::optional<Id<Interaction>> interaction = {};
  std::vector<Id<Promise>> promises = {};
};

/// The people whom the user called new are made first. Sent twice under one `key`, everything is there once.
/// Refusals: those of record and promise.
[[nodiscard]] Result<KeptLine> keep_line(Scope& scope, const Directory& directory, CaptureReading reading,
                                         const std::string& key);

/// Says who was meant by a name in a line kept to sort out; the rest of the conversation stays as it is.
/// Refusals: those of get and correct.
[[nodiscard]] Result<Done> name_person(Scope& scope, const Directory& directory, Id<Interaction> id,
                                       const CaptureChoice& choice);

/// The names in a kept line that still stand for nobody among its people and colleagues.
[[nodiscard]] std::vector<CaptureName> names_to_sort_out(Scope& scope, const Directory& directory,
                                                         const Interaction& interaction);

/// A reader's context for the viewer; `today` is the day that the line was written.
[[nodiscard]] CaptureContext capture_context(Scope& scope, const Directory& directory, Date today);

}  // namespace rapport::interactions
