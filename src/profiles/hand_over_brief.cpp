// Composes the briefs that go with a hand-over.
#include "profiles/hand_over_brief.hpp"

#include <algorithm>
#include <unordered_set>

#include "base/markdown.hpp"
#include "base/text.hpp"
#include "bumps/chain_words.hpp"
#include "bumps/stories.hpp"
#include "interactions/promise_views.hpp"
#include "interactions/timeline_views.hpp"
#include "organisation/academic_calendar.hpp"
#include "profiles/department.hpp"
#include "profiles/department_store.hpp"
#include "profiles/hand_over_brief_pages.hpp"
#include "profiles/person_views.hpp"
#include "relationships/hand_over_views.hpp"
#include "relationships/relationships.hpp"
#include "ui/page.hpp"
#include "ui/parts.hpp"
#include "ui/route_id.hpp"

namespace rapport::profiles {
namespace {

using hand_overs::HandedOver;
using html::Html;
using html::Url;

constexpr int sheets_at_once = 12;
constexpr std::size_t conversations_shown = 6;
constexpr std::size_t note_characters = 160;
constexpr std::size_t stories_shown = 3;

std::string address_of(const HandOver& hand_over, std::string_view rest = "") {
  return "/hand-overs/" + std::to_string(hand_over.id.value) + "/brief" + std::string(rest);
}

std::optional<Id<Team>> team_of(const Directory& directory, Id<Staff> staff) {
  const auto* member = directory.staff.find(staff);
  return member == nullptr ? std::nullopt : member->team;
}

void put_crumbs(html::Writer& out, const Directory& directory, const HandOver& hand_over, Date today) {
  out.put<R"(<p class="crumbs no-print"><a href="/hand-overs">Hand-overs</a> / <a href="{}">{}</a></p>)">(
      Url("/hand-overs/" + std::to_string(hand_over.id.value)),
      hand_overs::hand_over_sentence(directory, hand_over, today));
}

// The department's sheet ----------------------------------------------------------------------------------

void put_keepers(html::Writer& out, const Directory& directory, const DepartmentProfile& profile,
                 Date today) {
  std::vector<std::string> parts;
  parts.reserve(profile.keepers.size());
  for (const auto& keeper : profile.keepers)
    parts.push_back(std::string(directory.staff.full_name(keeper.staff)) + " (" +
                    with_small_first(staff::words(keeper.part)) + " since " +
                    short_words(keeper.valid_from, today) + ")");
  if (!parts.empty()) out.put<"<p><b>Looked after by</b> {}.</p>">(join_words(parts));
}

void put_plan(html::Writer& out, Scope& scope, const Directory& directory, const DepartmentProfile& profile) {
  const auto all = plans::of(scope, directory, profile.unit->id);
  if (all.empty() || !all.front().plan.is_active()) return;
  const auto& plan = all.front().plan;
  out.put<"<p><b>The plan:</b> {} To be reviewed on {}.</p>">(plan.hope,
                                                              short_words(plan.review_on, scope.today));
}

void put_people(html::Writer& out, const DepartmentProfile& profile, Date today) {
  out.put<R"(<section><h2>People spoken to last</h2><ul class="plain-list">)">();
  const auto& scale = profile.relationship.scales.current();
  for (const auto& row : profile.people)
    if (row.last_on)
      out.put<"<li><b>{}</b>{}, {}, {}</li>">(
          row.person->display_name(), row.post.empty() ? "" : ", " + row.post,
          with_small_first(scale.name(row.standing.level())), relative_words(*row.last_on, today));
  out.put<"</ul></section>">();
}

void put_told(html::Writer& out, Scope& scope, const Directory& directory, const DepartmentProfile& profile) {
  const auto stories =
      bumps::stories(scope, {.org_unit = profile.unit->id, .limit = static_cast<int>(stories_shown)});
  if (profile.chains.empty() && stories.empty()) return;
  out.put<R"(<section><h2>What led to what</h2><ul class="plain-list">)">();
  for (const auto& line : profile.chains)
    out.put<"<li><b>{}.</b> {}</li>">(
        title_of(line.chain, directory),
        sentence_of(line.chain, directory, {.viewer = {}, .today = scope.today, .is_file = true}));
  for (const auto& story : stories) out.put<"<li><b>Told:</b> {}</li>">(story.told.title);
  out.put<"</ul></section>">();
}

void put_latest(html::Writer& out, const Directory& directory, const DepartmentProfile& profile, Date today) {
  out.put<R"(<section><h2>The latest conversations</h2><ol class="brief-story">)">();
  const auto& rows = profile.timeline.interactions;
  for (std::size_t i = 0; i < std::min(rows.size(), conversations_shown); ++i)
    out.put<R"(<li><p class="small muted"><b class="num">{}</b> {}</p><p>{}</p></li>)">(
        short_words(rows[i].happened_on, today), headline_of(rows[i], directory, {.today = today}),
        shorten(markdown_to_plain(rows[i].note), note_characters));
  out.put<"</ol></section>">();
}

Html department_sheet(const ui::Visit& visit, Scope& scope, const Directory& directory,
                      const DepartmentProfile& profile) {
  const auto today = visit.scope.today;
  const auto& distribution = profile.engagement;
  html::Writer out;
  out.put<
      R"(<article class="brief-sheet"><header class="brief-head"><h1>{}</h1><p class="soft">{}.</p><p class="small muted">For {}, {}</p></header><section><h2>Where we stand</h2>)">(
      profile.unit->name, sentence_of(profile), scope.viewer.full_name, long_words(today, today));
  if (const auto coverage = distribution.coverage())
    out.put<"<p><b>Coverage {} %</b>: {} of {} in post at level 2 or above.</p>">(
        *coverage, distribution.in_touch, distribution.people);
  put_keepers(out, directory, profile, today);
  put_plan(out, scope, directory, profile);
  if (profile.promises_ours + profile.promises_theirs > 0)
    out.put<"<p><b>Open promises:</b> {} of ours, {} of theirs.</p>">(profile.promises_ours,
                                                                      profile.promises_theirs);
  out.put<"</section>">();
  put_people(out, profile, today);
  put_told(out, scope, directory, profile);
  put_latest(out, directory, profile, today);
  out.put<R"(<p class="note small">Only what everybody in the library may read.</p></article>)">();
  return std::move(out).finish();
}

// Which people --------------------------------------------------------------------------------------------

struct Candidate {
  const PersonEntry* person = nullptr;
  std::size_t introduced = 0;  ///< the place on the list; beyond its end for others
  int level = 0;
  Date last_on = {};
};

Candidate candidate_of(const HandedOver& told, const PersonEntry& person, int level, Date last_on) {
  const auto found = std::ranges::find(told.introductions, person.id, &HandOverIntroduction::person);
  return {&person, static_cast<std::size_t>(found - told.introductions.begin()), level, last_on};
}

/// The page's own, with the scope of the briefs in place of the viewer's.
struct Sheets {
  const ui::Visit& visit;
  Scope& scope;
  [[nodiscard]] ui::Visit as_read() const {
    return {.request = visit.request,
            .scope = scope,
            .csrf_token = visit.csrf_token,
            .colours = visit.colours,
            .has_single_keys = visit.has_single_keys,
            .institution_name = visit.institution_name,
            .place_in_library = visit.place_in_library};
  }
};

Html person_sheet(const Sheets& sheets, const Directory& directory, const PersonEntry& person) {
  const auto profile = read_profile(sheets.scope, directory, person, {.limit = 8});
  return brief_sheet(sheets.as_read(), directory, profile, read_brief_more(sheets.scope, directory, person));
}

Html sheets_of(const Sheets& sheets, const Directory& directory, const OrgUnitEntry& unit,
               std::span<const PersonEntry* const> people, int page) {
  html::Writer out(65'536);
  if (page == 1)
    out.add(department_sheet(sheets.visit, sheets.scope, directory,
                             read_department(sheets.scope, directory, unit, {.limit = 8})));
  for (const auto* person : people)  // a page each, twelve at the most
    out.add(person_sheet(sheets, directory, *person));
  return std::move(out).finish();
}

}  // namespace

std::unique_ptr<Scope> brief_scope(Scope& scope, const Directory& directory, const HandOver& hand_over) {
  const auto team = team_of(directory, hand_over.to);
  const bool is_shared = team && team == team_of(directory, hand_over.from) && team == scope.viewer.team;
  return std::make_unique<Scope>(scope.database(), scope.institution,
                                 Viewer{.staff = {},
                                        .role = Role::director,
                                        .team = is_shared ? team : std::nullopt,
                                        .full_name = std::string(directory.staff.full_name(hand_over.to)),
                                        .given_name = std::string(directory.staff.given_name(hand_over.to))},
                                 scope.zone, scope.now);
}

std::vector<const PersonEntry*> people_to_brief(Scope& scope, const Directory& directory,
                                                const HandedOver& told, Id<OrgUnit> unit) {
  std::vector<Candidate> candidates;
  std::vector<Id<Person>> ids;
  scope.read([&](db::Reader& reader) {
    for (const auto below : directory.org.with_descendants(unit))
      for (const auto& contact : department_store::people_of_unit(reader, scope.institution, below)) {
        const auto* person = directory.people.find_record(contact.person);
        if (person == nullptr || !person->is_here || person->merged_into || !contact.last_on) continue;
        candidates.push_back(candidate_of(told, *person, 0, *contact.last_on));
        ids.push_back(person->id);
      }
    return 0;
  });
  const auto standings = relationships::standings_of(scope, directory, ids);
  for (auto& one : candidates)
    if (const auto found = standings.find(one.person->id); found != standings.end())
      one.level = found->second.level();
  std::ranges::sort(candidates, {}, [](const Candidate& one) {
    return std::tuple(one.introduced, -one.level, -one.last_on.days(),
                      std::string_view(one.person->sort_key));
  });
  std::vector<const PersonEntry*> people;
  people.reserve(candidates.size());
  for (const auto& one : candidates) people.push_back(one.person);
  return people;
}

http::Response show_hand_over_briefs(const ui::Visit& visit, const Directory& directory) {
  const auto told =
      hand_overs::tell(visit.scope, directory, ui::route_id<HandOver>(visit.request, "hand_over"));
  if (!told) return ui::show_refusal(visit, told.refusal());
  const auto& hand_over = told->hand_over;
  html::Writer out;
  put_crumbs(out, directory, hand_over, visit.scope.today);
  out.put<
      R"(<h1>Briefs for {}</h1><p class="soft lead">A page for each department and each person spoken with. They hold only what everybody in the library may read, whoever prints them.</p><div class="stack gap-t2">)">(
      directory.staff.given_name(hand_over.to));
  if (hand_over.units.empty()) out.add(ui::empty_state("No department was handed over."));
  for (const auto id : hand_over.units) {
    const auto* unit = directory.org.find(id);
    if (unit == nullptr) continue;
    const auto people = people_to_brief(visit.scope, directory, *told, id);
    out.put<
        R"(<section class="card"><h2 class="gap-b"><a href="{}">{}</a></h2><p class="small soft">{}</p></section>)">(
        Url(address_of(hand_over, "/" + unit->slug)), unit->name,
        with_capital_first(count_words(static_cast<long>(people.size()), "person", "people")) +
            " spoken with.");
  }
  out.put<"</div>">();
  return ui::show(
      visit, {.title = "Briefs", .section = ui::Section::departments, .content = std::move(out).finish()});
}

http::Response show_department_briefs(const ui::Visit& visit, const Directory& directory,
                                      const std::function<void(Id<Person>)>& on_shown) {
  const auto told =
      hand_overs::tell(visit.scope, directory, ui::route_id<HandOver>(visit.request, "hand_over"));
  if (!told) return ui::show_refusal(visit, told.refusal());
  const auto& hand_over = told->hand_over;
  const auto* unit = directory.org.find_slug(visit.request.parameter("unit"));
  if (unit == nullptr || std::ranges::count(hand_over.units, unit->id) == 0)
    return ui::show_refusal(visit, not_found("That department is not part of this hand-over."));
  const auto people = people_to_brief(visit.scope, directory, *told, unit->id);
  const int page = static_cast<int>(std::clamp(visit.request.query.number("page").value_or(1), 1L, 10'000L));
  const auto from = std::min(people.size(), static_cast<std::size_t>((page - 1) * sheets_at_once));
  const auto until = std::min(people.size(), from + sheets_at_once);
  html::Writer out(65'536);
  put_crumbs(out, directory, hand_over, visit.scope.today);
  out.put<
      R"(<p class="no-print note small gap-b">Print with <kbd>Ctrl</kbd> <kbd>P</kbd>: one page each.</p>)">();
  visit.scope.read([&](db::Reader& snapshot) {
    const auto scope = brief_scope(visit.scope, directory, hand_over);
    scope->read_through(snapshot);
    out.add(
        sheets_of({visit, *scope}, directory, *unit, std::span(people).subspan(from, until - from), page));
    return 0;
  });
  for (auto i = from; i < until; ++i) on_shown(people[i]->id);
  out.add(ui::pages_of(
      {.total = static_cast<std::int64_t>(people.size()), .page = page, .page_size = sheets_at_once},
      [&](int number) {
        return address_of(hand_over, "/" + unit->slug) + "?page=" + std::to_string(number);
      }));
  return ui::show(visit, {.title = "Briefs: " + unit->name,
                          .section = ui::Section::departments,
                          .content = std::move(out).finish()});
}

}  // namespace rapport::profiles
