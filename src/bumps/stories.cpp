// The front door of stories.
#include "bumps/stories.hpp"

#include <algorithm>

#include "audit/audit.hpp"
#include "base/text.hpp"
#include "bumps/story_store.hpp"
#include "interactions/interactions.hpp"
#include "organisation/academic_calendar.hpp"

namespace rapport::bumps {
namespace {

Refusal no_story_there() {
  return not_found("That story is not here any more.");
}

Refusal only_the_teller() {
  return forbidden("Only whoever told a story and team leaders change it.");
}

void tidy_texts(StoryDraft& draft) {
  draft.title = tidy_line(draft.title);
  draft.words = tidy(draft.words);
  draft.quotation = tidy(draft.quotation);
  draft.permission = tidy_line(draft.permission);
  if (!draft.quotation.empty()) return;
  draft.quoted.reset();
  draft.permission.clear();
  draft.permission_on.reset();
}

/// The chosen steps in order of time; each must be one that everybody in the library may read.
Result<std::vector<Interaction>> steps_in_order(Scope& scope, const std::vector<Id<Interaction>>& path) {
  std::vector<Interaction> steps;
  // At most story_steps_max of them.
  for (const auto id : path) {
    auto step = interactions::get(scope, id);
    if (!step) return step.refusal();
    if (step->is_withdrawn) return invalid("path", "One of the steps has been taken back. Leave it out.");
    if (step->visibility != Visibility::library)
      return invalid("path", "One of the steps is not for everybody to read, and a story is. Leave it out.");
    if (std::ranges::find(steps, step->id, &Interaction::id) == steps.end())
      steps.push_back(std::move(*step));
  }
  std::ranges::stable_sort(steps, {}, &Interaction::happened_on);
  return steps;
}

std::optional<Id<OrgUnit>> unit_of(const Directory& directory, const std::vector<Interaction>& steps) {
  for (const auto& step : steps) {
    for (const auto id : step.people)
      if (const auto* person = directory.people.find(id); person != nullptr && person->unit)
        return person->unit;
    if (step.org_unit) return step.org_unit;
  }
  return std::nullopt;
}

Result<Story> checked(Scope& scope, const Directory& directory, Story story) {
  tidy_texts(story.told);
  if (auto faults = faults_of(story.told, scope.today); !faults.empty()) return invalid(std::move(faults));
  if (story.told.quoted && directory.people.find(*story.told.quoted) == nullptr)
    return invalid("quoted", "That person is not here any more. Choose again.");
  const auto steps = steps_in_order(scope, story.told.path);
  if (!steps) return steps.refusal();
  story.told.path.clear();
  for (const auto& step : *steps) story.told.path.push_back(step.id);
  if (!story.told.org_unit) story.told.org_unit = unit_of(directory, *steps);
  story.academic_year = scope.years().of(steps->back().happened_on);
  return story;
}

Result<Story> changeable(Scope& scope, db::Reader& reader, Id<Story> id) {
  auto found = story_store::find(reader, scope.institution, id);
  if (!found) return no_story_there();
  if (!may_change(scope, *found)) return only_the_teller();
  return std::move(*found);
}

Result<Done> set_withdrawn(Scope& scope, Id<Story> id, std::optional<Instant> at, std::string_view action) {
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    const auto found = changeable(scope, writer, id);
    if (!found) return found.refusal();
    if (found->is_withdrawn == at.has_value()) return Done{};
    story_store::set_withdrawn(writer, scope.institution, id, at);
    audit::record_change(scope, writer, {.action = action, .subject = "story", .subject_id = id.value});
    return Done{};
  });
}

}  // namespace

bool may_change(const Scope& scope, const Story& story) {
  const auto& viewer = scope.viewer;
  if (viewer.is(Role::director)) return false;
  return viewer.staff == story.told_by || viewer.is(Role::leader) || viewer.is(Role::administrator);
}

Result<Id<Story>> tell(Scope& scope, const Directory& directory, Id<Interaction> interaction,
                       const StoryDraft& draft) {
  if (scope.viewer.is(Role::director)) return forbidden("Directors read and do not tell.");
  return scope.write([&](db::Writer& writer) -> Result<Id<Story>> {
    if (const auto there = interactions::get(scope, interaction); !there) return there.refusal();
    const auto story = checked(
        scope, directory,
        {.interaction = interaction, .told = draft, .told_by = scope.viewer.staff, .told_at = scope.now});
    if (!story) return story.refusal();
    const auto id = story_store::insert(writer, scope.institution, *story);
    audit::record_change(scope, writer, {.action = "told", .subject = "story", .subject_id = id.value});
    return id;
  });
}

Result<Done> retell(Scope& scope, const Directory& directory, Id<Story> id, int version,
                    const StoryDraft& draft) {
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    auto before = changeable(scope, writer, id);
    if (!before) return before.refusal();
    if (before->version != version)
      return conflict("Somebody changed this story while you were writing. Your words are still here.");
    before->told = draft;
    const auto story = checked(scope, directory, std::move(*before));
    if (!story) return story.refusal();
    if (!story_store::update(writer, scope.institution, *story, version))
      return conflict("Changed meanwhile.");
    audit::record_change(scope, writer, {.action = "changed", .subject = "story", .subject_id = id.value});
    return Done{};
  });
}

Result<Done> withdraw_story(Scope& scope, Id<Story> id) {
  return set_withdrawn(scope, id, scope.now, "withdrawn");
}

Result<Done> put_back_story(Scope& scope, Id<Story> id) {
  return set_withdrawn(scope, id, std::nullopt, "put back");
}

Result<Story> get_story(Scope& scope, Id<Story> id) {
  auto found =
      scope.read([&](db::Reader& reader) { return story_store::find(reader, scope.institution, id); });
  if (!found || (found->is_withdrawn && !may_change(scope, *found))) return no_story_there();
  return std::move(*found);
}

std::vector<Story> stories(Scope& scope, const StoryQuery& query) {
  return scope.read([&](db::Reader& reader) { return story_store::told(reader, scope.institution, query); });
}

std::vector<Story> stories_with(Scope& scope, Id<Interaction> step) {
  return scope.read(
      [&](db::Reader& reader) { return story_store::with_step(reader, scope.institution, step); });
}

std::vector<int> story_years(Scope& scope) {
  return scope.read([&](db::Reader& reader) { return story_store::years(reader, scope.institution); });
}

}  // namespace rapport::bumps
