// Adds up a year's conversations: by month, by topic, by module. In memory, over one walk of them. Pure.
#pragma once

#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "headlines/sheet_facts.hpp"
#include "headlines/sheet_facts_store.hpp"
#include "interactions/directory.hpp"

namespace rapport::headlines {

class TalkTally {
 public:
  /// `first` is the first day of the year that is counted, which has so many months. The directory must
  /// outlive it.
  TalkTally(const Directory& directory, Date first, std::size_t months)
      : directory_(directory), first_(first), months_(months) {}

  /// One that was seen is not counted again.
  void add(const sheet_facts_store::Talk& talk);

  /// Conversations by month from `first` on.
  [[nodiscard]] const std::vector<int>& months() const { return months_; }
  /// Topics of conversations that the whole library may read: a word of a team's own goes nowhere. By name.
  [[nodiscard]] std::vector<TopicFact> topics() const;
  /// Modules of all that are added, as they are counted in the figure: the people who were spoken to, or
  /// those who came to the largest. By name.
  [[nodiscard]] std::vector<ModuleFact> modules() const;

 private:
  struct Count {
    int conversations = 0;
    int attendees = 0;                           ///< of the largest
    std::unordered_set<Id<Person>> people = {};  ///< merged records once
  };

  const Directory& directory_;
  Date first_;
  std::vector<int> months_;
  std::unordered_set<Id<Interaction>> seen_;
  std::unordered_map<Id<Topic>, Count> topics_;
};

}  // namespace rapport::headlines
