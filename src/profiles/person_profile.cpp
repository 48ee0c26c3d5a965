// Reads a profile and draws its few conclusions.
#include "profiles/person_profile.hpp"

#include <algorithm>
#include <array>
#include <ranges>

#include "bumps/grown.hpp"
#include "organisation/academic_calendar.hpp"

namespace rapport::profiles {
namespace {

constexpr int weeks_shown = 52;
constexpr int newest_read = 10;

Date monday_of(Date day) {
  return day.plus_days(-static_cast<int>(day.weekday()));
}

struct Pronoun {
  std::string_view code;
  std::string_view subject;
  std::string_view object;
  std::string_view possessive;
};
constexpr std::array<Pronoun, 3> pronouns{
    {{"she", "She", "her", "her"}, {"he", "He", "him", "his"}, {"they", "They", "them", "their"}}};

bool is_whole(const interactions::TimelineQuery& query) {
  return !query.family && !query.before;
}

const std::vector<Interaction>& newest_of(const PersonProfile& profile) {
  return profile.newest.empty() ? profile.timeline.interactions : profile.newest;
}

const Pronoun* pronoun_of(const PersonEntry& person) {
  const auto* const found = std::ranges::find(pronouns, person.pronouns, &Pronoun::code);
  return found == pronouns.end() ? nullptr : found;
}

}  // namespace

PersonProfile read_profile(Scope& scope, const Directory& directory, const PersonEntry& person,
                           const interactions::TimelineQuery& query) {
  const auto records = directory.people.same_person(person.id);
  return scope.read([&](db::Reader& reader) {
    PersonProfile profile{.person = &person};
    for (const auto record : records | std::views::drop(1))
      profile.merged.push_back(directory.people.find_record(record));
    if (auto row = profile_store::find(reader, scope.institution, person.id)) {
      profile.about = std::move(row->about);
      profile.orcid = std::move(row->orcid);
      profile.left_on = row->left_on;
    }
    profile.posts = profile_store::posts_on(reader, scope.institution, person.id, scope.today);
    profile.addresses = profile_store::addresses(reader, scope.institution, person.id);
    profile.ways = profile_store::ways_of_working(reader, scope.institution, person.id);
    if (person.unit) profile.looked_after_by = directory.staff.lead_of(*person.unit);
    profile.timeline = interactions::timeline_of_person(scope, records, query);
    if (!is_whole(query))
      profile.newest =
          interactions::timeline_of_person(scope, records, {.until = scope.today, .limit = newest_read})
              .interactions;
    profile.promises = interactions::promises_with(scope, records);
    profile.known_by = interactions::who_knows(scope, records);
    profile.grew_since = bumps::grown_since(scope.today, scope.years());
    profile.grew =
        bumps::totals_of(bumps::grown_from(scope, records, profile.grew_since), directory.vocabulary);
    if (is_whole(query))
      profile.latest_known_since =
          profile.timeline.next ? profile.timeline.interactions.back().happened_on : Date();
    profile.relationship = relationships::account_of(scope, directory, person.id);
    profile.champion = champions::mark_of(scope, directory, person.id);
    const auto first = monday_of(scope.today).plus_days(-7 * (weeks_shown - 1));
    profile.days_of_year = interactions::days_of_person(scope, records, first, scope.today);
    return profile;
  });
}

const Interaction* last_spoken(const PersonProfile& profile, const Scope& scope) {
  const auto now = scope.zone.local_time(scope.now);
  for (const auto& row : newest_of(profile))
    if (has_happened(row, scope.today, now)) return &row;
  return nullptr;
}

const Interaction* colleague_lately(const PersonProfile& profile, const Scope& scope) {
  const auto now = scope.zone.local_time(scope.now);
  for (const auto& row : newest_of(profile)) {
    if (!has_happened(row, scope.today, now)) continue;
    if (scope.today - row.happened_on > 3) return nullptr;
    if (std::ranges::count(row.staff, scope.viewer.staff) == 0 && !row.staff.empty()) return &row;
  }
  return nullptr;
}

std::string object_word(const PersonEntry& person) {
  const auto* pronoun = pronoun_of(person);
  return pronoun != nullptr ? std::string(pronoun->object) : person.known_as;
}

std::string possessive_word(const PersonEntry& person) {
  const auto* pronoun = pronoun_of(person);
  return pronoun != nullptr ? std::string(pronoun->possessive) : person.known_as + "’s";
}

std::string subject_word(const PersonEntry& person) {
  const auto* pronoun = pronoun_of(person);
  return pronoun != nullptr ? std::string(pronoun->subject) : person.known_as;
}

std::vector<Week> weeks_of_year(const std::vector<Date>& days, Date today) {
  const auto first = monday_of(today).plus_days(-7 * (weeks_shown - 1));
  std::vector<Week> weeks;
  weeks.reserve(weeks_shown);
  for (int i = 0; i < weeks_shown; ++i) weeks.push_back({first.plus_days(7 * i), 0});
  for (const auto day : days) {
    const auto week = (day - first) / 7;
    if (day >= first && week < weeks_shown) ++weeks[static_cast<std::size_t>(week)].conversations;
  }
  return weeks;
}

}  // namespace rapport::profiles
