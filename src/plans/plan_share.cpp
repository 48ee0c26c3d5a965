// The rules of links and answers.
#include "plans/plan_share.hpp"

#include "base/text.hpp"

namespace rapport {

namespace {
constexpr std::size_t label_characters_max = 120;
}

std::vector<Fault> faults_of(const LinkDraft& draft, Date today) {
  std::vector<Fault> faults;
  if (draft.label.empty()) faults.push_back({"label", "Say for whom it is, so that it can be found again."});
  if (character_count(draft.label) > label_characters_max)
    faults.push_back({"label", "Say for whom it is in at most 120 characters."});
  if (!draft.until)
    faults.push_back({"until", "Say until when the link works."});
  else if (*draft.until < today || *draft.until > today.plus_days(link_days_max))
    faults.push_back({"until", "Choose a day within a year from today."});
  return faults;
}

AnswerDraft tidied(AnswerDraft draft) {
  draft.name = tidy_line(draft.name);
  draft.words = tidy(draft.words);
  return draft;
}

std::vector<Fault> faults_of(const AnswerDraft& draft) {
  std::vector<Fault> faults;
  if (draft.name.empty())
    faults.push_back({"name", "Please give your name, so that the library knows who answers."});
  if (character_count(draft.name) > answer_name_characters_max)
    faults.push_back({"name", "A name is at most 120 characters long."});
  if (!draft.is_agreed && draft.words.empty())
    faults.push_back({"words", "Please write a comment, or choose that you agree."});
  if (character_count(draft.words) > answer_characters_max)
    faults.push_back({"words", "A comment is at most 4,000 characters long. Your words are still here."});
  return faults;
}

}  // namespace rapport
