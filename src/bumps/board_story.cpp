// Finds and words the story of the month.
#include "bumps/board_story.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "bumps/bump.hpp"
#include "bumps/chain.hpp"

namespace rapport {
namespace {

constexpr int ends_max = 1'000;  // more than a month brings, and in most libraries a term
constexpr int walked_max = 20'000;
constexpr int candidates_max = 12;
constexpr int steps_max = 200;
constexpr int steps_worth_telling = 3;
constexpr std::size_t kinds_told = 3;

std::string with_article(const std::string& noun) {
  constexpr std::string_view vowels = "aeiou";
  return (!noun.empty() && vowels.find(noun[0]) != std::string_view::npos ? "An " : "A ") + noun;
}

struct Told {
  const KindEntry* kind = nullptr;
  KindCount count = {};
};

/// The outcomes, those of more value first; where there are none, what there is most of.
std::vector<Told> in_order(const std::vector<KindCount>& counts, const Vocabulary& vocabulary) {
  std::vector<Told> told;
  for (const auto& count : counts)
    if (const auto* kind = vocabulary.find(count.kind)) told.push_back({kind, count});
  std::ranges::stable_sort(told, [](const Told& a, const Told& b) {
    if (a.kind->outcome_value != b.kind->outcome_value) return a.kind->outcome_value > b.kind->outcome_value;
    return a.count.count > b.count.count;
  });
  const bool has_outcome = !told.empty() && told.front().kind->outcome_value > 0;
  if (has_outcome) std::erase_if(told, [](const Told& one) { return one.kind->outcome_value == 0; });
  return told;
}

int students(const std::vector<Told>& told) {
  int sum = 0;
  for (const auto& one : told)
    if (one.kind->family == Family::teaching) sum += one.count.attendees;
  return sum;
}

// --- reading -------------------------------------------------------------------------------------------

/// Where the chains of a period have got to, those with most steps before them first. Of what the period
/// brought only the ends are walked up, and at most `walked_max` steps in all, the nearest ones first.
std::vector<Id<Interaction>> longest_ends(db::Reader& reader, Id<Institution> institution,
                                          const BoardPeriod& period) {
  return reader.all(
      "with recursive ends (id) as (select b.to_id from bumps b where b.institution_id = $1 and "
      "b.is_counted = 1 and b.to_on >= $2 and b.to_on <= $3 and not exists (select 1 from bumps c where "
      "c.institution_id = $1 and c.from_id = b.to_id and c.state = 'accepted' and c.to_on <= $3) "
      "order by b.to_on desc, b.id desc limit $4), "
      "up (last, id) as (select e.id, e.id from ends e union select up.last, b.from_id from up join bumps b "
      "on b.institution_id = $1 and b.to_id = up.id and b.state = 'accepted') "
      "select u.last from (select last, id from up limit $5) u group by u.last order by count(*) desc, "
      "u.last desc limit $6",
      [](const db::Row& row) { return row.id<Interaction>(0); }, institution, period.starts_on, period.until,
      ends_max, walked_max, candidates_max);
}

struct StepRow {
  Id<Interaction> id = {};
  Id<InteractionKind> kind = {};
  int attendees = 0;
};

/// What lies before a conversation, itself included, earliest first: what everybody in the library may read.
std::vector<StepRow> steps_up(db::Reader& reader, Id<Institution> institution, Id<Interaction> to) {
  return reader.all(
      "with recursive up (id) as (select $2 union select b.from_id from up join bumps b on "
      "b.institution_id = $1 and b.to_id = up.id and b.state = 'accepted') "
      "select i.id, i.kind_id, i.attendees from (select id from up limit $3) u join interactions i on "
      "i.institution_id = $1 and i.id = u.id where i.visibility = 0 and i.withdrawn_at is null "
      "order by i.happened_on, i.id",
      [](const db::Row& row) {
        return StepRow{row.id<Interaction>(0), row.id<InteractionKind>(1),
                       row.is_null(2) ? 0 : row.number(2)};
      },
      institution, to, steps_max);
}

/// Those of the board's members who were in a conversation.
std::vector<Id<Staff>> members_in(db::Reader& reader, Id<Institution> institution, Id<Interaction> id) {
  return reader.all(
      "select s.staff_id from interaction_staff s join board_members m on m.institution_id = "
      "s.institution_id "
      "and m.staff_id = s.staff_id where s.institution_id = $1 and s.interaction_id = $2 order by s.staff_id",
      [](const db::Row& row) { return row.id<Staff>(0); }, institution, id);
}

void add_members(db::Reader& reader, Id<Institution> institution, Id<Interaction> id, BoardStory& story) {
  for (const auto staff : members_in(reader, institution, id))
    if (std::ranges::count(story.staff, staff) == 0) story.staff.push_back(staff);
}

std::vector<KindCount> counts_after_first(const std::vector<StepRow>& steps) {
  std::vector<KindCount> counts;
  for (auto step = steps.begin() + 1; step != steps.end(); ++step) {
    auto found = std::ranges::find(counts, step->kind, &KindCount::kind);
    if (found == counts.end()) found = counts.insert(counts.end(), {step->kind, 0, 0});
    ++found->count;
    found->attendees += step->attendees;
  }
  return counts;
}

struct ToldRow {
  Id<Story> id = {};
  std::string title = {};
};

/// The latest story that was ever told for the board of this conversation.
std::optional<ToldRow> told_of(db::Reader& reader, Id<Institution> institution, Id<Interaction> step) {
  return reader.one(
      "select s.id, s.title from story_steps p join stories s on s.institution_id = p.institution_id and "
      "s.id = p.story_id where p.institution_id = $1 and p.interaction_id = $2 and s.is_on_board = 1 and "
      "s.withdrawn_at is null order by s.id desc limit 1",
      [](const db::Row& found) {
        return ToldRow{found.id<Story>(0), found.string(1)};
      },
      institution, step);
}

/// A chain that was told before goes by its title, where that names no academic.
void add_title(db::Reader& reader, Id<Institution> institution, const PeopleDirectory& people,
               const std::vector<StepRow>& steps, BoardStory& story) {
  // By key, until one is found: a chain has a handful of steps.
  for (const auto& step : steps) {
    const auto row = told_of(reader, institution, step.id);
    if (!row || may_name_an_academic(row->title, people)) continue;
    story.title = row->title;
    story.address = "/bumps/stories/" + std::to_string(row->id.value);
    return;
  }
}

std::optional<BoardStory> grown(db::Reader& reader, Id<Institution> institution, const Directory& directory,
                                const BoardPeriod& period) {
  std::vector<StepRow> longest;
  // A bounded walk each: what the whole library may not read does not count.
  for (const auto end : longest_ends(reader, institution, period)) {
    auto steps = steps_up(reader, institution, end);
    if (steps.size() > longest.size()) longest = std::move(steps);
  }
  if (longest.size() < steps_worth_telling) return std::nullopt;
  auto story = in_numbers(longest.front().kind, counts_after_first(longest), directory.vocabulary);
  story.address = "/bumps/" + std::to_string(longest.back().id.value);
  add_title(reader, institution, directory.people, longest, story);
  for (const auto& step : longest) add_members(reader, institution, step.id, story);
  return story;
}

std::optional<BoardStory> told(db::Reader& reader, Id<Institution> institution, Instant since) {
  const auto row = reader.one(
      "select id, title from stories where institution_id = $1 and is_on_board = 1 and withdrawn_at is null "
      "and told_at >= $2 order by told_at desc, id desc limit 1",
      [](const db::Row& found) {
        return ToldRow{found.id<Story>(0), found.string(1)};
      },
      institution, since);
  if (!row) return std::nullopt;
  BoardStory story{.title = row->title, .address = "/bumps/stories/" + std::to_string(row->id.value)};
  const auto steps = reader.all(
      "select interaction_id from story_steps where institution_id = $1 and story_id = $2 "
      "order by position limit $3",
      [](const db::Row& found) { return found.id<Interaction>(0); }, institution, row->id, steps_max);
  for (const auto step : steps) add_members(reader, institution, step, story);
  return story;
}

}  // namespace

BoardStory in_numbers(Id<InteractionKind> first, const std::vector<KindCount>& later,
                      const Vocabulary& vocabulary) {
  BoardStory story;
  const auto* began = vocabulary.find(first);
  story.began = began == nullptr ? "A conversation" : with_article(singular_of(*began));
  const auto kinds = in_order(later, vocabulary);
  for (const auto& kind : kinds) {
    if (story.became.size() == kinds_told) break;
    story.became.push_back(count_words(kind.count.count, singular_of(*kind.kind), plural_of(*kind.kind)));
  }
  if (const int came = students(kinds); came > 0)
    story.became.push_back(count_words(came, "student", "students"));
  return story;
}

bool may_name_an_academic(std::string_view text, const PeopleDirectory& people) {
  return std::ranges::any_of(folded_words(text), [&](const std::string& word) {
    return !people.matching(std::vector{word}, LastWord::whole, 1, Whom::everybody).empty();
  });
}

namespace bumps {

std::optional<BoardStory> story_of(Scope& scope, const Directory& directory, const BoardPeriod& period) {
  const auto since = scope.zone.instant_of(period.starts_on, TimeOfDay{0});
  auto story = scope.read([&](db::Reader& reader) { return told(reader, scope.institution, since); });
  return story ? story : grown_story(scope, directory, period);
}

std::optional<BoardStory> grown_story(Scope& scope, const Directory& directory, const BoardPeriod& period) {
  return scope.read([&](db::Reader& reader) { return grown(reader, scope.institution, directory, period); });
}

}  // namespace bumps
}  // namespace rapport
