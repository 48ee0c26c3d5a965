// Draws measures in the settings.
#include "measures/measure_settings_views.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "measures/measure_views.hpp"
#include "organisation/academic_calendar.hpp"
#include "ui/parts.hpp"

namespace rapport::measures {
namespace {

using html::Html;
using html::Url;
using html::Writer;

std::string edit_address(const Measure& measure) {
  return "/settings/measures/" + std::to_string(measure.id.value);
}

std::string years_words(const ui::Visit& visit, const Measure& measure,
                        const std::vector<YearReported>& years) {
  if (measure.formula) return "Counted by Rapport itself";
  const auto newest = std::ranges::find(years, measure.id, &YearReported::measure);
  if (newest == years.end()) return "No figures yet";
  return visit.scope.years().words(newest->academic_year) + ": " +
         count_words(newest->departments, "department", "departments");
}

void put_rows(Writer& out, const ui::Visit& visit, const std::vector<Measure>& all,
              const std::vector<YearReported>& years, bool are_retired) {
  out.put<
      R"(<div class="table-wrap"><table class="rows cards gap-t"><thead><tr><th scope="col">Measure</th><th scope="col">Source</th>)"
      R"(<th scope="col">Definition</th><th scope="col">Newest figures</th></tr></thead><tbody>)">();
  for (const auto& measure : all) {
    if (measure.retired_at.has_value() != are_retired) continue;
    const auto& now = measure.current();
    out.put<
        R"(<tr data-row><th scope="row"><a href="{}">{}</a></th><td data-label="Source">{}</td><td data-label="Definition">{}{}</td>)"
        R"(<td data-label="Newest">{}</td></tr>)">(
        Url(edit_address(measure)), now.name, now.source, now.version,
        now.starts_in > first_measured_year ? ", from " + visit.scope.years().words(now.starts_in)
                                            : std::string(),
        years_words(visit, measure, years));
  }
  out.put<"</tbody></table></div>">();
}

std::vector<ui::Choice> year_choices(const ui::Visit& visit, const MeasureForm& form) {
  std::vector<ui::Choice> choices;
  const int next = visit.scope.years().of(visit.scope.today) + 1;
  const auto add = [&](int year, std::string words) {
    choices.push_back({std::to_string(year), std::move(words)});
  };
  for (int year = next; year > next - 10; --year) add(year, visit.scope.years().words(year));
  if (form.measure == nullptr || form.measure->current().starts_in <= first_measured_year)
    add(first_measured_year, "the beginning");
  else if (form.measure->current().starts_in <= next - 10)
    add(form.measure->current().starts_in, visit.scope.years().words(form.measure->current().starts_in));
  return choices;
}

template <class Enum>
std::vector<ui::Choice> choices_of(std::initializer_list<Enum> all) {
  std::vector<ui::Choice> choices;
  for (const auto one : all) choices.push_back({std::string(code(one)), std::string(words(one))});
  return choices;
}

/// What Rapport counts itself keeps how it is counted.
void put_kept(Writer& out, const MeasureForm& form) {
  out.put<
      R"(<input type="hidden" name="shape" value="{}"><input type="hidden" name="unit" value="{}"><input type="hidden" name="source" value="{}">)"
      R"(<input type="hidden" name="comparable" value="yes"><p class="note small">Rapport counts this itself. Its words can be changed, and )"
      R"(who may see it.</p>)">(form.draft.shape, form.draft.unit, form.draft.source);
  if (form.draft.counts_people) out.put<R"(<input type="hidden" name="counts_people" value="yes">)">();
}

void put_counted(Writer& out, const MeasureForm& form) {
  out.add(ui::field({.name = "source",
                     .label = "Source",
                     .value = form.draft.source,
                     .hint = "The system or return that the figures come from"},
                    form.faults));
  out.add(ui::field({.name = "shape",
                     .label = "A figure is",
                     .value = form.draft.shape,
                     .type = "select",
                     .choices = choices_of({MeasureShape::amount, MeasureShape::money, MeasureShape::percent,
                                            MeasureShape::rate}),
                     .width = "middle"},
                    form.faults));
  out.add(ui::field({.name = "unit",
                     .label = "Of what",
                     .value = form.draft.unit,
                     .hint = "For numbers and rates: visits, loans per student",
                     .width = "middle"},
                    form.faults));
  out.add(ui::field({.name = "counts_people",
                     .label = "It counts people",
                     .hint = "Then figures of fewer than five are not shown",
                     .type = "checkbox",
                     .is_checked = form.draft.counts_people}));
}

void put_break(Writer& out, const MeasureForm& form) {
  out.add(ui::radios(
      {.name = "comparable",
       .label = "Can its figures be set beside those of the definition before?",
       .value = form.draft.is_comparable ? "yes" : "no",
       .hint = "Where not, no arrow is drawn across the change. It then begins with a year that has no "
               "figures yet.",
       .choices = {{"yes", "Yes: the same count in clearer words"}, {"no", "No: it is counted differently"}}},
      form.faults));
}

void put_retirement(Writer& out, const ui::Visit& visit, const Measure& measure) {
  out.put<
      R"(<section class="gap-t2" aria-labelledby="h-use"><h2 id="h-use">{}</h2><p class="small soft">{}</p>)"
      R"(<form class="form-foot" method="post" action="{}" data-once>{}<button class="btn">{}</button></form></section>)">(
      measure.retired_at ? "Not in use" : "In use",
      measure.retired_at ? "Its earlier figures are kept."
                         : "A measure that is not used any more keeps its figures and leaves the pages.",
      Url(edit_address(measure) + (measure.retired_at ? "/reinstatement" : "/retirement")),
      ui::csrf_field(visit), measure.retired_at ? "Use it again" : "Use it no more");
}

}  // namespace

Html measure_settings_view(const ui::Visit& visit, const std::vector<Measure>& all,
                           const std::vector<YearReported>& years) {
  Writer out(16'384);
  out.put<
      R"(<p class="crumbs"><a href="/settings">Settings</a></p><div class="row between wrap top-a"><div><h1>Measures</h1>)"
      R"(<p class="soft lead">A change is a further definition: earlier figures keep the one that they were counted by.</p></div>)"
      R"(<div class="row"><a class="btn" href="/settings/measures/new">{}Add a measure</a></div></div>)">(
      ui::icon("plus"));
  put_rows(out, visit, all, years, false);
  if (std::ranges::any_of(all, [](const Measure& measure) { return measure.retired_at.has_value(); })) {
    out.put<
        R"(<section class="gap-t2" aria-labelledby="h-retired"><h2 id="h-retired">Not in use any more</h2>)">();
    put_rows(out, visit, all, years, true);
    out.put<"</section>">();
  }
  if (visit.scope.viewer.is(Role::administrator))
    out.put<R"(<p class="gap-t2"><a class="btn" href="/import">{}Import figures</a></p>)">(
        ui::icon("upload"));
  return std::move(out).finish();
}

Html measure_form_view(const ui::Visit& visit, const MeasureForm& form) {
  Writer out;
  const bool is_new = form.measure == nullptr;
  out.put<
      R"(<p class="crumbs"><a href="/settings/measures">Measures</a></p><div class="form-page"><h1>{}</h1>)">(
      is_new ? std::string("Add a measure") : form.measure->current().name);
  if (!form.clash.empty()) out.put<R"(<p class="lead" role="alert">{}</p>)">(form.clash);
  out.add(ui::error_summary(form.faults));
  out.put<
      R"(<form class="form" method="post" action="{}" novalidate data-once data-keep>{}{}<input type="hidden" name="version" value="{}">)">(
      Url(is_new ? std::string("/settings/measures/new") : edit_address(*form.measure)),
      ui::csrf_field(visit), ui::once_field(), form.seen_version);
  out.add(
      ui::field({.name = "name", .label = "Name", .value = form.draft.name, .width = "middle"}, form.faults));
  out.add(ui::field({.name = "definition",
                     .label = "What is counted",
                     .value = form.draft.definition,
                     .hint = "In a sentence or two, so that next year’s colleague counts the same",
                     .type = "textarea",
                     .rows = 4},
                    form.faults));
  if (!is_new && form.measure->formula)
    put_kept(out, form);
  else
    put_counted(out, form);
  out.add(ui::field({.name = "better",
                     .label = "Which way is better",
                     .value = form.draft.better,
                     .type = "select",
                     .choices = choices_of({Better::up, Better::down, Better::neutral}),
                     .width = "middle"},
                    form.faults));
  out.add(ui::field({.name = "audience",
                     .label = "Who may be shown its figures",
                     .value = form.draft.audience,
                     .type = "select",
                     .choices = choices_of({Audience::library, Audience::department, Audience::everybody}),
                     .width = "middle"},
                    form.faults));
  out.add(ui::field({.name = "starts_in",
                     .label = is_new ? "Figures from" : "This definition holds from",
                     .value = std::to_string(form.draft.starts_in.value_or(0)),
                     .type = "select",
                     .choices = year_choices(visit, form),
                     .width = "middle"},
                    form.faults));
  if (!is_new && !form.measure->formula) put_break(out, form);
  if (!is_new)
    out.add(ui::field({.name = "because",
                       .label = "Why it changes (optional)",
                       .value = form.draft.because,
                       .hint = "It stands in the list of definitions"},
                      form.faults));
  out.put<
      R"(<div class="form-foot"><button class="btn primary">{}</button><a class="btn quiet" href="/settings/measures">Cancel</a></div></form>)">(
      is_new ? "Add the measure" : "Keep this definition");
  if (!is_new) put_retirement(out, visit, *form.measure);
  out.put<"</div>">();
  return std::move(out).finish();
}

}  // namespace rapport::measures
