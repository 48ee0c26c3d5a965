// The rows that tell of changed conversations.
#include "interactions/contact_changes.hpp"

#include <algorithm>

#include "interactions/id_list.hpp"
#include "interactions/interaction_store.hpp"

namespace rapport::interactions {
namespace {

/// Few enough to be worked on in one go.
constexpr std::size_t people_of_a_row = 200;

Date first_of_month(Date date) {
  return date.plus_days(1 - static_cast<int>(date.day()));
}

template <class Tag>
void append(std::vector<std::int64_t>& all, std::span<const Id<Tag>> ids) {
  for (const auto id : ids) all.push_back(id.value);
}

std::vector<std::int64_t> distinct(std::vector<std::int64_t> ids) {
  std::ranges::sort(ids);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

void insert(db::Writer& writer, Id<Institution> institution, std::optional<Date> month,
            const std::vector<std::int64_t>& people, const std::vector<std::int64_t>& units) {
  writer.send("insert into contact_changes (institution_id, month, people, units) values ($1, $2, $3, $4)",
              institution, month, interaction_store::list_of(people), interaction_store::list_of(units));
}

ContactChange read_change(const db::Row& row) {
  return {row.integer(0), row.optional_date(1), ids_of<Person>(row.text(2)), ids_of<OrgUnit>(row.text(3))};
}

}  // namespace

void ContactChanges::note(Date happened_on, std::span<const Id<Person>> people,
                          std::span<const Id<OrgUnit>> units) {
  if (people.empty() && units.empty()) return;
  auto& touched = months_[first_of_month(happened_on)];
  append(touched.people, people);
  append(touched.units, units);
}

void ContactChanges::note(std::span<const Id<Person>> people) {
  if (!people.empty()) append(months_[std::nullopt].people, people);
}

void ContactChanges::write(db::Writer& writer, Id<Institution> institution) const {
  for (const auto& [month, touched] : months_) {
    const auto people = distinct(touched.people);
    const auto end = [&](std::size_t from) { return std::min(people.size(), from + people_of_a_row); };
    insert(writer, institution, month, {people.begin(), people.begin() + static_cast<long>(end(0))},
           distinct(touched.units));
    for (auto from = end(0); from < people.size(); from = end(from))
      insert(writer, institution, month,
             {people.begin() + static_cast<long>(from), people.begin() + static_cast<long>(end(from))}, {});
  }
}

std::vector<ContactChange> contact_changes(db::Reader& reader, Id<Institution> institution, ContactStep step,
                                           int limit) {
  return reader.all(
      "select id, month, people, units from contact_changes where institution_id = $1 and step = $2 order by "
      "id "
      "limit $3",
      read_change, institution, static_cast<int>(step), limit);
}

std::vector<ContactChange> waiting_contact_changes(db::Reader& reader, Id<Institution> institution,
                                                   int limit) {
  return reader.all(
      "select id, month, people, units from contact_changes where institution_id = $1 order by id limit $2",
      read_change, institution, limit);
}

void hand_on_contact_changes(db::Writer& writer, Id<Institution> institution,
                             std::span<const ContactChange> changes) {
  // One look-up by key each: they need not be neighbours.
  for (const auto& change : changes)
    writer.send("update contact_changes set step = 1 where institution_id = $1 and id = $2", institution,
                change.number);
}

void erase_contact_changes(db::Writer& writer, Id<Institution> institution,
                           std::span<const ContactChange> changes) {
  // One look-up by key each: they need not be neighbours.
  for (const auto& change : changes)
    writer.send("delete from contact_changes where institution_id = $1 and id = $2", institution,
                change.number);
}

}  // namespace rapport::interactions
