// Placements, accessibility, copyright, exam papers, study space, distance learners, software.
#include "themes.hpp"

namespace rapport::demo {
namespace {

constexpr KindShare everyday[] = {
    {"email", 38}, {"corridor", 22}, {"meeting", 16}, {"call", 12}, {"online", 12}};
constexpr KindShare mostly_written[] = {{"email", 62}, {"call", 16}, {"corridor", 12}, {"online", 10}};
constexpr KindShare meetings[] = {{"meeting", 50}, {"online", 26}, {"email", 16}, {"corridor", 8}};

namespace placements {
constexpr std::string_view topics[] = {"placements", "e-books"};
constexpr std::string_view asked[] = {
    "Students away on placement lose the sign-in when a ward computer locks.",
    "{p} wants one page on using the library from a placement, to go in the handbook.",
    "Asked which of our databases on {subject} open without a university machine.",
    "{year_group} go out in week {week} and cannot come in to collect books.",
    "{p} reports that the practice partners' network blocks {publisher}.",
    ("The placement evaluation of {module} says that borrowing periods are too short for blocks of {count} "
     "weeks."),
    "{p} passed on a question from placement supervisors: may they use {journal} too?"};
constexpr std::string_view detail[] = {
    "It works from home and on phones, so it is the network and not the licence.",
    "{number} students are out until {month}.",
    "Supervisors can have walk-in access, but not from their own desks.",
    "The help card is from three years ago and shows the old sign-in page.",
    ("Longer loans would need a flag on {number} accounts; the systems team can do it from the placement "
     "list."),
    "{other} holds the list of partners and knows whom to ring.",
    "Students on nights want help outside office hours; chat closes at eight."};
constexpr std::string_view agreed[] = {
    "We write the page, {p} checks it with two practice educators.",
    "Longer loans are switched on for the block that begins in {month}.",
    "{colleague} will ring the partner's helpdesk.",
    "A half-hour online drop-in before each block, starting in {month}.",
    "Postal loans for those without a library nearby, return postage paid."};
constexpr std::string_view ours[] = {
    "Write the placement page for the handbook", "Ring the placement partner's helpdesk",
    "Switch on longer loans for placement students", "Test the sign-in on a placement laptop"};
constexpr std::string_view theirs[] = {"Send the placement list for {month}",
                                       "Check the placement page with educators"};
}  // namespace placements

namespace accessibility {
constexpr std::string_view topics[] = {"accessibility", "e-books"};
constexpr std::string_view asked[] = {
    "Asked for the core texts of {module} in a format that a screen reader can use.",
    "{p} wants to know whether the scanned chapters for {title} can be read aloud.",
    "The slides and handouts for {title} were checked for headings and contrast together.",
    "{p} asked what an alternative format is and who may ask for one.",
    "Captions are missing on the films set for {module}."};
constexpr std::string_view detail[] = {
    "{publisher} sends files for {count} of the titles within a week.",
    "The old scans are pictures of text; new ones are being made.",
    "Requests go through the library, not through the publisher, and need no details about anybody.",
    "{number} pages were corrected by hand.",
    "The reading-list system shows an icon when an accessible copy exists."};
constexpr std::string_view agreed[] = {
    "All essential reading of {module} will be done by {month}.",
    "We replace the scans as they are asked for, newest first.",
    "{p} will use the template with real headings from now on.",
    "A short session for the department's away day, together with {colleague}."};
constexpr std::string_view ours[] = {"Ask {publisher} for accessible files of {book}",
                                     "Replace the scans for {module}", "Send {p} the slide template"};
constexpr std::string_view theirs[] = {"Send the list of films that need captions"};
}  // namespace accessibility

namespace copyright {
constexpr std::string_view topics[] = {"copyright", "streaming-media"};
constexpr std::string_view asked[] = {
    "{p} asked whether a whole chapter of {book} may go on the module site.",
    "May a broadcast about {subject} be shown in a recorded lecture?",
    "Wants to use {count} figures from {journal} in an open course.",
    "Asked who owns the posters that students made for {module}.",
    "{p} asked whether images from a museum site can be used in {title}."};
constexpr std::string_view detail[] = {
    "One chapter or a tenth of the book is covered by our licence, if the library makes the scan.",
    "The broadcast is in the recordings service, so a link is safer than a file.",
    "Two of the figures are under a Creative Commons licence and need only a credit.",
    "The students do, unless they signed otherwise.",
    "The museum allows teaching use behind a sign-in, not on the open web."};
constexpr std::string_view agreed[] = {
    "{p} will link instead of uploading.", "We make the scan and report it.",
    "Will ask the publisher; if it takes longer than a month, redraw the figures.",
    "Sent the one-page guide with the three questions to ask first."};
constexpr std::string_view ours[] = {"Ask {publisher} for permission to use the figures",
                                     "Scan chapter {week} of {book} for {module}"};
constexpr std::string_view theirs[] = {"Send the list of images", "Take the file down until we know"};
}  // namespace copyright

namespace exam_papers {
constexpr std::string_view topics[] = {"exam-papers"};
constexpr std::string_view asked[] = {
    "The past papers for {module} stop two years ago.",
    "{p} asked to have the papers of {title} taken down, as the questions are used again.",
    "{year_group} keep asking for past papers of {module}.",
    "Asked who sends us the papers for {module} now that the office has changed."};
constexpr std::string_view detail[] = {"{count} modules of the department have none at all.",
                                       "Papers were opened {number} times in the fortnight before the exams.",
                                       "The new assessment is coursework, so the old papers no longer help.",
                                       "They arrive as photographs; retyped ones can be searched."};
constexpr std::string_view agreed[] = {
    "We add a note that the assessment has changed.", "The office sends all papers each {month} from now on.",
    "Taken down the same day.", "{p} will write one specimen paper instead."};
constexpr std::string_view ours[] = {"Add the missing papers for {module}",
                                     "Take down the papers for {module}"};
constexpr std::string_view theirs[] = {"Send last year's paper for {module}"};
}  // namespace exam_papers

namespace study_space {
constexpr std::string_view topics[] = {"study-space", "opening-hours"};
constexpr std::string_view asked[] = {
    "{p} asked whether {module} could use a group room in week {week}.",
    "Students on {module} would like the library open later before deadlines.",
    "Asked where {year_group} can record presentations.",
    "{p} mentioned that the quiet floor is not quiet between lectures.",
    "Looking for a room with a large table for {number} posters."};
constexpr std::string_view detail[] = {
    "{room} is free on {weekday} afternoons.", "Gate counts are highest between eleven and three.",
    "Students book the small rooms within minutes of opening.",
    "The booth on the second floor has a camera that nobody knows about.",
    "Late opening was tried two years ago; {number} people stayed after midnight."};
constexpr std::string_view agreed[] = {
    "Booked {room}.", "Will be raised at the next library committee.",
    "We move the chairs away from the silent end and look again in {month}.",
    "{p} will tell the seminar about the booth."};
constexpr std::string_view ours[] = {"Book {room} for {module}",
                                     "Raise late opening at the library committee"};
constexpr std::string_view theirs[] = {"Say how many will come on {weekday}"};
}  // namespace study_space

namespace distance {
constexpr std::string_view topics[] = {"distance-learners", "apprenticeships"};
constexpr std::string_view asked[] = {
    "{p} asked what apprentices get who never come to the campus.",
    "The new part-time route in {subject} starts in {month}: talked about books by post.",
    "Distance learners on {module} did not know that chat exists.",
    "Asked whether employers of apprentices may see our databases."};
constexpr std::string_view detail[] = {
    "{number} are enrolled, most of them two hours away.",
    "They have Friday mornings for study, when our drop-ins do not run.",
    "Students abroad cannot open {count} of the core e-books because of the licence.",
    "A welcome message in week {week} would reach them better than the handbook."};
constexpr std::string_view agreed[] = {"An online drop-in on Friday mornings, as a trial until {month}.",
                                       "We check each licence of the core list for use abroad.",
                                       "{p} forwards our welcome message in the first week.",
                                       "Recorded a ten-minute tour together."};
constexpr std::string_view ours[] = {"Check the licences of the {module} list for use abroad",
                                     "Write the welcome message for distance learners"};
constexpr std::string_view theirs[] = {"Forward the welcome message", "Send the apprentices' study days"};
}  // namespace distance

namespace software {
constexpr std::string_view topics[] = {"software", "statistics"};
constexpr std::string_view asked[] = {
    "{p} asked whether the reference manager is kept next year.",
    "Which statistics package is on the library machines? {module} needs it from week {week}.",
    "Students asked for help with figures on {subject}.",
    "{p} would like a drop-in on handling data in spreadsheets."};
constexpr std::string_view detail[] = {"The site licence runs until {month}.",
                                       "The free version does all that the module needs.",
                                       "{count} machines on the first floor have it.",
                                       "The maths support desk covers it on {weekday} afternoons."};
constexpr std::string_view agreed[] = {"Kept for another year; {p} will say so in the handbook.",
                                       "We share a drop-in with maths support.",
                                       "Will be installed on the first floor before week {week}."};
constexpr std::string_view ours[] = {"Ask for the statistics package on the first floor",
                                     "Share the drop-in dates with maths support"};
constexpr std::string_view theirs[] = {"Say which version {module} uses"};
}  // namespace software

constexpr Theme all[] = {
    {"placements", placements::topics, everyday, 110, Audience::with_placements, Rhythm::term,
     Specialist::none, 62, 30, placements::asked, placements::detail, placements::agreed, placements::ours,
     placements::theirs},
    {"accessibility", accessibility::topics, meetings, 34, Audience::everyone, Rhythm::start_of_year,
     Specialist::none, 54, 50, accessibility::asked, accessibility::detail, accessibility::agreed,
     accessibility::ours, accessibility::theirs},
    {"copyright", copyright::topics, mostly_written, 40, Audience::everyone, Rhythm::steady,
     Specialist::collections, 86, 30, copyright::asked, copyright::detail, copyright::agreed, copyright::ours,
     copyright::theirs},
    {"exam-papers", exam_papers::topics, mostly_written, 20, Audience::everyone, Rhythm::spring,
     Specialist::none, 60, 80, exam_papers::asked, exam_papers::detail, exam_papers::agreed,
     exam_papers::ours, exam_papers::theirs},
    {"study-space", study_space::topics, everyday, 30, Audience::everyone, Rhythm::term, Specialist::none, 70,
     20, study_space::asked, study_space::detail, study_space::agreed, study_space::ours,
     study_space::theirs},
    {"distance", distance::topics, meetings, 26, Audience::everyone, Rhythm::start_of_year, Specialist::none,
     50, 30, distance::asked, distance::detail, distance::agreed, distance::ours, distance::theirs},
    {"software", software::topics, everyday, 22, Audience::everyone, Rhythm::term, Specialist::none, 70, 40,
     software::asked, software::detail, software::agreed, software::ours, software::theirs},
};

}  // namespace

std::span<const Theme> access_themes() {
  return all;
}

}  // namespace rapport::demo
