// Draws the first step of a workshop: who is here, and one relationship each.
#include <algorithm>

#include "base/text.hpp"
#include "relationships/level_views.hpp"
#include "relationships/workshop_views.hpp"
#include "ui/parts.hpp"

namespace rapport::workshops {
namespace {

using html::Attribute;
using html::Html;
using html::Url;
using html::Writer;

std::string id_of(const StaffEntry& member) {
  return std::to_string(member.id.value);
}

void put_teams(Writer& out, const ChoicePage& page) {
  if (page.teams.size() < 2) return;
  out.put<R"(<p class="row wrap gap-t2"><span class="seg wrap" role="group" aria-label="Team">)">();
  for (const auto& [id, name] : page.teams)
    out.put<R"(<a href="{}"{}>{}</a>)">(
        Url("/relationships/workshop?team=" + std::to_string(id.value)),
        Attribute::optional("aria-current", page.choice.team == id ? "true" : ""), name);
  out.put<"</span></p>">();
}

/// "people.jane-smith-4f2"
std::string value_of(const WorkshopPick& pick, const Directory& directory) {
  const auto token = token_of(pick, directory);
  return token.substr(token.find('.') + 1);
}

void put_suggestion(Writer& out, const Directory& directory, const Offer& offer,
                    const WorkshopSuggestion& suggestion, bool is_chosen) {
  const auto value = value_of({offer.member->id, suggestion.with}, directory);
  const auto partner = partner_words(directory, suggestion.with);
  out.put<
      R"(<label class="check"><input type="radio" name="with-{}" value="{}"{}><span><b>{}</b><br><span class="small soft">{}</span></span></label>)">(
      offer.member->id.value, value, Attribute::flag("checked", is_chosen), partner.name, suggestion.reason);
}

/// The first suggestion where nobody chose yet.
std::string chosen_of(const ChoicePage& page, const Directory& directory, const Offer& offer) {
  const auto* row = page.choice.row_of(offer.member->id);
  if (row != nullptr && !row->with.empty()) return row->with;
  if (offer.suggestions.empty()) return {};
  return value_of({offer.member->id, offer.suggestions.front().with}, directory);
}

void put_member(Writer& out, const Directory& directory, const ChoicePage& page, const Offer& offer) {
  const auto& member = *offer.member;
  const auto* row = page.choice.row_of(member.id);
  const auto chosen = chosen_of(page, directory, offer);
  out.put<
      R"(<fieldset class="card ws-member"><legend class="vh">{}</legend><input type="hidden" name="member" value="{}">)"
      R"(<label class="check ws-here"><input type="checkbox" name="here" value="{}"{}>{}<span class="h3">{}<span class="vh"> is here</span></span></label><div class="checks">)">(
      member.full_name, member.id.value, member.id.value,
      Attribute::flag("checked", row == nullptr || row->is_here), ui::avatar(member.full_name, "s"),
      member.full_name);
  for (const auto& suggestion : offer.suggestions)
    put_suggestion(out, directory, offer, suggestion,
                   value_of({member.id, suggestion.with}, directory) == chosen);
  out.put<"</div>{}{}</fieldset>">(
      ui::field({.name = "other-" + id_of(member),
                 .label = offer.suggestions.empty() ? "Whom do you plan for?" : "Or somebody else",
                 .value = row == nullptr ? std::string() : row->other,
                 .hint = "The name of a person or a department."},
                page.faults),
      ui::field({.name = "area-" + id_of(member),
                 .label = "About",
                 .value = row == nullptr ? std::string() : row->area,
                 .type = "select",
                 .choices = area_choices(),
                 .width = "middle"},
                page.faults));
}

void put_guest(Writer& out, const Directory& directory, const ChoicePage& page) {
  std::vector<ui::Choice> guests{{"", "Nobody"}};
  for (const auto& member : directory.staff.staff()) {
    const bool is_shown = std::ranges::find(page.offers, &member, &Offer::member) != page.offers.end();
    if (takes_part(member) && !is_shown) guests.push_back({id_of(member), member.full_name});
  }
  if (guests.size() == 1) return;
  out.put<
      R"(<div class="row ws-guest">{}<button class="btn" formaction="/relationships/workshop">Add to the table</button></div>)">(
      ui::field({.name = "guest",
                 .label = "A guest of another team",
                 .type = "select",
                 .choices = std::move(guests)}));
}

Html minutes_field(int chosen) {
  std::vector<ui::Choice> choices;
  for (const auto minutes : workshop_minutes)
    choices.push_back({std::to_string(minutes), std::to_string(minutes) + " minutes"});
  return ui::field({.name = "minutes",
                    .label = "How long?",
                    .value = std::to_string(chosen),
                    .type = "select",
                    .choices = std::move(choices),
                    .width = "short"});
}

Html here_fault(const std::vector<Fault>& faults) {
  const auto found = std::ranges::find(faults, "here", &Fault::field);
  if (found == faults.end()) return {};
  return html::render<R"(<p class="error" id="here">{}</p>)">(found->message);
}

}  // namespace

Html choice_view(const ui::Visit&, const Directory& directory, const ChoicePage& page) {
  Writer out;
  out.put<
      R"(<p class="crumbs"><a href="/relationships">Relationships</a></p><h1>Workshop</h1>)"
      R"(<p class="soft lead">One relationship each, a plan for each, on one screen. Who is here, and whom does everybody choose?</p>)">();
  put_teams(out, page);
  out.put<R"(<form method="get" action="/relationships/workshop/canvas" class="stack gap-t2" novalidate>)">();
  if (page.choice.team) out.put<R"(<input type="hidden" name="team" value="{}">)">(page.choice.team->value);
  out.add(ui::error_summary(page.faults));
  out.put<R"({}<div class="ws-members">)">(here_fault(page.faults));
  for (const auto& offer : page.offers) put_member(out, directory, page, offer);
  out.put<"</div>">();
  out.put<R"(<div class="row wrap top-a ws-how">{})">(minutes_field(page.choice.minutes));
  put_guest(out, directory, page);
  out.put<
      R"(</div><div class="form-foot"><button class="btn primary">To the screen</button></div><p class="note small">{} Nothing is kept until a plan is saved.</p></form>)">(
      workshop_rule_words());
  return std::move(out).finish();
}

}  // namespace rapport::workshops
