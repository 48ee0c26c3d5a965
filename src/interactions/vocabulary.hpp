// The kinds of interaction and the topics and modules, in memory: what the capture line knows besides names.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/id.hpp"
#include "db/connection.hpp"

namespace rapport {

struct InteractionKind;
struct Topic;

enum class Family { informal, conversation, message, meeting, consultation, teaching, committee, event };
[[nodiscard]] std::string_view code(Family family);
[[nodiscard]] std::string_view words(Family family);
[[nodiscard]] std::optional<Family> family_of(std::string_view code);

/// A kind as a library has set it up. `words` are what the capture line takes for it ("phoned", "rang").
struct KindEntry {
  Id<InteractionKind> id;
  std::string code;  ///< "corridor", "meeting", "email", "call", "teaching", "online", "committee", "event" …
  std::string name;  ///< "Corridor chat"
  Family family = Family::conversation;
  std::vector<std::string> words;  ///< folded
  std::string icon;
  int particularity = 1;  ///< of two kinds in one line, the higher wins ("corridor" over "met")
  bool is_two_way = true;
  int outcome_value = 0;
  int depth = 0;
  bool is_active = true;
};

struct TopicEntry {
  Id<Topic> id;
  std::string name;  ///< as shown after #: "reading-lists", "PSYC2010"
  std::string folded_name;
  bool is_module = false;
};

/// Immutable. Kinds in the library's order, topics by name.
class Vocabulary {
 public:
  Vocabulary() = default;
  Vocabulary(std::vector<KindEntry> kinds, std::vector<TopicEntry> topics);

  [[nodiscard]] const std::vector<KindEntry>& kinds() const { return kinds_; }
  [[nodiscard]] const std::vector<TopicEntry>& topics() const { return topics_; }
  [[nodiscard]] const KindEntry* find(Id<InteractionKind> id) const;
  [[nodiscard]] const KindEntry* find_kind(std::string_view code) const;
  /// The active kind that the folded word stands for.
  [[nodiscard]] const KindEntry* kind_of_word(std::string_view folded_word) const;
  [[nodiscard]] const TopicEntry* find(Id<Topic> id) const;
  [[nodiscard]] const TopicEntry* find_topic(std::string_view name) const;  ///< by folded name, without #

 private:
  std::vector<KindEntry> kinds_;
  std::vector<TopicEntry> topics_;
  std::unordered_map<std::string, std::size_t> kind_of_word_;
  std::unordered_map<std::int64_t, std::size_t> topic_by_id_;
  std::unordered_map<std::string, std::size_t> topic_by_name_;
};

[[nodiscard]] Vocabulary read_vocabulary(db::Reader& reader, Id<Institution> institution);

/// The kinds that a new institution starts with; a library may change their names and words.
[[nodiscard]] std::vector<KindEntry> starting_kinds();

/// Writes kinds for an institution that has none yet. Part of setting it up: no permission, no audit.
void insert_kinds(db::Writer& writer, Id<Institution> institution, const std::vector<KindEntry>& kinds);

}  // namespace rapport
