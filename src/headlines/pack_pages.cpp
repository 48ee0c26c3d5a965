// Answers with packs.
#include "headlines/pack_pages.hpp"

#include <algorithm>
#include <charconv>

#include "base/text.hpp"
#include "headlines/sheet_files.hpp"
#include "measures/measure.hpp"
#include "organisation/academic_calendar.hpp"
#include "ui/page.hpp"
#include "ui/parts.hpp"

namespace rapport::headlines {
namespace {

using html::Html;
using html::Url;

Refusal no_pack() {
  return not_found("That pack is not here any more. Make it again: it takes some seconds.");
}

std::optional<int> year_in(const ui::Visit& visit) {
  const auto text = visit.request.parameter("year");
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (year < first_measured_year || year > visit.scope.years().of(visit.scope.today)) return std::nullopt;
  return year;
}

std::string address_of(const ui::Visit& visit, std::string_view rest = "") {
  return "/headlines/" + std::string(visit.request.parameter("year")) + "/packs/" +
         std::string(visit.request.parameter("pack")) + std::string(rest);
}

std::optional<PackProgress> pack_in(const ui::Visit& visit, PackMaker& packs) {
  auto found = packs.find(visit.scope, visit.request.parameter("pack"), visit.institution_name);
  return found && found->order.academic_year == year_in(visit) ? found : std::nullopt;
}

Html done_card(const ui::Visit& visit, const PackProgress& pack) {
  if (pack.files->sheets == 0)
    return html::render<
        R"(<div class="card" role="status"><p>No department has anything to show for that year yet.</p></div>)">();
  const auto day = visit.scope.zone.local_date(pack.as_of);
  return html::render<
      R"(<div class="card" role="status"><p>{} on paper, as things stood on {} at {}.</p><p class="row wrap gap-t"><a class="btn primary" href="{}">{}One PDF</a>)"
      R"(<a class="btn" href="{}">{}A zip with one PDF each</a></p></div>)">(
      with_capital_first(count_words(pack.files->sheets, "headline page", "headline pages")),
      long_words(day, visit.scope.today), visit.scope.zone.local_time(pack.as_of).words(),
      Url(address_of(visit, "/sheets.pdf")), ui::icon("printer"), Url(address_of(visit, "/sheets.zip")),
      ui::icon("download"));
}

Html progress_card(const ui::Visit& visit, const PackProgress& pack) {
  if (pack.files) return done_card(visit, pack);
  if (pack.has_failed)
    return html::render<
        R"(<div class="card" role="status"><p>Something went wrong on the way. <a href="{}">Make it again</a>.</p></div>)">(
        Url("/headlines/" + std::to_string(pack.order.academic_year)));
  return html::render<
      R"(<div class="card" data-progress-href="{}"><p id="progress-words">{} of {} steps done.</p>)"
      R"(<progress aria-labelledby="progress-words" max="{}" value="{}"></progress>)"
      R"(<p class="gap-t"><a class="btn" href="{}">Look again</a></p></div>)">(
      Url(address_of(visit, "?partial=1")), pack.done, pack.whole, std::max(pack.whole, 1), pack.done,
      Url(address_of(visit)));
}

http::Response file(std::string_view type, std::string body, std::string_view year, std::string_view ending) {
  http::Response response{.content_type = std::string(type)};
  response.body = std::move(body);
  response.headers.push_back({"Cache-Control", "private, no-store"});
  response.headers.push_back(
      {"Content-Disposition",
       "attachment; filename=\"" + file_name_of("headline-pages", year, ending) + "\""});
  return response;
}

}  // namespace

http::Response create_pack(const ui::Visit& visit, PackMaker& packs) {
  const auto year = year_in(visit);
  if (!year) return ui::show_refusal(visit, not_found("There are no headline sheets of that academic year."));
  const auto parts = visit.request.form().has("sources") ? PackParts::sheets_and_sources : PackParts::sheets;
  const auto name = packs.start(visit.scope, {*year, parts, visit.institution_name});
  if (!name) return ui::show_refusal(visit, name.refusal());
  return ui::go(visit, "/headlines/" + std::to_string(*year) + "/packs/" + *name);
}

http::Response show_pack(const ui::Visit& visit, PackMaker& packs) {
  const auto pack = pack_in(visit, packs);
  if (!pack) return ui::show_refusal(visit, no_pack());
  const auto card = progress_card(visit, *pack);
  if (visit.is_partial()) return ui::show_fragment(card);
  const auto year = visit.scope.years().words(pack->order.academic_year);
  return ui::show(
      visit, {.title = "All headline pages " + year,
              .section = ui::Section::departments,
              .content = html::render<
                  R"(<p class="crumbs"><a href="{}">Headline pages {}</a></p><h1>All pages together</h1>)"
                  R"(<p class="mv-b">You can leave this page: the pack goes on.</p>{})">(
                  Url("/headlines/" + std::to_string(pack->order.academic_year)), year, card)});
}

http::Response download_pack_pdf(const ui::Visit& visit, PackMaker& packs) {
  const auto pack = pack_in(visit, packs);
  if (!pack) return ui::show_refusal(visit, no_pack());
  if (!pack->files) return http::see_other(address_of(visit));  // it is made again
  return file("application/pdf", pack->files->pdf, visit.scope.years().words(pack->order.academic_year),
              ".pdf");
}

http::Response download_pack_zip(const ui::Visit& visit, PackMaker& packs) {
  const auto pack = pack_in(visit, packs);
  if (!pack) return ui::show_refusal(visit, no_pack());
  if (!pack->files) return http::see_other(address_of(visit));  // it is made again
  return file("application/zip", pack->files->zip, visit.scope.years().words(pack->order.academic_year),
              ".zip");
}

}  // namespace rapport::headlines
