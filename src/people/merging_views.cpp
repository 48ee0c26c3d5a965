// Draws two records side by side.
#include "people/merging_views.hpp"

#include "base/text.hpp"
#include "ui/parts.hpp"

namespace rapport::people {
namespace {

using html::Html;
using html::Url;

std::string address_of(const Person& person, std::string_view rest = "") {
  return "/people/" + person.slug + std::string(rest);
}

std::string posts_of(const PersonDetails& details, const OrgDirectory& units) {
  std::vector<std::string> words;
  for (const auto& post : details.posts) {
    const std::string unit(units.name(post.unit));
    words.push_back(post.title.empty() ? unit : post.title + ", " + unit);
  }
  return join(words, "; ");
}

std::string names_of(const PersonDetails& details) {
  std::vector<std::string> words;
  words.reserve(details.names.size());
  for (const auto& name : details.names) words.push_back(name.name);
  return join(words, "; ");
}

std::string last_spoke(const PersonDetails& details, Date today) {
  return details.person.last_on ? long_words(*details.person.last_on, today) : "Not yet";
}

void put_row(html::Writer& out, std::string_view label, std::string_view remaining,
             std::string_view duplicate) {
  if (remaining.empty() && duplicate.empty()) return;
  out.put<
      R"(<tr><th scope="row">{}</th><td data-label="Stays">{}</td><td data-label="Joins it">{}</td></tr>)">(
      label, remaining, duplicate);
}

void put_side_by_side(html::Writer& out, const ui::Visit& visit, const OrgDirectory& units,
                      const PersonDetails& remaining, const PersonDetails& duplicate) {
  const auto today = visit.scope.today;
  out.put<
      R"(<section class="card" aria-labelledby="h-two"><h2 id="h-two">Side by side</h2>)"
      R"(<div class="table-wrap"><table class="rows cards"><thead><tr><th scope="col"><span class="vh">What</span></th>)"
      R"(<th scope="col">Stays</th><th scope="col">Joins it</th></tr></thead><tbody>)">();
  put_row(out, "Name", remaining.person.display_name(), duplicate.person.display_name());
  put_row(out, "Other names", names_of(remaining), names_of(duplicate));
  put_row(out, "Posts", posts_of(remaining, units), posts_of(duplicate, units));
  put_row(out, "Email", join(remaining.addresses, "; "), join(duplicate.addresses, "; "));
  put_row(out, "ORCID iD", remaining.person.orcid, duplicate.person.orcid);
  put_row(out, "Last spoke", last_spoke(remaining, today), last_spoke(duplicate, today));
  out.put<
      R"(</tbody></table></div><p class="small soft">The page of {} will show both stories, promises and acquaintances; )"
      R"(the name and the address of the other lead there. Nothing is moved, so it can be undone.</p>)"
      R"(<div class="row wrap"><form method="post" action="{}">{}<input type="hidden" name="with" value="{}">)"
      R"(<button class="btn primary">They are the same person</button></form><a class="btn" href="{}">Keep both</a>)"
      R"(<a class="btn quiet" href="{}">Keep the other one instead</a></div></section>)">(
      remaining.person.full_name, Url(address_of(remaining.person, "/merging")), ui::csrf_field(visit),
      duplicate.person.slug, Url(address_of(remaining.person)),
      Url(address_of(duplicate.person, "/merging?with=" + remaining.person.slug)));
}

void put_candidates(html::Writer& out, const OrgDirectory& units, const MergingPage& page) {
  const auto& person = page.remaining.person;
  out.put<
      R"(<section class="card" aria-labelledby="h-who"><h2 id="h-who">Who is it as well?</h2>)"
      R"(<form class="form" action="{}"><div class="form-row">{}<button class="btn">Look</button></div></form>)">(
      Url(address_of(person, "/merging")),
      ui::field({.name = "name", .label = "Name", .value = page.name, .width = "middle"}, {}));
  if (page.candidates.empty()) out.put<R"(<p class="soft">Nobody else is called so.</p>)">();
  out.put<R"(<ul class="list tight">)">();
  for (const auto* other : page.candidates)
    out.put<
        R"(<li class="row" data-row>{}<span class="grow"><a href="{}">{}</a> <span class="small muted">{}</span></span></li>)">(
        ui::avatar(other->full_name, "s"), Url(address_of(person, "/merging?with=" + other->slug)),
        other->display_name(), units.name(other->unit));
  out.put<"</ul></section>">();
}

void put_merged(html::Writer& out, const ui::Visit& visit, const MergingPage& page) {
  if (page.merged.empty()) return;
  out.put<
      R"(<section class="card" aria-labelledby="h-merged"><h2 id="h-merged">One person already</h2><ul class="list tight">)">();
  for (const auto* record : page.merged)
    out.put<
        R"(<li class="row"><span class="grow">{}</span><form method="post" action="{}">{})"
        R"(<input type="hidden" name="record" value="{}"><button class="btn s">Undo<span class="vh"> merging {}</span></button>)"
        R"(</form></li>)">(record->display_name(), Url(address_of(page.remaining.person, "/merging/undo")),
                           ui::csrf_field(visit), record->slug, record->full_name);
  out.put<R"(</ul><p class="small soft">Conversations logged since stay with {}.</p></section>)">(
      page.remaining.person.full_name);
}

}  // namespace

Html merging_view(const ui::Visit& visit, const OrgDirectory& units, const MergingPage& page) {
  html::Writer out;
  out.put<R"(<p class="crumbs"><a href="{}">{}</a></p><h1>The same person twice?</h1><div class="stack">)">(
      Url(address_of(page.remaining.person)), page.remaining.person.display_name());
  if (page.duplicate) put_side_by_side(out, visit, units, page.remaining, *page.duplicate);
  put_merged(out, visit, page);
  if (!page.duplicate) put_candidates(out, units, page);
  out.put<"</div>">();
  return std::move(out).finish();
}

}  // namespace rapport::people
