#include "organisation/organisation.hpp"

#include <gmock/gmock.h>

#include "audit/audit.hpp"
#include "support/small_library.hpp"
#include "support/unchanged.hpp"

namespace rapport::organisation {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

Date day(const char* iso) {
  return Date::parse_iso(iso).value();
}

class Organisation : public testing::TestWithParam<db::Engine> {
 protected:
  test::SmallLibrary library{GetParam()};
  std::unique_ptr<Scope> scope = library.scope(library.gwen);

  Id<OrgUnit> added(std::string name, std::optional<Id<OrgUnit>> parent = {}) {
    return add(*scope, {.kind = OrgUnitKind::school, .name = std::move(name), .parent = parent}).value();
  }
  OrgUnit unit(Id<OrgUnit> id) { return get(*scope, id).value(); }
  template <class F>
  Refusal refusal_of(F&& work) {
    return test::unchanged(library.database, work).refusal();
  }
};
INSTANTIATE_TEST_SUITE_P(Engines, Organisation, test::on_each_engine(), test::engine_test_name);

TEST_P(Organisation, AddsAUnitThatTheDirectoryKnowsAtOnce) {
  const auto before = library.directory()->version;
  const auto id = added("  School of  Law ", library.law);
  const auto directory = library.directory();
  EXPECT_GT(directory->version, before);
  ASSERT_NE(directory->org.find(id), nullptr);
  EXPECT_EQ(directory->org.find(id)->name, "School of Law");
  EXPECT_EQ(directory->org.find(id)->slug, "school-of-law");
  EXPECT_EQ(directory->org.find(id)->parent, library.law);
}

TEST_P(Organisation, AddsASuffixWhereTheAddressIsTaken) {
  added("Physics");
  EXPECT_THAT(unit(added("Physics")).slug, StartsWith("physics-"));
  EXPECT_THAT(unit(added("New")).slug, StartsWith("new-"));
  EXPECT_THAT(unit(added("文学部")).slug, StartsWith("school-"));
}

TEST_P(Organisation, KeepsTheNameBeforeInItsHistory) {
  const auto id = added("Nursing");
  ASSERT_TRUE(rename(*scope, id, "Nursing and Health", day("2024-08-01")));
  ASSERT_TRUE(rename(*scope, id, "Health", day("2026-08-01")));
  const auto now = unit(id);
  EXPECT_EQ(now.name, "Health");
  EXPECT_EQ(now.slug, "nursing");
  const std::vector<OrgUnitPeriod> expected{{"Nursing", {}, {}, day("2024-07-31")},
                                            {"Nursing and Health", {}, day("2024-08-01"), day("2026-07-31")},
                                            {"Health", {}, day("2026-08-01"), {}}};
  EXPECT_EQ(now.periods, expected);
}

TEST_P(Organisation, MakesOnePeriodOfTwoChangesOnOneDay) {
  const auto id = added("Nursing");
  ASSERT_TRUE(rename(*scope, id, "Health", day("2026-08-01")));
  ASSERT_TRUE(move(*scope, id, library.law, day("2026-08-01")));
  const std::vector<OrgUnitPeriod> expected{{"Nursing", {}, {}, day("2026-07-31")},
                                            {"Health", library.law, day("2026-08-01"), {}}};
  EXPECT_EQ(unit(id).periods, expected);
}

TEST_P(Organisation, RefusesADayBeforeTheLastChangeOrAhead) {
  const auto id = added("Nursing");
  ASSERT_TRUE(rename(*scope, id, "Health", day("2026-08-01")));
  EXPECT_THAT(refusal_of([&] { return rename(*scope, id, "Care", day("2026-07-31")); }).message,
              HasSubstr("Saturday 1 August"));
  EXPECT_EQ(refusal_of([&] { return rename(*scope, id, "Care", day("2026-11-13")); }).kind,
            Refusal::Kind::invalid);
}

TEST_P(Organisation, RefusesACircle) {
  const auto faculty = added("Faculty");
  const auto school = added("School", faculty);
  EXPECT_THAT(refusal_of([&] { return move(*scope, faculty, school, scope->today); }).message,
              HasSubstr("School is part of Faculty"));
  EXPECT_EQ(refusal_of([&] { return move(*scope, school, school, scope->today); }).kind,
            Refusal::Kind::invalid);
}

TEST_P(Organisation, ClosesAndOpensAgainAndLeavesNoTraceOfTheClosing) {
  const auto id = added("Alchemy");
  const auto before = unit(id).periods;
  ASSERT_TRUE(close(*scope, id, day("2026-07-31")));
  EXPECT_EQ(unit(id).closed_on, day("2026-07-31"));
  EXPECT_EQ(unit(id).periods.back().valid_to, day("2026-07-31"));
  EXPECT_FALSE(library.directory()->org.find(id)->is_open);
  EXPECT_EQ(refusal_of([&] { return rename(*scope, id, "Chemistry", scope->today); }).kind,
            Refusal::Kind::conflict);
  EXPECT_EQ(refusal_of([&] { return add(*scope, {.name = "Below", .parent = id}); }).kind,
            Refusal::Kind::invalid);
  ASSERT_TRUE(reopen(*scope, id));
  EXPECT_EQ(unit(id).closed_on, std::nullopt);
  EXPECT_EQ(unit(id).periods, before);
}

TEST_P(Organisation, RefusesToCloseWhatHasOpenUnitsBelow) {
  const auto faculty = added("Faculty");
  added("School", faculty);
  EXPECT_EQ(refusal_of([&] { return close(*scope, faculty, scope->today); }).kind, Refusal::Kind::conflict);
}

TEST_P(Organisation, RemovesOnlyWhatNothingRefersTo) {
  const auto id = added("By mistake");
  ASSERT_TRUE(remove(*scope, id));
  EXPECT_EQ(get(*scope, id).refusal().kind, Refusal::Kind::not_found);
  const auto faculty = added("Faculty");
  added("School", faculty);
  EXPECT_EQ(refusal_of([&] { return remove(*scope, faculty); }).kind, Refusal::Kind::conflict);
  EXPECT_EQ(refusal_of([&] { return remove(*scope, library.nursing); }).kind, Refusal::Kind::conflict);
}

TEST_P(Organisation, RefusesFaultyDraftsAndAnExternalIdTwice) {
  ASSERT_TRUE(add(*scope, {.name = "One", .external_id = "D17"}));
  EXPECT_THAT(refusal_of([&] { return add(*scope, {.name = "Two", .external_id = "D17"}); }).message,
              HasSubstr("belongs to One"));
  EXPECT_EQ(refusal_of([&] { return add(*scope, {.name = " \t"}); }).faults.front().field, "name");
  EXPECT_EQ(refusal_of([&] { return add(*scope, {.name = std::string(121, 'a')}); }).faults.front().field,
            "name");
  EXPECT_EQ(
      refusal_of([&] { return add(*scope, {.name = "X", .parent = Id<OrgUnit>{999}}); }).faults.front().field,
      "parent");
  EXPECT_TRUE(find_external(*scope, "D17"));
  EXPECT_FALSE(find_external(*scope, "D18"));
}

TEST_P(Organisation, IsChangedByLeadersAndAdministratorsOnly) {
  const auto id = added("Physics");
  for (const auto who : {library.tom, library.dora}) {
    auto other = library.scope(who);
    EXPECT_EQ(refusal_of([&] { return add(*other, {.name = "X"}); }).kind, Refusal::Kind::forbidden);
    EXPECT_EQ(refusal_of([&] { return rename(*other, id, "X", other->today); }).kind,
              Refusal::Kind::forbidden);
    EXPECT_EQ(refusal_of([&] { return move(*other, id, library.law, other->today); }).kind,
              Refusal::Kind::forbidden);
    EXPECT_EQ(refusal_of([&] { return close(*other, id, other->today); }).kind, Refusal::Kind::forbidden);
    EXPECT_EQ(refusal_of([&] { return reopen(*other, id); }).kind, Refusal::Kind::forbidden);
    EXPECT_EQ(refusal_of([&] { return remove(*other, id); }).kind, Refusal::Kind::forbidden);
  }
  EXPECT_TRUE(rename(*library.scope(library.ada), id, "Astronomy", scope->today));
}

TEST_P(Organisation, WritesOneAuditRowForEachVerb) {
  const auto count = [&] {
    return library.database->read([&](db::Reader& reader) {
      return reader.count("select count(*) from audit_events where institution_id = $1", library.institution);
    });
  };
  const auto before = count();
  const auto id = added("Physics");
  ASSERT_TRUE(rename(*scope, id, "Astronomy", scope->today));
  ASSERT_TRUE(rename(*scope, id, "Astronomy", scope->today));  // nothing changes
  ASSERT_TRUE(close(*scope, id, scope->today));
  EXPECT_EQ(count(), before + 3);
  EXPECT_EQ(library.database->read(
                [&](db::Reader& reader) { return audit::first_broken_event(reader, library.institution); }),
            std::nullopt);
}

}  // namespace
}  // namespace rapport::organisation
