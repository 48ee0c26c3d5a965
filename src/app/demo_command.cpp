// Makes the made-up university.
#include "app/demo_command.hpp"

#include <fmt/core.h>

#include "app/demo_headlines.hpp"
#include "db/migrate.hpp"
#include "demo/cast.hpp"
#include "demo/fill.hpp"

namespace rapport::app {

void fill_demo(const Config& config, const DemoOptions& options) {
  const auto database = db::open_database({.url = config.database_url, .is_durable = !options.is_fast});
  db::migrate(*database);
  const Zone zone(config.zone);
  const auto now = options.today ? zone.instant_of(*options.today, TimeOfDay{9 * 60}) : system_now();
  const auto cast =
      demo::make_cast(zone.local_date(now), demo::Size::of(options.people, options.interactions));
  const auto filled = demo::fill(*database, cast, {.now = now}, [](const demo::Progress& progress) {
    if (progress.whole >= 100'000 && progress.done % 50'000 == 0)
      fmt::print(stderr, "{}: {} of {}\n", progress.part, progress.done, progress.whole);
  });
  const int frozen = fill_headlines(*database, now, cast.institution);
  fmt::print("Made up: {} people, {} conversations, {} promises, {} bumps, {} headline pages.\n",
             filled.people, filled.interactions, filled.promises, filled.bumps, frozen);
  fmt::print("Sign in with the password {} as\n", demo::demo_password());
  for (const auto& login : demo::demo_logins()) fmt::print("  {:<12} {}\n", login.username, login.who);
}

}  // namespace rapport::app
