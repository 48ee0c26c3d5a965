// An action plan: what a department and the library agree on for one academic year, its items and what became
// of them. Plain data and its rules; no SQL, no HTTP, no clock.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"
#include "scope/scope.hpp"

namespace rapport {

struct ActionPlan;
struct Interaction;
struct OrgUnit;
struct Person;
struct PlanItem;
struct PlanTemplate;
struct Promise;

/// Open and under way are ahead of us; the other three are over.
enum class ItemState { open, under_way, done, carried_forward, dropped };
[[nodiscard]] std::string_view code(ItemState state);   ///< "open", "under_way" …
[[nodiscard]] std::string_view words(ItemState state);  ///< "Not started", "Under way", "Done" …
[[nodiscard]] std::optional<ItemState> item_state_of(std::string_view code);
inline constexpr ItemState item_states[] = {ItemState::open, ItemState::under_way, ItemState::done,
                                            ItemState::carried_forward, ItemState::dropped};
[[nodiscard]] constexpr bool is_over(ItemState state) {
  return state != ItemState::open && state != ItemState::under_way;
}

/// A colleague who has an item. With a day it is a promise on their Today.
struct ItemOwner {
  Id<Staff> staff = {};  ///< whose the promise is today, where there is one
  Id<Staff> named = {};  ///< who was named in the plan
  std::optional<Id<Promise>> promise = {};
  std::optional<Instant> kept_at = {};
  bool is_dropped = false;  ///< they took it off their list

  [[nodiscard]] bool has_open_promise() const { return promise && !kept_at && !is_dropped; }
  [[nodiscard]] bool has_kept_promise() const { return promise && kept_at && !is_dropped; }
};

struct PlanItem {
  Id<PlanItem> id = {};
  Id<ActionPlan> plan = {};
  int position = 0;
  std::string theme = {};
  std::string words = {};
  std::string success = {};             ///< what it looks like
  std::vector<ItemOwner> owners = {};   ///< of the library, as named
  std::string their_owners = {};        ///< "Dr Jane Smith, the programme team"
  std::vector<Id<Person>> people = {};  ///< those of `their_owners` who are known
  std::optional<Date> due_on = {};
  bool is_asked = false;  ///< asked by them
  ItemState state = ItemState::open;
  std::string outcome = {};            ///< what came of it; of a dropped one the reason
  std::optional<Date> closed_on = {};  ///< since when it is over
  std::optional<Id<PlanItem>> carried_from = {};
  std::optional<Id<PlanItem>> carried_to = {};  ///< what it goes on as
  int carried_count = 0;                        ///< how often it was carried forward until here
  Id<Staff> made_by = {};
  Instant made_at = {};
  Id<Staff> changed_by = {};
  Instant changed_at = {};
  int version = 1;

  [[nodiscard]] bool is_over() const { return rapport::is_over(state); }
  /// Carried forward twice or more, and not over.
  [[nodiscard]] bool asks_whether_still_wanted() const;
};

struct ActionPlan {
  Id<ActionPlan> id = {};
  Id<OrgUnit> unit = {};
  int academic_year = 0;
  std::vector<std::string> themes = {};  ///< as its template had them when it was begun
  Id<Staff> begun_by = {};
  Instant begun_at = {};
};

/// What an item says, as somebody writes it. `owners` in the order of the form.
struct ItemDraft {
  std::string theme = {};
  std::string words = {};
  std::string success = {};
  std::vector<Id<Staff>> owners = {};
  std::string their_owners = {};        ///< names with @ are people
  std::vector<Id<Person>> people = {};  ///< filled in from the names
  std::optional<Date> due_on = {};
  bool is_asked = false;

  friend bool operator==(const ItemDraft&, const ItemDraft&) = default;
};
/// What became of it. `outcome` is needed to drop one.
struct StateDraft {
  ItemState state = ItemState::open;
  std::string outcome = {};
};

inline constexpr std::size_t item_characters_max = 300;
inline constexpr std::size_t item_text_characters_max = 1'000;
inline constexpr std::size_t theme_characters_max = 80;
inline constexpr std::size_t item_owners_max = 6;
inline constexpr std::size_t items_max = 60;  ///< of one plan
inline constexpr std::size_t minutes_characters_max = 20'000;
inline constexpr int carried_often = 2;

/// Texts tidied, owners once each. Idempotent.
[[nodiscard]] ItemDraft tidied(ItemDraft draft);
[[nodiscard]] ItemDraft draft_of(const PlanItem& item);

/// When an item may be due.
struct ItemDays {
  int academic_year = 0;
  std::optional<Date> before = {};  ///< the day it has already
  Date today = {};
};
/// On a tidied draft: words; a day from the plan's year or the one after it that has not passed, unless it
/// was there before. Field names: words, theme, success, owner-1, their_owners, due_on.
[[nodiscard]] std::vector<Fault> faults_of(const ItemDraft& draft, const ItemDays& days,
                                           const AcademicYears& years);
/// A reason to drop one; at most so many words. `carried_forward` is not said but done. Field names: state,
/// outcome.
[[nodiscard]] std::vector<Fault> faults_of(const StateDraft& draft);

/// An open item is done once every promise of its owners that is still on a list is kept: ticking it on Today
/// is enough.
void settle(PlanItem& item, const Zone& zone);

/// Plans are begun for last year, this one and the next.
[[nodiscard]] bool may_begin(int academic_year, Date today, const AcademicYears& years);
/// The day on which half of the months of a year are over: 1 February.
[[nodiscard]] Date half_of(int academic_year, const AcademicYears& years);
/// From it on, while the year lasts.
[[nodiscard]] bool is_second_half(int academic_year, Date today, const AcademicYears& years);

/// How many of each state.
struct ItemCounts {
  int all = 0, open = 0, under_way = 0, done = 0, carried_forward = 0, dropped = 0;
  int overdue = 0;  ///< not over, and the day has passed
};
[[nodiscard]] ItemCounts counts_of(std::span<const PlanItem> items, Date today);
/// "3 done, 2 under way, 1 not started"; "Nothing is planned yet" where there is nothing.
[[nodiscard]] std::string words_of(const ItemCounts& counts);

/// What a template holds: themes in their order, below each its items.
struct StartingItem {
  std::string theme = {};
  std::string words = {};
  std::string success = {};

  friend bool operator==(const StartingItem&, const StartingItem&) = default;
};
struct Starting {
  std::vector<std::string> themes = {};
  std::vector<StartingItem> items = {};

  friend bool operator==(const Starting&, const Starting&) = default;
};
/// Lines: "# Theme", below it "- what | what success looks like". Other lines are items too.
[[nodiscard]] Starting read_template(std::string_view content);

struct TemplateDraft {
  std::string name = {};
  std::string content = {};
};
inline constexpr std::size_t template_characters_max = 8'000;
[[nodiscard]] TemplateDraft tidied(TemplateDraft draft);
/// A name, at least one theme or item, at most thirty items, each short enough. Field names: name, content.
[[nodiscard]] std::vector<Fault> faults_of(const TemplateDraft& draft);
/// What a new library starts with.
[[nodiscard]] TemplateDraft starting_template();

}  // namespace rapport
