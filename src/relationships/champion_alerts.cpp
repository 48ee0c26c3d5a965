// Finds what somebody should look at.
#include "relationships/champion_alerts.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "audit/audit.hpp"
#include "base/text.hpp"
#include "relationships/quiet.hpp"

namespace rapport::champions {
namespace {

constexpr std::size_t reason_characters_max = 300;

std::string post_words(const Directory& directory, const HeldMainPost& post) {
  const std::string unit(directory.org.name(post.unit));
  if (post.title.empty()) return unit.empty() ? "no post" : unit;
  return unit.empty() ? post.title : post.title + ", " + unit;
}

/// The department of the main post, or where they have left the one they agreed in.
std::optional<Id<OrgUnit>> unit_of(const Listed& one) {
  return one.person->unit && one.person->is_here ? one.person->unit : one.champion.unit;
}

class Finder {
 public:
  Finder(Scope& scope, const Directory& directory, AlertsOf of)
      : scope_(scope), directory_(directory), of_(of) {
    for (auto& one : listed(scope, directory))
      if (one.champion.state == ChampionState::agreed && is_asked(unit_of(one)))
        agreed_.push_back(std::move(one));
  }

  std::vector<Alert> find() {
    if (agreed_.empty()) return {};
    find_left();
    find_other_posts();
    find_expiring();
    find_quiet();
    find_resting();
    std::ranges::stable_sort(all_, {}, [](const Alert& alert) {
      return std::tuple(alert.kind, std::string_view(alert.person->sort_key));
    });
    return std::move(all_);
  }

 private:
  bool is_asked(std::optional<Id<OrgUnit>> unit) const {
    if (of_ == AlertsOf::everybody) return true;
    const auto* lead = unit ? directory_.staff.lead_of(*unit) : nullptr;
    return lead != nullptr && lead->id == scope_.viewer.staff;
  }
  void add(AlertKind kind, const Listed& one, std::string words) {
    all_.push_back({kind, one.person, unit_of(one), one.champion, std::move(words)});
  }

  void find_left() {
    for (const auto& one : agreed_)
      if (!one.person->is_here) add(AlertKind::left, one, "has left the university");
  }

  void find_other_posts() {
    const auto posts = scope_.read(
        [&](db::Reader& reader) { return champion_store::posts_of_agreed(reader, scope_.institution); });
    std::unordered_map<Id<Champion>, HeldMainPost> now;
    for (const auto& one : posts) now.emplace(one.champion, one.post);
    for (const auto& one : agreed_) {
      if (!one.person->is_here) continue;
      // Of a merged person what is held is the remaining record's.
      const auto post =
          one.person->id == one.champion.person ? now[one.champion.id] : scope_.read([&](db::Reader& reader) {
            return champion_store::main_post(reader, scope_.institution, one.person->id);
          });
      const HeldMainPost then{one.champion.unit, one.champion.post};
      if (post != then)
        add(AlertKind::other_post, one,
            "agreed as " + post_words(directory_, then) + "; now " + post_words(directory_, post));
    }
  }

  void find_expiring() {
    for (const auto& one : agreed_) {
      if (!one.person->is_here || !one.champion.is_to_renew(scope_.today)) continue;
      const auto day = long_words(*one.champion.expires_on, scope_.today);
      add(AlertKind::expiring, one,
          one.champion.is_expired(scope_.today) ? "has not been a champion since " + day
                                                : "is a champion until " + day);
    }
  }

  void find_quiet() {
    std::vector<Id<Person>> people;
    std::unordered_map<Id<Person>, const Listed*> by_id;
    for (const auto& one : agreed_) {
      if (!one.champion.is_champion(scope_.today) || !one.person->is_here) continue;
      people.push_back(one.person->id);
      by_id.emplace(one.person->id, &one);
    }
    if (people.empty()) return;
    for (const auto& silent : quiet::of_people(scope_, directory_, people))
      if (silent.quietness == Quietness::gone_quiet && !silent.answer)
        add(AlertKind::gone_quiet, *by_id.at(silent.person),
            "has gone quiet: " + with_small_first(silent.words(scope_.today)));
  }

  /// Departments with one champion who is here and counts.
  void find_resting() {
    std::map<Id<OrgUnit>, std::vector<const Listed*>> by_unit;
    for (const auto& one : agreed_)
      if (one.person->is_here && one.person->unit && one.champion.is_champion(scope_.today))
        by_unit[*one.person->unit].push_back(&one);
    const auto asides = scope_.read(
        [&](db::Reader& reader) { return champion_store::asides(reader, scope_.institution, scope_.today); });
    for (const auto& [unit, champions] : by_unit) {
      const auto is_accepted = [&](const ChampionAside& aside) {
        return aside.unit == unit && directory_.people.find(aside.person) == champions.front()->person;
      };
      if (champions.size() == 1 && std::ranges::none_of(asides, is_accepted))
        add(AlertKind::rests_on_one, *champions.front(),
            "is the only one in " + std::string(directory_.org.name(unit)));
    }
  }

  Scope& scope_;
  const Directory& directory_;
  AlertsOf of_;
  std::vector<Listed> agreed_;
  std::vector<Alert> all_;
};

}  // namespace

std::vector<Alert> alerts(Scope& scope, const Directory& directory, AlertsOf of) {
  return Finder(scope, directory, of).find();
}

Result<Id<ChampionAside>> accept_one(Scope& scope, const Directory& directory, Id<OrgUnit> unit,
                                     std::string_view reason) {
  if (auto allowed = may_write(scope); !allowed) return std::move(allowed).refusal();
  if (directory.org.find(unit) == nullptr) return not_found("No department has that address.");
  if (character_count(reason) > reason_characters_max) return invalid("reason", "At most 300 characters.");
  return scope.write([&](db::Writer& writer) -> Result<Id<ChampionAside>> {
    const auto all = alerts(scope, directory, AlertsOf::everybody);
    const auto found = std::ranges::find_if(
        all, [&](const Alert& alert) { return alert.kind == AlertKind::rests_on_one && alert.unit == unit; });
    if (found == all.end())
      return conflict("That department does not rest on one champion alone, or was answered already.");
    const auto id = champion_store::insert(writer, scope.institution,
                                           ChampionAside{.person = found->person->id,
                                                         .unit = unit,
                                                         .reason = tidy_line(reason),
                                                         .until_on = scope.today.plus_days(aside_days_usual),
                                                         .set_aside_by = scope.viewer.staff},
                                           scope.now);
    audit::record_change(scope, writer,
                         {.action = "set aside", .subject = "champion_alert", .subject_id = unit.value});
    return id;
  });
}

}  // namespace rapport::champions
