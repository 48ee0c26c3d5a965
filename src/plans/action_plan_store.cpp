// The SQL of action plans and their items.
#include "plans/action_plan_store.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/text.hpp"

namespace rapport::action_plan_store {
namespace {

constexpr db::Fragment select_plans =
    "select p.id, p.org_unit_id, p.academic_year, p.themes, p.begun_by, p.begun_at from action_plans p where "
    "p.institution_id = $1 and ";

ActionPlan read_plan(const db::Row& row) {
  ActionPlan plan{.id = row.id<ActionPlan>(0),
                  .unit = row.id<OrgUnit>(1),
                  .academic_year = row.number(2),
                  .begun_by = row.id<Staff>(4),
                  .begun_at = row.instant(5)};
  for (const auto theme : split(row.text(3), '\n'))
    if (!theme.empty()) plan.themes.emplace_back(theme);
  return plan;
}

constexpr db::Fragment select_items =
    "select i.id, i.plan_id, i.position, i.theme, i.words, i.success, i.their_owners, i.due_on, i.is_asked, "
    "i.state, i.outcome, i.closed_on, i.carried_from, i.carried_count, i.made_by, i.made_at, i.changed_by, "
    "i.changed_at, i.version, n.id from plan_items i left join plan_items n on n.institution_id = "
    "i.institution_id and n.carried_from = i.id ";

PlanItem read_item(const db::Row& row) {
  return {.id = row.id<PlanItem>(0),
          .plan = row.id<ActionPlan>(1),
          .position = row.number(2),
          .theme = row.string(3),
          .words = row.string(4),
          .success = row.string(5),
          .their_owners = row.string(6),
          .due_on = row.optional_date(7),
          .is_asked = row.flag(8),
          .state = item_state_of(row.text(9)).value_or(ItemState::open),
          .outcome = row.string(10),
          .closed_on = row.optional_date(11),
          .carried_from = row.optional_id<PlanItem>(12),
          .carried_to = row.optional_id<PlanItem>(19),
          .carried_count = row.number(13),
          .made_by = row.id<Staff>(14),
          .made_at = row.instant(15),
          .changed_by = row.id<Staff>(16),
          .changed_at = row.instant(17),
          .version = row.number(18)};
}

constexpr db::Fragment select_owners =
    "select o.plan_item_id, coalesce(case when p.dropped_at is null then p.staff_id end, o.staff_id), "
    "o.staff_id, o.promise_id, p.kept_at, p.dropped_at from plan_item_owners o join plan_items i on "
    "i.institution_id = o.institution_id and i.id = o.plan_item_id left join promises p on p.institution_id "
    "= "
    "o.institution_id and p.id = o.promise_id ";
constexpr db::Fragment select_people =
    "select o.plan_item_id, o.person_id from plan_item_people o join plan_items i on i.institution_id = "
    "o.institution_id and i.id = o.plan_item_id ";

/// Puts owners and people to their items.
class Items {
 public:
  explicit Items(std::vector<PlanItem> items) : items_(std::move(items)) {
    for (std::size_t at = 0; at < items_.size(); ++at) places_.emplace(items_[at].id.value, at);
  }
  void add_owner(const db::Row& row) {
    if (auto* item = find(row))
      item->owners.push_back({.staff = row.id<Staff>(1),
                              .named = row.id<Staff>(2),
                              .promise = row.optional_id<Promise>(3),
                              .kept_at = row.optional_instant(4),
                              .is_dropped = !row.is_null(5)});
  }
  void add_person(const db::Row& row) {
    if (auto* item = find(row)) item->people.push_back(row.id<Person>(1));
  }
  [[nodiscard]] std::vector<PlanItem> take() && { return std::move(items_); }

 private:
  PlanItem* find(const db::Row& row) {
    const auto found = places_.find(row.integer(0));
    return found == places_.end() ? nullptr : &items_[found->second];
  }
  std::vector<PlanItem> items_;
  std::unordered_map<std::int64_t, std::size_t> places_;
};

std::string lines_of(const std::vector<std::string>& themes) {
  return join(themes, "\n");
}

/// What the history keeps; a version is written once.
void insert_version(db::Writer& writer, Id<Institution> institution, const PlanItem& item, int version,
                    std::string_view owner_words) {
  writer.execute(
      "insert into plan_item_versions (institution_id, plan_item_id, version, theme, words, success, owners, "
      "their_owners, due_on, is_asked, state, outcome, changed_by, changed_at) values ($1, $2, $3, $4, $5, "
      "$6, "
      "$7, $8, $9, $10, $11, $12, $13, $14)",
      institution, item.id, version, item.theme, item.words, item.success, owner_words, item.their_owners,
      item.due_on, item.is_asked ? 1 : 0, code(item.state), item.outcome, item.changed_by, item.changed_at);
}

/// Who has it now, anew.
void put_owners(db::Writer& writer, Id<Institution> institution, const PlanItem& item) {
  writer.execute("delete from plan_item_owners where institution_id = $1 and plan_item_id = $2", institution,
                 item.id);
  int position = 0;
  for (const auto& owner : item.owners)  // at most six
    writer.execute(
        "insert into plan_item_owners (institution_id, plan_item_id, staff_id, position, promise_id) values "
        "($1, $2, $3, $4, $5)",
        institution, item.id, owner.named, ++position, owner.promise);
  writer.execute("delete from plan_item_people where institution_id = $1 and plan_item_id = $2", institution,
                 item.id);
  for (const auto person : item.people)  // a few
    writer.execute(
        "insert into plan_item_people (institution_id, plan_item_id, person_id) values ($1, $2, $3)",
        institution, item.id, person);
}

}  // namespace

std::optional<ActionPlan> find(db::Reader& reader, Id<Institution> institution, Id<OrgUnit> unit,
                               int academic_year) {
  return reader.one(db::concat<select_plans, "p.org_unit_id = $2 and p.academic_year = $3">, read_plan,
                    institution, unit, academic_year);
}

std::optional<ActionPlan> find(db::Reader& reader, Id<Institution> institution, Id<ActionPlan> id) {
  return reader.one(db::concat<select_plans, "p.id = $2">, read_plan, institution, id);
}

std::vector<ActionPlan> of_year(db::Reader& reader, Id<Institution> institution, int academic_year) {
  return reader.all(db::concat<select_plans, "p.academic_year = $2 order by p.org_unit_id limit 2000">,
                    read_plan, institution, academic_year);
}

std::vector<int> years_of(db::Reader& reader, Id<Institution> institution, Id<OrgUnit> unit) {
  return reader.all(
      "select academic_year from action_plans where institution_id = $1 and org_unit_id = $2 order by "
      "academic_year desc limit 50",
      [](const db::Row& row) { return row.number(0); }, institution, unit);
}

Id<ActionPlan> insert(db::Writer& writer, Id<Institution> institution, const ActionPlan& plan,
                      std::optional<Id<PlanTemplate>> from) {
  return writer.insert<ActionPlan>(
      "insert into action_plans (institution_id, org_unit_id, academic_year, themes, template_id, begun_by, "
      "begun_at) values ($1, $2, $3, $4, $5, $6, $7) returning id",
      institution, plan.unit, plan.academic_year, lines_of(plan.themes), from, plan.begun_by, plan.begun_at);
}

std::vector<PlanItem> items_of(db::Reader& reader, Id<Institution> institution, Id<ActionPlan> plan) {
  Items items(
      reader.all(db::concat<select_items,
                            "where i.institution_id = $1 and i.plan_id = $2 order by i.position, i.id "
                            "limit 500">,
                 read_item, institution, plan));
  reader.each(
      db::concat<select_owners,
                 "where o.institution_id = $1 and i.plan_id = $2 order by o.plan_item_id, o.position limit "
                 "5000">,
      [&](const db::Row& row) { items.add_owner(row); }, institution, plan);
  reader.each(
      db::concat<select_people,
                 "where o.institution_id = $1 and i.plan_id = $2 order by o.plan_item_id, o.person_id limit "
                 "5000">,
      [&](const db::Row& row) { items.add_person(row); }, institution, plan);
  return std::move(items).take();
}

std::vector<PlanItem> items_of_year(db::Reader& reader, Id<Institution> institution, int academic_year) {
  Items items(reader.all(
      db::concat<select_items,
                 "join action_plans a on a.institution_id = i.institution_id and a.id = i.plan_id where "
                 "i.institution_id = $1 and a.academic_year = $2 order by i.plan_id, i.position, i.id limit "
                 "5000">,
      read_item, institution, academic_year));
  reader.each(
      db::concat<select_owners,
                 "join action_plans a on a.institution_id = i.institution_id and a.id = i.plan_id where "
                 "o.institution_id = $1 and a.academic_year = $2 order by o.plan_item_id, o.position limit "
                 "20000">,
      [&](const db::Row& row) { items.add_owner(row); }, institution, academic_year);
  reader.each(
      db::concat<select_people,
                 "join action_plans a on a.institution_id = i.institution_id and a.id = i.plan_id where "
                 "o.institution_id = $1 and a.academic_year = $2 order by o.plan_item_id, o.person_id limit "
                 "20000">,
      [&](const db::Row& row) { items.add_person(row); }, institution, academic_year);
  return std::move(items).take();
}

std::optional<PlanItem> find_item(db::Reader& reader, Id<Institution> institution, Id<PlanItem> id) {
  Items items(reader.all(db::concat<select_items, "where i.institution_id = $1 and i.id = $2">, read_item,
                         institution, id));
  reader.each(
      db::concat<select_owners, "where o.institution_id = $1 and i.id = $2 order by o.position limit 100">,
      [&](const db::Row& row) { items.add_owner(row); }, institution, id);
  reader.each(
      db::concat<select_people, "where o.institution_id = $1 and i.id = $2 order by o.person_id limit 100">,
      [&](const db::Row& row) { items.add_person(row); }, institution, id);
  auto all = std::move(items).take();
  if (all.empty()) return std::nullopt;
  return std::move(all.front());
}

std::optional<Id<PlanItem>> carried_to(db::Reader& reader, Id<Institution> institution, Id<PlanItem> from) {
  return reader.one(
      "select id from plan_items where institution_id = $1 and carried_from = $2",
      [](const db::Row& row) { return row.id<PlanItem>(0); }, institution, from);
}

int next_position(db::Reader& reader, Id<Institution> institution, Id<ActionPlan> plan) {
  return static_cast<int>(
             reader.count("select max(position) from plan_items where institution_id = $1 and plan_id = $2",
                          institution, plan)) +
         1;
}

Id<PlanItem> insert(db::Writer& writer, Id<Institution> institution, const PlanItem& item,
                    std::string_view owner_words) {
  auto kept = item;
  kept.id = writer.insert<PlanItem>(
      "insert into plan_items (institution_id, plan_id, position, theme, words, success, their_owners, "
      "due_on, "
      "is_asked, state, outcome, closed_on, carried_from, carried_count, made_by, made_at, changed_by, "
      "changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) "
      "returning id",
      institution, item.plan, item.position, item.theme, item.words, item.success, item.their_owners,
      item.due_on, item.is_asked ? 1 : 0, code(item.state), item.outcome, item.closed_on, item.carried_from,
      item.carried_count, item.made_by, item.made_at, item.changed_by, item.changed_at);
  put_owners(writer, institution, kept);
  insert_version(writer, institution, kept, 1, owner_words);
  return kept.id;
}

bool update(db::Writer& writer, Id<Institution> institution, const PlanItem& item,
            std::string_view owner_words) {
  const bool is_first =
      writer.execute(
          "update plan_items set theme = $4, words = $5, success = $6, their_owners = $7, due_on = $8, "
          "is_asked = $9, state = $10, outcome = $11, closed_on = $12, changed_by = $13, changed_at = $14, "
          "version = version + 1 where institution_id = $1 and id = $2 and version = $3",
          institution, item.id, item.version, item.theme, item.words, item.success, item.their_owners,
          item.due_on, item.is_asked ? 1 : 0, code(item.state), item.outcome, item.closed_on, item.changed_by,
          item.changed_at) == 1;
  if (!is_first) return false;
  put_owners(writer, institution, item);
  insert_version(writer, institution, item, item.version + 1, owner_words);
  return true;
}

std::vector<ItemVersion> versions_of(db::Reader& reader, Id<Institution> institution, Id<PlanItem> item) {
  return reader.all(
      "select version, theme, words, success, owners, their_owners, due_on, is_asked, state, outcome, "
      "changed_by, changed_at from plan_item_versions where institution_id = $1 and plan_item_id = $2 order "
      "by "
      "version desc limit 200",
      [](const db::Row& row) {
        return ItemVersion{.version = row.number(0),
                           .theme = row.string(1),
                           .words = row.string(2),
                           .success = row.string(3),
                           .owners = row.string(4),
                           .their_owners = row.string(5),
                           .due_on = row.optional_date(6),
                           .is_asked = row.flag(7),
                           .state = item_state_of(row.text(8)).value_or(ItemState::open),
                           .outcome = row.string(9),
                           .changed_by = row.id<Staff>(10),
                           .changed_at = row.instant(11)};
      },
      institution, item);
}

std::vector<ItemNote> notes_of(db::Reader& reader, Id<Institution> institution, Id<PlanItem> item) {
  return reader.all(
      "select plan_item_id, words, made_by, made_at from plan_item_notes where institution_id = $1 and "
      "plan_item_id = $2 order by id desc limit 200",
      [](const db::Row& row) {
        return ItemNote{row.id<PlanItem>(0), row.string(1), row.id<Staff>(2), row.instant(3)};
      },
      institution, item);
}

std::vector<NoteCount> note_counts(db::Reader& reader, Id<Institution> institution, Id<ActionPlan> plan) {
  return reader.all(
      "select n.plan_item_id, count(*), max(n.made_at) from plan_item_notes n join plan_items i on "
      "i.institution_id = n.institution_id and i.id = n.plan_item_id where n.institution_id = $1 and "
      "i.plan_id "
      "= $2 group by n.plan_item_id order by n.plan_item_id limit 500",
      [](const db::Row& row) {
        return NoteCount{row.id<PlanItem>(0), row.number(1), row.instant(2)};
      },
      institution, plan);
}

void insert(db::Writer& writer, Id<Institution> institution, const ItemNote& note) {
  writer.execute(
      "insert into plan_item_notes (institution_id, plan_item_id, words, made_by, made_at) values ($1, $2, "
      "$3, "
      "$4, $5)",
      institution, note.item, note.words, note.made_by, note.made_at);
}

std::vector<Minutes> minutes_of(db::Reader& reader, Id<Institution> institution, Id<ActionPlan> plan) {
  return reader.all(
      "select words, interaction_id, made_by, made_at from plan_minutes where institution_id = $1 and "
      "plan_id "
      "= $2 order by id desc limit 50",
      [](const db::Row& row) {
        return Minutes{row.string(0), row.optional_id<Interaction>(1), row.id<Staff>(2), row.instant(3)};
      },
      institution, plan);
}

void insert(db::Writer& writer, Id<Institution> institution, Id<ActionPlan> plan, const Minutes& minutes) {
  writer.execute(
      "insert into plan_minutes (institution_id, plan_id, words, interaction_id, made_by, made_at) values "
      "($1, "
      "$2, $3, $4, $5, $6)",
      institution, plan, minutes.words, minutes.interaction, minutes.made_by, minutes.made_at);
}

std::vector<std::pair<Id<OrgUnit>, Id<PlanItem>>> open_items_of(db::Reader& reader,
                                                                Id<Institution> institution, Id<Staff> staff,
                                                                int academic_year) {
  return reader.all(
      "select a.org_unit_id, i.id from plan_item_owners o join plan_items i on i.institution_id = "
      "o.institution_id and i.id = o.plan_item_id join action_plans a on a.institution_id = i.institution_id "
      "and a.id = i.plan_id left join promises p on p.institution_id = o.institution_id and p.id = "
      "o.promise_id where o.institution_id = $1 and coalesce(case when p.dropped_at is null then p.staff_id "
      "end, o.staff_id) = $2 and a.academic_year = $3 and i.state in ('open', 'under_way') and p.kept_at is "
      "null order by a.org_unit_id, i.position, i.id limit 500",
      [](const db::Row& row) { return std::pair(row.id<OrgUnit>(0), row.id<PlanItem>(1)); }, institution,
      staff, academic_year);
}

}  // namespace rapport::action_plan_store
