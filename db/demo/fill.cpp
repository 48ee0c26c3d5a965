// The order of writing: the institution and its staff, departments, people, then the diary.
#include "fill.hpp"

#include <stdexcept>

#include "bumps/bump_figures.hpp"
#include "db/postgres_planner.hpp"
#include "fill_action_plans.hpp"
#include "fill_board.hpp"
#include "fill_champions.hpp"
#include "fill_diary.hpp"
#include "fill_hand_overs.hpp"
#include "fill_measures.hpp"
#include "fill_partners.hpp"
#include "fill_plans.hpp"
#include "fill_rounds.hpp"
#include "fill_world.hpp"
#include "measures/unit_years.hpp"
#include "relationships/rhythms.hpp"

namespace rapport::demo {
namespace {

/// So that who has gone quiet, what grew and what each year comes to are known before the first page.
void catch_up(World& world) {
  Scope scope(world.database, world.institution, Viewer{}, world.zone, world.now);
  DirectoryKeeper keeper;
  world.database.write([](db::Writer& writer) { db::count_tables(writer); });
  while (bumps::catch_up(scope, *keeper.current(scope))) {
  }
  while (rhythms::catch_up(scope, *keeper.current(scope))) {
  }
  while (unit_years::catch_up(scope, *keeper.current(scope))) {
  }
}

}  // namespace

Filled fill(db::Database& database, const Cast& cast, const FillOptions& options,
            const OnProgress& on_progress) {
  const OnProgress report = on_progress ? on_progress : [](const Progress&) {};
  World world = set_up_world(database, cast, options);
  add_units(world);
  add_colleagues(world, options);
  report({"departments and staff", static_cast<std::int64_t>(cast.staff.size()),
          static_cast<std::int64_t>(cast.staff.size())});
  add_people(world);
  report({"people", static_cast<std::int64_t>(world.people.size()),
          static_cast<std::int64_t>(cast.people.size())});
  add_portfolios(world);
  finish_units(world);
  const auto written = write_diary(world, report);
  const auto appointments = write_partners(world);
  const auto planned = write_plans(world);
  const auto champions = write_champions(world);
  const auto figures = write_measures(world);
  const auto actions = write_action_plans(world);
  write_rounds(world);
  switch_board_on(world);
  write_hand_overs(world);
  catch_up(world);
  return {.institution = world.institution,
          .people = static_cast<std::int64_t>(world.people.size()),
          .interactions = written.interactions + appointments,
          .promises = written.promises + planned.steps + actions.promises,
          .bumps = written.bumps,
          .moves = written.moves,
          .plans = planned.plans,
          .champions = champions,
          .figures = figures,
          .actions = actions.actions};
}

}  // namespace rapport::demo
