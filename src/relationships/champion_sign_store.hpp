// The SQL of what the signs of a champion are made from; row <-> value, nothing else. Of conversations only
// those that everybody in the library may read.
#pragma once

#include <optional>
#include <vector>

#include "db/connection.hpp"
#include "relationships/champion_signs.hpp"

namespace rapport::champion_sign_store {

/// What is kept beside a rhythm.
struct KeptSigns {
  Id<Person> person = {};
  std::optional<Date> embedded_on = {};
  std::optional<Date> came_back_on = {};
  std::optional<Date> reach_on = {};
};
/// Everybody with at least one, by person. Cost: one walk of an index of those alone.
[[nodiscard]] std::vector<KeptSigns> kept(db::Reader& reader, Id<Institution> institution);

struct IntroductionBy {
  Id<Person> by = {};  ///< any record
  Introduction introduction = {};
};
/// From `first` to `today`; `met` as recorded, the introducer too where they were there. All, or those of one
/// record.
[[nodiscard]] std::vector<IntroductionBy> introductions(db::Reader& reader, Id<Institution> institution,
                                                        Date first, Date today);
[[nodiscard]] std::vector<IntroductionBy> introductions(db::Reader& reader, Id<Institution> institution,
                                                        Date first, Date today, Id<Person> record);

struct QuotationOf {
  Id<Person> person = {};
  Quotation quotation = {};
};
[[nodiscard]] std::vector<QuotationOf> quotations(db::Reader& reader, Id<Institution> institution,
                                                  Date first);
[[nodiscard]] std::vector<QuotationOf> quotations(db::Reader& reader, Id<Institution> institution, Date first,
                                                  Id<Person> record);

/// That were not taken back.
[[nodiscard]] std::vector<SignTick> ticks(db::Reader& reader, Id<Institution> institution, Date first);
[[nodiscard]] std::vector<SignTick> ticks(db::Reader& reader, Id<Institution> institution, Date first,
                                          Id<Person> record);

}  // namespace rapport::champion_sign_store
