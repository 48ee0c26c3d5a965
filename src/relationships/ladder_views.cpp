// Draws the ladder.
#include "relationships/ladder_views.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "http/form.hpp"
#include "organisation/unit_choices.hpp"
#include "relationships/level_views.hpp"
#include "ui/parts.hpp"

namespace rapport::ladder {
namespace {

using html::Attribute;
using html::Html;
using html::Url;
using html::Writer;

std::string_view tone_class(Tone tone) {
  switch (tone) {
    case Tone::plain:
      return "small soft";
    case Tone::quiet:
      return "small muted";
    case Tone::warning:
      break;
  }
  return "small warn";
}

/// What a card says where nobody else says anything.
CardLine own_line(const Card& card, Date today) {
  const auto& relationship = card.standing.relationship;
  if (card.standing.is_slipping())
    return {.icon = "trending-down",
            .words = "Slipping since " + short_words(relationship->moved_on, today),
            .tone = Tone::warning};
  if (card.last_on)
    return {
        .icon = "clock", .words = "Last spoke " + relative_words(*card.last_on, today), .tone = Tone::quiet};
  return {.icon = "circle-dashed", .words = "Not spoken yet", .tone = Tone::quiet};
}

void put_line(Writer& out, const Card& card, const Shown& shown, Date today) {
  const auto found = shown.lines.find(card.person->id);
  const auto line = found == shown.lines.end() ? own_line(card, today) : found->second;
  out.put<R"(<p class="{}">{}<span>)">(tone_class(line.tone), ui::icon(line.icon));
  if (line.address.empty())
    out.text(line.words);
  else
    out.put<R"(<a href="{}">{}</a>)">(Url(line.address), line.words);
  out.put<"</span></p>">();
}

std::string move_address(const Card& card, const Shown& shown) {
  const PartnerWords partner{.page = "/people/" + card.person->slug};
  return rapport::move_address(partner, shown.view.area, shown.view.address());
}

void put_card(Writer& out, const Directory& directory, const Card& card, const Shown& shown, Date today) {
  const auto name = card.person->display_name();
  out.put<R"(<li class="pcard" data-card="{}"{}><div class="row top-a">{}<div class="grow"><h3>)">(
      card.person->slug, Attribute::flag("data-slipping", card.standing.is_slipping()),
      ui::avatar(card.person->full_name, "s"));
  out.put<R"(<a class="plain" href="{}" data-path="{}">{}</a></h3><p class="micro muted">{}</p></div>)">(
      Url("/people/" + card.person->slug), "/people/" + card.person->slug + "/relationship", name,
      directory.org.name(card.person->unit));
  if (shown.may_move)
    out.put<R"(<a class="mv" href="{}" aria-label="Move {}" data-move>{}</a>)">(
        Url(move_address(card, shown)), name, ui::icon("dots-vertical"));
  out.put<"</div>">();
  put_line(out, card, shown, today);
  out.put<"</li>">();
}

void put_column(Writer& out, const Directory& directory, const Shown& shown, int level, Date today) {
  const auto& scale = shown.ladder.scale;
  const auto& cards = shown.ladder.columns[static_cast<std::size_t>(level)];
  out.put<
      R"(<section class="rung below{} step{}" aria-labelledby="lv{}" data-level="{}"><header>)"
      R"(<span class="cnt2 serif num">{}</span><div><h2 id="lv{}">{}</h2><p class="micro muted">{}</p></div></header>)">(
      scale.top() - level, ramp_step(scale, level), level, level, cards.size(), level, scale.name(level),
      scale.levels[static_cast<std::size_t>(level)].meaning);
  const auto count = std::min(cards.size(), cards_of_column);
  if (count > 0) {
    out.put<"<ul>">();
    for (std::size_t i = 0; i < count; ++i) put_card(out, directory, cards[i], shown, today);
    out.put<"</ul>">();
  }
  if (cards.size() > count) {
    auto all = shown.view;
    all.level = level;
    out.put<R"(<a class="small" href="{}">{} more<span class="vh">: {}</span></a>)">(
        Url(all.address()), cards.size() - count, scale.name(level));
  }
  out.put<"</section>">();
}

std::string_view where_words(Whose whose) {
  switch (whose) {
    case Whose::mine:
      return "in your departments";
    case Whose::team:
      return "in your team’s departments";
    case Whose::all:
      break;
  }
  return "in all departments";
}

void put_links(Writer& out, const Shown& shown) {
  if (!shown.may_move) return;
  out.put<R"(<a class="btn" href="{}">{}Who may have moved</a>)">(
      Url("/relationships/suggestions" + shown.view.query()), ui::icon("bulb"));
  out.put<R"(<a class="btn" href="/relationships/workshop">{}Workshop</a>)">(ui::icon("users-group"));
}

void put_heading(Writer& out, const ui::Visit& visit, const Directory& directory, const Shown& shown) {
  const auto whom = shown.ladder.people() == 0
                        ? std::string()
                        : " with " + count_words(shown.ladder.people(), "person", "people") + " " +
                              place_words(visit.scope.viewer, directory, shown.view);
  out.put<
      R"(<div class="row between wrap top-a"><div><h1>Relationships</h1><p class="soft lead">Where things )"
      R"(stand{}, and who is ready for a next step.</p></div><div class="row wrap">)">(whom);
  out.add(whose_choice(shown.view, [](const View& other) { return other.address(); }));
  put_links(out, shown);
  out.put<R"(<a class="btn" href="/champions">{}Champions</a></div></div>)">(ui::icon("award"));
}

void put_movement(Writer& out, const Shown& shown) {
  out.put<
      R"(<p class="note small gap-t2">Movement {}: <b>{}</b>. <a href="{}">See it as a picture</a>. Levels )"
      R"(describe how we work together today. They are not a mark for anyone.</p>)">(
      shown.term_words, movement_words(shown.ladder.movement),
      Url("/relationships/movement" + shown.view.query()));
}

/// What to do; where nobody is left out by a filter, how it would look too.
Html empty_ladder(const Shown& shown) {
  if (!shown.view.unit.empty())
    return ui::empty_state("Nobody here. Choose another department, or all of them.");
  Writer out;
  if (shown.view.whose == Whose::mine && !shown.has_portfolio)
    out.add(ui::empty_state("You look after no department yet. Choose Team or All to see other people."));
  else
    out.add(ui::empty_state("Nobody here yet. Import the staff list, or add the first person."));
  out.add(sample_ladder(shown.ladder.scale));
  return std::move(out).finish();
}

void put_list_row(Writer& out, const Directory& directory, const Card& card, const Shown& shown, Date today) {
  const auto name = card.person->display_name();
  out.put<
      R"(<li class="row" data-row>{}<div class="grow"><h2 class="h3"><a class="plain" href="{}">{}</a></h2>)"
      R"(<p class="micro muted">{}</p></div>)">(ui::avatar(card.person->full_name),
                                                Url("/people/" + card.person->slug), name,
                                                directory.org.name(card.person->unit));
  out.put<R"(<div class="card-line">)">();
  put_line(out, card, shown, today);
  out.put<"</div>">();
  if (shown.may_move)
    out.put<R"(<a class="btn s" href="{}" aria-label="Move {}">Move to…</a>)">(Url(move_address(card, shown)),
                                                                               name);
  out.put<"</li>">();
}

Html column_view(const ui::Visit& visit, const Directory& directory, const Shown& shown) {
  const int level = *shown.view.level;
  const auto& scale = shown.ladder.scale;
  auto back = shown.view;
  back.level.reset();
  back.page = 1;
  Writer out;
  out.put<
      R"(<p class="crumbs"><a href="{}">Relationships</a></p><div class="row between wrap top-a"><div><h1>{}</h1>)"
      R"(<p class="soft lead">{} {}. {}.</p></div><div class="row wrap">)">(
      Url(back.address()), scale.name(level),
      with_capital_first(
          count_words(static_cast<long>(shown.ladder.columns[static_cast<std::size_t>(level)].size()),
                      "person", "people")),
      place_words(visit.scope.viewer, directory, shown.view),
      scale.levels[static_cast<std::size_t>(level)].meaning);
  out.add(whose_choice(shown.view, [](const View& other) { return other.address(); }));
  out.put<R"(</div></div><section class="card gap-t2" aria-label="People"><ul class="list tight">)">();
  for (const auto* card : shown_cards(shown.ladder, shown.view))
    put_list_row(out, directory, *card, shown, visit.scope.today);
  out.put<"</ul></section>">();
  out.add(ui::pages_of(
      {.total = static_cast<std::int64_t>(shown.ladder.columns[static_cast<std::size_t>(level)].size()),
       .page = shown.view.page,
       .page_size = column_page_size},
      [&](int number) {
        auto other = shown.view;
        other.page = number;
        return other.address();
      }));
  return std::move(out).finish();
}

}  // namespace

std::string View::query() const {
  std::string query = "?whose=" + std::string(code(whose));
  if (!unit.empty()) query += "&unit=" + http::percent_encode(unit);
  if (area != ServiceArea::overall) query += "&area=" + std::string(rapport::code(area));
  if (level) query += "&level=" + std::to_string(*level);
  if (page > 1) query += "&page=" + std::to_string(page);
  return query;
}

std::string place_words(const Viewer& viewer, const Directory& directory, const View& view) {
  if (const auto* unit = directory.org.find_slug(view.unit)) return "in " + unit->name;
  const auto* member = directory.staff.find(viewer.staff);
  const bool are_few = member != nullptr && !member->portfolio.empty() && member->portfolio.size() <= 2;
  if (view.whose != Whose::mine || !are_few) return std::string(where_words(view.whose));
  std::vector<std::string> names;
  names.reserve(member->portfolio.size());
  for (const auto unit : member->portfolio) names.emplace_back(directory.org.name(unit));
  return "in " + join_words(names);
}

Html whose_choice(const View& view, const std::function<std::string(const View&)>& address) {
  Writer out;
  out.put<R"(<span class="seg" role="group" aria-label="Whose">)">();
  for (const auto whose : {Whose::mine, Whose::team, Whose::all}) {
    auto other = view;
    other.whose = whose;
    other.page = 1;
    out.put<R"(<a href="{}"{}>{}</a>)">(
        Url(address(other)), Attribute::optional("aria-current", whose == view.whose ? "true" : ""),
        words(whose));
  }
  out.put<"</span>">();
  return std::move(out).finish();
}

Html filter_form(const Directory& directory, const View& view, std::string_view action, const Html& hidden) {
  return html::render<
      R"(<form class="filter" method="get" action="{}" data-filter-form role="search" aria-label="Relationships">)"
      R"(<input type="hidden" name="whose" value="{}">{}{}{}<button class="btn">Show</button></form>)">(
      Url(action), code(view.whose), hidden,
      ui::field({.name = "unit",
                 .label = "Department",
                 .value = view.unit,
                 .type = "select",
                 .choices = unit_choices(directory.org, "All of them")}),
      ui::field({.name = "area",
                 .label = "About",
                 .value = std::string(code(view.area)),
                 .type = "select",
                 .choices = area_choices()}));
}

std::vector<const Card*> shown_cards(const Ladder& ladder, const View& view) {
  std::vector<const Card*> cards;
  const auto add = [&](const std::vector<Card>& column, std::size_t from, std::size_t count) {
    for (std::size_t i = from; i < std::min(column.size(), from + count); ++i) cards.push_back(&column[i]);
  };
  if (!view.level) {
    for (const auto& column : ladder.columns) add(column, 0, cards_of_column);
    return cards;
  }
  const auto size = static_cast<std::size_t>(column_page_size);
  add(ladder.columns[static_cast<std::size_t>(*view.level)], static_cast<std::size_t>(view.page - 1) * size,
      size);
  return cards;
}

Html ladder_view(const ui::Visit& visit, const Directory& directory, const Shown& shown) {
  if (shown.view.level) return column_view(visit, directory, shown);
  Writer out(32'768);
  put_heading(out, visit, directory, shown);
  out.add(filter_form(directory, shown.view, "/relationships"));
  if (shown.ladder.people() == 0) return out.add(empty_ladder(shown)), std::move(out).finish();
  put_movement(out, shown);
  out.put<R"(<div class="ladder" data-ladder tabindex="0" role="region" aria-label="The ladder">)">();
  for (int level = 0; level <= shown.ladder.scale.top(); ++level)
    put_column(out, directory, shown, level, visit.scope.today);
  out.put<"</div>">();
  if (shown.may_move)
    out.put<
        R"(<p class="small muted gap-t js-only hide-m">Drag a card to another level, or press <kbd>M</kbd> on one; )"
        R"(the arrow keys go from card to card. Either way you say what changed.</p>)">();
  return std::move(out).finish();
}

}  // namespace rapport::ladder
