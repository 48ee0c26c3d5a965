// Answers for moving a relationship.
#include "relationships/move_pages.hpp"

#include <algorithm>

#include "interactions/interactions.hpp"
#include "relationships/move_views.hpp"
#include "relationships/relationships.hpp"
#include "scope/submission.hpp"
#include "ui/page.hpp"

namespace rapport::relationships {
namespace {

constexpr int conversations_offered = 8;

Refusal nobody_there() {
  return not_found("Nobody is there any more.");
}

std::vector<Interaction> latest_with(const ui::Visit& visit, const Directory& directory,
                                     RelationshipWith with) {
  const interactions::TimelineQuery query{.until = visit.scope.today, .limit = conversations_offered};
  if (const auto* person = std::get_if<Id<Person>>(&with))
    return interactions::timeline_of_person(visit.scope, directory.people.same_person(*person), query)
        .interactions;
  const Id<OrgUnit> units[] = {std::get<Id<OrgUnit>>(with)};
  return interactions::timeline_of_unit(visit.scope, units, query).interactions;
}

/// The offered ones, and those chosen before that are older.
std::vector<Interaction> offered(const ui::Visit& visit, const Directory& directory, RelationshipWith with,
                                 const MoveForm& form) {
  auto latest = latest_with(visit, directory, with);
  for (auto& chosen : interactions::several(visit.scope, form.evidence))
    if (std::ranges::find(latest, chosen.id, &Interaction::id) == latest.end())
      latest.push_back(std::move(chosen));
  return latest;
}

struct Seen {
  Scales scales;
  Standing standing;
};
Seen seen_now(const ui::Visit& visit, const Directory& directory, RelationshipWith with, ServiceArea area) {
  return {scales(visit.scope), standing(visit.scope, directory, with, area)};
}

http::Response show_form(const ui::Visit& visit, const Directory& directory, RelationshipWith with,
                         const MoveForm& form, std::vector<Fault> faults) {
  const auto seen = seen_now(visit, directory, with, form.area);
  const auto latest = offered(visit, directory, with, form);
  const int status = faults.empty() ? 200 : 422;
  const auto partner = partner_words(directory, with);
  return ui::show(visit, {.title = "Move " + partner.name,
                          .section = ui::Section::relationships,
                          .content = move_view(visit, directory,
                                               {.form = form,
                                                .partner = partner,
                                                .scales = seen.scales,
                                                .standing = seen.standing,
                                                .latest = latest,
                                                .faults = std::move(faults)}),
                          .status = status});
}

/// Both versions on one page; what was typed can be sent again.
http::Response show_clash(const ui::Visit& visit, const Directory& directory, RelationshipWith with,
                          MoveForm form, const Refusal& refusal) {
  const auto seen = seen_now(visit, directory, with, form.area);
  Clash clash{.message = refusal.message};
  if (auto steps = path(visit.scope, directory, with, form.area); !steps.empty())
    clash.last = steps.back().event;
  clash.typed_level = seen.scales.name(form.scale_version, form.level.value_or(0));
  if (form.level) form.level = seen.scales.now(form.scale_version, *form.level);
  form.version = seen.standing.version;
  form.scale_version = seen.scales.current().version;
  const auto latest = offered(visit, directory, with, form);
  return ui::show(visit, {.title = "Somebody was faster",
                          .section = ui::Section::relationships,
                          .content = clash_view(visit, directory,
                                                {.form = form,
                                                 .partner = partner_words(directory, with),
                                                 .scales = seen.scales,
                                                 .standing = seen.standing,
                                                 .latest = latest},
                                                clash),
                          .status = 409});
}

/// Where the page goes on; a form sent twice is stored once.
Result<std::string> move_once(const ui::Visit& visit, const Directory& directory, const MoveForm& form,
                              RelationshipWith with) {
  const auto draft = draft_of(form, with);
  if (!draft) return draft.refusal();
  return visit.scope.write([&](db::Writer& writer) -> Result<std::string> {
    if (auto earlier = find_submission(writer, visit.scope.institution, form.key)) return std::move(*earlier);
    if (auto moved = move(visit.scope, directory, *draft); !moved) return std::move(moved).refusal();
    auto location =
        form.back.empty() ? relationship_address(partner_words(directory, with), form.area) : form.back;
    record_submission(visit.scope, writer, form.key, location);
    return location;
  });
}

std::string moved_words(const ui::Visit& visit, const Directory& directory, const MoveForm& form,
                        RelationshipWith with) {
  const auto now = standing(visit.scope, directory, with, form.area);
  const auto scale = current_scale(visit.scope);
  return partner_words(directory, with).name + ": " + scale.name(now.level()) +
         (now.is_slipping() ? ", slipping" : "") + ". It stands in the story.";
}

}  // namespace

http::Response new_move(const ui::Visit& visit, const Directory& directory) {
  const auto with = with_in(visit.request, directory);
  if (!with) return ui::show_refusal(visit, nobody_there());
  auto form = move_form_in(visit.request.query);
  const auto now = standing(visit.scope, directory, *with, form.area);
  form.version = now.version;
  form.scale_version = current_scale(visit.scope).version;
  if (form.happened_on.empty()) form.happened_on = visit.scope.today.iso();
  return show_form(visit, directory, *with, form, {});
}

http::Response create_move(const ui::Visit& visit, const Directory& directory) {
  const auto with = with_in(visit.request, directory);
  if (!with) return ui::show_refusal(visit, nobody_there());
  const auto form = move_form_in(visit.request.form());
  const auto location = move_once(visit, directory, form, *with);
  if (location) return ui::go(visit, *location, moved_words(visit, directory, form, *with));
  const auto& refusal = location.refusal();
  if (refusal.kind == Refusal::Kind::conflict) return show_clash(visit, directory, *with, form, refusal);
  if (refusal.faults.empty()) return ui::show_refusal(visit, refusal);
  return show_form(visit, directory, *with, form, refusal.faults);
}

}  // namespace rapport::relationships
