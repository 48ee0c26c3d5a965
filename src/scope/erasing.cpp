// Forgets where forms led.
#include "scope/erasing.hpp"

namespace rapport {

void forget_submissions(db::Writer& writer, const Erasing& erasing) {
  for (const auto& record : erasing.records)
    writer.execute("delete from submissions where institution_id = $1 and location like $2",
                   erasing.institution, "%" + record.slug + "%");
}

}  // namespace rapport
