// The list of people as HTML.
#include "people/people_views.hpp"

#include "http/form.hpp"
#include "organisation/unit_choices.hpp"
#include "people/people.hpp"
#include "ui/parts.hpp"

namespace rapport::people {
namespace {

using html::Attribute;
using html::Html;
using html::Url;

void put_filter(html::Writer& out, const OrgDirectory& units, const PeopleListPage& page) {
  const auto& filter = page.filter;
  out.put<R"(<form class="filter" method="get" action="/people" role="search" aria-label="People">)">();
  out.add(ui::field({.name = "q", .label = "Name", .value = filter.text, .type = "search"}));
  out.add(ui::field({.name = "unit",
                     .label = "Department",
                     .value = filter.unit,
                     .type = "select",
                     .choices = unit_choices(units, "All departments")}));
  out.add(ui::field({.name = "who",
                     .label = "Who",
                     .value = std::string(code(filter.whom)),
                     .type = "select",
                     .choices = {{"here", "Here now"}, {"left", "Have left"}, {"everybody", "Everybody"}}}));
  if (!page.part.choices.empty())
    out.add(ui::field({.name = "level",
                       .label = page.part.label,
                       .value = filter.part,
                       .type = "select",
                       .choices = page.part.choices}));
  if (!page.part.states.empty())
    out.add(ui::field({.name = "state",
                       .label = "Only",
                       .value = filter.state,
                       .type = "select",
                       .choices = page.part.states}));
  out.add(ui::field({.name = "order",
                     .label = "In order of",
                     .value = std::string(code(filter.order)),
                     .type = "select",
                     .choices = {{"name", "Name"},
                                 {"department", "Department"},
                                 {"last", "Last spoke, latest first"},
                                 {"longest", "Last spoke, longest ago first"}}}));
  if (page.has_portfolio)
    out.add(ui::field(
        {.name = "mine", .label = "My departments only", .type = "checkbox", .is_checked = filter.is_mine}));
  out.put<R"(<button class="btn">Show</button></form>)">();
}

std::string post_words(const PeopleRow& row, const OrgDirectory& units) {
  const auto unit = units.name(row.person->unit);
  if (row.post.empty()) return std::string(unit);
  return unit.empty() ? row.post : row.post + ", " + std::string(unit);
}

/// Nothing where nothing can be done with those who are ticked.
Html tick_of(const PeopleListPage& page, const PersonEntry& person) {
  if (!page.part.act || !person.is_here) return {};
  return html::render<R"(<input type="checkbox" name="people" value="{}" aria-label="Choose {}">)">(
      person.slug, person.display_name());
}

void put_row(html::Writer& out, const PeopleListPage& page, const PeopleRow& row, const OrgDirectory& units,
             Date today) {
  const auto& person = *row.person;
  out.put<R"(<tr data-row><th scope="row"><span class="row">{}{}<a href="{}">{}</a></span></th>)">(
      tick_of(page, person), ui::avatar(person.full_name, "s"), Url("/people/" + person.slug),
      person.display_name());
  out.put<R"(<td data-label="Post">{}</td>)">(post_words(row, units));
  if (!page.part.choices.empty()) {
    const auto mark = page.marks.find(person.id);
    out.put<R"(<td data-label="{}"><span>{}</span></td>)">(page.part.label,
                                                           mark == page.marks.end() ? Html() : mark->second);
  }
  out.put<R"(<td data-label="Last spoke">)">();
  if (row.last_on)
    out.put<R"(<time datetime="{}">{}</time>)">(row.last_on->iso(), relative_words(*row.last_on, today));
  else
    out.put<R"(<span class="muted">not yet</span>)">();
  out.put<"</td></tr>">();
}

Attribute sorted(const PeopleFilter& filter, PeopleOrder order) {
  const bool is_last = order == PeopleOrder::last_spoke;
  if (filter.order == order) return Attribute::value("aria-sort", is_last ? "descending" : "ascending");
  return Attribute::optional("aria-sort",
                             is_last && filter.order == PeopleOrder::longest_ago ? "ascending" : "");
}

void put_table(html::Writer& out, const OrgDirectory& units, const PeopleListPage& page, Date today) {
  out.put<
      R"(<div class="table-wrap"><table class="rows cards people-list"><thead><tr><th scope="col"{}>Name</th>)">(
      sorted(page.filter, PeopleOrder::name));
  out.put<R"(<th scope="col"{}>Post</th>)">(sorted(page.filter, PeopleOrder::department));
  if (!page.part.choices.empty()) out.put<R"(<th scope="col">{}</th>)">(page.part.label);
  out.put<R"(<th scope="col"{}>Last spoke</th></tr></thead><tbody>)">(
      sorted(page.filter, PeopleOrder::last_spoke));
  for (const auto& row : page.list.rows) put_row(out, page, row, units, today);
  out.put<"</tbody></table></div>">();
}

/// The table, in a form where something can be done with people of it.
void put_people(html::Writer& out, const OrgDirectory& units, const PeopleListPage& page, Date today) {
  const auto& act = page.part.act;
  if (!act) return put_table(out, units, page, today);
  out.put<R"(<form method="get" action="{}">)">(Url(act->address));
  put_table(out, units, page, today);
  out.put<
      R"(<p class="row wrap gap-t"><button class="btn">{}</button><span class="small muted">{}</span></p></form>)">(
      act->label, act->hint);
}

Html add_button() {
  return html::render<R"(<a class="btn" href="/people/new">{}Add a person</a>)">(ui::icon("user-plus"));
}

Html empty_list(const ui::Visit& visit, const PeopleListPage& page) {
  const bool may = may_write(visit.scope.viewer);
  if (!page.has_anybody)
    return ui::empty_state(
        may ? "No people yet. Import the staff list or add the first person." : "No people yet.",
        may ? add_button() : Html());
  if (!page.filter.text.empty())
    return ui::empty_state("Nobody is called that here.",
                           may ? html::render<R"(<a class="btn" href="{}">{}Add {}</a>)">(
                                     Url("/people/new?name=" + http::percent_encode(page.filter.text)),
                                     ui::icon("user-plus"), page.filter.text)
                               : Html());
  return ui::empty_state("Nobody here. Choose another department, or everybody.");
}

}  // namespace

std::string PeopleFilter::address() const {
  std::string query;
  const auto add = [&](std::string_view name, std::string_view value) {
    query.append(query.empty() ? "?" : "&").append(name).append("=").append(http::percent_encode(value));
  };
  if (!text.empty()) add("q", text);
  if (!unit.empty()) add("unit", unit);
  if (is_mine) add("mine", "yes");
  if (!part.empty()) add("level", part);
  if (!state.empty()) add("state", state);
  if (whom != Whom::here) add("who", code(whom));
  if (order != PeopleOrder::name) add("order", code(order));
  if (page > 1) add("page", std::to_string(page));
  return "/people" + query;
}

Html people_list_view(const ui::Visit& visit, const OrgDirectory& units, const PeopleListPage& page) {
  html::Writer out;
  out.put<
      R"(<div class="row between wrap"><h1>People</h1><p class="row wrap"><a class="btn quiet" href="/quiet">Gone quiet</a>)">();
  if (may_write(visit.scope.viewer)) out.add(add_button());
  out.put<"</p></div>">();
  if (page.has_anybody) put_filter(out, units, page);
  if (page.list.rows.empty()) return out.add(empty_list(visit, page)), std::move(out).finish();
  put_people(out, units, page, visit.scope.today);
  out.add(ui::pages_of({.total = page.list.total, .page = page.filter.page, .page_size = people_page_size},
                       [&](int number) {
                         auto other = page.filter;
                         other.page = number;
                         return other.address();
                       }));
  return std::move(out).finish();
}

}  // namespace rapport::people
