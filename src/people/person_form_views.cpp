// The forms about one person as HTML.
#include "organisation/unit_choices.hpp"
#include "people/person_forms.hpp"
#include "ui/parts.hpp"

namespace rapport::people {
namespace {

using html::Attribute;
using html::Html;
using html::Url;

using Faults = std::vector<Fault>;

std::string address_of(const PersonDetails& details) {
  return "/people/" + details.person.slug;
}

void open_form(html::Writer& out, const ui::Visit& visit, const std::string& address) {
  out.put<R"(<form class="form" method="post" action="{}">{})">(Url(address), ui::csrf_field(visit));
}

ui::Input unit_field(const OrgDirectory& units, const std::string& value) {
  return {.name = "unit",
          .label = "Department",
          .value = value,
          .type = "select",
          .choices = unit_choices(units, "Choose a department")};
}

/// What a person is called, one row of the comparison when two people edited at once.
struct Compared {
  std::string_view label;
  std::string PersonForm::*field;
};
constexpr Compared compared[] = {{"Title", &PersonForm::title},
                                 {"Name", &PersonForm::full_name},
                                 {"Called", &PersonForm::known_as},
                                 {"Pronouns", &PersonForm::pronouns},
                                 {"Email addresses", &PersonForm::addresses},
                                 {"ORCID iD", &PersonForm::orcid},
                                 {"Former names", &PersonForm::former},
                                 {"Also known as", &PersonForm::also},
                                 {"In another script", &PersonForm::script},
                                 {"About", &PersonForm::about}};

void put_comparison(html::Writer& out, const PersonForm& typed, const PersonForm& kept) {
  out.put<
      R"(<section class="card sunken"><h2>Both versions</h2><div class="table-wrap"><table class="rows cards">)"
      R"(<thead><tr><th scope="col">Field</th><th scope="col">Kept now</th><th scope="col">Yours</th></tr>)"
      R"(</thead><tbody>)">();
  for (const auto& [label, field] : compared) {
    if (typed.*field == kept.*field) continue;
    out.put<
        R"(<tr><th scope="row">{}</th><td data-label="Kept now">{}</td><td data-label="Yours">{}</td></tr>)">(
        label, kept.*field, typed.*field);
  }
  out.put<
      R"(</tbody></table></div><p class="small">Your words are in the fields below. Change them where the other )"
      R"(version is right, then save.</p></section>)">();
}

void put_names(html::Writer& out, const PersonForm& form, const Faults& faults) {
  out.put<R"(<fieldset class="form"><legend class="big">Names</legend><div class="form-row">)">();
  out.add(ui::field({.name = "title", .label = "Title", .value = form.title, .width = "short"}, faults));
  out.add(ui::field({.name = "full_name", .label = "Name", .value = form.full_name, .is_required = true},
                    faults));
  out.put<"</div>">();
  out.add(ui::field({.name = "known_as",
                     .label = "Called",
                     .value = form.known_as,
                     .hint = "What you would say to them: Jane.",
                     .width = "middle"},
                    faults));
  out.add(ui::field(
      {.name = "pronouns",
       .label = "Pronouns",
       .value = form.pronouns,
       .type = "select",
       .choices = {{"", "Not known"}, {"she", "she, her"}, {"he", "he, him"}, {"they", "they, them"}}},
      faults));
  out.add(ui::field({.name = "former",
                     .label = "Former names",
                     .value = form.former,
                     .hint = "One a line. Find looks at them too.",
                     .type = "textarea",
                     .rows = 2},
                    faults));
  out.add(ui::field({.name = "also",
                     .label = "Also known as",
                     .value = form.also,
                     .hint = "One a line.",
                     .type = "textarea",
                     .rows = 2},
                    faults));
  out.add(ui::field({.name = "script",
                     .label = "In another script",
                     .value = form.script,
                     .hint = "One a line.",
                     .type = "textarea",
                     .rows = 2},
                    faults));
  out.put<"</fieldset>">();
}

void put_person_form(html::Writer& out, const ui::Visit& visit, const PersonDetails& details,
                     const EditForms& forms) {
  const auto& form = forms.person;
  open_form(out, visit, address_of(details) + "/edit");
  out.put<R"(<input type="hidden" name="edition" value="{}">)">(form.edition);
  put_names(out, form, forms.faults);
  out.add(ui::field({.name = "addresses",
                     .label = "Email addresses",
                     .value = form.addresses,
                     .hint = "One a line, the main one first.",
                     .type = "textarea",
                     .rows = 2},
                    forms.faults));
  out.add(ui::field({.name = "orcid",
                     .label = "ORCID iD",
                     .value = form.orcid,
                     .hint = "For example 0000-0002-1825-0097.",
                     .width = "middle"},
                    forms.faults));
  out.add(ui::field({.name = "about",
                     .label = "About",
                     .value = form.about,
                     .hint = "Facts and their own words. They may ask to read this page.",
                     .type = "textarea"},
                    forms.faults));
  out.put<
      R"(<div class="form-foot"><button class="btn primary">Save</button><a class="btn quiet" href="{}">Back</a>)"
      R"(</div></form>)">(Url(address_of(details)));
}

std::string dates_of(const Post& post, Date today) {
  std::string words;
  if (post.valid_from) words = "from " + short_words(*post.valid_from, today);
  if (post.valid_to) words += (words.empty() ? "to " : " to ") + short_words(*post.valid_to, today);
  return words;
}

void put_post(html::Writer& out, const ui::Visit& visit, const OrgDirectory& units,
              const PersonDetails& details, const Post& post, const Faults& faults) {
  const auto today = visit.scope.today;
  const auto unit = std::string(units.name(post.unit));
  const auto words = post.title.empty() ? unit : post.title + ", " + unit;
  const auto address = address_of(details) + "/posts/" + std::to_string(post.id.value);
  out.put<R"(<li class="stack-s"><p>{}{} <span class="muted small">{}</span></p>)">(
      words, post.is_main ? html::render<R"( <span class="tag green">Main</span>)">() : Html(),
      dates_of(post, today));
  if (!post.valid_to || *post.valid_to >= today) {
    out.put<R"(<div class="form-row"><form class="form-row" method="post" action="{}">{})">(
        Url(address + "/ending"), ui::csrf_field(visit));
    out.add(ui::field({.name = "ended_on-" + std::to_string(post.id.value),
                       .label = "Last day",
                       .value = post.valid_to.value_or(today).iso(),
                       .type = "date"},
                      faults));
    out.put<R"(<button class="btn s">End<span class="vh"> {}</span></button></form>)">(words);
    if (!post.is_main)
      out.put<
          R"(<form method="post" action="{}">{}<button class="btn s">Make main<span class="vh"> {}</span>)"
          R"(</button></form>)">(Url(address + "/main"), ui::csrf_field(visit), words);
    out.put<"</div>">();
  }
  out.put<"</li>">();
}

void put_posts(html::Writer& out, const ui::Visit& visit, const OrgDirectory& units,
               const PersonDetails& details, const EditForms& forms) {
  out.put<R"(<section class="card flat" id="posts"><h2>Posts</h2>)">();
  if (!details.posts.empty()) {
    out.put<R"(<ul class="list">)">();
    for (const auto& post : details.posts) put_post(out, visit, units, details, post, forms.faults);
    out.put<"</ul>">();
  }
  out.put<"<h3>Add a post</h3>">();
  open_form(out, visit, address_of(details) + "/posts");
  out.add(ui::once_field()).add(ui::field(unit_field(units, forms.post.unit), forms.faults));
  out.add(ui::field({.name = "post_title",
                     .label = "Post",
                     .value = forms.post.post_title,
                     .hint = "For example Senior Lecturer in Child Nursing."},
                    forms.faults));
  out.add(ui::field({.name = "valid_from",
                     .label = "Since",
                     .value = forms.post.valid_from,
                     .hint = "Leave it empty where you do not know.",
                     .type = "date"},
                    forms.faults));
  out.add(ui::field({.name = "is_main",
                     .label = "This is the main post",
                     .type = "checkbox",
                     .is_checked = forms.post.is_main},
                    forms.faults));
  out.put<R"(<div class="form-foot"><button class="btn">Add post</button></div></form></section>)">();
}

void put_way(html::Writer& out, const ui::Visit& visit, const PersonDetails& details, const WayOfWorking& way,
             const Faults& faults) {
  const auto today = visit.scope.today;
  const auto address = address_of(details) + "/ways/" + std::to_string(way.id.value);
  out.put<R"(<li class="stack-s"><p>{}<br><span class="muted small">{}, {}{}</span></p>)">(
      way.statement, way.source, short_words(way.stated_on, today),
      way.review_on ? ". Ask again by " + short_words(*way.review_on, today) : "");
  out.put<R"(<div class="form-row"><form class="form-row" method="post" action="{}">{})">(
      Url(address + "/review"), ui::csrf_field(visit));
  out.add(ui::field({.name = "review_on-" + std::to_string(way.id.value),
                     .label = "Ask again on",
                     .value = today.plus_months(12).iso(),
                     .type = "date"},
                    faults));
  out.put<R"(<button class="btn s">Still so<span class="vh">: {}</span></button></form>)">(way.statement);
  out.put<
      R"(<form method="post" action="{}">{}<button class="btn s">No longer so<span class="vh">: {}</span></button>)"
      R"(</form></div></li>)">(Url(address + "/ending"), ui::csrf_field(visit), way.statement);
}

void put_ways(html::Writer& out, const ui::Visit& visit, const PersonDetails& details,
              const EditForms& forms) {
  out.put<R"(<section class="card flat" id="ways"><h2>Good to know</h2>)">();
  if (!details.ways.empty()) {
    out.put<R"(<ul class="list">)">();
    for (const auto& way : details.ways) put_way(out, visit, details, way, forms.faults);
    out.put<"</ul>">();
  }
  out.put<"<h3>Add what they asked for</h3>">();
  open_form(out, visit, address_of(details) + "/ways");
  out.add(ui::once_field());
  out.add(ui::field({.name = "statement",
                     .label = "What they asked for",
                     .value = forms.way.statement,
                     .hint = "For example: prefers a phone call to email."},
                    forms.faults));
  out.add(ui::field(
      {.name = "source", .label = "How you know", .value = forms.way.source, .hint = "For example: told me."},
      forms.faults));
  out.add(ui::field({.name = "stated_on", .label = "Said on", .value = forms.way.stated_on, .type = "date"},
                    forms.faults));
  out.add(
      ui::field({.name = "review_on", .label = "Ask again on", .value = forms.way.review_on, .type = "date"},
                forms.faults));
  out.put<R"(<div class="form-foot"><button class="btn">Add</button></div></form></section>)">();
}

void put_leaving(html::Writer& out, const ui::Visit& visit, const PersonDetails& details,
                 const EditForms& forms) {
  const auto& person = details.person;
  out.put<R"(<section class="card flat" id="leaving"><h2>{}</h2>)">(person.left_on ? "Has left" : "Leaving");
  if (person.left_on) {
    out.put<"<p>{} left on {}.</p>">(person.known_as, long_words(*person.left_on, visit.scope.today));
    open_form(out, visit, address_of(details) + "/return");
    out.put<R"(<div class="form-foot"><button class="btn">{} is here again</button></div></form></section>)">(
        person.known_as);
    return;
  }
  open_form(out, visit, address_of(details) + "/leaving");
  out.add(ui::field({.name = "left_on",
                     .label = "Last day",
                     .value = forms.left_on,
                     .hint = "Their posts end with it. Conversations stay, and you can take it back.",
                     .type = "date"},
                    forms.faults));
  out.put<R"(<div class="form-foot"><button class="btn">{} has left</button></div></form></section>)">(
      person.known_as);
}

void put_same_name(html::Writer& out, const OrgDirectory& units, const NewPersonForm& form) {
  if (form.same_name.empty()) return;
  out.put<
      R"(<div class="card sunken stack-s" id="is-another"><p><b>Here already</b></p><ul class="list">)">();
  for (const auto* person : form.same_name)
    out.put<R"(<li><a href="{}">{}</a> <span class="muted small">{}</span></li>)">(
        Url("/people/" + person->slug), person->display_name(), units.name(person->unit));
  out.put<"</ul>">();
  out.add(ui::field({.name = "is_another",
                     .label = "No, this is somebody else",
                     .type = "checkbox",
                     .is_checked = form.is_another}));
  out.put<"</div>">();
}

}  // namespace

Html new_person_view(const ui::Visit& visit, const OrgDirectory& units, const NewPersonForm& form,
                     const Faults& faults) {
  html::Writer out;
  out.add(ui::error_summary(faults)).put<"<h1>Add a person</h1>">();
  open_form(out, visit, "/people/new");
  out.add(ui::once_field());
  put_same_name(out, units, form);
  out.put<R"(<div class="form-row">)">();
  out.add(ui::field({.name = "title", .label = "Title", .value = form.title, .width = "short"}, faults));
  out.add(ui::field({.name = "full_name", .label = "Name", .value = form.full_name, .is_required = true},
                    faults));
  out.put<"</div>">();
  out.add(ui::field(unit_field(units, form.unit), faults));
  out.add(ui::field({.name = "post_title", .label = "Post", .value = form.post_title}, faults));
  out.add(ui::field({.name = "addresses", .label = "Email address", .value = form.address, .type = "email"},
                    faults));
  out.put<R"(<div class="form-foot"><button class="btn primary">Add</button>)"
          R"(<a class="btn quiet" href="/people">Back</a></div></form>)">();
  return std::move(out).finish();
}

Html edit_person_view(const ui::Visit& visit, const OrgDirectory& units, const PersonDetails& details,
                      const EditForms& forms) {
  html::Writer out;
  out.add(ui::error_summary(forms.faults));
  out.put<R"(<p class="crumbs"><a href="{}">{}</a></p><h1>Edit {}</h1><div class="stack">)">(
      Url(address_of(details)), details.person.display_name(), details.person.full_name);
  if (forms.kept_meanwhile) put_comparison(out, forms.person, *forms.kept_meanwhile);
  put_person_form(out, visit, details, forms);
  put_posts(out, visit, units, details, forms);
  put_ways(out, visit, details, forms);
  put_leaving(out, visit, details, forms);
  out.put<R"(<p><a href="{}">Is this person here twice? Merge the two records</a></p></div>)">(
      Url(address_of(details) + "/merging"));
  return std::move(out).finish();
}

}  // namespace rapport::people
