// Answers with chains.
#include "bumps/chain_pages.hpp"

#include <algorithm>
#include <charconv>

#include "bumps/chain_credit.hpp"
#include "bumps/chain_drawing.hpp"
#include "bumps/chain_views.hpp"
#include "bumps/credit_views.hpp"
#include "bumps/stories.hpp"
#include "bumps/story_views.hpp"
#include "bumps/thanks.hpp"
#include "bumps/thanks_views.hpp"
#include "organisation/academic_calendar.hpp"
#include "ui/page.hpp"
#include "ui/picture.hpp"

namespace rapport::chains {
namespace {

constexpr int picture_width = 1086;  // what a card has on a wide screen

Id<Interaction> id_in(std::string_view text) {
  Id<Interaction> id;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), id.value);
  return read.ec == std::errc() && read.ptr == text.data() + text.size() ? id : Id<Interaction>{};
}

std::size_t page_in(const http::Request& request, const Chain& chain) {
  const auto asked = std::max(request.query.number("page").value_or(1), 1L);
  const auto last = (chain.steps.size() - 1) / chain_page_size;
  return std::min(static_cast<std::size_t>(asked - 1), last);
}

/// The first day of the term that it is, or that was last.
Date term_began_on(Scope& scope) {
  auto began_on = scope.years().first_day(scope.years().of(scope.today));
  for (const auto& period : organisation::calendar(scope))
    if (period.kind == PeriodKind::term && period.starts_on <= scope.today)
      began_on = std::max(began_on, period.starts_on);
  return began_on;
}

}  // namespace

http::Response show_bumps(const ui::Visit& visit, const Directory& directory) {
  const auto found = recent(visit.scope, term_began_on(visit.scope));
  return ui::show(
      visit,
      {.title = "Bumps", .section = ui::Section::bumps, .content = bumps_view(visit, directory, found)});
}

http::Response show_chain(const ui::Visit& visit, const Directory& directory) {
  auto& scope = visit.scope;
  auto chain = get(scope, id_in(visit.request.parameter("interaction")));
  if (!chain) return ui::show_refusal(visit, chain.refusal());
  ChainPage page{.chain = std::move(*chain)};
  page.page = page_in(visit.request, page.chain);
  page.picture = picture_of(page.chain, directory, {scope.viewer.staff, scope.today}, picture_width);
  const auto from = page.page * chain_page_size;
  page.notes = notes(scope, page.chain, from, from + chain_page_size);
  page.may_add = !scope.viewer.is(Role::director) && page.chain.steps[page.chain.focus].is_open();
  page.credit = credit_card(page.chain, credit(scope, directory, page.chain), directory,
                            {scope.viewer.staff, scope.today});
  const auto focus = page.chain.steps[page.chain.focus].id;
  if (page.may_add)
    page.thanking = bumps::thanks_offer(directory, bumps::thankable_for(scope, focus), scope.today);
  page.telling = telling_card(focus, bumps::stories_with(scope, focus), page.may_add);
  return ui::show(visit, {.title = title_of(page.chain, directory),
                          .section = ui::Section::bumps,
                          .content = chain_view(visit, directory, page)});
}

http::Response download_picture(const ui::Visit& visit, const Directory& directory) {
  auto& scope = visit.scope;
  const auto chain = get(scope, id_in(visit.request.parameter("interaction")));
  if (!chain) return ui::show_refusal(visit, chain.refusal());
  http::Response response{.content_type = "image/png"};
  response.body = ui::png_of(chain_file(*chain, directory, scope.today, picture_width));
  response.headers.push_back({"Cache-Control", "private, no-store"});
  response.headers.push_back({"Content-Disposition", "attachment; filename=\"chain.png\""});
  return response;
}

}  // namespace rapport::chains
