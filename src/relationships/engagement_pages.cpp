// Answers for engagement.
#include "relationships/engagement_pages.hpp"

#include "http/form.hpp"
#include "relationships/engagement_views.hpp"
#include "ui/page.hpp"

namespace rapport::engagement {
namespace {

/// What is no number is one that faults_of names.
int number_in(const http::Form& form, std::string_view name) {
  const auto number = form.number(name).value_or(-1);
  return number < -1 || number > 1'000'000 ? -1 : static_cast<int>(number);
}

RuleForm typed(const http::Form& form) {
  RuleForm typed;
  for (std::size_t i = 0; i < engagement_parts; ++i)
    typed.rule.weights[i] = number_in(form, code(static_cast<EngagementPart>(i)));
  typed.rule.version = number_in(form, "version");
  typed.rule.recency_half_days = number_in(form, "recency_half_days");
  typed.rule.rhythm_months = number_in(form, "rhythm_months");
  typed.rule.reach_full = number_in(form, "reach_full");
  typed.because = std::string(form.value("because"));
  return typed;
}

http::Response rule_page(const ui::Visit& visit, const Directory& directory, const RuleForm& form,
                         const std::optional<Preview>& preview, const std::vector<Fault>& faults) {
  return ui::show(visit,
                  {.title = "How engagement is worked out",
                   .section = ui::Section::settings,
                   .content = rule_view(visit, directory, form, rule_changes(visit.scope), preview, faults),
                   .status = faults.empty() ? 200 : 422});
}

}  // namespace

http::Response show_card(const ui::Visit& visit, const Directory& directory) {
  const auto* person = directory.people.find_slug(visit.request.parameter("person"));
  if (person == nullptr) return ui::show_refusal(visit, not_found("Nobody of that name is here."));
  const auto card = of_person(visit.scope, directory, *person);
  const auto rows = rows_of(visit.scope, directory, card);
  return ui::show(visit, {.title = "Engagement: " + person->display_name(),
                          .section = ui::Section::people,
                          .content = card_view(visit, directory, card, rows),
                          .person = person->slug});
}

http::Response show_unit(const ui::Visit& visit, const Directory& directory) {
  const auto* unit = directory.org.find_slug(visit.request.parameter("unit"));
  if (unit == nullptr) return ui::show_refusal(visit, not_found("No department has that address."));
  const auto all = of_units(visit.scope, directory, directory.org.with_descendants(unit->id));
  return ui::show(visit, {.title = "Engagement: " + unit->name,
                          .section = ui::Section::departments,
                          .content = unit_view(*unit, all)});
}

http::Response show_rule(const ui::Visit& visit, const Directory& directory) {
  return rule_page(visit, directory, {.rule = current_rule(visit.scope)}, std::nullopt, {});
}

http::Response update_rule(const ui::Visit& visit, const Directory& directory) {
  const auto& sent = visit.request.form();
  const auto form = typed(sent);
  if (sent.has("preview")) {
    auto seen = preview(visit.scope, directory, form.rule);
    if (seen) return rule_page(visit, directory, form, std::move(*seen), {});
    if (seen.refusal().kind != Refusal::Kind::invalid) return ui::show_refusal(visit, seen.refusal());
    return rule_page(visit, directory, form, std::nullopt, seen.refusal().faults);
  }
  const auto done = change_rule(visit.scope, form.rule, form.because);
  if (done) return ui::go(visit, "/settings/engagement", "From now on engagement is worked out so.");
  if (done.refusal().kind != Refusal::Kind::invalid) return ui::show_refusal(visit, done.refusal());
  return rule_page(visit, directory, form, std::nullopt, done.refusal().faults);
}

}  // namespace rapport::engagement
