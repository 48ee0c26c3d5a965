// The front door of sharing.
#include "plans/plan_shares.hpp"

#include <algorithm>

#include "audit/audit.hpp"
#include "base/random.hpp"
#include "base/text.hpp"
#include "plans/plan_share_store.hpp"
#include "plans/rounds.hpp"
#include "scope/submission.hpp"

namespace rapport::plan_shares {
namespace {

Refusal not_there() {
  return not_found("That link is not here.");
}

void note(Scope& scope, db::Writer& writer, std::string_view action, std::string_view subject,
          std::int64_t id) {
  audit::record_change(scope, writer, {.action = action, .subject = subject, .subject_id = id});
}

/// The hash is compared again without telling by its duration how much of it was right.
std::optional<PlanLinkEntry> find_working(Scope& scope, db::Reader& reader, std::string_view token) {
  const auto hash = sha256_hex(token);
  auto kept = plan_share_store::find_token(reader, scope.institution, hash);
  if (!kept || !equal_in_constant_time(kept->token_hash, hash) || !kept->link.works(scope.now))
    return std::nullopt;
  return std::move(kept->link);
}

bool is_asked(Scope& scope, const Directory& directory, const ActionPlan& plan) {
  const auto me = scope.viewer.staff;
  const auto* lead = directory.staff.lead_of(plan.unit);
  if (plan.begun_by == me || (lead != nullptr && lead->id == me)) return true;
  const auto entry = rounds::find(scope, plan.academic_year, plan.unit);
  return entry && entry->owner == me;
}

Result<Done> keep_answer(Scope& scope, db::Writer& writer, const PlanLinkEntry& link,
                         const AnswerDraft& draft) {
  const auto plan = action_plan_store::find(writer, scope.institution, link.plan);
  if (!plan) return not_there();
  if (plan_share_store::count_answers(writer, scope.institution, plan->id) >=
      static_cast<std::int64_t>(answers_max))
    return conflict("There are very many comments on this plan already. Please write to the library.");
  const auto id = plan_share_store::insert(writer, scope.institution, link.id,
                                           {.plan = plan->id,
                                            .is_agreed = draft.is_agreed,
                                            .name = draft.name,
                                            .words = draft.words,
                                            .made_at = scope.now});
  note(scope, writer, draft.is_agreed ? "agreed" : "commented", "plan_answer", id.value);
  if (draft.is_agreed) rounds::note_agreement(scope, writer, plan->academic_year, plan->unit, draft.name);
  return Done{};
}

}  // namespace

std::vector<PlanLinkEntry> links(Scope& scope, Id<ActionPlan> plan) {
  return scope.read(
      [&](db::Reader& reader) { return plan_share_store::links_of(reader, scope.institution, plan); });
}

Result<std::string> make_link(Scope& scope, Id<ActionPlan> plan, const LinkDraft& typed) {
  if (!action_plans::may_write(scope.viewer)) return forbidden("Directors read plans and do not share them.");
  const LinkDraft draft{tidy_line(typed.label), typed.until};
  if (auto faults = faults_of(draft, scope.today); !faults.empty()) return invalid(std::move(faults));
  const auto token = random_token();
  return scope.write([&](db::Writer& writer) -> Result<std::string> {
    if (!action_plan_store::find(writer, scope.institution, plan)) return not_found("That plan is not here.");
    const auto id = plan_share_store::insert(
        writer, scope.institution,
        {.plan = plan,
         .label = draft.label,
         .made_by = scope.viewer.staff,
         .made_at = scope.now,
         .expires_at = scope.zone.instant_of(draft.until->plus_days(1), TimeOfDay{})},
        sha256_hex(token));
    note(scope, writer, "made", "plan_link", id.value);
    return token;
  });
}

Result<ActionPlan> revoke(Scope& scope, Id<PlanLink> id) {
  if (!action_plans::may_write(scope.viewer)) return forbidden("Directors read plans and do not share them.");
  return scope.write([&](db::Writer& writer) -> Result<ActionPlan> {
    const auto link = plan_share_store::find(writer, scope.institution, id);
    if (!link) return not_there();
    auto plan = action_plan_store::find(writer, scope.institution, link->plan);
    if (!plan) return not_there();
    if (link->revoked_at) return std::move(*plan);
    plan_share_store::revoke(writer, scope.institution, id, scope.viewer.staff, scope.now);
    note(scope, writer, "revoked", "plan_link", id.value);
    return std::move(*plan);
  });
}

std::vector<PlanAnswerEntry> answers(Scope& scope, Id<ActionPlan> plan) {
  return scope.read(
      [&](db::Reader& reader) { return plan_share_store::answers_of(reader, scope.institution, plan); });
}

std::vector<Unseen> not_seen(Scope& scope, const Directory& directory) {
  if (scope.viewer.is(Role::director)) return {};
  return scope.read([&](db::Reader& reader) {
    std::vector<Unseen> all;
    for (auto& answer : plan_share_store::not_seen(reader, scope.institution)) {  // a handful at a time
      auto plan = action_plan_store::find(reader, scope.institution, answer.plan);
      if (plan && is_asked(scope, directory, *plan)) all.push_back({std::move(answer), std::move(*plan)});
    }
    return all;
  });
}

Result<Done> mark_seen(Scope& scope, Id<PlanAnswer> id) {
  if (!action_plans::may_write(scope.viewer)) return forbidden("Directors read and do not answer.");
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    if (plan_share_store::mark_seen(writer, scope.institution, id, scope.viewer.staff, scope.now))
      note(scope, writer, "seen", "plan_answer", id.value);
    return Done{};
  });
}

std::optional<Shared> read(Scope& scope, const Directory& directory, std::string_view token) {
  return scope.read([&](db::Reader& reader) -> std::optional<Shared> {
    const auto link = find_working(scope, reader, token);
    if (!link) return std::nullopt;
    const auto plan = action_plan_store::find(reader, scope.institution, link->plan);
    const auto* unit = plan ? directory.org.find(plan->unit) : nullptr;
    if (unit == nullptr) return std::nullopt;
    auto now = action_plans::of(scope, directory, unit->id, plan->academic_year);
    if (!now) return std::nullopt;
    // Of a department that gave a part alone, what it agreed on is for itself to show.
    auto forerunners = action_plans::forerunners(scope, directory, unit->id, plan->academic_year);
    std::erase_if(forerunners,
                  [](const action_plans::Forerunner& one) { return one.part_since.has_value(); });
    return Shared{
        .link = link->id,
        .expires_at = link->expires_at,
        .unit = *unit,
        .name = action_plans::unit_name(scope, directory, unit->id, plan->academic_year),
        .plan = std::move(*now),
        .last = action_plans::of(scope, directory, unit->id, plan->academic_year - 1),
        .forerunners = std::move(forerunners),
        .is_agreed = std::ranges::any_of(plan_share_store::answers_of(reader, scope.institution, plan->id),
                                         &PlanAnswerEntry::is_agreed)};
  });
}

Result<Done> answer(Scope& scope, std::string_view token, const AnswerDraft& typed, std::string_view key) {
  const auto draft = tidied(typed);
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    const auto link = find_working(scope, writer, token);
    if (!link) return not_there();
    if (auto faults = faults_of(draft); !faults.empty()) return invalid(std::move(faults));
    // Keys of visitors are their own: nobody takes those of a form of ours.
    const auto own_key =
        key.empty() ? std::string()
                    : sha256_hex("plan_link " + std::to_string(link->id.value) + " " + std::string(key));
    if (find_submission(writer, scope.institution, own_key)) return Done{};
    if (auto kept = keep_answer(scope, writer, *link, draft); !kept) return kept;
    record_submission(scope, writer, own_key, "shared");
    return Done{};
  });
}

}  // namespace rapport::plan_shares
