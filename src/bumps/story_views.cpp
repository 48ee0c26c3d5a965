// Draws stories.
#include "bumps/story_views.hpp"

#include <algorithm>

#include "base/markdown.hpp"
#include "base/text.hpp"
#include "bumps/chain_words.hpp"
#include "interactions/interaction_headline.hpp"
#include "interactions/timeline_views.hpp"
#include "organisation/academic_calendar.hpp"
#include "organisation/unit_choices.hpp"
#include "ui/parts.hpp"

namespace rapport {
namespace {

using html::Attribute;
using html::Html;
using html::Url;
using html::Writer;

std::string address_of(Id<Story> id) {
  return "/bumps/stories/" + std::to_string(id.value);
}

void put_filters(Writer& out, const ui::Visit& visit, const Directory& directory, const StoryList& list) {
  std::vector<ui::Choice> years{{"", "Every year"}};
  for (const auto year : list.years) years.push_back({std::to_string(year), visit.scope.years().words(year)});
  out.put<
      R"(<form method="get" action="/bumps/stories" class="field-row filter gap-t">{}{}<p><button class="btn">Show</button></p></form>)">(
      ui::field({.name = "year",
                 .label = "Academic year",
                 .value = list.year ? std::to_string(*list.year) : "",
                 .type = "select",
                 .choices = years}),
      ui::field({.name = "department",
                 .label = "Department",
                 .value = list.department,
                 .type = "select",
                 .choices = unit_choices(directory.org, "Every department")}));
}

void put_list_entry(Writer& out, const Directory& directory, const Story& story) {
  out.put<R"(<li data-row><h2 class="h3"><a class="plain" href="{}">{}</a></h2><p>{}</p>)"
          R"(<p class="small muted">{}{}{} steps, told by {}</p></li>)">(
      Url(address_of(story.id)), story.told.title, shorten(markdown_to_plain(story.told.words), 200),
      directory.org.name(story.told.org_unit), story.told.org_unit ? ", " : "", story.told.path.size(),
      directory.staff.full_name(story.told_by));
}

void put_quotation(Writer& out, const Directory& directory, const StoryDraft& told, Date today) {
  if (told.quotation.empty()) return;
  const auto* person = told.quoted ? directory.people.find(*told.quoted) : nullptr;
  out.put<R"(<figure class="story-quote"><blockquote>{}</blockquote><figcaption class="small muted">{}{}{}. )"
          R"(Quoted with permission, given {}{}</figcaption></figure>)">(
      told.quotation, person != nullptr ? person->display_name() : std::string("Somebody"),
      person != nullptr && person->unit ? ", " : "",
      person != nullptr ? directory.org.name(person->unit) : std::string_view(), told.permission,
      told.permission_on ? " on " + long_words(*told.permission_on, today) : std::string());
}

void put_acts(Writer& out, const ui::Visit& visit, const StoryPage& page) {
  const auto& story = page.story;
  out.put<R"(<p class="row wrap no-print gap-t2"><a class="btn" href="{}">See the whole chain</a>)">(
      Url("/bumps/" + std::to_string(story.interaction.value)));
  if (page.may_change && !story.is_withdrawn)
    out.put<R"(<a class="btn quiet" href="{}" data-edit>Change it</a>)">(Url(address_of(story.id) + "/edit"));
  out.put<"</p>">();
  if (!page.may_change) return;
  out.put<
      R"(<form method="post" action="{}" class="no-print">{}<button class="btn s quiet">{}</button></form>)">(
      Url(address_of(story.id) + (story.is_withdrawn ? "/reinstatement" : "/withdrawal")),
      ui::csrf_field(visit), story.is_withdrawn ? "Put it back" : "Take it off the list");
}

void put_path(Writer& out, const Directory& directory, const StoryForm& form, const Chain& chain,
              const ChainReader& reader, const std::vector<Fault>& faults) {
  const auto fault = std::ranges::find(faults, "path", &Fault::field);
  out.put<R"(<fieldset class="field" id="path"><legend>Which steps tell it</legend>)">();
  if (fault != faults.end()) out.put<R"(<p class="fault" id="path-fault">{}</p>)">(fault->message);
  out.put<R"(<div class="checks">)">();
  for (const auto& step : chain.steps) {
    if (!step.is_open()) continue;
    out.put<
        R"(<label class="check"><input type="checkbox" name="path" value="{}"{}><span><b class="num">{}</b> {}</span></label>)">(
        step.id.value, Attribute::flag("checked", std::ranges::count(form.path, step.id) > 0),
        short_date_of(step, reader.today), heading_of(step, directory, reader));
  }
  out.put<"</div></fieldset>">();
}

void put_quotation_fields(Writer& out, const StoryForm& form, const std::vector<Fault>& faults) {
  out.add(ui::field({.name = "quotation",
                     .label = "A quotation (optional)",
                     .value = form.quotation,
                     .hint = "In their own words, and only with their permission",
                     .type = "textarea",
                     .rows = 2},
                    faults));
  out.put<R"(<div class="field-row">)">();
  out.add(ui::field(
      {.name = "quoted", .label = "Whose words", .value = form.quoted, .hint = "An academic’s name"},
      faults));
  out.add(ui::field({.name = "permission",
                     .label = "How permission was given",
                     .value = form.permission,
                     .hint = "by email, in our meeting"},
                    faults));
  out.add(ui::field({.name = "permission_on",
                     .label = "When it was given",
                     .value = form.permission_on,
                     .type = "date",
                     .width = "middle"},
                    faults));
  out.put<"</div>">();
}

}  // namespace

Html stories_view(const ui::Visit& visit, const Directory& directory, const StoryList& list) {
  Writer out;
  out.put<
      R"(<p class="crumbs"><a href="/bumps">Bumps</a></p><h1>Stories</h1><p class="lead">Chains that somebody told: )"
      R"(how one conversation became more.</p>)">();
  put_filters(out, visit, directory, list);
  out.put<R"(<section class="card gap-t2" aria-label="Stories">)">();
  if (list.stories.empty())
    out.add(ui::empty_state("No story here yet. Open a chain and tell it: a few sentences are enough."));
  out.put<R"(<ul class="list">)">();
  for (const auto& story : list.stories) put_list_entry(out, directory, story);
  out.put<"</ul></section>">();
  return std::move(out).finish();
}

Html story_view(const ui::Visit& visit, const Directory& directory, const StoryPage& page) {
  const auto& [story, steps, may_change] = page;
  const auto today = visit.scope.today;
  Writer out;
  out.put<
      R"(<p class="crumbs no-print"><a href="/bumps">Bumps</a> / <a href="/bumps/stories">Stories</a></p>)"
      R"(<article class="told"><h1>{}</h1><p class="soft">{}{}{}, told by {}</p>)">(
      story.told.title, directory.org.name(story.told.org_unit), story.told.org_unit ? ", " : "",
      visit.scope.years().words(story.academic_year), directory.staff.full_name(story.told_by));
  if (story.is_withdrawn)
    out.put<R"(<p class="note">Taken off the list. Only its teller and leaders see it.</p>)">();
  // Markdown's writer escapes everything that is not its own.
  out.put<R"(<div class="s-note lead">{}</div>)">(html::trusted(markdown_to_safe_html(story.told.words)));
  put_quotation(out, directory, story.told, today);
  out.put<R"(<h2 class="gap-t2">How it went</h2>{})">(timeline(steps, directory, {.today = today}));
  const auto hidden = story.told.path.size() - steps.size();
  if (hidden > 0) out.put<R"(<p class="small muted">{} of its steps cannot be shown any more.</p>)">(hidden);
  out.put<"</article>">();
  put_acts(out, visit, page);
  return std::move(out).finish();
}

Html telling_card(Id<Interaction> chain_of, std::span<const Story> told, bool may_tell) {
  if (told.empty() && !may_tell) return {};
  Writer out;
  out.put<
      R"(<section class="card sunken no-print" aria-labelledby="h-tell"><h2 id="h-tell" class="gap-b">Was this worth telling?</h2>)">();
  for (const auto& story : told)
    out.put<R"(<p><a href="{}">{}</a></p>)">(Url(address_of(story.id)), story.told.title);
  if (told.empty())
    out.put<
        R"(<p class="small soft">A few sentences make it a story for the library, the wall or a department’s )"
        R"(headline page. Academics’ names are left out on the wall.</p>)">();
  if (may_tell)
    out.put<R"(<p class="gap-t"><a class="btn s" href="{}">Tell this chain</a></p>)">(
        Url("/bumps/" + std::to_string(chain_of.value) + "/story"));
  out.put<"</section>">();
  return std::move(out).finish();
}

Html story_form_view(const ui::Visit& visit, const Directory& directory, const StoryForm& form,
                     const StoryFormFrame& frame, const std::vector<Fault>& faults) {
  Writer out;
  out.put<
      R"(<div class="form-page"><h1>{}</h1><p class="soft">Everybody in the library can read it, and so can )"
      R"(the people it is about.</p>{}<form method="post" action="{}" class="form" data-once data-keep>{}{})"
      R"(<input type="hidden" name="version" value="{}">)">(frame.heading, ui::error_summary(faults),
                                                            Url(frame.action), ui::csrf_field(visit),
                                                            ui::once_field(), form.version);
  out.add(ui::field({.name = "title", .label = "Title", .value = form.title}, faults));
  out.add(ui::field({.name = "words",
                     .label = "What happened",
                     .value = form.words,
                     .hint = "A few sentences: what was asked, what came of it, whom it reached",
                     .type = "textarea",
                     .rows = 6},
                    faults));
  put_path(out, directory, form, frame.chain, {visit.scope.viewer.staff, visit.scope.today}, faults);
  put_quotation_fields(out, form, faults);
  out.put<
      R"(<label class="check"><input type="checkbox" name="is_on_board" value="1"{}><span>It may be told on the )"
      R"(board and the office screen, where academics’ names are left out</span></label>)">(
      Attribute::flag("checked", form.is_on_board));
  out.put<R"(<p class="row"><button class="btn primary">Save the story</button></p></form></div>)">();
  return std::move(out).finish();
}

}  // namespace rapport
