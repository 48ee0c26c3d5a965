// Empties conversations.
#include "interactions/forget_store.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/text.hpp"
#include "db/full_text.hpp"
#include "interactions/contact_changes.hpp"
#include "interactions/id_list.hpp"
#include "interactions/interaction_store.hpp"
#include "interactions/interaction_words.hpp"

namespace rapport::interactions {
namespace {

/// What a conversation says, and what its place in the search index hangs on.
struct Said {
  Id<Interaction> id = {};
  Date happened_on = {};
  std::string note = {};
  std::string place = {};
  std::string line = {};
  std::string withdrawn_because = {};
  std::vector<Id<Topic>> topics = {};
  bool is_withdrawn = false;
  bool needs_sorting = false;
};

constexpr db::Fragment select_said =
    "select id, happened_on, note, place, line, coalesce(withdrawn_because, ''), topics, withdrawn_at, "
    "needs_sorting from interactions where institution_id = $1 and ";

Said read_said(const db::Row& row) {
  return {.id = row.id<Interaction>(0),
          .happened_on = row.date(1),
          .note = row.string(2),
          .place = row.string(3),
          .line = row.string(4),
          .withdrawn_because = row.string(5),
          .topics = ids_of<Topic>(row.text(6)),
          .is_withdrawn = !row.is_null(7),
          .needs_sorting = row.flag(8)};
}

std::optional<Said> find_said(db::Reader& reader, Id<Institution> institution, Id<Interaction> id) {
  return reader.one(db::concat<select_said, "id = $2">, read_said, institution, id);
}

std::string document_of(db::Reader& reader, Id<Institution> institution, const Said& said) {
  std::vector<std::string> topics;
  for (const auto topic : said.topics)  // a few
    if (auto name = reader.one(
            "select name from topics where institution_id = $1 and id = $2",
            [](const db::Row& row) { return row.string(0); }, institution, topic))
      topics.push_back(std::move(*name));
  return words_of(said.note, said.place, topics);
}

/// A contentless index is told what stood there before.
void change(db::Writer& writer, Id<Institution> institution, const Said& before, const Said& after) {
  if (!before.is_withdrawn) {
    const auto number = document_number(before.happened_on, before.id);
    db::remove_document(writer, institution, number, document_of(writer, institution, before));
    db::put_document(writer, institution, number, document_of(writer, institution, after));
  }
  writer.execute(
      "update interactions set note = $3, place = $4, line = $5, withdrawn_because = case when "
      "withdrawn_because is null then null else $6 end, needs_sorting = $7, version = version + 1 where "
      "institution_id = $1 and id = $2",
      institution, before.id, after.note, after.place, after.line, after.withdrawn_because,
      after.needs_sorting);
}

void empty_said(db::Writer& writer, Id<Institution> institution, const Said& said) {
  auto empty = said;
  empty.note = empty.place = empty.line = empty.withdrawn_because = "";
  empty.needs_sorting = false;
  change(writer, institution, said, empty);
}

void forget_history(db::Writer& writer, Id<Institution> institution, Id<Interaction> id) {
  writer.execute("delete from interaction_versions where institution_id = $1 and interaction_id = $2",
                 institution, id);
}

/// Nobody goes to a meeting with somebody who asked to be forgotten.
void withdraw_ahead(db::Writer& writer, const Erasing& erasing, const Said& said) {
  if (said.is_withdrawn || said.happened_on <= erasing.today) return;
  const auto institution = erasing.institution;
  auto silent = said;
  silent.note = silent.place = "";
  db::remove_document(writer, institution, document_number(said.happened_on, said.id),
                      document_of(writer, institution, silent));
  ContactChanges changes;
  std::vector<Id<Person>> people;
  people.reserve(erasing.records.size());
  for (const auto& record : erasing.records) people.push_back(record.id);
  changes.note(said.happened_on, people, interaction_store::units_of(writer, institution, said.id));
  changes.write(writer, institution);
  interaction_store::erase_links(writer, institution, said.id);
  interaction_store::set_withdrawn(writer, institution, said.id, erasing.at, erasing.by, "");
  interaction_store::insert_change(writer, institution, said.id);
}

void forget_alone(db::Writer& writer, const Erasing& erasing, Id<Interaction> id) {
  const auto said = find_said(writer, erasing.institution, id);
  if (!said) return;
  empty_said(writer, erasing.institution, *said);
  forget_history(writer, erasing.institution, id);
  // The key of a form or of a row of a file is a number of its own, or a hash of the row.
  writer.execute(
      "update interactions set source_key = null where institution_id = $1 and id = $2 and source_key not "
      "like "
      "'import:%'",
      erasing.institution, id);
  withdraw_ahead(writer, erasing, *said);
}

/// The line as typed says nothing that its parts do not, once it is sorted out; it may name the person by
/// half a name.
void forget_shared(db::Writer& writer, const Erasing& erasing, Id<Interaction> id) {
  forget_history(writer, erasing.institution, id);
  const auto said = find_said(writer, erasing.institution, id);
  if (!said) return;
  if (erasing.takes_shared_words) return empty_said(writer, erasing.institution, *said);
  auto after = *said;
  if (!said->needs_sorting) after.line = "";
  change(writer, erasing.institution, *said, after);
}

void forget_promises(db::Writer& writer, const Erasing& erasing) {
  for (const auto& record : erasing.records)
    writer.execute(
        "update promises set words = '', dropped_at = case when kept_at is null then coalesce(dropped_at, "
        "$3) "
        "else dropped_at end, version = version + 1 where institution_id = $1 and person_id = $2",
        erasing.institution, record.id, erasing.at);
  for (const auto id : erasing.alone)
    writer.execute(
        "update promises set words = '', dropped_at = case when kept_at is null then coalesce(dropped_at, "
        "$3) "
        "else dropped_at end, version = version + 1 where institution_id = $1 and interaction_id = $2",
        erasing.institution, id, erasing.at);
  erase_names<1, 1>(
      writer, erasing, "select id, words from promises where institution_id = $1 and lower(words) like $2",
      "update promises set words = $3, version = version + 1 where institution_id = $1 and id = "
      "$2");
}

/// Names in what was said with others.
void erase_names_elsewhere(db::Writer& writer, const Erasing& erasing) {
  const auto without = [&](const std::string& text) {
    return erasing.names.taken_out_of(text).value_or(text);
  };
  for (const auto& pattern : erasing.names.patterns()) {
    const auto found =
        writer.all(db::concat<select_said,
                              "(lower(note) like $2 or lower(place) like $2 or lower(line) like $2 or "
                              "lower(withdrawn_because) like $2) order by id">,
                   read_said, erasing.institution, pattern);
    for (const auto& said : found) {
      auto after = said;
      for (auto* text : {&after.note, &after.place, &after.line, &after.withdrawn_because})
        *text = without(*text);
      change(writer, erasing.institution, said, after);
    }
  }
  erase_names<2, 1>(
      writer, erasing,
      "select person_id, interaction_id, aside from interaction_persons where institution_id = "
      "$1 and aside <> '' and lower(aside) like $2",
      "update interaction_persons set aside = $4 where institution_id = $1 and person_id = $2 and "
      "interaction_id = $3");
  erase_names<2, 2>(
      writer, erasing,
      "select interaction_id, version, content, because from interaction_versions where "
      "institution_id = $1 and (lower(content) like $2 or lower(because) like $2)",
      "update interaction_versions set content = $4, because = $5 where institution_id = $1 and "
      "interaction_id = $2 and version = $3");
}

/// Everybody of a list is among them.
bool are_all_of(std::string_view people, std::span<const Id<Person>> records) {
  return std::ranges::all_of(ids_of<Person>(people),
                             [&](Id<Person> one) { return std::ranges::count(records, one) > 0; });
}
bool is_any_of(std::string_view people, std::span<const Id<Person>> records) {
  return std::ranges::any_of(ids_of<Person>(people),
                             [&](Id<Person> one) { return std::ranges::count(records, one) > 0; });
}

}  // namespace

ErasedConversations conversations_of(db::Reader& reader, Id<Institution> institution,
                                     std::span<const Id<Person>> records) {
  ErasedConversations found;
  const auto add = [&](Id<Interaction> id, std::string_view people) {
    (are_all_of(people, records) ? found.alone : found.shared).push_back(id);
  };
  for (const auto record : records) {
    auto& days = found.days.emplace_back();
    reader.each(
        "select l.happened_on, i.id, i.people from interaction_persons l join interactions i on "
        "i.institution_id = l.institution_id and i.id = l.interaction_id where l.institution_id = $1 and "
        "l.person_id = $2 order by l.happened_on, l.interaction_id",
        [&](const db::Row& row) {
          if (days.empty() || days.back() != row.date(0)) days.push_back(row.date(0));
          add(row.id<Interaction>(1), row.text(2));
        },
        institution, record);
  }
  reader.each(
      "select id, people from interactions where institution_id = $1 and withdrawn_at is not null order by "
      "id",
      [&](const db::Row& row) {
        if (is_any_of(row.text(1), records)) add(row.id<Interaction>(0), row.text(1));
      },
      institution);
  for (auto* list : {&found.alone, &found.shared}) {  // two records in one conversation
    std::ranges::sort(*list);
    list->erase(std::unique(list->begin(), list->end()), list->end());
  }
  return found;
}

void forget(db::Writer& writer, const Erasing& erasing) {
  // Each by key: the index of words is told of each by itself.
  for (const auto id : erasing.alone) forget_alone(writer, erasing, id);
  for (const auto id : erasing.shared) forget_shared(writer, erasing, id);
  for (const auto& record : erasing.records) {
    writer.execute(
        "update interaction_persons set aside = '' where institution_id = $1 and person_id = $2 and aside <> "
        "''",
        erasing.institution, record.id);
    writer.execute("delete from acquaintances where institution_id = $1 and person_id = $2",
                   erasing.institution, record.id);
  }
  if (erasing.takes_shared_words)
    for (const auto id : erasing.shared)
      writer.execute(
          "update interaction_persons set aside = '' where institution_id = $1 and interaction_id = $2",
          erasing.institution, id);
  forget_promises(writer, erasing);
  erase_names_elsewhere(writer, erasing);
}

}  // namespace rapport::interactions
