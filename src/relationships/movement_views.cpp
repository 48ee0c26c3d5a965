// Draws the page of movement.
#include "relationships/movement_views.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "relationships/level_views.hpp"
#include "relationships/movement_picture.hpp"
#include "ui/parts.hpp"

namespace rapport::ladder {
namespace {

using html::Attribute;
using html::Html;
using html::Url;
using html::Writer;

constexpr std::size_t listed_max = 100;

struct SinceWords {
  Since since;
  std::string_view code;
  std::string_view words;
};
constexpr std::array sinces = {SinceWords{Since::term, "term", "This term"},
                               SinceWords{Since::year, "year", "This academic year"},
                               SinceWords{Since::two_years, "two", "With the year before"}};

std::string address_of(const View& view, Since since) {
  auto address = "/relationships/movement" + view.query();
  return since == Since::term ? address : address + "&since=" + std::string(code(since));
}

void put_sinces(Writer& out, const MovementPage& page) {
  out.put<R"(<p class="row wrap gap-t"><span class="seg" role="group" aria-label="Since when">)">();
  for (const auto& each : sinces)
    out.put<R"(<a href="{}"{}>{}</a>)">(
        Url(address_of(page.view, each.since)),
        Attribute::optional("aria-current", each.since == page.since ? "true" : ""), each.words);
  out.put<"</span></p>">();
}

void put_heading(Writer& out, const ui::Visit& visit, const Directory& directory, const MovementPage& page) {
  out.put<R"(<p class="crumbs"><a href="{}">Relationships</a></p><div class="row between wrap top-a"><div>)"
          R"(<h1>Movement</h1><p class="soft lead">How relationships {} changed.</p></div>)">(
      Url(page.view.address()), place_words(visit.scope.viewer, directory, page.view));
  out.add(whose_choice(page.view, [&](const View& other) { return address_of(other, page.since); }));
  out.put<"</div>">();
  put_sinces(out, page);
  out.add(filter_form(directory, page.view, "/relationships/movement",
                      html::render<R"(<input type="hidden" name="since" value="{}">)">(code(page.since))));
}

std::string change_words(const Card& card, const Scale& scale) {
  const int now = card.standing.level();
  auto said = card.before == now ? scale.name(now) : scale.name(card.before) + " → " + scale.name(now);
  if (card.standing.is_slipping()) return said + ", slipping";
  return card.was_slipping && card.before == now ? said + ", no longer slipping" : said;
}

void put_moved(Writer& out, const Directory& directory, const MovementPage& page, std::string_view heading,
               const std::vector<const Card*>& cards) {
  if (cards.empty()) return;
  out.put<
      R"(<section class="card" aria-label="{}"><div class="sec-h"><h2>{}</h2><span class="more muted">{}</span></div>)"
      R"(<ul class="list tight">)">(heading, heading,
                                    count_words(static_cast<long>(cards.size()), "person", "people"));
  for (std::size_t i = 0; i < std::min(cards.size(), listed_max); ++i) {
    const auto& card = *cards[i];
    const PartnerWords partner{.page = "/people/" + card.person->slug};
    out.put<R"(<li class="row" data-row>{}<div class="grow"><h3><a class="plain" href="{}">{}</a></h3>)"
            R"(<p class="micro muted">{}</p></div><span class="small">{}</span></li>)">(
        ui::avatar(card.person->full_name, "s"), Url(relationship_address(partner, page.view.area)),
        card.person->display_name(), directory.org.name(card.person->unit),
        change_words(card, page.ladder.scale));
  }
  out.put<"</ul>">();
  if (cards.size() > listed_max)
    out.put<R"(<p class="small muted">The first {} are shown. Choose a department to see the others.</p>)">(
        listed_max);
  out.put<"</section>">();
}

void put_lists(Writer& out, const Directory& directory, const MovementPage& page) {
  std::vector<const Card*> up, down, slipping, back;
  for (const auto& column : page.ladder.columns)
    for (const auto& card : column) {
      if (!card.is_moved()) continue;
      const int now = card.standing.level();
      auto& list = now > card.before             ? up
                   : now < card.before           ? down
                   : card.standing.is_slipping() ? slipping
                                                 : back;
      list.push_back(&card);
    }
  out.put<R"(<div class="stack gap-t2">)">();
  put_moved(out, directory, page, "Up a level", up);
  put_moved(out, directory, page, "Down", down);
  put_moved(out, directory, page, "Slipping", slipping);
  put_moved(out, directory, page, "No longer slipping", back);
  out.put<"</div>">();
}

}  // namespace

std::string_view code(Since since) {
  return sinces[static_cast<std::size_t>(since)].code;
}

std::string_view words(Since since) {
  return sinces[static_cast<std::size_t>(since)].words;
}

std::optional<Since> since_of(std::string_view code) {
  const auto found = std::ranges::find(sinces, code, &SinceWords::code);
  return found == sinces.end() ? std::nullopt : std::optional(found->since);
}

Html movement_view(const ui::Visit& visit, const Directory& directory, const MovementPage& page) {
  Writer out(32'768);
  put_heading(out, visit, directory, page);
  if (page.ladder.people() == 0) {
    out.add(ui::empty_state("Nobody here. Choose another department, or all of them."));
    return std::move(out).finish();
  }
  out.put<R"(<p class="note gap-b">{}</p>)">(
      movement_sentence(page.ladder.movement, page.ladder.scale, visit.scope.today));
  out.add(movement_picture(page.ladder.movement, page.ladder.scale, visit.scope.today));
  put_lists(out, directory, page);
  return std::move(out).finish();
}

}  // namespace rapport::ladder
