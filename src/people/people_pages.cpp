// The list of people and the form for somebody new.
#include "people/people_pages.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "people/people.hpp"
#include "people/people_views.hpp"
#include "people/person_forms.hpp"
#include "scope/submission.hpp"
#include "ui/page.hpp"

namespace rapport::people {
namespace {

constexpr std::size_t same_name_max = 5;

http::Response page(const ui::Visit& visit, std::string title, html::Html content, int status = 200) {
  return ui::show(visit, {.title = std::move(title),
                          .section = ui::Section::people,
                          .content = std::move(content),
                          .status = status});
}

PeopleFilter filter_of(const http::Form& query) {
  return {.text = tidy_line(query.value("q")),
          .unit = std::string(query.value("unit")),
          .is_mine = query.has("mine"),
          .part = std::string(query.value("level")),
          .state = std::string(query.value("state")),
          .whom = whom_of(query.value("who")).value_or(Whom::here),
          .order = people_order_of(query.value("order")).value_or(PeopleOrder::name),
          .page = static_cast<int>(std::clamp(query.number("page").value_or(1), 1L, 100'000L))};
}

std::vector<Id<OrgUnit>> with_descendants(const OrgDirectory& units, std::span<const Id<OrgUnit>> tops) {
  std::vector<Id<OrgUnit>> all;
  for (const auto top : tops)
    for (const auto unit : units.with_descendants(top)) all.push_back(unit);
  return all;
}

/// The units by which the list is narrowed; nothing where it is not.
std::optional<std::vector<Id<OrgUnit>>> units_of(const PeopleFilter& filter, const OrgDirectory& units,
                                                 std::span<const Id<OrgUnit>> portfolio) {
  std::optional<std::vector<Id<OrgUnit>>> wanted;
  if (const auto* unit = units.find_slug(filter.unit)) wanted = units.with_descendants(unit->id);
  if (!filter.is_mine) return wanted;
  auto mine = with_descendants(units, portfolio);
  if (wanted)
    std::erase_if(mine, [&](Id<OrgUnit> unit) {
      return std::find(wanted->begin(), wanted->end(), unit) == wanted->end();
    });
  return mine;
}

std::function<bool(Id<Person>)> wanted_by(const PeopleListPart& part, const PeopleFilter& filter) {
  using Wanted = std::function<bool(Id<Person>)>;
  const auto at_level = part.narrowed && !filter.part.empty() ? part.narrowed(filter.part) : Wanted();
  const auto in_state = part.in_state && !filter.state.empty() ? part.in_state(filter.state) : Wanted();
  if (!at_level || !in_state) return at_level ? at_level : in_state;
  return [at_level, in_state](Id<Person> person) { return at_level(person) && in_state(person); };
}

std::unordered_map<Id<Person>, html::Html> marks_of(const PeopleListPart& part, const PeopleList& list) {
  if (!part.marks) return {};
  std::vector<Id<Person>> shown;
  shown.reserve(list.rows.size());
  for (const auto& row : list.rows) shown.push_back(row.person->id);
  return part.marks(shown);
}

/// People here who are called exactly so.
std::vector<const PersonEntry*> same_name(const PeopleDirectory& people, std::string_view full_name) {
  const auto words = folded_words(full_name);
  if (words.empty()) return {};
  auto found = people.matching(words, LastWord::whole, 100);
  std::erase_if(found, [&](const PersonEntry* person) { return folded_words(person->full_name) != words; });
  if (found.size() > same_name_max) found.resize(same_name_max);
  return found;
}

PersonDraft draft_of(const NewPersonForm& form, const OrgDirectory& units) {
  PersonDraft draft{.title = form.title, .full_name = form.full_name, .addresses = {form.address}};
  if (const auto* unit = units.find_slug(form.unit))
    draft.posts.push_back({.unit = unit->id, .title = form.post_title, .is_main = true});
  return draft;
}

Result<std::string> add_once(Scope& scope, const OrgDirectory& units, const NewPersonForm& form,
                             std::string_view key) {
  return scope.write([&](db::Writer& writer) -> Result<std::string> {
    if (auto earlier = find_submission(writer, scope.institution, key)) return std::move(*earlier);
    const auto added = add(scope, units, draft_of(form, units));
    if (!added) return added.refusal();
    auto location = "/people/" + added->slug;
    record_submission(scope, writer, key, location);
    return location;
  });
}

bool was_stored(Scope& scope, std::string_view key) {
  return scope.read(
      [&](db::Reader& reader) { return find_submission(reader, scope.institution, key).has_value(); });
}

std::vector<Fault> faults_before(const NewPersonForm& form) {
  std::vector<Fault> faults;
  if (form.unit.empty() && !trim(form.post_title).empty())
    faults.push_back({"unit", "Choose the department of this post."});
  if (!form.same_name.empty() && !form.is_another)
    faults.push_back({"is_another", "Somebody of that name is here already. Is it the same person?"});
  return faults;
}

}  // namespace

http::Response show_people(ui::Visit& visit, const PeopleDirectory& people, const OrgDirectory& units,
                           const StaffDirectory& staff, const PeopleListPart& part) {
  PeopleListPage list_page{.filter = filter_of(visit.request.query), .list = {}, .part = part};
  const auto& filter = list_page.filter;
  const auto* viewer = staff.find(visit.scope.viewer.staff);
  const auto portfolio = viewer == nullptr ? std::vector<Id<OrgUnit>>() : viewer->portfolio;
  list_page.list = list(visit.scope, people, units,
                        {.text = filter.text,
                         .units = units_of(filter, units, portfolio),
                         .is_wanted = wanted_by(part, filter),
                         .whom = filter.whom,
                         .order = filter.order,
                         .page = filter.page});
  list_page.marks = marks_of(part, list_page.list);
  list_page.has_portfolio = !portfolio.empty() || filter.is_mine;
  list_page.has_anybody = people.size() > 0;
  return page(visit, "People", people_list_view(visit, units, list_page));
}

http::Response new_person(ui::Visit& visit, const OrgDirectory& units) {
  if (!may_write(visit.scope.viewer)) return ui::show_refusal(visit, only_reads());
  const NewPersonForm form{.title = {},
                           .full_name = tidy_line(visit.request.query.value("name")),
                           .address = {},
                           .unit = std::string(visit.request.query.value("unit")),
                           .post_title = {},
                           .same_name = {}};
  return page(visit, "Add a person", new_person_view(visit, units, form, {}));
}

http::Response create_person(ui::Visit& visit, const PeopleDirectory& people, const OrgDirectory& units) {
  if (!may_write(visit.scope.viewer)) return ui::show_refusal(visit, only_reads());
  const auto sent = visit.request.form();
  const auto key = sent.value("key");
  auto form = typed_new_person(sent);
  // Sent twice, the person of the first time is no namesake.
  if (!was_stored(visit.scope, key)) form.same_name = same_name(people, form.full_name);
  auto faults = faults_before(form);
  if (faults.empty()) {
    const auto location = add_once(visit.scope, units, form, key);
    if (location)
      return ui::go(visit, *location, tidy_line(form.full_name) + " is here now. Start with hello.");
    if (location.refusal().kind != Refusal::Kind::invalid) return ui::show_refusal(visit, location.refusal());
    faults = location.refusal().faults;
  }
  return page(visit, "Add a person", new_person_view(visit, units, form, faults), 422);
}

}  // namespace rapport::people
