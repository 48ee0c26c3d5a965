// Imports on both engines: tried, run, run again, undone.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

#include "exchange/cell_values.hpp"
#include "exchange/import_runner.hpp"
#include "exchange/imports.hpp"
#include "interactions/interactions.hpp"
#include "people/people.hpp"
#include "spreadsheet/csv.hpp"
#include "support/small_library.hpp"
#include "support/unchanged.hpp"

namespace rapport::exchange {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(CellValues, ReadsDatesDayBeforeMonth) {
  const std::vector<std::pair<std::string, std::string>> samples{
      {"2026-11-03", "2026-11-03"},        {"3/11/2026", "2026-11-03"},
      {"03.11.26", "2026-11-03"},          {"3 Nov 2026", "2026-11-03"},
      {"3rd November 2026", "2026-11-03"}, {"46329", "2026-11-03"},
      {"03/11/2026 14:00", "2026-11-03"},  {"2026-11-03T10:00:00", "2026-11-03"},
      {"Tue 3 Nov 2026", "2026-11-03"}};
  for (const auto& [text, iso] : samples) {
    const auto date = read_date(text);
    ASSERT_TRUE(date) << text;
    EXPECT_EQ(date->iso(), iso) << text;
  }
  for (const std::string text : {"31/02/2026", "11/13/2026", "29/02/2025", "", "soon", "3/11", "12345678"})
    EXPECT_FALSE(read_date(text)) << text;
}

TEST(CellValues, ReadsLengthsAndNames) {
  EXPECT_EQ(read_minutes("45"), 45);
  EXPECT_EQ(read_minutes("1h30"), 90);
  EXPECT_EQ(read_minutes("1:30"), 90);
  EXPECT_EQ(read_minutes("1.5 hours"), 90);
  EXPECT_FALSE(read_minutes("long"));
  EXPECT_EQ(read_name("Smith, Jane").full_name, "Jane Smith");
  EXPECT_EQ(read_name("Prof. Owen Smith").title, "Prof.");
  EXPECT_THAT(read_names("Jane Smith; Owen Smith and Siân Probert"),
              ElementsAre("Jane Smith", "Owen Smith", "Siân Probert"));
  EXPECT_THAT(read_list("#reading-lists; law, "), ElementsAre("reading-lists", "law"));
}

TEST(ImportColumns, AreGuessedFromTheHeadersWords) {
  const auto choices = guess_choices(ImportKind::people, {"Staff ID", "Full Name", "E-mail", "School", "?"});
  EXPECT_EQ(choices.columns.at("external_id"), 0);
  EXPECT_EQ(choices.columns.at("name"), 1);
  EXPECT_EQ(choices.columns.at("email"), 2);
  EXPECT_EQ(choices.columns.at("department"), 3);
  EXPECT_THAT(faults_of(ImportKind::people, choices), IsEmpty());
  EXPECT_EQ(choices_of(choices_json(choices)).columns, choices.columns);
}

class Imports : public testing::TestWithParam<db::Engine> {
 protected:
  Id<Import> take(ImportKind kind, std::string_view text, ImportOptions options = {}) {
    const auto scope = library.scope(library.ada);
    const auto id = upload(*scope, kind, "file.csv", text);
    EXPECT_TRUE(id);
    auto choices = get_import(*scope, *id)->choices;
    choices.is_all_or_none = options.is_all_or_none;
    choices.adds_people = options.adds_people;
    EXPECT_TRUE(choose_columns(*scope, *id, choices));
    return *id;
  }
  ImportCounts run(Id<Import> id) {
    const auto scope = library.scope(library.ada);
    EXPECT_TRUE(begin_import(*scope, id));
    const auto counts = run_import(*scope, *library.directory(), id);
    EXPECT_TRUE(counts);
    return counts ? *counts : ImportCounts{};
  }
  ImportCounts run(ImportKind kind, std::string_view text, ImportOptions options = {}) {
    return run(take(kind, text, options));
  }
  /// Everything that an import of people or departments writes, without versions.
  std::string people_and_units() {
    std::string text;
    const auto add = [&](const db::Row& row) {
      for (int column = 0; column < 5; ++column) text.append(row.text(column)).append("|");
      text += '\n';
    };
    library.database->read([&](db::Reader& reader) {
      reader.each(
          "select full_name, title, external_id, orcid, coalesce(left_on, '') from persons "
          "where institution_id = $1 order by id",
          add, library.institution);
      reader.each(
          "select address, folded_address, address, address, address from person_addresses "
          "where institution_id = $1 order by person_id, is_main desc, id",
          add, library.institution);
      reader.each(
          "select title, coalesce(valid_from, ''), coalesce(valid_to, ''), cast(is_main as text), title "
          "from posts where institution_id = $1 order by id",
          add, library.institution);
      reader.each(
          "select name, kind, slug, coalesce(external_id, ''), kind from org_units "
          "where institution_id = $1 order by id",
          add, library.institution);
    });
    return text;
  }
  std::int64_t conversations() {
    return library.database->read([&](db::Reader& reader) {
      return reader.count(
          "select count(*) from interactions where institution_id = $1 and withdrawn_at is null",
          library.institution);
    });
  }

  test::SmallLibrary library{GetParam()};
};
INSTANTIATE_TEST_SUITE_P(Engines, Imports, test::on_each_engine(), test::engine_test_name);

constexpr std::string_view staff_list =
    "Staff ID,Name,Email,Department,Job title\n"
    "1,Dr Jane Smith,jane@nowhere.example,Nursing & Midwifery,Senior Lecturer\n"
    "2,\"Marlowe, Kit\",kit@nowhere.example,Law,Reader\n"
    "3,Ann Example,not an address,Law,Reader\n"
    "4,Bo Example,bo@nowhere.example,Alchemy,Reader\n"
    "2,Kit Marlowe,kit@nowhere.example,Nursing & Midwifery,Visitor\n"
    "5,Cy Example\n";

TEST_P(Imports, TakesGoodPeopleAndNamesTheLinesWithFaults) {
  const auto id = take(ImportKind::people, staff_list);
  const auto scope = library.scope(library.ada);
  const auto trial = try_import(*scope, *library.directory(), id);
  ASSERT_TRUE(trial);
  EXPECT_EQ(trial->counts,
            (ImportCounts{.total = 6, .done = 4, .fresh = 1, .changed = 1, .same = 1, .faulty = 3}));
  EXPECT_EQ(trial->faults.at(0).line, 4);
  EXPECT_EQ(trial->faults.at(1).line, 5);
  EXPECT_THAT(trial->faults.at(1).reason, HasSubstr("Alchemy"));
  EXPECT_EQ(trial->faults.at(2).line, 7);
  const auto counts = run(id);
  EXPECT_EQ(counts.fresh, 1);
  EXPECT_EQ(counts.faulty, 3);
  const auto import = *get_import(*scope, id);
  EXPECT_EQ(import.state, ImportState::done);
  EXPECT_EQ(import.counts.done, 6);
  const auto faults = faults_of_import(*scope, *library.directory(), id);
  ASSERT_TRUE(faults);
  EXPECT_EQ(*faults, trial->faults);
  const auto csv = faults_csv(*scope, *library.directory(), id);
  ASSERT_TRUE(csv);
  EXPECT_THAT(*csv, HasSubstr("line,reason,Staff ID,Name"));
  EXPECT_THAT(*csv, HasSubstr(",4,Bo Example,bo@nowhere.example,Alchemy,Reader"));
  const auto jane = people::get(*scope, library.jane);
  EXPECT_EQ(jane->person.external_id, "1");
  EXPECT_EQ(jane->addresses, std::vector<std::string>{"jane@nowhere.example"});
}

TEST_P(Imports, ChangeNothingTheSecondTime) {
  run(ImportKind::people, staff_list);
  const auto before = people_and_units();
  const auto counts = run(ImportKind::people, staff_list);
  EXPECT_EQ(counts.fresh, 0);
  EXPECT_EQ(counts.changed, 0);
  EXPECT_EQ(people_and_units(), before);
}

constexpr std::string_view likely_list =
    "Name,Email,Department\n"
    "J. Smith,js@nowhere.example,Nursing & Midwifery\n"
    "Zed Zebra,kit@nowhere.example,Law\n";

TEST_P(Imports, KeepBothWhereNobodySaysThatTheyAreTheSame) {
  run(ImportKind::people, staff_list);
  const auto id = take(ImportKind::people, likely_list);
  const auto scope = library.scope(library.ada);
  const auto trial = try_import(*scope, *library.directory(), id);
  ASSERT_TRUE(trial);
  ASSERT_EQ(trial->pairs.size(), 2u);
  EXPECT_EQ(trial->pairs[0].known.person.id, library.jane);
  EXPECT_THAT(trial->pairs[0].reason, HasSubstr("similar name"));
  EXPECT_THAT(trial->pairs[1].reason, HasSubstr("same address"));
  EXPECT_EQ(run(id).fresh, 2);
  EXPECT_EQ(people::get(*scope, library.jane)->person.full_name, "Jane Smith");
  EXPECT_EQ(people::get(*scope, trial->pairs[1].known.person.id)->addresses,
            std::vector<std::string>{"kit@nowhere.example"})
      << "an address stays with whom it belongs to";
  const auto before = people_and_units();
  EXPECT_EQ(run(ImportKind::people, likely_list).fresh, 0);
  EXPECT_EQ(people_and_units(), before) << "the same file twice changes nothing";
}

TEST_P(Imports, BringTheKnownPersonUpToDateWhoWasSaidToBeTheSame) {
  run(ImportKind::people, staff_list);
  const auto id = take(ImportKind::people, likely_list);
  const auto scope = library.scope(library.ada);
  ASSERT_TRUE(
      answer_pair(*scope, *library.directory(), id, {.line = 2, .known = library.jane, .is_same = true}));
  EXPECT_EQ(answer_pair(*scope, *library.directory(), id, {.line = 2, .known = library.owen, .is_same = true})
                .refusal()
                .kind,
            Refusal::Kind::not_found);
  const auto trial = try_import(*scope, *library.directory(), id);
  EXPECT_EQ(trial->pairs[0].is_same, true);
  EXPECT_FALSE(trial->pairs[1].is_same.has_value());
  const auto counts = run(id);
  EXPECT_EQ(counts.fresh, 1);
  EXPECT_EQ(counts.changed, 1);
  const auto jane = people::get(*scope, library.jane);
  EXPECT_EQ(jane->person.full_name, "Jane Smith") << "an initial is no better name";
  EXPECT_THAT(jane->addresses, ElementsAre("js@nowhere.example", "jane@nowhere.example"));
}

TEST_P(Imports, LeadFromAMergedPersonsAddressToWhoRemains) {
  run(ImportKind::people, staff_list);
  const auto scope = library.scope(library.ada);
  ASSERT_TRUE(people::merge(*scope, library.owen, library.jane));
  const auto trial = try_import(*scope, *library.directory(),
                                take(ImportKind::people, "Name,Email\nOwen Smith,jane@nowhere.example\n"));
  EXPECT_EQ(trial->counts.fresh, 0);
  EXPECT_EQ(trial->counts.faulty, 0);
}

TEST_P(Imports, AreTakenAsAWholeOrNotAtAll) {
  const auto before = people_and_units();
  const auto id = take(ImportKind::people, staff_list, {.is_all_or_none = true});
  const auto counts = run(id);
  EXPECT_EQ(counts.fresh, 0);
  EXPECT_EQ(people_and_units(), before);
  const auto import = *get_import(*library.scope(library.ada), id);
  EXPECT_EQ(import.state, ImportState::failed);
  EXPECT_THAT(import.choices.message, HasSubstr("Nothing was taken"));
}

TEST_P(Imports, AreUndone) {
  const auto before = people_and_units();
  const auto id = take(ImportKind::people, staff_list);
  run(id);
  EXPECT_NE(people_and_units(), before);
  const auto left = undo_import(*library.scope(library.ada), *library.directory(), id);
  ASSERT_TRUE(left);
  EXPECT_THAT(*left, IsEmpty());
  EXPECT_EQ(people_and_units(), before);
  EXPECT_FALSE(undo_import(*library.scope(library.ada), *library.directory(), id));
}

TEST_P(Imports, LeaveWhatWasChangedSinceWhenUndone) {
  const auto id = take(ImportKind::people, staff_list);
  run(id);
  const auto scope = library.scope(library.ada);
  const auto jane = *people::get(*scope, library.jane);
  auto draft = draft_of(jane);
  draft.about = "Runs the skills laboratory.";
  ASSERT_TRUE(people::update(*scope, library.jane, edition(jane), draft));
  const auto left = undo_import(*scope, *library.directory(), id);
  ASSERT_TRUE(left);
  EXPECT_THAT(*left, ElementsAre(HasSubstr("Jane Smith has been changed since")));
  EXPECT_EQ(people::get(*scope, library.jane)->person.about, "Runs the skills laboratory.");
}

TEST_P(Imports, TakeDepartmentsWhateverTheirOrder) {
  const auto before = people_and_units();
  const std::string_view text =
      "Name,Type,Faculty,Code\nHistory,department,Arts,H1\nArts,faculty,,A1\nLaw,department,Arts,\nLost,"
      "department,Nowhere,\n";
  const auto id = take(ImportKind::departments, text);
  const auto counts = run(id);
  EXPECT_EQ(counts, (ImportCounts{.total = 4, .done = 4, .fresh = 2, .changed = 1, .same = 0, .faulty = 1}));
  const auto directory = library.directory();
  ASSERT_NE(directory->org.find_name("History"), nullptr);
  EXPECT_EQ(directory->org.name(directory->org.find_name("Law")->parent), "Arts");
  EXPECT_EQ(run(ImportKind::departments, text).same, 3);
  const auto left = undo_import(*library.scope(library.ada), *library.directory(), id);
  ASSERT_TRUE(left);
  EXPECT_THAT(*left, IsEmpty());
  EXPECT_EQ(people_and_units(), before);
}

constexpr std::string_view sheet =
    "Date;Type;Who;Staff;Details;Minutes;Topic\n"
    "03/11/2026;Meeting;Jane Smith and Owen Smith;Priya Nair;\"=1+1\nsecond line\";30;reading-lists\n"
    "31/02/2026;Meeting;Jane Smith;;x;;\n"
    "4/11/2026;Seance;Jane Smith;;x;;\n"
    "5/11/2026;Meeting;Kit Marlowe;tom;x;;\n"
    "5/11/2026;Meeting;Jane Smith;;twice;;\n"
    "5/11/2026;Meeting;Jane Smith;;twice;;\n";

TEST_P(Imports, TakeTheSpreadsheetThatALibraryKept) {
  const auto id = take(ImportKind::interactions, sheet);
  const auto counts = run(id);
  EXPECT_EQ(counts, (ImportCounts{.total = 6, .done = 6, .fresh = 3, .changed = 0, .same = 0, .faulty = 3}));
  EXPECT_EQ(conversations(), 3);
  const auto faults = faults_of_import(*library.scope(library.ada), *library.directory(), id);
  ASSERT_EQ(faults->size(), 3u);
  EXPECT_EQ(faults->at(0).line, 4);
  EXPECT_THAT(faults->at(0).reason, HasSubstr("31/02/2026"));
  EXPECT_THAT(faults->at(1).reason, HasSubstr("Seance"));
  EXPECT_THAT(faults->at(2).reason, HasSubstr("Kit Marlowe"));
  EXPECT_EQ(run(ImportKind::interactions, sheet).same, 3);
  EXPECT_EQ(conversations(), 3);
  const auto scope = library.scope(library.priya);
  const auto story = interactions::timeline_of_person(*scope, library.owen, {});
  ASSERT_EQ(story.interactions.size(), 1u);
  EXPECT_EQ(story.interactions[0].note, "=1+1\nsecond line");
  EXPECT_THAT(story.interactions[0].staff, ElementsAre(library.priya));
}

TEST_P(Imports, AddPeopleWhoAreNotKnownWhereThatWasChosen) {
  const auto id = take(ImportKind::interactions, sheet, {.adds_people = true});
  EXPECT_EQ(run(id).fresh, 4);
  EXPECT_EQ(conversations(), 4);
  ASSERT_TRUE(undo_import(*library.scope(library.ada), *library.directory(), id));
  EXPECT_EQ(conversations(), 0);
  EXPECT_EQ(run(ImportKind::interactions, sheet, {.adds_people = true}).fresh, 4);
  EXPECT_EQ(conversations(), 4);
}

TEST_P(Imports, AreForAdministrators) {
  const auto before = test::contents(library.database);
  EXPECT_FALSE(upload(*library.scope(library.gwen), ImportKind::people, "x.csv", staff_list));
  EXPECT_FALSE(upload(*library.scope(library.ada), ImportKind::people, "x.csv", ""));
  EXPECT_EQ(test::contents(library.database), before);
}

TEST_P(Imports, RunBesideThePagesAndNeverTwice) {
  DirectoryKeeper directories;
  ImportRunner runner(*library.database, directories, [&] { return library.scope(library.ada)->now; });
  const auto id = take(ImportKind::people, staff_list);
  ASSERT_TRUE(runner.start(*library.scope(library.ada), id));
  EXPECT_FALSE(runner.start(*library.scope(library.ada), id));
  runner.wait_until_idle();
  EXPECT_EQ(get_import(*library.scope(library.ada), id)->state, ImportState::done);
}

TEST_P(Imports, OfATimeBeforeARestartAreMarkedAsStopped) {
  const auto id = take(ImportKind::people, staff_list);
  ASSERT_TRUE(begin_import(*library.scope(library.ada), id));
  DirectoryKeeper directories;
  const ImportRunner runner(*library.database, directories, [&] { return library.scope(library.ada)->now; });
  EXPECT_EQ(get_import(*library.scope(library.ada), id)->state, ImportState::failed);
  EXPECT_EQ(run(id).fresh, 1);
}

TEST_P(Imports, TakeTheOthersWhereOneRowIsRefusedMeanwhile) {
  std::string text = "Name,Email\n";
  for (int i = 0; i < 7; ++i)
    text += "Ann Example" + std::to_string(i) + ",a" + std::to_string(i) + "@nowhere.example\n";
  const auto id = take(ImportKind::people, text);
  const auto scope = library.scope(library.ada);
  ASSERT_TRUE(begin_import(*scope, id));
  const auto is_faster = [&] {  // after the plan was made
    EXPECT_TRUE(people::add(*library.scope(library.priya), library.directory()->org,
                            {.full_name = "Bo Example", .addresses = {"a3@nowhere.example"}}));
    return false;
  };
  const auto counts = run_import(*scope, *library.directory(), id, is_faster);
  ASSERT_TRUE(counts);
  EXPECT_EQ(*counts, (ImportCounts{.total = 7, .done = 7, .fresh = 6, .changed = 0, .same = 0, .faulty = 1}));
  EXPECT_EQ(get_import(*scope, id)->counts, *counts);
  const auto faults = faults_of_import(*scope, *library.directory(), id);
  ASSERT_EQ(faults->size(), 1u);
  EXPECT_EQ(faults->front().line, 5);
  EXPECT_THAT(faults->front().reason, HasSubstr("belongs to somebody else"));
}

/// As many lines as fill several parts of a kept file.
std::string long_sheet(int lines) {
  std::string text = "Date,Who,Details\r\n";
  for (int i = 0; i < lines; ++i)
    text += "3/11/2026," + std::string(i % 160 == 7 ? "Nobody Atall" : "Jane Smith") + ",\"No. " +
            std::to_string(i) + ", \"\"quoted\"\"\r\n" + std::string(9'000, 'x') + "\"\r\n";
  return text;
}

TEST_P(Imports, TakeAFileOfSeveralPartsInItsOrder) {
  constexpr int lines = 400;
  const auto text = long_sheet(lines);
  ASSERT_GT(text.size(), 3 * spreadsheet::csv_part_bytes);
  const auto id = take(ImportKind::interactions, text);
  EXPECT_EQ(get_import(*library.scope(library.ada), id)->counts.total, lines);
  EXPECT_EQ(run(id), (ImportCounts{.total = lines, .done = lines, .fresh = lines - 3, .faulty = 3}));
  const auto faults = faults_of_import(*library.scope(library.ada), *library.directory(), id);
  ASSERT_EQ(faults->size(), 3u);
  EXPECT_EQ(faults->at(2).line, 2 + 2 * 327);
  EXPECT_THAT(faults->at(2).cells.at(2), testing::StartsWith("No. 327, \"quoted\""));
  const auto notes = library.database->read([&](db::Reader& reader) {
    return reader.all(
        "select note from interactions where institution_id = $1 order by id",
        [](const db::Row& row) { return row.string(0).substr(0, 8); }, library.institution);
  });
  ASSERT_EQ(notes.size(), static_cast<std::size_t>(lines - 3));
  EXPECT_EQ(notes.front(), "No. 0, \"");
  EXPECT_EQ(notes.back(), "No. 399,");
  EXPECT_EQ(run(ImportKind::interactions, text).same, lines - 3) << "the same file twice changes nothing";
  const auto left = undo_import(*library.scope(library.ada), *library.directory(), id);
  ASSERT_TRUE(left);
  EXPECT_THAT(*left, IsEmpty());
  EXPECT_EQ(conversations(), 0);
}

TEST_P(Imports, TakeAFileOfSeveralPartsAsAWholeOrNotAtAll) {
  const auto text = long_sheet(400);
  EXPECT_EQ(run(ImportKind::interactions, text, {.is_all_or_none = true}).fresh, 0);
  EXPECT_EQ(conversations(), 0);
  std::string good = text;
  for (auto at = good.find("Nobody Atall"); at != std::string::npos; at = good.find("Nobody Atall"))
    good.replace(at, 12, "Owen Smith");
  EXPECT_EQ(run(ImportKind::interactions, good, {.is_all_or_none = true}).fresh, 400);
  EXPECT_EQ(conversations(), 400);
}

TEST_P(Imports, ShowTheFirstFaultsAndGiveThemAllAsAFile) {
  std::string text = "Date,Who,Details\n";
  for (int i = 0; i < 2'100; ++i) text += i % 3 == 0 ? "3/11/2026,Nobody Atall\n" : "soon,Jane Smith,x\n";
  text += "3/11/2026,Jane Smith,good\n";
  const auto id = take(ImportKind::interactions, text);
  const auto scope = library.scope(library.ada);
  const auto trial = try_import(*scope, *library.directory(), id);
  ASSERT_TRUE(trial);
  EXPECT_EQ(trial->counts.faulty, 2'100);
  ASSERT_EQ(trial->faults.size(), static_cast<std::size_t>(faults_shown));
  for (int i = 0; i < faults_shown; ++i) EXPECT_EQ(trial->faults[static_cast<std::size_t>(i)].line, i + 2);
  const auto tried = *faults_csv(*scope, *library.directory(), id);
  EXPECT_EQ(std::ranges::count(tried, '\n'), 2'101);
  EXPECT_EQ(run(id).faulty, 2'100);
  EXPECT_EQ(*faults_csv(*scope, *library.directory(), id), tried) << "kept as they were found";
  EXPECT_EQ(*faults_of_import(*scope, *library.directory(), id), trial->faults);
}

TEST_P(Imports, ShowWhatStandsInAColumnHoweverFarDown) {
  std::string text = "Date,Who,Details,Place\n";
  for (int i = 0; i < 2'000; ++i) text += "3/11/2026,Jane Smith," + std::string(1'000, 'x') + ",\n";
  text += "3/11/2026,Jane Smith,,Café\n";
  const auto scope = library.scope(library.ada);
  const auto import = *get_import(*scope, take(ImportKind::interactions, text));
  EXPECT_EQ(import.encoding, "UTF-8");
  const auto samples = column_samples(*scope, import);
  ASSERT_TRUE(samples);
  EXPECT_THAT(samples->at(1), ElementsAre("Jane Smith", "Jane Smith", "Jane Smith"));
  EXPECT_THAT(samples->at(3), ElementsAre("Café"));
}

TEST_P(Imports, GivePeopleEveryPostThatTheFileSaysOfThem) {
  const std::string_view text =
      "Staff number,Name,Email,Department,Post\n"
      "9,Bo Example,bo@nowhere.example,Law,Reader\n"
      ",Jane Smith,,Law,Visitor\n"
      "9,Bo Example,bo@nowhere.example,Nursing & Midwifery,Visitor\n"
      "9,Bo Example,bo@nowhere.example,Law,Reader\n";
  EXPECT_EQ(run(ImportKind::people, text),
            (ImportCounts{.total = 4, .done = 4, .fresh = 2, .same = 1, .faulty = 1}));
  const auto posts = library.database->read([&](db::Reader& reader) {
    return reader.all(
        "select p.full_name, o.title from posts o join persons p on p.institution_id = o.institution_id and "
        "p.id "
        "= o.person_id where o.institution_id = $1 and o.title in ('Reader', 'Visitor') order by "
        "p.full_name, "
        "o.is_main desc",
        [](const db::Row& row) { return row.string(0) + ": " + row.string(1); }, library.institution);
  });
  EXPECT_THAT(posts, ElementsAre("Bo Example: Reader", "Bo Example: Visitor", "Jane Smith: Visitor"));
}

TEST_P(Imports, TakeALongFileOnceAndChangeNothingTheSecondTime) {
  std::string text = "Name,Email,Department,Post,Staff number\n";
  for (int i = 0; i < 5'000; ++i) {
    const auto number = std::to_string(i);
    text += "Ann Example" + number + ",a" + number + "@nowhere.example,Law,Lecturer,N" + number + "\n";
  }
  EXPECT_EQ(run(ImportKind::people, text).fresh, 5'000);
  EXPECT_EQ(run(ImportKind::people, text).same, 5'000);
}

}  // namespace
}  // namespace rapport::exchange
