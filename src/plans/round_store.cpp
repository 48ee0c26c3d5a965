// The SQL of rounds.
#include "plans/round_store.hpp"

namespace rapport::round_store {
namespace {

constexpr db::Fragment select_entries =
    "select id, academic_year, org_unit_id, owner_id, week_from, week_to, state, meets_on, meets_at, "
    "minutes, "
    "place, uid, sequence, changed_by, changed_at, version from round_entries where institution_id = $1 and ";

RoundEntry read_entry(const db::Row& row) {
  RoundEntry entry{.id = row.id<RoundEntry>(0),
                   .academic_year = row.number(1),
                   .unit = row.id<OrgUnit>(2),
                   .owner = row.optional_id<Staff>(3),
                   .week_from = row.optional_date(4),
                   .week_to = row.optional_date(5),
                   .state = round_state_of(row.text(6)).value_or(RoundState::to_invite),
                   .meeting = {.on = row.optional_date(7), .minutes = row.number(9), .place = row.string(10)},
                   .uid = row.string(11),
                   .sequence = row.number(12),
                   .changed_by = row.optional_id<Staff>(13),
                   .changed_at = row.instant(14),
                   .version = row.number(15)};
  if (!row.is_null(8)) entry.meeting.at = TimeOfDay{row.number(8)};
  return entry;
}

std::optional<int> minutes_of(const std::optional<TimeOfDay>& time) {
  return time ? std::optional(time->minutes) : std::nullopt;
}

}  // namespace

std::vector<RoundEntry> of_year(db::Reader& reader, Id<Institution> institution, int academic_year) {
  return reader.all(db::concat<select_entries, "academic_year = $2 order by org_unit_id limit 2000">,
                    read_entry, institution, academic_year);
}

std::optional<RoundEntry> find(db::Reader& reader, Id<Institution> institution, Id<RoundEntry> id) {
  return reader.one(db::concat<select_entries, "id = $2">, read_entry, institution, id);
}

std::optional<RoundEntry> find(db::Reader& reader, Id<Institution> institution, int academic_year,
                               Id<OrgUnit> unit) {
  return reader.one(db::concat<select_entries, "academic_year = $2 and org_unit_id = $3">, read_entry,
                    institution, academic_year, unit);
}

Id<RoundEntry> insert(db::Writer& writer, Id<Institution> institution, const RoundEntry& entry) {
  return writer.insert<RoundEntry>(
      "insert into round_entries (institution_id, academic_year, org_unit_id, owner_id, week_from, week_to, "
      "state, meets_on, meets_at, minutes, place, uid, sequence, changed_by, changed_at) values ($1, $2, $3, "
      "$4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) returning id",
      institution, entry.academic_year, entry.unit, entry.owner, entry.week_from, entry.week_to,
      code(entry.state), entry.meeting.on, minutes_of(entry.meeting.at), entry.meeting.minutes,
      entry.meeting.place, entry.uid, entry.sequence, entry.changed_by, entry.changed_at);
}

bool update(db::Writer& writer, Id<Institution> institution, const RoundEntry& entry) {
  return writer.execute(
             "update round_entries set owner_id = $4, week_from = $5, week_to = $6, state = $7, meets_on = "
             "$8, "
             "meets_at = $9, minutes = $10, place = $11, sequence = $12, changed_by = $13, changed_at = $14, "
             "version = version + 1 where institution_id = $1 and id = $2 and version = $3",
             institution, entry.id, entry.version, entry.owner, entry.week_from, entry.week_to,
             code(entry.state), entry.meeting.on, minutes_of(entry.meeting.at), entry.meeting.minutes,
             entry.meeting.place, entry.sequence, entry.changed_by, entry.changed_at) == 1;
}

std::vector<RoundEvent> events_of(db::Reader& reader, Id<Institution> institution, Id<RoundEntry> entry) {
  return reader.all(
      "select state, words, made_by, made_at from round_events where institution_id = $1 and round_entry_id "
      "= "
      "$2 order by id desc limit 200",
      [](const db::Row& row) {
        return RoundEvent{.state = round_state_of(row.text(0)).value_or(RoundState::to_invite),
                          .words = row.string(1),
                          .made_by = row.optional_id<Staff>(2),
                          .made_at = row.instant(3)};
      },
      institution, entry);
}

void insert(db::Writer& writer, Id<Institution> institution, Id<RoundEntry> entry, const RoundEvent& event) {
  writer.execute(
      "insert into round_events (institution_id, round_entry_id, state, words, made_by, made_at) values ($1, "
      "$2, $3, $4, $5, $6)",
      institution, entry, code(event.state), event.words, event.made_by, event.made_at);
}

}  // namespace rapport::round_store
