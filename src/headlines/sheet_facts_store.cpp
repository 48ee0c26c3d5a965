// The SQL of a sheet's facts.
#include "headlines/sheet_facts_store.hpp"

namespace rapport::sheet_facts_store {
namespace {

TopicCount read_topic(const db::Row& row) {
  return {row.id<Topic>(0), row.number(1), row.number(2), row.number(3)};
}

/// The unit $4 and all below it: a conversation with several of them is counted once.
constexpr db::Fragment units_below =
    "with recursive below (id) as (select o.id from org_units o where o.institution_id = $1 and o.id = $4 "
    "union select o.id from below b join org_units o on o.institution_id = $1 and o.parent_id = b.id) ";

constexpr db::Fragment counts_of_topics =
    "select t.topic_id, count(distinct u.interaction_id), count(distinct coalesce(q.merged_into, q.id)), "
    "coalesce(max(i.attendees), 0) from interaction_units u join interactions i on i.institution_id = $1 and "
    "i.id = u.interaction_id join interaction_topics t on t.institution_id = $1 and t.interaction_id = "
    "u.interaction_id join topics o on o.institution_id = $1 and o.id = t.topic_id left join "
    "interaction_persons p on p.institution_id = $1 and p.interaction_id = u.interaction_id left join "
    "persons "
    "q on q.institution_id = $1 and q.id = p.person_id where u.institution_id = $1 and u.happened_on >= $2 "
    "and u.happened_on <= $3 and u.org_unit_id in (select id from below) ";

}  // namespace

std::vector<Id<Person>> people_with_posts(db::Reader& reader, Id<Institution> institution, Id<OrgUnit> unit,
                                          Span span) {
  return reader.all(
      db::concat<units_below,
                 "select distinct o.person_id from posts o where o.institution_id = $1 and (o.valid_from is "
                 "null or o.valid_from <= $3) and (o.valid_to is null or o.valid_to >= $2) and o.org_unit_id "
                 "in (select id from below) order by o.person_id limit 100000">,
      [](const db::Row& row) { return row.id<Person>(0); }, institution, span.first, span.last, unit);
}

std::vector<MonthCount> months(db::Reader& reader, Id<Institution> institution, Id<OrgUnit> unit, Span span) {
  return reader.all(
      db::concat<units_below,
                 "select substr(u.happened_on, 1, 7), count(distinct u.interaction_id) from "
                 "interaction_units u where u.institution_id = $1 and u.happened_on >= $2 and u.happened_on "
                 "<= $3 and u.visibility < 2 and u.org_unit_id in (select id from below) group by 1 order by "
                 "1 limit 24">,
      [](const db::Row& row) {
        return MonthCount{row.string(0), row.number(1)};
      },
      institution, span.first, span.last, unit);
}

std::vector<TopicCount> topics(db::Reader& reader, Id<Institution> institution, Id<OrgUnit> unit, Span span) {
  return reader.all(
      db::concat<units_below, counts_of_topics,
                 "and u.visibility = 0 and o.is_module = 0 group by t.topic_id order by count(distinct "
                 "u.interaction_id) desc, t.topic_id limit 60">,
      read_topic, institution, span.first, span.last, unit);
}

std::vector<TopicCount> modules(db::Reader& reader, Id<Institution> institution, Id<OrgUnit> unit,
                                Span span) {
  return reader.all(db::concat<units_below, counts_of_topics,
                               "and u.visibility < 2 and o.is_module = 1 group by t.topic_id order by "
                               "t.topic_id limit 1000">,
                    read_topic, institution, span.first, span.last, unit);
}

}  // namespace rapport::sheet_facts_store
