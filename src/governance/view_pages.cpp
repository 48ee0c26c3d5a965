// Who looked, as a table.
#include "governance/view_pages.hpp"

#include "governance/view_log.hpp"
#include "ui/page.hpp"
#include "ui/parts.hpp"

namespace rapport::governance {
namespace {

constexpr int rows_shown = 200;

void put_row(html::Writer& out, const ui::Visit& visit, const Directory& directory, const View& view) {
  const auto* person = directory.people.find_record(view.person);
  out.put<R"(<tr data-row><th scope="row">)">();
  if (person != nullptr)
    out.put<R"(<a href="{}">{}</a>)">(html::Url("/privacy/views?person=" + person->slug),
                                      person->display_name());
  else
    out.text("Somebody who is no longer kept");
  out.put<
      R"(</th><td data-label="Who looked">{}</td><td data-label="When">{} at {}</td><td data-label="What">{}</td></tr>)">(
      directory.staff.full_name(view.staff), long_words(view.viewed_on, visit.scope.today),
      visit.scope.zone.local_time(view.first_at).words(), words(view.looked));
}

html::Html page_of(const ui::Visit& visit, const Directory& directory, const PersonEntry* person,
                   const std::vector<View>& views) {
  html::Writer out;
  out.put<R"(<p class="crumbs"><a href="/settings">Settings</a></p><h1>Who looked{}</h1>)">(
      person != nullptr ? " at " + person->display_name() : std::string());
  out.put<
      R"(<p class="soft gap-b">The first time a day that a colleague opened a person’s page or brief. Full exports )"
      R"(are in the audit log.{}</p>)">(
      person != nullptr ? html::render<R"( <a href="/privacy/views">Everybody</a>)">() : html::Html());
  if (views.empty()) {
    out.add(ui::empty_state("Nobody has looked yet."));
    return std::move(out).finish();
  }
  out.put<
      R"(<div class="table-wrap"><table class="rows cards"><thead><tr><th scope="col">Person</th>)"
      R"(<th scope="col">Who looked</th><th scope="col">When</th><th scope="col">What</th></tr></thead><tbody>)">();
  for (const auto& view : views) put_row(out, visit, directory, view);
  out.put<R"(</tbody></table></div><p class="small muted gap-t">The latest {} at most.</p>)">(rows_shown);
  return std::move(out).finish();
}

}  // namespace

http::Response show_views(ui::Visit& visit, const Directory& directory) {
  const auto slug = visit.request.query.value("person");
  const auto* person = slug.empty() ? nullptr : directory.people.find_slug(slug);
  if (person == nullptr && !slug.empty())
    return ui::show_refusal(visit, not_found("Nobody of that name is here."));
  const auto found =
      views(visit.scope, person != nullptr ? std::optional(person->id) : std::nullopt, rows_shown);
  if (!found) return ui::show_refusal(visit, found.refusal());
  return ui::show(visit, {.title = "Who looked",
                          .section = ui::Section::settings,
                          .content = page_of(visit, directory, person, *found)});
}

}  // namespace rapport::governance
