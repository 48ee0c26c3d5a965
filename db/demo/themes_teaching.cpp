// Planning and giving teaching, induction, dissertations, referencing, one-to-ones, validation.
#include "themes.hpp"

namespace rapport::demo {
namespace {

constexpr KindShare everyday[] = {
    {"email", 40}, {"meeting", 24}, {"corridor", 16}, {"call", 6}, {"online", 14}};
constexpr KindShare taught[] = {{"teaching", 95}, {"embedded", 5}};
constexpr KindShare inductions[] = {{"induction", 1}};
constexpr KindShare consultations[] = {{"consultation", 64}, {"online", 20}, {"email", 16}};
constexpr KindShare boards[] = {{"meeting", 40}, {"committee", 34}, {"email", 26}};

namespace planning {
constexpr std::string_view topics[] = {"information-literacy"};
constexpr std::string_view asked[] = {
    "Planned the session for {module} in {month}.",
    "{p} would like a workshop on finding evidence for {year_group}.",
    "Asked whether the session in {title} can move from week {week} to just after the assignment is set.",
    "{p} asked for the same session as last year, but shorter and with more practice.",
    "Went through the assignment for {module} to see where searching comes in.",
    "{other} suggested us to {p}: a session on {subject} for {year_group}.",
    "{p} wants students to arrive with a question of their own."};
constexpr std::string_view detail[] = {
    "About {number} students in two groups, {room}.",
    "Last year {percent} per cent said that they would have liked it earlier.",
    "The assignment asks for {count} peer-reviewed sources, and many hand in web pages.",
    "Computers are needed; {room} has none, so they bring their own.",
    "Examples should come from {subject}.",
    "{p} will stay and answer questions about the assignment.",
    "{colleague} can take the second group."};
constexpr std::string_view agreed[] = {
    "One hour in week {week}, a worksheet before and a five-minute quiz after.",
    "Agreed on practice first and slides last.", "We send the plan a week ahead, {p} adds two examples.",
    "To be booked with the timetable office by {weekday}.",
    "Will be recorded for those on the part-time route."};
constexpr std::string_view ours[] = {"Send {p} the plan for the {module} session", "Book {room} for {module}",
                                     "Write a worksheet on {subject}",
                                     "Ask {colleague} to take the second group",
                                     "Prepare searches on {subject}"};
constexpr std::string_view theirs[] = {"Send the assignment for {module}", "Confirm the room for {module}",
                                       "Send two examples from {subject}"};
}  // namespace planning

namespace sessions {
constexpr std::string_view topics[] = {"information-literacy"};
constexpr std::string_view asked[] = {
    "Session for {module}: from a question to a search.",
    "Workshop on finding and judging sources, {title}, {year_group}.",
    "Taught searching for literature on {subject} with {p}.",
    "Second session for {module}, on keeping and citing what is found.",
    "Workshop in {room} on reading a paper in twenty minutes.",
    "Showed {year_group} how to search two databases at once and why not to.",
    "Ran the evidence quiz with {module}, then searches in pairs."};
constexpr std::string_view detail[] = {
    "{count} groups chose questions on {subject} and found more than they could read.",
    "Synonyms took longer than planned; truncation was quick.",
    "The wireless dropped for ten minutes, so we worked on paper.",
    "{p} stayed and linked each step to the assignment.",
    "Students asked most about dates and about what counts as peer-reviewed.",
    "In the quiz at the end {percent} per cent could tell a review from a trial.",
    "Students worked on their own topics, which kept everybody in the room.",
    "{count} had never used anything but a web search before."};
constexpr std::string_view agreed[] = {"Same again next year, two weeks earlier.",
                                       "The slides are on the module site.",
                                       "{p} would like a follow-up on referencing.",
                                       "{count} stayed behind and booked a one-to-one.",
                                       "To change: fewer databases, more time for the second exercise.",
                                       "Feedback forms are with {colleague}."};
constexpr std::string_view ours[] = {"Put the slides for {module} online", "Send {p} the quiz results",
                                     "Arrange one-to-ones after {module}",
                                     "Plan a follow-up on referencing for {module}"};
constexpr std::string_view theirs[] = {"Share the marks for the search diary"};
}  // namespace sessions

namespace induction {
constexpr std::string_view topics[] = {"induction"};
constexpr std::string_view asked[] = {
    "Library welcome for {year_group} in {room}.", "Induction for the new students of the department.",
    "Tour and treasure hunt for {title}.", "Welcome talk, then questions at the coffee table.",
    "Induction for late starters who missed welcome week."};
constexpr std::string_view detail[] = {
    "Everybody signed in once on their own device before leaving.",
    "The treasure hunt took twenty minutes and ended at the help desk.",
    "Most asked about printing, the second most about group rooms.",
    "Students who came from college knew reading lists; mature students wanted to see the shelves.",
    "{p} introduced the programme team and then handed over.",
    "Half could not sign in yet: accounts were made only the night before."};
constexpr std::string_view agreed[] = {
    "Repeat in week {week} for those who came late.", "{p} asks for the short version next year.",
    "Left {number} cards; none were left on the tables.", "The slides went to the module site of {module}."};
constexpr std::string_view ours[] = {"Repeat the induction in week {week}", "Send the tour map to {p}"};
constexpr std::string_view theirs[] = {"Send the list of late starters"};
}  // namespace induction

namespace dissertations {
constexpr std::string_view topics[] = {"dissertations", "literature-searching"};
constexpr std::string_view asked[] = {
    "{p} wants library help mentioned in the dissertation handbook.",
    "Dissertation season: {p} is supervising {number} and would like to send some of them to us.",
    "Asked for a drop-in for dissertation writers near {room}.",
    "Talked about what supervisors in {subject} expect of a search and what we teach.",
    "{year_group} choose topics in week {week}; {p} would like them to search before they choose."};
constexpr std::string_view detail[] = {
    "Last year {count} came in the final week, too late to change the question.",
    "Topics are around {subject} this year.",
    "Students mix up a literature review with a systematic one.",
    "{other} runs a methods clinic on {weekday} and has a second desk.",
    "Supervisors would like to know who has come; agreed that students tell them themselves.",
    "Old dissertations can be read in the library, not borrowed."};
constexpr std::string_view agreed[] = {
    "A drop-in every {weekday} from week {week} to the deadline.", "We write the paragraph for the handbook.",
    "A joint hour with the methods clinic in {month}.", "{p} mentions us at the dissertation launch."};
constexpr std::string_view ours[] = {"Write the handbook paragraph on dissertations",
                                     "Put the drop-in dates on the department's board",
                                     "Prepare an example search on {subject}"};
constexpr std::string_view theirs[] = {"Mention the drop-ins at the launch",
                                       "Send the list of dissertation topics"};
}  // namespace dissertations

namespace one_to_ones {
constexpr std::string_view topics[] = {"one-to-ones", "literature-searching"};
constexpr std::string_view asked[] = {"Hour with {p} on a search about {subject}.",
                                      "{p} came with a half-finished search on {subject}.",
                                      "Helped {p} to set up alerts for {journal} and two others.",
                                      "Looked at how to keep references for a book on {subject}.",
                                      "{p} needed figures on {subject} for a talk on {weekday}."};
constexpr std::string_view detail[] = {
    "The question was two questions; parted them, and each became searchable.",
    "Found {number} records, {count} of them new to {p}.",
    "The library of {number} references had each entry twice; cleaned it together.",
    "An official series exists since 1996 and is free.",
    "Subject headings helped more than longer searches."};
constexpr std::string_view agreed[] = {
    "To meet again after the first sift.", "The search is saved under {p}'s own account.",
    "{p} will run it again in {month}.", "Sent the steps in writing the same afternoon."};
constexpr std::string_view ours[] = {"Send {p} the search in writing", "Look up the older name of {subject}"};
constexpr std::string_view theirs[] = {"Choose which references to keep"};
}  // namespace one_to_ones

namespace referencing {
constexpr std::string_view topics[] = {"referencing", "academic-integrity", "generative-ai"};
constexpr std::string_view asked[] = {
    "{p} asked which referencing style the department should name in its handbook.",
    "Several essays in {module} cited works that do not exist; asked how to teach checking.",
    "Talked about what to tell {year_group} about generative tools and sources.",
    "{p} would like one page on how to cite a conversation, a film and a data set.",
    "Markers in {title} correct references in three different ways."};
constexpr std::string_view detail[] = {
    "{count} of the references could be found, the rest were stitched together.",
    "The faculty's wording is out for comment until {month}.",
    "Students said that they want examples rather than rules.",
    "The handbook links to a guide that was withdrawn two years ago.",
    "Looking each source up takes ten minutes and teaches a lot."};
constexpr std::string_view agreed[] = {
    "One style from next September, with our guide linked.",
    "A checking exercise in week {week}, marked by the students themselves.",
    "We offer a page with twelve examples from {subject}.",
    "{p} takes it to the teaching committee in {month}."};
constexpr std::string_view ours[] = {"Write twelve referencing examples for {subject}",
                                     "Send {p} the checking exercise"};
constexpr std::string_view theirs[] = {"Take the style question to the teaching committee"};
}  // namespace referencing

namespace validation {
constexpr std::string_view topics[] = {"module-validation", "budget"};
constexpr std::string_view asked[] = {
    "{p} is writing a new module on {subject} and needs our statement on resources.",
    "Validation of the new programme in {subject} is in {month}.",
    "Went through the module form for {title}: reading, licences, teaching.",
    "The revalidation papers gave the reading of six years ago; asked {p} for the new list.",
    "The panel asked what the library would need if numbers double."};
constexpr std::string_view detail[] = {
    "The core reading would cost about {price} in the first year.",
    "We hold {percent} per cent of the draft list already.",
    "A database on {subject} would be needed, shared with {other}'s programme.",
    "Nobody had asked us before the form was due; {p} moved the date by a week.",
    "Intake is planned at {number}."};
constexpr std::string_view agreed[] = {"Our statement goes in by {weekday}.",
                                       "The module writes one library session into week {week}.",
                                       "The department meets the first year's cost, we take on renewals.",
                                       "{p} will bring us in at the idea stage next time."};
constexpr std::string_view ours[] = {"Write the resources statement for {subject}",
                                     "Price the core reading for {subject}"};
constexpr std::string_view theirs[] = {"Send the draft reading for the new module",
                                       "Tell us the planned intake"};
}  // namespace validation

constexpr Theme all[] = {
    {"planning", planning::topics, everyday, 95, Audience::everyone, Rhythm::before_term, Specialist::none,
     60, 85, planning::asked, planning::detail, planning::agreed, planning::ours, planning::theirs},
    {"sessions", sessions::topics, taught, 105, Audience::everyone, Rhythm::term, Specialist::none, 50, 96,
     sessions::asked, sessions::detail, sessions::agreed, sessions::ours, sessions::theirs},
    {"induction", induction::topics, inductions, 40, Audience::everyone, Rhythm::start_of_year,
     Specialist::none, 40, 20, induction::asked, induction::detail, induction::agreed, induction::ours,
     induction::theirs},
    {"dissertations", dissertations::topics, everyday, 48, Audience::everyone, Rhythm::spring,
     Specialist::none, 58, 30, dissertations::asked, dissertations::detail, dissertations::agreed,
     dissertations::ours, dissertations::theirs},
    {"one-to-ones", one_to_ones::topics, consultations, 60, Audience::everyone, Rhythm::steady,
     Specialist::none, 88, 0, one_to_ones::asked, one_to_ones::detail, one_to_ones::agreed, one_to_ones::ours,
     one_to_ones::theirs},
    {"referencing", referencing::topics, everyday, 38, Audience::everyone, Rhythm::term, Specialist::none, 64,
     40, referencing::asked, referencing::detail, referencing::agreed, referencing::ours,
     referencing::theirs},
    {"validation", validation::topics, boards, 34, Audience::everyone, Rhythm::spring, Specialist::none, 62,
     20, validation::asked, validation::detail, validation::agreed, validation::ours, validation::theirs},
};

}  // namespace

std::span<const Theme> teaching_themes() {
  return all;
}

}  // namespace rapport::demo
