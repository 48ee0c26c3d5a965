// Makes the people who are new, then records.
#include "interactions/capture_keep.hpp"

#include <algorithm>
#include <memory>

#include "people/people.hpp"

namespace rapport::interactions {
namespace {

/// What people::add has just made, so that the conversation can name them.
PersonEntry entry_of(const people::Added& added, std::string_view full_name) {
  PersonEntry entry;
  entry.id = added.id;
  entry.slug = added.slug;
  entry.full_name = entry.known_as = full_name;
  return entry;
}

/// Makes everybody new in the reading, each once, and fills them in.
Result<std::vector<PersonEntry>> make_people(Scope& scope, const Directory& directory,
                                             std::vector<CaptureName>& names) {
  std::vector<PersonEntry> made;
  for (auto& name : names) {
    if (!name.is_new || name.person) continue;
    const auto there = std::ranges::find(made, name.new_name, &PersonEntry::full_name);
    if (there != made.end()) {
      name.person = there->id;
      continue;
    }
    const auto added = people::add(scope, directory.org, {.full_name = name.new_name});
    if (!added) return added.refusal();
    name.person = added->id;
    made.push_back(entry_of(*added, name.new_name));
  }
  return made;
}

/// The same where nobody was made: to copy all names takes milliseconds, and others wait for the writer.
std::shared_ptr<const Directory> with_people(const Directory& directory, std::vector<PersonEntry> made) {
  if (made.empty()) return {std::shared_ptr<const Directory>(), &directory};
  auto more = std::make_shared<Directory>(directory);
  more->people = directory.people.with(std::move(made));
  return more;
}

Result<KeptLine> keep_promises(Scope& scope, const Directory& directory, const CaptureReading& reading,
                               const std::string& key) {
  KeptLine kept;
  for (const auto& draft : promise_drafts_of(reading)) {
    const auto own_key =
        key.empty() ? std::optional<std::string>() : key + "-" + std::to_string(kept.promises.size() + 1);
    const auto id = promise(scope, directory, draft, own_key);
    if (!id) return id.refusal();
    kept.promises.push_back(*id);
  }
  return kept;
}

/// Stands for a second sending of a line that made people: rolled back, so that nobody is made twice.
Refusal sent_before() {
  return conflict("sent before");
}

Result<KeptLine> keep_conversation(Scope& scope, const Directory& directory, const CaptureReading& reading,
                                   const std::string& key, bool made_people) {
  auto draft = draft_of(reading, scope.viewer.staff);
  if (!key.empty()) draft.source_key = key;
  const auto recorded = record(scope, directory, draft);
  if (!recorded) return recorded.refusal();
  if (recorded->was_there_already && made_people) return sent_before();
  return KeptLine{recorded->interaction, recorded->promises};
}

Result<KeptLine> keep_with_people(Scope& scope, const Directory& directory, CaptureReading reading,
                                  const std::string& key) {
  auto made = make_people(scope, directory, reading.names);
  if (!made) return made.refusal();
  const bool made_people = !made->empty();
  const auto known = with_people(directory, std::move(*made));
  if (reading.is_promise_only) return keep_promises(scope, *known, reading, key);
  return keep_conversation(scope, *known, reading, key, made_people);
}

/// As it stands, for correcting one thing about it.
InteractionDraft draft_of_kept(Scope& scope, const Directory& directory, const Interaction& row) {
  InteractionDraft draft{.happened_on = row.happened_on};
  draft.kind = row.kind;
  draft.happened_at_time = row.happened_at_time;
  draft.precision = row.precision;
  draft.duration_minutes = row.duration_minutes;
  draft.attendees = row.attendees;
  draft.place = row.place;
  draft.begun_by = row.begun_by;
  draft.is_two_way = row.is_two_way;
  draft.note = row.note;
  draft.visibility = row.visibility;
  draft.org_unit = row.org_unit;
  draft.people = participants(scope, row.id);
  draft.staff = row.staff;
  for (const auto id : row.topics)
    if (const auto* topic = directory.vocabulary.find(id)) draft.topics.push_back(topic->name);
  draft.needs_sorting = row.needs_sorting;
  draft.line = row.line;
  return draft;
}

bool has(const InteractionDraft& draft, Id<Person> person) {
  return std::ranges::any_of(draft.people, [&](const Participant& each) { return each.person == person; });
}

/// Puts the one that was chosen into the conversation.
Result<std::vector<PersonEntry>> add_chosen(Scope& scope, const Directory& directory, InteractionDraft& draft,
                                            const CaptureChoice& choice) {
  const auto reading =
      read_line(draft.line, capture_context(scope, directory, draft.happened_on), {.chosen = {choice}});
  const auto is_it = [&](const CaptureName& name) { return name.key == choice.name && name.is_certain(); };
  const auto found = std::ranges::find_if(reading.names, is_it);
  if (found == reading.names.end()) return not_found("That name is not in the line any more.");
  std::vector<CaptureName> names{*found};
  auto made = make_people(scope, directory, names);
  if (!made) return made;
  if (names[0].person && !has(draft, *names[0].person)) draft.people.push_back({.person = *names[0].person});
  if (names[0].colleague && std::ranges::count(draft.staff, *names[0].colleague) == 0)
    draft.staff.push_back(*names[0].colleague);
  return made;
}

}  // namespace

CaptureContext capture_context(Scope& scope, const Directory& directory, Date today) {
  return {.directory = directory,
          .today = today,
          .me = scope.viewer.staff,
          .nearness = [&scope, &directory](std::span<const Id<Person>> people) {
            return nearness(scope, directory, people);
          }};
}

Result<KeptLine> keep_line(Scope& scope, const Directory& directory, CaptureReading reading,
                           const std::string& key) {
  const bool makes_people = std::ranges::any_of(reading.names, &CaptureName::is_new);
  auto kept = scope.write([&](db::Writer&) { return keep_with_people(scope, directory, reading, key); });
  if (kept.ok() || !makes_people || kept.refusal() != sent_before()) return kept;
  reading.needs_sorting = true;  // without the people; what is there already is found by its key
  return keep_conversation(scope, directory, reading, key, false);
}

std::vector<CaptureName> names_to_sort_out(Scope& scope, const Directory& directory,
                                           const Interaction& interaction) {
  if (!interaction.needs_sorting || interaction.line.empty()) return {};
  auto reading = read_line(interaction.line, capture_context(scope, directory, interaction.happened_on));
  const auto is_settled = [&](const CaptureName& name) {
    const auto is_there = [&](const CaptureOffer& offer) {
      return (offer.person && std::ranges::count(interaction.people, *offer.person) > 0) ||
             (offer.colleague && std::ranges::count(interaction.staff, *offer.colleague) > 0);
    };
    return name.is_certain() || name.promise || std::ranges::any_of(name.offers, is_there);
  };
  std::erase_if(reading.names, is_settled);
  return std::move(reading.names);
}

Result<Done> name_person(Scope& scope, const Directory& directory, Id<Interaction> id,
                         const CaptureChoice& choice) {
  const auto row = get(scope, id);
  if (!row) return row.refusal();
  return scope.write([&](db::Writer&) -> Result<Done> {
    auto draft = draft_of_kept(scope, directory, *row);
    auto made = add_chosen(scope, directory, draft, choice);
    if (!made) return made.refusal();
    auto after = *row;
    after.people.clear();
    for (const auto& participant : draft.people) after.people.push_back(participant.person);
    after.staff = draft.staff;
    auto left = names_to_sort_out(scope, directory, after);
    std::erase_if(left, [&](const CaptureName& name) {
      return name.key == choice.name || name.new_key == choice.name;
    });
    draft.needs_sorting = draft.people.empty() || !left.empty();
    const auto corrected =
        correct(scope, *with_people(directory, std::move(*made)), id, row->version, draft, "named");
    if (!corrected) return corrected.refusal();
    return Done{};
  });
}

}  // namespace rapport::interactions
