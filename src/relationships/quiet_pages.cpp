// Answers for who has gone quiet.
#include "relationships/quiet_pages.hpp"

#include <algorithm>

#include "http/form.hpp"
#include "relationships/quiet_views.hpp"
#include "ui/page.hpp"
#include "ui/route_id.hpp"

namespace rapport::quiet {
namespace {

Refusal nobody_here() {
  return not_found("Nobody of that name is here.");
}

const PersonEntry* person_in(const ui::Visit& visit, const Directory& directory) {
  return directory.people.find_slug(visit.request.parameter("person"));
}

/// A path of this site, else the given one.
std::string back_to(const http::Form& form, std::string otherwise) {
  const auto from = form.value("from");
  const bool is_here = from.size() > 1 && from[0] == '/' && from[1] != '/' && from[1] != '\\';
  return is_here ? std::string(from) : std::move(otherwise);
}

QuietFilter filter_of(const ui::Visit& visit) {
  const auto& query = visit.request.query;
  const bool reads_only = visit.scope.viewer.is(Role::director);
  return {.whose = whose_of(query.value("whose")).value_or(reads_only ? Whose::everybody : Whose::mine),
          .unit = std::string(query.value("unit")),
          .shown = shown_of(query.value("show")).value_or(Shown::gone_quiet),
          .page = static_cast<int>(std::clamp(query.number("page").value_or(1), 1L, 100'000L))};
}

std::vector<QuietPerson> page_of(const QuietPeople& found, const QuietFilter& filter) {
  const auto& all = filter.shown == Shown::gone_quiet      ? found.gone_quiet
                    : filter.shown == Shown::worth_a_hello ? found.worth_a_hello
                                                           : found.answered;
  const auto from = std::min(all.size(), static_cast<std::size_t>(filter.page - 1) * quiet_page_size);
  const auto to = std::min(all.size(), from + quiet_page_size);
  return {all.begin() + static_cast<long>(from), all.begin() + static_cast<long>(to)};
}

http::Response person_page(const ui::Visit& visit, const Directory& directory, const PersonEntry& person,
                           const SnoozeForm& form, const std::vector<Fault>& faults) {
  const auto all = explain(visit.scope, directory, person.id);
  return ui::show(visit, {.title = "How often we speak: " + person.display_name(),
                          .section = ui::Section::people,
                          .content = explanation_view(visit, directory, person, all, form, faults),
                          .person = person.slug,
                          .status = faults.empty() ? 200 : 422});
}

}  // namespace

http::Response show_list(const ui::Visit& visit, const Directory& directory) {
  QuietListPage page{.filter = filter_of(visit)};
  QuietQuery query{.whose = page.filter.whose};
  if (const auto* unit = directory.org.find_slug(page.filter.unit))
    query.units = directory.org.with_descendants(unit->id);
  else
    page.filter.unit.clear();
  const auto found = find(visit.scope, directory, query);
  page.gone_quiet = found.gone_quiet.size();
  page.worth_a_hello = found.worth_a_hello.size();
  page.answered = found.answered.size();
  page.lines = lines_of(visit.scope, directory, page_of(found, page.filter));
  return ui::show(visit, {.title = "Gone quiet",
                          .section = ui::Section::people,
                          .content = quiet_list_view(visit, directory, page)});
}

http::Response show_person(const ui::Visit& visit, const Directory& directory) {
  const auto* person = person_in(visit, directory);
  if (person == nullptr) return ui::show_refusal(visit, nobody_here());
  const SnoozeForm form{.until_on = visit.scope.today.plus_days(28).iso(),
                        .from = back_to(visit.request.query, "")};
  return person_page(visit, directory, *person, form, {});
}

http::Response create_snooze(const ui::Visit& visit, const Directory& directory) {
  const auto* person = person_in(visit, directory);
  if (person == nullptr) return ui::show_refusal(visit, nobody_here());
  const auto& sent = visit.request.form();
  const SnoozeForm form{.until_on = std::string(sent.value("until_on")),
                        .reason = std::string(sent.value("reason")),
                        .from = std::string(sent.value("from"))};
  const auto done =
      snooze(visit.scope, directory,
             {.person = person->id, .until_on = Date::parse_iso(form.until_on), .reason = form.reason});
  if (done)
    return ui::go(visit, back_to(sent, "/people/" + person->slug),
                  person->display_name() + " is snoozed until " +
                      short_words(*Date::parse_iso(form.until_on), visit.scope.today) + ".");
  if (done.refusal().kind != Refusal::Kind::invalid) return ui::show_refusal(visit, done.refusal());
  return person_page(visit, directory, *person, form, done.refusal().faults);
}

http::Response create_fine(const ui::Visit& visit, const Directory& directory) {
  const auto* person = person_in(visit, directory);
  if (person == nullptr) return ui::show_refusal(visit, nobody_here());
  const auto& sent = visit.request.form();
  const auto done = leave_as_is(visit.scope, directory, person->id, sent.value("fine_reason"));
  if (done)
    return ui::go(visit, back_to(sent, "/people/" + person->slug),
                  person->display_name() + " is fine as it is, until there is a conversation again.");
  if (done.refusal().kind != Refusal::Kind::invalid) return ui::show_refusal(visit, done.refusal());
  auto faults = done.refusal().faults;
  for (auto& fault : faults) fault.field = "fine_reason";
  return person_page(visit, directory, *person, {.from = std::string(sent.value("from"))}, faults);
}

http::Response remove_answer(const ui::Visit& visit, const Directory& directory) {
  const auto done = take_back(visit.scope, ui::route_id<QuietAnswer>(visit.request, "answer"));
  if (!done) return ui::show_refusal(visit, done.refusal());
  const auto* person = directory.people.find(done->person);
  const auto otherwise = person != nullptr ? "/people/" + person->slug + "/quiet" : std::string("/quiet");
  return ui::go(visit, back_to(visit.request.form(), otherwise), "Taken back.");
}

}  // namespace rapport::quiet
