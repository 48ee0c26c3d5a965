// Institution, departments, staff and people, each by its front door.
#include "fill_world.hpp"

#include <algorithm>

#include "fill_forerunners.hpp"
#include "interactions/vocabulary.hpp"
#include "organisation/calendars.hpp"
#include "organisation/organisation.hpp"
#include "people/people.hpp"
#include "staff/password_change.hpp"
#include "staff/portfolio.hpp"
#include "staff/set_up.hpp"
#include "staff/staff.hpp"

namespace rapport::demo {
namespace {

constexpr std::size_t people_at_once = 2'000;

staff::StaffDraft draft_of(const World& world, const CastStaff& member) {
  staff::StaffDraft draft{.username = member.username,
                          .full_name = member.full_name,
                          .given_name = member.given_name,
                          .email = member.email,
                          .role = std::string(member.role)};
  const auto team = std::ranges::find(world.cast.teams, member.team);
  if (team != world.cast.teams.end() && !world.teams.empty())
    draft.team = world.teams[static_cast<std::size_t>(team - world.cast.teams.begin())];
  return draft;
}

/// The administrator's, at the moment of filling.
Scope scope_of(World& world) {
  return Scope(world.database, world.institution, world.viewer(world.administrator()), world.zone, world.now);
}

OrgDirectory read_units(World& world) {
  return world.database.read(
      [&](db::Reader& reader) { return read_org_directory(reader, world.institution); });
}

PersonDraft draft_of(const World& world, const CastPerson& person) {
  PersonDraft draft{.title = person.title,
                    .full_name = person.full_name,
                    .known_as = person.known_as,
                    .pronouns = std::string(person.pronouns),
                    .orcid = person.orcid.value_or(""),
                    .external_id = person.external_id,
                    .about = person.about,
                    .addresses = person.addresses};
  for (const auto& name : person.names) draft.names.push_back({name_kind_of(name.kind).value(), name.name});
  for (const auto& post : person.posts)
    for (const auto& part : parted(world, post.unit, {post.valid_from, post.valid_to}, person.external_id))
      draft.posts.push_back({.unit = part.unit,
                             .title = post.title,
                             .is_main = post.is_main,
                             .valid_from = part.days.from,
                             .valid_to = part.days.to});
  const auto left_on = person.left_on();
  if (left_on && *left_on < world.cast.today) draft.left_on = left_on;
  return draft;
}

void add_ways(World& world, std::size_t place) {
  for (const auto& way : world.cast.people[place].ways) {
    const auto stated_at = world.zone.instant_of(way.stated_on, TimeOfDay{16 * 60});
    Scope scope(world.database, world.institution, world.viewer(way.recorded_by), world.zone, stated_at);
    must(people::add_way(scope, world.people[place],
                         {.statement = std::string(way.statement),
                          .source = std::string(way.source),
                          .stated_on = way.stated_on,
                          .review_on = way.review_on}));
  }
}

/// Those of a person who hold several main posts one after the other have one in the end.
void keep_last_main_post(PersonDraft& draft) {
  const auto last = std::ranges::find_if(draft.posts.rbegin(), draft.posts.rend(), &PostDraft::is_main);
  for (auto post = draft.posts.rbegin(); post != draft.posts.rend(); ++post) post->is_main = post == last;
}

}  // namespace

Viewer World::viewer(Id<CastStaff> member) const {
  const auto& found = cast.at(member);
  return {.staff = id_of(member),
          .role = role_of(found.role).value(),
          .team = std::nullopt,
          .full_name = found.full_name,
          .given_name = found.given_name};
}

Viewer viewer_of(const StaffEntry& colleague) {
  return {.staff = colleague.id,
          .role = colleague.role,
          .team = colleague.team,
          .full_name = colleague.full_name,
          .given_name = colleague.given_name};
}

World set_up_world(db::Database& database, const Cast& cast, const FillOptions& options) {
  const auto made = staff::open_institution(database, options.now);
  World world{database, cast, Zone(cast.zone), options.now, made.id};
  world.staff.resize(cast.staff.size());
  staff::PasswordHasher hasher(options.hash_cost);
  {
    Scope nobody(database, made.id, Viewer{}, world.zone, options.now);
    const auto token = staff::make_set_up_link(nobody);
    if (!token)
      throw std::runtime_error("This database is in use already. The made-up university needs an empty one.");
    const auto& administrator = cast.at(world.administrator());
    const auto id = must(staff::set_up(nobody, hasher, *token,
                                       {.institution_name = std::string(cast.institution),
                                        .zone = std::string(cast.zone),
                                        .administrator = draft_of(world, administrator),
                                        .password = options.password}));
    world.staff[static_cast<std::size_t>(world.administrator().value)] = id;
  }
  database.write([&](db::Writer& writer) {
    if (read_vocabulary(writer, made.id).kinds().empty()) insert_kinds(writer, made.id, starting_kinds());
  });
  auto scope = scope_of(world);
  for (int year = scope.years().of(cast.first_day); year <= scope.years().of(cast.today); ++year)
    must(organisation::change_year(scope, {.academic_year = year,
                                           .periods = starting_calendar(year, scope.years()),
                                           .because = "Nobody has entered that year's dates yet.",
                                           .seen = mark_of({})}));
  return world;
}

void add_units(World& world) {
  auto scope = scope_of(world);
  for (const auto& unit : world.cast.units) {
    OrgUnitDraft draft{.kind = org_unit_kind_of(unit.kind).value(),
                       .name = unit.former_name.empty() ? unit.name : unit.former_name,
                       .external_id = unit.code};
    if (unit.parent) draft.parent = world.id_of(*unit.parent);
    draft.valid_from = unit.merged_on;
    world.units.push_back(must(organisation::add(scope, draft)));
    // From next year on, so that nobody's rhythm of today hangs on it.
    if (unit.code == "NURS")
      must(organisation::add_calendar(scope, {.name = "On placement",
                                              .units = {world.units.back()},
                                              .from_year = scope.years().of(world.cast.today) + 1}));
  }
  add_forerunners(world, scope);
}

void add_colleagues(World& world, const FillOptions& options) {
  auto scope = scope_of(world);
  staff::PasswordHasher hasher(options.hash_cost);
  for (const auto team : world.cast.teams) world.teams.push_back(must(staff::add_team(scope, team)));
  for (std::size_t i = 0; i < world.cast.staff.size(); ++i) {
    const auto draft = draft_of(world, world.cast.staff[i]);
    if (world.staff[i] == world.id_of(world.administrator())) {
      must(staff::change(scope, world.staff[i], must(staff::get(scope, world.staff[i])).version, draft));
      continue;
    }
    world.staff[i] = must(staff::add(scope, draft));
    must(staff::set_password_of(scope, hasher, world.staff[i], options.password));
  }
}

void add_people(World& world) {
  auto scope = scope_of(world);
  const auto units = read_units(world);
  const auto& cast = world.cast.people;
  for (std::size_t from = 0; from < cast.size(); from += people_at_once) {
    std::vector<PersonDraft> drafts;
    for (std::size_t i = from; i < std::min(from + people_at_once, cast.size()); ++i) {
      drafts.push_back(draft_of(world, cast[i]));
      keep_last_main_post(drafts.back());
    }
    for (const auto& added : must(people::add_many(scope, units, drafts))) world.people.push_back(added.id);
  }
  for (std::size_t i = 0; i < cast.size(); ++i) add_ways(world, i);
}

void add_portfolios(World& world) {
  auto scope = scope_of(world);
  const auto units = read_units(world);
  for (const auto& portfolio : world.cast.portfolios)
    for (const auto& [unit, days] :
         all_parts(world, portfolio.unit, {portfolio.valid_from, portfolio.valid_to})) {
      const auto id = must(staff::look_after(scope, units,
                                             {.unit = unit,
                                              .staff = world.id_of(portfolio.staff),
                                              .part = staff::portfolio_part_of(portfolio.part).value(),
                                              .from = days.from,
                                              .reason = "As the team agreed for the year"}));
      if (days.to)
        must(staff::end_portfolio(scope, id,
                                  {.on = *days.to, .reason = "The departments were shared out anew"}));
    }
}

void finish_units(World& world) {
  auto scope = scope_of(world);
  for (std::size_t i = 0; i < world.cast.units.size(); ++i) {
    const auto& unit = world.cast.units[i];
    if (unit.renamed_on) must(organisation::rename(scope, world.units[i], unit.name, *unit.renamed_on));
    if (unit.closed_on) must(organisation::close(scope, world.units[i], *unit.closed_on));
  }
  close_forerunners(world, scope);
}

}  // namespace rapport::demo
