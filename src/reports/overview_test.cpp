// The library's overview, and that what is kept for it is what counting anew would find, on both engines.
#include "reports/overview.hpp"

#include <gmock/gmock.h>

#include "base/text.hpp"
#include "people/people.hpp"
#include "relationships/relationships.hpp"
#include "relationships/rhythms.hpp"
#include "support/small_library.hpp"

namespace rapport {
namespace {

using reports::Overview;
using test::SmallLibrary;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class LibraryOverview : public testing::TestWithParam<db::Engine> {
 protected:
  SmallLibrary library{GetParam()};

  void SetUp() override {
    library.database->write([&](db::Writer& writer) {
      health_ = writer.insert<OrgUnit>(
          "insert into org_units (institution_id, slug, kind, name, folded_name, sort_key, "
          "directory_version, "
          "recorded_at) values ($1, 'health', 'faculty', 'Health', 'health', $2, 1, 0) returning id",
          library.institution, sort_key("Health"));
      writer.execute("update org_units set parent_id = $3 where institution_id = $1 and id = $2",
                     library.institution, library.nursing, health_);
    });
  }
  Id<Interaction> talk(Id<Person> with, std::string_view on, Visibility visibility = Visibility::library) {
    return interactions::record(
               *library.scope(library.priya), *library.directory(),
               {.happened_on = *Date::parse_iso(on), .visibility = visibility, .people = {{with}}})
        .value()
        .interaction;
  }
  void follow() {
    while (rhythms::catch_up(*library.scope(library.ada), *library.directory())) {
    }
  }
  Overview overview(bool of_health = false, int academic_year = 2026) {
    directory_ = library.directory();
    const auto* above = of_health ? directory_->org.find(health_) : nullptr;
    return reports::read_overview(*library.scope(library.dora), *directory_, above, academic_year);
  }
  reports::CellRows cell(Id<OrgUnit> unit, std::string_view month, Id<Staff> by) {
    directory_ = library.directory();
    return reports::read_cell(*library.scope(by), *directory_->org.find(unit), *Date::parse_iso(month));
  }

  Id<OrgUnit> health_;

 private:
  std::shared_ptr<const Directory> directory_;  // what was returned refers to it
};

INSTANTIATE_TEST_SUITE_P(Engines, LibraryOverview, test::on_each_engine(), test::engine_test_name);

TEST_P(LibraryOverview, CountsByFacultyDepartmentAndMonth) {
  talk(library.jane, "2026-08-05");
  talk(library.jane, "2026-10-31");
  talk(library.sian, "2026-11-12");
  talk(library.owen, "2026-09-09");
  talk(library.owen, "2026-07-31");  // of the year before
  follow();
  const auto all = overview();
  ASSERT_THAT(all.months, SizeIs(4));
  ASSERT_THAT(all.rows, SizeIs(2));
  EXPECT_EQ(all.rows[0].unit->name, "Health");
  EXPECT_TRUE(all.rows[0].has_units_below);
  EXPECT_THAT(all.rows[0].conversations, ElementsAre(1, 0, 1, 1));
  EXPECT_EQ(all.rows[0].people, 2);
  EXPECT_EQ(all.rows[1].unit->name, "Law");
  EXPECT_THAT(all.rows[1].conversations, ElementsAre(0, 1, 0, 0));
  const auto below = overview(true);
  ASSERT_THAT(below.rows, SizeIs(1));
  EXPECT_THAT(below.rows[0].conversations, ElementsAre(1, 0, 1, 1));
  EXPECT_EQ(overview(false, 2025).total(), 1);
  EXPECT_THAT(overview(false, 2025).months, SizeIs(12));
}

TEST_P(LibraryOverview, LeavesOutWhatIsRestrictedOrYetToCome) {
  talk(library.jane, "2026-11-10", Visibility::restricted);
  talk(library.jane, "2026-11-11", Visibility::team);
  talk(library.jane, "2026-11-20");
  follow();
  EXPECT_EQ(overview().total(), 1);
  const auto by_priya = cell(library.nursing, "2026-11-01", library.priya);
  EXPECT_EQ(by_priya.counted, 1);
  EXPECT_THAT(by_priya.conversations, SizeIs(1));
  const auto by_gwen = cell(library.nursing, "2026-11-01", library.gwen);
  EXPECT_EQ(by_gwen.counted, 1);
  EXPECT_EQ(by_gwen.not_shown, 1);
  EXPECT_THAT(by_gwen.conversations, IsEmpty());
}

TEST_P(LibraryOverview, OpensEachNumberOntoItsConversations) {
  const auto first = talk(library.jane, "2026-10-01");
  const auto last = talk(library.sian, "2026-10-31");
  talk(library.jane, "2026-11-01");
  talk(library.jane, "2026-09-30");
  talk(library.owen, "2026-10-15");
  follow();
  const auto rows = cell(library.nursing, "2026-10-01", library.priya);
  ASSERT_THAT(rows.conversations, SizeIs(2));
  EXPECT_EQ(rows.conversations[0].id, last);
  EXPECT_EQ(rows.conversations[1].id, first);
  EXPECT_EQ(rows.counted, overview().rows[0].conversations[2]);
}

TEST_P(LibraryOverview, CountsCoverageByPeopleInPost) {
  ASSERT_TRUE(relationships::move(*library.scope(library.priya), *library.directory(),
                                  {.with = library.jane, .level = 2, .reason = "we talk"}));
  ASSERT_TRUE(relationships::move(*library.scope(library.priya), *library.directory(),
                                  {.with = library.owen, .level = 1, .reason = "met once"}));
  const auto all = overview();
  EXPECT_EQ(all.rows[0].coverage(), 50);
  EXPECT_EQ(all.rows[1].coverage(), 0);
  ASSERT_TRUE(people::mark_left(*library.scope(library.ada), library.jane, library.today()));
  EXPECT_EQ(overview().rows[0].coverage(), 0);
  EXPECT_EQ(overview().rows[0].people, 1);
}

TEST_P(LibraryOverview, SaysOneFindingInWords) {
  EXPECT_EQ(finding_of(overview()).words, "No conversations in this academic year yet.");
  for (int day = 1; day <= 8; ++day) talk(library.jane, "2026-10-0" + std::to_string(day));
  follow();
  EXPECT_EQ(finding_of(overview()),
            (reports::OverviewFinding{
                "Law", " has heard least from us for its size: one person, no conversations."}));
  for (int day = 1; day <= 4; ++day) talk(library.owen, "2026-10-0" + std::to_string(day));
  follow();
  EXPECT_EQ(finding_of(overview()),
            (reports::OverviewFinding{"Health", " is where we talk most: eight conversations."}));
}

}  // namespace
}  // namespace rapport
