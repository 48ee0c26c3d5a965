// Draws suggested moves.
#include "relationships/suggested_move_views.hpp"

#include "base/text.hpp"
#include "http/form.hpp"
#include "interactions/interaction_headline.hpp"
#include "ui/parts.hpp"

namespace rapport {
namespace {

using html::Html;
using html::Url;
using html::Writer;

void put_evidence(Writer& out, const Directory& directory, const SuggestedMove& move, Date today) {
  if (move.evidence.empty() && !move.suggestion.plan) return;
  out.put<R"(<ul class="evidence small gap-t">)">();
  for (const auto& row : move.evidence)
    out.put<R"(<li>{}<span><a href="{}">{}</a> <span class="muted">{}</span></span></li>)">(
        ui::icon("message-circle"), Url("/conversations/" + std::to_string(row.id.value)),
        headline_of(row, directory, {move.partner.person, today}), when_words(row, today));
  if (move.suggestion.plan)
    out.put<R"(<li>{}<span><a href="{}">The plan that was reached</a></span></li>)">(
        ui::icon("target-arrow"), Url(move.partner.page + "/plan"));
  out.put<"</ul>">();
}

void put_answers(Writer& out, const ui::Visit& visit, const SuggestedMove& move, std::string_view back) {
  out.put<R"(<div class="row wrap gap-t"><a class="btn s" href="{}">Move, and say what changed</a>)"
          R"(<form method="post" action="{}">{}<input type="hidden" name="level" value="{}">)"
          R"(<input type="hidden" name="slipping" value="{}"><input type="hidden" name="back" value="{}">)"
          R"(<button class="btn s quiet">Not now</button></form></div>)">(
      Url(take_up_address(move.partner, move.suggestion, back)),
      Url(move.partner.page + "/relationship/set-aside"), ui::csrf_field(visit), move.suggestion.level,
      move.suggestion.is_slipping ? "yes" : "", back);
}

void put_row(Writer& out, const ui::Visit& visit, const Directory& directory, const SuggestedMovesPage& page,
             const SuggestedMove& move) {
  out.put<
      R"(<li data-row class="top-a row">{}<div class="grow"><h2 class="h3"><a class="plain" href="{}">{}</a></h2>)"
      R"(<p class="micro muted">{}</p><p class="small">{}</p><p>{}</p>)">(
      ui::avatar(move.person->full_name), Url(relationship_address(move.partner, ServiceArea::overall)),
      move.partner.name, directory.org.name(move.person->unit), level_mark(page.scale, move.standing),
      suggestion_words(move.suggestion, page.scale));
  put_evidence(out, directory, move, visit.scope.today);
  if (page.may_move) put_answers(out, visit, move, "/relationships/suggestions" + page.view.query());
  out.put<"</div></li>">();
}

}  // namespace

std::string suggestion_words(const MoveSuggestion& suggestion, const Scale& scale) {
  const auto what = suggestion.is_slipping ? std::string("Slipping") : scale.name(suggestion.level);
  return what + "? " + suggestion.reason;
}

std::string take_up_address(const PartnerWords& partner, const MoveSuggestion& suggestion,
                            std::string_view back) {
  auto address = move_address(partner, ServiceArea::overall, back);
  address += address.find('?') == std::string::npos ? "?" : "&";
  address += "level=" + std::to_string(suggestion.level);
  if (suggestion.is_slipping) address += "&slipping=yes";
  address += "&reason=" + http::percent_encode(suggestion.reason);
  for (const auto id : suggestion.evidence) address += "&evidence=" + std::to_string(id.value);
  return address;
}

Html suggestion_section(const ui::Visit& visit, const Directory& directory, const Scale& scale,
                        const SuggestedMove& move, std::string_view back) {
  Writer out;
  out.put<
      R"(<section class="card sunken" aria-labelledby="h-suggest"><h2 id="h-suggest" class="gap-b">A suggestion</h2>)"
      R"(<p>{}</p>)">(suggestion_words(move.suggestion, scale));
  put_evidence(out, directory, move, visit.scope.today);
  put_answers(out, visit, move, back);
  out.put<"</section>">();
  return std::move(out).finish();
}

Html suggestions_view(const ui::Visit& visit, const Directory& directory, const SuggestedMovesPage& page) {
  const auto address = [](const ladder::View& other) { return "/relationships/suggestions" + other.query(); };
  Writer out(32'768);
  out.put<
      R"(<p class="crumbs"><a href="{}">Relationships</a></p><div class="row between wrap top-a"><div>)"
      R"(<h1>Who may have moved</h1><p class="soft lead">What the conversations {} speak for. You decide.</p></div>)">(
      Url(page.view.address()), ladder::place_words(visit.scope.viewer, directory, page.view));
  out.add(ladder::whose_choice(page.view, address));
  out.put<"</div>">();
  out.add(ladder::filter_form(directory, page.view, "/relationships/suggestions"));
  if (page.moves.empty()) {
    out.add(ui::empty_state("Nothing to suggest. Every level fits what the conversations say."));
    return std::move(out).finish();
  }
  out.put<R"(<section class="card" aria-label="Suggestions"><ul class="list">)">();
  for (const auto& move : page.moves) put_row(out, visit, directory, page, move);
  out.put<"</ul>">();
  if (page.total > page.moves.size())
    out.put<R"(<p class="small muted gap-t">The first {} of {} are shown.</p>)">(page.moves.size(),
                                                                                 page.total);
  out.put<
      R"(</section><p class="note small gap-t2">Suggestions are made from conversations that everybody in the )"
      R"(library can read: two in a year for In touch, something delivered this academic year for Working )"
      R"(together, none in a year for slipping. Partner needs two signs that we plan ahead together: a thing designed )"
      R"(together within two years, an appointment agreed four weeks ahead or more within one, or a plan reached within )"
      R"(two, which counts once.</p>)">();
  return std::move(out).finish();
}

}  // namespace rapport
