// The table of contents.
#include "app/routes.hpp"

#include "app/application.hpp"
#include "app/erasure_owners.hpp"
#include "app/help_pages.hpp"
#include "app/offline_pages.hpp"
#include "app/service_pages.hpp"
#include "bumps/board_pages.hpp"
#include "bumps/board_settings_pages.hpp"
#include "bumps/bump_pages.hpp"
#include "bumps/chain_pages.hpp"
#include "bumps/story_pages.hpp"
#include "bumps/thanks_pages.hpp"
#include "bumps/wall.hpp"
#include "bumps/wall_views.hpp"
#include "exchange/export_pages.hpp"
#include "exchange/import_pages.hpp"
#include "governance/erasure_pages.hpp"
#include "governance/view_pages.hpp"
#include "headlines/headline_pages.hpp"
#include "headlines/headlines.hpp"
#include "headlines/pack_pages.hpp"
#include "interactions/capture_pages.hpp"
#include "interactions/conversation_pages.hpp"
#include "interactions/kind_pages.hpp"
#include "interactions/promise_pages.hpp"
#include "measures/measure_pages.hpp"
#include "measures/measure_settings_pages.hpp"
#include "organisation/calendar_pages.hpp"
#include "organisation/organisation_pages.hpp"
#include "organisation/year_start_pages.hpp"
#include "people/merging_pages.hpp"
#include "people/people_pages.hpp"
#include "plans/action_plan_pages.hpp"
#include "plans/meeting_pages.hpp"
#include "plans/plan_share_pages.hpp"
#include "plans/plan_template_pages.hpp"
#include "plans/round_pages.hpp"
#include "profiles/department_pages.hpp"
#include "profiles/hand_over_brief_pages.hpp"
#include "profiles/person_pages.hpp"
#include "profiles/today_pages.hpp"
#include "profiles/topic_pages.hpp"
#include "relationships/champion_list_pages.hpp"
#include "relationships/champion_pages.hpp"
#include "relationships/engagement_pages.hpp"
#include "relationships/hand_over_pages.hpp"
#include "relationships/ladder_pages.hpp"
#include "relationships/level_list.hpp"
#include "relationships/move_pages.hpp"
#include "relationships/movement_pages.hpp"
#include "relationships/plan_pages.hpp"
#include "relationships/quiet_lines.hpp"
#include "relationships/quiet_pages.hpp"
#include "relationships/relationship_pages.hpp"
#include "relationships/scale_pages.hpp"
#include "relationships/suggested_move_pages.hpp"
#include "relationships/workshop_pages.hpp"
#include "reports/coverage_pages.hpp"
#include "reports/overview_pages.hpp"
#include "reports/team_pages.hpp"
#include "reports/year_review_pages.hpp"
#include "reports/year_uses.hpp"
#include "search/find_pages.hpp"
#include "staff/portfolio_pages.hpp"
#include "staff/settings_pages.hpp"
#include "staff/sign_in_pages.hpp"
#include "staff/staff_pages.hpp"

namespace rapport::app {
namespace {

using enum http::Method;
constexpr auto all_staff = Permission::staff();
constexpr auto writers = Permission::writers();
constexpr auto leaders = Permission::leaders();
constexpr auto administrators = Permission::administrators();

/// A page that needs the visit and the names.
template <auto page>
http::Response with_names(Application&, ui::Visit& visit, const Directory& directory) {
  return page(visit, directory);
}
/// A page about one person: that somebody looked is noted.
template <auto page, governance::Looked looked>
http::Response noted(Application& application, ui::Visit& visit, const Directory& directory) {
  auto response = page(visit, directory);
  const auto* person = directory.people.find_slug(visit.request.parameter("person"));
  if (person != nullptr && (response.status == 200 || response.status == 304))
    application.note_view(visit.scope, person->id, looked);
  return response;
}
/// A person's page, or what stands there of somebody erased.
http::Response show_person(Application& application, ui::Visit& visit, const Directory& directory) {
  if (auto gone = erasures::show_erased(visit, directory, visit.request.parameter("person")))
    return std::move(*gone);
  return noted<profiles::show_person, governance::Looked::page>(application, visit, directory);
}
http::Response create_erasure_confirmation(Application& application, ui::Visit& visit,
                                           const Directory& directory) {
  auto response = erasures::create_confirmation(visit, directory, erasure_owners);
  if (response.status == 303) application.note_erasure(visit.scope);
  return response;
}
/// A page that needs the visit alone.
template <auto page>
http::Response alone(Application&, ui::Visit& visit, const Directory&) {
  return page(visit);
}
/// A page that needs the sign-in desk.
template <auto page>
http::Response at_desk(Application& application, ui::Visit& visit, const Directory&) {
  return page(visit, application.desk());
}
/// A page for somebody who is not signed in.
template <auto page>
http::Response as_guest(Application& application, http::Request& request) {
  const auto scope = application.nobodys_scope();
  staff::Guest guest{request, *scope, application.home()->institution.name};
  if constexpr (requires { page(guest, application.desk()); })
    return page(guest, application.desk());
  else
    return page(guest);
}

/// A page that needs the drafts of headline sheets that were made.
template <auto page>
http::Response with_drafts(Application& application, ui::Visit& visit, const Directory& directory) {
  return page(visit, directory, application.drafts());
}

/// A page that needs the packs of headline sheets.
template <auto page>
http::Response with_packs(Application& application, ui::Visit& visit, const Directory&) {
  return page(visit, application.packs());
}

/// A page that needs the departments.
template <auto page>
http::Response with_units(Application&, ui::Visit& visit, const Directory& directory) {
  return page(visit, directory.org);
}

/// A page that needs the departments and the colleagues.
template <auto page>
http::Response with_keepers(Application&, ui::Visit& visit, const Directory& directory) {
  return page(visit, directory.org, directory.staff);
}

// What bumps add to pages of interactions, which know no bumps.
constexpr interactions::BumpsOfLine bumps_of_line{bumps::link_line, bumps::line_section};
http::Response show_conversation(Application&, ui::Visit& visit, const Directory& directory) {
  return interactions::show_conversation(visit, directory, bumps::conversation_section);
}
http::Response create_capture(Application&, ui::Visit& visit, const Directory& directory) {
  return interactions::create_capture(visit, directory, bumps_of_line);
}
http::Response show_saved_capture(Application&, ui::Visit& visit, const Directory& directory) {
  return interactions::show_saved_capture(visit, directory, bumps_of_line);
}

// What stands on a card of the ladder beside the level: a silence, the next step, what may have moved, or
// being a champion; the first that knows somebody is shown.
http::Response show_ladder(Application&, ui::Visit& visit, const Directory& directory) {
  static constexpr ladder::CardSource sources[] = {quiet::ladder_lines, plans::ladder_lines,
                                                   relationships::suggestion_lines, champions::ladder_lines};
  return ladder::show_ladder(visit, directory, sources);
}

// What later chapters have of academic years.
template <auto page>
http::Response with_years(Application&, ui::Visit& visit, const Directory& directory) {
  return page(visit,
              {.in_use = {.held = reports::years_hold, .notes = reports::year_notes},
               .full_name = [&](Id<Staff> staff) { return std::string(directory.staff.full_name(staff)); }});
}

http::Response create_hand_over(Application&, ui::Visit& visit, const Directory& directory) {
  return hand_overs::create_hand_over(visit, directory, hand_overs::champion_words);
}

http::Response show_department_briefs(Application& application, ui::Visit& visit,
                                      const Directory& directory) {
  return profiles::show_department_briefs(visit, directory, [&](Id<Person> person) {
    application.note_view(visit.scope, person, governance::Looked::brief);
  });
}

http::Response show_workshop_plans(Application& application, ui::Visit& visit, const Directory& directory) {
  return workshops::show_plans(visit, directory, [&](Id<Person> person) {
    application.note_view(visit.scope, person, governance::Looked::page);
  });
}

/// Departments with a headline sheet that was frozen.
std::vector<Id<OrgUnit>> frozen_sheets(Scope& scope, const Directory& directory, int academic_year) {
  std::vector<Id<OrgUnit>> units;
  for (const auto& line : headlines::of_year(scope, directory, academic_year))
    if (line.row && line.row->frozen_number) units.push_back(line.unit->id);
  return units;
}
http::Response show_round(Application&, ui::Visit& visit, const Directory& directory) {
  return rounds::show_round(visit, directory, frozen_sheets);
}

/// Cards of Today that other chapters draw, one below the other.
html::Html today_sections(const ui::Visit& visit, const Directory& directory) {
  html::Writer out;
  out.add(plans::today_section(visit, directory));
  out.add(plan_shares::today_section(visit, directory));
  out.add(action_plans::today_section(visit, directory));
  out.add(champions::today_section(visit, directory));
  out.add(erasures::today_section(visit, directory));
  out.add(reports::starters_section(visit, directory));
  return std::move(out).finish();
}
http::Response show_today(Application&, ui::Visit& visit, const Directory& directory) {
  return profiles::show_today(visit, directory, today_sections);
}

http::Response show_settings(Application& application, ui::Visit& visit, const Directory&) {
  // The phone's bar has five places: what has none there is under More, which is this page.
  static constexpr staff::MenuEntry entries[] = {
      {"/departments", "building-arch", "Departments", "Faculties, schools and who looks after them"},
      {"/relationships", "stairs-up", "Relationships", "Who stands where, and who moved this term"},
      {"/plans", "clipboard-list", "Action plans",
       "What each department and the library agreed on this year"},
      {"/team", "users-group", "Team", "What moved, what is due, and how far we reach"},
      {"/portfolios", "users-group", "Portfolios",
       "Who looks after which department, past, present and ahead"},
      {"/champions", "award", "Champions", "Who speaks for the library, by department, and the gaps"},
      {"/settings/levels", "stairs-up", "Levels", "What relationships are called, and what they mean"},
      {"/settings/board", "ripple", "The board", "Who is on it, team goals, places, office screens"},
      {"/reports/engagement", "presentation", "Where the library talks",
       "Conversations by faculty, department and month"},
      {"/reports/coverage", "eye", "Coverage", "Whom we have met, and where nobody has: by department"},
      {"/reports/year", "presentation", "The year in review",
       "Every department’s figures on one page, five years of them"},
      {"/headlines", "news", "Headline pages", "One page of each department and year, for its head"},
      {"/measures", "presentation", "Measures", "What the figures of departments mean, and the figures"},
      {"/settings/plan-templates", "clipboard-list", "Plan templates", "What an action plan may start from"},
      {"/settings/engagement", "user-heart", "Engagement",
       "How a relationship’s card is worked out, and its weights"},
      {"/settings/calendar", "calendar", "Academic calendar",
       "Terms, vacations, exam and welcome weeks; when years begin"},
      {"/privacy", "lock", "Privacy", "People who ask to be erased, and what became of it"},
      {"/settings/staff", "users-group", "Staff and teams",
       "Accounts, teams and who looks after which department"},
      {"/settings/kinds", "message-circle", "Kinds of conversation",
       "Their names, the words of the line, what counts as an outcome"},
      {"/import", "upload", "Import", "People, departments and conversations from a spreadsheet"},
      {"/export", "download", "Export", "Everything, as CSV and JSON in one file"},
      {"/privacy/views", "users", "Who looked", "Which colleague opened whose page or brief, by day"}};
  constexpr std::size_t for_everybody = 14;
  const std::span<const staff::MenuEntry> all(entries);
  const auto& viewer = visit.scope.viewer;
  const auto shown =
      viewer.is(Role::administrator) ? all.size() : for_everybody + (viewer.is(Role::leader) ? 2 : 0);
  return staff::show_settings(visit, application.desk(), all.first(shown));
}

http::Response create_wall(Application& application, ui::Visit& visit, const Directory& directory) {
  return bumps::create_wall(visit, directory, application.config().public_url);
}
/// One moment for the whole screen, as for a page.
http::Response show_wall(Application& application, http::Request& request) {
  if (!application.allows_wall(request)) return application.failure(request, 429);
  std::optional<http::Response> screen;
  application.database().read_with([&](db::Reader& snapshot) {
    const auto scope = application.nobodys_scope();
    scope->read_through(snapshot);
    const auto directory = application.directories().current(*scope);
    const auto board = bumps::read_wall(*scope, *directory, request.parameter("token"));
    screen = board ? bumps::wall_page(*board, *directory) : application.failure(request, 404);
  });
  return std::move(*screen);
}

http::Response create_plan_link(Application& application, ui::Visit& visit, const Directory& directory) {
  return plan_shares::create_link(visit, directory, application.config().public_url);
}
/// One moment for the whole page, as for somebody signed in.
http::Response show_shared(Application& application, http::Request& request) {
  const auto name = application.home()->institution.name;
  if (!application.allows_shared(request)) return plan_shares::too_many(name);
  std::optional<http::Response> page;
  application.database().read_with([&](db::Reader& snapshot) {
    const auto scope = application.nobodys_scope();
    scope->read_through(snapshot);
    const auto directory = application.directories().current(*scope);
    page = plan_shares::show_shared(*scope, *directory, request, name, headlines::frozen_sheet);
  });
  return std::move(*page);
}
http::Response answer_shared(Application& application, http::Request& request) {
  const auto name = application.home()->institution.name;
  if (!application.allows_shared(request)) return plan_shares::too_many(name);
  const auto scope = application.nobodys_scope();
  const auto directory = application.directories().current(*scope);
  return plan_shares::answer_shared(*scope, *directory, request, name, headlines::frozen_sheet);
}

http::Response show_people(Application&, ui::Visit& visit, const Directory& directory) {
  auto part = relationships::levels_for_list(visit.scope, directory);
  if (hand_overs::may_hand_over(visit.scope.viewer))
    part.act = {
        .label = "Hand over to…",
        .hint = "Tick people first: who looks after them, their departments and promises are filled in.",
        .address = "/hand-overs/new"};
  return people::show_people(visit, directory.people, directory.org, directory.staff, part);
}
/// A page that needs the names of people and the departments.
template <auto page>
http::Response with_people(Application&, ui::Visit& visit, const Directory& directory) {
  return page(visit, directory.people, directory.org);
}
http::Response show_departments(Application&, ui::Visit& visit, const Directory& directory) {
  return organisation::show_departments(visit, directory.org, directory.people.here_by_unit());
}
http::Response run_import(Application& application, ui::Visit& visit, const Directory& directory) {
  return exchange::create_run(visit, directory, application.imports());
}

// clang-format off
constexpr Route table[] = {
    {get,  "/",                               show_front},
    {get,  "/livez",                          show_liveness},
    {get,  "/readyz",                         show_readiness},
    {get,  "/metrics",                        show_metrics},
    {get,  "/assets/{file}",                  show_asset},
    {get,  "/service-worker.js",              show_service_worker},
    {get,  "/offline",                        show_offline},
    {get,  "/start",                          all_staff, show_start},

    {get,  "/sign-in",                        as_guest<staff::show_sign_in>},
    {post, "/sign-in",                        as_guest<staff::create_session>},
    {get,  "/password/{token}",               as_guest<staff::show_password_link>},
    {post, "/password/{token}",               as_guest<staff::use_password_link>},
    {get,  "/welcome/{token}",                as_guest<staff::show_welcome>},
    {post, "/welcome/{token}",                as_guest<staff::create_library>},
    {post, "/sign-out", all_staff, at_desk<staff::remove_session>},
    {post, "/sign-out-everywhere", all_staff, at_desk<staff::remove_all_sessions>},

    {get,  "/today",                          all_staff, show_today},
    {get,  "/conversations",                  all_staff, with_names<profiles::show_conversations>},
    {get,  "/topics/{topic}",                 all_staff, with_names<profiles::show_topic>},
    {get,  "/conversations/new",              writers, with_names<interactions::new_conversation>},
    {post, "/conversations/new",              writers, with_names<interactions::new_conversation>},
    {post, "/conversations",                  writers, with_names<interactions::create_conversation>},
    {get,  "/conversations/{conversation}",   all_staff, show_conversation},
    {get,  "/conversations/{conversation}/edit", writers, with_names<interactions::edit_conversation>},
    {post, "/conversations/{conversation}/edit", writers, with_names<interactions::update_conversation>},
    {post, "/conversations/{conversation}/withdrawal", writers, with_names<interactions::withdraw_conversation>},
    {post, "/conversations/{conversation}/reinstatement", writers, with_names<interactions::reinstate_conversation>},
    {get,  "/conversations/{conversation}/earlier", writers, with_names<bumps::show_earlier>},
    {get,  "/conversations/{conversation}/later", writers, with_names<bumps::show_later>},
    {post, "/conversations/{conversation}/bumps", writers, with_names<bumps::create_bump>},
    {get,  "/conversations/{conversation}/origins", writers, with_names<bumps::new_origin>},
    {post, "/conversations/{conversation}/origins", writers, with_names<bumps::create_origin>},
    {post, "/origins/{origin}/removal",       writers, with_names<bumps::remove_conversation_origin>},
    {get,  "/bumps/stories",                  all_staff, with_names<bumps::show_stories>},
    {get,  "/bumps/stories/{story}",          all_staff, with_names<bumps::show_story>},
    {get,  "/bumps/stories/{story}/edit",     writers, with_names<bumps::edit_story>},
    {post, "/bumps/stories/{story}/edit",     writers, with_names<bumps::update_story>},
    {post, "/bumps/stories/{story}/withdrawal", writers, with_names<bumps::remove_story>},
    {post, "/bumps/stories/{story}/reinstatement", writers, with_names<bumps::reinstate_story>},
    {get,  "/bumps/{interaction}/story",      writers, with_names<bumps::new_story>},
    {post, "/bumps/{interaction}/story",      writers, with_names<bumps::create_story>},
    {post, "/bumps/{bump}/acceptance",        writers, with_names<bumps::accept_bump>},
    {post, "/bumps/{bump}/declining",         writers, with_names<bumps::decline_bump>},
    {post, "/bumps/{bump}/reopening",         writers, with_names<bumps::reopen_bump>},
    {post, "/bumps/{bump}/removal",           writers, with_names<bumps::remove_bump>},
    {get,  "/bumps/{bump}/thanks",            writers, with_names<bumps::new_thanks>},
    {post, "/bumps/{bump}/thanks",            writers, with_names<bumps::create_thanks>},
    {post, "/thanks/seen",                    all_staff, alone<bumps::mark_thanks_seen>},
    {get,  "/bumps/board",                    all_staff, with_names<bumps::show_board>},
    {get,  "/bumps/board/help/{staff}",       all_staff, with_names<bumps::show_help>},
    {post, "/bumps/board/membership",         writers, alone<bumps::create_membership>},
    {post, "/bumps/board/leaving",            all_staff, alone<bumps::remove_membership>},
    {get,  "/wall/{token}",                   show_wall},
    {get,  "/promises",                       all_staff, with_names<interactions::show_promises>},
    {get,  "/promises/{promise}",             all_staff, with_names<interactions::edit_promise>},
    {post, "/promises/{promise}",             writers, with_names<interactions::update_promise>},
    {post, "/promises/{promise}/kept",        writers, with_names<interactions::tick_promise>},
    {post, "/promises/{promise}/dropped",     writers, with_names<interactions::remove_promise>},

    {get,  "/capture",                        writers, with_names<interactions::show_capture>},
    {post, "/capture",                        writers, create_capture},
    {post, "/capture/preview",                writers, with_names<interactions::preview_capture>},
    {get,  "/capture/saved/{interaction}",    writers, show_saved_capture},
    {post, "/capture/{interaction}/undo",     writers, with_names<interactions::undo_capture>},
    {post, "/capture/{interaction}/names",    writers, with_names<interactions::name_capture>},
    {get,  "/find",                           all_staff, with_names<search::show_find>},

    {get,  "/people",                         all_staff, show_people},
    {get,  "/people/new",                     writers, with_units<people::new_person>},
    {post, "/people/new",                     writers, with_people<people::create_person>},
    {get,  "/people/{person}",                all_staff, show_person},
    {get,  "/people/{person}/brief",          all_staff, noted<profiles::show_brief, governance::Looked::brief>},
    {get,  "/people/{person}/edit",           writers, with_units<people::edit_person>},
    {post, "/people/{person}/edit",           writers, with_units<people::update_person>},
    {post, "/people/{person}/posts",          writers, with_units<people::create_post>},
    {post, "/people/{person}/posts/{post}/ending", writers, with_units<people::end_person_post>},
    {post, "/people/{person}/posts/{post}/main", writers, with_units<people::make_post_main>},
    {post, "/people/{person}/ways",           writers, with_units<people::create_way>},
    {post, "/people/{person}/ways/{way}/review", writers, with_units<people::review_person_way>},
    {post, "/people/{person}/ways/{way}/ending", writers, with_units<people::end_person_way>},
    {post, "/people/{person}/leaving",        writers, with_units<people::mark_person_left>},
    {get,  "/people/{person}/merging",        writers, with_people<people::show_merging>},
    {post, "/people/{person}/merging",        writers, with_people<people::create_merging>},
    {post, "/people/{person}/merging/undo",   writers, with_people<people::remove_merging>},
    {post, "/people/{person}/return",         writers, with_units<people::mark_person_returned>},
    {get,  "/people/{person}/erasure",        leaders, with_names<erasures::new_erasure>},
    {post, "/people/{person}/erasure",        leaders, with_names<erasures::create_erasure>},

    {get,  "/people/{person}/relationship",   all_staff, noted<relationships::show_person_relationship, governance::Looked::page>},
    {get,  "/people/{person}/relationship/move", writers, with_names<relationships::new_move>},
    {post, "/people/{person}/relationship/move", writers, with_names<relationships::create_move>},

    {get,  "/relationships",                  all_staff, show_ladder},
    {post, "/people/{person}/relationship/set-aside", writers, with_names<relationships::set_suggestion_aside>},
    {get,  "/relationships/suggestions",      all_staff, with_names<relationships::show_suggestions>},
    {get,  "/relationships/workshop",         writers, with_names<workshops::show_choice>},
    {get,  "/relationships/workshop/canvas",  writers, with_names<workshops::new_plans>},
    {post, "/relationships/workshop/canvas",  writers, with_names<workshops::create_plans>},
    {get,  "/relationships/workshop/plans",   all_staff, show_workshop_plans},
    {get,  "/relationships/movement",         all_staff, with_names<ladder::show_movement>},
    {get,  "/quiet",                          all_staff, with_names<quiet::show_list>},
    {post, "/quiet/{answer}/undoing",         writers, with_names<quiet::remove_answer>},
    {get,  "/people/{person}/quiet",          all_staff, with_names<quiet::show_person>},
    {post, "/people/{person}/quiet/snoozes",  writers, with_names<quiet::create_snooze>},
    {post, "/people/{person}/quiet/fine",     writers, with_names<quiet::create_fine>},
    {get,  "/people/{person}/engagement",     all_staff, noted<engagement::show_card, governance::Looked::page>},
    {get,  "/departments/{unit}/engagement",  all_staff, with_names<engagement::show_unit>},
    {get,  "/people/{person}/plan",           all_staff, noted<plans::show_plan, governance::Looked::page>},
    {post, "/people/{person}/plan",           writers, with_names<plans::create_plan>},
    {get,  "/champions",                      all_staff, with_names<champions::show_list>},
    {post, "/champions/rule",                 leaders, with_names<champions::update_rule>},
    {post, "/champions/departments/{unit}/set-aside", writers, with_names<champions::set_unit_aside>},
    {post, "/champions/asides/{aside}/removal", writers, with_names<champions::remove_aside>},
    {post, "/champions/ticks/{tick}/removal", writers, with_names<champions::remove_tick>},
    {post, "/champions/{champion}/steps",     writers, with_names<champions::create_step>},
    {get,  "/people/{person}/champion",       all_staff, noted<champions::show_person, governance::Looked::page>},
    {post, "/people/{person}/champion",       writers, with_names<champions::create_nomination>},
    {post, "/people/{person}/champion/ticks", writers, with_names<champions::create_tick>},
    {post, "/people/{person}/champion/thanks", writers, with_names<champions::create_thanks>},
    {post, "/people/{person}/champion/set-aside", writers, with_names<champions::set_suggestion_aside>},
    {get,  "/departments/{unit}/plan",        all_staff, with_names<plans::show_plan>},
    {post, "/departments/{unit}/plan",        writers, with_names<plans::create_plan>},
    {get,  "/plans/{plan}/edit",              writers, with_names<plans::edit_plan>},
    {post, "/plans/{plan}/edit",              writers, with_names<plans::update_plan>},
    {get,  "/plans/{plan}/closing",           writers, with_names<plans::new_closing>},
    {post, "/plans/{plan}/closing",           writers, with_names<plans::create_closing>},
    {post, "/plans/{plan}/asking",            writers, with_names<plans::remove_question>},

    {get,  "/departments/{unit}/plan/{year}", all_staff, with_names<action_plans::show_plan>},
    {post, "/departments/{unit}/plan/{year}", writers, with_names<action_plans::begin_plan>},
    {post, "/departments/{unit}/plan/{year}/items", writers, with_names<action_plans::create_item>},
    {get,  "/plan-items/{item}",              all_staff, with_names<action_plans::show_item>},
    {post, "/plan-items/{item}",              writers, with_names<action_plans::update_item>},
    {post, "/plan-items/{item}/state",        writers, with_names<action_plans::update_state>},
    {post, "/plan-items/{item}/carrying",     writers, with_names<action_plans::create_carrying>},
    {post, "/plan-items/{item}/notes",        writers, with_names<action_plans::create_note>},
    {get,  "/departments/{unit}/plan/{year}/meeting", writers, with_names<meetings::show_meeting>},
    {post, "/departments/{unit}/plan/{year}/meeting", writers, with_names<meetings::create_minutes>},
    {post, "/departments/{unit}/plan/{year}/meeting/preview", writers, with_names<meetings::preview_minutes>},
    {get,  "/departments/{unit}/plan/{year}/sharing", all_staff, with_names<plan_shares::show_sharing>},
    {post, "/departments/{unit}/plan/{year}/sharing", writers, create_plan_link},
    {post, "/plan-links/{link}/revocation",   writers, with_names<plan_shares::revoke_link>},
    {post, "/plan-answers/{answer}/seen",     writers, alone<plan_shares::see_answer>},
    {get,  "/shared/{token}",                 show_shared},
    {post, "/shared/{token}",                 answer_shared},
    {get,  "/plans",                          all_staff, alone<rounds::show_latest>},
    {get,  "/plans/{year}",                   all_staff, show_round},
    {get,  "/plans/{year}/season",            leaders, with_names<rounds::edit_season>},
    {post, "/plans/{year}/season",            leaders, with_names<rounds::update_season>},
    {get,  "/rounds/{entry}",                 all_staff, with_names<rounds::show_entry>},
    {post, "/rounds/{entry}/state",           writers, with_names<rounds::update_state>},
    {post, "/rounds/{entry}/meeting",         writers, with_names<rounds::update_meeting>},
    {get,  "/rounds/{entry}/invitation.ics",  all_staff, with_names<rounds::download_invitation>},

    {get,  "/departments",                    all_staff, show_departments},
    {get,  "/departments/new",                leaders, with_units<organisation::new_department>},
    {post, "/departments/new",                leaders, with_units<organisation::create_department>},
    {get,  "/departments/{unit}",             all_staff, with_names<profiles::show_department>},
    {get,  "/departments/{unit}/measures",    all_staff, with_names<measures::show_latest_sheet>},
    {get,  "/departments/{unit}/measures/{year}", all_staff, with_names<measures::show_sheet>},
    {get,  "/departments/{unit}/measures/{year}/{measure}", all_staff, with_names<measures::show_figure>},
    {post, "/departments/{unit}/measures/{year}/{measure}/removal", leaders, with_names<measures::remove_figure>},
    {get,  "/departments/{unit}/headline",    all_staff, with_names<headlines::show_latest_sheet>},
    {get,  "/departments/{unit}/headline/{year}", all_staff, with_drafts<headlines::show_sheet>},
    {get,  "/departments/{unit}/headline/{year}/sources", all_staff, with_drafts<headlines::show_sources>},
    {get,  "/departments/{unit}/headline/{year}/sources.pdf", all_staff, with_drafts<headlines::download_sources>},
    {get,  "/departments/{unit}/headline/{year}/history", all_staff, with_names<headlines::show_history>},
    {get,  "/departments/{unit}/headline/{year}/edit", writers, with_names<headlines::edit_sheet>},
    {post, "/departments/{unit}/headline/{year}/edit", writers, with_names<headlines::update_sheet>},
    {post, "/departments/{unit}/headline/{year}/freezing", writers, with_names<headlines::create_freezing>},
    {get,  "/departments/{unit}/relationship", all_staff, with_names<relationships::show_unit_relationship>},
    {get,  "/departments/{unit}/relationship/move", writers, with_names<relationships::new_move>},
    {post, "/departments/{unit}/relationship/move", writers, with_names<relationships::create_move>},
    {get,  "/departments/{unit}/edit",        leaders, with_units<organisation::edit_department>},
    {post, "/departments/{unit}/edit",        leaders, with_units<organisation::update_department>},
    {post, "/departments/{unit}/closing",     leaders, with_units<organisation::close_department>},
    {post, "/departments/{unit}/successors",  leaders, with_units<organisation::update_successors>},
    {post, "/departments/{unit}/parts",       leaders, with_units<organisation::update_parts>},
    {post, "/departments/{unit}/opening",     leaders, with_units<organisation::reopen_department>},

    {get,  "/team",                           all_staff, with_names<reports::show_team>},
    {get,  "/team/due",                       all_staff, with_names<reports::show_team_due>},
    {get,  "/portfolios",                     all_staff, with_keepers<staff::show_portfolios>},
    {post, "/portfolios",                     leaders, with_keepers<staff::create_keepers>},
    {get,  "/portfolios/{unit}",              all_staff, with_keepers<staff::show_keepers>},
    {post, "/portfolios/{unit}",              leaders, with_keepers<staff::create_keeper>},
    {post, "/portfolios/{unit}/{portfolio}/ending", leaders, with_keepers<staff::end_keeper>},

    {get,  "/hand-overs",                     all_staff, with_names<hand_overs::show_hand_overs>},
    {get,  "/hand-overs/new",                 leaders, with_names<hand_overs::new_hand_over>},
    {post, "/hand-overs",                     leaders, create_hand_over},
    {get,  "/hand-overs/{hand_over}",         all_staff, with_names<hand_overs::show_hand_over>},
    {get,  "/hand-overs/{hand_over}/brief",   all_staff, with_names<profiles::show_hand_over_briefs>},
    {get,  "/hand-overs/{hand_over}/brief/{unit}", all_staff, show_department_briefs},
    {post, "/hand-overs/{hand_over}/undoing", leaders, with_names<hand_overs::undo_hand_over>},
    {post, "/hand-overs/{hand_over}/introductions/{person}", writers, with_names<hand_overs::tick_introduction>},
    {post, "/hand-overs/{hand_over}/promises", leaders, with_names<hand_overs::move_promises>},

    {get,  "/reports/coverage",               all_staff, with_names<reports::show_coverage>},
    {get,  "/reports/coverage/{unit}",        all_staff, with_names<reports::show_coverage_of>},
    {get,  "/reports/year",                   all_staff, alone<reports::show_latest_year>},
    {get,  "/reports/year/{year}",            all_staff, with_names<reports::show_year>},
    {get,  "/reports/year/{year}/figures.csv", all_staff, with_names<reports::download_year_csv>},
    {get,  "/reports/year/{year}/figures.xlsx", all_staff, with_names<reports::download_year_workbook>},
    {get,  "/reports/engagement",             all_staff, with_names<reports::show_overview>},
    {get,  "/reports/engagement/{unit}",      all_staff, with_names<reports::show_overview_of>},
    {get,  "/reports/engagement/{unit}/{month}", all_staff, with_names<reports::show_cell>},

    {get,  "/bumps",                          all_staff, with_names<chains::show_bumps>},
    {get,  "/bumps/{interaction}",            all_staff, with_names<chains::show_chain>},
    {get,  "/bumps/{interaction}/picture.png", all_staff, with_names<chains::download_picture>},

    {get,  "/headlines",                      all_staff, alone<headlines::show_latest_year>},
    {get,  "/headlines/{year}",               all_staff, with_names<headlines::show_year>},
    {post, "/headlines/{year}/packs",         all_staff, with_packs<headlines::create_pack>},
    {get,  "/headlines/{year}/packs/{pack}",  all_staff, with_packs<headlines::show_pack>},
    {get,  "/headlines/{year}/packs/{pack}/sheets.pdf", all_staff, with_packs<headlines::download_pack_pdf>},
    {get,  "/headlines/{year}/packs/{pack}/sheets.zip", all_staff, with_packs<headlines::download_pack_zip>},

    {get,  "/measures",                       all_staff, alone<measures::show_measures>},
    {get,  "/measures/{measure}",             all_staff, with_names<measures::show_measure>},

    {get,  "/import",                         administrators, alone<exchange::show_imports>},
    {post, "/import",                         administrators, alone<exchange::create_import>},
    {get,  "/import/{import}",                administrators, with_names<exchange::show_import>},
    {get,  "/import/{import}/columns",        administrators, alone<exchange::edit_columns>},
    {post, "/import/{import}/columns",        administrators, alone<exchange::update_columns>},
    {get,  "/import/{import}/same",           administrators, with_names<exchange::show_pairs>},
    {post, "/import/{import}/same",           administrators, with_names<exchange::answer_pairs>},
    {post, "/import/{import}/run",            administrators, run_import},
    {post, "/import/{import}/undo",           administrators, with_names<exchange::remove_import>},
    {get,  "/import/{import}/faults.csv",     administrators, with_names<exchange::download_faults>},
    {get,  "/export",                         administrators, alone<exchange::show_export>},
    {post, "/export",                         administrators, alone<exchange::create_export>},

    {get,  "/privacy",                        leaders, with_names<erasures::show_privacy>},
    {get,  "/privacy/erasures/{erasure}",     leaders, with_names<erasures::show_erasure>},
    {get,  "/privacy/erasures/{erasure}/confirmation", leaders, with_names<erasures::new_confirmation>},
    {post, "/privacy/erasures/{erasure}/confirmation", leaders, create_erasure_confirmation},
    {post, "/privacy/erasures/{erasure}/refusal", leaders, with_names<erasures::create_refusal>},
    {post, "/privacy/erasures/{erasure}/withdrawal", leaders, with_names<erasures::create_withdrawal>},
    {get,  "/privacy/views",                  administrators, with_names<governance::show_views>},

    {get,  "/settings", all_staff, show_settings},
    {post, "/settings/colours", all_staff, alone<staff::update_colours>},
    {post, "/settings/keys", all_staff, alone<staff::update_keys>},
    {get,  "/settings/password", all_staff, alone<staff::edit_password>},
    {post, "/settings/password", all_staff, at_desk<staff::update_password>},
    {post, "/settings/sessions/{session}/end", all_staff, alone<staff::remove_device>},
    {get,  "/settings/engagement",            all_staff, with_names<engagement::show_rule>},
    {post, "/settings/engagement",            leaders, with_names<engagement::update_rule>},
    {get,  "/settings/board",                 all_staff, with_names<bumps::show_board_settings>},
    {post, "/settings/board/places",          administrators, alone<bumps::update_places>},
    {post, "/settings/board/team",            leaders, with_names<bumps::update_team_board>},
    {post, "/settings/board/walls",           leaders, create_wall},
    {post, "/settings/board/walls/{wall}/revocation", leaders, alone<bumps::remove_wall>},
    {get,  "/settings/calendar",              leaders, with_units<organisation::show_calendars>},
    {get,  "/settings/academic-years",        leaders, with_years<organisation::show_academic_years>},
    {post, "/settings/academic-years",        leaders, with_years<organisation::update_academic_years>},
    {get,  "/settings/calendar/new",          leaders, with_units<organisation::new_calendar>},
    {post, "/settings/calendar/new",          leaders, with_units<organisation::create_calendar>},
    {get,  "/settings/calendar/{calendar}",   leaders, with_units<organisation::edit_calendar>},
    {post, "/settings/calendar/{calendar}",   leaders, with_units<organisation::update_calendar>},
    {get,  "/settings/calendar/{calendar}/{year}", leaders, with_units<organisation::edit_calendar_year>},
    {post, "/settings/calendar/{calendar}/{year}", leaders, with_units<organisation::update_calendar_year>},
    {get,  "/settings/kinds",                 administrators, alone<interactions::show_kinds>},
    {get,  "/settings/kinds/new",             administrators, alone<interactions::new_kind>},
    {post, "/settings/kinds/new",             administrators, alone<interactions::create_kind>},
    {get,  "/settings/kinds/{kind}",          administrators, alone<interactions::edit_kind>},
    {post, "/settings/kinds/{kind}",          administrators, alone<interactions::update_kind>},
    {get,  "/settings/levels",                all_staff, with_names<relationships::show_levels>},
    {post, "/settings/levels/preview",        administrators, with_names<relationships::preview_levels>},
    {post, "/settings/levels",                administrators, with_names<relationships::update_levels>},
    {get,  "/settings/measures",              leaders, alone<measures::show_measure_settings>},
    {get,  "/settings/measures/new",          leaders, alone<measures::new_measure>},
    {post, "/settings/measures/new",          leaders, alone<measures::create_measure>},
    {get,  "/settings/measures/{measure}",    leaders, alone<measures::edit_measure>},
    {post, "/settings/measures/{measure}",    leaders, alone<measures::update_measure>},
    {post, "/settings/measures/{measure}/retirement", leaders, alone<measures::retire_measure>},
    {post, "/settings/measures/{measure}/reinstatement", leaders, alone<measures::reinstate_measure>},
    {get,  "/settings/plan-templates",        all_staff, with_names<plan_templates::show_templates>},
    {get,  "/settings/plan-templates/new",    leaders, alone<plan_templates::new_template>},
    {post, "/settings/plan-templates/new",    leaders, alone<plan_templates::create_template>},
    {get,  "/settings/plan-templates/{template}", leaders, alone<plan_templates::edit_template>},
    {post, "/settings/plan-templates/{template}", leaders, alone<plan_templates::update_template>},
    {post, "/settings/plan-templates/{template}/retirement", leaders, alone<plan_templates::retire_template>},
    {post, "/settings/plan-templates/{template}/reinstatement", leaders, alone<plan_templates::reinstate_template>},
    {get,  "/settings/staff",                 administrators, alone<staff::show_staff>},
    {get,  "/settings/staff/new",             administrators, alone<staff::new_member>},
    {post, "/settings/staff/new",             administrators, alone<staff::create_member>},
    {get,  "/settings/staff/{staff}",         administrators, with_units<staff::edit_member>},
    {post, "/settings/staff/{staff}",         administrators, with_units<staff::update_member>},
    {post, "/settings/staff/{staff}/password-link", administrators, at_desk<staff::create_password_link>},
    {post, "/settings/teams",                 administrators, alone<staff::create_team>},
    {post, "/settings/teams/{team}",          administrators, alone<staff::update_team>},
    {post, "/settings/staff/{staff}/portfolio", administrators, with_units<staff::create_portfolio>},
    {post, "/settings/staff/{staff}/portfolio/{portfolio}/end", administrators, alone<staff::remove_portfolio>},
};
// clang-format on

}  // namespace

std::span<const Route> routes() {
  return table;
}

std::string route_table() {
  std::string text;
  for (const auto& route : routes()) {
    text.append(http::method_name(route.method)).append(" ").append(route.path);
    text.append(" ").append(route.permission.name()).append("\n");
  }
  return text;
}

}  // namespace rapport::app
