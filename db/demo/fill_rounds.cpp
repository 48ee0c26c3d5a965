// Through the front door of rounds.
#include "fill_rounds.hpp"

#include <algorithm>
#include <array>

#include "dice.hpp"
#include "interactions/directory.hpp"
#include "organisation/academic_calendar.hpp"
#include "plans/rounds.hpp"

namespace rapport::demo {
namespace {

constexpr std::uint64_t seed = 20'261'124;
constexpr std::array rooms{"Room 2.14", "Library, the Alcove", "School office", "Online"};
constexpr std::array states{RoundState::booked,  RoundState::met,    RoundState::agreed,
                            RoundState::invited, RoundState::booked, RoundState::to_invite,
                            RoundState::met,     RoundState::invited};

class RoundWriter {
 public:
  explicit RoundWriter(World& world)
      : scope_(world.database, world.institution, world.viewer(world.administrator()), world.zone, world.now),
        world_(world),
        directory_(keeper_.current(scope_)) {}

  void write() {
    const int now = scope_.years().of(scope_.today);
    for (const int year : {now - 1, now}) {
      std::size_t number = 0;
      for (const auto& unit : directory_->org.units())
        if (unit.kind == OrgUnitKind::department && unit.is_open) add(unit, year, now, number++);
    }
    must(rounds::record_past(scope_, past_));
  }

 private:
  [[nodiscard]] Instant at(Date day) const { return scope_.zone.instant_of(day, TimeOfDay{11 * 60}); }

  void add(const OrgUnitEntry& unit, int year, int now, std::size_t number) {
    Dice dice(seed + static_cast<std::uint64_t>(year), unit.slug);
    const auto first = scope_.years().first_day(year).plus_days(96);  // the first week of November
    const auto state = year == now   ? states[number % states.size()]
                       : number == 4 ? RoundState::met
                                     : RoundState::agreed;
    const auto* lead = directory_->staff.lead_of(unit.id);
    rounds::PastEntry past{.entry = {.academic_year = year,
                                     .unit = unit.id,
                                     .week_from = first,
                                     .week_to = first.plus_days(25),
                                     .state = state}};
    auto& entry = past.entry;
    if (lead != nullptr) entry.owner = lead->id;
    if (state >= RoundState::booked) {
      // What was met lies behind, what is booked ahead.
      const bool is_ahead = state == RoundState::booked;
      auto day = year < now ? first.plus_days(dice.between(2, 24))
                            : scope_.today.plus_days(is_ahead ? dice.between(1, 12) : -dice.between(1, 9));
      while (day.weekday() == Weekday::saturday || day.weekday() == Weekday::sunday)
        day = day.plus_days(is_ahead ? 1 : -1);
      entry.meeting = {
          .on = day, .at = TimeOfDay{60 * dice.between(9, 15)}, .place = rooms[number % rooms.size()]};
      entry.sequence = 1;
    }
    add_events(past, year < now ? first.plus_days(-20) : scope_.today.plus_days(-40));
    past_.push_back(std::move(past));
  }

  /// One step after the other, a week apart, none of them ahead.
  void add_events(rounds::PastEntry& past, Date day) {
    const auto by = past.entry.owner.value_or(world_.id_of(world_.administrator()));
    for (const auto state : round_states) {
      if (state > past.entry.state) break;
      if (state >= RoundState::met && past.entry.meeting.on)
        day = std::min(*past.entry.meeting.on, scope_.today);
      past.events.push_back({.state = state,
                             .words = state == RoundState::to_invite ? "Taken into the round" : "",
                             .made_by = by,
                             .made_at = at(std::min(day, scope_.today.plus_days(-1)))});
      day = day.plus_days(7);
    }
    past.entry.changed_by = by;
    past.entry.changed_at = past.events.back().made_at;
  }

  DirectoryKeeper keeper_;
  Scope scope_;
  World& world_;
  std::shared_ptr<const Directory> directory_;
  std::vector<rounds::PastEntry> past_;
};

}  // namespace

void write_rounds(World& world) {
  RoundWriter(world).write();
}

}  // namespace rapport::demo
