// Answers for stories.
#include "bumps/story_pages.hpp"

#include <algorithm>

#include "bumps/chain_words.hpp"
#include "bumps/chains.hpp"
#include "bumps/stories.hpp"
#include "bumps/story_views.hpp"
#include "bumps/typed_person.hpp"
#include "http/form.hpp"
#include "interactions/conversation_form.hpp"
#include "interactions/interactions.hpp"
#include "ui/page.hpp"
#include "ui/route_id.hpp"

namespace rapport::bumps {
namespace {

constexpr std::size_t steps_offered_max = 200;

Id<Story> story_in(const http::Request& request) {
  return ui::route_id<Story>(request, "story");
}

std::string address_of(Id<Story> id) {
  return "/bumps/stories/" + std::to_string(id.value);
}

StoryForm form_in(const http::Form& posted) {
  StoryForm form{.title = std::string(posted.value("title")),
                 .words = std::string(posted.value("words")),
                 .quotation = std::string(posted.value("quotation")),
                 .quoted = std::string(posted.value("quoted")),
                 .permission = std::string(posted.value("permission")),
                 .permission_on = std::string(posted.value("permission_on")),
                 .is_on_board = posted.value("is_on_board") == "1",
                 .version = static_cast<int>(posted.number("version").value_or(0))};
  for (const auto value : posted.values("path")) form.path.push_back(ui::id_of<Interaction>(value));
  return form;
}

StoryForm form_of(const Story& story, const Directory& directory) {
  const auto* quoted = story.told.quoted ? directory.people.find(*story.told.quoted) : nullptr;
  return {.title = story.told.title,
          .path = story.told.path,
          .words = story.told.words,
          .quotation = story.told.quotation,
          .quoted = quoted != nullptr ? quoted->full_name : std::string(),
          .permission = story.told.permission,
          .permission_on = story.told.permission_on ? story.told.permission_on->iso() : std::string(),
          .is_on_board = story.told.is_on_board,
          .version = story.version};
}

/// A new story begins with the chain's own title and its steps.
StoryForm first_form(const Chain& chain, const Directory& directory) {
  StoryForm form{.title = plain_title_of(chain, directory)};
  for (const auto& step : chain.steps)
    if (step.is_open() && !step.is_ahead && form.path.size() < story_steps_max) form.path.push_back(step.id);
  return form;
}

Result<StoryDraft> draft_of(const StoryForm& form, const Directory& directory) {
  const auto quoted = typed_person(directory, "quoted", form.quoted);
  if (!quoted) return quoted.refusal();
  const auto permission_on = typed_day(form.permission_on);
  if (!form.permission_on.empty() && !permission_on)
    return invalid("permission_on",
                   "There is no such day as " + form.permission_on + ". Write it as 9/11/2026.");
  return StoryDraft{.title = form.title,
                    .path = form.path,
                    .words = form.words,
                    .quotation = form.quotation,
                    .quoted = *quoted,
                    .permission = form.permission,
                    .permission_on = permission_on,
                    .is_on_board = form.is_on_board};
}

struct FormPlace {
  std::string heading = {};
  std::string action = {};
  Id<Interaction> chain_of = {};
};

http::Response show_form(const ui::Visit& visit, const Directory& directory, const StoryForm& form,
                         const FormPlace& place, const Refusal* refusal = nullptr) {
  const auto chain = chains::get(visit.scope, place.chain_of, steps_offered_max);
  if (!chain) return ui::show_refusal(visit, chain.refusal());
  if (refusal != nullptr && refusal->faults.empty()) return ui::show_refusal(visit, *refusal);
  const auto faults = refusal != nullptr ? refusal->faults : std::vector<Fault>();
  return ui::show(visit, {.title = place.heading,
                          .section = ui::Section::bumps,
                          .content = story_form_view(visit, directory, form,
                                                     {place.heading, place.action, *chain}, faults),
                          .status = faults.empty() ? 200 : 422});
}

FormPlace place_of_new(Id<Interaction> id) {
  return {"Tell this chain", "/bumps/" + std::to_string(id.value) + "/story", id};
}

FormPlace place_of(const Story& story) {
  return {"Change a story", address_of(story.id) + "/edit", story.interaction};
}

http::Response done_or(const ui::Visit& visit, const Result<Done>& done, Id<Story> id,
                       std::string_view message) {
  if (!done) return ui::show_refusal(visit, done.refusal());
  return ui::go(visit, address_of(id), message);
}

}  // namespace

http::Response show_stories(const ui::Visit& visit, const Directory& directory) {
  const auto& query = visit.request.query;
  StoryQuery wanted;
  if (const auto year = query.number("year")) wanted.academic_year = static_cast<int>(*year);
  const std::string department(query.value("department"));
  if (const auto* unit = directory.org.find_slug(department)) wanted.org_unit = unit->id;
  const auto found = stories(visit.scope, wanted);
  return ui::show(visit, {.title = "Stories",
                          .section = ui::Section::bumps,
                          .content = stories_view(visit, directory,
                                                  {.stories = found,
                                                   .years = story_years(visit.scope),
                                                   .year = wanted.academic_year,
                                                   .department = department})});
}

http::Response show_story(const ui::Visit& visit, const Directory& directory) {
  const auto story = get_story(visit.scope, story_in(visit.request));
  if (!story) return ui::show_refusal(visit, story.refusal());
  const auto steps = interactions::several(visit.scope, story->told.path);
  return ui::show(
      visit, {.title = story->told.title,
              .section = ui::Section::bumps,
              .content = story_view(visit, directory, {*story, steps, may_change(visit.scope, *story)})});
}

http::Response new_story(const ui::Visit& visit, const Directory& directory) {
  const auto id = ui::route_id<Interaction>(visit.request, "interaction");
  const auto chain = chains::get(visit.scope, id, steps_offered_max);
  if (!chain) return ui::show_refusal(visit, chain.refusal());
  return show_form(visit, directory, first_form(*chain, directory), place_of_new(id));
}

http::Response create_story(const ui::Visit& visit, const Directory& directory) {
  const auto id = ui::route_id<Interaction>(visit.request, "interaction");
  const auto form = form_in(visit.request.form());
  const auto draft = draft_of(form, directory);
  if (!draft) return show_form(visit, directory, form, place_of_new(id), &draft.refusal());
  const auto told = tell(visit.scope, directory, id, *draft);
  if (!told) return show_form(visit, directory, form, place_of_new(id), &told.refusal());
  return ui::go(visit, address_of(*told), "Told. It stands among the stories of its year and department.");
}

http::Response edit_story(const ui::Visit& visit, const Directory& directory) {
  const auto story = get_story(visit.scope, story_in(visit.request));
  if (!story) return ui::show_refusal(visit, story.refusal());
  if (!may_change(visit.scope, *story))
    return ui::show_refusal(visit, forbidden("Only whoever told a story and team leaders change it."));
  return show_form(visit, directory, form_of(*story, directory), place_of(*story));
}

http::Response update_story(const ui::Visit& visit, const Directory& directory) {
  const auto story = get_story(visit.scope, story_in(visit.request));
  if (!story) return ui::show_refusal(visit, story.refusal());
  auto form = form_in(visit.request.form());
  const auto draft = draft_of(form, directory);
  if (!draft) return show_form(visit, directory, form, place_of(*story), &draft.refusal());
  const auto done = retell(visit.scope, directory, story->id, form.version, *draft);
  if (done) return ui::go(visit, address_of(story->id), "Changed.");
  if (done.refusal().kind != Refusal::Kind::conflict)
    return show_form(visit, directory, form, place_of(*story), &done.refusal());
  form.version = story->version;
  auto place = place_of(*story);
  place.heading = "Somebody changed this story while you were writing";
  auto response = show_form(visit, directory, form, place);
  response.status = 409;
  return response;
}

http::Response remove_story(const ui::Visit& visit, const Directory&) {
  const auto id = story_in(visit.request);
  return done_or(visit, withdraw_story(visit.scope, id), id, "Taken off the list. You can put it back here.");
}

http::Response reinstate_story(const ui::Visit& visit, const Directory&) {
  const auto id = story_in(visit.request);
  return done_or(visit, put_back_story(visit.scope, id), id, "It is back.");
}

}  // namespace rapport::bumps
