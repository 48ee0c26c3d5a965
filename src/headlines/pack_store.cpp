// The SQL of packs.
#include "headlines/pack_store.hpp"

namespace rapport::pack_store {

using headlines::PackParts;

void insert(db::Writer& writer, Id<Institution> institution, const OrderRow& row) {
  writer.execute(
      "insert into headline_packs (institution_id, name, staff_id, academic_year, has_sources, ordered_at) "
      "values ($1, $2, $3, $4, $5, $6)",
      institution, row.name, row.staff, row.academic_year, row.parts == PackParts::sheets_and_sources,
      row.ordered_at);
}

void erase_before(db::Writer& writer, Id<Institution> institution, Instant then) {
  writer.execute("delete from headline_packs where institution_id = $1 and ordered_at < $2", institution,
                 then);
}

std::optional<OrderRow> find(db::Reader& reader, Id<Institution> institution, std::string_view name) {
  return reader.one(
      "select name, staff_id, academic_year, has_sources, ordered_at from headline_packs where "
      "institution_id = $1 and name = $2",
      [](const db::Row& row) {
        return OrderRow{.name = row.string(0),
                        .staff = row.id<Staff>(1),
                        .academic_year = row.number(2),
                        .parts = row.flag(3) ? PackParts::sheets_and_sources : PackParts::sheets,
                        .ordered_at = row.instant(4)};
      },
      institution, name);
}

}  // namespace rapport::pack_store
