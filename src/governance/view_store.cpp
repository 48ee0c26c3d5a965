// The SQL of the log of views; row <-> value, nothing else.
#include "governance/view_store.hpp"

namespace rapport::view_store {
namespace {

using governance::Looked;
using governance::View;

View read_view(const db::Row& row) {
  return {.person = row.id<Person>(0),
          .staff = row.id<Staff>(1),
          .viewed_on = row.date(2),
          .looked = row.text(3) == "brief" ? Looked::brief : Looked::page,
          .first_at = row.instant(4)};
}

}  // namespace

void insert(db::Writer& writer, Id<Institution> institution, const View& view) {
  writer.execute(
      "insert into person_views (institution_id, person_id, viewed_on, staff_id, what, first_at) "
      "select p.institution_id, p.id, $3, $4, $5, $6 from persons p where p.institution_id = $1 and p.id = "
      "$2 and "
      "p.erased_on is null on conflict do nothing",
      institution, view.person, view.viewed_on, view.staff, governance::code(view.looked), view.first_at);
}

std::vector<View> latest(db::Reader& reader, Id<Institution> institution, int limit) {
  return reader.all(
      "select person_id, staff_id, viewed_on, what, first_at from person_views where institution_id = $1 "
      "order by first_at desc, person_id, staff_id, what limit $2",
      read_view, institution, limit);
}

std::vector<View> of_person(db::Reader& reader, Id<Institution> institution, Id<Person> person, int limit) {
  return reader.all(
      "select person_id, staff_id, viewed_on, what, first_at from person_views where institution_id = $1 "
      "and person_id = $2 order by viewed_on desc, first_at desc, staff_id, what limit $3",
      read_view, institution, person, limit);
}

}  // namespace rapport::view_store
