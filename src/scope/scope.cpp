// The roles' codes and words, the institution's academic years, and the count of directory changes.
#include "scope/scope.hpp"

#include <array>

namespace rapport {
namespace {

struct RoleWords {
  Role role;
  std::string_view code;
  std::string_view words;
};
constexpr std::array<RoleWords, 4> roles{{{Role::librarian, "librarian", "Librarian"},
                                          {Role::leader, "leader", "Team leader"},
                                          {Role::director, "director", "Director"},
                                          {Role::administrator, "administrator", "Administrator"}}};

}  // namespace

std::string_view code(Role role) {
  return roles[static_cast<std::size_t>(role)].code;
}
std::string_view words(Role role) {
  return roles[static_cast<std::size_t>(role)].words;
}

std::optional<Role> role_of(std::string_view code) {
  for (const auto& role : roles)
    if (role.code == code) return role.role;
  return std::nullopt;
}

const AcademicYears& Scope::years() const {
  const auto look = [&](db::Reader& reader) { return academic_years_of(reader, institution); };
  if (!years_)
    years_ = writer_ != nullptr ? look(*writer_) : reader_ != nullptr ? look(*reader_) : database_.read(look);
  return *years_;
}

AcademicYears academic_years_of(db::Reader& reader, Id<Institution> institution) {
  AcademicYears years;
  reader.each(
      "select from_year, starts_month from academic_year_changes where institution_id = $1 order by number",
      [&](const db::Row& row) {
        years = years.with({row.number(0), static_cast<unsigned>(row.number(1))});
      },
      institution);
  return years;
}

std::int64_t next_directory_version(db::Writer& writer, Id<Institution> institution) {
  return writer.count(
      "insert into directory_versions (institution_id, version) values ($1, 1) "
      "on conflict (institution_id) do update set version = directory_versions.version + 1 returning version",
      institution);
}

}  // namespace rapport
