// What counts as done: the rule on one action, the statement that counts, and the rows behind the figure say
// the same.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "interactions/interactions.hpp"
#include "measures/figures.hpp"
#include "measures/starting_measures.hpp"
#include "plans/action_plans.hpp"
#include "support/small_library.hpp"

namespace rapport {
namespace {

class ItemsDone : public testing::TestWithParam<db::Engine> {
 protected:
  ItemsDone() {
    library.database->write([&](db::Writer& writer) {
      insert_measures(writer, library.institution, library.scope(library.ada)->now);
    });
  }
  void put_state(Id<PlanItem> id, ItemState state) {
    library.database->write([&](db::Writer& writer) {
      writer.execute(
          "update plan_items set state = $3, outcome = 'said', closed_on = $4 where institution_id = "
          "$1 and id = $2",
          library.institution, id, code(state),
          is_over(state) ? std::optional(library.today()) : std::nullopt);
    });
  }
  /// Each of 0 to 3 owners is waiting, has kept it, or took it off the list.
  void put_promises(Id<PlanItem> id, int way) {
    library.database->write([&](db::Writer& writer) {
      const auto item = action_plans::get_item(*library.scope(library.ada), id)->item;
      for (const auto& owner : item.owners) {
        const int mine = way % 3;
        way /= 3;
        writer.execute(
            "update promises set kept_at = $3, dropped_at = $4 where institution_id = $1 and id = $2",
            library.institution, owner.promise.value(),
            mine == 1 ? std::optional(library.scope(library.ada)->now) : std::nullopt,
            mine == 2 ? std::optional(library.scope(library.ada)->now) : std::nullopt);
      }
    });
  }
  figures::Sheet sheet(int year) {
    const auto scope = library.scope(library.priya);
    const auto directory = library.directory();
    return figures::sheet(*scope, *directory, *directory->org.find(library.nursing), year).value();
  }
  test::SmallLibrary library{GetParam()};
};

INSTANTIATE_TEST_SUITE_P(Engines, ItemsDone, test::on_each_engine(), test::engine_test_name);

TEST_P(ItemsDone, AreTheSameInTheRuleTheCountAndTheRows) {
  int place = 0;
  for (const auto state : item_states)
    for (int owners = 0; owners <= 2; ++owners)
      for (int way = 0; way < (owners == 0 ? 1 : owners == 1 ? 3 : 9); ++way) {
        ItemDraft draft{.words = "Item " + std::to_string(place++), .due_on = library.today().plus_days(30)};
        if (owners > 0) draft.owners.push_back(library.priya);
        if (owners > 1) draft.owners.push_back(library.tom);
        const auto id = action_plans::add(*library.scope(library.priya), *library.directory(),
                                          {library.nursing, place % 7 == 0 ? 2025 : 2026, {}}, draft)
                            .value();
        put_promises(id, way);
        put_state(id, state);
      }
  for (const int year : {2025, 2026}) {
    const auto plan =
        action_plans::of(*library.scope(library.dora), *library.directory(), library.nursing, year);
    const auto counts = counts_of(plan->items, library.today());
    EXPECT_GT(counts.done, 0);
    const auto all = sheet(year);
    const auto* figure = all.find("plan-items-done");
    ASSERT_NE(figure, nullptr);
    EXPECT_EQ(figure->now.number, std::to_string(counts.done)) << year;
    const auto rows = figures::rows_behind(*library.scope(library.priya), *library.directory(),
                                           figure->measure, library.nursing, year);
    ASSERT_EQ(rows.items.size(), static_cast<std::size_t>(counts.done));
    for (const auto& row : rows.items)
      EXPECT_EQ(action_plans::get_item(*library.scope(library.priya), row.item)->item.state, ItemState::done);
  }
}

}  // namespace
}  // namespace rapport
