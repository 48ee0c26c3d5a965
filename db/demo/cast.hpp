// The made-up university's people and places: plain data from a fixed seed, the tests' and pictures' cast
// too. No database, no clock; who spoke with whom is in diary.hpp.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/id.hpp"
#include "subjects.hpp"
#include "year.hpp"

namespace rapport::demo {

inline constexpr std::uint64_t cast_seed = 0x5EED0F0B00C5ULL;

/// How large a university. The default is the one that `bin/dev` shows and tests know.
struct Size {
  int people = 420;
  int interactions = 6000;
  int departments = 14;
  int staff = 12;
  int months = 30;

  /// Departments and staff that suit so many people.
  [[nodiscard]] static Size of(int people, int interactions);
  friend bool operator==(const Size&, const Size&) = default;
};

/// One of the departments that another was until they became one.
struct CastForerunner {
  std::string_view name;
  std::string_view code;
};

/// A department as it is today; what it was before is put in where it is written (fill_forerunners.hpp).
/// Members refer to each other by their place in the cast: `Id<CastUnit>{3}` is `units[3]`.
struct CastUnit {
  std::string_view kind;  ///< faculty, school or department
  std::string name;
  std::string code;  ///< the personnel system's
  std::optional<Id<CastUnit>> parent;
  std::string former_name = {};  ///< what it was called until `renamed_on`, or empty
  std::optional<Date> renamed_on = {};
  std::vector<CastForerunner> forerunners = {};  ///< what it was until they became one on `merged_on`
  std::optional<Date> merged_on = {};
  std::optional<Date> closed_on = {};
  std::size_t words = 0;                  ///< place in department_words(); departments only
  std::vector<std::string> modules = {};  ///< codes
};

struct CastStaff {
  std::string username;
  std::string full_name;
  std::string given_name;
  std::string email;
  std::string_view role;
  std::string_view team;        ///< empty for none
  std::string_view specialism;  ///< "", "research" or "collections"
};

struct CastPortfolio {
  Id<CastUnit> unit;
  Id<CastStaff> staff;
  std::string_view part;  ///< lead, second or cover
  Date valid_from;
  std::optional<Date> valid_to;
};

struct CastPost {
  Id<CastUnit> unit;
  std::string title;
  bool is_main = true;
  Date valid_from;
  std::optional<Date> valid_to;  ///< the last day
};

struct CastName {
  std::string_view kind;  ///< former, also or script
  std::string name;
};

struct CastWay {
  std::string_view statement;
  std::string_view source;
  Date stated_on;
  Date review_on;
  Id<CastStaff> recorded_by;
};

struct CastPerson {
  std::string external_id;
  std::string title;
  std::string full_name;
  std::string known_as;
  std::string family_name;
  std::string_view pronouns;
  std::vector<std::string> addresses;  ///< the first is the main one
  std::optional<std::string> orcid;
  std::string about;
  std::vector<CastName> names;
  std::vector<CastPost> posts;  ///< oldest first
  std::vector<CastWay> ways;
  double liveliness = 0;            ///< how often spoken to beside others of the department; 0 never
  std::optional<Date> quiet_since;  ///< no conversation from that day on
  std::optional<Date> known_since;  ///< no conversation before that day

  [[nodiscard]] bool holds_post_on(Date date) const;
  /// The main post on that day, if any.
  [[nodiscard]] const CastPost* main_post_on(Date date) const;
  [[nodiscard]] std::optional<Date> left_on() const;  ///< the last day of the last post
};

struct Cast {
  Date today;
  Size size;
  std::string_view institution = "University of Wrenmouth";
  std::string_view zone = "Europe/London";
  Date first_day;  ///< of the conversations
  YearRhythm year;
  std::vector<CastUnit> units;  ///< parents before children
  std::vector<std::string_view> teams;
  std::vector<CastStaff> staff;
  std::vector<CastPortfolio> portfolios;
  std::vector<CastPerson> people;  ///< those with parts in the examples first
  std::vector<std::string_view> topics;

  [[nodiscard]] const CastUnit& at(Id<CastUnit> id) const {
    return units[static_cast<std::size_t>(id.value)];
  }
  [[nodiscard]] const CastStaff& at(Id<CastStaff> id) const {
    return staff[static_cast<std::size_t>(id.value)];
  }
  [[nodiscard]] const CastPerson& at(Id<CastPerson> id) const {
    return people[static_cast<std::size_t>(id.value)];
  }
  [[nodiscard]] std::vector<Id<CastUnit>> departments() const;
  [[nodiscard]] Id<CastUnit> unit(std::string_view name) const;           ///< throws std::out_of_range
  [[nodiscard]] Id<CastPerson> person(std::string_view full_name) const;  ///< throws std::out_of_range
  [[nodiscard]] Id<CastStaff> member(std::string_view username) const;    ///< throws std::out_of_range
};

/// The same for the same day and size, on every machine. `today` moves every date with it.
[[nodiscard]] Cast make_cast(Date today, const Size& size = {});

/// Who signs in to look around.
struct DemoLogin {
  std::string_view username;
  std::string_view who;  ///< "a librarian", as printed
};
[[nodiscard]] std::span<const DemoLogin> demo_logins();
/// Easy to type, and public: for databases made by `fill` alone.
[[nodiscard]] std::string demo_password();

// For make_cast alone.
[[nodiscard]] std::vector<CastUnit> make_units(Date today, const Size& size);
[[nodiscard]] std::vector<CastStaff> make_staff(const Size& size);
[[nodiscard]] std::vector<CastPortfolio> make_portfolios(const Cast& cast);
[[nodiscard]] std::vector<CastPerson> make_people(const Cast& cast);

}  // namespace rapport::demo
