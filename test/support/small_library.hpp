// A library of three colleagues and a handful of academics, for tests of one rule at a time. All of them are
// made up.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "db/database.hpp"
#include "interactions/directory.hpp"
#include "scope/scope.hpp"
#include "support/test_database.hpp"

namespace rapport::test {

/// Priya and Tom (one team) and Gwen (another) look after Nursing and Law; now is Thursday 12 November 2026,
/// 09:00.
class SmallLibrary {
 public:
  explicit SmallLibrary(db::Engine engine = db::Engine::sqlite);

  TestDatabase database;
  Zone zone{"Europe/London"};
  Id<Institution> institution;
  Id<Staff> priya;  ///< librarian
  Id<Staff> tom;    ///< librarian, the same team
  Id<Staff> gwen;   ///< team leader of another team
  Id<Staff> dora;   ///< director
  Id<Staff> ada;    ///< administrator
  Id<OrgUnit> nursing;
  Id<OrgUnit> law;
  Id<Person> jane;  ///< Dr Jane Smith, Nursing
  Id<Person> owen;  ///< Prof. Owen Smith, Law
  Id<Person> sian;  ///< Dr Siân Probert, Nursing

  [[nodiscard]] Date today() const { return *Date::of(2026, 11, 12); }
  /// A scope for that colleague at the library's now, or so many minutes later.
  [[nodiscard]] std::unique_ptr<Scope> scope(Id<Staff> who, int minutes_later = 0);
  [[nodiscard]] std::shared_ptr<const Directory> directory();

 private:
  Id<Staff> add_staff(db::Writer& writer, std::string_view name, std::string_view role, Id<Team> team);
  Id<Person> add_person(db::Writer& writer, std::string_view title, std::string_view name,
                        std::string_view slug, Id<OrgUnit> unit);
  DirectoryKeeper keeper_;
};

}  // namespace rapport::test
