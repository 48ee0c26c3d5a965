// Through the front door of plans. The words are made up and fit any subject; nobody is named in them.
#include "fill_plans.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "interactions/directory.hpp"
#include "relationships/plans.hpp"
#include "relationships/relationships.hpp"

namespace rapport::demo {
namespace {

struct Words {
  int level;  ///< where they stand when it is written
  std::string_view where_now;
  std::string_view why_now;
  std::string_view matters;
  std::string_view hope;
  std::string_view know_by;
  std::array<std::string_view, 4> steps;
  std::string_view learnt;
};

constexpr std::array<Words, 14> all_words{{
    {2,
     "Answers when we write, and has sent two students to us. We have never planned anything together.",
     "New in the post since September, and the research review comes in two years.",
     "PhD students finishing on time. Dislikes long meetings and likes evidence of what worked elsewhere.",
     "Systematic-review support written into every PhD of the school from next year.",
     "Four students book a search clinic, and the handbook names the library.",
     {"Coffee at the Atrium: listen first to what worries somebody new in this post",
      "Send two examples of what we did for another school’s review students",
      "Offer a search clinic for the four PhD students in their second year",
      "Invite to speak at the library’s research week"},
     "A visit before the first email made the difference."},
    {2,
     "We meet at committees and talk well, but nothing comes of it afterwards.",
     "The first-year module is being rewritten this spring.",
     "Fewer questions about referencing in the last week before a deadline.",
     "A library hour in week three of the first-year module.",
     "The hour stands in the timetable, and the seminar tutors ask for the slides.",
     {"Read the module’s outline and mark where sources are asked for",
      "Show a ten-minute exercise rather than offer an hour", "Teach the exercise once with a seminar tutor",
      "Ask the tutors afterwards what they would change"},
     "Ten minutes inside a seminar opened the door to a whole hour a term later."},
    {1,
     "One conversation about a broken link, two years ago. Friendly.",
     "A new grant asks for a data management plan.",
     "Getting the plan past the funder without three rounds of comments.",
     "We are asked before the next application, not after.",
     "The next draft reaches us a month before its deadline.",
     {"Send last year’s two plans that the same funder accepted", "Read the draft within two days",
      "Meet for half an hour over the funder’s comments", "Write down together what to reuse"},
     "Quick answers matter more here than complete ones."},
    {1,
     "A regular at the desk. Knows every loan rule and none of our teaching.",
     "Takes over the dissertation module in January.",
     "That students start early, and that nobody has to chase them.",
     "Dissertation students come in November, not in March.",
     "Twenty bookings before the winter break.",
     {"Bring last year’s numbers by week to the handover", "Agree on one sentence for the module page",
      "Offer drop-ins in weeks six and seven", "Tell how many came, a week later"},
     "Showing last year’s numbers by week convinced faster than any leaflet."},
    {3,
     "Taught together twice. It went well and was never repeated.",
     "The programme is validated again next year.",
     "A programme that external examiners praise, with no more marking.",
     "Information skills in the validated programme, one step a year.",
     "The validation document names three sessions.",
     {"Map what is taught now against the programme’s outcomes",
      "Draft three lines for the validation document", "Come to the programme team’s away day",
      "Agree who teaches what, with weeks"},
     "The away day was worth more than six meetings."},
    {2,
     "Slipping: two mails unanswered since the summer.",
     "A new research group begins and needs journals we do not have.",
     "Access on the first day, for people who move between two hospitals.",
     "One conversation this term that is about their work and not our subscriptions.",
     "A reply, and a question we did not expect.",
     {"Ring instead of writing", "Set up access from the second hospital before asking for anything",
      "Ask what the group reads weekly", "Offer an alert for two journals"},
     "Solving the small access problem first brought the reply."},
    {3,
     "Partner in all but name: we are asked early and often.",
     "A sabbatical next year; somebody else stands in.",
     "That nothing falls apart meanwhile.",
     "The stand-in knows us before the sabbatical begins.",
     "The stand-in books the sessions by June.",
     {"Ask for an introduction over lunch", "Hand over the plan of the year on one sheet",
      "Teach the first session with both in the room", "Look back together in week four"},
     "An introduction in person carried the whole year."},
    {1,
     "Uses the archive alone. We met in the lift.",
     "An exhibition is planned for the anniversary.",
     "Objects that students may touch.",
     "A seminar with the collection, twice a year.",
     "Students’ captions hang in the exhibition.",
     {"Show three boxes that nobody has used for years", "Let one seminar group describe them",
      "Print the captions with the students’ first names left out", "Plan the next seminar on the spot"},
     "Three open boxes on a table said more than the catalogue."},
    {2,
     "Writes to complain, and is usually right.",
     "The reading lists move to a new system.",
     "Lists that work in the first week, without a workshop.",
     "A list owner who tells colleagues that it works.",
     "The list is ready a week before term and a colleague asks for the same.",
     {"Move the list for them and show the result", "Mend every broken link within a day",
      "Ask which two chapters every student needs", "Thank for the complaints that helped"},
     "Doing the first list ourselves turned the loudest critic round."},
    {0,
     "Never met. Comes from a university with a library that did not teach.",
     "New lecturer; the department wants evidence-based practice in year two.",
     "Being a good teacher quickly.",
     "A joint session in the first year here.",
     "The session is repeated without us asking.",
     {"Say hello in the first fortnight, without a leaflet", "Lend two teaching plans that worked",
      "Sit in on one lecture", "Offer twenty minutes in week five"},
     "Sitting in on a lecture showed where help was wanted."},
    {0,
     "Not yet met. Leads a group that no librarian has written to.",
     "Their first research students begin in January.",
     "Students who can work without asking for every article.",
     "A first conversation, and one question we can answer.",
     "We know what the group reads, and who asks for it.",
     {"Ask a colleague of theirs to introduce us", "Say hello after the open lecture",
      "Find out what their students use now", "Write with one useful thing, a week later"},
     "An introduction by a colleague was answered within the day."},
    {3,
     "Two sessions a year, agreed by email each September.",
     "The module is taught by three people from next year.",
     "That all three teach the same, with less to prepare.",
     "The three plan the year’s sessions with us in June.",
     "The dates stand in the module guide before the summer.",
     {"Send last year’s sessions to all three on one page", "Meet in May, all four, for half an hour",
      "Write the dates into the module guide together", "Ask each after the first session what to change"},
     "Half an hour in May saved a term of emails."},
    {4,
     "Plans each year with us in June. All of it rests on the two of us.",
     "A second programme begins next autumn.",
     "That what works is not lost when somebody is away.",
     "The second programme plans with us from its first year.",
     "Its handbook names the library, and a colleague of theirs comes to the June meeting.",
     {"Ask for whom the second programme is", "Bring a colleague of ours to the next planning meeting",
      "Write down how we plan, on one page", "Offer the page to the new programme’s head"},
     "Bringing a second person on both sides made it last."},
    {4,
     "We teach, choose and review together. Nobody else in the school knows.",
     "The school writes its five-year strategy this winter.",
     "Being heard early, and not being asked twice.",
     "The strategy says what the school and the library do together.",
     "A paragraph stands in the draft that goes to the board.",
     {"Collect three things that we did together, with numbers", "Draft the paragraph over coffee",
      "Read the strategy’s first draft within two days", "Thank with the paragraph in print"},
     "Three examples with numbers were taken as they were."},
}};

constexpr std::size_t open_plans = 12;
constexpr std::size_t closed_plans = 8;
constexpr int review_after_days = 100;

struct Chosen {
  Id<Person> person;
  int level;
};

class PlanWriter {
 public:
  explicit PlanWriter(World& world)
      : world_(world),
        scope_(world.database, world.institution, world.viewer(world.administrator()), world.zone, world.now),
        directory_(keeper_.current(scope_)) {}

  PlansWritten write() {
    for (const auto& chosen : people()) {
      if (past_.size() == open_plans + closed_plans) break;
      if (past_.size() < open_plans)
        add_open(chosen);
      else if (chosen.level > 0)
        add_closed(chosen);
    }
    must(plans::record_past(scope_, *directory_, past_));
    PlansWritten written{.plans = static_cast<std::int64_t>(past_.size())};
    for (const auto& past : past_) written.steps += static_cast<std::int64_t>(past.draft.steps.size());
    return written;
  }

 private:
  /// The head of school whom the pictures show, then people spread over the cast.
  std::vector<Chosen> people() {
    std::vector<Chosen> all;
    const auto add = [&](Id<CastPerson> member) {
      const auto person = world_.id_of(member);
      const auto* entry = directory_->people.find(person);
      if (entry == nullptr || !entry->is_here || !entry->unit) return;
      all.push_back({person, relationships::standing(scope_, *directory_, person).level()});
    };
    add(world_.cast.person("Adaeze Okafor"));
    const auto count = static_cast<std::int64_t>(world_.cast.people.size());
    for (std::int64_t i = 1; i < count; i += 5)
      if (Id<CastPerson>{i} != world_.cast.person("Adaeze Okafor")) add({i});
    return all;
  }

  Id<Staff> keeper_of(Id<Person> person) {
    const auto* entry = directory_->people.find(person);
    const auto* lead = directory_->staff.lead_of(*entry->unit);
    return lead == nullptr ? world_.id_of(world_.administrator()) : lead->id;
  }

  /// In turn, of those that fit somebody who stands there.
  const Words& words_for(int level) {
    std::size_t place = next_[static_cast<std::size_t>(level)];
    while (all_words[place % all_words.size()].level != level) ++place;
    next_[static_cast<std::size_t>(level)] = place + 1;
    return all_words[place % all_words.size()];
  }

  plans::PastPlan past_of(const Chosen& chosen, int aim, Date made_on, const Words& words) {
    const auto by = keeper_of(chosen.person);
    plans::PastPlan past{.draft = {.with = chosen.person,
                                   .aim = aim,
                                   .where_now = std::string(words.where_now),
                                   .why_now = std::string(words.why_now),
                                   .matters = std::string(words.matters),
                                   .hope = std::string(words.hope),
                                   .know_by = std::string(words.know_by),
                                   .review_on = made_on.plus_days(review_after_days)},
                         .made_by = by,
                         .made_on = made_on};
    int row = 0;
    for (const auto step : words.steps) {
      ++row;
      past.draft.steps.push_back(
          {.row = row, .words = std::string(step), .owner = by, .due_on = made_on.plus_days(14 + 20 * row)});
    }
    return past;
  }

  void add_open(const Chosen& chosen) {
    // The fourth is due for its review.
    const int age = past_.size() == 3 ? review_after_days + 2 : static_cast<int>(4 + 5 * past_.size());
    auto past =
        past_of(chosen, std::min(chosen.level + 1, 4), scope_.today.plus_days(-age), words_for(chosen.level));
    past.steps_kept = age / 30;
    past_.push_back(std::move(past));
  }

  void add_closed(const Chosen& chosen) {
    static constexpr std::array outcomes{PlanOutcome::reached, PlanOutcome::not_yet, PlanOutcome::reached,
                                         PlanOutcome::reached, PlanOutcome::changed};
    const auto outcome = outcomes[past_.size() % outcomes.size()];
    const auto made_on = scope_.today.plus_days(-static_cast<int>(200 + 17 * past_.size()));
    const bool is_reached = outcome == PlanOutcome::reached;
    const auto& words = words_for(is_reached ? chosen.level - 1 : chosen.level);
    auto past = past_of(chosen, is_reached ? chosen.level : std::min(chosen.level + 1, 4), made_on, words);
    past.closing = CloseDraft{.outcome = outcome, .learnt = std::string(words.learnt)};
    past.closed_on = made_on.plus_days(review_after_days + 3);
    past.steps_kept = is_reached ? 4 : 2;
    past_.push_back(std::move(past));
  }

  World& world_;
  DirectoryKeeper keeper_;
  Scope scope_;
  std::shared_ptr<const Directory> directory_;
  std::vector<plans::PastPlan> past_;
  std::array<std::size_t, 5> next_{};  ///< of each level, where to look for words
};

}  // namespace

PlansWritten write_plans(World& world) {
  return PlanWriter(world).write();
}

}  // namespace rapport::demo
