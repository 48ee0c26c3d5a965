// Drafting and freezing, on both engines: what is frozen stays, whatever becomes of the records.
#include "headlines/headlines.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

#include "bumps/bumps.hpp"
#include "bumps/stories.hpp"
#include "headlines/sheet_files.hpp"
#include "headlines/sheet_layout.hpp"
#include "headlines/sheet_reading.hpp"
#include "interactions/interactions.hpp"
#include "measures/measures.hpp"
#include "measures/starting_measures.hpp"
#include "organisation/organisation.hpp"
#include "people/people.hpp"
#include "support/small_library.hpp"
#include "support/unchanged.hpp"

namespace rapport {
namespace {

using headlines::SheetOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using Kind = Refusal::Kind;

class Headlines : public testing::TestWithParam<db::Engine> {
 protected:
  void SetUp() override {
    library.database->write(
        [&](db::Writer& writer) { insert_measures(writer, library.institution, Instant{}); });
  }
  test::SmallLibrary library{GetParam()};
  std::shared_ptr<const Directory> directory = library.directory();

  SheetOf of(Id<OrgUnit> unit, int year = 2025) {
    directory = library.directory();
    return {directory->org.find(unit), year, "Northmoor University Library"};
  }
  void report(std::string_view code, Id<OrgUnit> unit, int year, std::int64_t number) {
    const auto measure = measures::get(*library.scope(library.priya), code).value();
    ASSERT_TRUE(measures::report(*library.scope(library.gwen), *library.directory(),
                                 {.measure = measure.id,
                                  .unit = unit,
                                  .academic_year = year,
                                  .numbers = {.numerator = whole(number)},
                                  .state = ValueState::final}));
  }
  Id<Interaction> talk(Id<Person> with, Date on, std::string topic = "",
                       Visibility visibility = Visibility::library, std::string_view kind = "meeting") {
    directory = library.directory();
    InteractionDraft draft{.kind = directory->vocabulary.find_kind(kind)->id,
                           .happened_on = on,
                           .visibility = visibility,
                           .people = {{with}}};
    if (!topic.empty()) draft.topics = {std::move(topic)};
    return interactions::record(*library.scope(library.priya), *directory, draft).value().interaction;
  }
  headlines::Sheet read(const SheetOf& sheet, headlines::Wanted wanted = {}) {
    auto found = headlines::read(*library.scope(library.priya), *directory, sheet, wanted);
    EXPECT_TRUE(found) << found.refusal().message;
    return std::move(found).value();
  }
  Result<int> save(Id<Staff> who, const SheetOf& sheet, int seen, const SheetDraft& draft) {
    return headlines::save(*library.scope(who), *directory, sheet, seen, draft);
  }
  Result<int> freeze(Id<Staff> who, const SheetOf& sheet, int seen) {
    return headlines::freeze(*library.scope(who), *directory, sheet, seen);
  }
  static SheetDraft with_words(std::string place, std::string words) {
    auto draft = new_draft();
    draft.words.emplace(std::move(place), std::move(words));
    return draft;
  }
};
INSTANTIATE_TEST_SUITE_P(Engines, Headlines, test::on_each_engine(), test::engine_test_name);

TEST_P(Headlines, ADraftIsMadeFromData) {
  report("visits", library.nursing, 2024, 1000);
  report("visits", library.nursing, 2025, 1200);
  const auto sheet = read(of(library.nursing));
  EXPECT_FALSE(sheet.is_frozen());
  const auto* numbers = sheet.content.find(BlockKind::numbers);
  ASSERT_NE(numbers, nullptr);
  ASSERT_THAT(numbers->numbers, SizeIs(1));
  EXPECT_EQ(numbers->numbers[0].number, "1,200");
  EXPECT_EQ(numbers->numbers[0].line, "up 20 % from 1,000");
  EXPECT_THAT(sheet.content.sources, Not(IsEmpty()));
}

TEST_P(Headlines, OfAFacultyCountAConversationOfTwoDepartmentsOnce) {
  const auto faculty =
      organisation::add(*library.scope(library.ada), {.kind = OrgUnitKind::faculty, .name = "Everything"})
          .value();
  for (int i = 0; i < 9; ++i)  // between Law and Nursing by name
    ASSERT_TRUE(
        organisation::add(*library.scope(library.ada), {.name = "M" + std::to_string(i), .parent = faculty}));
  for (const auto unit : {library.law, library.nursing})
    ASSERT_TRUE(organisation::move(*library.scope(library.ada), unit, faculty, library.today()));
  directory = library.directory();
  const InteractionDraft draft{.kind = directory->vocabulary.find_kind("meeting")->id,
                               .happened_on = Date::parse_iso("2025-11-03").value(),
                               .people = {{library.jane}, {library.owen}},
                               .topics = {"open-access"}};
  ASSERT_TRUE(interactions::record(*library.scope(library.priya), *directory, draft));
  directory = library.directory();  // knows the topic
  const auto facts = headlines::read_facts(*library.scope(library.priya), *directory,
                                           *directory->org.find(faculty), 2025, "")
                         .value();
  EXPECT_EQ(facts.months.counts[3], 1) << "November";
  ASSERT_THAT(facts.topics, SizeIs(1));
  EXPECT_EQ(facts.topics[0].conversations, 1);
}

TEST_P(Headlines, WithoutDataItIsBareAndCannotBeFrozen) {
  const auto sheet = of(library.law);
  EXPECT_TRUE(read(sheet).content.is_bare());
  const auto refused = test::unchanged(library.database, [&] { return freeze(library.priya, sheet, 0); });
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.refusal().faults.front().field, "blocks");
}

TEST_P(Headlines, WhatIsFrozenStaysWhateverBecomesOfTheRecords) {
  const auto unit = organisation::add(*library.scope(library.ada), {.name = "Midwifery"}).value();
  report("visits", unit, 2024, 1000);
  report("visits", unit, 2025, 1200);
  const auto before_freezing = write_content(read(of(unit)).content);
  ASSERT_TRUE(freeze(library.priya, of(unit), 0));
  const auto frozen = read(of(unit));
  ASSERT_TRUE(frozen.is_frozen());
  EXPECT_EQ(write_content(frozen.content), before_freezing);
  const auto pdf = headlines::sheet_pdf(frozen.content);

  // Everything changes.
  report("visits", unit, 2025, 7);
  const auto visits = measures::get(*library.scope(library.gwen), "visits").value();
  auto meaning = draft_of(visits.current());
  meaning.name = "Something else";
  meaning.definition = "Counted in another way.";
  meaning.starts_in = 2026;
  meaning.because = "The gates are new.";
  ASSERT_TRUE(measures::redefine(*library.scope(library.gwen), visits.id, visits.current().version, meaning));
  ASSERT_TRUE(organisation::rename(*library.scope(library.gwen), unit, "Health", *Date::of(2026, 11, 1)));
  for (int day = 1; day <= 6; ++day)
    talk(library.jane, *Date::of(2026, 3, static_cast<unsigned>(day)), "reading-lists");
  ASSERT_TRUE(measures::retire(*library.scope(library.gwen), visits.id));

  const auto later = read(of(unit));
  EXPECT_EQ(write_content(later.content), before_freezing);
  EXPECT_EQ(headlines::sheet_pdf(later.content), pdf);
  EXPECT_NE(write_content(read(of(unit), {.is_draft = true}).content), before_freezing);
}

TEST_P(Headlines, ANewVersionLeavesTheOldOneThere) {
  const auto sheet = of(library.law);
  ASSERT_EQ(save(library.priya, sheet, 0, with_words("say.note", "First.")).value(), 1);
  ASSERT_EQ(freeze(library.priya, sheet, 1).value(), 1);
  ASSERT_EQ(save(library.tom, sheet, 1, with_words("say.note", "Second.")).value(), 2);
  EXPECT_EQ(read(sheet).content.find(BlockKind::say)->note, "First.") << "others see what is frozen";
  EXPECT_TRUE(read(sheet).has_newer_draft());
  EXPECT_EQ(read(sheet, {.is_draft = true}).content.find(BlockKind::say)->note, "Second.");
  ASSERT_EQ(freeze(library.tom, sheet, 2).value(), 2);
  EXPECT_EQ(read(sheet).content.find(BlockKind::say)->note, "Second.");
  EXPECT_EQ(read(sheet, {.number = 1}).content.find(BlockKind::say)->note, "First.");
  const auto history = headlines::history(*library.scope(library.dora), *sheet.unit, 2025);
  EXPECT_THAT(history.frozen, SizeIs(2));
  EXPECT_THAT(history.drafts, SizeIs(2));
}

TEST_P(Headlines, TwoWhoWriteAtOnceDoNotLoseWords) {
  const auto sheet = of(library.law);
  ASSERT_TRUE(save(library.priya, sheet, 0, with_words("say.note", "Priya’s")));
  const auto refused = test::unchanged(
      library.database, [&] { return save(library.tom, sheet, 0, with_words("say.note", "Tom’s")); });
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.refusal().kind, Kind::conflict);
  const auto frozen = test::unchanged(library.database, [&] { return freeze(library.tom, sheet, 0); });
  ASSERT_FALSE(frozen);
  EXPECT_EQ(frozen.refusal().kind, Kind::conflict);
  ASSERT_TRUE(freeze(library.tom, sheet, 1));
  const auto again = test::unchanged(library.database, [&] { return freeze(library.tom, sheet, 1); });
  ASSERT_FALSE(again) << "it is frozen already";
  EXPECT_EQ(again.refusal().kind, Kind::conflict);
}

TEST_P(Headlines, TwoWhoWriteDifferentBlocksDoNotWaitForEachOther) {
  const auto sheet = of(library.law);
  const auto write = [&](Id<Staff> who, int seen, BlockKind kind, std::string_view words) {
    SheetDraft typed;
    typed.words.emplace(std::string(code(kind)) + ".note", words);
    return headlines::save_block(*library.scope(who), *directory, sheet, seen, kind, typed);
  };
  ASSERT_TRUE(write(library.priya, 0, BlockKind::say, "Priya’s"));
  ASSERT_TRUE(write(library.tom, 0, BlockKind::months, "Tom’s")) << "another block";
  const auto words = [&] {
    return headlines::read_draft(*library.scope(library.priya), *directory, sheet).value().draft.words;
  };
  const SheetWords both{{"say.note", "Priya’s"}, {"months.note", "Tom’s"}};
  EXPECT_EQ(words(), both);
  for (const int seen : {0, 99, -1}) {
    const auto refused = test::unchanged(
        library.database, [&] { return write(library.tom, seen, BlockKind::say, "Tom’s too"); });
    ASSERT_FALSE(refused) << seen;
    EXPECT_EQ(refused.refusal().kind, Kind::conflict);
  }
  ASSERT_TRUE(write(library.tom, 1, BlockKind::say, "Tom’s too")) << "who has seen Priya’s";
  EXPECT_EQ(words().at("months.note"), "Tom’s");
}

TEST_P(Headlines, DirectorsReadAndDoNotWrite) {
  const auto sheet = of(library.law);
  ASSERT_TRUE(save(library.gwen, sheet, 0, with_words("say.note", "Hello.")));
  EXPECT_TRUE(headlines::read(*library.scope(library.dora), *directory, sheet));
  const auto saved =
      test::unchanged(library.database, [&] { return save(library.dora, sheet, 1, new_draft()); });
  EXPECT_EQ(saved.refusal().kind, Kind::forbidden);
  const auto written = test::unchanged(library.database, [&] {
    return headlines::save_block(*library.scope(library.dora), *directory, sheet, 1, BlockKind::say, {});
  });
  EXPECT_EQ(written.refusal().kind, Kind::forbidden);
  const auto frozen = test::unchanged(library.database, [&] { return freeze(library.dora, sheet, 1); });
  EXPECT_EQ(frozen.refusal().kind, Kind::forbidden);
}

TEST_P(Headlines, AYearThatHasNotBegunHasNoSheet) {
  for (const int year : {2027, 1900, 9999}) {
    const auto found = headlines::read(*library.scope(library.priya), *directory, of(library.law, year));
    ASSERT_FALSE(found) << year;
    EXPECT_EQ(found.refusal().kind, Kind::not_found);
  }
}

TEST_P(Headlines, APageThatIsTooFullCannotBeFrozen) {
  const auto sheet = of(library.law);
  auto draft = new_draft();
  draft.blocks.push_back(BlockKind::own);
  std::string lines;
  for (int i = 0; i < 8; ++i) lines += std::string(70, 'w') + " " + std::string(2, 'x') + "\n";
  draft.words = {{"asked.lines", lines}, {"together.lines", lines}, {"own.note", std::string(600, 'm')}};
  for (const auto* kind : {"say", "asked", "together", "champions", "small_print"})
    draft.words.emplace(std::string(kind) + ".note", std::string(600, 'm'));
  ASSERT_TRUE(save(library.priya, sheet, 0, draft));
  const auto refused = test::unchanged(library.database, [&] { return freeze(library.priya, sheet, 1); });
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.refusal().message, HasSubstr("mm too long"));
}

TEST_P(Headlines, LinesOfPlansAreCutToTheRoomThatThereIs) {
  auto facts =
      headlines::read_draft(*library.scope(library.priya), *directory, of(library.law)).value().facts;
  const std::string words = "Something that we would like to do together in the coming year, at some length";
  for (int i = 0; i < 12; ++i) {
    facts.asked.push_back({words, true});
    facts.together.push_back({"Jan", words, "Priya"});
  }
  const auto roomy = headlines::fitted(facts, new_draft()).content;
  EXPECT_THAT(roomy.find(BlockKind::together)->together, SizeIs(4));
  EXPECT_EQ(roomy.find(BlockKind::together)->note, "Eight more in our plan.");
  auto draft = new_draft();
  draft.blocks.push_back(BlockKind::own);
  std::string long_words;
  for (int i = 0; i < 110; ++i) long_words += "word ";
  for (const auto* place : {"own.note", "say.note", "champions.note", "small_print.note"})
    draft.words.emplace(place, long_words);
  draft.words.emplace("asked.note", long_words);
  const auto tight = headlines::fitted(facts, draft).content;
  EXPECT_TRUE(headlines::lay_out(tight).fits());
  EXPECT_LT(tight.find(BlockKind::together)->together.size(), 4U);
  draft.words.emplace("together.lines", "Jan | Ours | Priya");
  EXPECT_THAT(headlines::fitted(facts, draft).content.find(BlockKind::together)->together, SizeIs(1))
      << "what is written stays";
}

TEST_P(Headlines, RestrictedAndTeamConversationsGiveNothingAway) {
  const auto day = [](int i) { return *Date::of(2026, 3, static_cast<unsigned>(1 + i)); };
  for (int i = 0; i < 6; ++i) talk(library.jane, day(i), "secret-merger", Visibility::restricted);
  for (int i = 0; i < 6; ++i) talk(library.sian, day(i), "team-gossip", Visibility::team);
  const auto content = read(of(library.nursing)).content;
  const auto text = write_content(content);
  EXPECT_THAT(text, Not(HasSubstr("merger")));
  EXPECT_THAT(text, Not(HasSubstr("gossip")));
  const auto* months = content.find(BlockKind::months);
  ASSERT_NE(months, nullptr);
  EXPECT_EQ(months->heading, "6 conversations, month by month") << "the team's count, restricted ones do not";
}

TEST_P(Headlines, TopicsOfATeamAreNotNamedHoweverManyTheyWereWith) {
  std::vector<Participant> everybody{{library.jane}, {library.sian}, {library.owen}};
  for (const auto* name : {"Ann One", "Ben Two", "Cai Three"})
    everybody.push_back(
        {people::add(*library.scope(library.ada), library.directory()->org, {.full_name = name}).value().id});
  directory = library.directory();
  for (const auto& [topic, visibility] :
       {std::pair("open-talk", Visibility::library), std::pair("team-gossip", Visibility::team),
        std::pair("secret-merger", Visibility::restricted)})
    for (int day = 1; day <= 6; ++day)
      ASSERT_TRUE(interactions::record(*library.scope(library.priya), *directory,
                                       {.kind = directory->vocabulary.find_kind("meeting")->id,
                                        .happened_on = *Date::of(2026, 3, static_cast<unsigned>(day)),
                                        .visibility = visibility,
                                        .org_unit = library.nursing,
                                        .people = everybody,
                                        .topics = {topic}}));
  const auto content = read(of(library.nursing)).content;
  ASSERT_NE(content.find(BlockKind::topics), nullptr);
  ASSERT_THAT(content.find(BlockKind::topics)->topics, SizeIs(1));
  EXPECT_EQ(content.find(BlockKind::topics)->topics[0].name, "Open talk");
}

TEST_P(Headlines, TopicsAndLevelsOfFewPeopleAreNotShown) {
  for (int i = 0; i < 9; ++i)
    talk(library.jane, *Date::of(2026, 3, static_cast<unsigned>(1 + i)), "reading-lists");
  const auto content = read(of(library.nursing)).content;
  EXPECT_EQ(content.find(BlockKind::topics), nullptr) << "nine conversations with one person";
  EXPECT_EQ(content.find(BlockKind::people), nullptr) << "two people in post";
}

TEST_P(Headlines, AQuotationStandsOnlyWithPermission) {
  const auto first = talk(library.jane, *Date::of(2026, 3, 1));
  const auto second = talk(library.jane, *Date::of(2026, 3, 9), "", Visibility::library, "teaching");
  const auto scope = library.scope(library.priya);
  ASSERT_TRUE(bumps::propose(*scope, *library.directory(), {.from = first, .to = second}));
  ASSERT_TRUE(bumps::tell(*scope, *library.directory(), first,
                          {.title = "From a chat",
                           .path = {first, second},
                           .quotation = "It worked.",
                           .quoted = library.jane,
                           .permission = "by mail",
                           .permission_on = *Date::of(2026, 4, 1),
                           .org_unit = library.nursing}));
  const auto sheet = of(library.nursing);
  const auto content = read(sheet).content;
  ASSERT_NE(content.find(BlockKind::quotation), nullptr);
  EXPECT_EQ(content.find(BlockKind::quotation)->note, "It worked.");
  EXPECT_EQ(content.find(BlockKind::quotation)->by, "Dr Jane Smith, quoted with permission");
  ASSERT_TRUE(save(library.priya, sheet, 0, with_words("quotation.note", "It was wonderful.")));
  EXPECT_EQ(read(sheet).content.find(BlockKind::quotation)->note, "It worked.") << "their words stay theirs";
}

TEST_P(Headlines, AStepThatWasRestrictedLaterIsNotTold) {
  std::vector<Id<Interaction>> path;
  for (const auto& [kind, month] : {std::pair("meeting", 3), std::pair("call", 4), std::pair("teaching", 5)})
    path.push_back(
        talk(library.jane, *Date::of(2026, static_cast<unsigned>(month), 1), "", Visibility::library, kind));
  const auto scope = library.scope(library.priya);
  ASSERT_TRUE(bumps::propose(*scope, *library.directory(), {.from = path[0], .to = path[1]}));
  ASSERT_TRUE(bumps::propose(*scope, *library.directory(), {.from = path[1], .to = path[2]}));
  ASSERT_TRUE(bumps::tell(*scope, *library.directory(), path[0],
                          {.title = "Three steps", .path = path, .org_unit = library.nursing}));
  ASSERT_THAT(read(of(library.nursing)).content.find(BlockKind::chain)->chain, SizeIs(3));
  const auto call = interactions::get(*scope, path[1]).value();
  InteractionDraft draft{.kind = call.kind,
                         .happened_on = call.happened_on,
                         .visibility = Visibility::restricted,
                         .people = {{library.jane}}};
  ASSERT_TRUE(
      interactions::correct(*scope, *library.directory(), path[1], call.version, draft, "private after all"));
  const auto content = read(of(library.nursing)).content;
  EXPECT_THAT(content.find(BlockKind::chain)->chain, SizeIs(2)) << "whoever looks: Priya may read the call";
  EXPECT_THAT(write_content(content), Not(HasSubstr("phone call")));
  const auto others = headlines::read(*library.scope(library.dora), *directory, of(library.nursing)).value();
  EXPECT_EQ(write_content(others.content), write_content(content)) << "a page does not depend on who looks";
}

TEST_P(Headlines, AllDepartmentsOfAYearAreListed) {
  ASSERT_TRUE(save(library.priya, of(library.law), 0, with_words("say.note", "Hello.")));
  ASSERT_TRUE(freeze(library.priya, of(library.law), 1));
  const auto lines = headlines::of_year(*library.scope(library.dora), *library.directory(), 2025);
  int frozen = 0;
  for (const auto& line : lines) frozen += line.row && line.row->is_frozen() ? 1 : 0;
  EXPECT_EQ(frozen, 1);
  EXPECT_GE(lines.size(), 2U);
}

TEST_P(Headlines, SayOfWhomFiguresAreThatLieBeforeAMerger) {
  const auto add = [&](std::string name, std::optional<Date> from = {}) {
    return organisation::add(*library.scope(library.ada), {.name = std::move(name), .valid_from = from})
        .value();
  };
  const auto small_print = [&](Id<OrgUnit> unit, int year = 2025) {
    const auto content = read(of(unit, year)).content;
    return content.find(BlockKind::small_print)->note;
  };
  const auto may = *Date::of(2026, 5, 1);
  const auto podiatry = add("Podiatry");
  const auto optics = add("Optics");
  const auto health = add("Health", may);
  const auto end = [&](Id<OrgUnit> unit, std::vector<Id<OrgUnit>> into) {
    ASSERT_TRUE(organisation::close(*library.scope(library.ada), unit, may.plus_days(-1), into));
  };
  end(podiatry, {health, library.law});
  end(optics, {health});
  EXPECT_EQ(
      small_print(health),
      "August 2025 to July 2026. Counts of fewer than five people are not shown. Figures of before 1 May "
      "2026 are of Podiatry and Optics.");
  EXPECT_THAT(small_print(library.law),
              HasSubstr("Figures of before 1 May 2026 are without Podiatry, part of it since."));
  EXPECT_THAT(small_print(podiatry),
              HasSubstr("August 2025 to 30 April 2026; it goes on in Law and Health."));
  EXPECT_THAT(small_print(library.law, 2026), Not(HasSubstr("Podiatry"))) << "all of the year";
  EXPECT_THAT(small_print(library.nursing), Not(HasSubstr("before")));
}

TEST_P(Headlines, SayOfWhomFiguresAreThatLieBeforeAPartLeft) {
  const auto admin = library.scope(library.ada);
  const auto may = *Date::of(2026, 5, 1);
  const auto film = organisation::add(*admin, {.name = "Film", .valid_from = may}).value();
  ASSERT_TRUE(organisation::name_parts(*admin, library.law,
                                       std::array{UnitPart{film, may}, UnitPart{library.nursing, may}}));
  const auto small_print = [&](Id<OrgUnit> unit, int year) {
    return read(of(unit, year)).content.find(BlockKind::small_print)->note;
  };
  EXPECT_THAT(
      small_print(library.law, 2025),
      HasSubstr("Figures of before 1 May 2026 include what has been in Nursing & Midwifery and Film since."));
  EXPECT_THAT(small_print(film, 2025),
              HasSubstr("Figures of before 1 May 2026 are among those of Law, which it was a part of."));
  EXPECT_THAT(small_print(library.nursing, 2025),
              HasSubstr("Figures of before 1 May 2026 are without what came from Law."));
  for (const auto unit : {library.law, film, library.nursing})
    EXPECT_THAT(small_print(unit, 2026), Not(HasSubstr("before"))) << "all of the year";
}

TEST_P(Headlines, SayWhoCameOnTheFirstDayOfTheYear) {
  const auto admin = library.scope(library.ada);
  const auto optics = organisation::add(*admin, {.name = "Optics"}).value();
  ASSERT_TRUE(organisation::close(*admin, optics, *Date::of(2025, 7, 31), std::array{library.law}));
  EXPECT_THAT(read(of(library.law, 2025)).content.find(BlockKind::small_print)->note,
              HasSubstr("Figures of before 1 August 2025 are without Optics, part of it since."))
      << "those of the year before stand beside";
}

TEST_P(Headlines, AreListedForTheDepartmentsThatThereWere) {
  const auto admin = library.scope(library.ada);
  const auto alchemy = organisation::add(*admin, {.name = "Alchemy"}).value();
  const auto optics =
      organisation::add(*admin, {.name = "Optics", .valid_from = Date::of(2026, 9, 1)}).value();
  ASSERT_TRUE(organisation::rename(*admin, alchemy, "Chemistry", *Date::of(2026, 8, 1)));
  ASSERT_TRUE(organisation::close(*admin, library.law, *Date::of(2026, 8, 31)));
  const auto names = [&](int year) {
    std::vector<std::string> all;
    for (const auto& line : headlines::of_year(*library.scope(library.dora), *library.directory(), year))
      all.push_back(line.name);
    return all;
  };
  EXPECT_THAT(names(2025), testing::UnorderedElementsAre("Alchemy", "Law", "Nursing & Midwifery"));
  EXPECT_THAT(names(2026),
              testing::UnorderedElementsAre("Chemistry", "Law", "Nursing & Midwifery", "Optics"));
  (void)optics;
}

}  // namespace
}  // namespace rapport
