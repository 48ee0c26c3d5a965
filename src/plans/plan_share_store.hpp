// The SQL of links and answers; row <-> value, nothing else.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/connection.hpp"
#include "plans/plan_share.hpp"

namespace rapport::plan_share_store {

/// Newest first, at most 100.
[[nodiscard]] std::vector<PlanLinkEntry> links_of(db::Reader& reader, Id<Institution> institution,
                                                  Id<ActionPlan> plan);
[[nodiscard]] std::optional<PlanLinkEntry> find(db::Reader& reader, Id<Institution> institution,
                                                Id<PlanLink> id);
struct KeptLink {
  std::string token_hash = {};
  PlanLinkEntry link = {};
};
/// Also one that does not work any more.
[[nodiscard]] std::optional<KeptLink> find_token(db::Reader& reader, Id<Institution> institution,
                                                 std::string_view token_hash);
[[nodiscard]] Id<PlanLink> insert(db::Writer& writer, Id<Institution> institution, const PlanLinkEntry& link,
                                  std::string_view token_hash);
void revoke(db::Writer& writer, Id<Institution> institution, Id<PlanLink> id, Id<Staff> by, Instant at);

/// Newest first, at most 200.
[[nodiscard]] std::vector<PlanAnswerEntry> answers_of(db::Reader& reader, Id<Institution> institution,
                                                      Id<ActionPlan> plan);
/// Nobody has seen them, oldest first, at most 100.
[[nodiscard]] std::vector<PlanAnswerEntry> not_seen(db::Reader& reader, Id<Institution> institution);
[[nodiscard]] std::int64_t count_answers(db::Reader& reader, Id<Institution> institution,
                                         Id<ActionPlan> plan);
[[nodiscard]] Id<PlanAnswer> insert(db::Writer& writer, Id<Institution> institution, Id<PlanLink> link,
                                    const PlanAnswerEntry& answer);
/// The plan of the answer; nothing where it is not there or was seen already.
[[nodiscard]] std::optional<Id<ActionPlan>> mark_seen(db::Writer& writer, Id<Institution> institution,
                                                      Id<PlanAnswer> id, Id<Staff> by, Instant at);

}  // namespace rapport::plan_share_store
