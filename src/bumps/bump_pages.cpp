// Answers for links between conversations.
#include "bumps/bump_pages.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "bumps/bump_views.hpp"
#include "bumps/bumps.hpp"
#include "bumps/suggestion_views.hpp"
#include "bumps/typed_person.hpp"
#include "http/form.hpp"
#include "interactions/interactions.hpp"
#include "ui/page.hpp"
#include "ui/route_id.hpp"

namespace rapport::bumps {
namespace {

constexpr int offered_max = 30;
constexpr int suggestions_on_page = 3;
constexpr int suggestions_after_line = 2;
constexpr std::size_t people_looked_at = 3;

std::string address_of(Id<Interaction> id) {
  return "/conversations/" + std::to_string(id.value);
}

Id<Interaction> conversation_in(const http::Request& request) {
  return ui::route_id<Interaction>(request, "conversation");
}

/// Back to where the button was: a path of this site, else Today.
std::string back_to(const ui::Visit& visit) {
  const auto form = visit.request.form();
  const auto from = form.value("from");
  const bool is_here = from.size() > 1 && from[0] == '/' && from[1] != '/' && from[1] != '\\';
  return is_here ? std::string(from) : "/today";
}

http::Response answer(const ui::Visit& visit, const Result<Bump>& done, std::string_view message) {
  if (!done) return ui::show_refusal(visit, done.refusal());
  return ui::go(visit, back_to(visit), message);
}

bool is_on_side(const Interaction& offer, const Interaction& of, Side side) {
  if (offer.id == of.id) return false;
  return side == Side::earlier ? can_precede(offer, of) : can_precede(of, offer);
}

/// Of every record that is this person, merged ones too.
void add_timeline(Scope& scope, const Directory& directory, Id<Person> person, const Interaction& of,
                  Side side, std::vector<Interaction>& offers) {
  interactions::TimelineQuery query{.limit = 4 * offered_max};
  if (side == Side::earlier) query.until = last_possible_day(of);
  for (auto& row :
       interactions::timeline_of_person(scope, directory.people.same_person(person), query).interactions) {
    const bool is_new = std::ranges::find(offers, row.id, &Interaction::id) == offers.end();
    if (is_new && is_on_side(row, of, side)) offers.push_back(std::move(row));
  }
}

/// The nearest in time first.
void sort_offers(std::vector<Interaction>& offers, Side side) {
  std::ranges::stable_sort(offers, [&](const Interaction& a, const Interaction& b) {
    return side == Side::earlier ? a.happened_on > b.happened_on : a.happened_on < b.happened_on;
  });
  if (offers.size() > offered_max) offers.resize(offered_max);
}

std::vector<Interaction> offers_for(Scope& scope, const Directory& directory, const Interaction& of,
                                    Side side, std::string_view name) {
  std::vector<Interaction> offers;
  if (!trim(name).empty()) {
    const auto words = folded_words(name);
    for (const auto* person :
         directory.people.matching(words, LastWord::prefix, people_looked_at, Whom::everybody))
      add_timeline(scope, directory, person->id, of, side, offers);
  } else {
    for (const auto person : of.people) add_timeline(scope, directory, person, of, side, offers);
  }
  sort_offers(offers, side);
  return offers;
}

http::Response show_pick(const ui::Visit& visit, const Directory& directory, Side side) {
  const auto found = interactions::get(visit.scope, conversation_in(visit.request));
  if (!found) return ui::show_refusal(visit, found.refusal());
  const std::string name(visit.request.query.value("q"));
  const auto offers = offers_for(visit.scope, directory, *found, side, name);
  return ui::show(visit, {.title = side == Side::earlier ? "Led on from" : "Led on to",
                          .section = ui::Section::bumps,
                          .content = pick_view(visit, directory, {*found, side, name, offers})});
}

std::string linked_words(const Bump& bump) {
  return bump.state == BumpState::accepted
             ? "Linked."
             : "Asked. It is linked when somebody from the later conversation agrees.";
}

http::Response show_origin_form(const ui::Visit& visit, const Interaction& interaction,
                                const OriginForm& form, const std::vector<Fault>& faults) {
  return ui::show(visit, {.title = "Where it began",
                          .section = ui::Section::bumps,
                          .content = origin_form_view(visit, interaction, form, faults),
                          .status = faults.empty() ? 200 : 422});
}

}  // namespace

html::Html conversation_section(const ui::Visit& visit, const Directory& directory,
                                const Interaction& interaction) {
  html::Writer out;
  out.add(links_card(visit, directory, interaction, links_of(visit.scope, interaction.id)));
  const auto suggested = interaction.is_withdrawn
                             ? std::vector<Suggestion>()
                             : suggest_earlier(visit.scope, directory, interaction.id, suggestions_on_page);
  if (!suggested.empty())
    out.put<R"(<section class="card gap-t" aria-label="It may have led on from">{}</section>)">(
        suggestions_of(visit, directory, interaction, suggested));
  return std::move(out).finish();
}

html::Html line_section(const ui::Visit& visit, const Directory& directory, const Interaction& kept) {
  const auto links = links_of(visit.scope, kept.id);
  if (!links.earlier.empty()) return links_of_line(visit, directory, links);
  return suggestions_of(visit, directory, kept,
                        suggest_earlier(visit.scope, directory, kept.id, suggestions_after_line));
}

Result<Done> link_line(Scope& scope, const Directory& directory, Id<Interaction> earlier,
                       Id<Interaction> kept) {
  const auto bump = propose(scope, directory, {earlier, kept, BumpSource::line});
  if (!bump) return bump.refusal();
  return Done{};
}

http::Response show_earlier(const ui::Visit& visit, const Directory& directory) {
  return show_pick(visit, directory, Side::earlier);
}

http::Response show_later(const ui::Visit& visit, const Directory& directory) {
  return show_pick(visit, directory, Side::later);
}

http::Response create_bump(const ui::Visit& visit, const Directory& directory) {
  const auto form = visit.request.form();
  const auto here = conversation_in(visit.request);
  const auto other = ui::id_of<Interaction>(form.value("other"));
  const bool is_suggested = form.value("source") == code(BumpSource::suggestion);
  BumpDraft draft{
      .from = other, .to = here, .source = is_suggested ? BumpSource::suggestion : BumpSource::page};
  if (form.value("side") == "later") std::swap(draft.from, draft.to);
  const auto bump = propose(visit.scope, directory, draft);
  if (!bump) return ui::show_refusal(visit, bump.refusal());
  return ui::go(visit, form.has("from") ? back_to(visit) : address_of(here), linked_words(*bump));
}

http::Response accept_bump(const ui::Visit& visit, const Directory& directory) {
  return answer(visit, accept(visit.scope, directory, ui::route_id<Bump>(visit.request, "bump")),
                "Linked. You can undo it for ten minutes.");
}

http::Response decline_bump(const ui::Visit& visit, const Directory& directory) {
  return answer(visit, decline(visit.scope, directory, ui::route_id<Bump>(visit.request, "bump")),
                "Not linked. You can undo it for ten minutes.");
}

http::Response reopen_bump(const ui::Visit& visit, const Directory& /*directory*/) {
  return answer(visit, reopen(visit.scope, ui::route_id<Bump>(visit.request, "bump")),
                "Undone. The question stands again.");
}

http::Response remove_bump(const ui::Visit& visit, const Directory& /*directory*/) {
  return answer(visit, remove(visit.scope, ui::route_id<Bump>(visit.request, "bump")),
                "The link is taken away.");
}

http::Response new_origin(const ui::Visit& visit, const Directory&) {
  const auto found = interactions::get(visit.scope, conversation_in(visit.request));
  if (!found) return ui::show_refusal(visit, found.refusal());
  return show_origin_form(visit, *found, {}, {});
}

http::Response create_origin(const ui::Visit& visit, const Directory& directory) {
  const auto found = interactions::get(visit.scope, conversation_in(visit.request));
  if (!found) return ui::show_refusal(visit, found.refusal());
  const auto posted = visit.request.form();
  const OriginForm form{std::string(posted.value("kind")), std::string(posted.value("person")),
                        std::string(posted.value("words"))};
  const auto person = typed_person(directory, "person", form.person);
  if (!person) return show_origin_form(visit, *found, form, person.refusal().faults);
  const auto made = add_origin(visit.scope, directory,
                               {.to = found->id,
                                .kind = origin_kind_of(form.kind).value_or(OriginKind::introduction),
                                .person = *person,
                                .words = form.words});
  if (made) return ui::go(visit, address_of(found->id), "Kept where it began.");
  if (made.refusal().faults.empty()) return ui::show_refusal(visit, made.refusal());
  return show_origin_form(visit, *found, form, made.refusal().faults);
}

http::Response remove_conversation_origin(const ui::Visit& visit, const Directory&) {
  const auto removed = remove_origin(visit.scope, ui::route_id<Origin>(visit.request, "origin"));
  if (!removed) return ui::show_refusal(visit, removed.refusal());
  return ui::go(visit, address_of(*removed), "Taken away.");
}

}  // namespace rapport::bumps
