// What interactions/ forgets when a person is erased.
#pragma once

#include <span>
#include <vector>

#include "scope/erasing.hpp"

namespace rapport::interactions {

/// Whom a person's conversations were with.
struct ErasedConversations {
  std::vector<Id<Interaction>> alone = {};   ///< with nobody else, withdrawn ones too
  std::vector<Id<Interaction>> shared = {};  ///< with others as well, likewise
  std::vector<std::vector<Date>> days = {};  ///< of each record: each once, the earliest first
};
/// Cost: a row for each conversation, and a walk over those that were withdrawn.
[[nodiscard]] ErasedConversations conversations_of(db::Reader& reader, Id<Institution> institution,
                                                   std::span<const Id<Person>> records);

/// Of conversations with this person alone every word, also in the search index; when they were, of which
/// kind, with which colleagues and departments, how long and how many came stays. Those still ahead are
/// withdrawn. Of conversations with others the words about this person alone, and everything else only where
/// it is asked for. What either said before it was corrected goes. Open promises to and by the person are
/// dropped, and the words of all of them go. Names go out of other texts.
void forget(db::Writer& writer, const Erasing& erasing);

}  // namespace rapport::interactions
