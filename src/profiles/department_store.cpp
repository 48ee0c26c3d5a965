// The SQL of a department's and a topic's page.
#include "profiles/department_store.hpp"

#include "interactions/may_read.hpp"

namespace rapport::department_store {
namespace {

constexpr db::Fragment of_topic =
    "from interaction_topics l join interactions i on i.institution_id = l.institution_id "
    "and i.id = l.interaction_id where l.institution_id = $1 and l.topic_id = $4 and l.happened_on >= $5 "
    "and l.happened_on <= $6 and ";

}  // namespace

std::vector<MonthOfKind> months_of_unit(db::Reader& reader, const Scope& scope, Id<OrgUnit> unit,
                                        const Span& span) {
  return reader.all(
      db::concat<"select substr(l.happened_on, 1, 7), l.kind_id, count(*) from interaction_units l "
                 "where l.institution_id = $1 and l.org_unit_id = $4 and l.happened_on >= $5 "
                 "and l.happened_on <= $6 and (l.visibility = 0 or exists (select 1 from interactions i "
                 "where i.institution_id = l.institution_id and i.id = l.interaction_id and ",
                 may_read, ")) group by 1, 2 order by 1, 2 limit 2000">,
      [](const db::Row& row) {
        return MonthOfKind{row.string(0), row.id<InteractionKind>(1), row.number(2)};
      },
      scope.institution, scope.viewer.staff, team_number(scope), unit, span.from, span.to);
}

std::vector<Contact> people_of_unit(db::Reader& reader, Id<Institution> institution, Id<OrgUnit> unit) {
  return reader.all(
      "select id, last_on from persons where institution_id = $1 and main_org_unit_id = $2 "
      "order by sort_key, id limit 20000",
      [](const db::Row& row) {
        return Contact{row.id<Person>(0), row.optional_date(1)};
      },
      institution, unit);
}

OpenPromises open_promises_of_unit(db::Reader& reader, const Scope& scope, Id<OrgUnit> unit) {
  OpenPromises open;
  reader.each(
      db::concat<
          "select p.side, count(*) from persons x join promises p on p.institution_id = x.institution_id "
          "and p.person_id = x.id and p.kept_at is null and p.dropped_at is null where x.institution_id = $1 "
          "and x.main_org_unit_id = $4 and (p.interaction_id is null or exists (select 1 from interactions i "
          "where i.institution_id = p.institution_id and i.id = p.interaction_id and ",
          may_read, ")) group by p.side">,
      [&](const db::Row& row) {
        (promise_side_of(row.text(0)) == PromiseSide::ours ? open.ours : open.theirs) = row.number(1);
      },
      scope.institution, scope.viewer.staff, team_number(scope), unit);
  return open;
}

int count_of_topic(db::Reader& reader, const Scope& scope, Id<Topic> topic, const Span& span, int limit) {
  return static_cast<int>(reader.count(
      db::concat<"select count(*) from (select l.interaction_id ", of_topic, may_read, "limit $7) c">,
      scope.institution, scope.viewer.staff, team_number(scope), topic, span.from, span.to, limit));
}

std::vector<UnitCount> units_of_topic(db::Reader& reader, const Scope& scope, Id<Topic> topic,
                                      const Span& span, int newest) {
  return reader.all(
      db::concat<"select u.org_unit_id, count(*) from (select l.interaction_id ", of_topic, may_read,
                 "order by l.happened_on desc, l.interaction_id desc limit $7) c "
                 "join interaction_units u on u.institution_id = $1 and u.interaction_id = c.interaction_id "
                 "group by u.org_unit_id order by count(*) desc, u.org_unit_id limit 12">,
      [](const db::Row& row) {
        return UnitCount{row.id<OrgUnit>(0), row.number(1)};
      },
      scope.institution, scope.viewer.staff, team_number(scope), topic, span.from, span.to, newest);
}

}  // namespace rapport::department_store
