// Who of the cast spoke with whom, day by day: conversations, promises, corrections and what is ahead.
// Plain data, made as it is read, so that a million of them need no memory. No database.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cast.hpp"

namespace rapport::demo {

struct CastPromise {
  bool is_ours = true;
  std::string words = {};
  std::optional<Date> due_on = {};
  std::optional<Id<CastPerson>> person = {};
  std::optional<Date> kept_on = {};     ///< open where absent
  std::optional<Date> dropped_on = {};  ///< taken back
};

struct CastParticipant {
  Id<CastPerson> person;
  std::string_view aside = {};
};

/// The words as they were put right on a later day.
struct CastCorrection {
  Date on;
  std::string note;
  std::string_view because;
};
struct CastWithdrawal {
  Date on;
  std::string_view because;
};

struct CastConversation {
  std::string_view kind = {};  ///< code of an interaction kind
  Date happened_on = {};
  std::optional<int> minute = {};      ///< since midnight
  std::string_view precision = "day";  ///< time, day, week or month
  std::optional<int> duration_minutes = {};
  std::optional<int> attendees = {};
  std::string place = {};
  std::string_view begun_by = "";  ///< "", us or them
  std::string note = {};
  std::string_view visibility = "library";  ///< library, team or restricted
  std::optional<Id<CastUnit>> unit = {};    ///< counted without a name
  std::vector<CastParticipant> people = {};
  std::vector<Id<CastStaff>> staff = {};  ///< the first recorded it
  std::vector<std::string> topics = {};
  std::vector<CastPromise> promises = {};
  bool needs_sorting = false;
  std::string_view line = {};
  std::optional<CastCorrection> correction = {};
  std::optional<CastWithdrawal> withdrawal = {};
  std::string_view key = {};        ///< of a written one that others led on from
  std::string_view came_from = {};  ///< keys of written ones
};

/// What was recorded on one day.
struct DiaryDay {
  Date date;
  std::vector<CastConversation> conversations;
};

/// From the cast's first day to its today, where what is ahead stands too. The same cast gives the same
/// diary.
class Diary {
 public:
  /// `cast` must outlive it.
  explicit Diary(const Cast& cast);
  ~Diary();
  Diary(const Diary&) = delete;
  Diary& operator=(const Diary&) = delete;
  /// The next day on which something was recorded; nothing after today.
  [[nodiscard]] std::optional<DiaryDay> next();

 private:
  class Maker;
  std::unique_ptr<Maker> maker_;
};

/// The whole diary at once, for tests and small casts.
[[nodiscard]] std::vector<CastConversation> all_conversations(const Cast& cast);

}  // namespace rapport::demo
