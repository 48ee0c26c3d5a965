// The forms about one person: what stands in the fields as typed, how it is read, and how it looks.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "html/html.hpp"
#include "http/form.hpp"
#include "people/person.hpp"
#include "ui/visit.hpp"

namespace rapport::people {

// As typed -------------------------------------------------------------------------------------------

/// The fields of names, addresses and the rest; lists one a line.
struct PersonForm {
  std::string title, full_name, known_as, pronouns, orcid, about, addresses, former, also, script;
  std::string edition;  ///< what was being edited
};
struct PostForm {
  std::string unit;  ///< a slug
  std::string post_title, valid_from;
  bool is_main = false;
};
struct WayForm {
  std::string statement, source, stated_on, review_on;
};
/// The whole edit page: one of its forms was perhaps refused.
struct EditForms {
  PersonForm person;
  PostForm post;
  WayForm way;
  std::string left_on;
  std::vector<Fault> faults;
  std::optional<PersonForm> kept_meanwhile;  ///< what somebody else saved, where two were at it
};
struct NewPersonForm {
  std::string title, full_name, address, unit, post_title;
  bool is_another = false;  ///< "it is somebody else": said of people with the same name
  std::vector<const PersonEntry*> same_name;
};

[[nodiscard]] PersonForm person_form_of(const PersonDetails& details);
[[nodiscard]] PersonForm typed_person(const http::Form& form);
[[nodiscard]] PostForm typed_post(const http::Form& form);
[[nodiscard]] WayForm typed_way(const http::Form& form);
[[nodiscard]] NewPersonForm typed_new_person(const http::Form& form);

/// What the fields say, for somebody who is there: what has no field stays as it is.
[[nodiscard]] PersonDraft draft_of(const PersonForm& form, const PersonDetails& details);

// As HTML --------------------------------------------------------------------------------------------

[[nodiscard]] html::Html new_person_view(const ui::Visit& visit, const OrgDirectory& units,
                                         const NewPersonForm& form, const std::vector<Fault>& faults);
[[nodiscard]] html::Html edit_person_view(const ui::Visit& visit, const OrgDirectory& units,
                                          const PersonDetails& details, const EditForms& forms);

}  // namespace rapport::people
