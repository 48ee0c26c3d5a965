// Merging two records of one person, over HTTP.
#include "people/merging_pages.hpp"

#include <algorithm>
#include <ranges>

#include "base/text.hpp"
#include "people/merging_views.hpp"
#include "people/people.hpp"
#include "ui/page.hpp"

namespace rapport::people {
namespace {

constexpr std::size_t candidates_max = 20;

std::string address_of(const Person& person, std::string_view rest = "") {
  return "/people/" + person.slug + std::string(rest);
}

/// What is looked for at first: everybody with the same family name.
std::string family_name(const Person& person) {
  return person.full_name.substr(person.full_name.rfind(' ') + 1);
}

std::vector<const PersonEntry*> called(const PeopleDirectory& people, std::string_view name, Id<Person> but) {
  auto found = people.matching(folded_words(name), LastWord::prefix, candidates_max, Whom::everybody);
  std::erase_if(found, [&](const PersonEntry* person) { return person->id == but; });
  return found;
}

std::vector<const PersonEntry*> merged_into(const PeopleDirectory& people, Id<Person> remaining) {
  std::vector<const PersonEntry*> records;
  for (const auto record : people.same_person(remaining) | std::views::drop(1))
    records.push_back(people.find_record(record));
  return records;
}

Result<PersonDetails> remaining_of(ui::Visit& visit) {
  if (!may_write(visit.scope.viewer)) return only_reads();
  return get(visit.scope, visit.request.parameter("person"));
}

}  // namespace

http::Response show_merging(ui::Visit& visit, const PeopleDirectory& people, const OrgDirectory& units) {
  auto remaining = remaining_of(visit);
  if (!remaining) return ui::show_refusal(visit, remaining.refusal());
  const auto& query = visit.request.query;
  MergingPage page{.remaining = std::move(*remaining)};
  const auto& person = page.remaining.person;
  page.name = query.has("name") ? std::string(query.value("name")) : family_name(person);
  page.candidates = called(people, page.name, person.id);
  page.merged = merged_into(people, person.id);
  if (query.has("with")) {
    auto duplicate = get(visit.scope, query.value("with"));
    if (!duplicate) return ui::show_refusal(visit, duplicate.refusal());
    if (duplicate->person.id != person.id) page.duplicate = std::move(*duplicate);
  }
  return ui::show(visit, {.title = "The same person twice?",
                          .section = ui::Section::people,
                          .content = merging_view(visit, units, page),
                          .person = person.slug});
}

http::Response create_merging(ui::Visit& visit, const PeopleDirectory& people, const OrgDirectory&) {
  const auto remaining = remaining_of(visit);
  if (!remaining) return ui::show_refusal(visit, remaining.refusal());
  const auto* duplicate = people.find_slug(visit.request.form().value("with"));
  if (duplicate == nullptr) return ui::show_refusal(visit, not_found("That person is not here."));
  const auto name = duplicate->full_name;
  const auto done = merge(visit.scope, remaining->person.id, duplicate->id);
  if (!done) return ui::show_refusal(visit, done.refusal());
  return ui::go(visit, address_of(remaining->person),
                name + " and " + remaining->person.full_name +
                    " are one person now. Nothing was lost, and it can be undone.");
}

http::Response remove_merging(ui::Visit& visit, const PeopleDirectory& people, const OrgDirectory&) {
  const auto remaining = remaining_of(visit);
  if (!remaining) return ui::show_refusal(visit, remaining.refusal());
  const auto record = visit.request.form().value("record");
  const auto merged = merged_into(people, remaining->person.id);
  const auto found = std::ranges::find(merged, record, &PersonEntry::slug);
  if (found == merged.end()) return ui::show_refusal(visit, not_found("That record is a person of its own."));
  const auto done = undo_merge(visit.scope, (*found)->id);
  if (!done) return ui::show_refusal(visit, done.refusal());
  return ui::go(visit, address_of(remaining->person, "/merging"),
                (*found)->full_name + " is a person of their own again.");
}

}  // namespace rapport::people
