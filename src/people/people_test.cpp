#include "people/people.hpp"

#include <gmock/gmock.h>

#include <chrono>

#include "base/text.hpp"
#include "people/person_contact.hpp"
#include "support/day.hpp"
#include "support/small_library.hpp"
#include "support/unchanged.hpp"

namespace rapport::people {
namespace {

using test::day;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

class People : public testing::TestWithParam<db::Engine> {
 protected:
  test::SmallLibrary library{GetParam()};
  std::unique_ptr<Scope> scope = library.scope(library.priya);

  OrgDirectory units() { return library.directory()->org; }
  Added added(const PersonDraft& draft) { return add(*scope, units(), draft).value(); }
  PersonDetails details(Id<Person> id) { return get(*scope, id).value(); }
  template <class F>
  Refusal refusal_of(F&& work) {
    return test::unchanged(library.database, work).refusal();
  }
  std::vector<std::int64_t> found(std::string_view typed) {
    std::vector<std::int64_t> ids;
    const auto directory = library.directory();
    for (const auto* entry : directory->people.matching(folded_words(typed), LastWord::prefix, 50))
      ids.push_back(entry->id.value);
    return ids;
  }
};
INSTANTIATE_TEST_SUITE_P(Engines, People, test::on_each_engine(), test::engine_test_name);

PersonDraft mary_jane(Id<OrgUnit> unit) {
  return {.title = "Dr",
          .full_name = "Mary-Jane O’Neill",
          .pronouns = "she",
          .orcid = "0000-0002-1825-0097",
          .external_id = "E77",
          .about = "Runs the placement year.",
          .addresses = {"mj.oneill@example.ac.uk", "mj@example.org"},
          .names = {{NameKind::former, "Mary-Jane Byrne"}, {NameKind::script, "Μαίρη"}},
          .posts = {{.unit = unit, .title = "Lecturer", .valid_from = day("2024-09-01")}}};
}

TEST_P(People, KeepsEverythingThatWasGiven) {
  const auto made = added(mary_jane(library.nursing));
  EXPECT_THAT(made.slug, StartsWith("mary-jane-oneill-"));
  const auto kept = get(*scope, made.slug).value();
  EXPECT_EQ(kept.person.id, made.id);
  EXPECT_EQ(kept.person.display_name(), "Dr Mary-Jane O’Neill");
  EXPECT_EQ(kept.person.known_as, "Mary-Jane");
  EXPECT_EQ(kept.person.pronouns, "she");
  EXPECT_EQ(kept.person.orcid, "0000-0002-1825-0097");
  EXPECT_EQ(kept.person.external_id, "E77");
  EXPECT_EQ(kept.person.about, "Runs the placement year.");
  EXPECT_EQ(kept.person.main_unit, library.nursing);
  EXPECT_THAT(kept.addresses, ElementsAre("mj.oneill@example.ac.uk", "mj@example.org"));
  EXPECT_THAT(kept.names, ElementsAre(OtherName{NameKind::former, "Mary-Jane Byrne"},
                                      OtherName{NameKind::script, "Μαίρη"}));
  ASSERT_THAT(kept.posts, SizeIs(1));
  EXPECT_TRUE(kept.posts.front().is_main);
  EXPECT_EQ(kept.posts.front().valid_from, day("2024-09-01"));
}

TEST_P(People, AreFoundByEveryNameAtOnce) {
  (void)library.directory();
  const auto id = added(mary_jane(library.nursing)).id.value;
  for (const auto* typed : {"mary", "jane oneill", "o'neill", "byrne", "μαιρη"})
    EXPECT_THAT(found(typed), testing::Contains(id)) << typed;
  EXPECT_EQ(library.directory()->people.find({id})->unit, library.nursing);
}

TEST_P(People, GiveNamesInOtherScriptsAPlainAddress) {
  const auto made = added({.full_name = "王伟"});
  EXPECT_THAT(made.slug, testing::MatchesRegex("person-[a-z2-9]{6}"));
  EXPECT_THAT(found("王伟"), ElementsAre(made.id.value));
}

TEST_P(People, RefuseWhatSomebodyElseHasAndSayWhoseItIs) {
  added(mary_jane(library.nursing));
  const std::vector<std::pair<PersonDraft, std::string>> table{
      {{.full_name = "A", .addresses = {"MJ@example.org"}}, "addresses"},
      {{.full_name = "A", .orcid = "0000-0002-1825-0097"}, "orcid"},
      {{.full_name = "A", .external_id = "E77"}, "external_id"}};
  for (const auto& [draft, field] : table) {
    const auto refusal = refusal_of([&] { return add(*scope, units(), draft); });
    EXPECT_EQ(refusal.faults.front().field, field);
    EXPECT_THAT(refusal.message, HasSubstr("belongs to Mary-Jane O’Neill"));
  }
}

TEST_P(People, RefuseFaultyDraftsAndLeaveTheDatabaseAsItWas) {
  const auto kind = [&](const PersonDraft& draft) {
    return refusal_of([&] { return add(*scope, units(), draft); }).kind;
  };
  EXPECT_EQ(kind({.full_name = ""}), Refusal::Kind::invalid);
  EXPECT_EQ(kind({.full_name = "A", .posts = {{.unit = {999}}}}), Refusal::Kind::invalid);
  EXPECT_EQ(kind({.full_name = "A", .left_on = day("2026-11-13")}), Refusal::Kind::invalid);
}

TEST_P(People, AreReadByDirectorsButNotChanged) {
  auto director = library.scope(library.dora);
  const auto& org = units();
  EXPECT_TRUE(get(*director, library.jane));
  const auto forbidden_by = [&](auto&& work) { return refusal_of(work).kind == Refusal::Kind::forbidden; };
  const std::vector<Id<Person>> ids{library.jane};
  EXPECT_TRUE(forbidden_by([&] { return add(*director, org, {.full_name = "A"}); }));
  EXPECT_TRUE(
      forbidden_by([&] { return add_many(*director, org, std::vector<PersonDraft>{{.full_name = "A"}}); }));
  EXPECT_TRUE(forbidden_by([&] { return update(*director, library.jane, "", {.full_name = "A"}); }));
  EXPECT_TRUE(forbidden_by([&] { return mark_left(*director, library.jane, director->today); }));
  EXPECT_TRUE(forbidden_by([&] { return mark_returned(*director, library.jane); }));
  EXPECT_TRUE(forbidden_by([&] { return remove(*director, ids); }));
  EXPECT_TRUE(forbidden_by([&] { return add_post(*director, org, library.jane, {.unit = library.law}); }));
  EXPECT_TRUE(forbidden_by([&] { return end_post(*director, library.jane, {1}, director->today); }));
  EXPECT_TRUE(forbidden_by([&] { return make_main(*director, library.jane, {1}); }));
  EXPECT_TRUE(forbidden_by([&] {
    return add_way(*director, library.jane, {.statement = "x", .source = "y", .stated_on = director->today});
  }));
  EXPECT_TRUE(forbidden_by([&] { return review_way(*director, library.jane, {1}, {}); }));
  EXPECT_TRUE(forbidden_by([&] { return end_way(*director, library.jane, {1}); }));
}

TEST_P(People, AreUpdatedAndFoundUnderTheNewNameOnly) {
  const auto made = added(
      {.full_name = "Jane Hartley", .addresses = {"jh@example.org"}, .names = {{NameKind::also, "JH"}}});
  auto draft = draft_of(details(made.id));
  draft.full_name = "Jane Byrne";
  draft.known_as = "";
  draft.names = {{NameKind::former, "Jane Hartley"}};
  draft.addresses = {"jb@example.org", "jh@example.org"};
  ASSERT_TRUE(update(*scope, made.id, edition(details(made.id)), draft));
  const auto now = details(made.id);
  EXPECT_EQ(now.person.full_name, "Jane Byrne");
  EXPECT_EQ(now.person.slug, made.slug);
  EXPECT_EQ(now.person.version, 2);
  EXPECT_THAT(now.addresses, ElementsAre("jb@example.org", "jh@example.org"));
  EXPECT_THAT(found("byrne"), ElementsAre(made.id.value));
  EXPECT_THAT(found("hartley"), ElementsAre(made.id.value));
  EXPECT_THAT(found("jh"), IsEmpty());
}

TEST_P(People, AreNotOverwrittenByWhoeverSavesSecond) {
  const auto seen = edition(details(library.jane));
  auto draft = draft_of(details(library.jane));
  draft.about = "Mine";
  ASSERT_TRUE(update(*scope, library.jane, seen, draft));
  draft.about = "Yours";
  EXPECT_EQ(refusal_of([&] { return update(*scope, library.jane, seen, draft); }).kind,
            Refusal::Kind::conflict);
  EXPECT_EQ(details(library.jane).person.about, "Mine");
}

TEST_P(People, MayBeUpdatedWhileSomebodyLogsAConversation) {
  const auto before = details(library.jane);
  library.database->write(
      [&](db::Writer& writer) { note_contact(writer, library.institution, library.jane, library.today()); });
  auto draft = draft_of(before);
  draft.about = "Mine";
  EXPECT_TRUE(update(*scope, library.jane, edition(before), draft));
  const auto now = details(library.jane);
  EXPECT_EQ(now.person.about, "Mine");
  EXPECT_EQ(now.person.last_on, library.today());
}

TEST_P(People, MayKeepTheirOwnAddressesWhenUpdated) {
  const auto made = added(mary_jane(library.nursing));
  auto draft = draft_of(details(made.id));
  draft.title = "Prof.";
  EXPECT_TRUE(update(*scope, made.id, edition(details(made.id)), draft));
  draft.addresses = {"not one"};
  EXPECT_EQ(refusal_of([&] { return update(*scope, made.id, "", draft); }).faults.front().field, "addresses");
}

TEST_P(People, HoldSeveralPostsOfWhichOneIsMain) {
  const auto made = added({.full_name = "Joint Post"});
  const auto first =
      add_post(*scope, units(), made.id, {.unit = library.nursing, .title = "Lecturer"}).value();
  EXPECT_EQ(details(made.id).person.main_unit, library.nursing);
  const auto second =
      add_post(*scope, units(), made.id, {.unit = library.law, .title = "Reader", .is_main = true}).value();
  auto now = details(made.id);
  EXPECT_EQ(now.person.main_unit, library.law);
  ASSERT_THAT(now.posts, SizeIs(2));
  EXPECT_EQ(now.posts[0].id, second);
  EXPECT_TRUE(now.posts[0].is_main);
  EXPECT_FALSE(now.posts[1].is_main);
  ASSERT_TRUE(make_main(*scope, made.id, first));
  EXPECT_EQ(details(made.id).person.main_unit, library.nursing);
  EXPECT_EQ(library.directory()->people.find(made.id)->unit, library.nursing);
}

TEST_P(People, PassTheMainPostOnWhenItEnds) {
  const auto made = added({.full_name = "Joint Post",
                           .posts = {{.unit = library.nursing, .is_main = true}, {.unit = library.law}}});
  const auto main = details(made.id).posts.front();
  ASSERT_TRUE(end_post(*scope, made.id, main.id, day("2026-10-31")));
  const auto now = details(made.id);
  EXPECT_EQ(now.person.main_unit, library.law);
  EXPECT_TRUE(now.posts[0].is_main);
  EXPECT_EQ(now.posts[0].unit, library.law);
  EXPECT_EQ(now.posts[1].valid_to, day("2026-10-31"));
}

TEST_P(People, KeepTheirDepartmentAfterTheOnlyPostEnded) {
  const auto post = details(library.jane).posts.front();
  ASSERT_TRUE(end_post(*scope, library.jane, post.id, day("2026-10-31")));
  EXPECT_EQ(details(library.jane).person.main_unit, library.nursing);
}

TEST_P(People, RefusePostsThatAreWrongOrSomebodyElses) {
  const auto janes = details(library.jane).posts.front().id;
  const auto kind = [&](auto&& work) { return refusal_of(work).kind; };
  EXPECT_EQ(kind([&] { return add_post(*scope, units(), library.jane, {.unit = {999}}); }),
            Refusal::Kind::invalid);
  EXPECT_EQ(kind([&] { return add_post(*scope, units(), {999}, {.unit = library.law}); }),
            Refusal::Kind::not_found);
  EXPECT_EQ(kind([&] { return end_post(*scope, library.owen, janes, scope->today); }),
            Refusal::Kind::not_found);
  EXPECT_EQ(kind([&] { return make_main(*scope, library.owen, janes); }), Refusal::Kind::not_found);
  const auto made =
      added({.full_name = "A", .posts = {{.unit = library.law, .valid_from = day("2026-09-01")}}});
  const auto post = details(made.id).posts.front().id;
  EXPECT_EQ(kind([&] { return end_post(*scope, made.id, post, day("2026-08-31")); }), Refusal::Kind::invalid);
}

TEST_P(People, LeaveWithTheirPostsAndMayReturn) {
  ASSERT_TRUE(mark_left(*scope, library.jane, day("2026-09-30")));
  auto now = details(library.jane);
  EXPECT_EQ(now.person.left_on, day("2026-09-30"));
  EXPECT_EQ(now.posts.front().valid_to, day("2026-09-30"));
  EXPECT_EQ(now.person.main_unit, library.nursing);
  EXPECT_THAT(found("jane"), IsEmpty());
  EXPECT_FALSE(library.directory()->people.find(library.jane)->is_here);
  ASSERT_TRUE(mark_returned(*scope, library.jane));
  EXPECT_THAT(found("jane"), SizeIs(1));
  EXPECT_EQ(refusal_of([&] { return mark_left(*scope, library.jane, day("2026-11-13")); }).kind,
            Refusal::Kind::invalid);
}

TEST_P(People, HaveWaysOfWorkingThatAreReviewedAndEnd) {
  const auto way = add_way(*scope, library.jane,
                           {.statement = " Phone  first ",
                            .source = "told Tom",
                            .stated_on = day("2026-10-01"),
                            .review_on = day("2027-10-01")})
                       .value();
  auto now = details(library.jane);
  ASSERT_THAT(now.ways, SizeIs(1));
  EXPECT_EQ(now.ways.front().statement, "Phone first");
  EXPECT_EQ(now.ways.front().recorded_by, library.priya);
  EXPECT_EQ(now.person.version, 2);
  ASSERT_TRUE(review_way(*scope, library.jane, way, day("2028-01-01")));
  EXPECT_EQ(details(library.jane).ways.front().review_on, day("2028-01-01"));
  EXPECT_EQ(refusal_of([&] { return review_way(*scope, library.jane, way, scope->today); }).kind,
            Refusal::Kind::invalid);
  EXPECT_EQ(refusal_of([&] { return end_way(*scope, library.owen, way); }).kind, Refusal::Kind::not_found);
  ASSERT_TRUE(end_way(*scope, library.jane, way));
  EXPECT_THAT(details(library.jane).ways, IsEmpty());
}

TEST_P(People, MergedAreFoundAndChangedAsTheOneTheyBecame) {
  library.database->write([&](db::Writer& writer) {
    writer.execute("update persons set merged_into = $3 where institution_id = $1 and id = $2",
                   library.institution, library.owen, library.jane);
  });
  EXPECT_EQ(details(library.owen).person.id, library.jane);
  EXPECT_EQ(get(*scope, "owen-smith-7k3")->person.id, library.jane);
  ASSERT_TRUE(mark_left(*scope, library.owen, scope->today));
  EXPECT_TRUE(details(library.jane).person.left_on);
}

TEST_P(People, AreMergedAndTakenApartWithNothingMoved) {
  const auto before = details(library.owen);
  ASSERT_TRUE(merge(*scope, library.jane, library.owen));
  ASSERT_TRUE(merge(*scope, library.jane, library.owen)) << "twice is as good as once";
  EXPECT_EQ(get(*scope, "owen-smith-7k3")->person.id, library.jane);
  ASSERT_TRUE(undo_merge(*scope, library.owen));
  ASSERT_TRUE(undo_merge(*scope, library.owen));
  const auto after = details(library.owen);
  EXPECT_EQ(after.person.full_name, before.person.full_name);
  EXPECT_EQ(after.addresses, before.addresses);
  EXPECT_EQ(after.posts.size(), before.posts.size());
}

TEST_P(People, AreNotMergedWithThemselvesNorByDirectorsNorInCircles) {
  EXPECT_EQ(refusal_of([&] { return merge(*scope, library.jane, library.jane); }).kind,
            Refusal::Kind::invalid);
  EXPECT_EQ(refusal_of([&] { return merge(*scope, library.jane, {999}); }).kind, Refusal::Kind::not_found);
  const auto director = library.scope(library.dora);
  EXPECT_EQ(merge(*director, library.jane, library.owen).refusal().kind, Refusal::Kind::forbidden);
  ASSERT_TRUE(merge(*scope, library.jane, library.owen));
  ASSERT_TRUE(merge(*scope, library.owen, library.jane)) << "they are one already";
  EXPECT_EQ(details(library.owen).person.id, library.jane);
}

TEST_P(People, AreNotFoundWhereThereIsNobody) {
  EXPECT_EQ(get(*scope, "nobody").refusal().kind, Refusal::Kind::not_found);
  EXPECT_EQ(get(*scope, Id<Person>{999}).refusal().kind, Refusal::Kind::not_found);
  EXPECT_EQ(refusal_of([&] { return mark_left(*scope, {999}, scope->today); }).kind,
            Refusal::Kind::not_found);
}

TEST_P(People, AreAddedManyAtOnceWithOneAuditRow) {
  const auto audits = [&] {
    return library.database->read([&](db::Reader& reader) {
      return reader.count("select count(*) from audit_events where institution_id = $1", library.institution);
    });
  };
  const auto before = audits();
  const std::vector<PersonDraft> drafts{mary_jane(library.nursing),
                                        {.full_name = "Jane Smith", .posts = {{.unit = library.law}}},
                                        {.full_name = "Jane Smith"}};
  const auto made = add_many(*scope, units(), drafts).value();
  ASSERT_THAT(made, SizeIs(3));
  EXPECT_NE(made[1].slug, made[2].slug);
  EXPECT_EQ(details(made[0].id).addresses.size(), 2U);
  EXPECT_EQ(details(made[1].id).person.main_unit, library.law);
  EXPECT_THAT(found("jane smith"), SizeIs(3));
  EXPECT_EQ(audits(), before + 1);
}

TEST_P(People, AreAddedManyAtOnceOrNotAtAll) {
  added({.full_name = "A", .external_id = "E1", .addresses = {"a@example.org"}});
  const std::vector<PersonDraft> drafts{{.full_name = "Good"},
                                        {.full_name = ""},
                                        {.full_name = "B", .addresses = {"A@example.org"}},
                                        {.full_name = "C", .external_id = "E2"},
                                        {.full_name = "D", .external_id = "E2"}};
  const auto refusal = refusal_of([&] { return add_many(*scope, units(), drafts); });
  std::vector<std::string> rows;
  for (const auto& fault : refusal.faults) rows.push_back(fault.field);
  EXPECT_THAT(rows, ElementsAre("1", "2", "4"));
  EXPECT_EQ(faults_of_many(*scope, units(), drafts), refusal.faults);
  EXPECT_TRUE(add_many(*scope, units(), {})->empty());
}

TEST_P(People, AreRemovedFromMemoryTooWhenAnImportIsUndone) {
  const auto made = added(mary_jane(library.nursing));
  EXPECT_THAT(found("oneill"), SizeIs(1));
  ASSERT_TRUE(remove(*scope, std::vector<Id<Person>>{made.id, {999}}));
  EXPECT_EQ(get(*scope, made.id).refusal().kind, Refusal::Kind::not_found);
  EXPECT_THAT(found("oneill"), IsEmpty());
  EXPECT_EQ(library.directory()->people.find(made.id), nullptr);
  EXPECT_TRUE(add(*scope, units(), mary_jane(library.nursing)));
}

TEST_P(People, AreKnownByTheirKeys) {
  const auto id = added(mary_jane(library.nursing)).id;
  const auto keys = known_keys(*scope);
  EXPECT_EQ(keys.by_address.at("mj@example.org"), id);
  EXPECT_EQ(keys.by_orcid.at("0000-0002-1825-0097"), id);
  EXPECT_EQ(keys.by_external_id.at("E77"), id);
}

TEST_P(People, OfAnotherInstitutionAreNotSeen) {
  const auto other = library.database->write([&](db::Writer& writer) {
    return writer.insert<Institution>(
        "insert into institutions (name, zone, created_at) values ('Elsewhere', 'Europe/London', 0) "
        "returning id");
  });
  Scope elsewhere(*library.database, other, scope->viewer, library.zone, scope->now);
  EXPECT_EQ(get(elsewhere, library.jane).refusal().kind, Refusal::Kind::not_found);
  EXPECT_EQ(get(elsewhere, "jane-smith-4f2").refusal().kind, Refusal::Kind::not_found);
  EXPECT_EQ(refusal_of([&] { return mark_left(elsewhere, library.jane, elsewhere.today); }).kind,
            Refusal::Kind::not_found);
}

}  // namespace
}  // namespace rapport::people
