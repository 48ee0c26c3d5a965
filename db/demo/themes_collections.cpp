// Reading lists, e-books, subscriptions, inter-library loans, archives, inclusive lists.
#include "themes.hpp"

namespace rapport::demo {
namespace {

constexpr KindShare everyday[] = {
    {"email", 36}, {"corridor", 20}, {"meeting", 20}, {"call", 10}, {"online", 14}};
constexpr KindShare mostly_written[] = {
    {"email", 60}, {"call", 14}, {"corridor", 10}, {"online", 10}, {"meeting", 6}};
constexpr KindShare in_person[] = {{"meeting", 50}, {"corridor", 20}, {"email", 20}, {"event", 10}};

namespace reading_lists {
constexpr std::string_view topics[] = {"reading-lists"};
constexpr std::string_view asked[] = {
    "{p} wants the {module} list ready before teaching starts.",
    "Went through the reading list for {module} line by line.",
    "The list for {title} still shows last year's weeks; asked how to move them all at once.",
    "{p} is taking over {module} and inherited a list of {number} items.",
    "Looked at which items on the {module} list were opened last year: {count} were not opened at all.",
    "Asked whether a list can be copied from {module} to a new module without losing the notes.",
    "The link to chapter {week} on the {module} list led nowhere.",
    "{p} would like essential and further reading told apart on the list for {title}."};
constexpr std::string_view detail[] = {
    "{count} of the titles are out of print, and newer editions exist for two of them.",
    "The week on {subject} has nothing newer than ten years.",
    "Students had been sent to the wrong edition since week {week}.",
    "The list is long: {number} items for a ten-credit module.",
    "{other} shares the module and edits the second half.",
    "Only the first three weeks had been published.",
    "We hold {count} copies of {book}, and each was on loan most of last term.",
    "Students said at the module evaluation that they like short notes saying why an item is there."};
constexpr std::string_view agreed[] = {
    "Agreed to cut further reading to one page.",
    "Agreed to keep {book} as essential and drop the older textbook.",
    "We will order the gaps as e-books first and print second.",
    "The list will be checked again in {month}.",
    "{p} will mark essential items by {weekday}; we order from that.",
    "Left it that {colleague} tidies the links and {p} looks once more before publishing."};
constexpr std::string_view ours[] = {
    "Check the {module} list for broken links", "Order the missing titles for {module}",
    "Send {p} last year's figures for the {module} list", "Copy the {module} list to the new year",
    "Ask {colleague} to digitise chapter {week} for {module}"};
constexpr std::string_view theirs[] = {"Mark essential items on the {module} list",
                                       "Send the new weeks for {module}",
                                       "Tell us the student numbers for {module}"};
}  // namespace reading_lists

namespace e_books {
constexpr std::string_view topics[] = {"e-books", "reading-lists"};
constexpr std::string_view asked[] = {
    "{p} asked why only {count} people can open {book} at once.",
    "Asked about an e-book licence for {book}.",
    "The core text for {title} is sold only as one-user access by {publisher}.",
    "{year_group} were turned away from {book} the night before the deadline.",
    "{p} found that {book} can be read but not downloaded.",
    "Wants {book} as an e-book; {publisher} offers it to individuals but not to libraries.",
    "Asked whether the textbook bundle from {publisher} would cover {module}."};
constexpr std::string_view detail[] = {
    "A three-user licence is {price}; unlimited access is not offered.",
    "{number} turnaways were counted in week {week}.",
    "Explained how credits work and why they run out near deadlines.",
    "The second edition is in a package that we already have.",
    "{publisher} quoted {price} a year for the whole cohort.",
    "Students on the module mostly read on phones, where the reader app loses the page numbers.",
    "There is an open textbook on {subject} that covers about two thirds of the course."};
constexpr std::string_view agreed[] = {
    "Agreed to upgrade the licence now and review after the exams.",
    "We will put two print copies in short loan while the licence is sorted.",
    "{p} is happy to set chapters 2 and {week} instead, which we can scan.",
    "Will try the open textbook with one seminar group first.",
    "Not affordable this year; to be looked at again in {month}."};
constexpr std::string_view ours[] = {
    "Get a price for a larger licence of {book}", "Ask {publisher} about unlimited access to {book}",
    "Send the turnaway figures for {module}", "Put two copies of {book} into short loan",
    "Look for an open textbook on {subject}"};
constexpr std::string_view theirs[] = {"Say how many will take {module} this year",
                                       "Look at the open textbook on {subject}",
                                       "Choose which chapters of {book} are needed"};
}  // namespace e_books

namespace subscriptions {
constexpr std::string_view topics[] = {"subscriptions", "journals", "budget"};
constexpr std::string_view asked[] = {
    "Went over the journals on {subject} that the department uses, before renewals.",
    "{p} asked whether we can take {journal}.",
    "The price of {journal} rises by {percent} per cent next year.",
    "{publisher} has moved {journal} out of the package.",
    "Asked {p} what would be missed if the {subject} database were cancelled.",
    "{p} reports that {journal} stops at the year before last.",
    "Trial of the {subject} database ends on {weekday}; asked for comments."};
constexpr std::string_view detail[] = {
    "It was opened {number} times last year, mostly for one module.",
    "{count} colleagues in the department publish there.",
    "The price is {price} and there is no discount for a second year.",
    "Articles older than a year are free in the repository of the society.",
    "{other} uses the backfiles from 1980 and would miss them.",
    "Use has halved since the course on {subject} closed."};
constexpr std::string_view agreed[] = {"Agreed to keep it for a year and count again.",
                                       "We will cancel and rely on inter-library loans.",
                                       "Will ask the consortium for a shared price.",
                                       "The department will rank its ten most needed titles by {month}.",
                                       "Nothing to decide yet: the renewal is in {month}."};
constexpr std::string_view ours[] = {
    "Send usage of {journal} for two years", "Ask {publisher} for a price without the bundle",
    "Set up a trial of the {subject} database", "Tell {p} what was decided about {journal}"};
constexpr std::string_view theirs[] = {"Rank the department's journals",
                                       "Collect comments on the {subject} trial"};
}  // namespace subscriptions

namespace loans {
constexpr std::string_view topics[] = {"inter-library-loans", "journals"};
constexpr std::string_view asked[] = {
    "{p} needs {count} articles on {subject} that we do not hold.",
    "Asked how long a loan of {book} from another library takes at the moment.",
    "A thesis on {subject} from another university is needed for {month}.",
    "{p} asked whether a scan from {journal} can come straight to a phone.",
    "The loan of {book} has to go back and {p} is not finished."};
constexpr std::string_view detail[] = {
    "Two of them turned out to be open access already.",
    "The lending library allows reading in our building only.",
    "Most articles now arrive within two working days.",
    "The book was printed in {count} hundred copies and few libraries lend it.",
    "Showed how to find the author's own version first."};
constexpr std::string_view agreed[] = {"Requested what was left; no charge to the department.",
                                       "Renewed for three weeks.", "We will buy a second-hand copy instead.",
                                       "{colleague} will collect the volume and keep it at the desk."};
constexpr std::string_view ours[] = {"Request the articles on {subject}", "Ask for a longer loan of {book}"};
constexpr std::string_view theirs[] = {"Send the full references for the loans"};
}  // namespace loans

namespace archives {
constexpr std::string_view topics[] = {"archives", "special-collections"};
constexpr std::string_view asked[] = {
    "{p} would like to bring {module} to the reading room to handle originals.",
    "Asked what we hold on {subject}.",
    "{p} is looking for a {rare} that an older catalogue mentions.",
    "Talked about a student exhibition on {subject} in the foyer cases.",
    "Showed {p} the boxes from the Thornbank estate.",
    "{p} offered the department's old slides and field notebooks.",
    "Wants students to transcribe letters from the collection as coursework."};
constexpr std::string_view detail[] = {
    "Groups of twelve at most fit at the tables.",
    "There are {count} boxes, listed only by year.",
    "Two of the volumes are too fragile to be opened and were photographed instead.",
    "Students should book a week ahead and bring pencils.",
    "The donor's letter allows teaching but not publication of names.",
    "A {rare} turned up between the account books, not listed anywhere.",
    "{other} did the same with {year_group} two years ago and kept the worksheets."};
constexpr std::string_view agreed[] = {
    "Two sessions booked for {month}.", "We will choose fifteen items and write a line about each.",
    "{p} will come for an hour first to see what suits the seminar.",
    "The cases are free from {month}; captions to be written by the seminar.",
    "To be offered to the county record office if it does not fit our collections."};
constexpr std::string_view ours[] = {
    "Choose items on {subject} for the seminar", "Book the reading room for {module}",
    "Photograph the fragile volume for {p}", "Ask {colleague} about copyright in the letters"};
constexpr std::string_view theirs[] = {"Send dates for the reading-room sessions",
                                       "Draft the exhibition captions"};
}  // namespace archives

namespace inclusive {
constexpr std::string_view topics[] = {"inclusive-reading-lists", "reading-lists"};
constexpr std::string_view asked[] = {
    "{p} wants to look at whose voices are on the list for {module}.",
    "The department plans a review of reading lists, starting with {title}.",
    "Asked for help in finding work on {subject} from outside Europe and North America.",
    "Students put forward {count} titles for {module}; asked whether we can get them."};
constexpr std::string_view detail[] = {
    "Of {number} items on the list, {count} are by authors based outside the UK and the US.",
    "Small presses do not sell e-books to libraries, so print it is.",
    "Students chose the titles in a seminar and wrote why.",
    "Shared the checklist that Education used last year.",
    "{other} knows the publishers in Lagos and Nairobi."};
constexpr std::string_view agreed[] = {
    "We pay for up to twelve suggestions this year.", "Agreed to begin with weeks 1 to {week} and see.",
    "The review will be on the agenda of the board of studies in {month}.",
    "A student panel meets in {month}; we bring figures, they bring titles."};
constexpr std::string_view ours[] = {"Order the titles that students chose for {module}",
                                     "Count authors by country on the {module} list"};
constexpr std::string_view theirs[] = {"Ask the student panel for a date", "Share the seminar's suggestions"};
}  // namespace inclusive

constexpr Theme all[] = {
    {"reading-lists", reading_lists::topics, everyday, 120, Audience::everyone, Rhythm::before_term,
     Specialist::none, 58, 80, reading_lists::asked, reading_lists::detail, reading_lists::agreed,
     reading_lists::ours, reading_lists::theirs},
    {"e-books", e_books::topics, mostly_written, 85, Audience::everyone, Rhythm::term, Specialist::none, 66,
     60, e_books::asked, e_books::detail, e_books::agreed, e_books::ours, e_books::theirs},
    {"subscriptions", subscriptions::topics, everyday, 45, Audience::everyone, Rhythm::summer,
     Specialist::none, 42, 5, subscriptions::asked, subscriptions::detail, subscriptions::agreed,
     subscriptions::ours, subscriptions::theirs},
    {"loans", loans::topics, mostly_written, 30, Audience::everyone, Rhythm::steady, Specialist::none, 80, 5,
     loans::asked, loans::detail, loans::agreed, loans::ours, loans::theirs},
    {"archives", archives::topics, in_person, 130, Audience::with_old_books, Rhythm::steady,
     Specialist::collections, 60, 50, archives::asked, archives::detail, archives::agreed, archives::ours,
     archives::theirs},
    {"inclusive", inclusive::topics, in_person, 24, Audience::everyone, Rhythm::spring, Specialist::none, 55,
     60, inclusive::asked, inclusive::detail, inclusive::agreed, inclusive::ours, inclusive::theirs},
};

}  // namespace

std::span<const Theme> collection_themes() {
  return all;
}

}  // namespace rapport::demo
