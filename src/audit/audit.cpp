// Appends to the audit chain and checks it.
#include "audit/audit.hpp"

#include "base/random.hpp"

namespace rapport::audit {
namespace {

struct Head {
  std::int64_t last_id = 0;
  std::string last_hash;
};

struct Event {
  std::int64_t id = 0;
  Instant happened_at;
  std::optional<Id<Staff>> staff;
  std::string action;
  std::string subject;
  std::optional<std::int64_t> subject_id;
  std::string details;
  std::string hash;
};

/// Every field is followed by a unit separator, so that no two events have the same text.
std::string hash_of(const Event& event, std::string_view previous) {
  std::string text(previous);
  const auto add = [&](std::string_view field) { text.append(1, '\x1f').append(field); };
  add(std::to_string(event.id));
  add(std::to_string(event.happened_at.milliseconds));
  add(event.staff ? std::to_string(event.staff->value) : "");
  add(event.action);
  add(event.subject);
  add(event.subject_id ? std::to_string(*event.subject_id) : "");
  add(event.details);
  return sha256_hex(text);
}

Head lock_head(db::Writer& writer, Id<Institution> institution) {
  // The update takes the row's lock, so that two writers on PostgreSQL cannot append to the same event.
  return writer
      .one(
          "insert into audit_heads (institution_id, last_id, last_hash) values ($1, 1, '') "
          "on conflict (institution_id) do update set last_id = audit_heads.last_id + 1 "
          "returning last_id, last_hash",
          [](const db::Row& row) {
            return Head{row.integer(0), row.string(1)};
          },
          institution)
      .value();
}

}  // namespace

void record_change(Scope& scope, db::Writer& writer, const Change& change) {
  const auto head = lock_head(writer, scope.institution);
  Event event{.id = head.last_id,
              .happened_at = scope.now,
              .staff = scope.viewer.staff.value == 0 ? std::nullopt : std::optional(scope.viewer.staff),
              .action = std::string(change.action),
              .subject = std::string(change.subject),
              .subject_id = change.subject_id,
              .details = change.details,
              .hash = {}};
  event.hash = hash_of(event, head.last_hash);
  writer.send(
      "insert into audit_events (institution_id, id, happened_at, staff_id, action, subject, subject_id, "
      "details, hash) "
      "values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
      scope.institution, event.id, event.happened_at, event.staff, event.action, event.subject,
      event.subject_id, event.details, event.hash);
  writer.send("update audit_heads set last_hash = $2 where institution_id = $1", scope.institution,
              event.hash);
}

std::optional<std::int64_t> first_broken_event(db::Reader& reader, Id<Institution> institution) {
  std::string previous;
  std::int64_t expected = 1;
  std::optional<std::int64_t> broken;
  reader.each(
      "select id, happened_at, staff_id, action, subject, subject_id, details, hash from audit_events "
      "where institution_id = $1 order by id",
      [&](const db::Row& row) {
        if (broken) return;
        const Event event{.id = row.integer(0),
                          .happened_at = row.instant(1),
                          .staff = row.optional_id<Staff>(2),
                          .action = row.string(3),
                          .subject = row.string(4),
                          .subject_id = row.is_null(5) ? std::nullopt : std::optional(row.integer(5)),
                          .details = row.string(6),
                          .hash = row.string(7)};
        if (event.id != expected++ || event.hash != hash_of(event, previous)) broken = event.id;
        previous = event.hash;
      },
      institution);
  return broken;
}

}  // namespace rapport::audit
