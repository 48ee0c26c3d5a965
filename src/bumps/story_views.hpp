// Stories as pages: the list, one to read and print, the form. Finished values in, markup out.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "bumps/chain.hpp"
#include "bumps/stories.hpp"
#include "html/html.hpp"
#include "ui/visit.hpp"

namespace rapport {

struct StoryList {
  std::span<const Story> stories = {};
  std::vector<int> years = {};
  std::optional<int> year = {};
  std::string department = {};  ///< the chosen one's slug
};
[[nodiscard]] html::Html stories_view(const ui::Visit& visit, const Directory& directory,
                                      const StoryList& list);

struct StoryPage {
  const Story& story;
  std::span<const Interaction> steps = {};  ///< those of its path that the viewer may read
  bool may_change = false;
};
[[nodiscard]] html::Html story_view(const ui::Visit& visit, const Directory& directory,
                                    const StoryPage& page);

/// The card beside a chain: stories told of it, and the way to tell one.
[[nodiscard]] html::Html telling_card(Id<Interaction> chain_of, std::span<const Story> told, bool may_tell);

/// The story as typed; a text for each field.
struct StoryForm {
  std::string title = {};
  std::vector<Id<Interaction>> path = {};
  std::string words = {};
  std::string quotation = {};
  std::string quoted = {};  ///< a name
  std::string permission = {};
  std::string permission_on = {};
  bool is_on_board = false;
  int version = 0;
};
struct StoryFormFrame {
  std::string heading = {};
  std::string action = {};
  const Chain& chain;
};
[[nodiscard]] html::Html story_form_view(const ui::Visit& visit, const Directory& directory,
                                         const StoryForm& form, const StoryFormFrame& frame,
                                         const std::vector<Fault>& faults);

}  // namespace rapport
