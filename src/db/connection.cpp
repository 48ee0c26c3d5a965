// What rows say the same way on both engines.
#include "db/connection.hpp"

namespace rapport::db {

Date Row::date(int column) const {
  const auto written = text(column);
  const auto date = Date::parse_iso(written);
  if (!date) {
    throw Error(Error::Kind::other,
                "column " + std::to_string(column) + " holds no date: " + std::string(written));
  }
  return *date;
}

}  // namespace rapport::db
