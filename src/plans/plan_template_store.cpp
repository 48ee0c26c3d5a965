// The SQL of templates.
#include "plans/action_plan_store.hpp"

namespace rapport::action_plan_store {
namespace {

constexpr db::Fragment select_templates =
    "select id, name, content, is_retired, changed_by, changed_at, version from plan_templates where "
    "institution_id = $1 ";

KeptTemplate read_template_row(const db::Row& row) {
  return {.id = row.id<PlanTemplate>(0),
          .name = row.string(1),
          .content = row.string(2),
          .is_retired = row.flag(3),
          .changed_by = row.optional_id<Staff>(4),
          .changed_at = row.instant(5),
          .version = row.number(6)};
}

}  // namespace

std::vector<KeptTemplate> templates(db::Reader& reader, Id<Institution> institution) {
  return reader.all(db::concat<select_templates, "order by id limit 100">, read_template_row, institution);
}

std::optional<KeptTemplate> find_template(db::Reader& reader, Id<Institution> institution,
                                          Id<PlanTemplate> id) {
  return reader.one(db::concat<select_templates, "and id = $2">, read_template_row, institution, id);
}

Id<PlanTemplate> insert(db::Writer& writer, Id<Institution> institution, const KeptTemplate& kept) {
  return writer.insert<PlanTemplate>(
      "insert into plan_templates (institution_id, name, content, is_retired, made_by, changed_by, "
      "changed_at) "
      "values ($1, $2, $3, $4, $5, $6, $7) returning id",
      institution, kept.name, kept.content, kept.is_retired ? 1 : 0, kept.changed_by, kept.changed_by,
      kept.changed_at);
}

bool update(db::Writer& writer, Id<Institution> institution, const KeptTemplate& kept) {
  return writer.execute(
             "update plan_templates set name = $4, content = $5, is_retired = $6, changed_by = $7, "
             "changed_at "
             "= $8, version = version + 1 where institution_id = $1 and id = $2 and version = $3",
             institution, kept.id, kept.version, kept.name, kept.content, kept.is_retired ? 1 : 0,
             kept.changed_by, kept.changed_at) == 1;
}

}  // namespace rapport::action_plan_store
