// Draws thanks.
#include "bumps/thanks_views.hpp"

#include "bumps/bump_views.hpp"
#include "ui/parts.hpp"

namespace rapport::bumps {
namespace {

using html::Html;
using html::Url;
using html::Writer;

std::string address_of(Id<Bump> bump) {
  return "/bumps/" + std::to_string(bump.value) + "/thanks";
}

}  // namespace

Html thank_links(const Directory& directory, Id<Bump> bump, std::span<const Id<Staff>> colleagues) {
  Writer out;
  for (const auto who : colleagues)
    out.put<R"(<a class="btn s quiet" href="{}">Thank {}</a>)">(
        Url(address_of(bump) + "?to=" + std::to_string(who.value)), directory.staff.given_name(who));
  return std::move(out).finish();
}

Html thanks_offer(const Directory& directory, std::span<const Thankable> offers, Date today) {
  if (offers.empty()) return {};
  Writer out;
  out.put<
      R"(<section class="card no-print" aria-labelledby="h-offer"><h2 id="h-offer" class="gap-b">This led to yours</h2><ul class="stack-s">)">();
  for (const auto& offer : offers)
    out.put<R"(<li><p class="small">{}</p><p class="row wrap">{}</p></li>)">(
        conversation_line(directory, offer.earlier, today),
        thank_links(directory, offer.bump.id, offer.colleagues));
  out.put<"</ul></section>">();
  return std::move(out).finish();
}

Html thank_view(const ui::Visit& visit, const Directory& directory, const ThankForm& form,
                const std::vector<Fault>& faults) {
  const auto today = visit.scope.today;
  const auto& thankable = form.thankable;
  const auto name = directory.staff.given_name(form.to);
  Writer out;
  out.put<R"(<h1 class="mv-b">Thank {}</h1>{}<p>{}<br>led on to {}</p>)">(
      name, ui::error_summary(faults), conversation_line(directory, thankable.earlier, today),
      conversation_line(directory, thankable.later, today));
  out.put<
      R"(<form class="form" method="post" action="{}" novalidate data-once>{}<input type="hidden" name="to" value="{}">)">(
      Url(address_of(thankable.bump.id)), ui::csrf_field(visit), form.to.value);
  out.add(ui::field({.name = "words",
                     .label = "A few words, if you like",
                     .value = form.words,
                     .hint = "They see it once, on Today. Nobody counts thanks.",
                     .type = "textarea",
                     .rows = 3},
                    faults));
  out.put<
      R"(<div class="form-foot"><button class="btn primary">Thank {}</button><a href="{}">Leave it</a></div></form>)">(
      name, Url("/bumps/" + std::to_string(thankable.later.id.value)));
  return std::move(out).finish();
}

Html thanks_card(const ui::Visit& visit, const Directory& directory, std::span<const Thanks> unseen) {
  if (unseen.empty()) return {};
  Writer out;
  out.put<
      R"(<section class="card" aria-labelledby="h-thanks"><h2 id="h-thanks" class="gap-b">Thank you</h2><ul class="list">)">();
  for (const auto& thanks : unseen) {
    out.put<
        R"(<li class="row top-a">{}<div class="grow"><p><b>{}</b> thanks you for passing something on.</p>)">(
        ui::avatar(directory.staff.full_name(thanks.from)), directory.staff.full_name(thanks.from));
    if (!thanks.words.empty()) out.put<R"(<p class="note gap-t">{}</p>)">(thanks.words);
    out.put<"</div></li>">();
  }
  out.put<
      R"(</ul><form method="post" action="/thanks/seen" class="gap-t">{}<input type="hidden" name="up_to" value="{}">)"
      R"(<button class="btn s">Seen</button></form></section>)">(ui::csrf_field(visit),
                                                                 unseen.back().id.value);
  return std::move(out).finish();
}

}  // namespace rapport::bumps
