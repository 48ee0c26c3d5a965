// Draws the card "Who kept it going".
#include "bumps/credit_views.hpp"

#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "interactions/interaction_headline.hpp"
#include "ui/parts.hpp"

namespace rapport::bumps {
namespace {

using html::Html;
using html::Url;

const Interaction* find(std::span<const Interaction> steps, Id<Interaction> id) {
  const auto found = std::ranges::find(steps, id, &Interaction::id);
  return found == steps.end() ? nullptr : &*found;
}

Html step_link(const CreditCard& card, const Directory& directory, Id<Interaction> id) {
  const auto* step = find(card.steps, id);
  if (step == nullptr) return html::render<"another step">();
  return html::render<R"(<a href="{}">{}</a>, {})">(Url("/conversations/" + std::to_string(id.value)),
                                                    headline_of(*step, directory, {.today = card.today}),
                                                    short_words(step->happened_on, card.today));
}

void put_part(html::Writer& out, const CreditCard& card, const Directory& directory, const CreditPart& part) {
  out.put<R"(<li><b class="num">{}</b> <span>{})">(figure(part.amount),
                                                   step_link(card, directory, part.step));
  if (part.step != part.outcome) out.put<", towards {}">(step_link(card, directory, part.outcome));
  out.put<"</span></li>">();
}

/// "Started it, and two more steps", "Five steps".
std::string role_words(const CreditCard& card, Id<Staff> staff, bool is_first) {
  const auto own = std::ranges::count_if(
      card.steps, [&](const Interaction& step) { return std::ranges::count(step.staff, staff) > 0; });
  if (!is_first) return count_words(own, "step", "steps");
  return own < 2 ? "Started it" : "Started it, " + count_words(own, "step", "steps");
}

void put_share(html::Writer& out, const CreditCard& card, const Directory& directory,
               const CreditShare& share, bool is_first) {
  const auto name = directory.staff.full_name(share.staff);
  out.put<R"(<li class="row top">{}<div class="grow"><h3>{}</h3><p class="micro muted">{}</p>)">(
      ui::avatar(name), name, role_words(card, share.staff, is_first));
  if (share.parts.empty()) {
    out.put<"</div></li>">();
    return;
  }
  out.put<
      R"(<details class="opens"><summary><span class="serif num cnt">{}</span> <span class="vh">credit, </span>)"
      R"(<span class="micro muted">from these steps</span></summary><ul class="parts">)">(
      figure(share.amount));
  for (const auto& part : share.parts) put_part(out, card, directory, part);
  out.put<"</ul></details></div></li>">();
}

bool has_figures(std::span<const CreditShare> shares) {
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

Html credit_card(const CreditCard& card, const Directory& directory) {
  html::Writer out;
  out.put<
      R"(<section class="card" aria-labelledby="credit-h"><h2 id="credit-h" class="gap-b">Who kept it going</h2>)"
      R"(<ul class="list">)">();
  bool is_first = true;
  for (const auto& share : card.shares) {
    put_share(out, card, directory, share, is_first);
    is_first = false;
  }
  out.put<"</ul>">();
  if (!has_figures(card.shares))
    out.put<
        R"(<p class="small soft gap-t">Credit comes with the first outcome, such as a teaching session.</p>)">();
  out.put<
      R"(<details class="table gap-t"><summary>How the figures are made</summary><p class="small soft">{}</p>)"
      R"(</details></section>)">(credit_words);
  return std::move(out).finish();
}

}  // namespace rapport::bumps
