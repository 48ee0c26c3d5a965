// What pages need of names, kept in memory and brought up to date by version: units, staff, people, kinds,
// topics.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>

#include "interactions/vocabulary.hpp"
#include "organisation/org_directory.hpp"
#include "people/people_directory.hpp"
#include "scope/scope.hpp"
#include "staff/staff_directory.hpp"

namespace rapport {

/// One moment's names. Immutable; hold the shared_ptr while a page is made.
struct Directory {
  std::int64_t version = -1;
  Date as_of;  ///< portfolios are those of this day
  OrgDirectory org;
  StaffDirectory staff;
  PeopleDirectory people;
  Vocabulary vocabulary;
};

/// Thread-safe. One per institution and process.
class DirectoryKeeper {
 public:
  /// The directory as the scope's snapshot sees it: one small query where nothing has changed.
  [[nodiscard]] std::shared_ptr<const Directory> current(Scope& scope);

 private:
  std::mutex mutex_;
  std::shared_ptr<const Directory> kept_;
};

}  // namespace rapport
