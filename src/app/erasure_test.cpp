// Erasing a person: every word goes, every count stays, and nothing brings it back.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <random>

#include "app/erasure_list.hpp"
#include "app/erasure_owners.hpp"
#include "audit/audit.hpp"
#include "base/random.hpp"
#include "bumps/bump_figures.hpp"
#include "bumps/bumps.hpp"
#include "bumps/chain_credit.hpp"
#include "bumps/chains.hpp"
#include "db/purge.hpp"
#include "exchange/export.hpp"
#include "governance/erasures.hpp"
#include "governance/view_log.hpp"
#include "headlines/sheet.hpp"
#include "interactions/interactions.hpp"
#include "measures/unit_years.hpp"
#include "people/people.hpp"
#include "plans/action_plan.hpp"
#include "plans/plan_share.hpp"
#include "plans/round.hpp"
#include "relationships/champion_alerts.hpp"
#include "relationships/champions.hpp"
#include "relationships/hand_over.hpp"
#include "relationships/plan.hpp"
#include "relationships/relationships.hpp"
#include "relationships/rhythms.hpp"
#include "search/search.hpp"
#include "support/rows_with.hpp"
#include "support/small_library.hpp"
#include "support/unchanged.hpp"

namespace rapport::erasures {
namespace {

constexpr std::string_view marker = "zyxmarker";

ErasureDraft draft(const test::SmallLibrary& library, SharedWords shared = SharedWords::stay) {
  return {.asked_by = AskedBy::person,
          .ground = ErasureGround::objected,
          .reason = "They wrote to us: zyxmarker",
          .shared_words = shared,
          .due_on = library.today().plus_days(20)};
}

/// The small library with somebody called Jane Zyxmarker, about whom there is something in every table.
class Marked : public test::OnEachEngine {
 protected:
  test::SmallLibrary library{GetParam()};
  Id<Person> twin = {};  ///< a second record of Jane's, merged
  Id<Interaction> alone = {};
  Id<Interaction> shared = {};
  Id<Interaction> of_others = {};
  Id<Relationship> relationship = {};

  Id<Institution> in() const { return library.institution; }

  Id<Interaction> say(std::vector<Participant> people, std::string note, Date on,
                      std::string kind = "meeting", std::vector<std::string> topics = {}) {
    const auto scope = library.scope(library.priya);
    const auto directory = library.directory();
    InteractionDraft said{.kind = directory->vocabulary.find_kind(kind)->id,
                          .happened_on = on,
                          .attendees = 12,
                          .note = std::move(note),
                          .people = std::move(people),
                          .staff = {library.priya, library.tom},
                          .topics = std::move(topics)};
    const auto recorded = interactions::record(*scope, *directory, said);
    EXPECT_TRUE(recorded.ok());
    return recorded->interaction;
  }
  template <class F>
  void change(F&& work) {
    library.database->write([&](db::Writer& writer) { work(writer); });
  }
  std::int64_t count(db::Sql sql) {
    return library.database->read([&](db::Reader& reader) { return reader.count(sql, in()); });
  }

  void name_jane() {
    change([&](db::Writer& writer) {
      writer.execute(
          "update persons set full_name = 'Jane Zyxmarker', known_as = 'Janny Zyxmarker', slug = "
          "'jane-zyxmarker-4f2', folded_name = 'jane zyxmarker', about = 'Zyxmarker about', orcid = "
          "'0000-zyxmarker', external_id = 'zyxmarker-17', recorded_at = 4711, directory_version = 2 where "
          "institution_id = $1 and id = $2",
          in(), library.jane);
      twin = writer.insert<Person>(
          "insert into persons (institution_id, slug, full_name, known_as, folded_name, sort_key, "
          "merged_into, "
          "directory_version, recorded_at) values ($1, 'j-zyxmarker-9k1', 'J Zyxmarker', 'J', 'j zyxmarker', "
          "'zz', "
          "$2, 2, 4712) returning id",
          in(), library.jane);
      writer.execute("update posts set title = 'Zyxmarker post' where institution_id = $1 and person_id = $2",
                     in(), library.jane);
      (void)next_directory_version(writer, in());
      (void)next_directory_version(writer, in());
      writer.execute(
          "insert into person_names (institution_id, person_id, kind, name, folded_name) values ($1, $2, "
          "'former', "
          "'Jane Oldzyxmarker', 'jane oldzyxmarker')",
          in(), library.jane);
      writer.execute(
          "insert into person_addresses (institution_id, person_id, address, folded_address, is_main) values "
          "($1, "
          "$2, 'j@zyxmarker.example', 'j@zyxmarker.example', 1)",
          in(), library.jane);
      writer.execute(
          "insert into ways_of_working (institution_id, person_id, statement, source, stated_on, "
          "recorded_by, "
          "recorded_at) values ($1, $2, 'zyxmarker mornings', 'told zyxmarker', '2026-01-05', $3, 0)",
          in(), library.jane, library.priya);
      writer.execute(
          "insert into ways_of_working (institution_id, person_id, statement, source, stated_on, "
          "recorded_by, "
          "recorded_at) values ($1, $2, 'Emails', 'Jane Zyxmarker says so', '2026-01-05', $3, 0)",
          in(), library.owen, library.priya);
    });
  }

  void converse() {
    const auto day = library.today().plus_days(-40);
    alone =
        say({{library.jane, "zyxmarker aside"}}, "zyxmarker in the corridor", day, "corridor", {"NURS1001"});
    shared = say({{library.jane, "zyxmarker aside"}, {library.owen}}, "With Jane Zyxmarker and Owen",
                 day.plus_days(3), "teaching", {"NURS1001"});
    of_others = say({{library.owen}}, "Spoke of Jane Zyxmarker", day.plus_days(9), "teaching");
    const auto withdrawn = say({{twin}}, "zyxmarker withdrawn", day.plus_days(11));
    const auto scope = library.scope(library.priya);
    const auto directory = library.directory();
    const auto corrected = interactions::get(*scope, alone);
    InteractionDraft again{.kind = corrected->kind,
                           .happened_on = corrected->happened_on,
                           .attendees = 12,
                           .place = "zyxmarker office",
                           .note = "zyxmarker corrected",
                           .people = {{library.jane, "zyxmarker aside"}},
                           .staff = corrected->staff,
                           .topics = {"NURS1001"},
                           .promises = {{.words = "Send zyxmarker the list"}}};
    EXPECT_TRUE(interactions::correct(*scope, *directory, alone, 1, again, "zyxmarker because").ok());
    auto with_owen = interactions::get(*scope, shared);
    InteractionDraft shared_again{.kind = with_owen->kind,
                                  .happened_on = with_owen->happened_on,
                                  .attendees = 12,
                                  .note = with_owen->note,
                                  .people = {{library.jane, "zyxmarker aside"}, {library.owen}},
                                  .staff = with_owen->staff,
                                  .topics = {"NURS1001"}};
    EXPECT_TRUE(interactions::correct(*scope, *directory, shared, 1, shared_again, "zyxmarker again").ok());
    EXPECT_TRUE(interactions::withdraw(*scope, *directory, withdrawn, "zyxmarker wrong").ok());
    change([&](db::Writer& writer) {
      writer.execute(
          "update interactions set line = 'met @zyxmarker' where institution_id = $1 and id in ($2, $3)",
          in(), alone, shared);
      writer.execute(
          "insert into promises (institution_id, side, staff_id, person_id, words, made_on) values ($1, "
          "'theirs', $2, "
          "$3, 'zyxmarker sends it', '2026-10-01')",
          in(), library.tom, library.owen);
      writer.execute(
          "update promises set words = 'As Jane Zyxmarker said' where institution_id = $1 and person_id = $2",
          in(), library.owen);
    });
  }

  void link() {
    const auto admin = library.scope(library.ada);
    const auto directory = library.directory();
    const bumps::PastBump past[] = {{{.from = alone, .to = shared}, library.priya},
                                    {{.from = shared, .to = of_others}, library.priya}};
    EXPECT_TRUE(bumps::link_many(*admin, *directory, past).ok());
    change([&](db::Writer& writer) {
      writer.execute(
          "insert into bump_origins (institution_id, to_id, kind, person_id, words, recorded_by, "
          "recorded_at) values "
          "($1, $2, 'introduction', $3, 'zyxmarker introduced', $4, 0), ($1, $5, 'event', null, 'zyxmarker "
          "fair', $4, 0)",
          in(), of_others, library.jane, library.priya, alone);
      writer.execute(
          "insert into thanks (institution_id, bump_id, from_staff_id, to_staff_id, words, said_at) select "
          "$1, id, $2, "
          "$3, 'zyxmarker thanks', 0 from bumps where institution_id = $1 and from_id = $4",
          in(), library.priya, library.tom, alone);
      writer.execute(
          "insert into stories (institution_id, interaction_id, title, words, quotation, quoted_person_id, "
          "permission, "
          "permission_on, academic_year, told_by, told_at) values ($1, $2, 'zyxmarker title', 'zyxmarker "
          "words', "
          "'It is all zyxmarker', $3, 'zyxmarker mail', '2026-10-10', 2026, $4, 0)",
          in(), alone, library.jane, library.priya);
      writer.execute(
          "insert into story_steps (institution_id, story_id, position, interaction_id) select $1, max(id), "
          "1, $2 from "
          "stories where institution_id = $1",
          in(), alone);
    });
  }

  void relate() {
    const auto scope = library.scope(library.priya);
    EXPECT_TRUE(relationships::move(*scope, *library.directory(),
                                    {.with = library.jane, .level = 2, .reason = "zyxmarker reason"})
                    .ok());
    change([&](db::Writer& writer) {
      relationship = {writer.count(
          "select id from relationships where institution_id = $1 and person_id = $2", in(), library.jane)};
      const auto plan = writer.insert<ScaleUpPlan>(
          "insert into scale_up_plans (institution_id, relationship_id, aim_scale, aim_level, where_now, "
          "why_now, "
          "matters, hope, know_by, review_on, learnt, made_by, made_at, changed_by, changed_at) values ($1, "
          "$2, 1, 3, "
          "'zyxmarker', 'zyxmarker', 'zyxmarker', 'zyxmarker hope', 'zyxmarker', '2026-12-01', 'zyxmarker', "
          "$3, 0, $3, "
          "0) returning id",
          in(), relationship, library.priya);
      writer.execute(
          "insert into plan_steps (institution_id, plan_id, position, words, owner_id) values ($1, $2, 1, "
          "'zyxmarker "
          "step', $3)",
          in(), plan, library.priya);
      writer.execute(
          "insert into quiet_answers (institution_id, person_id, last_on, reason, answered_by, answered_at) "
          "values ($1, "
          "$2, '2026-10-01', 'zyxmarker is away', $3, 0)",
          in(), library.jane, library.priya);
      writer.execute(
          "insert into level_suggestions_aside (institution_id, person_id, level, is_slipping, set_aside_on, "
          "set_aside_by) values ($1, $2, 3, 0, '2026-10-01', $3)",
          in(), library.jane, library.priya);
      const auto champion = writer.insert<Champion>(
          "insert into champions (institution_id, person_id, state, state_on, agreed_on, expires_on, "
          "org_unit_id, "
          "post_title) values ($1, $2, 'agreed', '2026-09-01', '2026-09-01', '2028-09-01', $3, 'Zyxmarker "
          "post') "
          "returning id",
          in(), library.jane, library.nursing);
      writer.execute(
          "insert into champion_steps (institution_id, champion_id, step, happened_on, words, recorded_by, "
          "recorded_at) "
          "values ($1, $2, 'nominated', '2026-08-01', 'zyxmarker opens doors', $3, 0)",
          in(), champion, library.priya);
      writer.execute(
          "insert into champion_thanks (institution_id, person_id, said_on, words, said_by, recorded_at) "
          "values ($1, "
          "$2, '2026-09-02', 'zyxmarker cake', $3, 0)",
          in(), library.jane, library.priya);
      writer.execute(
          "insert into champion_ticks (institution_id, person_id, sign, interaction_id, words, recorded_by, "
          "recorded_at) values ($1, $2, 'spoke', $3, 'zyxmarker spoke', $4, 0)",
          in(), library.jane, alone, library.priya);
      writer.execute(
          "insert into champion_asides (institution_id, person_id, reason, until_on, set_aside_by, "
          "set_aside_at) values "
          "($1, $2, 'zyxmarker not now', '2027-01-01', $3, 0)",
          in(), library.jane, library.priya);
      const auto hand_over = writer.insert<HandOver>(
          "insert into hand_overs (institution_id, from_staff_id, to_staff_id, from_on, reason, recorded_by, "
          "recorded_at) values ($1, $2, $3, '2026-10-01', 'Jane Zyxmarker asked', $2, 0) returning id",
          in(), library.priya, library.tom);
      writer.execute(
          "insert into hand_over_introductions (institution_id, hand_over_id, person_id, position, reason) "
          "values ($1, "
          "$2, $3, 1, 'zyxmarker knows everybody')",
          in(), hand_over, library.jane);
      writer.execute(
          "insert into portfolio_changes (institution_id, portfolio_id, org_unit_id, staff_id, part, action, "
          "valid_from, "
          "reason, made_by, made_at) values ($1, 1, $2, $3, 'lead', 'taken_on', '2026-01-01', 'Jane "
          "Zyxmarker wished "
          "it', $3, 0)",
          in(), library.nursing, library.priya);
    });
  }

  void plan() {
    change([&](db::Writer& writer) {
      const auto plan = writer.insert<ActionPlan>(
          "insert into action_plans (institution_id, org_unit_id, academic_year, begun_by, begun_at) values "
          "($1, $2, "
          "2026, $3, 0) returning id",
          in(), library.nursing, library.priya);
      const auto item = writer.insert<PlanItem>(
          "insert into plan_items (institution_id, plan_id, position, words, success, their_owners, made_by, "
          "made_at, "
          "changed_by, changed_at) values ($1, $2, 1, 'Joint guide with Jane Zyxmarker', 'Jane Zyxmarker is "
          "glad', "
          "'Zyxmarker, the programme team', $3, 0, $3, 0) returning id",
          in(), plan, library.priya);
      writer.execute(
          "insert into plan_item_versions (institution_id, plan_item_id, version, theme, words, success, "
          "owners, "
          "their_owners, is_asked, state, outcome, changed_by, changed_at) values ($1, $2, 1, '', 'With Jane "
          "Zyxmarker', '', '', 'zyxmarker', 0, 'open', '', $3, 0)",
          in(), item, library.priya);
      writer.execute(
          "insert into plan_item_people (institution_id, plan_item_id, person_id) values ($1, $2, $3)", in(),
          item, library.jane);
      writer.execute(
          "insert into plan_item_notes (institution_id, plan_item_id, words, made_by, made_at) values ($1, "
          "$2, 'Jane "
          "Zyxmarker is on it', $3, 0)",
          in(), item, library.priya);
      writer.execute(
          "insert into plan_minutes (institution_id, plan_id, words, interaction_id, made_by, made_at) "
          "values ($1, $2, "
          "'zyxmarker minutes', $3, $4, 0), ($1, $2, 'JANE ZYXMARKER spoke', null, $4, 0)",
          in(), plan, alone, library.priya);
      const auto link = writer.insert<PlanLink>(
          "insert into plan_links (institution_id, plan_id, token_hash, label, made_by, made_at, expires_at) "
          "values ($1, "
          "$2, 'x', 'For Jane Zyxmarker', $3, 0, 1) returning id",
          in(), plan, library.priya);
      writer.execute(
          "insert into plan_answers (institution_id, plan_id, plan_link_id, is_agreed, name, words, made_at) "
          "values ($1, "
          "$2, $3, 1, 'Jane Zyxmarker', 'Yours, Jane Zyxmarker', 0)",
          in(), plan, link);
      const auto entry = writer.insert<RoundEntry>(
          "insert into round_entries (institution_id, academic_year, org_unit_id, place, uid, changed_at) "
          "values ($1, "
          "2026, $2, 'Room of Jane Zyxmarker', 'u', 0) returning id",
          in(), library.nursing);
      writer.execute(
          "insert into round_events (institution_id, round_entry_id, state, words, made_at) values ($1, $2, "
          "'agreed', "
          "'Agreed by Jane Zyxmarker', 0)",
          in(), entry);
      const auto sheet = writer.insert<HeadlineSheet>(
          "insert into headline_sheets (institution_id, org_unit_id, academic_year) values ($1, $2, 2025) "
          "returning id",
          in(), library.nursing);
      writer.execute(
          "insert into headline_drafts (institution_id, sheet_id, version, draft, changed_by, changed_at) "
          "values ($1, "
          "$2, 1, '{\"blocks\":[\"quotation\"],\"measures\":[],\"story\":null,\"quotation\":null,\"words\":"
          "{\"quotation.note\":\"It is all zyxmarker\",\"say.note\":\"Thanks to Jane Zyxmarker\"}}', $3, 0)",
          in(), sheet, library.priya);
      writer.execute(
          "insert into headline_versions (institution_id, sheet_id, number, draft_version, renderer, "
          "content, frozen_by, "
          "frozen_at) values ($1, $2, 1, 1, 1, $3, $4, 0)",
          in(), sheet,
          "{\"form\":1,\"department\":\"Nursing\",\"library\":\"L\",\"year\":\"2025/"
          "26\",\"meeting\":\"\",\"made_on\":"
          "\"2026-11-01\",\"is_provisional\":false,\"blocks\":[{\"kind\":\"quotation\",\"heading\":\"Said\","
          "\"note\":"
          "\"It is all zyxmarker\",\"by\":\"Dr Jane Zyxmarker, quoted with "
          "permission\"},{\"kind\":\"together\","
          "\"heading\":\"Next\",\"note\":\"\",\"by\":\"\",\"together\":[{\"when\":\"Jan\",\"words\":\"Joint "
          "guide with "
          "Jane Zyxmarker\",\"who\":\"Priya, Zyxmarker\"}]}],\"sources\":[]}",
          library.priya);
    });
  }

  void exchange() {
    change([&](db::Writer& writer) {
      writer.execute(
          "insert into imports (institution_id, kind, file_name, file_hash, content, mapping, state, "
          "made_by, made_at) "
          "values ($1, 'people', 'jane zyxmarker.csv', 'h', $2, '', 'uploaded', $3, 0)",
          in(), db::Blob{"name,email\nJane Zyxmarker,j@zyxmarker.example\n"}, library.ada);
      writer.execute(
          "insert into import_changes (institution_id, import_id, position, subject, subject_id, before) "
          "values ($1, 1, "
          "1, 'person', $2, '{\"name\":\"zyxmarker\"}')",
          in(), library.jane);
      writer.execute(
          "insert into import_faults (institution_id, import_id, line, reason, cells) values ($1, 1, 2, 'No "
          "department', "
          "'[\"Zyxmarker\",\"Jane\"]')",
          in());
      writer.execute(
          "insert into submissions (institution_id, key, location, made_at) values ($1, 'k', "
          "'/people/jane-zyxmarker-4f2/champion', 0)",
          in());
    });
    const auto scope = library.scope(library.tom);
    const governance::View view{
        .person = library.jane, .staff = library.tom, .viewed_on = library.today(), .first_at = scope->now};
    governance::keep_views(*library.database, in(), std::span(&view, 1));
  }

  void fill() {
    name_jane();
    converse();
    link();
    relate();
    plan();
    exchange();
    catch_up();
  }
  /// What runs behind the answers.
  void catch_up() {
    const auto scope = library.scope(library.ada);
    while (bumps::catch_up(*scope, *library.directory())) {
    }
    while (rhythms::catch_up(*scope, *library.directory())) {
    }
    while (unit_years::catch_up(*scope, *library.directory())) {
    }
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
  fill();
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
  fill();
  erase(SharedWords::go);
  purge();
  EXPECT_EQ(joined(test::rows_with(library.database, marker)), "");
}

TEST_P(Marked, KeepsWordsThatAreAboutOthersTooWithoutTheName) {
  fill();
  erase(SharedWords::stay);
  purge();
  EXPECT_EQ(joined(test::rows_with(library.database, marker)), "");
  const auto scope = library.scope(library.priya);
  EXPECT_EQ(interactions::get(*scope, shared)->note, "With [name erased] and Owen");
  EXPECT_EQ(interactions::get(*scope, of_others)->note, "Spoke of [name erased]");
  EXPECT_EQ(interactions::get(*scope, alone)->note, "");
}

TEST_P(Marked, LeavesNoByteInTheDatabasesFiles) {
  if (GetParam() != db::Engine::sqlite) return;  // whose files are the database administrator's
  fill();
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
  fill();
  const auto scope = library.scope(library.ada);
  const auto credit = [&] {
    const auto directory = library.directory();
    std::map<std::int64_t, double> shares;
    for (const auto& share : chains::credit(*scope, *directory, *chains::get(*scope, of_others)))
      shares[share.staff.value] = share.amount;
    return shares;
  };
  const auto before = test::contents(library.database);
  const auto credit_before = credit();
  const auto figures_before = figures();
  ASSERT_FALSE(credit_before.empty());
  ASSERT_GT(figures_before[0] + figures_before[7], 0) << "Jane counts among the people of Nursing";
  erase();
  catch_up();
  const auto after = test::contents(library.database);
  for (const auto* table :
       {"interaction_units", "interaction_staff", "interaction_topics", "bumps", "bump_teams", "helps",
        "unit_months", "unit_years", "story_steps", "level_evidence"})
    EXPECT_EQ(before.at(table), after.at(table)) << table;
  EXPECT_EQ(credit(), credit_before);
  EXPECT_EQ(figures(), figures_before);
}

TEST_P(Marked, IsNobodyAnyMore) {
  fill();
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
  EXPECT_FALSE(people::get(*scope, twin).ok());
  EXPECT_FALSE(people::undo_merge(*scope, twin).ok());
  EXPECT_FALSE(people::mark_returned(*scope, library.jane).ok());
  EXPECT_FALSE(
      interactions::record(*scope, *directory, {.happened_on = library.today(), .people = {{library.jane}}})
          .ok());
  EXPECT_TRUE(champions::alerts(*scope, *directory, champions::AlertsOf::everybody).empty());
  EXPECT_TRUE(interactions::open_promises(*scope, 50).empty());
}

TEST_P(Marked, ClosesPlansAndEndsTheChampion) {
  fill();
  erase();
  EXPECT_EQ(count("select count(*) from scale_up_plans where institution_id = $1 and state = 'active'"), 0);
  EXPECT_EQ(count("select count(*) from champions where institution_id = $1"), 0);
  EXPECT_EQ(count("select count(*) from promises where institution_id = $1 and kept_at is null and "
                  "dropped_at is null and "
                  "person_id <> 2"),
            0);
}

TEST_P(Marked, WithdrawsWhatWasStillAhead) {
  fill();
  const auto ahead = say({{library.jane}}, "zyxmarker to come", library.today().plus_days(5));
  const auto with_owen = say({{library.jane}, {library.owen}}, "Both", library.today().plus_days(6));
  erase();
  const auto scope = library.scope(library.priya);
  EXPECT_TRUE(interactions::get(*scope, ahead)->is_withdrawn);
  EXPECT_FALSE(interactions::get(*scope, with_owen)->is_withdrawn);
}

TEST_P(Marked, StaysCountedWhenAColleagueCorrectsAConversationWithOthers) {
  fill();
  erase();
  const auto scope = library.scope(library.priya);
  const auto directory = library.directory();
  const auto before = interactions::get(*scope, shared);
  InteractionDraft again{.kind = before->kind,
                         .happened_on = before->happened_on,
                         .note = "Read and corrected",
                         .people = {{library.owen}},
                         .staff = before->staff};
  const auto after = interactions::correct(*scope, *directory, shared, before->version, again, "");
  ASSERT_TRUE(after.ok());
  EXPECT_EQ(after->people.size(), 2u);
}

TEST_P(Marked, KeepsTheAuditLogWholeAndWithoutWords) {
  fill();
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
  fill();
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
  fill();
  const auto id = ask();
  EXPECT_TRUE(confirm(id).ok());
  const auto again = test::unchanged(library.database, [&] { return confirm(id); });
  ASSERT_FALSE(again.ok());
  EXPECT_EQ(again.refusal().kind, Refusal::Kind::conflict);
  const auto scope = library.scope(library.ada);
  EXPECT_EQ(erasures::refuse(*scope, id, "Late").refusal().kind, Refusal::Kind::conflict);
}

TEST_P(Marked, IsRefusedWithAReasonOrWithdrawnByWhoeverAsked) {
  fill();
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
  fill();
  (void)ask();
  const auto gwen = library.scope(library.gwen);
  const auto directory = library.directory();
  const auto twice = test::unchanged(library.database,
                                     [&] { return erasures::ask(*gwen, *directory, twin, draft(library)); });
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
  fill();
  const auto id = ask();
  change([&](db::Writer& writer) {
    writer.execute("update imports set state = 'running' where institution_id = $1", in());
  });
  const auto done = test::unchanged(library.database, [&] { return confirm(id); });
  ASSERT_FALSE(done.ok());
  EXPECT_EQ(done.refusal().kind, Refusal::Kind::conflict);
}

TEST_P(Marked, LeavesTheNameOfSomebodyElse) {
  fill();
  change([&](db::Writer& writer) {
    writer.execute(
        "update persons set full_name = 'Jane Zyxmarker', folded_name = 'jane zyxmarker', directory_version "
        "= 9 "
        "where institution_id = $1 and id = $2",
        in(), library.sian);
  });
  erase();
  const auto scope = library.scope(library.priya);
  EXPECT_EQ(interactions::get(*scope, of_others)->note, "Spoke of Jane Zyxmarker");
}

TEST_P(Marked, ShowsBeforehandWhatGoesAndWhatIsToBeRead) {
  fill();
  const auto gwen = library.scope(library.gwen);
  const auto shown =
      test::unchanged(library.database, [&] { return preview(*gwen, *library.directory(), library.jane); });
  ASSERT_TRUE(shown.ok());
  EXPECT_EQ(shown->alone, 2) << "one of them withdrawn";
  EXPECT_EQ(shown->shared, 1);
  ASSERT_EQ(shown->to_read.size(), 1u);
  EXPECT_EQ(shown->to_read.front().id, shared);
  ASSERT_EQ(shown->said_of.size(), 1u);
  EXPECT_EQ(shown->said_of.front().id, of_others);
  EXPECT_FALSE(shown->mentions.empty());
  const auto has = [&](std::string_view line) { return std::ranges::count(shown->goes, line) > 0; };
  EXPECT_TRUE(has("One mail address"));
  EXPECT_TRUE(has("One quotation, on headline pages too"));
}

// The list that outlives a copy -----------------------------------------------------------------------------

TEST_P(Marked, IsErasedAgainInACopyOfBefore) {
  fill();
  std::vector<KeptErasure> kept{{.asked_by = AskedBy::person,
                                 .ground = ErasureGround::objected,
                                 .shared_words = SharedWords::go,
                                 .due_on = library.today(),
                                 .requested_by = library.gwen,
                                 .requested_at = {1000},
                                 .confirmed_by = library.ada,
                                 .confirmed_at = library.scope(library.ada)->now,
                                 .records = {{library.jane, {4711}}, {twin, {4712}}}}};
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
  fill();
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
  name_jane();
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
    said.emplace_back(day, say(people, is_alone ? "zyxmarker alone" : "With Jane Zyxmarker", day, kind,
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
  catch_up();
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
  catch_up();
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
