// Draws the card "Who kept it going".
#include "bumps/credit_views.hpp"

#include <algorithm>
#include <cmath>

#include "bumps/chain_views.hpp"
#include "ui/parts.hpp"

namespace rapport {
namespace {

using html::Html;
using html::Url;

/// What the parts of a card are drawn from.
struct Drawing {
  const Chain& chain;
  const Directory& directory;
  const ChainReader& reader;
};

Html step_link(const Drawing& drawing, Id<Interaction> id) {
  const auto& steps = drawing.chain.steps;
  const auto found = std::ranges::find(steps, id, &ChainStep::id);
  if (found == steps.end() || !found->is_open()) return html::render<"another step">();
  const auto place = static_cast<std::size_t>(found - steps.begin());
  return html::render<R"(<a href="{}">{}</a>, {})">(Url(step_address(drawing.chain, place)),
                                                    heading_of(*found, drawing.directory, drawing.reader),
                                                    short_date_of(*found, drawing.reader.today));
}

void put_part(html::Writer& out, const Drawing& drawing, const CreditPart& part) {
  out.put<R"(<li><b class="num">{}</b> <span>{})">(figure(part.amount), step_link(drawing, part.step));
  if (part.step != part.outcome) out.put<", towards {}">(step_link(drawing, part.outcome));
  out.put<"</span></li>">();
}

void put_parts(html::Writer& out, const Drawing& drawing, const CreditShare& share) {
  out.put<
      R"(<details class="opens"><summary><span class="serif num">{}</span> <span class="micro muted">credit, from )"
      R"(these steps</span></summary><ul class="parts">)">(figure(share.amount));
  for (const auto& part : share.parts) put_part(out, drawing, part);
  out.put<"</ul></details>">();
}

void put_colleague(html::Writer& out, const Drawing& drawing, const ChainColleague& colleague,
                   const std::vector<CreditShare>& shares) {
  const auto name = drawing.directory.staff.full_name(colleague.staff);
  out.put<R"(<li class="row top-a">{}<div class="grow"><h3>{}</h3><p class="micro muted">{}</p>)">(
      ui::avatar(name), name, part_words(colleague));
  const auto share = std::ranges::find(shares, colleague.staff, &CreditShare::staff);
  if (share != shares.end() && !share->parts.empty()) put_parts(out, drawing, *share);
  out.put<"</div></li>">();
}

bool has_figures(const std::vector<CreditShare>& shares) {
  return std::ranges::any_of(shares, [](const CreditShare& share) { return !share.parts.empty(); });
}

}  // namespace

std::string figure(double amount) {
  const auto hundredths = std::llround(amount * 100);
  auto text = std::to_string(hundredths / 100);
  if (hundredths % 100 == 0) return text;
  text += "." + std::to_string(100 + hundredths % 100).substr(1);
  if (text.back() == '0') text.pop_back();
  return text;
}

Html credit_card(const Chain& chain, const std::vector<CreditShare>& shares, const Directory& directory,
                 const ChainReader& reader) {
  const auto colleagues = colleagues_of(chain);
  if (colleagues.empty()) return {};
  html::Writer out;
  out.put<
      R"(<section class="card" aria-labelledby="h-who"><h2 id="h-who" class="gap-b">Who kept it going</h2>)"
      R"(<ul class="stack-s">)">();
  for (const auto& colleague : colleagues) put_colleague(out, {chain, directory, reader}, colleague, shares);
  out.put<"</ul>">();
  if (!has_figures(shares))
    out.put<
        R"(<p class="small soft gap-t">Credit comes with the first outcome, such as a teaching session.</p>)">();
  out.put<
      R"(<details class="table gap-t"><summary>How the figures are made</summary><p class="small soft">{}</p>)"
      R"(</details></section>)">(credit_words);
  return std::move(out).finish();
}

}  // namespace rapport
