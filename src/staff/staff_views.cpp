// The administrator's pages of accounts and teams as HTML.
#include "staff/staff_views.hpp"

#include <algorithm>
#include <array>

#include "ui/parts.hpp"

namespace rapport::staff {
namespace {

using html::Attribute;
using html::Html;
using html::Url;

constexpr std::array<Role, 4> roles{Role::librarian, Role::leader, Role::director, Role::administrator};

std::string address_of(Id<Staff> id) {
  return "/settings/staff/" + std::to_string(id.value);
}

std::string_view team_name(const std::vector<TeamEntry>& teams, std::optional<Id<Team>> id) {
  if (!id) return "No team";
  const auto found = std::ranges::find(teams, *id, &TeamEntry::id);
  return found == teams.end() ? std::string_view() : std::string_view(found->name);
}

std::string_view state_words(const StaffMember& member) {
  if (!member.is_active) return "Closed";
  return member.has_password ? "Open" : "Waits for a password";
}

std::vector<ui::Choice> role_choices() {
  std::vector<ui::Choice> choices;
  choices.reserve(roles.size());
  for (const auto role : roles) choices.push_back({std::string(code(role)), std::string(words(role))});
  return choices;
}

std::vector<ui::Choice> team_choices(const std::vector<TeamEntry>& teams) {
  std::vector<ui::Choice> choices{{"", "No team"}};
  for (const auto& team : teams) choices.push_back({std::to_string(team.id.value), team.name});
  return choices;
}

void put_member_row(html::Writer& out, const StaffMember& member, const std::vector<TeamEntry>& teams) {
  out.put<
      R"(<tr data-row><th scope="row"><a href="{}">{}</a></th><td data-label="Username">{}</td>)"
      R"(<td data-label="Role">{}</td><td data-label="Team">{}</td><td data-label="Account">{}</td></tr>)">(
      Url(address_of(member.id)), member.full_name, member.username, words(member.role),
      team_name(teams, member.team), state_words(member));
}

void put_teams(html::Writer& out, const ui::Visit& visit, const std::vector<TeamEntry>& teams,
               const std::vector<Fault>& faults) {
  out.put<R"(<section class="card stack" aria-labelledby="teams-h"><h2 id="teams-h">Teams</h2>)">();
  for (const auto& team : teams)
    out.put<
        R"(<form class="form-row" method="post" action="{}">{}<div class="field">)"
        R"(<label for="team-{}">Team</label><input type="text" id="team-{}" name="team_name" value="{}" required>)"
        R"(</div><button class="btn" aria-label="Rename {}">Rename</button></form>)">(
        Url("/settings/teams/" + std::to_string(team.id.value)), ui::csrf_field(visit), team.id.value,
        team.id.value, team.name, team.name);
  out.put<R"(<form class="form-row" method="post" action="/settings/teams" novalidate>{})">(
      ui::csrf_field(visit));
  out.add(ui::field({.name = "team_name", .label = "Another team"}, faults));
  out.put<R"(<button class="btn">Add team</button></form></section>)">();
}

void put_member_fields(html::Writer& out, const MemberForm& form) {
  const auto& draft = form.draft;
  const auto put = [&](const ui::Input& input) { out.add(ui::field(input, form.faults)); };
  put({.name = "full_name",
       .label = "Name",
       .value = draft.full_name,
       .autocomplete = "off",
       .is_required = true});
  put({.name = "given_name",
       .label = "What colleagues call them",
       .value = draft.given_name,
       .hint = "Left empty, the first word of the name.",
       .autocomplete = "off"});
  put({.name = "email",
       .label = "Email",
       .value = draft.email,
       .type = "email",
       .autocomplete = "off",
       .is_required = true});
  put({.name = "username",
       .label = "Username",
       .value = draft.username,
       .hint = "What they sign in as.",
       .autocomplete = "off",
       .is_required = true});
  put({.name = "team",
       .label = "Team",
       .value = draft.team ? std::to_string(draft.team->value) : "",
       .type = "select",
       .choices = team_choices(form.teams)});
  out.add(ui::radios({.name = "role",
                      .label = "Role",
                      .value = draft.role,
                      .hint = "Directors read everything the library may see and change nothing.",
                      .choices = role_choices()},
                     form.faults));
}

/// What the faster change wrote, where it differs from the words typed here.
void put_overtaken(html::Writer& out, const MemberPage& page) {
  const auto& typed = page.form.draft;
  const auto now = draft_of(page.now);
  out.put<
      R"(<div class="errors" role="alert" tabindex="-1"><h2>Somebody changed this while you were writing</h2>)"
      R"(<p>Your words are still below. This is what stands there now:</p><dl class="defs gap-t">)">();
  const auto put = [&](std::string_view label, std::string_view there, std::string_view here) {
    if (there != here) out.put<"<div><dt>{}</dt><dd>{}</dd></div>">(label, there);
  };
  put("Name", now.full_name, typed.full_name);
  put("Called", now.given_name, typed.given_name);
  put("Email", now.email, typed.email);
  put("Username", now.username, typed.username);
  put("Role", words(page.now.role), role_of(typed.role) ? words(*role_of(typed.role)) : std::string_view());
  if (now.team != typed.team) put("Team", team_name(page.form.teams, now.team), "");
  put("Account", now.is_active ? "Open" : "Closed", typed.is_active ? "Open" : "Closed");
  out.put<"</dl></div>">();
}

void put_password_part(html::Writer& out, const ui::Visit& visit, const StaffMember& member) {
  out.put<
      R"(<section class="card" aria-labelledby="link-h"><h2 id="link-h" class="gap-b">Password</h2><p>{}</p>)">(
      member.has_password
          ? "If it is forgotten, make a link. Whoever opens it chooses a new one."
          : "They have none yet. Make a link and hand it over: whoever opens it chooses one.");
  if (member.is_active)
    out.put<
        R"(<form class="gap-t" method="post" action="{}" data-once>{}<button class="btn">{}Make a link</button>)"
        R"(</form>)">(Url(address_of(member.id) + "/password-link"), ui::csrf_field(visit), ui::icon("link"));
  out.put<"</section>">();
}

void put_portfolio_row(html::Writer& out, const ui::Visit& visit, const MemberPage& page,
                       const PortfolioEntry& entry) {
  const auto end = address_of(page.now.id) + "/portfolio/" + std::to_string(entry.id.value) + "/end";
  out.put<
      R"(<li class="row"><div class="grow"><h3>{}</h3><p class="small muted">{}, {} {}</p></div>)"
      R"(<form method="post" action="{}">{}<button class="btn s" aria-label="Hand back {}">Hand back</button></form>)"
      R"(</li>)">(page.units.name(entry.unit), words(entry.part),
                  entry.valid_from > visit.scope.today ? "from" : "since",
                  short_words(entry.valid_from, visit.scope.today), Url(end), ui::csrf_field(visit),
                  page.units.name(entry.unit));
}

void put_portfolio_form(html::Writer& out, const ui::Visit& visit, const MemberPage& page) {
  std::vector<ui::Choice> units{{"", "Choose a department"}};
  for (const auto& unit : page.units.units())
    if (unit.is_open) units.push_back({unit.slug, unit.name});
  out.put<R"(<form class="form gap-t" method="post" action="{}" novalidate>{})">(
      Url(address_of(page.now.id) + "/portfolio"), ui::csrf_field(visit));
  out.add(ui::field({.name = "unit", .label = "Department", .type = "select", .choices = std::move(units)},
                    page.form.faults));
  out.add(ui::field({.name = "part",
                     .label = "Part",
                     .value = "lead",
                     .type = "select",
                     .choices = {{"lead", "Leads"}, {"second", "Seconds"}, {"cover", "Covers"}}},
                    page.form.faults));
  out.add(ui::field({.name = "from", .label = "From", .value = visit.scope.today.iso(), .type = "date"},
                    page.form.faults));
  out.add(ui::field({.name = "reason", .label = "Why"}, page.form.faults));
  out.put<R"(<p><button class="btn">Add</button></p></form>)">();
}

void put_portfolio(html::Writer& out, const ui::Visit& visit, const MemberPage& page) {
  out.put<
      R"(<section class="card" aria-labelledby="portfolio-h"><h2 id="portfolio-h" class="gap-b">Looks after</h2>)">();
  out.put<R"(<p class="small gap-b"><a href="{}">All portfolios, with their history</a></p>)">(
      Url("/portfolios"));
  if (page.portfolio.empty()) out.put<R"(<p class="muted">No department yet.</p>)">();
  out.put<R"(<ul class="list tight">)">();
  for (const auto& entry : page.portfolio) put_portfolio_row(out, visit, page, entry);
  out.put<"</ul>">();
  if (page.now.is_active && !page.units.units().empty()) put_portfolio_form(out, visit, page);
  out.put<"</section>">();
}

constexpr std::string_view crumbs_words = "Staff and teams";

}  // namespace

Html staff_view(const ui::Visit& visit, const std::vector<StaffMember>& members,
                const std::vector<TeamEntry>& teams, const std::vector<Fault>& faults) {
  html::Writer out;
  out.put<R"(<p class="crumbs"><a href="/settings">Settings</a></p>)">();
  out.add(ui::error_summary(faults));
  out.put<
      R"(<div class="row wrap between mv-b"><h1>{}</h1><a class="btn primary" href="/settings/staff/new">{}Add a )"
      R"(colleague</a></div><div class="stack"><section class="card" aria-label="Staff"><div class="table-wrap">)"
      R"(<table class="rows cards"><thead><tr><th scope="col">Name</th><th scope="col">Username</th>)"
      R"(<th scope="col">Role</th><th scope="col">Team</th><th scope="col">Account</th></tr></thead><tbody>)">(
      crumbs_words, ui::icon("user-plus"));
  for (const auto& member : members) put_member_row(out, member, teams);
  out.put<"</tbody></table></div></section>">();
  put_teams(out, visit, teams, faults);
  out.put<"</div>">();
  return std::move(out).finish();
}

Html new_member_view(const ui::Visit& visit, const MemberForm& form) {
  html::Writer out;
  out.put<R"(<p class="crumbs"><a href="/settings/staff">{}</a></p><h1 class="mv-b">Add a colleague</h1>)">(
      crumbs_words);
  out.add(ui::error_summary(form.faults));
  out.put<
      R"(<form class="form" method="post" action="/settings/staff/new" novalidate data-once data-keep>{})">(
      ui::csrf_field(visit));
  put_member_fields(out, form);
  out.put<
      R"(<div class="form-foot"><button class="btn primary">Add</button><a href="/settings/staff">Leave it</a></div>)"
      R"(</form>)">();
  return std::move(out).finish();
}

Html edit_member_view(const ui::Visit& visit, const MemberPage& page) {
  html::Writer out;
  out.put<R"(<p class="crumbs"><a href="/settings/staff">{}</a></p><h1 class="mv-b">{}</h1>)">(
      crumbs_words, page.now.full_name);
  if (page.is_overtaken) put_overtaken(out, page);
  out.add(ui::error_summary(page.form.faults));
  out.put<
      R"(<div class="cols"><form class="form" method="post" action="{}" novalidate data-once data-keep>{})"
      R"(<input type="hidden" name="version" value="{}">)">(Url(address_of(page.now.id)),
                                                            ui::csrf_field(visit), page.now.version);
  put_member_fields(out, page.form);
  out.add(ui::field({.name = "is_active",
                     .label = "The account is open",
                     .hint = "Closed, nobody can sign in with it. Conversations and promises keep the name.",
                     .type = "checkbox",
                     .is_checked = page.form.draft.is_active},
                    page.form.faults));
  out.put<
      R"(<div class="form-foot"><button class="btn primary">Keep this</button><a href="/settings/staff">Leave it)"
      R"(</a></div></form><aside class="stack" aria-label="Password and departments">)">();
  put_password_part(out, visit, page.now);
  put_portfolio(out, visit, page);
  out.put<"</aside></div>">();
  return std::move(out).finish();
}

Html password_link_made_view(const ui::Visit& visit, Id<Staff> staff, const PasswordLink& link,
                             std::string_view address) {
  const auto& zone = visit.scope.zone;
  return html::render<
      R"(<p class="crumbs"><a href="{}">{}</a></p><h1 class="mv-b">A link for {}</h1><div class="form">)"
      R"(<p>Hand it over yourself, by a message or in person. It works once, until {} at {}, and is shown here only )"
      R"(now.</p><div class="field"><label for="link">Link</label><input type="text" id="link" value="{}" readonly>)"
      R"(</div><p><a class="btn" href="{}">Done</a></p></div>)">(
      Url(address_of(staff)), link.full_name, link.full_name,
      long_words(zone.local_date(link.expires_at), visit.scope.today),
      zone.local_time(link.expires_at).words(), address, Url(address_of(staff)));
}

}  // namespace rapport::staff
