// What departments and libraries agree on: made up, and fit for any subject. Plain data.
#pragma once

#include <array>
#include <string_view>

namespace rapport::demo {

struct AgreedAction {
  std::size_t theme;  ///< place in `action_themes`
  std::string_view words;
  std::string_view success;
  std::string_view outcome;   ///< what came of it, where it was done
  std::string_view progress;  ///< a note on the way
  bool is_asked;
};

inline constexpr std::array<std::string_view, 5> action_themes{
    "Teaching and skills", "Reading lists and collections", "Research and open access",
    "Students and their experience", "Working together"};

inline constexpr std::array agreed_actions{
    AgreedAction{0, "Library hour in week three of the first-year module",
                 "The hour stands in the timetable before term", "Taught in all four seminar groups.",
                 "The module leader has put it into week three.", true},
    AgreedAction{
        1, "Every core module has a list that works in week one", "No broken link in the first fortnight",
        "Eleven of twelve lists were ready on the first day.", "Seven lists are checked, five to go.", false},
    AgreedAction{2, "Meet the new doctoral students before their first review",
                 "Each of them has met us once by January", "Nine of ten came, and three came back.",
                 "The first date is fixed for the new year.", false},
    AgreedAction{3, "Quieter places near the group rooms in exam weeks", "Fewer complaints than last May",
                 "Two rooms were marked quiet; complaints fell by half.", "Estates has agreed to two rooms.",
                 true},
    AgreedAction{4, "Library in the programme team’s away day", "We are asked what we think, not only told",
                 "Half an hour on the agenda, and two new sessions came of it.",
                 "The date is known, the agenda not yet.", false},
    AgreedAction{0, "Searching for evidence taught again in year two",
                 "The same students ask less in their final year",
                 "Taught twice, with an exercise from their own essays.", "The exercise is drafted.", false},
    AgreedAction{1, "E-books for the ten titles that ran out in spring",
                 "Nobody waits for them before the deadline",
                 "Eight were bought as e-books; two do not exist as such.",
                 "Ordered; two are not to be had as e-books.", true},
    AgreedAction{2, "Accepted manuscripts reach the repository in time",
                 "No paper falls outside the three months", "Two of forty were late, five the year before.",
                 "A reminder goes out with each acceptance.", false},
    AgreedAction{3, "Opening hours by night before the dissertation deadline",
                 "Open until two in the last fortnight",
                 "Open until two on ten nights; about sixty students each.",
                 "Asked for; the rota is being counted.", true},
    AgreedAction{4, "Somebody of the library at each department meeting",
                 "We hear of new modules before they are approved", "At five of six meetings.",
                 "The first three dates are in the calendar.", false},
    AgreedAction{0, "Referencing clinic in the week before each deadline",
                 "Fewer cases of poor practice than last year", "Four clinics, and half as many cases.",
                 "The first clinic had eleven visitors.", false},
    AgreedAction{1, "Look through journals that nobody has opened for a year",
                 "What is freed pays for one thing the department wants",
                 "Three were cancelled, one database begun.", "The figures are with the department.", false},
    AgreedAction{2, "Data management plans read before the bid goes in",
                 "Each bid over the limit has been read once",
                 "Six of seven were read; all six were funded or revised.", "Two have come so far.", true},
    AgreedAction{3, "A short film on how to find a standard, made with students",
                 "Linked from every module page", "Made by two students in June, and linked from nine pages.",
                 "Two students have said yes.", false},
    AgreedAction{4, "One page of figures for the department’s annual review", "The review quotes it",
                 "Quoted twice in the review.", "A first draft went to the head of department.", false},
};

}  // namespace rapport::demo
