// The list of people as HTML. Finished values in, no queries.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "html/html.hpp"
#include "people/people_list.hpp"
#include "people/people_list_part.hpp"
#include "ui/visit.hpp"

namespace rapport::people {

/// The list's address, field by field.
struct PeopleFilter {
  std::string text;
  std::string unit;  ///< a slug; empty for all
  bool is_mine = false;
  std::string part = {};   ///< what was chosen of a PeopleListPart
  std::string state = {};  ///< and of its states
  Whom whom = Whom::here;
  PeopleOrder order = PeopleOrder::name;
  int page = 1;

  /// `/people?q=jane&page=2`, without what is as usual.
  [[nodiscard]] std::string address() const;
};

struct PeopleListPage {
  PeopleFilter filter;
  PeopleList list;
  const PeopleListPart& part;
  std::unordered_map<Id<Person>, html::Html> marks = {};
  bool has_portfolio = false;  ///< the viewer looks after departments
  bool has_anybody = false;    ///< there are people at all
};
[[nodiscard]] html::Html people_list_view(const ui::Visit& visit, const OrgDirectory& units,
                                          const PeopleListPage& page);

}  // namespace rapport::people
