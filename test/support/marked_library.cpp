// Fills the library in which somebody is marked.
#include "support/marked_library.hpp"

#include "bumps/bump_figures.hpp"
#include "bumps/bumps.hpp"
#include "governance/view_log.hpp"
#include "headlines/sheet.hpp"
#include "measures/unit_years.hpp"
#include "plans/action_plan.hpp"
#include "plans/plan_share.hpp"
#include "plans/round.hpp"
#include "relationships/champions.hpp"
#include "relationships/hand_over.hpp"
#include "relationships/plan.hpp"
#include "relationships/relationships.hpp"
#include "relationships/rhythms.hpp"

namespace rapport::test {

Id<Interaction> MarkedLibrary::say(std::vector<Participant> people, std::string note, Date on,
                                   std::string kind, std::vector<std::string> topics) {
  const auto who = this->scope(priya);
  const auto directory = this->directory();
  InteractionDraft said{.kind = directory->vocabulary.find_kind(kind)->id,
                        .happened_on = on,
                        .attendees = 12,
                        .note = std::move(note),
                        .people = std::move(people),
                        .staff = {priya, tom},
                        .topics = std::move(topics)};
  const auto recorded = interactions::record(*who, *directory, said);
  EXPECT_TRUE(recorded.ok());
  return recorded->interaction;
}

void MarkedLibrary::name_jane() {
  database->write([&](db::Writer& writer) {
    writer.execute(
        "update persons set full_name = 'Jane Zyxmarker', known_as = 'Janny Zyxmarker', slug = "
        "'jane-zyxmarker-4f2', folded_name = 'jane zyxmarker', about = 'Zyxmarker about', orcid = "
        "'0000-zyxmarker', external_id = 'zyxmarker-17', recorded_at = 4711, directory_version = 2 where "
        "institution_id = $1 and id = $2",
        institution, jane);
    twin = writer.insert<Person>(
        "insert into persons (institution_id, slug, full_name, known_as, folded_name, sort_key, merged_into, "
        "directory_version, recorded_at) values ($1, 'j-zyxmarker-9k1', 'J Zyxmarker', 'J', 'j zyxmarker', "
        "'zz', $2, 2, 4712) returning id",
        institution, jane);
    writer.execute("update posts set title = 'Zyxmarker post' where institution_id = $1 and person_id = $2",
                   institution, jane);
    (void)next_directory_version(writer, institution);
    (void)next_directory_version(writer, institution);
    writer.execute(
        "insert into person_names (institution_id, person_id, kind, name, folded_name) values ($1, $2, "
        "'former', 'Jane Oldzyxmarker', 'jane oldzyxmarker')",
        institution, jane);
    writer.execute(
        "insert into person_addresses (institution_id, person_id, address, folded_address, is_main) values "
        "($1, $2, 'j@zyxmarker.example', 'j@zyxmarker.example', 1)",
        institution, jane);
    writer.execute(
        "insert into ways_of_working (institution_id, person_id, statement, source, stated_on, recorded_by, "
        "recorded_at) values ($1, $2, 'zyxmarker mornings', 'told zyxmarker', '2026-01-05', $3, 0)",
        institution, jane, priya);
    writer.execute(
        "insert into ways_of_working (institution_id, person_id, statement, source, stated_on, recorded_by, "
        "recorded_at) values ($1, $2, 'Emails', 'Jane Zyxmarker says so', '2026-01-05', $3, 0)",
        institution, owen, priya);
  });
}

void MarkedLibrary::converse() {
  const auto day = today().plus_days(-40);
  alone = say({{jane, "zyxmarker aside"}}, "zyxmarker in the corridor", day, "corridor", {"NURS1001"});
  shared = say({{jane, "zyxmarker aside"}, {owen}}, "With Jane Zyxmarker and Owen", day.plus_days(3),
               "teaching", {"NURS1001"});
  of_others = say({{owen}}, "Spoke of Jane Zyxmarker", day.plus_days(9), "teaching");
  const auto withdrawn = say({{twin}}, "zyxmarker withdrawn", day.plus_days(11));
  const auto who = this->scope(priya);
  const auto directory = this->directory();
  const auto corrected = interactions::get(*who, alone);
  InteractionDraft again{.kind = corrected->kind,
                         .happened_on = corrected->happened_on,
                         .attendees = 12,
                         .place = "zyxmarker office",
                         .note = "zyxmarker corrected",
                         .people = {{jane, "zyxmarker aside"}},
                         .staff = corrected->staff,
                         .topics = {"NURS1001"},
                         .promises = {{.words = "Send zyxmarker the list"}}};
  EXPECT_TRUE(interactions::correct(*who, *directory, alone, 1, again, "zyxmarker because").ok());
  auto with_owen = interactions::get(*who, shared);
  InteractionDraft shared_again{.kind = with_owen->kind,
                                .happened_on = with_owen->happened_on,
                                .attendees = 12,
                                .note = with_owen->note,
                                .people = {{jane, "zyxmarker aside"}, {owen}},
                                .staff = with_owen->staff,
                                .topics = {"NURS1001"}};
  EXPECT_TRUE(interactions::correct(*who, *directory, shared, 1, shared_again, "zyxmarker again").ok());
  EXPECT_TRUE(interactions::withdraw(*who, *directory, withdrawn, "zyxmarker wrong").ok());
  database->write([&](db::Writer& writer) {
    writer.execute(
        "update interactions set line = 'met @zyxmarker' where institution_id = $1 and id in ($2, $3)",
        institution, alone, shared);
    writer.execute(
        "insert into promises (institution_id, side, staff_id, person_id, words, made_on) values ($1, "
        "'theirs', $2, $3, 'zyxmarker sends it', '2026-10-01')",
        institution, tom, owen);
    writer.execute(
        "update promises set words = 'As Jane Zyxmarker said' where institution_id = $1 and person_id = $2",
        institution, owen);
  });
}

void MarkedLibrary::link() {
  const auto admin = scope(ada);
  const auto directory = this->directory();
  const bumps::PastBump past[] = {{{.from = alone, .to = shared}, priya},
                                  {{.from = shared, .to = of_others}, priya}};
  EXPECT_TRUE(bumps::link_many(*admin, *directory, past).ok());
  database->write([&](db::Writer& writer) {
    writer.execute(
        "insert into bump_origins (institution_id, to_id, kind, person_id, words, recorded_by, recorded_at) "
        "values ($1, $2, 'introduction', $3, 'zyxmarker introduced', $4, 0), ($1, $5, 'event', null, "
        "'zyxmarker fair', $4, 0)",
        institution, of_others, jane, priya, alone);
    writer.execute(
        "insert into thanks (institution_id, bump_id, from_staff_id, to_staff_id, words, said_at) select $1, "
        "id, $2, $3, 'zyxmarker thanks', 0 from bumps where institution_id = $1 and from_id = $4",
        institution, priya, tom, alone);
    writer.execute(
        "insert into stories (institution_id, interaction_id, title, words, quotation, quoted_person_id, "
        "permission, permission_on, academic_year, told_by, told_at) values ($1, $2, 'zyxmarker title', "
        "'zyxmarker words', 'It is all zyxmarker', $3, 'zyxmarker mail', '2026-10-10', 2026, $4, 0)",
        institution, alone, jane, priya);
    writer.execute(
        "insert into story_steps (institution_id, story_id, position, interaction_id) select $1, max(id), 1, "
        "$2 from stories where institution_id = $1",
        institution, alone);
  });
}

void MarkedLibrary::relate() {
  const auto who = this->scope(priya);
  EXPECT_TRUE(
      relationships::move(*who, *directory(), {.with = jane, .level = 2, .reason = "zyxmarker reason"}).ok());
  database->write([&](db::Writer& writer) {
    relationship = {writer.count("select id from relationships where institution_id = $1 and person_id = $2",
                                 institution, jane)};
    const auto plan = writer.insert<ScaleUpPlan>(
        "insert into scale_up_plans (institution_id, relationship_id, aim_scale, aim_level, where_now, "
        "why_now, matters, hope, know_by, review_on, learnt, made_by, made_at, changed_by, changed_at) "
        "values ($1, $2, 1, 3, 'zyxmarker', 'zyxmarker', 'zyxmarker', 'zyxmarker hope', 'zyxmarker', "
        "'2026-12-01', 'zyxmarker', $3, 0, $3, 0) returning id",
        institution, relationship, priya);
    writer.execute(
        "insert into plan_steps (institution_id, plan_id, position, words, owner_id) values ($1, $2, 1, "
        "'zyxmarker step', $3)",
        institution, plan, priya);
    writer.execute(
        "insert into quiet_answers (institution_id, person_id, last_on, reason, answered_by, answered_at) "
        "values ($1, $2, '2026-10-01', 'zyxmarker is away', $3, 0)",
        institution, jane, priya);
    writer.execute(
        "insert into level_suggestions_aside (institution_id, person_id, level, is_slipping, set_aside_on, "
        "set_aside_by) values ($1, $2, 3, 0, '2026-10-01', $3)",
        institution, jane, priya);
    const auto champion = writer.insert<Champion>(
        "insert into champions (institution_id, person_id, state, state_on, agreed_on, expires_on, "
        "org_unit_id, post_title) values ($1, $2, 'agreed', '2026-09-01', '2026-09-01', '2028-09-01', $3, "
        "'Zyxmarker post') returning id",
        institution, jane, nursing);
    writer.execute(
        "insert into champion_steps (institution_id, champion_id, step, happened_on, words, recorded_by, "
        "recorded_at) values ($1, $2, 'nominated', '2026-08-01', 'zyxmarker opens doors', $3, 0)",
        institution, champion, priya);
    writer.execute(
        "insert into champion_thanks (institution_id, person_id, said_on, words, said_by, recorded_at) "
        "values ($1, $2, '2026-09-02', 'zyxmarker cake', $3, 0)",
        institution, jane, priya);
    writer.execute(
        "insert into champion_ticks (institution_id, person_id, sign, interaction_id, words, recorded_by, "
        "recorded_at) values ($1, $2, 'spoke', $3, 'zyxmarker spoke', $4, 0)",
        institution, jane, alone, priya);
    writer.execute(
        "insert into champion_asides (institution_id, person_id, reason, until_on, set_aside_by, "
        "set_aside_at) values ($1, $2, 'zyxmarker not now', '2027-01-01', $3, 0)",
        institution, jane, priya);
    const auto hand_over = writer.insert<HandOver>(
        "insert into hand_overs (institution_id, from_staff_id, to_staff_id, from_on, reason, recorded_by, "
        "recorded_at) values ($1, $2, $3, '2026-10-01', 'Jane Zyxmarker asked', $2, 0) returning id",
        institution, priya, tom);
    writer.execute(
        "insert into hand_over_introductions (institution_id, hand_over_id, person_id, position, reason) "
        "values ($1, $2, $3, 1, 'zyxmarker knows everybody')",
        institution, hand_over, jane);
    writer.execute(
        "insert into portfolio_changes (institution_id, portfolio_id, org_unit_id, staff_id, part, action, "
        "valid_from, reason, made_by, made_at) values ($1, 1, $2, $3, 'lead', 'taken_on', '2026-01-01', "
        "'Jane Zyxmarker wished it', $3, 0)",
        institution, nursing, priya);
  });
}

void MarkedLibrary::plan() {
  database->write([&](db::Writer& writer) {
    const auto plan = writer.insert<ActionPlan>(
        "insert into action_plans (institution_id, org_unit_id, academic_year, begun_by, begun_at) values "
        "($1, $2, 2026, $3, 0) returning id",
        institution, nursing, priya);
    const auto item = writer.insert<PlanItem>(
        "insert into plan_items (institution_id, plan_id, position, words, success, their_owners, made_by, "
        "made_at, changed_by, changed_at) values ($1, $2, 1, 'Joint guide with Jane Zyxmarker', 'Jane "
        "Zyxmarker is glad', 'Zyxmarker, the programme team', $3, 0, $3, 0) returning id",
        institution, plan, priya);
    writer.execute(
        "insert into plan_item_versions (institution_id, plan_item_id, version, theme, words, success, "
        "owners, their_owners, is_asked, state, outcome, changed_by, changed_at) values ($1, $2, 1, '', "
        "'With Jane Zyxmarker', '', '', 'zyxmarker', 0, 'open', '', $3, 0)",
        institution, item, priya);
    writer.execute(
        "insert into plan_item_people (institution_id, plan_item_id, person_id) values ($1, $2, $3)",
        institution, item, jane);
    writer.execute(
        "insert into plan_item_notes (institution_id, plan_item_id, words, made_by, made_at) values ($1, $2, "
        "'Jane Zyxmarker is on it', $3, 0)",
        institution, item, priya);
    writer.execute(
        "insert into plan_minutes (institution_id, plan_id, words, interaction_id, made_by, made_at) values "
        "($1, $2, 'zyxmarker minutes', $3, $4, 0), ($1, $2, 'JANE ZYXMARKER spoke', null, $4, 0)",
        institution, plan, alone, priya);
    const auto link = writer.insert<PlanLink>(
        "insert into plan_links (institution_id, plan_id, token_hash, label, made_by, made_at, expires_at) "
        "values ($1, $2, 'x', 'For Jane Zyxmarker', $3, 0, 1) returning id",
        institution, plan, priya);
    writer.execute(
        "insert into plan_answers (institution_id, plan_id, plan_link_id, is_agreed, name, words, made_at) "
        "values ($1, $2, $3, 1, 'Jane Zyxmarker', 'Yours, Jane Zyxmarker', 0)",
        institution, plan, link);
    const auto entry = writer.insert<RoundEntry>(
        "insert into round_entries (institution_id, academic_year, org_unit_id, place, uid, changed_at) "
        "values ($1, 2026, $2, 'Room of Jane Zyxmarker', 'u', 0) returning id",
        institution, nursing);
    writer.execute(
        "insert into round_events (institution_id, round_entry_id, state, words, made_at) values ($1, $2, "
        "'agreed', 'Agreed by Jane Zyxmarker', 0)",
        institution, entry);
    const auto sheet = writer.insert<HeadlineSheet>(
        "insert into headline_sheets (institution_id, org_unit_id, academic_year) values ($1, $2, 2025) "
        "returning id",
        institution, nursing);
    writer.execute(
        "insert into headline_drafts (institution_id, sheet_id, version, draft, changed_by, changed_at) "
        "values ($1, $2, 1, "
        "'{\"blocks\":[\"quotation\"],\"measures\":[],\"story\":null,\"quotation\":null,\"words\":{"
        "\"quotation.note\":\"It is all zyxmarker\",\"say.note\":\"Thanks to Jane Zyxmarker\"}}', $3, 0)",
        institution, sheet, priya);
    writer.execute(
        "insert into headline_versions (institution_id, sheet_id, number, draft_version, renderer, content, "
        "frozen_by, frozen_at) values ($1, $2, 1, 1, 1, $3, $4, 0)",
        institution, sheet,
        "{\"form\":1,\"department\":\"Nursing\",\"library\":\"L\",\"year\":\"2025/"
        "26\",\"meeting\":\"\",\"made_on\":\"2026-11-01\",\"is_provisional\":false,\"blocks\":[{\"kind\":"
        "\"quotation\",\"heading\":\"Said\",\"note\":\"It is all zyxmarker\",\"by\":\"Dr Jane Zyxmarker, "
        "quoted with "
        "permission\"},{\"kind\":\"together\",\"heading\":\"Next\",\"note\":\"\",\"by\":\"\",\"together\":[{"
        "\"when\":\"Jan\",\"words\":\"Joint guide with Jane Zyxmarker\",\"who\":\"Priya, "
        "Zyxmarker\"}]}],\"sources\":[]}",
        priya);
  });
}

void MarkedLibrary::exchange() {
  database->write([&](db::Writer& writer) {
    writer.execute(
        "insert into imports (institution_id, kind, file_name, file_hash, encoding, mapping, state, made_by, "
        "made_at) values ($1, 'people', 'jane zyxmarker.csv', 'h', 'UTF-8', '', 'uploaded', $2, 0)",
        institution, ada);
    writer.execute(
        "insert into import_parts (institution_id, import_id, position, first_line, content) "
        "values ($1, 1, 0, 2, $2), ($1, 1, 1, 3, $3)",
        institution, db::Blob{"Owen Smith,o@nowhere.example\n"},
        db::Blob{"Jane Zyxmarker,j@zyxmarker.example\n"});
    writer.execute(
        "insert into import_changes (institution_id, import_id, position, subject, subject_id, before) "
        "values ($1, 1, 1, 'person', $2, '{\"name\":\"zyxmarker\"}')",
        institution, jane);
    writer.execute(
        "insert into import_faults (institution_id, import_id, line, reason, cells) values ($1, 1, 2, 'No "
        "department', '[\"Zyxmarker\",\"Jane\"]')",
        institution);
    writer.execute(
        "insert into submissions (institution_id, key, location, made_at) values ($1, 'k', "
        "'/people/jane-zyxmarker-4f2/champion', 0)",
        institution);
  });
  const auto who = this->scope(tom);
  const governance::View view{.person = jane, .staff = tom, .viewed_on = today(), .first_at = who->now};
  governance::keep_views(*database, institution, std::span(&view, 1));
}

void MarkedLibrary::fill() {
  name_jane();
  converse();
  link();
  relate();
  plan();
  exchange();
  catch_up();
}
void MarkedLibrary::catch_up() {
  const auto who = this->scope(ada);
  while (bumps::catch_up(*who, *directory())) {
  }
  while (rhythms::catch_up(*who, *directory())) {
  }
  while (unit_years::catch_up(*who, *directory())) {
  }
}

}  // namespace rapport::test
