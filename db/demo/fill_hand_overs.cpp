// Through the front doors of portfolios and hand-overs.
#include "fill_hand_overs.hpp"

#include <algorithm>

#include "interactions/directory.hpp"
#include "relationships/hand_overs.hpp"
#include "staff/portfolio.hpp"

namespace rapport::demo {
namespace {

constexpr int introduced = 2;

class HandOverWriter {
 public:
  explicit HandOverWriter(World& world)
      : world_(world),
        scope_(world.database, world.institution, world.viewer(world.administrator()), world.zone,
               world.now) {}

  void write() {
    // A smaller university may lack one of them.
    for (const auto* name : {"History & Heritage", "Psychology", "Geography & Environment"})
      if (std::ranges::count(world_.cast.units, std::string(name), &CastUnit::name) == 0) return;
    const auto done = hand_over("finlay", "folake", "History & Heritage", scope_.today.plus_days(-9), {},
                                "Finlay takes on the digital collections");
    const auto told = must(hand_overs::tell(scope_, *names(), done));
    for (std::size_t i = 0; i < std::min<std::size_t>(introduced, told.introductions.size()); ++i)
      must(hand_overs::introduce(scope_, *names(), done, told.introductions[i].person, true));
    hand_over("ines", "dev", "Psychology", scope_.today.plus_days(19), scope_.today.plus_days(140),
              "Inês is away for the spring term");
    end_lead("Geography & Environment", "Nobody has been found yet since Yusuf moved to languages");
  }

 private:
  std::shared_ptr<const Directory> names() { return keeper_.current(scope_); }

  Id<HandOver> hand_over(std::string_view from, std::string_view to, std::string_view unit, Date from_on,
                         std::optional<Date> until_on, std::string_view reason) {
    const auto directory = names();
    const auto giver = world_.id_of(world_.cast.member(from)), taker = world_.id_of(world_.cast.member(to));
    const auto place = world_.id_of(world_.cast.unit(unit));
    const auto offered = hand_overs::offer(scope_, *directory, giver, taker);
    HandOverDraft draft{.from = giver,
                        .to = taker,
                        .from_on = from_on,
                        .until_on = until_on,
                        .units = {place},
                        .reason = std::string(reason),
                        .seen = offered.mark};
    // What concerns the department moves, all but one; the rest stays.
    bool is_first = true;
    for (const auto& promise : offered.promises) {
      const auto* person = promise.person ? directory->people.find(*promise.person) : nullptr;
      const bool is_there = person != nullptr && person->unit == place;
      draft.promises.push_back({.promise = promise.id, .is_to_move = is_there && !is_first});
      if (is_there) is_first = false;
    }
    return must(hand_overs::hand_over(scope_, *directory, draft));
  }

  void end_lead(std::string_view unit, std::string_view reason) {
    for (const auto& entry : staff::keepers_of(scope_, world_.id_of(world_.cast.unit(unit))))
      if (entry.part == staff::PortfolioPart::lead && entry.holds_on(scope_.today))
        must(staff::end_portfolio(scope_, entry.id,
                                  {.on = scope_.today.plus_days(-13), .reason = std::string(reason)}));
  }

  World& world_;
  DirectoryKeeper keeper_;
  Scope scope_;
};

}  // namespace

void write_hand_overs(World& world) {
  HandOverWriter(world).write();
}

}  // namespace rapport::demo
