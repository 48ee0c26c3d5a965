// Counts what grew, and keeps the count of everybody who has one record.
#include "bumps/grown.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include "organisation/academic_calendar.hpp"

namespace rapport::bumps {

std::vector<ChainTotal> totals_of(const std::vector<GrownKind>& grown, const Vocabulary& vocabulary) {
  std::vector<ChainTotal> totals;
  int students = 0;
  for (const auto& one : grown) {
    const auto* kind = vocabulary.find(one.kind);
    if (kind == nullptr || kind->outcome_value <= 0) continue;
    if (kind->family == Family::teaching) students += one.attendees;
    totals.push_back({one.count, one.count == 1 ? singular_of(*kind) : plural_of(*kind)});
  }
  std::ranges::stable_sort(totals, std::greater(), &ChainTotal::number);
  if (students > 0) totals.insert(totals.begin(), {students, "students taught"});
  return totals;
}

namespace {

// $1 the institution, $2 the person, $3 since, $4 today.
constexpr db::Fragment below =
    "with recursive down (id) as ("
    "select b.to_id from interaction_persons p join bumps b on b.institution_id = $1 "
    "and b.from_id = p.interaction_id and b.state = 'accepted' "
    "where p.institution_id = $1 and p.person_id = $2 and p.happened_on >= $3 and p.visibility = 0 "
    "and p.bump_count > 0 "
    "union select b.to_id from down join bumps b on b.institution_id = $1 and b.from_id = down.id "
    "and b.state = 'accepted') ";
/// What there is now, and when something still ahead will have happened.
struct Counted {
  std::vector<GrownKind> kinds = {};
  std::optional<Date> next_on = {};
};

Counted counted(db::Reader& reader, const Scope& scope, Id<Person> record, Date since) {
  Counted all;
  reader.each(
      db::concat<below,
                 "select i.kind_id, sum(case when i.happened_on <= $4 then 1 else 0 end), "
                 "sum(case when i.happened_on <= $4 then coalesce(i.attendees, 0) else 0 end), "
                 "min(case when i.happened_on > $4 then i.happened_on end) "
                 "from down join interactions i on i.institution_id = $1 and i.id = down.id "
                 "where i.withdrawn_at is null and i.visibility = 0 "
                 "group by i.kind_id order by i.kind_id limit 500">,
      [&](const db::Row& row) {
        const GrownKind one{row.id<InteractionKind>(0), row.number(1), row.number(2)};
        if (one.count > 0) all.kinds.push_back(one);
        const auto next_on = row.optional_date(3);
        if (next_on && (!all.next_on || *next_on < *all.next_on)) all.next_on = next_on;
      },
      scope.institution, record, since, scope.today);
  return all;
}

/// One thing that grew, before it is counted.
struct Grown {
  Id<Interaction> id = {};
  Id<InteractionKind> kind = {};
  int attendees = 0;
};

std::vector<Grown> each(db::Reader& reader, const Scope& scope, Id<Person> record, Date since) {
  return reader.all(
      db::concat<below,
                 "select i.id, i.kind_id, coalesce(i.attendees, 0) from down join interactions i on "
                 "i.institution_id = $1 and i.id = down.id where i.withdrawn_at is null and i.visibility = 0 "
                 "and i.happened_on <= $4 order by i.id limit 20000">,
      [](const db::Row& row) {
        return Grown{row.id<Interaction>(0), row.id<InteractionKind>(1), row.number(2)};
      },
      scope.institution, record, since, scope.today);
}

std::vector<GrownKind> counted_once(std::vector<Grown> grown) {
  std::ranges::sort(grown, {}, &Grown::id);
  const auto twice = std::ranges::unique(grown, {}, &Grown::id);
  grown.erase(twice.begin(), twice.end());
  std::map<Id<InteractionKind>, GrownKind> kinds;
  for (const auto& one : grown) {
    auto& kind = kinds[one.kind];
    kind.kind = one.kind;
    ++kind.count;
    kind.attendees += one.attendees;
  }
  std::vector<GrownKind> counts;
  counts.reserve(kinds.size());
  for (const auto& [id, kind] : kinds) counts.push_back(kind);
  return counts;
}

constexpr int people_at_once = 50;

std::string text_of(const std::vector<GrownKind>& grown) {
  std::string text;
  for (const auto& one : grown)
    text += std::to_string(one.kind.value) + ":" + std::to_string(one.count) + ":" +
            std::to_string(one.attendees) + ",";
  return text;
}

/// What text_of wrote.
std::vector<GrownKind> grown_in(std::string_view text) {
  std::vector<GrownKind> grown;
  const char* at = text.data();
  const char* const end = at + text.size();
  const auto next = [&](auto& number) { at = std::from_chars(at, end, number).ptr + 1; };
  while (at < end) {
    GrownKind one;
    next(one.kind.value);
    next(one.count);
    next(one.attendees);
    grown.push_back(one);
  }
  return grown;
}

/// Changes whenever one of the conversations that count is added to those of the person or taken from them.
std::int64_t led_on(db::Reader& reader, const Scope& scope, Id<Person> record, Date since) {
  return reader.count(
      "select coalesce(sum(interaction_id), 0) from interaction_persons where institution_id = $1 and "
      "person_id = $2 and happened_on >= $3 and visibility = 0 and bump_count > 0",
      scope.institution, record, since);
}

/// Nothing where the count is to be made anew, or a link anywhere waits to be followed: whom it concerns is
/// not known yet.
std::optional<std::vector<GrownKind>> kept(db::Reader& reader, const Scope& scope, Id<Person> record,
                                           Date since) {
  struct Row {
    std::int64_t led_on = 0;
    std::string kinds = {};
  };
  const auto row = reader.one(
      "select led_on, kinds from people_grown where institution_id = $1 and person_id = $2 and since = $3 "
      "and (next_on is null or next_on > $4) "
      "and not exists (select 1 from bump_changes where institution_id = $1)",
      [](const db::Row& found) {
        return Row{found.integer(0), found.string(1)};
      },
      scope.institution, record, since, scope.today);
  if (!row || row->led_on != led_on(reader, scope, record, since)) return std::nullopt;
  return grown_in(row->kinds);
}

/// One count as it is to be kept, if nothing was noted since.
struct Made {
  Id<Person> record = {};
  std::int64_t changes = 0;
  std::int64_t led_on = 0;
  std::optional<Date> next_on = {};
  std::string kinds = {};
};

Made read_made(const db::Row& row) {
  return {.record = row.id<Person>(0), .changes = row.integer(1)};
}

std::vector<Made> make(db::Reader& reader, const Scope& scope, Date since) {
  auto all = reader.all(
      "select person_id, changes from people_grown where institution_id = $1 and since < $2 order by since, "
      "person_id limit $3",
      read_made, scope.institution, since, people_at_once);
  if (all.empty())
    all = reader.all(
        "select person_id, changes from people_grown where institution_id = $1 and next_on <= $2 order by "
        "next_on, person_id limit $3",
        read_made, scope.institution, scope.today, people_at_once);
  // A walk each: what grew from one has nothing to do with another.
  for (auto& one : all) {
    one.led_on = led_on(reader, scope, one.record, since);
    const auto now = counted(reader, scope, one.record, since);
    one.next_on = now.next_on;
    one.kinds = text_of(now.kinds);
  }
  return all;
}

void keep(db::Writer& writer, const Scope& scope, Date since, const std::vector<Made>& all) {
  for (const auto& one : all)
    writer.send(
        "update people_grown set since = $4, led_on = $5, next_on = $6, kinds = $7 where institution_id = $1 "
        "and "
        "person_id = $2 and changes = $3",
        scope.institution, one.record, one.changes, since, one.led_on, one.next_on, one.kinds);
}

}  // namespace

Date grown_since(Date today, const AcademicYears& years) {
  return years.first_day(years.of(today) - 2);
}

void note_grown(db::Writer& writer, Id<Institution> institution, std::span<const Id<Person>> records) {
  for (const auto record : records)
    writer.send(
        "insert into people_grown (institution_id, person_id) values ($1, $2) on conflict (institution_id, "
        "person_id) do update set since = '', changes = people_grown.changes + 1",
        institution, record);
}

void note_all_grown(db::Writer& writer, Id<Institution> institution) {
  writer.send(
      "update people_grown set since = '', changes = changes + 1 where institution_id = $1 and since > ''",
      institution);
}

bool keep_grown(Scope& scope) {
  const auto since = grown_since(scope.today, scope.years());
  const auto all = scope.read([&](db::Reader& reader) { return make(reader, scope, since); });
  if (all.empty()) return false;
  scope.write([&](db::Writer& writer) { keep(writer, scope, since, all); });
  return static_cast<int>(all.size()) == people_at_once;
}

std::vector<GrownKind> grown_from(Scope& scope, std::span<const Id<Person>> records, Date since) {
  return scope.read([&](db::Reader& reader) {
    // Nearly everybody has one record, of which the count is kept.
    if (records.size() == 1) {
      if (auto known = kept(reader, scope, records.front(), since)) return *std::move(known);
      return counted(reader, scope, records.front(), since).kinds;
    }
    std::vector<Grown> grown;
    for (const auto record : records)
      std::ranges::copy(each(reader, scope, record, since), std::back_inserter(grown));
    return counted_once(std::move(grown));
  });
}

}  // namespace rapport::bumps
