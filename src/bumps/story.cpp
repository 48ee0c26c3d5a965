// The rules of a story.
#include "bumps/story.hpp"

#include "base/text.hpp"

namespace rapport {
namespace {

void check_length(std::vector<Fault>& faults, std::string_view field, std::string_view what,
                  std::string_view text, std::size_t most) {
  if (character_count(text) > most)
    faults.push_back({std::string(field),
                      std::string(what) + " is at most " + std::to_string(most) + " characters long."});
}

void check_quotation(std::vector<Fault>& faults, const StoryDraft& draft, Date today) {
  if (trim(draft.quotation).empty()) return;
  if (!draft.quoted) faults.push_back({"quoted", "Say whose words these are."});
  if (trim(draft.permission).empty())
    faults.push_back({"permission", "A quotation needs permission: say how it was given."});
  if (!draft.permission_on)
    faults.push_back({"permission_on", "A quotation needs permission: say when it was given."});
  else if (*draft.permission_on > today)
    faults.push_back({"permission_on", "Permission cannot have been given on a day that has not come."});
}

}  // namespace

std::vector<Fault> faults_of(const StoryDraft& draft, Date today) {
  std::vector<Fault> faults;
  if (trim(draft.title).empty()) faults.push_back({"title", "Give the story a title."});
  check_length(faults, "title", "A title", draft.title, story_title_characters_max);
  if (draft.path.size() < 2)
    faults.push_back({"path", "Choose at least two steps: one that led to another."});
  if (draft.path.size() > story_steps_max)
    faults.push_back({"path", "Choose at most 40 steps, so that it can be read in one go."});
  check_length(faults, "words", "A story", draft.words, story_words_characters_max);
  check_length(faults, "quotation", "A quotation", draft.quotation, story_quotation_characters_max);
  check_length(faults, "permission", "How permission was given", draft.permission,
               story_permission_characters_max);
  check_quotation(faults, draft, today);
  return faults;
}

}  // namespace rapport
