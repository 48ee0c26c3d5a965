// A timeline: conversations with one entry each, newest first, with its words. Finished values in, markup
// out.
#pragma once

#include <span>

#include "html/html.hpp"
#include "interactions/directory.hpp"
#include "interactions/interaction.hpp"
#include "interactions/interaction_headline.hpp"

namespace rapport {

/// `<ol class="story">` with an entry a conversation; nothing where there are none.
[[nodiscard]] html::Html timeline(std::span<const Interaction> interactions, const Directory& directory,
                                  const StoryOf& of);

}  // namespace rapport
