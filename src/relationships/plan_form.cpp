// Reads the form of a scale-up plan.
#include "relationships/plan_form.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "interactions/conversation_form.hpp"
#include "ui/route_id.hpp"

namespace rapport {
namespace {

constexpr int review_after_months = 3;

std::string text_of(const http::Form& form, std::string_view name) {
  return std::string(form.value(name));
}

int number_of(const http::Form& form, std::string_view name, int otherwise) {
  return static_cast<int>(form.number(name).value_or(otherwise));
}

StepRow row_in(const http::Form& form, const std::string& prefix, std::size_t row) {
  const auto field = prefix + "step-" + std::to_string(row) + "-";
  return {text_of(form, field + "id"), text_of(form, field + "words"), text_of(form, field + "owner"),
          text_of(form, field + "due")};
}

std::string id_text(Id<Staff> id) {
  return std::to_string(id.value);
}

/// Nothing typed is nothing; a fault where it is no day.
std::optional<Date> day_in(const std::string& typed, const std::string& field, std::vector<Fault>& faults) {
  if (trim(typed).empty()) return std::nullopt;
  const auto day = typed_day(typed);
  if (!day) faults.push_back({field, "There is no such day. Write it as 9/11/2026."});
  return day;
}

}  // namespace

PlanForm plan_form_in(const http::Form& form, const std::string& prefix) {
  PlanForm read{.area = service_area_of(form.value(prefix + "area")).value_or(ServiceArea::overall),
                .aim = text_of(form, prefix + "aim"),
                .where_now = text_of(form, prefix + "where_now"),
                .why_now = text_of(form, prefix + "why_now"),
                .matters = text_of(form, prefix + "matters"),
                .hope = text_of(form, prefix + "hope"),
                .know_by = text_of(form, prefix + "know_by"),
                .review_on = text_of(form, prefix + "review_on"),
                .version = number_of(form, prefix + "version", 0),
                .scale_version = number_of(form, prefix + "scale", 1),
                .key = text_of(form, "key")};
  const auto rows = std::clamp(form.number(prefix + "rows").value_or(static_cast<long>(step_rows_min)), 1L,
                               static_cast<long>(steps_max));
  for (std::size_t row = 1; row <= static_cast<std::size_t>(rows); ++row)
    read.rows.push_back(row_in(form, prefix, row));
  return read;
}

bool is_empty(const PlanForm& form) {
  const auto is_blank = [](const std::string& text) { return trim(text).empty(); };
  return is_blank(form.where_now) && is_blank(form.why_now) && is_blank(form.matters) &&
         is_blank(form.hope) && is_blank(form.know_by) &&
         std::ranges::all_of(form.rows, [&](const StepRow& row) { return is_blank(row.words); });
}

PlanForm empty_plan_form(const Scale& scale, const Standing& standing, Id<Staff> viewer, Date today) {
  PlanForm form{.aim = std::to_string(std::min(standing.level() + 1, scale.top())),
                .review_on = today.plus_months(review_after_months).iso(),
                .scale_version = scale.version};
  while (form.rows.size() < step_rows_min) add_row(form, viewer);
  return form;
}

PlanForm plan_form_of(const ScaleUpPlan& plan, std::span<const PlanStep> steps, const Scales& scales) {
  PlanForm form{.area = plan.area,
                .aim = std::to_string(scales.now(plan.aim_scale, plan.aim_level)),
                .where_now = plan.where_now,
                .why_now = plan.why_now,
                .matters = plan.matters,
                .hope = plan.hope,
                .know_by = plan.know_by,
                .review_on = plan.review_on.iso(),
                .version = plan.version,
                .scale_version = scales.current().version};
  for (const auto& step : steps)
    if (step.is_open() && form.rows.size() < steps_max)
      form.rows.push_back({std::to_string(step.id.value), step.words, id_text(step.owner),
                           step.due_on ? step.due_on->iso() : std::string()});
  while (form.rows.size() < step_rows_min) add_row(form, plan.made_by);
  return form;
}

void add_row(PlanForm& form, Id<Staff> viewer) {
  if (form.rows.size() < steps_max) form.rows.push_back({.owner = id_text(viewer)});
}

Result<PlanDraft> draft_of(const PlanForm& form, RelationshipWith with) {
  std::vector<Fault> faults;
  PlanDraft draft{.with = with,
                  .area = form.area,
                  .aim = static_cast<int>(ui::id_of<Level>(form.aim).value),
                  .where_now = form.where_now,
                  .why_now = form.why_now,
                  .matters = form.matters,
                  .hope = form.hope,
                  .know_by = form.know_by,
                  .review_on = day_in(form.review_on, "review_on", faults),
                  .seen_scale = form.scale_version};
  int row = 0;
  for (const auto& typed : form.rows) {
    StepDraft step{.row = ++row,
                   .words = typed.words,
                   .owner = ui::id_of<Staff>(typed.owner),
                   .due_on = day_in(typed.due, "step-" + std::to_string(row) + "-due", faults)};
    if (const auto id = ui::id_of<PlanStep>(typed.step); id.value > 0) step.step = id;
    draft.steps.push_back(std::move(step));
  }
  if (!faults.empty()) return invalid(std::move(faults));
  return draft;
}

}  // namespace rapport
