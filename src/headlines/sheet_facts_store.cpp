// The SQL of a sheet's facts.
#include "headlines/sheet_facts_store.hpp"

namespace rapport::sheet_facts_store {
namespace {

/// The unit $4 and all below it: a conversation with several of them is counted once.
constexpr db::Fragment units_below =
    "with recursive below (id) as (select g.id from org_units g where g.institution_id = $1 and g.id = $4 "
    "union select g.id from below b join org_units g on g.institution_id = $1 and g.parent_id = b.id) ";

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

void each_talk(db::Reader& reader, Id<Institution> institution, Id<OrgUnit> unit, Span span,
               const std::function<void(const Talk&)>& see) {
  // In no order: whoever sees them adds them up.
  reader.each(
      db::concat<units_below,
                 "select u.interaction_id, u.happened_on, u.visibility, coalesce(i.attendees, 0), i.people, "
                 "i.topics from interaction_units u join interactions i on i.institution_id = $1 and i.id = "
                 "u.interaction_id where u.institution_id = $1 and u.org_unit_id in (select id from below) "
                 "and u.happened_on >= $2 and u.happened_on <= $3 and u.visibility < 2">,
      [&](const db::Row& row) {
        see({.interaction = row.id<Interaction>(0),
             .happened_on = row.date(1),
             .is_for_all = row.number(2) == static_cast<int>(Visibility::library),
             .attendees = row.number(3),
             .people = row.text(4),
             .topics = row.text(5)});
      },
      institution, span.first, span.last, unit);
}

}  // namespace rapport::sheet_facts_store
