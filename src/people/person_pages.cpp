// The edit page of one person: each of its forms to the front door and back.
#include "base/text.hpp"
#include "organisation/typed_date.hpp"
#include "people/people.hpp"
#include "people/people_pages.hpp"
#include "people/person_forms.hpp"
#include "scope/submission.hpp"
#include "ui/page.hpp"

namespace rapport::people {
namespace {

/// Months until a way of working is asked about again, unless somebody says otherwise.
constexpr int review_months = 12;

EditForms forms_of(const PersonDetails& details, Date today) {
  return {.person = person_form_of(details),
          .post = {},
          .way = {.statement = {},
                  .source = {},
                  .stated_on = today.iso(),
                  .review_on = today.plus_months(review_months).iso()},
          .left_on = today.iso(),
          .faults = {},
          .kept_meanwhile = {}};
}

http::Response edit_page(const ui::Visit& visit, const OrgDirectory& units, const PersonDetails& details,
                         const EditForms& forms, int status = 200) {
  return ui::show(visit, {.title = "Edit " + details.person.full_name,
                          .section = ui::Section::people,
                          .content = edit_person_view(visit, units, details, forms),
                          .person = details.person.slug,
                          .status = status});
}

/// A fault under the name of the field that shows it.
std::vector<Fault> shown_faults(const Refusal& refusal) {
  auto faults = refusal.faults;
  if (faults.empty()) faults.push_back({"", refusal.message});
  for (auto& fault : faults)
    if (fault.field == "names") fault.field = "also";
  return faults;
}

/// Where a form of the edit page was refused: the page again with everything typed, or a page of its own.
http::Response refused(const ui::Visit& visit, const OrgDirectory& units, const PersonDetails& details,
                       EditForms forms, const Refusal& refusal) {
  const bool is_shown_in_form =
      refusal.kind == Refusal::Kind::invalid || refusal.kind == Refusal::Kind::conflict;
  if (!is_shown_in_form) return ui::show_refusal(visit, refusal);
  forms.faults = shown_faults(refusal);
  return edit_page(visit, units, details, forms, refusal.kind == Refusal::Kind::conflict ? 409 : 422);
}

Result<PersonDetails> details_of(ui::Visit& visit) {
  if (!may_write(visit.scope.viewer)) return only_reads();
  return get(visit.scope, visit.request.parameter("person"));
}

http::Response back_to_form(ui::Visit& visit, const PersonDetails& details, std::string_view part,
                            std::string_view message) {
  return ui::go(visit, "/people/" + details.person.slug + "/edit#" + std::string(part), message);
}

/// The id in the path; 0, which nothing has, where it is no number.
template <class Tag>
Id<Tag> id_in_path(const ui::Visit& visit, std::string_view name) {
  http::Form path;
  path.add("id", std::string(visit.request.parameter(name)));
  return {path.number("id").value_or(0)};
}

/// What most forms of the page do: find the person, run `work(details, form)`, and show what came of it.
/// `keep` puts what was typed into the forms.
template <class Work, class Keep>
http::Response act(ui::Visit& visit, const OrgDirectory& units, std::string_view part,
                   std::string_view message, Work&& work, Keep&& keep) {
  const auto details = details_of(visit);
  if (!details) return ui::show_refusal(visit, details.refusal());
  const auto form = visit.request.form();
  const Result<Done> done = work(*details, form);
  if (done) return back_to_form(visit, *details, part, message);
  auto forms = forms_of(*details, visit.scope.today);
  keep(forms, form);
  return refused(visit, units, *details, std::move(forms), done.refusal());
}

void keep_nothing(EditForms&, const http::Form&) {}

/// Runs `work()` unless a form with this key was stored before.
template <class Work>
Result<Done> once(Scope& scope, const http::Form& form, Work&& work) {
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    if (find_submission(writer, scope.institution, form.value("key"))) return Done{};
    const auto made = work();
    if (!made) return made.refusal();
    record_submission(scope, writer, form.value("key"), "");
    return Done{};
  });
}

Result<Done> add_typed_post(Scope& scope, const OrgDirectory& units, const PersonDetails& details,
                            const http::Form& form) {
  const auto typed = typed_post(form);
  const auto* unit = units.find_slug(typed.unit);
  if (unit == nullptr) return invalid("unit", "Choose a department from the list.");
  const auto valid_from = typed_date(form, "valid_from");
  if (!valid_from) return valid_from.refusal();
  return once(scope, form, [&] {
    return add_post(
        scope, units, details.person.id,
        {.unit = unit->id, .title = typed.post_title, .is_main = typed.is_main, .valid_from = *valid_from});
  });
}

Result<Done> add_typed_way(Scope& scope, const PersonDetails& details, const http::Form& form) {
  const auto stated_on = typed_date(form, "stated_on");
  if (!stated_on) return stated_on.refusal();
  const auto review_on = typed_date(form, "review_on");
  if (!review_on) return review_on.refusal();
  const auto typed = typed_way(form);
  return once(scope, form, [&] {
    return add_way(scope, details.person.id,
                   {.statement = typed.statement,
                    .source = typed.source,
                    .stated_on = stated_on->value_or(scope.today),
                    .review_on = *review_on});
  });
}

/// The day in a field whose name has the row's number, as several rows have such a field. A fault keeps that
/// name.
template <class Work>
Result<Done> with_day(const http::Form& form, const std::string& field, Work&& work) {
  const auto day = typed_date(form, field);
  if (!day) return day.refusal();
  Result<Done> done = work(*day);
  if (done || done.refusal().faults.empty()) return done;
  return invalid(field, done.refusal().message);
}

}  // namespace

http::Response edit_person(ui::Visit& visit, const OrgDirectory& units) {
  const auto details = details_of(visit);
  if (!details) return ui::show_refusal(visit, details.refusal());
  return edit_page(visit, units, *details, forms_of(*details, visit.scope.today));
}

http::Response update_person(ui::Visit& visit, const OrgDirectory& units) {
  const auto details = details_of(visit);
  if (!details) return ui::show_refusal(visit, details.refusal());
  const auto typed = typed_person(visit.request.form());
  const auto done = update(visit.scope, details->person.id, typed.edition, draft_of(typed, *details));
  if (done) return ui::go(visit, "/people/" + details->person.slug, "Saved.");
  auto forms = forms_of(*details, visit.scope.today);
  const auto kept = forms.person;
  forms.person = typed;
  if (done.refusal().kind == Refusal::Kind::conflict) {
    // Whoever saves again has seen both.
    forms.person.edition = kept.edition;
    forms.kept_meanwhile = kept;
  }
  return refused(visit, units, *details, std::move(forms), done.refusal());
}

http::Response create_post(ui::Visit& visit, const OrgDirectory& units) {
  return act(
      visit, units, "posts", "Post added.",
      [&](const PersonDetails& details, const http::Form& form) {
        return add_typed_post(visit.scope, units, details, form);
      },
      [](EditForms& forms, const http::Form& form) { forms.post = typed_post(form); });
}

http::Response end_person_post(ui::Visit& visit, const OrgDirectory& units) {
  const auto post = id_in_path<Post>(visit, "post");
  const auto field = "ended_on-" + std::to_string(post.value);
  return act(
      visit, units, "posts", "Post ended.",
      [&](const PersonDetails& details, const http::Form& form) {
        return with_day(form, field, [&](std::optional<Date> on) {
          return end_post(visit.scope, details.person.id, post, on.value_or(visit.scope.today));
        });
      },
      keep_nothing);
}

http::Response make_post_main(ui::Visit& visit, const OrgDirectory& units) {
  return act(
      visit, units, "posts", "That is the main post now.",
      [&](const PersonDetails& details, const http::Form&) {
        return make_main(visit.scope, details.person.id, id_in_path<Post>(visit, "post"));
      },
      keep_nothing);
}

http::Response create_way(ui::Visit& visit, const OrgDirectory& units) {
  return act(
      visit, units, "ways", "Added.",
      [&](const PersonDetails& details, const http::Form& form) {
        return add_typed_way(visit.scope, details, form);
      },
      [](EditForms& forms, const http::Form& form) { forms.way = typed_way(form); });
}

http::Response review_person_way(ui::Visit& visit, const OrgDirectory& units) {
  const auto way = id_in_path<WayOfWorking>(visit, "way");
  const auto field = "review_on-" + std::to_string(way.value);
  return act(
      visit, units, "ways", "Still so. Thank you for asking.",
      [&](const PersonDetails& details, const http::Form& form) {
        return with_day(form, field, [&](std::optional<Date> on) {
          return review_way(visit.scope, details.person.id, way, on);
        });
      },
      keep_nothing);
}

http::Response end_person_way(ui::Visit& visit, const OrgDirectory& units) {
  return act(
      visit, units, "ways", "No longer shown.",
      [&](const PersonDetails& details, const http::Form&) {
        return end_way(visit.scope, details.person.id, id_in_path<WayOfWorking>(visit, "way"));
      },
      keep_nothing);
}

http::Response mark_person_left(ui::Visit& visit, const OrgDirectory& units) {
  return act(
      visit, units, "leaving", "Marked as left.",
      [&](const PersonDetails& details, const http::Form& form) {
        return with_day(form, "left_on", [&](std::optional<Date> on) {
          return mark_left(visit.scope, details.person.id, on.value_or(visit.scope.today));
        });
      },
      [](EditForms& forms, const http::Form& form) { forms.left_on = form.value("left_on"); });
}

http::Response mark_person_returned(ui::Visit& visit, const OrgDirectory& units) {
  return act(
      visit, units, "leaving", "Here again. Add a post if they have a new one.",
      [&](const PersonDetails& details, const http::Form&) {
        return mark_returned(visit.scope, details.person.id);
      },
      keep_nothing);
}

}  // namespace rapport::people
