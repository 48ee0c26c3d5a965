// Reads what a brief says beside the three facts.
#include "profiles/brief.hpp"

#include <algorithm>

#include "bumps/stories.hpp"

namespace rapport::profiles {
namespace {

constexpr std::size_t stories_shown = 3;

std::vector<Id<Story>> stories_of(db::Reader& reader, Id<Institution> institution, Id<Person> record) {
  return reader.all(
      "select distinct s.id from interaction_persons p join story_steps t on t.institution_id = "
      "p.institution_id and t.interaction_id = p.interaction_id join stories s on s.institution_id = "
      "t.institution_id and s.id = t.story_id and s.withdrawn_at is null where p.institution_id = $1 and "
      "p.person_id = $2 and p.visibility = 0 order by s.id desc limit 3",
      [](const db::Row& row) { return row.id<Story>(0); }, institution, record);
}

}  // namespace

BriefMore read_brief_more(Scope& scope, const Directory& directory, const PersonEntry& person) {
  BriefMore more;
  auto all = plans::of(scope, directory, person.id);
  if (!all.empty() && all.front().plan.is_active()) more.plan = std::move(all.front());
  scope.read([&](db::Reader& reader) {
    for (const auto record : directory.people.same_person(person.id))  // one, nearly always
      for (const auto id : stories_of(reader, scope.institution, record))
        if (auto story = bumps::get_story(scope, id); story && more.stories.size() < stories_shown)
          more.stories.push_back(std::move(story).value());
    return 0;
  });
  return more;
}

}  // namespace rapport::profiles
