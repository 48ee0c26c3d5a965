// First meetings, committees, feedback, the November appointment, staff development, thanks and small things.
#include "themes.hpp"

namespace rapport::demo {
namespace {

constexpr KindShare meetings[] = {{"meeting", 66}, {"online", 24}, {"email", 10}};
constexpr KindShare informal[] = {{"corridor", 66}, {"call", 12}, {"email", 22}};
constexpr KindShare hellos[] = {{"meeting", 46}, {"corridor", 24}, {"online", 14}, {"email", 16}};
constexpr KindShare committees[] = {{"committee", 1}};
constexpr KindShare events[] = {{"event", 70}, {"meeting", 30}};

namespace hello {
constexpr std::string_view topics[] = {"induction"};
constexpr std::string_view asked[] = {"First meeting with {p}, who has just joined the department.",
                                      "Said hello to {p} and showed the building.",
                                      "Coffee with {p}: who we are, what we can do for {title}.",
                                      "{p} comes from a university where librarians taught in every module.",
                                      "Introduced {p} to {colleague}.",
                                      "Welcome call with {p} before the first day."};
constexpr std::string_view detail[] = {"Teaches {subject} and takes on {module} from {other}.",
                                       "Works on {subject} and is bringing a project along.",
                                       "Had not known that we buy from suggestions.",
                                       "Would like to be told about new e-books, once a month and not more.",
                                       "Has used archives abroad and asked what is here.",
                                       "Prefers mail to the telephone outside Fridays."};
constexpr std::string_view agreed[] = {
    "To meet again after the first month of teaching.", "{p} has the page with our names on it.",
    "A look at the {module} list comes first.", "Will join the departmental library group."};
constexpr std::string_view ours[] = {"Send {p} the page with our names", "Introduce {p} to {colleague}",
                                     "Ask {p} how the first month went"};
constexpr std::string_view theirs[] = {"Send us the old reading list from the last post"};
}  // namespace hello

namespace committee {
constexpr std::string_view topics[] = {"library-committee", "student-feedback"};
constexpr std::string_view asked[] = {"Library committee: reading lists, opening hours, next year's budget.",
                                      "Teaching committee: library item on {subject}.",
                                      "Board of studies. Reported on lists, sessions and licences.",
                                      "Staff-student committee in {room}.",
                                      "Research committee: open access and data, ten minutes."};
constexpr std::string_view detail[] = {
    "{p} reported that students value the drop-ins and would like more of them.",
    "Student representatives asked for more copies of {book}.",
    "{percent} per cent of modules in the department now have a published list.",
    "{p} asked what late opening costs and for whom.",
    "{other} spoke for keeping {journal}.",
    "The paper on e-book prices was noted; two members had questions about {publisher}.",
    "The representative for {year_group} thanked the help desk."};
constexpr std::string_view agreed[] = {"Actions: figures for lists by {month}; a note about late opening.",
                                       "The department will name a library contact for each programme.",
                                       "Agreed to bring two students to the next meeting.",
                                       "Next meeting in {month}.", "The item goes to faculty in {month}."};
constexpr std::string_view ours[] = {"Send the committee the list figures", "Write a note about late opening",
                                     "Report back on {book} to the representatives"};
constexpr std::string_view theirs[] = {"Name a library contact for each programme", "Send the minutes"};
}  // namespace committee

namespace november {
constexpr std::string_view topics[] = {"action-plan"};
constexpr std::string_view asked[] = {"November appointment: looked back at last year and planned this one.",
                                      "Action-plan meeting with {p}.",
                                      "Went through the headline page with {p} and the programme leads.",
                                      "Reviewed last year's {count} actions and set new ones.",
                                      "Annual meeting with the department; {p} in the chair."};
constexpr std::string_view detail[] = {
    "{count} actions done, one carried over: the {subject} guide.",
    "{p} liked the figure on sessions and asked for one on e-books.",
    "Lists are up from last year; two modules still have none.",
    "The department will grow in {subject} and lose a programme in {month}.",
    "Students named the library first among what works, in the course survey.",
    "{p} would rather have fewer actions and see them done."};
constexpr std::string_view agreed[] = {
    ("Agreed:\n- a session in every first-year module\n- lists published by week {week}\n- one shared event "
     "in {month}"),
    "Three actions, each with a name beside it; half-year look in {month}.",
    ("Agreed:\n- review of {module} reading\n- drop-in near the department on {weekday}\n- library item at "
     "each board"),
    "The plan goes to {p} for comment by {weekday}.", "Carried over with a date this time: {month}."};
constexpr std::string_view ours[] = {"Send {p} the action plan", "Add e-book figures to the headline page",
                                     "Arrange the half-year look with {p}"};
constexpr std::string_view theirs[] = {"Comment on the action plan", "Name who leads each action"};
}  // namespace november

namespace small_things {
constexpr std::string_view topics[] = {"student-feedback"};
constexpr std::string_view asked[] = {
    "{p} passed on thanks from {year_group} for the late-night help.",
    "Quick word about the {module} books: they have arrived.",
    "{p} asked when the third floor opens again.",
    "Told {p} that {colleague} is away until {weekday} and who covers.",
    "{p} had found a {rare} in a returned book and brought it back.",
    "Asked {p} how the conference on {subject} went.",
    "{p} mentioned a talk on {subject} in {month} that we may like to come to."};
constexpr std::string_view detail[] = {
    "The books are on the hold shelf until {weekday}.", "{other} will be there too.",
    "It opens in {month}, with more sockets.", "Posters for the foyer are welcome.",
    "The talk is in {room}, at one."};
constexpr std::string_view agreed[] = {"Nothing to do.", "Will pass it on at the team meeting.",
                                       "Put it in the diary.", "{p} will send the title."};
constexpr std::string_view ours[] = {"Pass the thanks on to the help desk",
                                     "Tell {p} when the third floor opens"};
constexpr std::string_view theirs[] = {"Send the title of the talk"};
}  // namespace small_things

namespace development {
constexpr std::string_view topics[] = {"staff-development", "literature-searching"};
constexpr std::string_view asked[] = {"Lunchtime talk for the department on finding {subject} literature.",
                                      "Away day of the department: twenty minutes from the library.",
                                      "Bookable surgery in the staff room.",
                                      "Research seminar on {subject}; brought the new books along.",
                                      "Open afternoon in the library for academic staff."};
constexpr std::string_view detail[] = {"{number} came, more than chairs.",
                                       "Most questions were about alerts and about reading on phones.",
                                       "{p} told the others how the session in {module} came about.",
                                       "{other} had never seen the stores and took a tour.",
                                       "Three new starters signed up for the mailing list."};
constexpr std::string_view agreed[] = {"Once a term from now on.", "Slides sent to all who came.",
                                       "{p} asked for the same at the research group.",
                                       "Next in {month}, on {subject}."};
constexpr std::string_view ours[] = {"Send the slides to the department", "Fix a date for the next surgery"};
constexpr std::string_view theirs[] = {"Offer a slot at the research group"};
}  // namespace development

constexpr Theme all[] = {
    {"hello", hello::topics, hellos, 26, Audience::everyone, Rhythm::start_of_year, Specialist::none, 22, 20,
     hello::asked, hello::detail, hello::agreed, hello::ours, hello::theirs},
    {"committee", committee::topics, committees, 34, Audience::everyone, Rhythm::term, Specialist::none, 50,
     0, committee::asked, committee::detail, committee::agreed, committee::ours, committee::theirs},
    {"november", november::topics, meetings, 30, Audience::everyone, Rhythm::november, Specialist::none, 24,
     10, november::asked, november::detail, november::agreed, november::ours, november::theirs},
    {"small-things", small_things::topics, informal, 64, Audience::everyone, Rhythm::steady, Specialist::none,
     56, 10, small_things::asked, small_things::detail, small_things::agreed, small_things::ours,
     small_things::theirs},
    {"development", development::topics, events, 20, Audience::everyone, Rhythm::steady, Specialist::none, 30,
     0, development::asked, development::detail, development::agreed, development::ours, development::theirs},
};

}  // namespace

std::span<const Theme> partnership_themes() {
  return all;
}

}  // namespace rapport::demo
