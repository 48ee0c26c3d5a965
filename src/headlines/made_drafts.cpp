// Keeps drafts.
#include "headlines/made_drafts.hpp"

#include <algorithm>

namespace rapport::headlines {

std::shared_ptr<const Fitted> MadeDrafts::find(const DraftKey& key, const std::string& moment) {
  const std::lock_guard lock(mutex_);
  const auto found = entries_.find(key);
  if (found == entries_.end() || found->second.moment != moment) return nullptr;
  found->second.used = ++uses_;
  return found->second.draft;
}

void MadeDrafts::keep(const DraftKey& key, const std::string& moment, std::shared_ptr<const Fitted> draft) {
  const std::lock_guard lock(mutex_);
  if (!entries_.contains(key)) make_room();
  entries_.insert_or_assign(key, Entry{moment, std::move(draft), ++uses_});
}

std::size_t MadeDrafts::size() const {
  const std::lock_guard lock(mutex_);
  return entries_.size();
}

/// The one that was not asked for longest goes.
void MadeDrafts::make_room() {
  if (entries_.size() < most_) return;
  entries_.erase(std::ranges::min_element(entries_, {}, [](const auto& entry) { return entry.second.used; }));
}

}  // namespace rapport::headlines
