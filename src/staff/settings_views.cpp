// The settings pages as HTML.
#include "staff/settings_views.hpp"

#include "ui/parts.hpp"

namespace rapport::staff {
namespace {

using html::Html;
using html::Url;

void put_preferences(html::Writer& out, const ui::Visit& visit) {
  out.put<
      R"(<section class="card stack" aria-labelledby="mine-h"><h2 id="mine-h">How it looks and listens</h2>)"
      R"(<form class="form" method="post" action="/settings/colours">{})">(ui::csrf_field(visit));
  out.add(ui::radios({.name = "colours",
                      .label = "Colours",
                      .value = visit.colours,
                      .choices = {{"device", "As the device says"}, {"light", "Light"}, {"dark", "Dark"}}}));
  out.put<R"(<p><button class="btn">Keep these colours</button></p></form>)"
          R"(<form class="form" method="post" action="/settings/keys">{})">(ui::csrf_field(visit));
  out.add(ui::field(
      {.name = "single_keys",
       .label = "Single keys, such as C to log",
       .hint = "Turn them off if your keyboard or your voice sets them off by accident. Ctrl K always works.",
       .type = "checkbox",
       .is_checked = visit.has_single_keys}));
  out.put<R"(<p><button class="btn">Keep this choice</button></p></form></section>)">();
}

void put_device(html::Writer& out, const ui::Visit& visit, const SessionEntry& device) {
  const auto& zone = visit.scope.zone;
  const auto today = visit.scope.today;
  out.put<
      R"(<li class="row"><div class="grow"><h3>{}</h3><p class="small muted">Signed in {}, last used {}</p></div>)">(
      device.device, relative_words(zone.local_date(device.started_at), today),
      relative_words(zone.local_date(device.seen_at), today));
  if (device.is_this)
    out.put<R"(<span class="tag green">This one</span></li>)">();
  else
    out.put<
        R"(<form method="post" action="{}">{}<button class="btn s" aria-label="Sign out {}">Sign out</button>)"
        R"(</form></li>)">(Url("/settings/sessions/" + device.handle + "/end"), ui::csrf_field(visit),
                           device.device);
}

void put_access(html::Writer& out, const ui::Visit& visit, const std::vector<SessionEntry>& devices) {
  out.put<
      R"(<section class="card stack" aria-labelledby="devices-h"><div class="sec-h"><h2 id="devices-h">Where you )"
      R"(are signed in</h2><a class="more" href="/settings/password">Change your password</a></div>)"
      R"(<ul class="list tight">)">();
  for (const auto& device : devices) put_device(out, visit, device);
  out.put<
      R"(</ul><div class="row wrap"><form method="post" action="/sign-out">{}<button class="btn">{}Sign out)"
      R"(</button></form><form method="post" action="/sign-out-everywhere">{}<button class="btn quiet">Sign out )"
      R"(everywhere</button></form></div></section>)">(ui::csrf_field(visit), ui::icon("logout"),
                                                       ui::csrf_field(visit));
}

void put_menu_entry(html::Writer& out, const MenuEntry& entry) {
  out.put<
      R"(<li class="row">{}<div class="grow"><h3><a href="{}">{}</a></h3><p class="small muted">{}</p></div></li>)">(
      ui::icon(entry.icon), Url(entry.address), entry.words, entry.hint);
}

void put_library(html::Writer& out, std::span<const MenuEntry> library) {
  if (library.empty()) return;
  out.put<
      R"(<section class="card" aria-labelledby="library-h"><h2 id="library-h" class="gap-b">The library</h2>)"
      R"(<ul class="list tight">)">();
  for (const auto& entry : library) put_menu_entry(out, entry);
  out.put<"</ul></section>">();
}

}  // namespace

Html settings_view(const ui::Visit& visit, const std::vector<SessionEntry>& devices,
                   std::span<const MenuEntry> library) {
  html::Writer out;
  out.put<R"(<h1 class="mv-b">Settings</h1><div class="two"><div class="stack">)">();
  put_preferences(out, visit);
  out.put<R"(</div><div class="stack">)">();
  put_access(out, visit, devices);
  put_library(out, library);
  out.put<"</div></div>">();
  return std::move(out).finish();
}

Html password_view(const ui::Visit& visit, const std::vector<Fault>& faults) {
  html::Writer out;
  out.put<
      R"(<p class="crumbs"><a href="/settings">Settings</a></p><h1 class="mv-b">Change your password</h1>)">();
  out.add(ui::error_summary(faults));
  out.put<R"(<form class="form" method="post" action="/settings/password" novalidate data-once>{})">(
      ui::csrf_field(visit));
  const auto put = [&](std::string name, std::string label, std::string hint, std::string autocomplete) {
    out.add(ui::field({.name = std::move(name),
                       .label = std::move(label),
                       .hint = std::move(hint),
                       .type = "password",
                       .autocomplete = std::move(autocomplete),
                       .is_required = true},
                      faults));
  };
  put("current", "Your password now", "", "current-password");
  put("password", "New password", "At least 12 characters. A few words in a row do well; pasting is fine.",
      "new-password");
  put("again", "The new one again", "", "new-password");
  out.put<
      R"(<p class="hint">Your other devices are signed out.</p>)"
      R"(<div class="form-foot"><button class="btn primary">Change it</button><a href="/settings">Leave it</a>)"
      R"(</div></form>)">();
  return std::move(out).finish();
}

}  // namespace rapport::staff
