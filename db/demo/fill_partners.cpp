// Through the front door of interactions, by who looks after the department.
#include "fill_partners.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "interactions/interactions.hpp"
#include "relationships/relationships.hpp"

namespace rapport::demo {
namespace {

constexpr int working_together = 3;
constexpr std::size_t people_max = 4;

/// What is agreed four weeks ahead or more counts.
struct Agreed {
  int days_ahead;
  std::string_view note;
};
constexpr std::array<Agreed, 2> agreed{
    {{36, "Plan next year’s sessions together, with the reading list on the table."},
     {64, "Second look at the plan, once the timetable is out."}}};

class PartnerWriter {
 public:
  explicit PartnerWriter(World& world)
      : world_(world),
        scope_(world.database, world.institution, world.viewer(world.administrator()), world.zone, world.now),
        directory_(keeper_.current(scope_)) {}

  std::int64_t write() {
    std::int64_t written = 0;
    for (const auto* person : people())
      for (const auto& appointment : agreed) {
        record(*person, appointment);
        ++written;
      }
    return written;
  }

 private:
  /// One for each colleague who leads for a department, by the cast's order.
  std::vector<const PersonEntry*> people() {
    const auto standings = relationships::all_standings(scope_, *directory_);
    std::unordered_set<Id<Staff>> leads;
    std::vector<const PersonEntry*> chosen;
    for (const auto id : world_.people) {
      if (chosen.size() == people_max) break;
      const auto* person = directory_->people.find(id);
      const auto found = standings.find(id);
      if (person == nullptr || !person->is_here || !person->unit || found == standings.end()) continue;
      if (found->second.level() != working_together || found->second.is_slipping()) continue;
      const auto* lead = directory_->staff.lead_of(*person->unit);
      if (lead != nullptr && leads.insert(lead->id).second) chosen.push_back(person);
    }
    return chosen;
  }

  void record(const PersonEntry& person, const Agreed& appointment) {
    Scope scope(world_.database, world_.institution, viewer_of(*directory_->staff.lead_of(*person.unit)),
                world_.zone, world_.now);
    auto day = scope.today.plus_days(appointment.days_ahead);
    while (static_cast<int>(day.weekday()) >= 5) day = day.plus_days(1);
    must(interactions::record(scope, *directory_,
                              {.happened_on = day,
                               .happened_at_time = TimeOfDay{11 * 60},
                               .precision = Precision::time,
                               .duration_minutes = 60,
                               .note = std::string(appointment.note),
                               .people = {{person.id}},
                               .source = "demo"}));
  }

  World& world_;
  DirectoryKeeper keeper_;
  Scope scope_;
  std::shared_ptr<const Directory> directory_;
};

}  // namespace

std::int64_t write_partners(World& world) {
  return PartnerWriter(world).write();
}

}  // namespace rapport::demo
