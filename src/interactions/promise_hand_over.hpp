// The part of the front door through which open promises pass from one colleague to another.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/result.hpp"
#include "interactions/directory.hpp"
#include "interactions/interaction.hpp"
#include "scope/scope.hpp"

namespace rapport::interactions {

/// Whose promises become whose.
struct Successor {
  Id<Staff> from = {};
  Id<Staff> to = {};
};

/// Open promises of `from`, on both sides, due first. Those of conversations that the viewer or the successor
/// may not read are left out: they stay where they are, and nobody is told of them. At most 500.
[[nodiscard]] std::vector<Promise> promises_to_pass_on(Scope& scope, const Directory& directory,
                                                       const Successor& successor);
/// They become the successor's. Team leaders, administrators and jobs may: Forbidden otherwise. Those that
/// are not open any more, not of `from` any more, or not the successor's to read are passed over. Answers
/// with those that moved.
[[nodiscard]] Result<std::vector<Id<Promise>>> pass_promises_on(Scope& scope, const Directory& directory,
                                                                const Successor& successor,
                                                                std::span<const Id<Promise>> promises);

}  // namespace rapport::interactions
