// Departments as HTML.
#include "organisation/organisation_views.hpp"

#include <algorithm>
#include <unordered_set>

#include "base/text.hpp"
#include "organisation/organisation.hpp"
#include "organisation/unit_choices.hpp"
#include "ui/parts.hpp"

namespace rapport::organisation {
namespace {

using html::Attribute;
using html::Html;
using html::Url;

/// Each word of `wanted` begins a word of the name.
bool matches(const OrgUnitEntry& unit, const std::vector<std::string>& wanted) {
  const auto words = folded_words(unit.name);
  return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& sought) {
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return word.starts_with(sought); });
  });
}

/// The units that match, and those above them: what leads there stays readable.
std::unordered_set<Id<OrgUnit>> wanted_units(const OrgDirectory& units, const DepartmentFilter& filter) {
  const auto words = folded_words(filter.text);
  std::unordered_set<Id<OrgUnit>> wanted;
  for (const auto& unit : units.units()) {
    if ((!unit.is_open && !filter.with_closed) || !matches(unit, words)) continue;
    const auto* above = &unit;
    while (above != nullptr && wanted.insert(above->id).second)
      above = above->parent ? units.find(*above->parent) : nullptr;
  }
  return wanted;
}

int people_in(const OrgDirectory& units, const PeopleCounts& people_here, Id<OrgUnit> unit) {
  int people = 0;
  for (const auto id : units.with_descendants(unit))
    if (const auto found = people_here.find(id); found != people_here.end()) people += found->second;
  return people;
}

std::string people_words(const OrgUnitEntry& unit, int people) {
  if (people > 0) return count_words(people, "person", "people");
  return unit.is_open ? "nobody yet" : "nobody now";
}

void put_unit(html::Writer& out, const OrgUnitEntry& unit, int depth, int people) {
  out.put<R"(<li data-row class="depth-{}"><a href="{}">{}</a>)">(depth, Url("/departments/" + unit.slug),
                                                                  unit.name);
  if (!unit.is_open) out.put<R"( <span class="tag">Closed</span>)">();
  out.put<R"(<span class="muted small push num">{}</span></li>)">(people_words(unit, people));
}

void put_top_unit(html::Writer& out, const OrgUnitEntry& unit, int people) {
  out.put<R"(<div class="sec-h"><h2><a href="{}">{}</a></h2>)">(Url("/departments/" + unit.slug), unit.name);
  if (!unit.is_open) out.put<R"(<span class="tag">Closed</span>)">();
  out.put<R"(<span class="more muted num">{}</span></div>)">(people_words(unit, people));
}

void put_tree(html::Writer& out, const OrgDirectory& units, const PeopleCounts& people_here,
              const std::unordered_set<Id<OrgUnit>>& wanted) {
  bool is_card_open = false;
  bool is_list_open = false;
  const auto close_card = [&] {
    if (is_list_open) out.put<"</ul>">();
    if (is_card_open) out.put<"</section>">();
    is_card_open = is_list_open = false;
  };
  for (const auto& [unit, depth] : in_tree_order(units)) {
    if (!wanted.contains(unit->id)) continue;
    const auto people = people_in(units, people_here, unit->id);
    if (depth == 0) {
      close_card();
      out.put<R"(<section class="card flat" data-row>)">();
      is_card_open = true;
      put_top_unit(out, *unit, people);
      continue;
    }
    if (!is_list_open) out.put<R"(<ul class="list units">)">();
    is_list_open = true;
    put_unit(out, *unit, depth, people);
  }
  close_card();
}

void put_filter(html::Writer& out, const DepartmentFilter& filter) {
  out.put<
      R"(<form class="filter" method="get" action="/departments" role="search" aria-label="Departments">)">();
  out.add(ui::field({.name = "q", .label = "Name", .value = filter.text, .type = "search"}));
  out.add(ui::field(
      {.name = "closed", .label = "Closed ones too", .type = "checkbox", .is_checked = filter.with_closed}));
  out.put<R"(<button class="btn">Show</button></form>)">();
}

Html add_button() {
  return html::render<R"(<a class="btn" href="/departments/new">{}Add a department</a>)">(ui::icon("plus"));
}

Html nothing(const ui::Visit& visit, bool has_units) {
  if (has_units) return ui::empty_state("No department is called that.");
  const bool may = may_change(visit.scope.viewer);
  return ui::empty_state(may ? "No departments yet. Import them, or add the first one."
                             : "No departments yet. A team leader or an administrator can add them.",
                         may ? add_button() : Html());
}

ui::Input parent_field(const OrgDirectory& units, const DepartmentForm& form) {
  return {.name = "parent",
          .label = "Part of",
          .value = form.parent,
          .type = "select",
          .choices = unit_choices(units, "The university itself")};
}

ui::Input kind_field(const DepartmentForm& form) {
  std::vector<ui::Choice> choices;
  for (const auto kind :
       {OrgUnitKind::faculty, OrgUnitKind::school, OrgUnitKind::department, OrgUnitKind::service})
    choices.push_back({std::string(code(kind)), std::string(words(kind))});
  return {.name = "kind", .label = "Kind", .value = form.kind, .choices = std::move(choices)};
}

ui::Input name_field(const DepartmentForm& form) {
  return {.name = "name", .label = "Name", .value = form.name, .is_required = true};
}

std::string names_of(const OrgDirectory& units, std::span<const Id<OrgUnit>> ids) {
  std::vector<std::string> names;
  for (const auto id : ids) names.emplace_back(units.name(id));
  return join_words(names);
}

/// In whom it goes on, who goes on in it, and what went from one to the other, by the day.
void put_successions(html::Writer& out, const OrgDirectory& units, const OrgUnit& unit,
                     std::span<const Succession> successions, Date today) {
  std::vector<Id<OrgUnit>> after;
  for (const auto& one : successions) {
    if (one.unit == unit.id && !one.is_part) after.push_back(one.successor);
    if (one.unit == unit.id && one.is_part)
      out.put<R"(<li>A part of it is in {} <span class="muted small">from {}</span></li>)">(
          units.name(one.successor), short_words(one.from, today));
    if (one.successor == unit.id)
      out.put<R"(<li>{}{} goes on in it <span class="muted small">from {}</span></li>)">(
          one.is_part ? "A part of " : "", units.name(one.unit), short_words(one.from, today));
  }
  if (!after.empty()) out.put<"<li>It goes on in {}</li>">(names_of(units, after));
}

void put_history(html::Writer& out, const OrgDirectory& units, const OrgUnit& unit,
                 std::span<const Succession> successions, Date today) {
  html::Writer succeeded;
  put_successions(succeeded, units, unit, successions, today);
  if (unit.periods.size() < 2 && succeeded.size() == 0) return;
  out.put<R"(<section class="card flat"><h2>Its history</h2><ul class="list">)">();
  for (const auto& period : unit.periods) {
    out.put<"<li>{}">(period.name);
    if (period.parent) out.put<", part of {}">(units.name(period.parent));
    out.put<R"( <span class="muted small">)">();
    if (period.valid_from) out.put<"from {} ">(short_words(*period.valid_from, today));
    if (period.valid_to) out.put<"to {}">(short_words(*period.valid_to, today));
    out.put<"</span></li>">();
  }
  out.put<"{}</ul></section>">(std::move(succeeded).finish());
}

/// Where it, or a part of it, may go on. `none` is the choice of nothing.
std::vector<ui::Choice> other_departments(const OrgDirectory& units, const OrgUnit& unit, std::string none) {
  std::vector<ui::Choice> choices{{"", std::move(none)}};
  for (const auto& one : units.units())
    if (one.id != unit.id && one.kind != OrgUnitKind::faculty) choices.push_back({one.slug, one.name});
  return choices;
}

/// Three to choose from, and one more than are chosen.
void put_successor_fields(html::Writer& out, const OrgDirectory& units, const OrgUnit& unit,
                          const DepartmentForm& form, const std::vector<Fault>& faults) {
  constexpr std::size_t usual = 3;
  const auto choices = other_departments(units, unit, "Nobody");
  const auto fields = std::min(std::max(usual, form.successors.size() + 1), successors_max);
  out.put<
      R"(<fieldset class="field"><legend>It goes on in</legend><p class="hint">Merged into one, or split over )"
      R"(several: their plans show its actions beside them, and figures say from when on they are theirs.</p>)">();
  for (std::size_t i = 0; i < fields; ++i)
    out.add(ui::field({.name = successor_field(i + 1),
                       .label = i == 0 ? "Department" : "And",
                       .value = i < form.successors.size() ? form.successors[i] : std::string(),
                       .type = "select",
                       .choices = choices},
                      faults));
  out.put<"</fieldset>">();
}

/// Of a department that stays open: where parts of it went. One row more than there are.
void put_parts(html::Writer& out, const ui::Visit& visit, const OrgDirectory& units, const OrgUnit& unit,
               const DepartmentForm& form, const std::vector<Fault>& faults) {
  if (unit.closed_on && form.parts.empty()) return;
  const auto choices = other_departments(units, unit, "None");
  const auto rows = std::min(form.parts.size() + 1, successors_max);
  out.put<
      R"(<section class="card flat"><h2>A part of it went elsewhere</h2><form class="form" method="post" action="{}">{})"
      R"(<p class="hint">It stays open, and a part of it is a department of its own now, or in another one. That )"
      R"(one’s plan shows last year’s actions of this one, and figures of both say that they cannot be compared )"
      R"(over that day. Nothing is moved: people move by their posts.</p>)">(
      Url("/departments/" + unit.slug + "/parts"), ui::csrf_field(visit));
  for (std::size_t i = 0; i < rows; ++i) {
    const auto part = i < form.parts.size() ? form.parts[i] : DepartmentForm::Part{};
    out.put<R"(<div class="field-row">)">();
    out.add(ui::field({.name = part_field(i + 1),
                       .label = "It is in",
                       .value = part.into,
                       .type = "select",
                       .choices = choices},
                      faults));
    out.add(ui::field(
        {.name = part_day_field(i + 1), .label = "First day there", .value = part.from, .type = "date"},
        faults));
    out.put<"</div>">();
  }
  out.put<R"(<button class="btn">Save the parts</button></form></section>)">();
}

void put_closing(html::Writer& out, const ui::Visit& visit, const OrgDirectory& units, const OrgUnit& unit,
                 const DepartmentForm& form, const std::vector<Fault>& faults) {
  const auto address = "/departments/" + unit.slug;
  if (unit.closed_on) {
    out.put<
        R"(<section class="card flat"><h2>Closed on {}</h2><form class="form" method="post" action="{}">{})">(
        long_words(*unit.closed_on, visit.scope.today), Url(address + "/successors"), ui::csrf_field(visit));
    put_successor_fields(out, units, unit, form, faults);
    out.put<R"(<button class="btn primary">Save</button></form></section>)">();
    out.put<
        R"(<section class="card flat"><h2>Not closed after all?</h2><form class="form" method="post" action="{}">{})">(
        Url(address + "/opening"), ui::csrf_field(visit));
    out.put<R"(<button class="btn">Open it again</button></form></section>)">();
    return;
  }
  out.put<R"(<section class="card flat"><h2>Close it</h2><form class="form" method="post" action="{}">{})">(
      Url(address + "/closing"), ui::csrf_field(visit));
  out.add(ui::field({.name = "closed_on",
                     .label = "Last day",
                     .value = form.closed_on,
                     .hint = "Its people and conversations stay where they are. You can open it again.",
                     .type = "date"},
                    faults));
  put_successor_fields(out, units, unit, form, faults);
  out.put<R"(<button class="btn">Close {}</button></form></section>)">(unit.name);
}

}  // namespace

std::string successor_field(std::size_t number) {
  return "successor-" + std::to_string(number);
}

std::string part_field(std::size_t number) {
  return "part-" + std::to_string(number);
}
std::string part_day_field(std::size_t number) {
  return part_field(number) + "-from";
}

Html department_list(const ui::Visit& visit, const OrgDirectory& units, const PeopleCounts& people_here,
                     const DepartmentFilter& filter) {
  html::Writer out;
  out.put<
      R"(<div class="row between wrap"><h1>Departments</h1><p class="row wrap"><a class="btn quiet" href="/portfolios">Who looks after them</a>)">();
  if (may_change(visit.scope.viewer)) out.add(add_button());
  out.put<"</p></div>">();
  if (!units.units().empty()) put_filter(out, filter);
  const auto wanted = wanted_units(units, filter);
  if (wanted.empty()) {
    out.add(nothing(visit, !units.units().empty()));
  } else {
    out.put<R"(<div class="stack">)">();
    put_tree(out, units, people_here, wanted);
    out.put<"</div>">();
  }
  return std::move(out).finish();
}

Html new_department_form(const ui::Visit& visit, const OrgDirectory& units, const DepartmentForm& form,
                         const std::vector<Fault>& faults) {
  html::Writer out;
  out.add(ui::error_summary(faults));
  out.put<R"(<h1>Add a department</h1><form class="form" method="post" action="/departments/new">{}{})">(
      ui::csrf_field(visit), ui::once_field());
  out.add(ui::field(name_field(form), faults)).add(ui::radios(kind_field(form), faults));
  out.add(ui::field(parent_field(units, form), faults));
  out.add(ui::field({.name = "valid_from",
                     .label = "It began on",
                     .value = form.valid_from,
                     .hint = "Leave it empty where it has been there for as long as anybody knows.",
                     .type = "date"},
                    faults));
  out.put<R"(<div class="form-foot"><button class="btn primary">Add</button>)"
          R"(<a class="btn quiet" href="/departments">Back</a></div></form>)">();
  return std::move(out).finish();
}

Html edit_department_form(const ui::Visit& visit, const OrgDirectory& units, const OrgUnit& unit,
                          const DepartmentForm& form, std::span<const Succession> successions,
                          const std::vector<Fault>& faults) {
  const auto address = "/departments/" + unit.slug;
  html::Writer out;
  out.add(ui::error_summary(faults));
  out.put<R"(<p class="crumbs"><a href="{}">{}</a></p><h1>Edit {}</h1><div class="stack">)">(
      Url(address), unit.name, unit.name);
  if (!unit.closed_on) {
    out.put<R"(<form class="form" method="post" action="{}">{})">(Url(address + "/edit"),
                                                                  ui::csrf_field(visit));
    out.add(ui::field(name_field(form), faults)).add(ui::field(parent_field(units, form), faults));
    out.add(ui::field({.name = "from",
                       .label = "True since",
                       .value = form.from,
                       .hint = "The name and place before stay in its history.",
                       .type = "date"},
                      faults));
    out.put<R"(<div class="form-foot"><button class="btn primary">Save</button>)"
            R"(<a class="btn quiet" href="{}">Back</a></div></form>)">(Url(address));
  }
  put_parts(out, visit, units, unit, form, faults);
  put_closing(out, visit, units, unit, form, faults);
  put_history(out, units, unit, successions, visit.scope.today);
  out.put<"</div>">();
  return std::move(out).finish();
}

}  // namespace rapport::organisation
