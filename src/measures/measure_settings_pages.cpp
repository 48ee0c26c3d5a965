// Answers for measures in the settings.
#include "measures/measure_settings_pages.hpp"

#include "http/form.hpp"
#include "measures/measure_settings_views.hpp"
#include "organisation/academic_calendar.hpp"
#include "scope/submission.hpp"
#include "ui/page.hpp"
#include "ui/route_id.hpp"

namespace rapport::measures {
namespace {

constexpr const char* list_address = "/settings/measures";

http::Response page(const ui::Visit& visit, std::string title, html::Html content, int status = 200) {
  return ui::show(visit, {.title = std::move(title),
                          .section = ui::Section::settings,
                          .content = std::move(content),
                          .status = status});
}

Id<Measure> id_in(const ui::Visit& visit) {
  return ui::route_id<Measure>(visit.request, "measure");
}

MeasureDraft draft_in(const http::Form& form) {
  MeasureDraft draft{.name = std::string(form.value("name")),
                     .definition = std::string(form.value("definition")),
                     .source = std::string(form.value("source")),
                     .shape = std::string(form.value("shape")),
                     .unit = std::string(form.value("unit")),
                     .counts_people = form.has("counts_people"),
                     .better = std::string(form.value("better")),
                     .audience = std::string(form.value("audience")),
                     .is_comparable = form.value("comparable") != "no",
                     .because = std::string(form.value("because"))};
  if (const auto year = form.number("starts_in"); year && *year > 0 && *year < 10'000)
    draft.starts_in = static_cast<int>(*year);
  return draft;
}

int status_of(const MeasureForm& form) {
  if (!form.clash.empty()) return 409;
  return form.faults.empty() ? 200 : 422;
}

http::Response form_page(const ui::Visit& visit, const MeasureForm& form) {
  return page(visit, form.measure == nullptr ? "Add a measure" : form.measure->current().name,
              measure_form_view(visit, form), status_of(form));
}

Result<Done> define_once(const ui::Visit& visit, const MeasureDraft& draft, std::string_view key) {
  return visit.scope.write([&](db::Writer& writer) -> Result<Done> {
    if (find_submission(writer, visit.scope.institution, key)) return Done{};
    if (auto defined = define(visit.scope, draft); !defined) return defined.refusal();
    record_submission(visit.scope, writer, key, list_address);
    return Done{};
  });
}

http::Response after(const ui::Visit& visit, const Result<Done>& done, std::string_view message) {
  if (!done) return ui::show_refusal(visit, done.refusal());
  return ui::go(visit, list_address, message);
}

}  // namespace

http::Response show_measure_settings(const ui::Visit& visit) {
  return page(visit, "Measures", measure_settings_view(visit, all(visit.scope), years_reported(visit.scope)));
}

http::Response new_measure(const ui::Visit& visit) {
  return form_page(visit, {.draft = {.starts_in = visit.scope.years().of(visit.scope.today)}});
}

http::Response create_measure(const ui::Visit& visit) {
  const auto& form = visit.request.form();
  const auto draft = draft_in(form);
  const auto done = define_once(visit, draft, form.value("key"));
  if (done) return ui::go(visit, list_address, "The measure is added.");
  if (done.refusal().faults.empty()) return ui::show_refusal(visit, done.refusal());
  return form_page(visit, {.draft = draft, .faults = done.refusal().faults});
}

http::Response edit_measure(const ui::Visit& visit) {
  const auto measure = get(visit.scope, id_in(visit));
  if (!measure) return ui::show_refusal(visit, measure.refusal());
  return form_page(visit, {.measure = &*measure,
                           .draft = draft_of(measure->current()),
                           .seen_version = measure->current().version});
}

http::Response update_measure(const ui::Visit& visit) {
  const auto measure = get(visit.scope, id_in(visit));
  if (!measure) return ui::show_refusal(visit, measure.refusal());
  const auto& form = visit.request.form();
  const auto draft = draft_in(form);
  const int seen = static_cast<int>(form.number("version").value_or(0));
  const auto done = redefine(visit.scope, measure->id, seen, draft);
  if (done) return ui::go(visit, list_address, "The definition is kept.");
  const auto& refusal = done.refusal();
  const bool is_clash = refusal.kind == Refusal::Kind::conflict;
  if (!is_clash && refusal.faults.empty()) return ui::show_refusal(visit, refusal);
  return form_page(visit, {.measure = &*measure,
                           .draft = draft,
                           .seen_version = is_clash ? measure->current().version : seen,
                           .clash = is_clash ? refusal.message : std::string(),
                           .faults = refusal.faults});
}

http::Response retire_measure(const ui::Visit& visit) {
  return after(visit, retire(visit.scope, id_in(visit)), "It is not used any more. Its figures are kept.");
}

http::Response reinstate_measure(const ui::Visit& visit) {
  return after(visit, reinstate(visit.scope, id_in(visit)), "It is in use again.");
}

}  // namespace rapport::measures
