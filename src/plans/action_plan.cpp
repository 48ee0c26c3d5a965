// The rules of action plans.
#include "plans/action_plan.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "organisation/academic_calendar.hpp"

namespace rapport {
namespace {

struct StateWords {
  std::string_view code;
  std::string_view words;
};
constexpr std::array<StateWords, 5> state_words{{{"open", "Not started"},
                                                 {"under_way", "Under way"},
                                                 {"done", "Done"},
                                                 {"carried_forward", "Carried forward"},
                                                 {"dropped", "Dropped"}}};

void check_length(std::vector<Fault>& faults, std::string field, const std::string& text, std::size_t most,
                  std::string message) {
  if (character_count(text) > most) faults.push_back({std::move(field), std::move(message)});
}

void check_due(std::vector<Fault>& faults, const ItemDraft& draft, const ItemDays& days,
               const AcademicYears& years) {
  if (!draft.due_on || draft.due_on == days.before) return;
  if (*draft.due_on < days.today)
    faults.push_back({"due_on", "That day has passed. Choose today or a day to come."});
  else if (*draft.due_on < years.first_day(days.academic_year) ||
           *draft.due_on > years.last_day(days.academic_year + 1))
    faults.push_back(
        {"due_on", "Choose a day of " + years.words(days.academic_year) + " or of the year after it."});
}

}  // namespace

std::string_view code(ItemState state) {
  return state_words[static_cast<std::size_t>(state)].code;
}

std::string_view words(ItemState state) {
  return state_words[static_cast<std::size_t>(state)].words;
}

std::optional<ItemState> item_state_of(std::string_view code) {
  const auto found = std::ranges::find(state_words, code, &StateWords::code);
  if (found == state_words.end()) return std::nullopt;
  return static_cast<ItemState>(found - state_words.begin());
}

bool PlanItem::asks_whether_still_wanted() const {
  return !is_over() && carried_count >= carried_often;
}

ItemDraft tidied(ItemDraft draft) {
  for (auto* line : {&draft.theme, &draft.words, &draft.their_owners}) *line = tidy_line(*line);
  draft.success = tidy(draft.success);
  std::vector<Id<Staff>> owners;
  for (const auto owner : draft.owners)
    if (owner.value > 0 && std::ranges::count(owners, owner) == 0) owners.push_back(owner);
  draft.owners = std::move(owners);
  return draft;
}

ItemDraft draft_of(const PlanItem& item) {
  ItemDraft draft{.theme = item.theme,
                  .words = item.words,
                  .success = item.success,
                  .their_owners = item.their_owners,
                  .people = item.people,
                  .due_on = item.due_on,
                  .is_asked = item.is_asked};
  for (const auto& owner : item.owners) draft.owners.push_back(owner.staff);
  return draft;
}

std::vector<Fault> faults_of(const ItemDraft& draft, const ItemDays& days, const AcademicYears& years) {
  std::vector<Fault> faults;
  if (draft.words.empty()) faults.push_back({"words", "Say in a few words what is to be done."});
  check_length(faults, "words", draft.words, item_characters_max,
               "An action is at most 300 characters long.");
  check_length(faults, "theme", draft.theme, theme_characters_max, "A theme is at most 80 characters long.");
  check_length(faults, "success", draft.success, item_text_characters_max,
               "Say it in at most 1,000 characters.");
  check_length(faults, "their_owners", draft.their_owners, item_characters_max,
               "Name them in at most 300 characters.");
  if (draft.owners.size() > item_owners_max)
    faults.push_back({"owner-1", "An action has at most six colleagues."});
  check_due(faults, draft, days, years);
  return faults;
}

std::vector<Fault> faults_of(const StateDraft& draft) {
  std::vector<Fault> faults;
  if (draft.state == ItemState::carried_forward)
    faults.push_back({"state", "Carry it forward instead: it then goes on in the next year’s plan."});
  if (draft.state == ItemState::dropped && draft.outcome.empty())
    faults.push_back({"outcome", "Say in a few words why it is dropped: the department reads it."});
  check_length(faults, "outcome", draft.outcome, item_text_characters_max,
               "Say it in at most 1,000 characters.");
  return faults;
}

void settle(PlanItem& item, const Zone& zone) {
  if (item.is_over()) return;
  const auto is_open = std::ranges::any_of(item.owners, &ItemOwner::has_open_promise);
  std::optional<Instant> last;
  for (const auto& owner : item.owners)
    if (owner.has_kept_promise() && (!last || *owner.kept_at > *last)) last = owner.kept_at;
  if (is_open || !last) return;
  item.state = ItemState::done;
  item.closed_on = zone.local_date(*last);
}

bool may_begin(int academic_year, Date today, const AcademicYears& years) {
  const int now = years.of(today);
  return academic_year >= now - 1 && academic_year <= now + 1;
}

Date half_of(int academic_year, const AcademicYears& years) {
  return years.first_day(academic_year).plus_months(years.months(academic_year) / 2);
}

bool is_second_half(int academic_year, Date today, const AcademicYears& years) {
  return years.of(today) == academic_year && today >= half_of(academic_year, years);
}

ItemCounts counts_of(std::span<const PlanItem> items, Date today) {
  ItemCounts counts;
  for (const auto& item : items) {
    ++counts.all;
    if (!item.is_over() && item.due_on && *item.due_on < today) ++counts.overdue;
    switch (item.state) {
      case ItemState::open:
        ++counts.open;
        break;
      case ItemState::under_way:
        ++counts.under_way;
        break;
      case ItemState::done:
        ++counts.done;
        break;
      case ItemState::carried_forward:
        ++counts.carried_forward;
        break;
      case ItemState::dropped:
        ++counts.dropped;
        break;
    }
  }
  return counts;
}

std::string words_of(const ItemCounts& counts) {
  if (counts.all == 0) return "Nothing is planned yet";
  std::vector<std::string> parts;
  const auto add = [&](int count, std::string_view what) {
    if (count > 0) parts.push_back(std::to_string(count) + " " + std::string(what));
  };
  add(counts.done, "done");
  add(counts.under_way, "under way");
  add(counts.open, "not started");
  add(counts.carried_forward, "carried forward");
  add(counts.dropped, "dropped");
  return join(parts, ", ");
}

}  // namespace rapport
