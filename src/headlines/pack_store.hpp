// The SQL of packs that were asked for; row <-> value, nothing else.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/instant.hpp"
#include "db/connection.hpp"
#include "headlines/sheet_pack.hpp"

namespace rapport {
struct Institution;
struct Staff;
}  // namespace rapport

namespace rapport::pack_store {

struct OrderRow {
  std::string name = {};
  Id<Staff> staff = {};
  int academic_year = 0;
  headlines::PackParts parts = headlines::PackParts::sheets;
  Instant ordered_at = {};
};
void insert(db::Writer& writer, Id<Institution> institution, const OrderRow& row);
/// Those that were asked for before then.
void erase_before(db::Writer& writer, Id<Institution> institution, Instant then);
[[nodiscard]] std::optional<OrderRow> find(db::Reader& reader, Id<Institution> institution,
                                           std::string_view name);

}  // namespace rapport::pack_store
