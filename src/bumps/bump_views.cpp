// Draws links between conversations.
#include "bumps/bump_views.hpp"

#include <algorithm>

#include "base/markdown.hpp"
#include "base/text.hpp"
#include "bumps/thanks_views.hpp"
#include "interactions/interaction_headline.hpp"
#include "ui/parts.hpp"

namespace rapport {
namespace {

using html::Html;
using html::Url;
using html::Writer;

constexpr std::size_t questions_shown = 3;  // the rest behind a click

std::string address_of(Id<Interaction> id) {
  return "/conversations/" + std::to_string(id.value);
}

bool may_write(const ui::Visit& visit) {
  return !visit.scope.viewer.is(Role::director);
}

/// A button that is a form of its own.
Html act(const ui::Visit& visit, Id<Bump> bump, std::string_view verb, std::string_view words,
         std::string_view style, std::string_view key = {}) {
  return html::render<
      R"(<form method="post" action="{}">{}<input type="hidden" name="from" value="{}"><button class="btn s {}"{}>{}</button></form>)">(
      Url("/bumps/" + std::to_string(bump.value) + "/" + std::string(verb)), ui::csrf_field(visit),
      visit.request.method == http::Method::get ? visit.request.target : std::string("/today"), style,
      html::Attribute::optional("data-answer", key), words);
}

/// The answers to a link that waits, for whoever may give one.
Html answers(const ui::Visit& visit, const Directory& directory, const Bump& bump,
             const std::optional<Interaction>& later) {
  if (!may_write(visit) || !later || !bumps::may_answer(visit.scope, directory, bump, *later)) return {};
  return html::render<"{}{}">(act(visit, bump.id, "acceptance", "Yes, it did", ""),
                              act(visit, bump.id, "declining", "No", "quiet"));
}

void put_linked(Writer& out, const ui::Visit& visit, const Directory& directory, const bumps::Linked& linked,
                const std::optional<Interaction>& later) {
  out.put<R"(<li class="row wrap top-a" data-row><span class="grow">{}</span>)">(
      conversation_line(directory, linked.interaction, visit.scope.today));
  if (linked.bump.state == BumpState::proposed)
    out.put<R"(<span class="tag amber">waits for an answer</span>{})">(
        answers(visit, directory, linked.bump, later));
  if (may_write(visit))
    out.add(act(visit, linked.bump.id, "removal",
                linked.bump.state == BumpState::proposed ? "Withdraw" : "Unlink", "quiet"));
  out.put<"</li>">();
}

void put_side(Writer& out, const ui::Visit& visit, const Directory& directory, const Interaction& of,
              Side side, const std::vector<bumps::Linked>& links) {
  if (links.empty()) return;
  out.put<R"(<h3 class="small muted gap-t">{}</h3><ul class="list tight">)">(
      side == Side::earlier ? "Led on from" : "What came of it");
  for (const auto& linked : links)
    put_linked(out, visit, directory, linked, side == Side::earlier ? of : linked.interaction);
  out.put<"</ul>">();
}

std::string origin_words_of(const Origin& origin, const Directory& directory) {
  auto text = std::string(words(origin.kind));
  const auto* person = origin.person ? directory.people.find(*origin.person) : nullptr;
  if (person != nullptr) text += " by " + person->display_name();
  if (!origin.words.empty()) text += ": " + origin.words;
  return text;
}

void put_origins(Writer& out, const ui::Visit& visit, const Directory& directory,
                 const std::vector<Origin>& origins) {
  if (origins.empty()) return;
  out.put<R"(<h3 class="small muted gap-t">It began with</h3><ul class="list tight">)">();
  for (const auto& origin : origins) {
    out.put<R"(<li class="row"><span class="grow">{}</span>)">(origin_words_of(origin, directory));
    if (may_write(visit))
      out.put<R"(<form method="post" action="{}">{}<button class="btn s quiet">Remove</button></form>)">(
          Url("/origins/" + std::to_string(origin.id.value) + "/removal"), ui::csrf_field(visit));
    out.put<"</li>">();
  }
  out.put<"</ul>">();
}

void put_card_acts(Writer& out, const Interaction& interaction) {
  const auto address = address_of(interaction.id);
  out.put<
      R"(<p class="row wrap gap-t"><a class="btn s" href="{}">Led on from…</a><a class="btn s" href="{}">)"
      R"(Led on to…</a><a class="btn s quiet" href="{}">Began with…</a>)"
      R"(<a class="btn s quiet" href="{}" data-capture-open>{}Add what came next</a></p>)">(
      Url(address + "/earlier"), Url(address + "/later"), Url(address + "/origins"),
      Url("/capture?led_on=" + std::to_string(interaction.id.value)), ui::icon("plus"));
}

void put_question(Writer& out, const ui::Visit& visit, const Directory& directory,
                  const bumps::Asked& asked) {
  const auto today = visit.scope.today;
  const bool is_mine = asked.bump.proposed_by == visit.scope.viewer.staff;
  const auto who = is_mine ? std::string("You said")
                           : std::string(directory.staff.given_name(asked.bump.proposed_by)) + " says";
  out.put<
      R"(<li class="stack-s" data-row data-question><p>{} that <b>{}</b></p><p>came out of <b>{}</b></p>)">(
      who, conversation_line(directory, asked.later, today),
      conversation_line(directory, asked.earlier, today));
  if (is_mine)
    out.put<
        R"(<p class="small muted">Nobody who was in the later one can answer now. Does it still stand?</p>)">();
  out.put<R"(<div class="row wrap">{}{}</div></li>)">(
      act(visit, asked.bump.id, "acceptance", "Yes, it did", "primary", "y"),
      act(visit, asked.bump.id, "declining", "No", "quiet", "n"));
}

void put_answered(Writer& out, const ui::Visit& visit, const Directory& directory,
                  const bumps::Asked& asked) {
  const bool is_linked = asked.bump.state == BumpState::accepted;
  auto colleagues = asked.earlier ? asked.earlier->staff : std::vector<Id<Staff>>();
  std::erase(colleagues, visit.scope.viewer.staff);
  out.put<R"(<li class="row small" data-row><span class="grow">{} {}</span>{}{}</li>)">(
      is_linked ? "Linked:" : "Not linked:", conversation_line(directory, asked.later, visit.scope.today),
      is_linked ? bumps::thank_links(directory, asked.bump.id, colleagues) : Html(),
      act(visit, asked.bump.id, "reopening", "Undo", "quiet"));
}

void put_offer(Writer& out, const ui::Visit& visit, const Directory& directory, const PickPage& page,
               const Interaction& offer) {
  const auto field = page.side == Side::earlier ? "earlier" : "later";
  out.put<R"(<li class="row top-a" data-row><div class="grow"><p>{}</p><p class="small muted">{}</p></div>)"
          R"(<form method="post" action="{}">{})">(
      conversation_line(directory, offer, visit.scope.today), shorten(markdown_to_plain(offer.note), 160),
      Url(address_of(page.interaction.id) + "/bumps"), ui::csrf_field(visit));
  out.put<R"(<input type="hidden" name="side" value="{}"><button class="btn s" name="other" value="{}">)"
          R"({}</button></form></li>)">(
      field, offer.id.value, page.side == Side::earlier ? "It led on from this" : "It led on to this");
}

}  // namespace

Html conversation_line(const Directory& directory, const std::optional<Interaction>& interaction,
                       Date today) {
  if (!interaction)
    return html::render<R"(<span class="muted">A conversation that is not yours to read</span>)">();
  if (interaction->is_withdrawn)
    return html::render<R"(<span class="muted">A conversation that was taken back</span>)">();
  return html::render<R"(<a href="{}">{}</a>, {})">(Url(address_of(interaction->id)),
                                                    headline_of(*interaction, directory, {.today = today}),
                                                    short_words(interaction->happened_on, today));
}

Html links_card(const ui::Visit& visit, const Directory& directory, const Interaction& interaction,
                const bumps::Links& links) {
  Writer out;
  const bool is_alone = links.earlier.empty() && links.later.empty();
  out.put<
      R"(<section class="card gap-t2" aria-labelledby="h-bumps"><div class="sec-h"><h2 id="h-bumps">Bumps</h2>)">();
  if (!is_alone)
    out.put<R"(<a class="more" href="{}">See the whole chain</a>)">(
        Url("/bumps/" + std::to_string(interaction.id.value)));
  out.put<"</div>">();
  if (is_alone && links.origins.empty())
    out.put<
        R"(<p class="soft">A bump is one conversation leading to another. Nothing is linked here yet.</p>)">();
  put_origins(out, visit, directory, links.origins);
  put_side(out, visit, directory, interaction, Side::earlier, links.earlier);
  put_side(out, visit, directory, interaction, Side::later, links.later);
  if (may_write(visit) && !interaction.is_withdrawn) put_card_acts(out, interaction);
  out.put<"</section>">();
  return std::move(out).finish();
}

Html links_of_line(const ui::Visit& visit, const Directory& directory, const bumps::Links& links) {
  if (links.earlier.empty()) return {};
  Writer out;
  out.put<R"(<section class="gap-t" aria-label="Led on from"><ul class="list tight">)">();
  for (const auto& linked : links.earlier)
    out.put<R"(<li class="row top-a">{}<span class="grow">Led on from {}{}</span></li>)">(
        ui::icon("ripple"), conversation_line(directory, linked.interaction, visit.scope.today),
        linked.bump.state == BumpState::proposed ? ". A colleague is asked to agree." : "");
  out.put<"</ul></section>">();
  return std::move(out).finish();
}

Html questions_card(const ui::Visit& visit, const Directory& directory, std::span<const bumps::Asked> asked,
                    std::span<const bumps::Asked> answered) {
  if (asked.empty() && answered.empty()) return {};
  Writer out;
  out.put<
      R"(<section class="card" aria-labelledby="h-asked"><h2 id="h-asked" class="gap-b">Did this lead to that?</h2>)"
      R"(<ul class="list">)">();
  const auto shown = asked.first(std::min(asked.size(), questions_shown));
  for (const auto& question : shown) put_question(out, visit, directory, question);
  for (const auto& answer : answered) put_answered(out, visit, directory, answer);
  out.put<"</ul>">();
  if (shown.size() < asked.size()) {
    out.put<R"(<details class="gap-t"><summary>{} more</summary><ul class="list">)">(asked.size() -
                                                                                     shown.size());
    for (const auto& question : asked.subspan(shown.size())) put_question(out, visit, directory, question);
    out.put<"</ul></details>">();
  }
  out.put<"</section>">();
  return std::move(out).finish();
}

Html pick_view(const ui::Visit& visit, const Directory& directory, const PickPage& page) {
  const bool is_earlier = page.side == Side::earlier;
  const auto address = address_of(page.interaction.id);
  Writer out;
  out.put<
      R"(<p class="crumbs"><a href="{}">Conversation</a></p><h1>{}</h1><p class="lead">{}</p>)"
      R"(<form method="get" action="{}" class="row wrap gap-t">{}<button class="btn">Look</button></form>)">(
      Url(address), is_earlier ? "What did it lead on from?" : "What did it lead on to?",
      conversation_line(directory, page.interaction, visit.scope.today),
      Url(address + (is_earlier ? "/earlier" : "/later")),
      ui::field({.name = "q",
                 .label = "With somebody else",
                 .value = page.query,
                 .hint = "A name of an academic",
                 .width = "middle"}));
  out.put<R"(<section class="card gap-t2" aria-label="Conversations to choose from">)">();
  if (page.offers.empty())
    out.add(ui::empty_state(is_earlier
                                ? "No conversation before this one. Look for somebody else, or say where "
                                  "it began."
                                : "No conversation after this one. When something follows, log it as led "
                                  "on from this."));
  out.put<R"(<ul class="list">)">();
  for (const auto& offer : page.offers) put_offer(out, visit, directory, page, offer);
  out.put<"</ul></section>">();
  return std::move(out).finish();
}

Html origin_form_view(const ui::Visit& visit, const Interaction& interaction, const OriginForm& form,
                      const std::vector<Fault>& faults) {
  std::vector<ui::Choice> kinds;
  for (const auto kind :
       {OriginKind::introduction, OriginKind::event, OriginKind::newsletter, OriginKind::referral})
    kinds.push_back({std::string(code(kind)), std::string(words(kind))});
  return html::render<
      R"(<p class="crumbs"><a href="{}">Conversation</a></p><div class="form-page"><h1>Where did it begin?</h1>{})"
      R"(<form method="post" action="{}" class="form" data-once>{}{}{}{}<p class="row">)"
      R"(<button class="btn primary">Save</button></p></form></div>)">(
      Url(address_of(interaction.id)), ui::error_summary(faults),
      Url(address_of(interaction.id) + "/origins"), ui::csrf_field(visit),
      ui::radios({.name = "kind",
                  .label = "With what",
                  .value = form.kind.empty() ? "introduction" : form.kind,
                  .choices = kinds},
                 faults),
      ui::field({.name = "person",
                 .label = "By whom (optional)",
                 .value = form.person,
                 .hint = "The name of an academic who introduced or referred them"},
                faults),
      ui::field({.name = "words", .label = "In a few words", .value = form.words}, faults));
}

}  // namespace rapport
