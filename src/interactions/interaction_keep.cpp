// The steps that recording, correcting and withdrawing share.
#include "interactions/interaction_keep.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "db/full_text.hpp"
#include "interactions/interaction_words.hpp"
#include "interactions/promise_store.hpp"
#include "people/person_contact.hpp"

namespace rapport::interactions {
namespace {

using interaction_store::Row;

void tidy_texts(InteractionDraft& draft) {
  draft.note = tidy(draft.note);
  draft.place = tidy_line(draft.place);
  for (auto& topic : draft.topics) topic = tidy_line(topic);
  for (auto& promise : draft.promises) promise.words = tidy_line(promise.words);
  for (auto& participant : draft.people) participant.aside = tidy_line(participant.aside);
}

Result<Done> resolve_people(const Directory& directory, InteractionDraft& draft) {
  std::vector<Participant> resolved;
  for (auto& participant : draft.people) {
    const auto* person = directory.people.find(participant.person);
    if (person == nullptr)
      return invalid("people", "One of the people is not here any more. Choose them again.");
    if (std::ranges::count(resolved, person->id, &Participant::person) > 0) continue;
    resolved.push_back({person->id, std::move(participant.aside)});
  }
  draft.people = std::move(resolved);
  return Done{};
}

Result<Done> fill_in_staff(const Scope& scope, const Directory& directory, InteractionDraft& draft) {
  if (draft.staff.empty()) draft.staff.push_back(scope.viewer.staff);
  std::vector<Id<Staff>> distinct;
  for (const auto staff : draft.staff) {
    if (directory.staff.find(staff) == nullptr)
      return invalid("staff", "One of the colleagues is not known here.");
    if (std::ranges::count(distinct, staff) == 0) distinct.push_back(staff);
  }
  draft.staff = std::move(distinct);
  return Done{};
}

Result<Done> fill_in_kind(const Directory& directory, InteractionDraft& draft) {
  const auto* kind =
      draft.kind ? directory.vocabulary.find(*draft.kind) : directory.vocabulary.find_kind("meeting");
  if (kind == nullptr) return invalid("kind", "Choose how it happened.");
  draft.kind = kind->id;
  if (!draft.is_two_way) draft.is_two_way = kind->is_two_way;
  return Done{};
}

std::vector<std::string> topic_names(const Directory& directory, const std::vector<Id<Topic>>& topics,
                                     const std::vector<std::string>& drafted) {
  if (!drafted.empty()) return drafted;
  std::vector<std::string> names;
  for (const auto id : topics)
    if (const auto* topic = directory.vocabulary.find(id)) names.push_back(topic->name);
  return names;
}

}  // namespace

Result<Row> prepare(const Scope& scope, const Directory& directory, const InteractionDraft& draft) {
  Row row{.draft = draft,
          .people = {},
          .topics = {},
          .team = scope.viewer.team,
          .recorded_by = scope.viewer.staff,
          .recorded_at = scope.now};
  auto& whole = row.draft;
  tidy_texts(whole);
  std::erase_if(whole.topics, [](const std::string& topic) { return topic.empty(); });
  if (auto faults = faults_of(whole, scope.today); !faults.empty()) return invalid(std::move(faults));
  if (auto done = fill_in_kind(directory, whole); !done) return std::move(done).refusal();
  if (auto done = resolve_people(directory, whole); !done) return std::move(done).refusal();
  if (auto done = fill_in_staff(scope, directory, whole); !done) return std::move(done).refusal();
  if (whole.org_unit && directory.org.find(*whole.org_unit) == nullptr)
    return invalid("org_unit", "That department is not here any more. Choose another.");
  for (const auto& participant : whole.people) row.people.push_back(participant.person);
  return row;
}

Row row_of(const Interaction& interaction, const Directory& directory) {
  Row row{.draft = {.kind = interaction.kind,
                    .happened_on = interaction.happened_on,
                    .place = interaction.place,
                    .note = interaction.note,
                    .visibility = interaction.visibility,
                    .org_unit = interaction.org_unit,
                    .staff = interaction.staff},
          .people = interaction.people,
          .topics = interaction.topics,
          .team = interaction.team,
          .recorded_by = interaction.recorded_by,
          .recorded_at = interaction.recorded_at};
  for (const auto person : interaction.people) row.draft.people.push_back({person});
  row.draft.topics = topic_names(directory, interaction.topics, {});
  return row;
}

void find_topics(Scope& scope, db::Writer& writer, const Directory& directory, Row& row) {
  row.topics.clear();
  for (const auto& name : row.draft.topics) {
    const auto* known = directory.vocabulary.find_topic(name);
    const auto id = known != nullptr
                        ? known->id
                        : interaction_store::find_or_insert_topic(writer, scope.institution, name);
    if (std::ranges::count(row.topics, id) == 0) row.topics.push_back(id);
  }
}

Id<Interaction> insert_interaction(Scope& scope, db::Writer& writer, const Directory& directory, Row& row,
                                   ContactChanges& changes) {
  find_topics(scope, writer, directory, row);
  const auto id = interaction_store::insert(writer, scope.institution, row);
  link(scope, writer, id, row, changes);
  return id;
}

std::vector<Id<Promise>> insert_promises(Scope& scope, db::Writer& writer, Id<Interaction> id,
                                         const Row& row) {
  std::vector<Id<Promise>> ids;
  const auto first_person = row.people.empty() ? std::nullopt : std::optional(row.people.front());
  ids.reserve(row.draft.promises.size());
  for (const auto& promise : row.draft.promises) {
    ids.push_back(promise_store::insert(writer, scope.institution,
                                        {.interaction = id,
                                         .side = promise.side,
                                         .staff = row.recorded_by,
                                         .person = promise.person ? promise.person : first_person,
                                         .words = promise.words,
                                         .made_on = std::min(row.draft.happened_on, scope.today),
                                         .due_on = promise.due_on}));
  }
  return ids;
}

void link(Scope& scope, db::Writer& writer, Id<Interaction> id, const Row& row, ContactChanges& changes) {
  const auto& draft = row.draft;
  auto units = people::units_on(writer, scope.institution, row.people, draft.happened_on);
  if (draft.org_unit && std::ranges::count(units, *draft.org_unit) == 0) units.push_back(*draft.org_unit);
  interaction_store::insert_links(writer, scope.institution, id, row, units);
  changes.note(draft.happened_on, row.people, units);
  const bool is_counted = draft.visibility != Visibility::restricted;
  const bool is_contact = is_counted && draft.happened_on <= scope.today;
  for (const auto person : row.people) {
    if (is_counted)
      for (const auto staff : draft.staff)
        interaction_store::count_acquaintance(writer, scope.institution, person, staff, draft.happened_on);
    people::note_contact(writer, scope.institution, person,
                         is_contact ? std::optional(draft.happened_on) : std::nullopt);
  }
}

void index_words(Scope& scope, db::Writer& writer, const Directory& directory, Id<Interaction> id,
                 const Row& row) {
  const auto& draft = row.draft;
  db::put_document(writer, scope.institution, document_number(draft.happened_on, id),
                   words_of(draft.note, draft.place, topic_names(directory, row.topics, draft.topics)));
}

void unlink(Scope& scope, db::Writer& writer, const Directory& directory, const Interaction& interaction,
            ContactChanges& changes) {
  changes.note(interaction.happened_on, interaction.people,
               interaction_store::units_of(writer, scope.institution, interaction.id));
  interaction_store::erase_links(writer, scope.institution, interaction.id);
  db::remove_document(
      writer, scope.institution, document_number(interaction.happened_on, interaction.id),
      words_of(interaction.note, interaction.place, topic_names(directory, interaction.topics, {})));
  for (const auto person : interaction.people) {
    if (interaction.visibility != Visibility::restricted)
      for (const auto staff : interaction.staff)
        interaction_store::uncount_acquaintance(writer, scope.institution, person, staff);
    people::set_last_contact(writer, scope.institution, person,
                             interaction_store::last_day_of(writer, scope, person));
  }
}

}  // namespace rapport::interactions
