// Draws the fields of a scale-up plan.
#include "relationships/plan_field_views.hpp"

#include <array>

#include "ui/parts.hpp"

namespace rapport {
namespace {

using html::Html;
using html::Writer;

struct QuestionWords {
  std::string_view name;
  std::string PlanForm::*answer;
  std::string_view label;
  std::string_view hint;
};
const std::array questions = {
    QuestionWords{"where_now", &PlanForm::where_now, "Where are we now?",
                  "What works between us, and what never happened."},
    QuestionWords{"why_now", &PlanForm::why_now, "Why now?", "A new post, a review, a module that changes."},
    QuestionWords{"matters", &PlanForm::matters, "What matters to ", ""},
    QuestionWords{"hope", &PlanForm::hope, "What do we hope for?", "One sentence."},
    QuestionWords{"know_by", &PlanForm::know_by, "How would we know?",
                  "Something that anybody could see has happened."}};

const QuestionWords& words_of(PlanQuestion question) {
  return questions[static_cast<std::size_t>(question)];
}

std::string label_of(PlanQuestion question, const PlanFields& fields) {
  auto label = std::string(words_of(question).label);
  return question == PlanQuestion::matters ? label + fields.object + "?" : label;
}

/// Who would say it: "she" of "her".
std::string_view subject_of(std::string_view object) {
  if (object == "her") return "she";
  return object == "him" ? "he" : "they";
}

std::string hint_of(PlanQuestion question, const PlanFields& fields) {
  if (fields.is_compact) return {};
  if (question != PlanQuestion::matters) return std::string(words_of(question).hint);
  return "In the words that " + std::string(subject_of(fields.object)) +
         " would use. Not what matters to us.";
}

std::vector<ui::Choice> aim_choices(const Scale& scale, int now) {
  std::vector<ui::Choice> choices;
  for (int level = 1; level <= scale.top(); ++level)
    choices.push_back(
        {std::to_string(level), scale.name(level) + (level == now ? " (where it stands)" : "")});
  return choices;
}

/// Colleagues who log; whoever has the step already stays among them.
std::vector<ui::Choice> owner_choices(const Directory& directory, std::string_view chosen) {
  std::vector<ui::Choice> choices;
  for (const auto& member : directory.staff.staff()) {
    auto id = std::to_string(member.id.value);
    if ((member.is_active && member.role != Role::director) || id == chosen)
      choices.push_back({std::move(id), member.full_name});
  }
  return choices;
}

void put_row(Writer& out, const Directory& directory, const PlanFields& fields, std::size_t number) {
  const auto& row = fields.form.rows[number - 1];
  const auto name = fields.prefix + "step-" + std::to_string(number) + "-";
  const auto title = "Step " + std::to_string(number);
  out.put<
      R"(<fieldset class="plan-row"><legend class="{}">{}</legend><input type="hidden" name="{}" value="{}">)">(
      fields.is_compact ? "vh" : "", title, name + "id", row.step);
  out.add(ui::field(
      {.name = name + "words", .label = fields.is_compact ? title : std::string("What"), .value = row.words},
      fields.faults));
  out.add(ui::field({.name = name + "owner",
                     .label = "Who",
                     .value = row.owner,
                     .type = "select",
                     .choices = owner_choices(directory, row.owner)},
                    fields.faults));
  out.add(
      ui::field({.name = name + "due", .label = "By when", .value = row.due, .type = "date"}, fields.faults));
  out.put<"</fieldset>">();
}

}  // namespace

Html plan_aim_field(const PlanFields& fields) {
  return ui::field({.name = fields.prefix + "aim",
                    .label = "Where would we like to be?",
                    .value = fields.form.aim,
                    .type = "select",
                    .choices = aim_choices(fields.scale, fields.level_now),
                    .width = "middle"},
                   fields.faults);
}

Html plan_question_field(const PlanFields& fields, PlanQuestion question) {
  return ui::field({.name = fields.prefix + std::string(field_name(question)),
                    .label = label_of(question, fields),
                    .value = answer_in(fields.form, question),
                    .hint = hint_of(question, fields),
                    .type = "textarea",
                    .rows = fields.is_compact ? 2 : 3},
                   fields.faults);
}

const std::string& answer_in(const PlanForm& form, PlanQuestion question) {
  return form.*words_of(question).answer;
}

std::string_view field_name(PlanQuestion question) {
  return words_of(question).name;
}

Html plan_step_rows(const Directory& directory, const PlanFields& fields) {
  Writer out;
  for (std::size_t number = 1; number <= fields.form.rows.size(); ++number)
    put_row(out, directory, fields, number);
  return std::move(out).finish();
}

Html plan_review_field(const PlanFields& fields) {
  return ui::field(
      {.name = fields.prefix + "review_on",
       .label = "When do we look at this again?",
       .value = fields.form.review_on,
       .hint = fields.is_compact ? std::string() : "Whoever writes the plan is asked once, on Today.",
       .type = "date",
       .width = "middle"},
      fields.faults);
}

}  // namespace rapport
