// The SQL of links and answers.
#include "plans/plan_share_store.hpp"

namespace rapport::plan_share_store {
namespace {

constexpr db::Fragment select_links =
    "select id, plan_id, label, made_by, made_at, expires_at, revoked_at, token_hash from plan_links where "
    "institution_id = $1 and ";

PlanLinkEntry read_link(const db::Row& row) {
  return {.id = row.id<PlanLink>(0),
          .plan = row.id<ActionPlan>(1),
          .label = row.string(2),
          .made_by = row.id<Staff>(3),
          .made_at = row.instant(4),
          .expires_at = row.instant(5),
          .revoked_at = row.optional_instant(6)};
}

constexpr db::Fragment select_answers =
    "select id, plan_id, is_agreed, name, words, made_at, seen_by from plan_answers where institution_id = "
    "$1 ";

PlanAnswerEntry read_answer(const db::Row& row) {
  return {.id = row.id<PlanAnswer>(0),
          .plan = row.id<ActionPlan>(1),
          .is_agreed = row.flag(2),
          .name = row.string(3),
          .words = row.string(4),
          .made_at = row.instant(5),
          .seen_by = row.optional_id<Staff>(6)};
}

}  // namespace

std::vector<PlanLinkEntry> links_of(db::Reader& reader, Id<Institution> institution, Id<ActionPlan> plan) {
  return reader.all(db::concat<select_links, "plan_id = $2 order by id desc limit 100">, read_link,
                    institution, plan);
}

std::optional<PlanLinkEntry> find(db::Reader& reader, Id<Institution> institution, Id<PlanLink> id) {
  return reader.one(db::concat<select_links, "id = $2">, read_link, institution, id);
}

std::optional<KeptLink> find_token(db::Reader& reader, Id<Institution> institution,
                                   std::string_view token_hash) {
  return reader.one(
      db::concat<select_links, "token_hash = $2">,
      [](const db::Row& row) {
        return KeptLink{row.string(7), read_link(row)};
      },
      institution, token_hash);
}

Id<PlanLink> insert(db::Writer& writer, Id<Institution> institution, const PlanLinkEntry& link,
                    std::string_view token_hash) {
  return writer.insert<PlanLink>(
      "insert into plan_links (institution_id, plan_id, token_hash, label, made_by, made_at, expires_at) "
      "values "
      "($1, $2, $3, $4, $5, $6, $7) returning id",
      institution, link.plan, token_hash, link.label, link.made_by, link.made_at, link.expires_at);
}

void revoke(db::Writer& writer, Id<Institution> institution, Id<PlanLink> id, Id<Staff> by, Instant at) {
  writer.execute(
      "update plan_links set revoked_by = $3, revoked_at = $4 where institution_id = $1 and id = $2 and "
      "revoked_at is null",
      institution, id, by, at);
}

std::vector<PlanAnswerEntry> answers_of(db::Reader& reader, Id<Institution> institution,
                                        Id<ActionPlan> plan) {
  return reader.all(db::concat<select_answers, "and plan_id = $2 order by id desc limit 200">, read_answer,
                    institution, plan);
}

std::vector<PlanAnswerEntry> not_seen(db::Reader& reader, Id<Institution> institution) {
  return reader.all(db::concat<select_answers, "and seen_at is null order by id limit 100">, read_answer,
                    institution);
}

std::int64_t count_answers(db::Reader& reader, Id<Institution> institution, Id<ActionPlan> plan) {
  return reader.count("select count(*) from plan_answers where institution_id = $1 and plan_id = $2",
                      institution, plan);
}

Id<PlanAnswer> insert(db::Writer& writer, Id<Institution> institution, Id<PlanLink> link,
                      const PlanAnswerEntry& answer) {
  return writer.insert<PlanAnswer>(
      "insert into plan_answers (institution_id, plan_id, plan_link_id, is_agreed, name, words, made_at) "
      "values "
      "($1, $2, $3, $4, $5, $6, $7) returning id",
      institution, answer.plan, link, answer.is_agreed ? 1 : 0, answer.name, answer.words, answer.made_at);
}

std::optional<Id<ActionPlan>> mark_seen(db::Writer& writer, Id<Institution> institution, Id<PlanAnswer> id,
                                        Id<Staff> by, Instant at) {
  return writer.one(
      "update plan_answers set seen_by = $3, seen_at = $4 where institution_id = $1 and id = $2 and seen_at "
      "is "
      "null returning plan_id",
      [](const db::Row& row) { return row.id<ActionPlan>(0); }, institution, id, by, at);
}

}  // namespace rapport::plan_share_store
