// Systematic reviews, open access, research data, theses and repository, bids, ORCID and measures of
// research.
#include "themes.hpp"

namespace rapport::demo {
namespace {

constexpr KindShare everyday[] = {
    {"email", 42}, {"meeting", 22}, {"corridor", 10}, {"call", 8}, {"online", 18}};
constexpr KindShare mostly_written[] = {{"email", 66}, {"online", 14}, {"call", 10}, {"corridor", 10}};
constexpr KindShare publishing[] = {
    {"email", 60}, {"online", 12}, {"call", 10}, {"corridor", 10}, {"deposit", 8}};
constexpr KindShare consultations[] = {{"consultation", 46}, {"email", 26}, {"online", 18}, {"meeting", 10}};

namespace reviews {
constexpr std::string_view topics[] = {"systematic-review", "literature-searching"};
constexpr std::string_view asked[] = {
    "Protocol for a review on {subject}: went through the question and the databases.",
    "{p} asked what we need before we can help with a systematic review.",
    "Peer-reviewed the search strategy for the review on {subject}.",
    "{p} has {number}00 records after the first search on {subject} and wants fewer.",
    "Ran the agreed searches for the review with {other}.",
    "Update of the review on {subject}: the journal asks for searches no older than a year.",
    "{p} asked whether a scoping review would answer the question better."};
constexpr std::string_view detail[] = {"Two of the databases were missing the older term for {subject}.",
                                       "The study-design filter took out {count} papers that belong in.",
                                       "Grey literature matters here: reports from charities and councils.",
                                       "After removing doubles {number} were left per reviewer.",
                                       "Translating the search for a second database took most of the hour.",
                                       "A review on nearly the same question was registered in {month}.",
                                       "The team has two reviewers and a deadline in {month}."};
constexpr std::string_view agreed[] = {
    "The library is named in the methods section, {colleague} as co-author if we run the searches.",
    "Agreed on four databases and one trial register.", "{p} registers the protocol before we search.",
    "We keep the full strategies so that they can be printed with the paper.",
    "To meet again when half has been screened."};
constexpr std::string_view ours[] = {
    "Translate the search on {subject} for the second database", "Send {p} the saved strategies",
    "Check the search on {subject} against known papers", "Look for grey literature on {subject}"};
constexpr std::string_view theirs[] = {"Send five papers that must be found", "Register the protocol"};
}  // namespace reviews

namespace open_access {
constexpr std::string_view topics[] = {"open-access"};
constexpr std::string_view asked[] = {
    "{p} asked whether {journal} is covered by one of our agreements.",
    "The paper on {subject} was accepted; which version may go into the repository?",
    "{publisher} sent {p} an invoice for {price}.",
    "{p} asked what the funder expects of a book chapter.",
    "Talked about publishing {subject} work without a charge to the author.",
    "An editor wrote to {p} out of the blue; asked us whether the journal is sound."};
constexpr std::string_view detail[] = {
    "It is covered, if the corresponding author picks the university from the list.",
    "The accepted version can go in at once, without an embargo.",
    "The invoice should not have been sent; the agreement pays.",
    "The funder allows twelve months for chapters.",
    "The journal is in no index, names no editor and asks for money first.",
    "{count} of the co-authors are elsewhere, so their library may pay.",
    "The allowance for this year is used up to {percent} per cent."};
constexpr std::string_view agreed[] = {
    "{p} deposits the accepted version this week.", "We write to {publisher} and copy {p} in.",
    "Chose a society journal without charges instead.",
    "{colleague} will speak about agreements at the research meeting in {month}.",
    "Paid from the block grant."};
constexpr std::string_view ours[] = {"Write to {publisher} about the invoice",
                                     "Check {journal} against our agreements",
                                     "Send {p} the list of journals without charges"};
constexpr std::string_view theirs[] = {"Deposit the accepted version", "Forward the publisher's letter"};
}  // namespace open_access

namespace research_data {
constexpr std::string_view topics[] = {"research-data"};
constexpr std::string_view asked[] = {
    "{p} needs a data management plan for a bid on {subject}.",
    "Where can {number} gigabytes from the {subject} project live after it ends?",
    "{p} asked how interviews can be shared without naming anybody.",
    "Asked for a DOI for the data behind the {subject} paper.",
    "Looked at the folders of the {subject} project together."};
constexpr std::string_view detail[] = {
    "The funder asks for two pages, and the draft had one sentence.",
    "Consent forms promised that recordings are destroyed after five years.",
    "Files are called final, final2 and {rare}; a plan for names came first.",
    "A national archive takes this kind of data without a charge.",
    "Half the data belong to a partner abroad, so the agreement must say who may share."};
constexpr std::string_view agreed[] = {
    "We comment on the draft by {weekday}.", "Transcripts go to the archive, recordings do not.",
    "{p} writes a readme and we mint the DOI.", "Data steward to be named in the bid."};
constexpr std::string_view ours[] = {"Comment on the data plan for {subject}",
                                     "Ask what storage costs after the project",
                                     "Mint a DOI for the {subject} data"};
constexpr std::string_view theirs[] = {"Write a readme for the {subject} data", "Send the draft data plan"};
}  // namespace research_data

namespace theses {
constexpr std::string_view topics[] = {"theses", "open-access"};
constexpr std::string_view asked[] = {
    "{p} has a research student who hands in next month and wants an embargo.",
    "A thesis on {subject} contains {count} published papers; asked about permissions.",
    "Asked how examiners get a copy of a thesis on {subject}.",
    "{p} would like to see downloads of the department's theses."};
constexpr std::string_view detail[] = {
    "An embargo of two years can be had with the director's signature.",
    "The publisher allows reuse in a thesis if the source is named.",
    "The most read one, on {subject}, was opened {number}0 times last year.",
    "The form asks for a title that differs from the one on the cover."};
constexpr std::string_view agreed[] = {"The form comes with the thesis; we check it the same day.",
                                       "{p} will bring the next three research students to our deposit hour.",
                                       "Figures go to the department each {month}."};
constexpr std::string_view ours[] = {"Send {p} the embargo form",
                                     "Count downloads of the department's theses"};
constexpr std::string_view theirs[] = {"Have the embargo form signed"};
}  // namespace theses

namespace bids {
constexpr std::string_view topics[] = {"research-bids", "bibliometrics"};
constexpr std::string_view asked[] = {
    "{p} is writing a bid on {subject} and asked for a background search.",
    "Asked to name the library as a partner in the bid on {subject}.",
    "{p} wants to know who else works on {subject} in the UK.",
    "The bid needs a page on how results will reach the public.",
    "{p} asked for citation figures for a promotion case and what they do not say."};
constexpr std::string_view detail[] = {
    "The deadline is in week {week}.", "Found {count} groups; one of them is in the next county.",
    "The last bid lost marks because nobody had costed open access.",
    "Counts differ by a third between two sources; gave both and the date.",
    "A public reading-room day would count and costs little."};
constexpr std::string_view agreed[] = {"A list of {number} references by {weekday}.",
                                       "Two days of a librarian are costed in.",
                                       "{p} quotes the counts together with the words that explain them.",
                                       "We read the final draft for data and open access."};
constexpr std::string_view ours[] = {"Search for background on {subject}",
                                     "Write a paragraph on open access for the bid",
                                     "Send {p} the library's day rate"};
constexpr std::string_view theirs[] = {"Send the draft bid on {subject}", "Name the library in the bid"};
}  // namespace bids

namespace orcid {
constexpr std::string_view topics[] = {"orcid", "bibliometrics"};
constexpr std::string_view asked[] = {
    "{p} has two ORCID iDs and would like one.", "Papers by a namesake show on {p}'s staff page.",
    "Asked how to link an ORCID iD to the repository, for a paper in {journal}.",
    "Half an hour on author profiles for the {subject} group."};
constexpr std::string_view detail[] = {"The older record was made by a publisher.",
                                       "{count} papers were claimed by somebody with the same initials.",
                                       "Linking takes one click and then fills itself.",
                                       "{other} had the same and it took two weeks."};
constexpr std::string_view agreed[] = {"{p} asked for the two to be merged while we sat there.",
                                       "We write to the database, with the right list.",
                                       "Everybody in the room left with a linked iD."};
constexpr std::string_view ours[] = {"Write to the database about the namesake",
                                     "Send the ORCID guide to the group"};
constexpr std::string_view theirs[] = {"Accept the merge of the two iDs"};
}  // namespace orcid

constexpr Theme all[] = {
    {"reviews", reviews::topics, consultations, 70, Audience::everyone, Rhythm::steady, Specialist::research,
     82, 4, reviews::asked, reviews::detail, reviews::agreed, reviews::ours, reviews::theirs},
    {"open-access", open_access::topics, publishing, 62, Audience::everyone, Rhythm::steady,
     Specialist::research, 84, 0, open_access::asked, open_access::detail, open_access::agreed,
     open_access::ours, open_access::theirs},
    {"research-data", research_data::topics, everyday, 36, Audience::everyone, Rhythm::steady,
     Specialist::research, 72, 0, research_data::asked, research_data::detail, research_data::agreed,
     research_data::ours, research_data::theirs},
    {"theses", theses::topics, mostly_written, 22, Audience::everyone, Rhythm::summer, Specialist::research,
     76, 0, theses::asked, theses::detail, theses::agreed, theses::ours, theses::theirs},
    {"bids", bids::topics, everyday, 34, Audience::everyone, Rhythm::steady, Specialist::research, 80, 0,
     bids::asked, bids::detail, bids::agreed, bids::ours, bids::theirs},
    {"orcid", orcid::topics, everyday, 20, Audience::everyone, Rhythm::steady, Specialist::research, 70, 0,
     orcid::asked, orcid::detail, orcid::agreed, orcid::ours, orcid::theirs},
};

}  // namespace

std::span<const Theme> research_themes() {
  return all;
}

}  // namespace rapport::demo
