// Answers for the levels in the settings.
#include "relationships/scale_pages.hpp"

#include "relationships/relationships.hpp"
#include "relationships/scale_views.hpp"
#include "relationships/scales.hpp"
#include "scope/submission.hpp"
#include "ui/page.hpp"

namespace rapport::relationships {
namespace {

http::Response page(const ui::Visit& visit, std::string title, html::Html content, int status) {
  return ui::show(visit, {.title = std::move(title),
                          .section = ui::Section::settings,
                          .content = std::move(content),
                          .status = status});
}

http::Response show_form(const ui::Visit& visit, const Directory& directory, std::string typed,
                         std::vector<Fault> faults) {
  const auto all = scales(visit.scope);
  const auto counts = relationships_by_level(visit.scope);
  const int status = faults.empty() ? 200 : 422;
  return page(visit, "Levels",
              levels_view(visit, directory,
                          {.scales = all,
                           .counts = counts,
                           .typed = typed.empty() ? text_of(all.current()) : std::move(typed),
                           .faults = std::move(faults),
                           .may_change = visit.scope.viewer.is(Role::administrator)}),
              status);
}

/// With a guess where the form has said nothing of a level of today yet.
ScaleDraft draft_in(const http::Form& form, const Scale& today) {
  ScaleDraft draft{.levels = levels_in(form.value("levels")),
                   .because = std::string(form.value("because")),
                   .seen_version = static_cast<int>(form.number("version").value_or(0))};
  draft.mapping = likely_mapping(today, draft.levels);
  for (std::size_t from = 0; from < draft.mapping.size(); ++from)
    if (const auto to = form.number("mapping-" + std::to_string(from));
        to && *to >= 0 && *to < long{levels_max})
      draft.mapping[from] = static_cast<int>(*to);
  return draft;
}

struct Shown {
  std::string clash = {};
  std::vector<Fault> faults = {};
  int status = 200;
};
http::Response show_preview(const ui::Visit& visit, const ScaleDraft& draft, std::string typed, Shown shown) {
  const auto today = current_scale(visit.scope);
  const auto counts = relationships_by_level(visit.scope);
  return page(visit, "What would change",
              levels_preview_view(visit, {.today = today,
                                          .counts = counts,
                                          .draft = draft,
                                          .typed = std::move(typed),
                                          .clash = std::move(shown.clash),
                                          .faults = std::move(shown.faults)}),
              shown.status);
}

Result<Done> change_once(const ui::Visit& visit, const ScaleDraft& draft, std::string_view key) {
  return visit.scope.write([&](db::Writer& writer) -> Result<Done> {
    if (find_submission(writer, visit.scope.institution, key)) return Done{};
    if (auto changed = change_scale(visit.scope, draft); !changed) return std::move(changed).refusal();
    record_submission(visit.scope, writer, key, "/settings/levels");
    return Done{};
  });
}

}  // namespace

http::Response show_levels(const ui::Visit& visit, const Directory& directory) {
  return show_form(visit, directory, {}, {});
}

http::Response preview_levels(const ui::Visit& visit, const Directory& directory) {
  const auto& form = visit.request.form();
  const auto draft = draft_in(form, current_scale(visit.scope));
  std::string typed(form.value("levels"));
  if (auto faults = faults_of_levels(draft.levels); !faults.empty())
    return show_form(visit, directory, std::move(typed), std::move(faults));
  return show_preview(visit, draft, std::move(typed), {});
}

http::Response update_levels(const ui::Visit& visit, const Directory& directory) {
  const auto& form = visit.request.form();
  const auto today = current_scale(visit.scope);
  auto draft = draft_in(form, today);
  std::string typed(form.value("levels"));
  const auto done = change_once(visit, draft, form.value("key"));
  if (done)
    return ui::go(visit, "/settings/levels", "These are the levels now. Earlier moves keep their names.");
  const auto& refusal = done.refusal();
  if (refusal.kind == Refusal::Kind::conflict) {
    draft.seen_version = today.version;
    draft.mapping = likely_mapping(today, draft.levels);
    return show_preview(visit, draft, std::move(typed), {.clash = refusal.message, .status = 409});
  }
  if (refusal.faults.empty()) return ui::show_refusal(visit, refusal);
  const bool is_about_levels = refusal.faults.front().field == "levels";
  if (is_about_levels) return show_form(visit, directory, std::move(typed), refusal.faults);
  return show_preview(visit, draft, std::move(typed), {.faults = refusal.faults, .status = 422});
}

}  // namespace rapport::relationships
