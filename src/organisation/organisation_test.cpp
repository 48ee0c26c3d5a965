#include "organisation/organisation.hpp"

#include <gmock/gmock.h>

#include <array>

#include "audit/audit.hpp"
#include "support/day.hpp"
#include "support/small_library.hpp"
#include "support/unchanged.hpp"

namespace rapport::organisation {
namespace {

using test::day;
using testing::HasSubstr;
using testing::StartsWith;

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
    EXPECT_EQ(refusal_of([&] { return name_successors(*other, id, {}); }).kind, Refusal::Kind::forbidden);
    EXPECT_EQ(refusal_of([&] { return name_parts(*other, id, {}); }).kind, Refusal::Kind::forbidden);
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

std::vector<Succession> of_nobody() {
  return {};
}

TEST_P(Organisation, SaysInWhomAClosedUnitGoesOn) {
  const auto nursing = added("Nursing");
  const auto midwifery = added("Midwifery");
  const auto health = added("Health");
  const auto care = added("Care");
  EXPECT_EQ(successions(*scope), of_nobody());
  ASSERT_TRUE(close(*scope, nursing, day("2026-04-30"), std::array{health}));
  ASSERT_TRUE(close(*scope, midwifery, day("2026-04-30"), std::array{health, care}));
  const auto from = day("2026-05-01");
  const std::vector<Succession> expected{
      {nursing, health, from}, {midwifery, health, from}, {midwifery, care, from}};
  EXPECT_EQ(successions(*scope), expected);
  ASSERT_TRUE(name_successors(*scope, midwifery, std::array{care}));
  EXPECT_EQ(successions(*scope).size(), 2U);
  const auto again = test::unchanged(library.database, [&] {
    return name_successors(*scope, midwifery, std::array{care, care});
  });
  EXPECT_TRUE(again) << "said twice changes nothing";
  EXPECT_EQ(library.database->read([&](db::Reader& reader) {
    return reader.count(
        "select count(*) from audit_events where institution_id = $1 and action = 'successors named'",
        library.institution);
  }),
            1);
  ASSERT_TRUE(reopen(*scope, midwifery));
  EXPECT_EQ(successions(*scope).size(), 1U) << "it has not ended";
}

TEST_P(Organisation, RefusesSuccessorsThatCannotBe) {
  const auto old = added("Old");
  const auto gone = added("Gone");
  const auto next = added("Next");
  ASSERT_TRUE(close(*scope, gone, day("2026-03-31")));
  const auto refused = [&](std::vector<Id<OrgUnit>> successors) {
    const auto refusal = refusal_of([&] { return close(*scope, old, day("2026-04-30"), successors); });
    EXPECT_EQ(refusal.faults.at(0).field, "successors");
    return refusal.faults.at(0).message;
  };
  EXPECT_THAT(refused({old}), HasSubstr("in itself"));
  EXPECT_THAT(refused({gone}), HasSubstr("Gone was closed by then"));
  EXPECT_THAT(refused({{987'654}}), HasSubstr("not here any more"));
  std::vector<Id<OrgUnit>> many;
  for (int i = 0; i < 11; ++i) many.push_back(added("School " + std::to_string(i)));
  EXPECT_THAT(refused(many), HasSubstr("at most ten"));
  EXPECT_EQ(refusal_of([&] { return name_successors(*scope, old, std::array{next}); }).kind,
            Refusal::Kind::conflict)
      << "it is open";
  ASSERT_TRUE(close(*scope, old, day("2026-04-30"), std::array{next}));
  const auto earlier = refusal_of([&] { return close(*scope, next, day("2026-04-15")); });
  EXPECT_THAT(earlier.message, HasSubstr("Old goes on in Next only after that day"));
  ASSERT_TRUE(close(*scope, next, day("2026-06-30"))) << "it went on for a while";
}

TEST_P(Organisation, SaysWhereAPartOfAnOpenUnitWent) {
  const auto english = added("English");
  const auto media = added("Media");
  const auto film = add(*scope, {.name = "Film", .valid_from = day("2026-05-01")}).value();
  const std::vector<UnitPart> parts{{film, day("2026-05-01")}, {media, day("2025-08-01")}};
  ASSERT_TRUE(name_parts(*scope, english, parts));
  const std::vector<Succession> expected{{english, media, day("2025-08-01"), true},
                                         {english, film, day("2026-05-01"), true}};
  EXPECT_EQ(successions(*scope), expected);
  EXPECT_FALSE(unit(english).closed_on) << "it stays open";
  const std::vector<UnitPart> turned{parts[1], parts[0]};
  EXPECT_TRUE(test::unchanged(library.database, [&] { return name_parts(*scope, english, turned); }))
      << "said twice changes nothing";
  EXPECT_EQ(library.database->read([&](db::Reader& reader) {
    return reader.count(
        "select count(*) from audit_events where institution_id = $1 and action = 'parts named'",
        library.institution);
  }),
            1);
  ASSERT_TRUE(close(*scope, english, day("2026-09-30"), std::array{media}));
  ASSERT_TRUE(reopen(*scope, english));
  EXPECT_EQ(successions(*scope), expected) << "closing does not touch parts";
  ASSERT_TRUE(name_parts(*scope, english, std::array{UnitPart{film, day("2026-06-01")}}));
  EXPECT_EQ(successions(*scope), (std::vector<Succession>{{english, film, day("2026-06-01"), true}}));
  ASSERT_TRUE(name_parts(*scope, english, {}));
  EXPECT_EQ(successions(*scope), of_nobody());
}

TEST_P(Organisation, RefusesPartsThatCannotBe) {
  const auto english = added("English");
  const auto media = added("Media");
  const auto gone = added("Gone");
  const auto film = add(*scope, {.name = "Film", .valid_from = day("2026-05-01")}).value();
  ASSERT_TRUE(close(*scope, gone, day("2026-03-31")));
  const auto refused = [&](Id<OrgUnit> unit, const std::vector<UnitPart>& parts) {
    const auto refusal = refusal_of([&] { return name_parts(*scope, unit, parts); });
    EXPECT_EQ(refusal.faults.at(0).field, "parts");
    return refusal.faults.at(0).message;
  };
  const auto may = day("2026-05-01");
  EXPECT_THAT(refused(english, {{english, may}}), HasSubstr("that it leaves"));
  EXPECT_THAT(refused(english, {{{987'654}, may}}), HasSubstr("not here any more"));
  EXPECT_THAT(refused(english, {{media, scope->today.plus_days(1)}}), HasSubstr("today or an earlier day"));
  EXPECT_THAT(refused(english, {{media, may}, {media, day("2026-06-01")}}), HasSubstr("once"));
  EXPECT_THAT(refused(english, {{film, may.plus_days(-1)}}), HasSubstr("Film was not there on"));
  EXPECT_THAT(refused(film, {{media, may.plus_days(-1)}}), HasSubstr("Film was not there on"));
  EXPECT_THAT(refused(english, {{gone, may}}), HasSubstr("Gone was not there on"));
  EXPECT_THAT(refused(gone, {{english, may}}), HasSubstr("Gone was not there on"));
  std::vector<UnitPart> many;
  for (int i = 0; i < 11; ++i) many.push_back({added("School " + std::to_string(i)), may});
  EXPECT_THAT(refused(english, many), HasSubstr("at most ten"));
  ASSERT_TRUE(name_parts(*scope, media, std::array{UnitPart{film, may}}));
  ASSERT_TRUE(name_parts(*scope, film, std::array{UnitPart{english, may}}));
  EXPECT_THAT(refused(english, {{media, may}}), HasSubstr("only one of the two")) << "by way of others";
  EXPECT_TRUE(name_parts(*scope, english, std::array{UnitPart{media, day("2026-06-01")}})) << "a month later";
  EXPECT_EQ(refusal_of([&] { return name_parts(*scope, {987'654}, {}); }).kind, Refusal::Kind::not_found);
}

TEST_P(Organisation, IsNotClosedBeforeAPartCameOrWent) {
  const auto english = added("English");
  const auto media = added("Media");
  ASSERT_TRUE(name_parts(*scope, english, std::array{UnitPart{media, day("2026-05-01")}}));
  EXPECT_THAT(refusal_of([&] { return close(*scope, media, day("2026-04-30")); }).message,
              HasSubstr("A part of English goes on in Media only after that day"));
  EXPECT_THAT(refusal_of([&] { return close(*scope, english, day("2026-04-30")); }).message,
              HasSubstr("A part of English went to Media only after that day"));
  EXPECT_TRUE(close(*scope, english, day("2026-05-01")));
}

TEST_P(Organisation, KnowsInWhichAcademicYearsAUnitWasThere) {
  const auto old = added("Old");
  const auto young = add(*scope, {.name = "Young", .valid_from = day("2025-08-01")}).value();
  ASSERT_TRUE(close(*scope, old, day("2025-07-31")));
  const auto before = years_there(*scope, old), after = years_there(*scope, young);
  EXPECT_TRUE(before.has(1990) && before.has(2024) && !before.has(2025));
  EXPECT_EQ(before.nearest(2026), 2024);
  EXPECT_TRUE(after.has(2025) && after.has(2050) && !after.has(2024));
  EXPECT_EQ(after.nearest(2020), 2025);
  EXPECT_TRUE(years_there(*scope, {987'654}).has(2026));
}

TEST(Successions, AreFollowedOverOthersAndNoFurtherThanAskedFor) {
  const Id<OrgUnit> a{1}, b{2}, c{3}, d{4};
  const std::vector<Succession> all{
      {a, b, day("2024-05-01")}, {d, c, day("2025-09-01")}, {b, c, day("2026-05-01")}};
  const auto before = [&](Id<OrgUnit> unit, const char* since, const char* until = "2026-07-31") {
    std::vector<Id<OrgUnit>> units;
    for (const auto& one : predecessors(all, unit, day(since), day(until))) units.push_back(one.unit);
    return units;
  };
  EXPECT_EQ(before(c, "2025-08-01"), (std::vector{d, b})) << "a had ended long before";
  EXPECT_EQ(before(c, "2020-08-01"), (std::vector{d, b, a}));
  EXPECT_EQ(before(c, "2024-08-01", "2025-09-01"), std::vector{d}) << "b was still there by itself";
  EXPECT_TRUE(before(a, "2020-08-01").empty());
  const auto year = [&](std::vector<Id<OrgUnit>> units) {
    return joined(all, units, day("2025-08-01"), day("2026-07-31")).size();
  };
  EXPECT_EQ(year({c}), 2U);
  EXPECT_EQ(year({c, d}), 1U) << "d was below it before";
  EXPECT_EQ(year({b}), 0U) << "a year and more ago";
  EXPECT_TRUE(joined(all, std::vector{b}, day("2024-05-01"), day("2025-07-31")).empty())
      << "from its first day on";
}

TEST(Successions, KnowPartsFromTheWhole) {
  const Id<OrgUnit> a{1}, b{2}, c{3}, late{4};
  const std::vector<Succession> all{{a, b, day("2025-09-01")},
                                    {b, c, day("2025-10-01"), true},
                                    {late, b, day("2025-11-01")},
                                    {c, a, day("2025-12-01"), true}};
  const auto since = day("2025-08-01"), until = day("2026-07-31");
  const std::vector<Predecessor> before_c{{b, true, day("2025-10-01")}, {a, true, day("2025-09-01")}};
  EXPECT_EQ(predecessors(all, c, since, until), before_c) << "the late one came when c had left";
  EXPECT_EQ(predecessors(all, b, since, until).front(), (Predecessor{a, false, day("2025-09-01")}));
  EXPECT_EQ(parted(all, std::vector{b}, since, until), std::vector{all[1]});
  EXPECT_TRUE(parted(all, std::vector{b, c}, since, until).size() == 1U) << "between them nothing left";
  EXPECT_TRUE(parted(all, std::vector{b}, day("2025-10-01"), until).empty()) << "from its first day on";
  EXPECT_TRUE(parted(all, std::vector{a}, since, until).empty()) << "it ended";
  std::vector<Succession> twice{{a, b, day("2025-09-01"), true}, {a, b, day("2026-01-01")}};
  EXPECT_FALSE(predecessors(twice, b, since, until).front().is_part) << "the rest came, too";
  EXPECT_TRUE(comes_back(all, c, {b, day("2025-10-01")}));
  EXPECT_FALSE(comes_back(all, c, {b, day("2025-10-02")}));
}

}  // namespace
}  // namespace rapport::organisation
