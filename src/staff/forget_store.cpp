// Takes names out of reasons.
#include "staff/forget_store.hpp"

namespace rapport::staff {

void forget(db::Writer& writer, const Erasing& erasing) {
  erase_names<1, 1>(
      writer, erasing,
      "select id, reason from portfolio_changes where institution_id = $1 and lower(reason) like "
      "$2",
      "update portfolio_changes set reason = $3 where institution_id = $1 and id = $2");
}

}  // namespace rapport::staff
