// What a profile reads of a person beside their conversations; reads only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/connection.hpp"
#include "people/people_directory.hpp"

namespace rapport::profile_store {

/// What the page's version hangs on; read first, because most visits end there.
[[nodiscard]] std::optional<int> version_of(db::Reader& reader, Id<Institution> institution,
                                            Id<Person> person);

struct PersonRow {
  std::string about;
  std::optional<std::string> orcid;
  std::optional<Date> left_on;
};
[[nodiscard]] std::optional<PersonRow> find(db::Reader& reader, Id<Institution> institution,
                                            Id<Person> person);

/// A post held on `on`, the main one first.
struct HeldPost {
  std::string title;
  Id<OrgUnit> unit;
};
[[nodiscard]] std::vector<HeldPost> posts_on(db::Reader& reader, Id<Institution> institution,
                                             Id<Person> person, Date on);
/// The main address first.
[[nodiscard]] std::vector<std::string> addresses(db::Reader& reader, Id<Institution> institution,
                                                 Id<Person> person);

/// A stated preference that has not ended.
struct WayOfWorking {
  std::string statement;
  std::string source;
  Date stated_on;
  std::optional<Date> review_on;
};
[[nodiscard]] std::vector<WayOfWorking> ways_of_working(db::Reader& reader, Id<Institution> institution,
                                                        Id<Person> person);

}  // namespace rapport::profile_store
