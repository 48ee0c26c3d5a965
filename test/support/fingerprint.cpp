// Reads every table once. The statements are listed, because a statement made at run time does not compile.
#include "support/fingerprint.hpp"

#include "base/random.hpp"

namespace rapport::test {
namespace {

constexpr db::Sql tables[] = {
    "select 'settings', institution_id, name, value from settings order by 2, 3",
    "select 'directory', institution_id, version, '' from directory_versions order by 2",
    "select 'submissions', institution_id, key, location from submissions order by 2, 3",
    "select 'audit', institution_id, id, hash from audit_events order by 2, 3",
    "select 'units', id, name, coalesce(parent_id, 0) from org_units order by 2",
    "select 'periods', id, name, coalesce(valid_to, '') from org_unit_periods order by 2",
    "select 'calendar', id, name, starts_on from calendar_periods order by 2",
    "select 'staff', id, full_name || role || is_active || version, coalesce(password_hash, '') from staff "
    "order by 2",
    "select 'sessions', staff_id, token_hash, expires_at from sessions order by 2, 3",
    "select 'links', institution_id, token_hash, coalesce(used_at, 0) from staff_links order by 2, 3",
    "select 'portfolios', id, staff_id, coalesce(valid_to, '') from portfolios order by 2",
    "select 'persons', id, full_name || version, coalesce(last_on, '') from persons order by 2",
    "select 'names', id, name, kind from person_names order by 2",
    "select 'addresses', id, address, is_main from person_addresses order by 2",
    "select 'posts', id, title, coalesce(valid_to, '') from posts order by 2",
    "select 'ways', id, statement, coalesce(ended_at, 0) from ways_of_working order by 2",
    "select 'topics', id, name, is_module from topics order by 2",
    "select 'interactions', id, note || version, coalesce(withdrawn_at, 0) from interactions order by 2",
    "select 'with people', person_id, happened_on, interaction_id from interaction_persons order by 2, 3, 4",
    "select 'with staff', staff_id, happened_on, interaction_id from interaction_staff order by 2, 3, 4",
    "select 'acquaintances', person_id, staff_id, conversations from acquaintances order by 2, 3",
    "select 'versions', interaction_id, version, content from interaction_versions order by 2, 3",
    "select 'promises', id, words || version, coalesce(kept_at, 0) from promises order by 2",
    "select 'bumps', id, state || coalesce(settled_by, 0), to_on from bumps order by 2",
    "select 'origins', id, to_id, words from bump_origins order by 2",
    "select 'helps', bump_id, helper_id || '>' || colleague_id || '/' || sharers, happened_on from helps "
    "order by 2, 3",
    "select 'bump teams', bump_id, team_id, happened_on from bump_teams order by 2, 3",
    "select 'imports', id, state, rows_done from imports order by 2",
};

}  // namespace

std::string fingerprint(db::Database& database) {
  std::string all;
  database.read([&](db::Reader& reader) {
    for (const auto table : tables) {
      reader.each(table, [&](const db::Row& row) {
        for (int column = 0; column < 4; ++column) all.append(row.text(column)).append(1, '\x1f');
        all += '\n';
      });
    }
  });
  return sha256_hex(all);
}

}  // namespace rapport::test
