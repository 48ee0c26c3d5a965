// What somebody who is not signed in sees.
#include "staff/sign_in_views.hpp"

#include "ui/parts.hpp"

namespace rapport::staff {
namespace {

using html::Html;
using html::Url;

constexpr std::string_view password_hint =
    "At least 12 characters. A few words in a row do well; pasting is fine.";

void put_new_password(html::Writer& out, const std::vector<Fault>& faults) {
  out.add(ui::field({.name = "password",
                     .label = "New password",
                     .hint = std::string(password_hint),
                     .type = "password",
                     .autocomplete = "new-password",
                     .is_required = true},
                    faults));
  out.add(ui::field({.name = "again",
                     .label = "The same again",
                     .type = "password",
                     .autocomplete = "new-password",
                     .is_required = true},
                    faults));
}

}  // namespace

Html sign_in_view(const SignInForm& form, const std::vector<Fault>& faults) {
  html::Writer out;
  if (!form.message.empty()) out.put<R"(<p class="flash blue" role="status">{}</p>)">(form.message);
  out.add(ui::error_summary(faults));
  out.put<R"(<section class="card" aria-labelledby="sign-in-h"><h1 id="sign-in-h">Sign in</h1>)"
          R"(<form class="form" method="post" action="/sign-in" novalidate data-once>)"
          R"(<input type="hidden" name="next" value="{}">)">(form.next);
  out.add(ui::field({.name = "username",
                     .label = "Username",
                     .value = std::string(form.username),
                     .autocomplete = "username",
                     .is_required = true},
                    faults));
  out.add(ui::field({.name = "password",
                     .label = "Password",
                     .type = "password",
                     .autocomplete = "current-password",
                     .is_required = true},
                    faults));
  out.put<
      R"(<button class="btn primary">Sign in</button></form></section>)"
      R"(<p class="small muted">Forgotten it? An administrator at your library makes a new link for you.</p>)">();
  return std::move(out).finish();
}

Html password_link_view(std::string_view action, std::string_view username,
                        const std::vector<Fault>& faults) {
  html::Writer out;
  out.add(ui::error_summary(faults));
  out.put<R"(<section class="card" aria-labelledby="password-h"><h1 id="password-h">Choose a password</h1>)"
          R"(<form class="form" method="post" action="{}" novalidate data-once>)"
          R"(<div class="field"><label for="username">Your username</label>)"
          R"(<input type="text" id="username" value="{}" autocomplete="username" readonly></div>)">(
      Url(action), username);
  put_new_password(out, faults);
  out.put<R"(<button class="btn primary">Keep this password</button></form></section>)">();
  return std::move(out).finish();
}

Html welcome_view(std::string_view action, const SetUpDraft& draft, const std::vector<Fault>& faults) {
  const auto& administrator = draft.administrator;
  html::Writer out;
  out.add(ui::error_summary(faults));
  out.put<R"(<section class="card" aria-labelledby="welcome-h"><h1 id="welcome-h">Welcome to Rapport</h1>)"
          R"(<p class="soft mv-b">Two things first: which university this is, and who looks after it.</p>)"
          R"(<form class="form" method="post" action="{}" novalidate data-once data-keep>)">(Url(action));
  out.add(ui::field({.name = "institution_name",
                     .label = "University",
                     .value = draft.institution_name,
                     .autocomplete = "organization",
                     .is_required = true},
                    faults));
  out.add(ui::field({.name = "zone",
                     .label = "Time zone",
                     .value = draft.zone,
                     .hint = "Days begin and end in this zone, for example Europe/London.",
                     .is_required = true},
                    faults));
  out.add(ui::field({.name = "full_name",
                     .label = "Your name",
                     .value = administrator.full_name,
                     .autocomplete = "name",
                     .is_required = true},
                    faults));
  out.add(ui::field({.name = "email",
                     .label = "Your email",
                     .value = administrator.email,
                     .type = "email",
                     .autocomplete = "email",
                     .is_required = true},
                    faults));
  out.add(ui::field({.name = "username",
                     .label = "Username",
                     .value = administrator.username,
                     .hint = "What you will sign in as. You will be an administrator.",
                     .autocomplete = "username",
                     .is_required = true},
                    faults));
  put_new_password(out, faults);
  out.put<R"(<button class="btn primary">Begin</button></form></section>)">();
  return std::move(out).finish();
}

Html dead_link_view(std::string_view words) {
  return html::render<R"(<section class="card"><h1>This link no longer works</h1><p>{}</p>)"
                      R"(<p class="gap-t"><a href="/sign-in">Sign in</a></p></section>)">(words);
}

}  // namespace rapport::staff
