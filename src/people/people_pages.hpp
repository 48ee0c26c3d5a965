// The pages of people: the list, and the forms by which somebody is added and changed. The page of one person
// is profiles/.
#pragma once

#include "http/response.hpp"
#include "organisation/org_directory.hpp"
#include "people/people_directory.hpp"
#include "people/people_list_part.hpp"
#include "staff/staff_directory.hpp"
#include "ui/visit.hpp"

namespace rapport::people {

/// GET /people ?q= &unit= &mine= &who= &level= &order= &page=.
[[nodiscard]] http::Response show_people(ui::Visit& visit, const PeopleDirectory& people,
                                         const OrgDirectory& units, const StaffDirectory& staff,
                                         const PeopleListPart& part = {});
/// GET /people/new ?name= &unit=, POST /people/new. Directors may not, here and in all that follow.
[[nodiscard]] http::Response new_person(ui::Visit& visit, const OrgDirectory& units);
[[nodiscard]] http::Response create_person(ui::Visit& visit, const PeopleDirectory& people,
                                           const OrgDirectory& units);

/// GET and POST /people/{person}/edit.
[[nodiscard]] http::Response edit_person(ui::Visit& visit, const OrgDirectory& units);
[[nodiscard]] http::Response update_person(ui::Visit& visit, const OrgDirectory& units);

/// POST /people/{person}/posts, …/posts/{post}/ending, …/posts/{post}/main.
[[nodiscard]] http::Response create_post(ui::Visit& visit, const OrgDirectory& units);
[[nodiscard]] http::Response end_person_post(ui::Visit& visit, const OrgDirectory& units);
[[nodiscard]] http::Response make_post_main(ui::Visit& visit, const OrgDirectory& units);

/// POST /people/{person}/ways, …/ways/{way}/review, …/ways/{way}/ending.
[[nodiscard]] http::Response create_way(ui::Visit& visit, const OrgDirectory& units);
[[nodiscard]] http::Response review_person_way(ui::Visit& visit, const OrgDirectory& units);
[[nodiscard]] http::Response end_person_way(ui::Visit& visit, const OrgDirectory& units);

/// POST /people/{person}/leaving and /people/{person}/return.
[[nodiscard]] http::Response mark_person_left(ui::Visit& visit, const OrgDirectory& units);
[[nodiscard]] http::Response mark_person_returned(ui::Visit& visit, const OrgDirectory& units);

}  // namespace rapport::people
