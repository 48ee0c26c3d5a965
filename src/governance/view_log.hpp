// Who looked at whom: the first time a day that a member of staff opened a person's page or brief. Full
// exports are in the audit log.
#pragma once

#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/result.hpp"
#include "people/people_directory.hpp"
#include "scope/scope.hpp"

namespace rapport::governance {

enum class Looked { page, brief };
[[nodiscard]] std::string_view code(Looked looked);
[[nodiscard]] std::string_view words(Looked looked);  ///< "Page", "Brief"

struct View {
  Id<Person> person = {};
  Id<Staff> staff = {};
  Date viewed_on = {};
  Looked looked = Looked::page;
  Instant first_at = {};
};

/// What was looked at and is not written yet. A page opened often is written once a day, and what comes in
/// while one write runs is written together by the next. Thread-safe; one a process.
class ViewsToWrite {
 public:
  /// True where a write has to be asked for: the first of those that wait.
  [[nodiscard]] bool note(const View& view);
  /// All that wait, for one write.
  [[nodiscard]] std::vector<View> take();
  /// They could not be written: they wait again, for the next that is noted.
  void put_back(std::vector<View> views);

 private:
  std::mutex mutex_;
  Date day_ = {};
  std::unordered_set<std::string> seen_;
  std::vector<View> waiting_;
  bool is_asked_for_ = false;
};

/// Keeps those that are not there already, in one transaction. Outside any request: a GET changes nothing
/// itself.
void keep_views(db::Database& database, Id<Institution> institution, std::span<const View> views);

/// Latest first; of one person where given. Forbidden for all but administrators.
[[nodiscard]] Result<std::vector<View>> views(Scope& scope, std::optional<Id<Person>> person, int limit);

}  // namespace rapport::governance
