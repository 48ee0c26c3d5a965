// Draws how engagement is worked out: for everybody to read, for leaders to change, with who would stand
// otherwise.
#include "base/text.hpp"
#include "relationships/engagement_chart.hpp"
#include "relationships/engagement_views.hpp"
#include "ui/parts.hpp"

namespace rapport::engagement {
namespace {

using html::Html;
using html::Url;

bool may_change(const ui::Visit& visit) {
  return visit.scope.viewer.is(Role::leader) || visit.scope.viewer.is(Role::administrator);
}

std::string shown(int number) {
  return number < 0 ? std::string() : std::to_string(number);
}

void put_meanings(html::Writer& out, const EngagementRule& rule) {
  out.put<R"(<dl class="facts">)">();
  for (std::size_t i = 0; i < engagement_parts; ++i) {
    const auto part = static_cast<EngagementPart>(i);
    out.put<"<div><dt>{}, up to {}</dt><dd>{}</dd></div>">(words(part), rule.weight(part),
                                                           meaning_words(part, rule));
  }
  out.put<"</dl>">();
}

void put_form(html::Writer& out, const ui::Visit& visit, const RuleForm& form,
              const std::vector<Fault>& faults) {
  const auto number = [&](std::string name, std::string label, int value) {
    return ui::field({.name = std::move(name),
                      .label = std::move(label),
                      .value = shown(value),
                      .type = "number",
                      .is_required = true,
                      .width = "short"},
                     faults);
  };
  out.put<
      R"(<section class="card gap-t2" aria-labelledby="h-ch"><h2 id="h-ch" class="gap-b">Change it</h2>)"
      R"(<p class="small muted gap-b">The five weights add up to a hundred.</p><form method="post" action="/settings/engagement" class="form">{})"
      R"(<input type="hidden" name="version" value="{}">)">(ui::csrf_field(visit), form.rule.version);
  for (std::size_t i = 0; i < engagement_parts; ++i) {
    const auto part = static_cast<EngagementPart>(i);
    out.add(number(std::string(code(part)), "Weight of " + fold(words(part)), form.rule.weight(part)));
  }
  out.add(number("recency_half_days", "Recency: term days until half is left", form.rule.recency_half_days));
  out.add(number("rhythm_months", "Rhythm: months of twelve for all of it", form.rule.rhythm_months));
  out.add(number("reach_full", "Reach: people and modules for all of it", form.rule.reach_full));
  out.put<"{}">(ui::field({.name = "because", .label = "Why", .value = form.because}, faults));
  out.put<
      R"(<p class="row wrap"><button class="btn primary" name="preview" value="yes">Show who would change</button>)"
      R"(<button class="btn">Change it</button></p></form></section>)">();
}

void put_distribution(html::Writer& out, std::string_view heading, const Distribution& all) {
  out.put<"<section><h3>{}</h3>">(heading);
  out.add(distribution_chart(all));
  out.put<"</section>">();
}

void put_preview(html::Writer& out, const Preview& preview) {
  out.put<
      R"(<section class="card gap-t2" aria-labelledby="h-pre" tabindex="-1"><h2 id="h-pre" class="gap-b">{} would stand in another band</h2>)"
      R"(<p class="small muted gap-b">{} higher, {} lower, of {} with a card. Nothing has been changed.</p><div class="halves">)">(
      with_capital_first(count_words(preview.moved, "person", "people")), preview.up,
      preview.moved - preview.up, preview.before.cards);
  put_distribution(out, "Now", preview.before);
  put_distribution(out, "Then", preview.after);
  out.put<"</div>">();
  if (!preview.names.empty()) {
    out.put<R"(<details class="gap-t"><summary>Who</summary><ul class="cols-list small">)">();
    for (const auto* person : preview.names)
      out.put<R"(<li><a href="{}">{}</a></li>)">(Url("/people/" + person->slug + "/engagement"),
                                                 person->display_name());
    out.put<"</ul>">();
    if (preview.moved > static_cast<int>(preview.names.size()))
      out.put<R"(<p class="small muted">And {} more.</p>)">(preview.moved -
                                                            static_cast<int>(preview.names.size()));
    out.put<"</details>">();
  }
  out.put<"</section>">();
}

void put_changes(html::Writer& out, const ui::Visit& visit, const Directory& directory,
                 const std::vector<RuleChange>& changes) {
  if (changes.empty()) return;
  out.put<
      R"(<section class="card gap-t2" aria-labelledby="h-his"><h2 id="h-his" class="gap-b">What was changed</h2><ul class="list tight">)">();
  for (const auto& change : changes) {
    out.put<R"(<li><p>{}</p><p class="micro muted">{}, {}. Weights )">(
        change.because, directory.staff.full_name(change.made_by),
        short_words(visit.scope.zone.local_date(change.made_at), visit.scope.today));
    for (std::size_t i = 0; i < engagement_parts; ++i)
      out.put<"{}{}">(i == 0 ? "" : ", ", change.rule.weights[i]);
    out.put<"; {} term days, {} months, {} reached.</p></li>">(
        change.rule.recency_half_days, change.rule.rhythm_months, change.rule.reach_full);
  }
  out.put<"</ul></section>">();
}

}  // namespace

Html rule_view(const ui::Visit& visit, const Directory& directory, const RuleForm& form,
               const std::vector<RuleChange>& changes, const std::optional<Preview>& preview,
               const std::vector<Fault>& faults) {
  html::Writer out;
  const auto& in_force = changes.empty() ? EngagementRule{} : changes.front().rule;
  out.put<
      R"(<div class="form-page"><h1>How engagement is worked out</h1>{}<p class="soft">A card of a hundred points in five parts, from what was recorded of one relationship. Below three two-way conversations in 24 months there is none.</p>)"
      R"(<section class="card gap-t2" aria-label="The five parts">)">(ui::error_summary(faults));
  put_meanings(out, in_force);
  out.put<"</section>">();
  if (preview) put_preview(out, *preview);
  if (may_change(visit)) put_form(out, visit, form, faults);
  put_changes(out, visit, directory, changes);
  out.put<"</div>">();
  return std::move(out).finish();
}

}  // namespace rapport::engagement
