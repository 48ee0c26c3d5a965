// Faculties, schools and departments, the library's staff, and who looks after what.
#include <algorithm>

#include "base/text.hpp"
#include "cast.hpp"
#include "dice.hpp"
#include "names.hpp"

namespace rapport::demo {
namespace {

std::optional<Id<CastUnit>> find_unit(const std::vector<CastUnit>& units, std::string_view name) {
  for (std::size_t i = 0; i < units.size(); ++i)
    if (units[i].name == name) return Id<CastUnit>{static_cast<std::int64_t>(i)};
  return std::nullopt;
}

Id<CastUnit> unit_called(std::vector<CastUnit>& units, std::string_view kind, std::string_view name,
                         std::optional<Id<CastUnit>> parent) {
  if (const auto found = find_unit(units, name)) return *found;
  const auto code = std::string(kind == "faculty" ? "FAC" : "SCH") + std::to_string(units.size() + 1);
  units.push_back({.kind = kind, .name = std::string(name), .code = code, .parent = parent});
  return {static_cast<std::int64_t>(units.size()) - 1};
}

CastUnit department(const DepartmentWords& words, std::size_t place, Id<CastUnit> parent) {
  CastUnit unit{.kind = "department",
                .name = std::string(words.name),
                .code = std::string(words.prefix),
                .parent = parent,
                .words = place};
  for (const auto& module : words.modules) unit.modules.emplace_back(module.code);
  return unit;
}

/// A department of a larger university: its words are those of one of the fourteen.
CastUnit further_department(std::string_view name, int number, std::size_t words, Id<CastUnit> parent) {
  const auto prefix = "X" + std::to_string(100 + number);
  CastUnit unit{
      .kind = "department", .name = std::string(name), .code = prefix, .parent = parent, .words = words};
  for (int level = 1; level <= 3; ++level)
    for (int module = 1; module <= 3; ++module)
      unit.modules.push_back(prefix + std::to_string(level * 1000 + module));
  return unit;
}

/// One was renamed, one closed and one made of two: the tree has a history.
void add_history(std::vector<CastUnit>& units, Date today) {
  const int this_year = AcademicYears().of(today);
  auto& history = units[static_cast<std::size_t>(find_unit(units, "History & Heritage")->value)];
  history.former_name = "History";
  history.renamed_on = AcademicYears().first_day(this_year - 1);
  auto& therapies =
      units[static_cast<std::size_t>(find_unit(units, "Physiotherapy & Occupational Therapy")->value)];
  therapies.forerunners = {{"Physiotherapy", "PHYS"}, {"Occupational Therapy", "OCTH"}};
  therapies.merged_on = AcademicYears().first_day(this_year - 1);
  units.push_back({.kind = "department",
                   .name = "Modern Languages",
                   .code = "LANG",
                   .parent = history.parent,
                   .closed_on = AcademicYears().first_day(this_year - 1).plus_days(-1),
                   .words = 5});
}

constexpr std::string_view health_team = "Health & Social Care";
constexpr std::string_view arts_team = "Arts, Law & Education";
constexpr std::string_view research_team = "Science, Business & Research";

struct StaffLine {
  std::string_view username;
  std::string_view full_name;
  std::string_view role;
  std::string_view team;
  std::string_view specialism;
};
constexpr StaffLine staff_lines[] = {
    {"nadia", "Nadia Farrell", "librarian", health_team, ""},
    {"rhys", "Rhys Calloway", "leader", health_team, ""},
    {"ines", "Inês Carvalho", "librarian", health_team, ""},
    {"dev", "Dev Raman", "librarian", health_team, "research"},
    {"folake", "Folake Oyelaran", "leader", arts_team, ""},
    {"finlay", "Finlay Burness", "librarian", arts_team, "collections"},
    {"tamsin", "Tamsin Hext", "librarian", arts_team, ""},
    {"yusuf", "Yusuf Demir", "librarian", arts_team, ""},
    {"kirsty", "Kirsty Munro-Hale", "librarian", research_team, ""},
    {"zofia", "Zofia Lis", "librarian", research_team, "research"},
    {"bronwen", "Bronwen Tudor", "director", "", ""},
    {"alastair", "Alastair Keane", "administrator", research_team, ""},
};

CastStaff member(const StaffLine& line) {
  const auto given = line.full_name.substr(0, line.full_name.find(' '));
  return {.username = std::string(line.username),
          .full_name = std::string(line.full_name),
          .given_name = std::string(given),
          .email = std::string(line.username) + "@library.wrenmouth.example",
          .role = line.role,
          .team = line.team,
          .specialism = line.specialism};
}

CastStaff further_member(int number, Dice& dice) {
  constexpr std::string_view teams[] = {health_team, arts_team, research_team};
  const auto name = make_name(dice);
  const auto username = "colleague" + std::to_string(number);
  return {.username = username,
          .full_name = name.family.empty() ? name.given : name.given + " " + name.family,
          .given_name = name.given,
          .email = username + "@library.wrenmouth.example",
          .role = "librarian",
          .team = teams[static_cast<std::size_t>(number) % 3],
          .specialism = {}};
}

struct Care {
  std::string_view department;
  std::string_view lead;
  std::string_view second;
};
constexpr Care cares[] = {
    {"Nursing & Midwifery", "nadia", "dev"},
    {"Paramedic Science", "nadia", "ines"},
    {"Physiotherapy & Occupational Therapy", "ines", "nadia"},
    {"Public Health", "rhys", "nadia"},
    {"Psychology", "ines", "dev"},
    {"English & Creative Writing", "finlay", "yusuf"},
    {"History & Heritage", "finlay", "tamsin"},
    {"Law & Criminology", "tamsin", "folake"},
    {"Education", "folake", "yusuf"},
    {"Computer Science", "kirsty", "zofia"},
    {"Civil & Mechanical Engineering", "kirsty", "zofia"},
    {"Biosciences", "zofia", "kirsty"},
    {"Geography & Environment", "yusuf", "zofia"},
    {"Business & Management", "kirsty", "tamsin"},
};

const Care* care_of(std::string_view department) {
  const auto* found = std::ranges::find(cares, department, &Care::department);
  return found == std::end(cares) ? nullptr : found;
}

}  // namespace

std::vector<CastUnit> make_units(Date today, const Size& size) {
  std::vector<CastUnit> units;
  const auto words = department_words();
  for (std::size_t i = 0; i < words.size(); ++i) {
    auto parent = unit_called(units, "faculty", words[i].faculty, std::nullopt);
    if (!words[i].school.empty()) parent = unit_called(units, "school", words[i].school, parent);
    units.push_back(department(words[i], i, parent));
  }
  const auto further = further_department_names();
  const int more =
      std::min(size.departments - static_cast<int>(words.size()), static_cast<int>(further.size()));
  for (int i = 0; i < more; ++i) {
    const auto like = static_cast<std::size_t>(i) % words.size();
    const auto parent = *find_unit(units, words[like].faculty);
    units.push_back(further_department(further[static_cast<std::size_t>(i)], i, like, parent));
  }
  add_history(units, today);
  return units;
}

std::vector<CastStaff> make_staff(const Size& size) {
  std::vector<CastStaff> staff;
  for (const auto& line : staff_lines) staff.push_back(member(line));
  Dice dice(cast_seed, "staff");
  while (static_cast<int>(staff.size()) < size.staff)
    staff.push_back(further_member(static_cast<int>(staff.size()) + 1, dice));
  return staff;
}

std::vector<CastPortfolio> make_portfolios(const Cast& cast) {
  std::vector<CastPortfolio> portfolios;
  const int this_year = AcademicYears().of(cast.today);
  const Date since = AcademicYears().first_day(this_year - 3);
  std::size_t next = std::size(staff_lines);
  for (const auto unit : cast.departments()) {
    if (const auto* care = care_of(cast.at(unit).name)) {
      portfolios.push_back({unit, cast.member(care->lead), "lead", since, std::nullopt});
      portfolios.push_back({unit, cast.member(care->second), "second", since, std::nullopt});
      continue;
    }
    const bool is_enough = cast.staff.size() > std::size(staff_lines);
    const Id<CastStaff> lead =
        is_enough ? Id<CastStaff>{static_cast<std::int64_t>(next)} : cast.member("kirsty");
    portfolios.push_back({unit, lead, "lead", since, std::nullopt});
    if (is_enough && ++next == cast.staff.size()) next = std::size(staff_lines);
  }
  const Date handed_over = AcademicYears().first_day(this_year - 1);
  portfolios.push_back({cast.unit("Geography & Environment"), cast.member("kirsty"), "cover",
                        handed_over.plus_days(-180), handed_over.plus_days(-1)});
  portfolios.push_back(
      {cast.unit("Modern Languages"), cast.member("yusuf"), "lead", since, handed_over.plus_days(-1)});
  return portfolios;
}

}  // namespace rapport::demo
