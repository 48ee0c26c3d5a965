// Draws coverage: a row a faculty or department, every number a link to its people.
#include "reports/coverage_views.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "relationships/level_views.hpp"
#include "staff/portfolio.hpp"
#include "ui/parts.hpp"

namespace rapport::reports {
namespace {

using html::Html;
using html::Url;

constexpr int page_size = 50;
constexpr std::size_t starters_shown = 3;
constexpr std::size_t without_lead_shown = 40;

std::string percent_words(std::optional<int> percent) {
  return percent ? std::to_string(*percent) + " %" : "–";
}

std::string people_words(int count) {
  return count_words(count, "person", "people");
}

std::string name_of(const CoverageRow& row) {
  return row.is_own ? row.unit->name + " itself" : row.unit->name;
}

void put_number(html::Writer& out, const CoverageRow& row, CoverageGroup group, std::string_view label,
                int months) {
  const int count = row.count(group);
  if (count == 0)
    out.put<R"(<td class="num" data-label="{}">0</td>)">(label);
  else
    out.put<R"(<td class="num" data-label="{}"><a href="{}">{}<span class="vh"> {}</span></a></td>)">(
        label, Url(coverage_address(row.unit, group, months, row.is_own)), count,
        row.unit == nullptr ? std::string("in all") : "in " + name_of(row));
}

void put_numbers(html::Writer& out, const CoverageRow& row, int months) {
  out.put<R"(<td class="num" data-label="In post">{}</td>)">(row.people);
  put_number(out, row, CoverageGroup::in_touch, "At level 2 or above", months);
  out.put<
      R"(<td class="num" data-label="Coverage"><b>{}</b></td><td class="num" data-label="Breadth">{}</td>)">(
      percent_words(row.coverage()), percent_words(row.breadth()));
  put_number(out, row, CoverageGroup::never_met, "Never met", months);
  put_number(out, row, CoverageGroup::joined, "Joined", months);
  put_number(out, row, CoverageGroup::no_hello, "No hello yet", months);
}

/// Who leads for a department, or that nobody does.
void put_lead(html::Writer& out, const Directory& directory, const CoverageRow& row) {
  if (const auto* lead = directory.staff.lead_of(row.unit->id))
    out.put<R"(<td data-label="Lead">{}</td>)">(lead->full_name);
  else if (lacks_lead(directory, *row.unit))
    out.put<R"(<td data-label="Lead"><a class="tag amber" href="{}">nobody</a></td>)">(
        Url("/portfolios/" + row.unit->slug));
  else
    out.put<"<td></td>">();
}

void put_row(html::Writer& out, const Directory& directory, const CoverageRow& row, int months) {
  const auto address = row.has_units_below ? coverage_address(row.unit, std::nullopt, months)
                                           : "/departments/" + row.unit->slug;
  out.put<R"(<tr data-row><th scope="row"><a href="{}">{}</a></th>)">(Url(address), name_of(row));
  put_numbers(out, row, months);
  put_lead(out, directory, row);
  out.put<"</tr>">();
}

void put_table(html::Writer& out, const Directory& directory, const CoverageReport& report) {
  out.put<
      R"(<div class="table-wrap" tabindex="0" role="region" aria-label="Coverage by department"><table class="rows cards">)"
      R"(<thead><tr><th scope="col">{}</th><th scope="col" class="num">In post</th><th scope="col" class="num">Level 2 +</th>)"
      R"(<th scope="col" class="num">Coverage</th><th scope="col" class="num">Breadth</th><th scope="col" class="num">Never met</th>)"
      R"(<th scope="col" class="num">Joined</th><th scope="col" class="num">No hello yet</th><th scope="col">Lead</th></tr></thead><tbody>)">(
      report.above == nullptr ? "Faculty or department" : "Department");
  for (const auto& row : report.rows) put_row(out, directory, row, report.months);
  if (report.rows.size() > 1 && report.has_all) {
    auto all = report.all;
    all.unit = report.above;
    out.put<R"(<tr data-row><th scope="row">All</th>)">();
    put_numbers(out, all, report.months);
    out.put<R"(<td></td></tr>)">();
  }
  out.put<"</tbody></table></div>">();
}

void put_months(html::Writer& out, const CoverageReport& report) {
  out.put<
      R"(<p class="row wrap filters"><span class="small muted">Joined in the last</span><span class="seg" role="group" aria-label="New starters">)">();
  for (const int months : starter_months_choices)
    out.put<R"(<a href="{}"{}>{} months</a>)">(
        Url(coverage_address(report.above, std::nullopt, months)),
        html::Attribute::optional("aria-current", months == report.months ? "true" : ""), months);
  out.put<"</span></p>">();
}

/// Where they are given to somebody, several at once; for others, where all of them are.
void put_way_to_gaps(html::Writer& out, const Viewer& viewer, std::size_t count) {
  if (staff::may_change_portfolios(viewer))
    out.put<
        R"(<p class="gap-t"><a class="btn s" href="/portfolios?gaps=yes">Say who looks after them</a></p>)">();
  else if (count > without_lead_shown)
    out.put<R"(<p class="small"><a href="/portfolios?gaps=yes">All {}</a></p>)">(count);
}

void put_without_lead(html::Writer& out, const Viewer& viewer, const Directory& directory,
                      const CoverageReport& report) {
  if (report.without_lead.empty()) return;
  out.put<
      R"(<section class="card gap-t2" aria-labelledby="h-lead"><h2 id="h-lead" class="gap-b">Departments without a lead</h2><ul class="list tight">)">();
  for (std::size_t i = 0; i < std::min(report.without_lead.size(), without_lead_shown); ++i) {
    const auto& unit = *report.without_lead[i];
    out.put<
        R"(<li class="row" data-row><div class="grow"><h3><a class="plain" href="{}">{}</a></h3><p class="micro muted">{}</p></div></li>)">(
        Url("/portfolios/" + unit.slug), unit.name, directory.org.name(unit.parent));
  }
  out.put<"</ul>">();
  put_way_to_gaps(out, viewer, report.without_lead.size());
  out.put<"</section>">();
}

void put_crumbs(html::Writer& out, const Directory& directory, const OrgUnitEntry* unit, int months) {
  out.put<R"(<p class="crumbs"><a href="{}">The whole library</a>)">(
      Url(coverage_address(nullptr, std::nullopt, months)));
  if (const auto* parent = unit != nullptr && unit->parent ? directory.org.find(*unit->parent) : nullptr)
    out.put<R"( / <a href="{}">{}</a>)">(Url(coverage_address(parent, std::nullopt, months)), parent->name);
  out.put<"</p>">();
}

std::string finding_words(const CoverageReport& report) {
  const auto& all = report.all;
  if (all.people == 0) return "Nobody is in post here.";
  auto said = std::to_string(all.count(CoverageGroup::in_touch)) + " of " + std::to_string(all.people) +
              (all.people == 1 ? " person" : " people") + " in post are at level 2 or above: coverage " +
              percent_words(all.coverage()) + ". ";
  said += with_capital_first(people_words(all.count(CoverageGroup::never_met))) + " never met, " +
          count_words(all.count(CoverageGroup::no_hello), "new starter", "new starters") +
          " without a hello.";
  return said;
}

void put_person(html::Writer& out, const Directory& directory, const Reach::One& one, const Scale& scale,
                Date today) {
  const auto& person = *one.person;
  out.put<
      R"(<li class="row wrap" data-row>{}<div class="grow"><h2 class="h3"><a class="plain" href="{}">{}</a></h2><p class="micro muted">{}{}</p></div>{}</li>)">(
      ui::avatar(person.full_name, "s"), Url("/people/" + person.slug), person.display_name(),
      directory.org.name(person.unit),
      one.joined_on ? ", joined " + relative_words(*one.joined_on, today) : std::string(),
      level_mark(scale, one.standing));
}

void put_definitions(html::Writer& out) {
  out.put<
      R"(<p class="small muted gap-t">Coverage: people at level 2 or above / people in post, by department. Breadth: 1 − the share of the )"
      R"(busiest tenth of people in all two-way contacts of the last twelve months. Restricted conversations count for nobody. )"
      R"(A person counts in the department of their main post.</p>)">();
}

}  // namespace

std::string coverage_address(const OrgUnitEntry* unit, std::optional<CoverageGroup> group, int months,
                             bool is_own) {
  auto address = std::string("/reports/coverage") + (unit == nullptr ? "" : "/" + unit->slug);
  const char* mark = "?";
  const auto add = [&](std::string_view name, std::string_view value) {
    address.append(mark).append(name).append("=").append(value);
    mark = "&";
  };
  if (group) add("show", code(*group));
  if (months != starter_months) add("months", std::to_string(months));
  if (is_own) add("own", "yes");
  return address;
}

Html coverage_view(const ui::Visit& visit, const Directory& directory, const CoverageReport& report) {
  html::Writer out(32'768);
  if (report.above != nullptr) put_crumbs(out, directory, report.above, report.months);
  out.put<R"(<h1>{}</h1><p class="soft lead">{}</p>)">(
      report.above == nullptr ? std::string("Coverage") : "Coverage: " + report.above->name,
      finding_words(report));
  put_months(out, report);
  if (report.rows.empty())
    out.add(ui::empty_state("There are no departments here yet."));
  else
    put_table(out, directory, report);
  put_without_lead(out, visit.scope.viewer, directory, report);
  put_definitions(out);
  return std::move(out).finish();
}

Html coverage_table(const Directory& directory, const CoverageReport& report) {
  html::Writer out(16'384);
  put_table(out, directory, report);
  return std::move(out).finish();
}

Html coverage_group_view(const ui::Visit& visit, const Directory& directory, const CoverageGroupPage& page) {
  html::Writer out(16'384);
  put_crumbs(out, directory, page.unit, page.months);
  out.put<R"(<h1>{}{}</h1><p class="soft lead">{}. {}</p>)">(
      words(page.group), page.unit == nullptr ? std::string() : ": " + page.unit->name,
      with_capital_first(people_words(static_cast<int>(page.people.size()))), meaning(page.group));
  out.put<R"(<p class="row wrap filters"><span class="seg wrap" role="group" aria-label="Which people">)">();
  for (const auto group : coverage_groups)
    out.put<R"(<a href="{}"{}>{}</a>)">(
        Url(coverage_address(page.unit, group, page.months)),
        html::Attribute::optional("aria-current", group == page.group ? "true" : ""), words(group));
  out.put<"</span></p>">();
  if (page.people.empty()) {
    out.add(ui::empty_state("Nobody."));
    return std::move(out).finish();
  }
  out.put<R"(<section class="card gap-t2" aria-label="People"><ul class="list tight">)">();
  const auto from = static_cast<std::size_t>(page.page - 1) * page_size;
  for (std::size_t i = from; i < std::min(page.people.size(), from + page_size); ++i)
    put_person(out, directory, page.people[i], page.scale, visit.scope.today);
  out.put<"</ul></section>">();
  out.add(ui::pages_of(
      {.total = static_cast<std::int64_t>(page.people.size()), .page = page.page, .page_size = page_size},
      [&](int number) {
        return coverage_address(page.unit, page.group, page.months) + "&page=" + std::to_string(number);
      }));
  return std::move(out).finish();
}

Html starters_card(const Directory& directory, const std::vector<Reach::One>& people, Date today) {
  if (people.empty()) return {};
  html::Writer out;
  out.put<
      R"(<section class="card" aria-labelledby="h-new-here"><div class="sec-h"><h2 id="h-new-here">Joined, no hello yet</h2>)"
      R"(<a class="more" href="{}">All {}</a></div><ul class="list tight">)">(
      Url("/reports/coverage?show=hello"), people.size());
  for (std::size_t i = 0; i < std::min(people.size(), starters_shown); ++i) {
    const auto& one = people[i];
    out.put<
        R"(<li class="row" data-row>{}<div class="grow"><h3><a class="plain" href="{}">{}</a></h3><p class="micro muted">{}, joined {}</p></div></li>)">(
        ui::avatar(one.person->full_name, "s"), Url("/people/" + one.person->slug),
        one.person->display_name(), directory.org.name(one.person->unit),
        relative_words(*one.joined_on, today));
  }
  out.put<"</ul></section>">();
  return std::move(out).finish();
}

}  // namespace rapport::reports
