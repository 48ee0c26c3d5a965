// The SQL of find beside the full-text index.
#include "search/search_store.hpp"

#include "interactions/interaction_words.hpp"

namespace rapport::search_store {
namespace {

constexpr std::int64_t ids_of_a_day = std::int64_t{1} << 31;

/// The day in a document's number; the latest day for numbers beyond.
Date day_of(std::int64_t number) {
  constexpr std::int64_t last_day = 2'932'896;  // 31 December 9999
  const auto days = number / ids_of_a_day - (number % ids_of_a_day < 0 ? 1 : 0);
  return Date::from_days(static_cast<std::int32_t>(std::clamp<std::int64_t>(days, -354'285, last_day)));
}

}  // namespace

std::vector<std::int64_t> documents_with(db::Reader& reader, Id<Institution> institution, Id<Person> person,
                                         std::int64_t before, int limit) {
  const auto day = day_of(before);
  return reader.all(
      "select happened_on, interaction_id from interaction_persons where institution_id = $1 and person_id = "
      "$2 "
      "and (happened_on, interaction_id) < ($3, $4) order by happened_on desc, interaction_id desc limit $5",
      [](const db::Row& row) { return document_number(row.date(0), row.id<Interaction>(1)); }, institution,
      person, day, id_of_document(before), limit);
}

}  // namespace rapport::search_store
