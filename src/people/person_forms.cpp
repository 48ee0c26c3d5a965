// Reading the forms about one person.
#include "people/person_forms.hpp"

#include "base/text.hpp"

namespace rapport::people {
namespace {

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  for (const auto line : split(text, '\n'))
    if (!trim(line).empty()) lines.emplace_back(trim(line));
  return lines;
}

std::string names_text(const PersonDetails& details, NameKind kind) {
  std::vector<std::string> lines;
  for (const auto& other : details.names)
    if (other.kind == kind) lines.push_back(other.name);
  return join(lines, "\n");
}

void add_names(std::vector<OtherName>& names, NameKind kind, std::string_view text) {
  for (auto& line : lines_of(text)) names.push_back({kind, std::move(line)});
}

std::string value(const http::Form& form, std::string_view name) {
  return std::string(form.value(name));
}

}  // namespace

PersonForm person_form_of(const PersonDetails& details) {
  const auto& person = details.person;
  return {.title = person.title,
          .full_name = person.full_name,
          .known_as = person.known_as,
          .pronouns = person.pronouns,
          .orcid = person.orcid,
          .about = person.about,
          .addresses = join(details.addresses, "\n"),
          .former = names_text(details, NameKind::former),
          .also = names_text(details, NameKind::also),
          .script = names_text(details, NameKind::script),
          .edition = edition(details)};
}

PersonForm typed_person(const http::Form& form) {
  return {.title = value(form, "title"),
          .full_name = value(form, "full_name"),
          .known_as = value(form, "known_as"),
          .pronouns = value(form, "pronouns"),
          .orcid = value(form, "orcid"),
          .about = value(form, "about"),
          .addresses = value(form, "addresses"),
          .former = value(form, "former"),
          .also = value(form, "also"),
          .script = value(form, "script"),
          .edition = value(form, "edition")};
}

PostForm typed_post(const http::Form& form) {
  return {.unit = value(form, "unit"),
          .post_title = value(form, "post_title"),
          .valid_from = value(form, "valid_from"),
          .is_main = form.has("is_main")};
}

WayForm typed_way(const http::Form& form) {
  return {.statement = value(form, "statement"),
          .source = value(form, "source"),
          .stated_on = value(form, "stated_on"),
          .review_on = value(form, "review_on")};
}

NewPersonForm typed_new_person(const http::Form& form) {
  return {.title = value(form, "title"),
          .full_name = value(form, "full_name"),
          .address = value(form, "addresses"),
          .unit = value(form, "unit"),
          .post_title = value(form, "post_title"),
          .is_another = form.has("is_another"),
          .same_name = {}};
}

PersonDraft draft_of(const PersonForm& form, const PersonDetails& details) {
  auto draft = rapport::draft_of(details);
  draft.title = form.title;
  draft.full_name = form.full_name;
  draft.known_as = form.known_as;
  draft.pronouns = form.pronouns;
  draft.orcid = form.orcid;
  draft.about = form.about;
  draft.addresses = lines_of(form.addresses);
  draft.names.clear();
  add_names(draft.names, NameKind::former, form.former);
  add_names(draft.names, NameKind::also, form.also);
  add_names(draft.names, NameKind::script, form.script);
  return draft;
}

}  // namespace rapport::people
