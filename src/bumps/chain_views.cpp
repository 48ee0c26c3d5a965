// Draws a chain's page: title, totals, picture.
#include "bumps/chain_views.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "ui/assets.hpp"
#include "ui/parts.hpp"

namespace rapport {
namespace {

using html::Url;

/// On a sheet across its labels are 12 px high at this width; what is wider is printed as the list alone.
constexpr int print_width_max = 1100;

ChainReader reader_of(const ui::Visit& visit) {
  return {visit.scope.viewer.staff, visit.scope.today};
}

void put_actions(html::Writer& out, const ChainPage& page) {
  const auto focus = page.chain.steps[page.chain.focus].id;
  out.put<R"(<div class="row wrap">)">();
  out.put<R"(<a class="btn js-only" href="{}" data-copy="Copied">{}Copy link</a>)">(Url(chain_address(focus)),
                                                                                    ui::icon("link"));
  if (page.may_add)
    out.put<R"(<a class="btn primary" href="{}" data-capture-open>{}Add what came next</a>)">(
        Url("/capture?led_on=" + std::to_string(focus.value)), ui::icon("plus"));
  out.put<"</div>">();
}

void put_heading(html::Writer& out, const ui::Visit& visit, const Directory& directory,
                 const ChainPage& page) {
  out.put<
      R"(<p class="crumbs"><a href="/bumps">Bumps</a></p><div class="row between wrap top-a"><div><h1>{}</h1>)"
      R"(<p class="soft lead">{}</p></div>)">(title_of(page.chain, directory),
                                              sentence_of(page.chain, directory, reader_of(visit)));
  put_actions(out, page);
  out.put<"</div>">();
}

void put_totals(html::Writer& out, const Chain& chain, const Directory& directory) {
  const auto totals = totals_of(chain, directory);
  if (totals.empty()) return;
  out.put<R"(<dl class="tally">)">();
  for (const auto& total : totals) out.put<"<div><dd>{}</dd><dt>{}</dt></div>">(total.number, total.words);
  out.put<"</dl>">();
}

void put_drawing(html::Writer& out, const Chain& chain, const ChainPicture& picture) {
  const auto& layout = picture.layout;
  out.put<R"(<div class="chain-scroll{}" role="region" aria-label="The chain" tabindex="0">)"
          R"(<div class="chain-drawing">)"
          R"(<svg class="chain" viewBox="0 0 {} {}" width="{}" height="{}" role="img" aria-label="{}">)">(
      layout.width > print_width_max ? " no-print" : "", layout.width, layout.height, layout.width,
      layout.height, picture.sentence);
  draw_chain(out, picture, ui::asset_addresses().icons);
  out.put<
      R"(</svg><svg class="chain-links" viewBox="0 0 {} {}" role="group" aria-label="Steps in the picture" )"
      R"(data-walk>)">(layout.width, layout.height);
  draw_chain_links(out, picture, [&](std::size_t step) { return step_address(chain, step); });
  out.put<"</svg></div></div>">();
}

bool has_kept_steps(const Chain& chain) {
  return std::ranges::any_of(chain.steps,
                             [](const ChainStep& step) { return step.is_open() && !step.is_for_all; });
}

void put_legend(html::Writer& out, const Chain& chain, const ChainPicture& picture) {
  out.put<R"(<div class="row wrap between legend-row"><ul class="legend">)">();
  for (const auto& entry : legend_of(picture))
    out.put<R"(<li class="{}">{}{}</li>)">(entry.tone, ui::icon(entry.icon), entry.words);
  out.put<R"(</ul><a class="btn s quiet" href="{}" download>{}Save as a picture</a></div>)">(
      Url(chain_address(chain.steps[chain.focus].id) + "/picture.png"), ui::icon("download"));
  if (has_kept_steps(chain))
    out.put<
        R"(<p class="micro muted no-print">Steps that not everybody in the library may read stand in the saved )"
        R"(picture without words.</p>)">();
}

std::string parents_words(const ChainPicture& picture, const DrawnStep& step) {
  std::vector<std::string> names;
  for (const auto parent : step.group.parents) {
    const auto& words = picture.steps[parent].words;
    names.push_back(words.date.empty() ? words.title : words.title + ", " + words.date);
  }
  return join(names, "; ");
}

std::string who_of(const DrawnStep& step, const Chain& chain, const Directory& directory) {
  if (step.group.together != Together::alone) return {};
  return colleagues_words(chain.steps[step.group.steps.front()], directory);
}

void put_table(html::Writer& out, const Chain& chain, const ChainPicture& picture,
               const Directory& directory) {
  out.put<R"(<details class="table gap-t"><summary>Show as a table</summary><div class="chain-table">)"
          R"(<table><thead><tr><th scope="col">When</th><th scope="col">What</th><th scope="col">With</th>)"
          R"(<th scope="col">Who</th><th scope="col">Led on from</th></tr></thead><tbody>)">();
  for (const auto& step : picture.steps)
    out.put<R"(<tr><td>{}</td><th scope="row">{}</th><td>{}</td><td>{}</td><td>{}</td></tr>)">(
        step.words.date, step.words.title, step.words.line, who_of(step, chain, directory),
        parents_words(picture, step));
  out.put<"</tbody></table></div></details>">();
}

void put_cut(html::Writer& out, const Chain& chain) {
  if (!chain.is_cut) return;
  out.put<R"(<p class="note gap-t">This chain has more than {} steps. The earliest of them are here.</p>)">(
      chain.steps.size());
}

}  // namespace

std::string chain_address(Id<Interaction> focus) {
  return "/bumps/" + std::to_string(focus.value);
}

std::string step_address(const Chain& chain, std::size_t step) {
  auto anchor = "#step-" + std::to_string(chain.steps[step].id.value);
  if (chain.steps.size() <= chain_page_size) return anchor;
  return chain_address(chain.steps[chain.focus].id) + "?page=" + std::to_string(step / chain_page_size + 1) +
         anchor;
}

html::Html chain_picture_view(const Chain& chain, const ChainPicture& picture, const Directory& directory) {
  html::Writer out(picture.steps.size() * 700 + 2000);
  out.put<R"(<div class="card chain-card"><h2 class="vh">The chain</h2>)">();
  put_drawing(out, chain, picture);
  put_legend(out, chain, picture);
  put_table(out, chain, picture, directory);
  out.put<"</div>">();
  return std::move(out).finish();
}

html::Html chain_view(const ui::Visit& visit, const Directory& directory, const ChainPage& page) {
  html::Writer out;
  put_heading(out, visit, directory, page);
  put_totals(out, page.chain, directory);
  put_cut(out, page.chain);
  if (page.chain.steps.size() > 1) out.add(chain_picture_view(page.chain, page.picture, directory));
  out.put<R"(<div class="cols chain-cols">)">();
  out.add(chain_steps_view(visit, directory, page));
  out.put<R"(<aside class="stack" aria-label="About this chain">)">();
  out.add(page.credit);
  out.add(page.thanking);
  out.add(page.telling);
  out.put<"</aside></div>">();
  return std::move(out).finish();
}

}  // namespace rapport
