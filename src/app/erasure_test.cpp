// Erasing a person: every word goes, every count stays, and nothing brings it back.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <random>

#include "app/erasure_list.hpp"
#include "app/erasure_owners.hpp"
#include "audit/audit.hpp"
#include "bumps/bumps.hpp"
#include "bumps/chain_credit.hpp"
#include "bumps/chains.hpp"
#include "db/purge.hpp"
#include "governance/erasures.hpp"
#include "interactions/interactions.hpp"
#include "measures/unit_years.hpp"
#include "people/people.hpp"
#include "relationships/champion_alerts.hpp"
#include "support/marked_library.hpp"
#include "support/rows_with.hpp"
#include "support/unchanged.hpp"

namespace rapport::erasures {
namespace {

using test::marker;

ErasureDraft draft(const test::SmallLibrary& library, SharedWords shared = SharedWords::stay) {
  return {.asked_by = AskedBy::person,
          .ground = ErasureGround::objected,
          .reason = "They wrote to us: zyxmarker",
          .shared_words = shared,
          .due_on = library.today().plus_days(20)};
}

class Marked : public test::OnEachEngine {
 protected:
  test::MarkedLibrary library{GetParam()};

  Id<Institution> in() const { return library.institution; }

  template <class F>
  void change(F&& work) {
    library.database->write([&](db::Writer& writer) { work(writer); });
  }
  std::int64_t count(db::Sql sql) {
    return library.database->read([&](db::Reader& reader) { return reader.count(sql, in()); });
  }

  /// Counted anew, of two departments and two years: people, sessions and the rest.
  std::vector<std::int64_t> figures() {
    const auto scope = library.scope(library.ada);
    const auto directory = library.directory();
    std::vector<std::int64_t> all;
    for (const auto unit : {library.nursing, library.law})
      for (const int year : {2025, 2026}) {
        const auto counted = library.database->read([&](db::Reader& reader) {
          return unit_years::recount(reader, *scope, *directory, {unit, year});
        });
        for (const std::int64_t figure : std::initializer_list<std::int64_t>{
                 counted.people, counted.sessions, counted.students, counted.person_minutes, counted.modules,
                 counted.one_to_ones, counted.chains})
          all.push_back(figure);
      }
    return all;
  }
  Id<Erasure> ask(SharedWords shared_words = SharedWords::stay) {
    const auto scope = library.scope(library.gwen);
    const auto id = erasures::ask(*scope, *library.directory(), library.jane, draft(library, shared_words));
    EXPECT_TRUE(id.ok());
    return *id;
  }
  Result<Done> confirm(Id<Erasure> id) {
    const auto scope = library.scope(library.ada);
    return erasures::confirm(*scope, app::erasure_owners, id);
  }
  void erase(SharedWords shared_words = SharedWords::stay) {
    const auto done = confirm(ask(shared_words));
    EXPECT_TRUE(done.ok()) << (done ? "" : done.refusal().message);
  }
  void purge() {
    const auto scope = library.scope(library.ada);
    EXPECT_TRUE(erasures::purge(*scope));
  }
};

INSTANTIATE_TEST_SUITE_P(Engines, Marked, test::on_each_engine(), test::engine_test_name);

std::string joined(const std::vector<std::string>& rows) {
  std::string all;
  for (const auto& row : rows) all += row + "\n";
  return all;
}

TEST_P(Marked, HasSomethingOfThePersonInEveryTableThatKeepsWords) {
  library.fill();
  (void)ask();
  std::set<std::string> expected{"bump_origins",
                                 "champion_asides",
                                 "champion_steps",
                                 "champion_thanks",
                                 "champion_ticks",
                                 "champions",
                                 "erasures",
                                 "hand_over_introductions",
                                 "hand_overs",
                                 "headline_drafts",
                                 "headline_versions",
                                 "import_changes",
                                 "import_faults",
                                 "import_parts",
                                 "imports",
                                 "interaction_persons",
                                 "interaction_versions",
                                 "interactions",
                                 "level_events",
                                 "person_addresses",
                                 "person_names",
                                 "persons",
                                 "plan_answers",
                                 "plan_item_notes",
                                 "plan_item_versions",
                                 "plan_items",
                                 "plan_links",
                                 "plan_minutes",
                                 "plan_steps",
                                 "portfolio_changes",
                                 "posts",
                                 "promises",
                                 "quiet_answers",
                                 "round_entries",
                                 "round_events",
                                 "scale_up_plans",
                                 "stories",
                                 "submissions",
                                 "thanks",
                                 "ways_of_working"};
  auto found = test::tables_with(library.database, marker);
  std::erase_if(found, [](const std::string& table) { return table.starts_with("interaction_words"); });
  EXPECT_EQ(found, expected);
}

TEST_P(Marked, LeavesNoWordInAnyTable) {
  library.fill();
  erase(SharedWords::go);
  purge();
  EXPECT_EQ(joined(test::rows_with(library.database, marker)), "");
}

TEST_P(Marked, KeepsWordsThatAreAboutOthersTooWithoutTheName) {
  library.fill();
  erase(SharedWords::stay);
  purge();
  EXPECT_EQ(joined(test::rows_with(library.database, marker)), "");
  const auto scope = library.scope(library.priya);
  EXPECT_EQ(interactions::get(*scope, library.shared)->note, "With [name erased] and Owen");
  EXPECT_EQ(interactions::get(*scope, library.of_others)->note, "Spoke of [name erased]");
  EXPECT_EQ(interactions::get(*scope, library.alone)->note, "");
}

TEST_P(Marked, LeavesNoByteInTheDatabasesFiles) {
  if (GetParam() != db::Engine::sqlite) return;  // whose files are the database administrator's
  library.fill();
  erase();
  purge();
  for (const auto* part : {"", "-wal"}) {
    std::ifstream in(library.database.file().string() + part, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    for (auto& byte : bytes) byte = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte;
    EXPECT_EQ(bytes.find(marker), std::string::npos) << part << " at " << bytes.find(marker);
  }
}

TEST_P(Marked, KeepsEveryCountAndWhatColleaguesAreCreditedWith) {
  library.fill();
  const auto scope = library.scope(library.ada);
  const auto credit = [&] {
    const auto directory = library.directory();
    std::map<std::int64_t, double> shares;
    for (const auto& share : chains::credit(*scope, *directory, *chains::get(*scope, library.of_others)))
      shares[share.staff.value] = share.amount;
    return shares;
  };
  const auto before = test::contents(library.database);
  const auto credit_before = credit();
  const auto figures_before = figures();
  ASSERT_FALSE(credit_before.empty());
  ASSERT_GT(figures_before[0] + figures_before[7], 0) << "Jane counts among the people of Nursing";
  erase();
  library.catch_up();
  const auto after = test::contents(library.database);
  for (const auto* table :
       {"interaction_units", "interaction_staff", "interaction_topics", "bumps", "bump_teams", "helps",
        "unit_months", "unit_years", "story_steps", "level_evidence"})
    EXPECT_EQ(before.at(table), after.at(table)) << table;
  EXPECT_EQ(credit(), credit_before);
  EXPECT_EQ(figures(), figures_before);
}

TEST_P(Marked, IsNobodyAnyMore) {
  library.fill();
  const auto version = library.directory()->version;
  erase();
  const auto scope = library.scope(library.priya);
  const auto directory = library.directory();
  EXPECT_GT(directory->version, version);
  EXPECT_EQ(directory->people.find(library.jane), nullptr);
  EXPECT_EQ(directory->people.find_slug("jane-zyxmarker-4f2"), nullptr);
  EXPECT_EQ(directory->people.find_slug("erased-" + std::to_string(library.jane.value)), nullptr);
  ASSERT_NE(directory->people.find_erased("erased-" + std::to_string(library.jane.value)), nullptr);
  const std::vector<std::string> words{std::string(marker)};
  EXPECT_TRUE(directory->people.matching(words, LastWord::prefix, 5, Whom::everybody).empty());
  EXPECT_FALSE(people::get(*scope, library.jane).ok());
  EXPECT_FALSE(people::get(*scope, library.twin).ok());
  EXPECT_FALSE(people::undo_merge(*scope, library.twin).ok());
  EXPECT_FALSE(people::mark_returned(*scope, library.jane).ok());
  EXPECT_FALSE(
      interactions::record(*scope, *directory, {.happened_on = library.today(), .people = {{library.jane}}})
          .ok());
  EXPECT_TRUE(champions::alerts(*scope, *directory, champions::AlertsOf::everybody).empty());
  EXPECT_TRUE(interactions::open_promises(*scope, 50).empty());
}

TEST_P(Marked, ClosesPlansAndEndsTheChampion) {
  library.fill();
  erase();
  EXPECT_EQ(count("select count(*) from scale_up_plans where institution_id = $1 and state = 'active'"), 0);
  EXPECT_EQ(count("select count(*) from champions where institution_id = $1"), 0);
  EXPECT_EQ(count("select count(*) from promises where institution_id = $1 and kept_at is null and "
                  "dropped_at is null and "
                  "person_id <> 2"),
            0);
}

TEST_P(Marked, WithdrawsWhatWasStillAhead) {
  library.fill();
  const auto ahead = library.say({{library.jane}}, "zyxmarker to come", library.today().plus_days(5));
  const auto with_owen = library.say({{library.jane}, {library.owen}}, "Both", library.today().plus_days(6));
  erase();
  const auto scope = library.scope(library.priya);
  EXPECT_TRUE(interactions::get(*scope, ahead)->is_withdrawn);
  EXPECT_FALSE(interactions::get(*scope, with_owen)->is_withdrawn);
}

TEST_P(Marked, StaysCountedWhenAColleagueCorrectsAConversationWithOthers) {
  library.fill();
  erase();
  const auto scope = library.scope(library.priya);
  const auto directory = library.directory();
  const auto before = interactions::get(*scope, library.shared);
  InteractionDraft again{.kind = before->kind,
                         .happened_on = before->happened_on,
                         .note = "Read and corrected",
                         .people = {{library.owen}},
                         .staff = before->staff};
  const auto after = interactions::correct(*scope, *directory, library.shared, before->version, again, "");
  ASSERT_TRUE(after.ok());
  EXPECT_EQ(after->people.size(), 2u);
}

TEST_P(Marked, KeepsTheAuditLogWholeAndWithoutWords) {
  library.fill();
  erase();
  library.database->read([&](db::Reader& reader) {
    EXPECT_EQ(audit::first_broken_event(reader, in()), std::nullopt);
    EXPECT_EQ(reader.count(
                  "select count(*) from audit_events where institution_id = $1 and subject = 'erasure' and "
                  "action in ('asked', 'confirmed')",
                  in()),
              2);
  });
}

TEST_P(Marked, IsConfirmedByASecondPersonOnly) {
  library.fill();
  const auto id = ask();
  const auto ask_as = [&](Id<Staff> who) { return library.scope(who); };
  for (const auto who : {library.gwen, library.priya, library.dora}) {
    const auto scope = ask_as(who);
    const auto done =
        test::unchanged(library.database, [&] { return erasures::confirm(*scope, app::erasure_owners, id); });
    ASSERT_FALSE(done.ok());
    EXPECT_EQ(done.refusal().kind, Refusal::Kind::forbidden);
    const auto refused =
        test::unchanged(library.database, [&] { return erasures::refuse(*scope, id, "No"); });
    EXPECT_EQ(refused.refusal().kind, Refusal::Kind::forbidden);
  }
  const auto ada = ask_as(library.ada);
  const auto withdrawn = test::unchanged(library.database, [&] { return erasures::withdraw(*ada, id); });
  EXPECT_EQ(withdrawn.refusal().kind, Refusal::Kind::forbidden);
  EXPECT_EQ(waiting_for(*ada).size(), 1u);
  EXPECT_TRUE(waiting_for(*ask_as(library.gwen)).empty());
  EXPECT_TRUE(open(*ask_as(library.priya)).empty());
}

TEST_P(Marked, IsSettledOnce) {
  library.fill();
  const auto id = ask();
  EXPECT_TRUE(confirm(id).ok());
  const auto again = test::unchanged(library.database, [&] { return confirm(id); });
  ASSERT_FALSE(again.ok());
  EXPECT_EQ(again.refusal().kind, Refusal::Kind::conflict);
  const auto scope = library.scope(library.ada);
  EXPECT_EQ(erasures::refuse(*scope, id, "Late").refusal().kind, Refusal::Kind::conflict);
}

TEST_P(Marked, IsRefusedWithAReasonOrWithdrawnByWhoeverAsked) {
  library.fill();
  const auto id = ask();
  const auto ada = library.scope(library.ada);
  const auto without = test::unchanged(library.database, [&] { return erasures::refuse(*ada, id, "  "); });
  EXPECT_EQ(without.refusal().faults.front().field, "because");
  EXPECT_TRUE(erasures::refuse(*ada, id, "A claim is pending").ok());
  EXPECT_EQ(erasures::get(*ada, id)->settled_because, "A claim is pending");
  const auto second = ask();
  EXPECT_TRUE(erasures::withdraw(*library.scope(library.gwen), second).ok());
  EXPECT_EQ(erasures::get(*ada, second)->state, ErasureState::withdrawn);
  EXPECT_NE(library.directory()->people.find(library.jane), nullptr);
}

TEST_P(Marked, IsAskedForOnceAtATimeAndByLeadersAndAdministrators) {
  library.fill();
  (void)ask();
  const auto gwen = library.scope(library.gwen);
  const auto directory = library.directory();
  const auto twice = test::unchanged(
      library.database, [&] { return erasures::ask(*gwen, *directory, library.twin, draft(library)); });
  EXPECT_EQ(twice.refusal().kind, Refusal::Kind::conflict);
  for (const auto who : {library.priya, library.dora}) {
    const auto scope = library.scope(who);
    const auto id = test::unchanged(
        library.database, [&] { return erasures::ask(*scope, *directory, library.owen, draft(library)); });
    EXPECT_EQ(id.refusal().kind, Refusal::Kind::forbidden);
    EXPECT_EQ(preview(*scope, *directory, library.owen).refusal().kind, Refusal::Kind::forbidden);
  }
  auto empty = draft(library);
  empty.asked_by = std::nullopt;
  empty.ground = std::nullopt;
  empty.due_on = library.today().plus_days(-1);
  const auto faulty = test::unchanged(library.database,
                                      [&] { return erasures::ask(*gwen, *directory, library.owen, empty); });
  EXPECT_EQ(faulty.refusal().faults.size(), 3u);
}

TEST_P(Marked, WaitsForAnImportToEnd) {
  library.fill();
  const auto id = ask();
  change([&](db::Writer& writer) {
    writer.execute("update imports set state = 'running' where institution_id = $1", in());
  });
  const auto done = test::unchanged(library.database, [&] { return confirm(id); });
  ASSERT_FALSE(done.ok());
  EXPECT_EQ(done.refusal().kind, Refusal::Kind::conflict);
}

TEST_P(Marked, LeavesTheNameOfSomebodyElse) {
  library.fill();
  change([&](db::Writer& writer) {
    writer.execute(
        "update persons set full_name = 'Jane Zyxmarker', folded_name = 'jane zyxmarker', directory_version "
        "= 9 "
        "where institution_id = $1 and id = $2",
        in(), library.sian);
  });
  erase();
  const auto scope = library.scope(library.priya);
  EXPECT_EQ(interactions::get(*scope, library.of_others)->note, "Spoke of Jane Zyxmarker");
}

TEST_P(Marked, ShowsBeforehandWhatGoesAndWhatIsToBeRead) {
  library.fill();
  const auto gwen = library.scope(library.gwen);
  const auto shown =
      test::unchanged(library.database, [&] { return preview(*gwen, *library.directory(), library.jane); });
  ASSERT_TRUE(shown.ok());
  EXPECT_EQ(shown->alone, 2) << "one of them withdrawn";
  EXPECT_EQ(shown->shared, 1);
  ASSERT_EQ(shown->to_read.size(), 1u);
  EXPECT_EQ(shown->to_read.front().id, library.shared);
  ASSERT_EQ(shown->said_of.size(), 1u);
  EXPECT_EQ(shown->said_of.front().id, library.of_others);
  EXPECT_FALSE(shown->mentions.empty());
  const auto has = [&](std::string_view line) { return std::ranges::count(shown->goes, line) > 0; };
  EXPECT_TRUE(has("One mail address"));
  EXPECT_TRUE(has("One quotation, on headline pages too"));
}

// The list that outlives a copy -----------------------------------------------------------------------------

TEST_P(Marked, IsErasedAgainInACopyOfBefore) {
  library.fill();
  std::vector<KeptErasure> kept{{.asked_by = AskedBy::person,
                                 .ground = ErasureGround::objected,
                                 .shared_words = SharedWords::go,
                                 .due_on = library.today(),
                                 .requested_by = library.gwen,
                                 .requested_at = {1000},
                                 .confirmed_by = library.ada,
                                 .confirmed_at = library.scope(library.ada)->now,
                                 .records = {{library.jane, {4711}}, {library.twin, {4712}}}}};
  (void)ask();
  const auto scope = library.scope(library.ada);
  EXPECT_EQ(*replay(*scope, app::erasure_owners, kept), 1);
  purge();
  EXPECT_EQ(joined(test::rows_with(library.database, marker)), "");
  EXPECT_EQ(list(*scope), kept);
  const auto again =
      test::unchanged(library.database, [&] { return replay(*scope, app::erasure_owners, kept); });
  EXPECT_EQ(*again, 0);
}

TEST_P(Marked, IsNotTakenForSomebodyElseOfTheSameNumber) {
  library.fill();
  const std::vector<KeptErasure> kept{{.due_on = library.today(),
                                       .requested_by = library.gwen,
                                       .confirmed_by = library.ada,
                                       .confirmed_at = {5},
                                       .records = {{library.jane, {9999}}}}};
  const auto scope = library.scope(library.ada);
  EXPECT_EQ(*replay(*scope, app::erasure_owners, kept), 0);
  EXPECT_NE(library.directory()->people.find(library.jane), nullptr);
  EXPECT_EQ(list(*scope), kept) << "another copy may have them";
  erase();
  EXPECT_EQ(list(*scope).size(), 2u);
}

TEST(ErasureList, IsWrittenAndReadBack) {
  const std::vector<KeptErasure> kept{{.asked_by = AskedBy::representative,
                                       .ground = ErasureGround::law,
                                       .shared_words = SharedWords::go,
                                       .due_on = *Date::of(2026, 12, 1),
                                       .requested_by = {3},
                                       .requested_at = {17},
                                       .confirmed_by = {4},
                                       .confirmed_at = {18},
                                       .records = {{{57}, {1}}, {{58}, {2}}}}};
  const auto read = read_erasures(write_erasures(kept) + "\n\n");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(*read, kept);
  EXPECT_EQ(read_erasures(write_erasures(kept) + "{}").refusal().message,
            "Line 2 of the list of erasures cannot be read.");
}

// Random libraries ------------------------------------------------------------------------------------------

/// Whatever happened with whom: each figure stays, each word goes.
TEST_P(Marked, KeepsFiguresOfRandomLibraries) {
  library.name_jane();
  std::mt19937 dice(GetParam() == db::Engine::sqlite ? 7 : 11);
  const auto roll = [&](int sides) { return static_cast<int>(dice() % static_cast<unsigned>(sides)); };
  const std::vector<std::string> kinds{"corridor", "meeting", "teaching", "consultation", "deposit"};
  const auto directory = library.directory();
  std::vector<std::pair<Date, Id<Interaction>>> said;
  for (int i = 0; i < 40; ++i) {
    std::vector<Participant> people;
    for (const auto person : {library.jane, library.owen, library.sian})
      if (roll(2) == 0) people.push_back({person, person == library.jane ? "zyxmarker" : ""});
    if (people.empty()) people.push_back({library.jane});
    const auto day = library.today().plus_days(-roll(800));
    const auto kind = kinds[static_cast<std::size_t>(roll(5))];
    const bool is_alone = people.size() == 1 && people.front().person == library.jane;
    said.emplace_back(day,
                      library.say(people, is_alone ? "zyxmarker alone" : "With Jane Zyxmarker", day, kind,
                                  roll(3) == 0 ? std::vector<std::string>{"NURS100" + std::to_string(roll(4))}
                                               : std::vector<std::string>{}));
  }
  std::ranges::sort(said);
  std::vector<bumps::PastBump> links;
  for (std::size_t i = 1; i < said.size(); ++i)
    if (roll(2) == 0)
      links.push_back(
          {{.from = said[static_cast<std::size_t>(roll(static_cast<int>(i)))].second, .to = said[i].second},
           roll(2) == 0 ? library.priya : library.tom});
  const auto scope = library.scope(library.ada);
  ASSERT_TRUE(bumps::link_many(*scope, *library.directory(), links).ok());
  library.catch_up();
  const auto credits = [&] {
    std::map<std::int64_t, double> all;
    for (const auto& [day, id] : said)
      for (const auto& share : chains::credit(*scope, *library.directory(), *chains::get(*scope, id)))
        all[share.staff.value] += share.amount;
    return all;
  };
  const auto reached = [&] {
    return library.database->read([&](db::Reader& reader) {
      return reader.all(
          "select person_id, people_reached, modules_reached, gaps from rhythms where institution_id = $1 "
          "and person_id in "
          "($2, $3) order by person_id",
          [](const db::Row& row) {
            return std::tuple(row.integer(0), row.integer(1), row.integer(2), row.integer(3));
          },
          in(), library.owen, library.sian);
    });
  };
  const auto before = test::contents(library.database);
  const auto credits_before = credits();
  const auto reached_before = reached();
  const auto figures_before = figures();
  erase();
  library.catch_up();
  purge();
  const auto after = test::contents(library.database);
  for (const auto* table : {"interaction_units", "interaction_staff", "interaction_topics", "bumps",
                            "bump_teams", "helps", "unit_months", "unit_years"})
    EXPECT_EQ(before.at(table), after.at(table)) << table;
  EXPECT_EQ(credits(), credits_before);
  EXPECT_EQ(reached(), reached_before);
  EXPECT_EQ(figures(), figures_before);
  EXPECT_EQ(joined(test::rows_with(library.database, marker)), "");
}

/// A table that nobody has decided about fails here.
TEST(Privacy, SaysWhatHappensToEveryTable) {
  const test::TestDatabase database;
  std::ifstream in(RAPPORT_SOURCE_DIR "/docs/privacy.md");
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  for (const auto& table : test::tables_of(database)) {
    if (table.starts_with("interaction_words_")) continue;  // the index's own
    EXPECT_NE(text.find("`" + table + "`"), std::string::npos) << table;
  }
}

}  // namespace
}  // namespace rapport::erasures
