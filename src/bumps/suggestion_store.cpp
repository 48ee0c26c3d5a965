// The SQL of suggestions.
#include "bumps/suggestion_store.hpp"

namespace rapport::suggestion_store {
namespace {

constexpr int with_person_max = 16;
constexpr int on_topic_max = 12;
constexpr int looked_through_max = 200;
constexpr int nearby_max = 40;

Id<Interaction> read_id(const db::Row& row) {
  return row.id<Interaction>(0);
}

}  // namespace

std::vector<Id<Interaction>> with_person(db::Reader& reader, Id<Institution> institution, Id<Person> person,
                                         const Span& span) {
  return reader.all(
      "select interaction_id from interaction_persons where institution_id = $1 and person_id = $2 and "
      "happened_on between $3 and $4 order by happened_on desc, interaction_id desc limit $5",
      read_id, institution, person, span.from, span.to, with_person_max);
}

std::vector<Id<Interaction>> on_topic(db::Reader& reader, Id<Institution> institution, Id<Topic> topic,
                                      const Span& span) {
  return reader.all(
      "select interaction_id from interaction_topics where institution_id = $1 and topic_id = $2 and "
      "happened_on between $3 and $4 order by happened_on desc, interaction_id desc limit $5",
      read_id, institution, topic, span.from, span.to, on_topic_max);
}

std::vector<Id<Interaction>> on_topic_nearby(db::Reader& reader, Id<Institution> institution, Id<Topic> topic,
                                             Id<Interaction> like, const Span& span) {
  return reader.all(
      "select t.interaction_id from (select interaction_id, happened_on from interaction_topics where "
      "institution_id = $1 and topic_id = $2 and happened_on between $3 and $4 order by happened_on desc, "
      "interaction_id desc limit $7) t where exists (select 1 from interaction_units u where "
      "u.institution_id = $1 and u.org_unit_id in (select l.org_unit_id from interaction_units l where "
      "l.institution_id = $1 and l.interaction_id = $5) and u.happened_on = t.happened_on and "
      "u.interaction_id = t.interaction_id) order by t.happened_on desc, t.interaction_id desc limit $6",
      read_id, institution, topic, span.from, span.to, like, on_topic_max, looked_through_max);
}

std::vector<Id<Interaction>> nearby(db::Reader& reader, Id<Institution> institution, Id<Interaction> like,
                                    const Span& span) {
  return reader.all(
      "select u.interaction_id from interaction_units u where u.institution_id = $1 and u.org_unit_id = "
      "(select min(l.org_unit_id) from interaction_units l where l.institution_id = $1 and l.interaction_id "
      "= $2) "
      "and u.happened_on between $3 and $4 order by u.happened_on desc, u.interaction_id desc limit $5",
      read_id, institution, like, span.from, span.to, nearby_max);
}

int count_on_topic(db::Reader& reader, Id<Institution> institution, Id<Topic> topic, const Span& span) {
  return static_cast<int>(
      reader.count("select count(*) from (select 1 from interaction_topics where institution_id = $1 and "
                   "topic_id = $2 and "
                   "happened_on between $3 and $4 limit $5) u",
                   institution, topic, span.from, span.to, looked_through_max));
}

bool was_spoken_to(db::Reader& reader, Id<Institution> institution, Id<Person> person, const Span& span,
                   Id<Interaction> but) {
  return reader.exists(
      "select 1 from interaction_persons where institution_id = $1 and person_id = $2 and happened_on "
      "between "
      "$3 and $4 and interaction_id <> $5 limit 1",
      institution, person, span.from, span.to, but);
}

std::vector<Id<Interaction>> before(db::Reader& reader, Id<Institution> institution, Id<Interaction> id) {
  return reader.all(
      "with recursive up (id) as (select $2 union select b.from_id from up join bumps b on b.institution_id "
      "= "
      "$1 and b.to_id = up.id and b.state in ('accepted', 'proposed')) select id from up limit 1000",
      read_id, institution, id);
}

std::vector<Id<Interaction>> without_parent(db::Reader& reader, const Scope& scope, const Span& span,
                                            int limit) {
  return reader.all(
      "select s.interaction_id from interaction_staff s where s.institution_id = $1 and s.staff_id = $2 and "
      "s.happened_on between $3 and $4 and not exists (select 1 from bumps b where b.institution_id = $1 and "
      "b.to_id = s.interaction_id and b.state = 'accepted') and not exists (select 1 from bumps b where "
      "b.institution_id = $1 and b.to_id = s.interaction_id and b.state = 'proposed') "
      "order by s.happened_on desc, s.interaction_id desc limit $5",
      read_id, scope.institution, scope.viewer.staff, span.from, span.to, limit);
}

}  // namespace rapport::suggestion_store
