// Writes and freezes sheets as colleagues would: through the front door, each department's by its lead.
#include "app/demo_headlines.hpp"

#include <stdexcept>

#include "headlines/headlines.hpp"
#include "organisation/academic_calendar.hpp"
#include "staff/set_up.hpp"

namespace rapport::app {
namespace {

using headlines::SheetOf;

/// What colleagues added to the sentence that was made.
struct Added {
  std::string_view department;
  std::string_view words;
};
constexpr Added added[] = {
    {"Nursing & Midwifery", " E-books on placement are the one thing to mend together this year."},
    {"Psychology", " What began on a staircase has become two sessions and a workshop."},
    {"History", " Your students now find the county archive by themselves."},
    {"Computer Science", " Let us meet the second year before its projects begin."}};
constexpr int modules_beyond = 2;

std::string_view added_to(std::string_view department) {
  for (const auto& one : added)
    if (one.department == department) return one.words;
  return {};
}

template <class T>
T must(Result<T> result) {
  if (!result) throw std::runtime_error("the made-up university: " + result.refusal().message);
  return std::move(result).value();
}

/// The words of a sheet that somebody looked after.
SheetDraft written(const headlines::Draft& made, std::string_view department) {
  auto draft = made.draft;
  const auto say = headlines::made_block(made.facts, draft, BlockKind::say).note;
  if (const auto words = added_to(department); !words.empty() && !say.empty())
    draft.words.insert_or_assign("say.note", say + std::string(words));
  for (const auto& row : headlines::made_block(made.facts, draft, BlockKind::modules).modules)
    draft.words.insert_or_assign("modules." + row.name + ".of", std::to_string(row.reached + modules_beyond));
  const auto& today = made.facts.today;
  draft.words.insert_or_assign("meeting", "For our meeting on " + std::to_string(today.day()) + " " +
                                              std::string(month_name(today.month())) + " " +
                                              std::to_string(today.year()));
  return draft;
}

/// Whoever leads for the department; where nobody does, an administrator.
Viewer writer_for(const Directory& directory, const OrgUnitEntry& unit) {
  const auto* who = directory.staff.lead_of(unit.id);
  if (who == nullptr || who->role == Role::director)
    for (const auto& one : directory.staff.staff())
      if (one.role == Role::administrator) who = &one;
  if (who == nullptr) throw std::runtime_error("the made-up university: nobody writes");
  return {who->id, who->role, who->team, who->full_name, who->given_name};
}

}  // namespace

int fill_headlines(db::Database& database, Instant now, std::string_view library) {
  const auto home = staff::open_institution(database, now);
  const Zone zone(home.zone);
  Scope nobody(database, home.id, {}, zone, now);
  const auto directory = DirectoryKeeper().current(nobody);
  const int this_year = nobody.years().of(nobody.today);
  int frozen = 0;
  for (const auto& line : headlines::of_year(nobody, *directory, this_year - 1)) {
    Scope scope(database, home.id, writer_for(*directory, *line.unit), zone, now);
    for (const int year : {this_year - 1, this_year}) {
      const bool is_looked_after = !added_to(line.unit->name).empty();
      if (year == this_year && !is_looked_after) continue;
      const SheetOf of{line.unit, year, std::string(library)};
      const auto made = headlines::read_draft(scope, *directory, of);
      if (!made) continue;  // it did not exist then
      const int version =
          is_looked_after ? must(headlines::save(scope, *directory, of, 0, written(*made, line.unit->name)))
                          : 0;
      if (year == this_year) continue;
      if (headlines::freeze(scope, *directory, of, version)) ++frozen;
    }
  }
  return frozen;
}

}  // namespace rapport::app
