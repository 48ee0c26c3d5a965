// The front door of hand-overs.
#include "relationships/hand_overs.hpp"

#include <algorithm>
#include <unordered_set>

#include "audit/audit.hpp"
#include "base/random.hpp"
#include "base/text.hpp"
#include "interactions/interactions.hpp"
#include "interactions/promise_hand_over.hpp"
#include "relationships/hand_over_store.hpp"
#include "relationships/plan_store.hpp"
#include "relationships/relationships.hpp"

namespace rapport::hand_overs {
namespace {

Refusal only_leaders() {
  return forbidden("Team leaders and administrators hand portfolios over. Ask one of them.");
}

Refusal not_here() {
  return not_found("That hand-over is not here.");
}

/// Another text where a part, an end, a promise or its words changed.
std::string mark_of(const HandOverOffer& offer) {
  std::string text;
  for (const auto& part : offer.parts)
    text += std::to_string(part.id.value) + (part.valid_to ? part.valid_to->iso() : "-") + ";";
  text += "|";
  for (const auto& promise : offer.promises)
    text += std::to_string(promise.id.value) + "." + std::to_string(promise.version) + ";";
  return sha256_hex(text).substr(0, 24);
}

std::string name_of(const Directory& directory, Id<Staff> staff) {
  return std::string(directory.staff.given_name(staff));
}

std::vector<Fault> faults_of_colleagues(const Directory& directory, const HandOverDraft& draft) {
  const auto* from = directory.staff.find(draft.from);
  const auto* to = directory.staff.find(draft.to);
  std::vector<Fault> faults;
  if (from == nullptr) faults.push_back({"from", "Choose whose departments are handed over."});
  if (to == nullptr || !to->is_active)
    faults.push_back({"to", to == nullptr ? "Choose who takes over."
                                          : to->given_name + "’s account is closed. Choose somebody else."});
  else if (to->role == Role::director)
    faults.push_back(
        {"to", to->given_name + " is a director: directors read, and look after no department."});
  else if (draft.to == draft.from)
    faults.push_back({"to", "Nobody hands over to themselves. Choose somebody else."});
  return faults;
}

Refusal offer_changed() {
  return conflict(
      "What there is to hand over has changed while you were choosing: a department, or a promise. The page "
      "shows what there is now; your choices are kept.");
}

void note(Scope& scope, db::Writer& writer, std::string_view action, const HandOver& hand_over) {
  audit::record_change(scope, writer,
                       {.action = action,
                        .subject = "hand_over",
                        .subject_id = hand_over.id.value,
                        .details = "{\"from\":" + std::to_string(hand_over.from.value) +
                                   ",\"to\":" + std::to_string(hand_over.to.value) + "}"});
}

std::vector<Id<Promise>> to_move(std::span<const PromiseChoice> choices) {
  std::vector<Id<Promise>> promises;
  for (const auto& choice : choices)
    if (choice.is_to_move && !choice.moved_at) promises.push_back(choice.promise);
  return promises;
}

/// Those that can be moved move, and are marked.
Result<Done> move_promises(Scope& scope, db::Writer& writer, const Directory& directory,
                           const HandOver& hand_over, std::span<const Id<Promise>> promises) {
  const auto moved =
      interactions::pass_promises_on(scope, directory, {hand_over.from, hand_over.to}, promises);
  if (!moved) return moved.refusal();
  for (const auto promise : *moved)
    hand_over_store::set_promise_moved(writer, scope.institution, hand_over.id, promise, scope.now);
  return Done{};
}

// Reviews -------------------------------------------------------------------------------------------------

/// The department of whom a plan is for.
std::optional<Id<OrgUnit>> unit_of(const Directory& directory, const ScaleUpPlan& plan) {
  if (const auto* unit = std::get_if<Id<OrgUnit>>(&plan.with)) return *unit;
  const auto* person = directory.people.find(std::get<Id<Person>>(plan.with));
  return person == nullptr ? std::nullopt : person->unit;
}

/// Of plans in the departments that are handed over for good, the successor is asked at the review. Cover for
/// a while leaves the question with who wrote the plan.
void pass_reviews_on(Scope& scope, db::Writer& writer, const Directory& directory,
                     const HandOver& hand_over) {
  if (hand_over.until_on) return;
  std::unordered_set<Id<OrgUnit>> units;
  for (const auto top : hand_over.units)
    for (const auto unit : directory.org.with_descendants(top)) units.insert(unit);
  for (const auto& plan : plan_store::asked_of(writer, scope.institution, hand_over.from)) {
    const auto unit = unit_of(directory, plan);
    if (!unit || !units.contains(*unit)) continue;
    plan_store::set_reviewer(writer, scope.institution, plan.id, hand_over.to);
    hand_over_store::insert_review(writer, scope.institution, hand_over.id, plan.id);
  }
}

/// Of those that are still active and ask the successor.
void give_reviews_back(Scope& scope, db::Writer& writer, const HandOver& hand_over) {
  const auto asked = plan_store::asked_of(writer, scope.institution, hand_over.to);
  for (const auto plan : hand_over_store::reviews_of(writer, scope.institution, hand_over.id))
    if (std::ranges::find(asked, plan, &ScaleUpPlan::id) != asked.end())
      plan_store::set_reviewer(writer, scope.institution, plan, hand_over.from);
}

// Introductions -------------------------------------------------------------------------------------------

std::unordered_set<Id<Person>> people_of_promises(const Directory& directory, const HandOverDraft& draft,
                                                  const HandOverOffer& offered) {
  std::unordered_set<Id<Person>> people;
  for (const auto& promise : offered.promises) {
    const auto choice = std::ranges::find(draft.promises, promise.id, &PromiseChoice::promise);
    const auto* person = promise.person ? directory.people.find(*promise.person) : nullptr;
    if (person != nullptr && choice != draft.promises.end() && choice->is_to_move) people.insert(person->id);
  }
  return people;
}

std::vector<Acquainted> acquainted(Scope& scope, db::Reader& reader, const Directory& directory,
                                   const HandOver& hand_over) {
  std::unordered_set<Id<OrgUnit>> units;
  for (const auto top : hand_over.units)
    for (const auto unit : directory.org.with_descendants(top)) units.insert(unit);
  std::vector<Acquainted> people;
  // One walk over an index of people for each department.
  for (const auto unit : units)
    for (const auto& known :
         hand_over_store::known_in(reader, scope.institution, hand_over.from, hand_over.to, unit))
      if (const auto* person = directory.people.find(known.person))
        people.push_back({.person = person->id,
                          .sort_key = person->sort_key,
                          .conversations = known.conversations,
                          .last_on = known.last_on,
                          .known_to_successor_on = known.known_to_successor_on,
                          .has_plan = known.has_plan});
  return people;
}

std::vector<HandOverIntroduction> introductions_for(Scope& scope, db::Reader& reader,
                                                    const Directory& directory, const HandOver& hand_over,
                                                    const std::unordered_set<Id<Person>>& with_promise,
                                                    ChampionWords* champions) {
  auto people = acquainted(scope, reader, directory, hand_over);
  std::vector<Id<Person>> ids;
  ids.reserve(people.size());
  for (const auto& one : people) ids.push_back(one.person);
  const auto standings = relationships::standings_of(scope, directory, ids);
  const auto scale = relationships::current_scale(scope);
  const auto marked =
      champions == nullptr ? std::unordered_map<Id<Person>, std::string>() : champions(scope, directory, ids);
  for (auto& one : people) {
    if (const auto found = standings.find(one.person); found != standings.end())
      one.level = found->second.level();
    one.level_name = scale.name(one.level);
    one.has_promise = with_promise.contains(one.person);
    if (const auto found = marked.find(one.person); found != marked.end()) one.champion = found->second;
  }
  return introductions_of(std::move(people), scope.today);
}

// Doing it ------------------------------------------------------------------------------------------------

Result<Id<HandOver>> write_new(Scope& scope, db::Writer& writer, const Directory& directory,
                               const HandOverDraft& draft, const HandOverOffer& offered,
                               ChampionWords* champions) {
  HandOver made{.from = draft.from,
                .to = draft.to,
                .from_on = *draft.from_on,
                .until_on = draft.until_on,
                .reason = tidy_line(draft.reason),
                .recorded_by = scope.viewer.staff,
                .recorded_at = scope.now,
                .units = draft.units};
  made.id = hand_over_store::insert(writer, scope.institution, made);
  auto passed = staff::pass_on(scope, directory.org,
                               {.hand_over = made.id,
                                .from = made.from,
                                .to = made.to,
                                .from_on = made.from_on,
                                .until = made.until_on,
                                .units = made.units,
                                .reason = made.reason});
  if (!passed) return std::move(passed).refusal();
  for (const auto& promise : offered.promises)  // each has one choice
    hand_over_store::insert(writer, scope.institution, made.id,
                            *std::ranges::find(draft.promises, promise.id, &PromiseChoice::promise));
  for (const auto& introduction : introductions_for(scope, writer, directory, made,
                                                    people_of_promises(directory, draft, offered), champions))
    hand_over_store::insert(writer, scope.institution, made.id, introduction);
  if (!made.is_ahead(scope.today)) {
    if (auto moved = move_promises(scope, writer, directory, made, to_move(draft.promises)); !moved)
      return std::move(moved).refusal();
    pass_reviews_on(scope, writer, directory, made);
    hand_over_store::set_moved(writer, scope.institution, made.id, scope.now);
  }
  note(scope, writer, "handed over", made);
  return made.id;
}

bool is_too_long_ago(const Scope& scope, const HandOver& hand_over) {
  return !hand_over.is_ahead(scope.today) &&
         scope.today - scope.zone.local_date(hand_over.recorded_at) > hand_over_undo_days_max;
}

Result<Done> undo_now(Scope& scope, db::Writer& writer, const Directory& directory,
                      const HandOver& hand_over) {
  if (auto done = staff::put_back(scope, hand_over.id, hand_over.undone_because); !done) return done;
  std::vector<Id<Promise>> moved;
  for (const auto& choice : hand_over_store::promises_of(writer, scope.institution, hand_over.id))
    if (choice.moved_at) moved.push_back(choice.promise);
  // Back to where they were: what was kept, dropped or passed on since stays as it is.
  const auto* before = directory.staff.find(hand_over.from);
  if (before == nullptr || !before->is_active) moved.clear();
  const auto back = interactions::pass_promises_on(scope, directory, {hand_over.to, hand_over.from}, moved);
  if (!back) return back.refusal();
  for (const auto promise : *back)
    hand_over_store::set_promise_moved(writer, scope.institution, hand_over.id, promise, std::nullopt);
  if (before != nullptr && before->is_active) give_reviews_back(scope, writer, hand_over);
  if (!hand_over_store::set_undone(writer, scope.institution, hand_over))
    return conflict("It was undone already.");
  note(scope, writer, "undone", hand_over);
  return Done{};
}

void carry_out_one(Scope& scope, db::Writer& writer, const Directory& directory, const HandOver& due) {
  const auto now = hand_over_store::find(writer, scope.institution, due.id);
  if (!now || now->moved_at || now->is_undone()) return;  // somebody was faster
  const auto& hand_over = *now;
  const auto* successor = directory.staff.find(hand_over.to);
  if (successor != nullptr && successor->is_active) {
    const auto choices = hand_over_store::promises_of(writer, scope.institution, hand_over.id);
    (void)move_promises(scope, writer, directory, hand_over, to_move(choices)).ok();
    pass_reviews_on(scope, writer, directory, hand_over);
  }
  hand_over_store::set_moved(writer, scope.institution, hand_over.id, scope.now);
  note(scope, writer, "carried out", hand_over);
}

}  // namespace

bool may_hand_over(const Viewer& viewer) {
  return staff::may_change_portfolios(viewer);
}

HandOverOffer offer(Scope& scope, const Directory& directory, Id<Staff> from, Id<Staff> to) {
  HandOverOffer offered{.parts = staff::portfolio_of(scope, from),
                        .promises = interactions::promises_to_pass_on(scope, directory, {from, to})};
  std::erase_if(offered.parts, [&](const staff::PortfolioEntry& part) {
    const auto* unit = directory.org.find(part.unit);
    return unit == nullptr || !unit->is_open;
  });
  offered.mark = mark_of(offered);
  return offered;
}

Result<Id<HandOver>> hand_over(Scope& scope, const Directory& directory, const HandOverDraft& draft,
                               ChampionWords* champions) {
  if (!may_hand_over(scope.viewer)) return only_leaders();
  if (auto faults = faults_of_colleagues(directory, draft); !faults.empty())
    return invalid(std::move(faults));
  return scope.write([&](db::Writer& writer) -> Result<Id<HandOver>> {
    const auto offered = offer(scope, directory, draft.from, draft.to);
    if (offered.mark != draft.seen) return offer_changed();
    if (offered.empty())
      return invalid(
          "from", name_of(directory, draft.from) +
                      " looks after no department and has no open promise: there is nothing to hand over.");
    if (auto faults = faults_of(draft, offered, scope.today); !faults.empty())
      return invalid(std::move(faults));
    return write_new(scope, writer, directory, draft, offered, champions);
  });
}

Result<HandOver> get(Scope& scope, Id<HandOver> id) {
  auto found =
      scope.read([&](db::Reader& reader) { return hand_over_store::find(reader, scope.institution, id); });
  if (!found) return not_here();
  return std::move(*found);
}

std::vector<HandOver> all(Scope& scope) {
  return scope.read([&](db::Reader& reader) { return hand_over_store::all(reader, scope.institution); });
}

std::vector<Id<Promise>> plan_steps_of(Scope& scope, Id<Staff> staff) {
  return scope.read(
      [&](db::Reader& reader) { return hand_over_store::plan_steps_of(reader, scope.institution, staff); });
}

Result<HandedOver> tell(Scope& scope, const Directory& directory, Id<HandOver> id) {
  return scope.read([&](db::Reader& reader) -> Result<HandedOver> {
    auto found = hand_over_store::find(reader, scope.institution, id);
    if (!found) return not_here();
    HandedOver told{.hand_over = std::move(*found)};
    const auto& hand_over = told.hand_over;
    auto steps = hand_over_store::plan_steps_of(reader, scope.institution, hand_over.from);
    std::ranges::move(hand_over_store::plan_steps_of(reader, scope.institution, hand_over.to),
                      std::back_inserter(steps));
    // A look-up or two for each promise of one colleague.
    for (auto& choice : hand_over_store::promises_of(reader, scope.institution, id)) {
      auto promise = interactions::get_promise(scope, choice.promise);
      if (!promise) continue;
      told.promises.push_back(
          {std::move(promise).value(), choice, std::ranges::count(steps, choice.promise) > 0});
    }
    if (!hand_over.is_undone() && hand_over.moved_at)
      for (auto& promise :
           interactions::promises_to_pass_on(scope, directory, {hand_over.from, hand_over.to}))
        if (std::ranges::none_of(
                told.promises, [&](const HandedPromise& handed) { return handed.promise.id == promise.id; }))
          told.since.push_back(std::move(promise));
    told.reviews = static_cast<int>(hand_over_store::reviews_of(reader, scope.institution, id).size());
    told.introductions = hand_over_store::introductions_of(reader, scope.institution, id);
    told.changes = staff::changes_of(scope, id);
    told.may_be_undone =
        may_hand_over(scope.viewer) && !hand_over.is_undone() && !is_too_long_ago(scope, hand_over);
    return told;
  });
}

Result<Done> move_more(Scope& scope, const Directory& directory, Id<HandOver> id,
                       std::span<const Id<Promise>> promises) {
  if (!may_hand_over(scope.viewer)) return only_leaders();
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    const auto found = hand_over_store::find(writer, scope.institution, id);
    if (!found) return not_here();
    if (found->is_undone() || !found->moved_at)
      return conflict("This hand-over was undone, or its day has not come.");
    const auto* successor = directory.staff.find(found->to);
    if (successor == nullptr || !successor->is_active)
      return conflict(name_of(directory, found->to) + "’s account is closed. The promises stay.");
    if (auto moved = move_promises(scope, writer, directory, *found, promises); !moved) return moved;
    note(scope, writer, "moved more", *found);
    return Done{};
  });
}

Result<Done> undo(Scope& scope, const Directory& directory, Id<HandOver> id, int version,
                  std::string_view because) {
  if (!may_hand_over(scope.viewer)) return only_leaders();
  const auto reason = tidy_line(because);
  if (reason.empty()) return invalid("reason", "Say why in a few words.");
  if (character_count(reason) > hand_over_reason_characters_max)
    return invalid("reason", "A reason is at most 300 characters long.");
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    auto found = hand_over_store::find(writer, scope.institution, id);
    if (!found) return not_here();
    if (found->is_undone() || found->version != version)
      return conflict("A colleague has undone it already.");
    if (is_too_long_ago(scope, *found))
      return conflict("This was more than thirty days ago. Hand over the other way round instead.");
    found->undone_by = scope.viewer.staff;
    found->undone_at = scope.now;
    found->undone_because = reason;
    return undo_now(scope, writer, directory, *found);
  });
}

Result<Done> introduce(Scope& scope, const Directory&, Id<HandOver> id, Id<Person> person, bool is_done) {
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    const auto found = hand_over_store::find(writer, scope.institution, id);
    if (!found) return not_here();
    const auto who = scope.viewer.staff;
    if (who != found->from && who != found->to && !may_hand_over(scope.viewer))
      return forbidden("The two colleagues, team leaders and administrators tick introductions.");
    if (found->is_undone()) return conflict("This hand-over was undone.");
    const bool is_there = hand_over_store::set_introduced(writer, scope.institution, id, person,
                                                          is_done ? std::optional(who) : std::nullopt,
                                                          is_done ? std::optional(scope.now) : std::nullopt);
    if (!is_there) return not_found("That person is not on this list.");
    note(scope, writer, is_done ? "introduced" : "not introduced", *found);
    return Done{};
  });
}

int carry_out(Scope& scope, const Directory& directory) {
  const auto due = scope.read([&](db::Reader& reader) {
    return hand_over_store::to_carry_out(reader, scope.institution, scope.today);
  });
  for (const auto& hand_over : due)
    scope.write([&](db::Writer& writer) { carry_out_one(scope, writer, directory, hand_over); });
  return static_cast<int>(due.size());
}

}  // namespace rapport::hand_overs
