// Which people a list shows and in what order. Names are chosen in memory, only the page's rows are read from
// the database: 20,000 people take a few milliseconds.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "organisation/org_directory.hpp"
#include "people/people_directory.hpp"
#include "scope/scope.hpp"

namespace rapport::people {

enum class PeopleOrder { name, department, last_spoke, longest_ago };
[[nodiscard]] std::string_view code(PeopleOrder order);
[[nodiscard]] std::optional<PeopleOrder> people_order_of(std::string_view code);
[[nodiscard]] std::string_view code(Whom whom);
[[nodiscard]] std::optional<Whom> whom_of(std::string_view code);

inline constexpr int people_page_size = 50;

struct PeopleQuery {
  std::string text;                               ///< words of a name, each perhaps only begun at the end
  std::optional<std::vector<Id<OrgUnit>>> units;  ///< only with their main post in one of these
  std::function<bool(Id<Person>)> is_wanted;      ///< a further condition; may be empty
  Whom whom = Whom::here;
  PeopleOrder order = PeopleOrder::name;
  int page = 1;
};

struct PeopleRow {
  const PersonEntry* person = nullptr;  ///< of the directory that was given
  std::string post;                     ///< of the main post, may be empty
  std::optional<Date> last_on;
};
struct PeopleList {
  std::vector<PeopleRow> rows;
  std::int64_t total = 0;
};

/// Last spoke: those nobody has spoken to come last, in name order. Longest ago: they come first.
[[nodiscard]] PeopleList list(Scope& scope, const PeopleDirectory& people, const OrgDirectory& units,
                              const PeopleQuery& query);

}  // namespace rapport::people
