// Reading everybody in three statements.
#include "exchange/known_people.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace rapport::exchange {
namespace {

std::optional<std::size_t> found_in(const std::unordered_map<std::string, std::size_t>& places,
                                    const std::string& key) {
  const auto found = places.find(key);
  return found == places.end() ? std::nullopt : std::optional(found->second);
}

PersonDetails read_details(const db::Row& row) {
  PersonDetails details;
  details.person = {.id = row.id<Person>(0),
                    .slug = {},
                    .title = row.string(1),
                    .full_name = row.string(2),
                    .known_as = row.string(3),
                    .pronouns = row.string(4),
                    .orcid = row.string(5),
                    .external_id = row.string(6),
                    .about = row.string(7),
                    .main_unit = row.optional_id<OrgUnit>(8),
                    .last_on = {},
                    .left_on = row.optional_date(9)};
  return details;
}

}  // namespace

KnownPeople::KnownPeople(Scope& scope) {
  scope.read([&](db::Reader& reader) { read(reader, scope.institution); });
}

void KnownPeople::read(db::Reader& reader, Id<Institution> institution) {
  people_ = reader.all(
      "select id, title, full_name, known_as, pronouns, orcid, external_id, about, main_org_unit_id, left_on "
      "from persons where institution_id = $1 and merged_into is null and erased_on is null order by id",
      read_details, institution);
  std::unordered_map<std::int64_t, std::size_t> by_id;
  for (std::size_t i = 0; i < people_.size(); ++i) {
    const auto& person = people_[i].person;
    by_id.emplace(person.id.value, i);
    by_name_.emplace(fold(person.full_name), i);
    if (!person.external_id.empty()) by_external_id_.emplace(person.external_id, i);
    if (!person.orcid.empty()) by_orcid_.emplace(person.orcid, i);
  }
  reader.each(
      "select person_id, address, folded_address from person_addresses where institution_id = $1 "
      "order by person_id, is_main desc, id",
      [&](const db::Row& row) {
        const auto found = by_id.find(row.integer(0));
        if (found == by_id.end()) return;
        people_[found->second].addresses.push_back(row.string(1));
        by_address_.emplace(row.string(2), found->second);
      },
      institution);
  read_merged(reader, institution, by_id);
  reader.each(
      "select person_id, id, org_unit_id, title, is_main, valid_from, valid_to from posts "
      "where institution_id = $1 order by person_id, is_main desc, id",
      [&](const db::Row& row) {
        const auto found = by_id.find(row.integer(0));
        if (found == by_id.end()) return;
        people_[found->second].posts.push_back({.id = row.id<Post>(1),
                                                .unit = row.id<OrgUnit>(2),
                                                .title = row.string(3),
                                                .is_main = row.flag(4),
                                                .valid_from = row.optional_date(5),
                                                .valid_to = row.optional_date(6)});
      },
      institution);
}

/// What a merged record is known by leads to who remains.
void KnownPeople::read_merged(db::Reader& reader, Id<Institution> institution,
                              const std::unordered_map<std::int64_t, std::size_t>& by_id) {
  std::unordered_map<std::int64_t, std::int64_t> merged;
  reader.each(
      "select id, merged_into from persons where institution_id = $1 and merged_into is not null",
      [&](const db::Row& row) { merged.emplace(row.integer(0), row.integer(1)); }, institution);
  const auto place_of = [&](std::int64_t id) {
    for (int step = 0; step < 16 && merged.contains(id); ++step) id = merged.at(id);
    const auto found = by_id.find(id);
    return found == by_id.end() ? std::nullopt : std::optional(found->second);
  };
  reader.each(
      "select p.id, coalesce(p.external_id, ''), coalesce(p.orcid, ''), coalesce(a.folded_address, '') "
      "from persons p left join person_addresses a on a.institution_id = p.institution_id and a.person_id = "
      "p.id "
      "where p.institution_id = $1 and p.merged_into is not null",
      [&](const db::Row& row) {
        const auto place = place_of(row.integer(0));
        if (!place) return;
        if (!row.text(1).empty()) by_external_id_.emplace(row.string(1), *place);
        if (!row.text(2).empty()) by_orcid_.emplace(row.string(2), *place);
        if (!row.text(3).empty()) by_address_.emplace(row.string(3), *place);
      },
      institution);
}

std::optional<std::size_t> KnownPeople::with_external_id(const std::string& external_id) const {
  return found_in(by_external_id_, external_id);
}
std::optional<std::size_t> KnownPeople::with_address(std::string_view address) const {
  return found_in(by_address_, fold(address));
}
std::optional<std::size_t> KnownPeople::with_orcid(const std::string& orcid) const {
  return found_in(by_orcid_, orcid);
}
std::vector<std::size_t> KnownPeople::named(std::string_view full_name) const {
  const auto [first, last] = by_name_.equal_range(fold(full_name));
  std::vector<std::size_t> places;
  for (auto at = first; at != last; ++at) places.push_back(at->second);
  std::ranges::sort(places);
  return places;
}

bool belongs_to(const PersonDetails& details, Id<OrgUnit> unit) {
  return details.person.main_unit == unit || std::ranges::count(details.posts, unit, &Post::unit) > 0;
}

}  // namespace rapport::exchange
