// The front door of champions: the whole library.
#include <algorithm>
#include <bitset>
#include <unordered_map>

#include "audit/audit.hpp"
#include "base/text.hpp"
#include "relationships/champion_sign_store.hpp"
#include "relationships/champions.hpp"
#include "relationships/engagement.hpp"

namespace rapport::champions {
namespace {

constexpr std::size_t reason_characters_max = 300;

using Shown = std::bitset<sign_count>;
/// By the record that remains.
class SignsShown {
 public:
  SignsShown(const Directory& directory, Date today) : directory_(directory), today_(today) {}

  void add(Id<Person> person, Sign sign, const std::optional<Date>& on) {
    if (!holds(on, today_)) return;
    if (const auto* entry = directory_.people.find(person)) shown_[entry].set(static_cast<std::size_t>(sign));
  }
  [[nodiscard]] const std::unordered_map<const PersonEntry*, Shown>& all() const { return shown_; }

 private:
  const Directory& directory_;
  Date today_;
  std::unordered_map<const PersonEntry*, Shown> shown_;
};

bool met_somebody_else(const Directory& directory, const champion_sign_store::IntroductionBy& one) {
  const auto* by = directory.people.find(one.by);
  return std::ranges::any_of(one.introduction.met, [&](Id<Person> met) {
    const auto* entry = directory.people.find_counted(met);
    return entry != nullptr && entry != by;
  });
}

SignsShown signs_shown(db::Reader& reader, const Scope& scope, const Directory& directory) {
  SignsShown shown(directory, scope.today);
  const auto first = first_of_months(scope.today, sign_months);
  for (const auto& one : champion_sign_store::kept(reader, scope.institution)) {
    shown.add(one.person, Sign::embedded, one.embedded_on);
    shown.add(one.person, Sign::came_back, one.came_back_on);
    shown.add(one.person, Sign::reach, one.reach_on);
  }
  for (const auto& one : champion_sign_store::introductions(reader, scope.institution, first, scope.today))
    if (met_somebody_else(directory, one)) shown.add(one.by, Sign::introduced, one.introduction.happened_on);
  for (const auto& one : champion_sign_store::quotations(reader, scope.institution, first))
    shown.add(one.person, Sign::endorsed, one.quotation.permission_on);
  for (const auto& one : champion_sign_store::ticks(reader, scope.institution, first))
    shown.add(one.person, one.sign, one.happened_on);
  return shown;
}

std::vector<Sign> signs_of(const Shown& shown) {
  std::vector<Sign> signs;
  for (const auto sign : all_signs)
    if (shown.test(static_cast<std::size_t>(sign))) signs.push_back(sign);
  return signs;
}

/// Champions, nominated or told, and of whom a suggestion was set aside.
std::vector<const PersonEntry*> not_suggested(db::Reader& reader, const Scope& scope,
                                              const Directory& directory) {
  std::vector<const PersonEntry*> all;
  for (const auto& champion : champion_store::open(reader, scope.institution))
    all.push_back(directory.people.find(champion.person));
  for (const auto& aside : champion_store::asides(reader, scope.institution, scope.today))
    if (!aside.unit) all.push_back(directory.people.find(aside.person));
  std::ranges::sort(all);
  return all;
}

bool may_change_rule(const Scope& scope) {
  return scope.viewer.is(Role::leader) || scope.viewer.is(Role::administrator);
}

}  // namespace

std::vector<Suggested> suggestions(Scope& scope, const Directory& directory) {
  return scope.read([&](db::Reader& reader) {
    const auto shown = signs_shown(reader, scope, directory);
    const auto others = not_suggested(reader, scope, directory);
    const auto needed = static_cast<std::size_t>(current_rule(scope).signs_min);
    std::vector<Suggested> all;
    for (const auto& [person, signs] : shown.all())
      if (signs.count() >= needed && person->is_here && !std::ranges::binary_search(others, person))
        all.push_back({person, signs_of(signs)});
    std::ranges::sort(all, {}, [](const Suggested& one) {
      return std::pair(std::string_view(one.person->sort_key), one.person->id);
    });
    return all;
  });
}

bool is_suggested(Scope& scope, const Directory& directory, const Account& account,
                  const Findings& findings) {
  const bool is_fit = account.person->is_here && account.open() == nullptr &&
                      static_cast<int>(held(findings, scope.today).size()) >= account.signs_min;
  if (!is_fit) return false;
  const auto asides = scope.read(
      [&](db::Reader& reader) { return champion_store::asides(reader, scope.institution, scope.today); });
  return std::ranges::none_of(asides, [&](const ChampionAside& aside) {
    return !aside.unit && directory.people.find(aside.person) == account.person;
  });
}

Result<Id<ChampionAside>> set_suggestion_aside(Scope& scope, const Directory& directory, Id<Person> person,
                                               std::string_view reason) {
  if (auto allowed = may_write(scope); !allowed) return std::move(allowed).refusal();
  const auto* entry = directory.people.find(person);
  if (entry == nullptr) return not_found("Nobody is there any more.");
  if (character_count(reason) > reason_characters_max) return invalid("reason", "At most 300 characters.");
  return scope.write([&](db::Writer& writer) -> Result<Id<ChampionAside>> {
    const auto all = suggestions(scope, directory);
    if (std::ranges::find(all, entry, &Suggested::person) == all.end())
      return conflict("Nothing is suggested about " + entry->display_name() + " any more.");
    const auto id = champion_store::insert(writer, scope.institution,
                                           ChampionAside{.person = entry->id,
                                                         .reason = tidy_line(reason),
                                                         .until_on = scope.today.plus_days(aside_days_usual),
                                                         .set_aside_by = scope.viewer.staff},
                                           scope.now);
    audit::record_change(
        scope, writer,
        {.action = "set aside", .subject = "champion_suggestion", .subject_id = entry->id.value});
    return id;
  });
}

std::vector<ChampionAside> asides(Scope& scope, const Directory& directory) {
  auto all = scope.read(
      [&](db::Reader& reader) { return champion_store::asides(reader, scope.institution, scope.today); });
  std::erase_if(all,
                [&](const ChampionAside& aside) { return directory.people.find(aside.person) == nullptr; });
  std::ranges::stable_sort(all, {}, [&](const ChampionAside& aside) {
    return std::string_view(directory.people.find(aside.person)->sort_key);
  });
  return all;
}

Result<Done> put_back(Scope& scope, Id<ChampionAside> id) {
  if (auto allowed = may_write(scope); !allowed) return allowed;
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    if (!champion_store::end_aside(writer, scope.institution, id, scope.today))
      return not_found("That is not set aside any more.");
    audit::record_change(scope, writer,
                         {.action = "put back", .subject = "champion_aside", .subject_id = id.value});
    return Done{};
  });
}

std::vector<const PersonEntry*> of_units(Scope& scope, const Directory& directory,
                                         std::span<const Id<OrgUnit>> units) {
  std::vector<const PersonEntry*> people;
  for (const auto& one : listed(scope, directory))
    if (one.champion.is_champion(scope.today) && one.person->is_here && one.person->unit &&
        std::ranges::find(units, *one.person->unit) != units.end())
      people.push_back(one.person);
  return people;
}

std::vector<Listed> listed(Scope& scope, const Directory& directory) {
  auto open = scope.read([&](db::Reader& reader) { return champion_store::open(reader, scope.institution); });
  std::vector<Listed> all;
  for (auto& champion : open)
    if (const auto* person = directory.people.find(champion.person))
      all.push_back({person, std::move(champion)});
  std::ranges::sort(all, {}, [](const Listed& one) {
    return std::tuple(std::string_view(one.person->sort_key), one.person->id,
                      -static_cast<int>(one.champion.state), -one.champion.id.value);
  });
  const auto again = std::ranges::unique(all, {}, &Listed::person);
  all.erase(again.begin(), again.end());
  return all;
}

ChampionRule current_rule(Scope& scope) {
  return scope.read([&](db::Reader& reader) {
    return champion_store::current_rule(reader, scope.institution).value_or(ChampionRule{});
  });
}

Result<ChampionRule> change_rule(Scope& scope, int version, std::optional<int> signs_min,
                                 std::string_view because) {
  if (!may_change_rule(scope))
    return forbidden(
        "How many signs are asked for is said by team leaders and administrators. Ask one of them.");
  std::vector<Fault> faults;
  if (!signs_min || *signs_min < 1 || *signs_min > static_cast<int>(sign_count))
    faults.push_back({"signs_min", "A number from 1 to 6."});
  const auto reason = tidy_line(because);
  if (reason.empty() || character_count(reason) > reason_characters_max)
    faults.push_back({"because", "Say in a few words why it changes."});
  if (!faults.empty()) return invalid(std::move(faults));
  return scope.write([&](db::Writer& writer) -> Result<ChampionRule> {
    const auto before = current_rule(scope);
    if (before.version != version)
      return conflict("Somebody changed the number while you were choosing: it is " +
                      std::to_string(before.signs_min) + " now.");
    if (before.signs_min == *signs_min) return before;
    const ChampionRule next{version + 1, *signs_min, reason, scope.viewer.staff, scope.now};
    champion_store::insert(writer, scope.institution, next);
    audit::record_change(scope, writer,
                         {.action = "changed", .subject = "champion_rule", .subject_id = next.version});
    return next;
  });
}

}  // namespace rapport::champions
