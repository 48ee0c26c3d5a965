// Drafts that were made, kept while nothing at all has changed since: what a draft comes to hangs on most of
// what a library records, so any commit makes it anew, and nothing has to be thought of. In memory, bounded.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "base/date.hpp"
#include "headlines/sheet.hpp"
#include "interactions/directory.hpp"
#include "scope/scope.hpp"

namespace rapport::headlines {

/// The content with as many lines of plans as there is room for, and what does not fit all the same.
struct Fitted {
  SheetContent content = {};
  std::string room = {};  ///< room_words
};

/// What a draft is a function of: the rows of one moment, and this.
struct DraftKey {
  Id<Institution> institution = {};
  Id<Staff> viewer = {};
  Id<OrgUnit> unit = {};
  int academic_year = 0;
  std::string library = {};
  Instant minute = {};                 ///< a draft sees no seconds
  std::int64_t directory_version = 0;  ///< of the names in memory

  friend auto operator<=>(const DraftKey&, const DraftKey&) = default;
};

/// Thread-safe. Owned by the application.
class MadeDrafts {
 public:
  explicit MadeDrafts(std::size_t most = 400) : most_(most) {}

  [[nodiscard]] std::shared_ptr<const Fitted> find(const DraftKey& key, const std::string& moment);
  void keep(const DraftKey& key, const std::string& moment, std::shared_ptr<const Fitted> draft);
  [[nodiscard]] std::size_t size() const;

 private:
  struct Entry {
    std::string moment = {};
    std::shared_ptr<const Fitted> draft = {};
    std::uint64_t used = 0;
  };
  void make_room();

  mutable std::mutex mutex_;
  std::map<DraftKey, Entry> entries_;
  std::size_t most_;
  std::uint64_t uses_ = 0;
};

}  // namespace rapport::headlines
