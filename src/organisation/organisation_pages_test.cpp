#include "organisation/organisation_pages.hpp"

#include <gmock/gmock.h>

#include "http/form.hpp"
#include "organisation/organisation.hpp"
#include "support/small_library.hpp"
#include "support/unchanged.hpp"

namespace rapport::organisation {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

using Pairs = std::vector<std::pair<std::string, std::string>>;
using Handler = http::Response (*)(ui::Visit&, const OrgDirectory&);

class DepartmentPages : public testing::Test {
 protected:
  test::SmallLibrary library;
  Id<Staff> viewer = library.gwen;

  http::Response visit(const http::Request& request,
                       const std::function<http::Response(ui::Visit&)>& handler) {
    auto scope = library.scope(viewer);
    ui::Visit visit{.request = request,
                    .scope = *scope,
                    .csrf_token = "token",
                    .colours = "device",
                    .institution_name = "University of Nowhere",
                    .place_in_library = "Arts"};
    return handler(visit);
  }
  std::string list(const Pairs& query = {}) {
    const auto directory = library.directory();
    http::Request request{.target = "/departments", .path = "/departments"};
    for (const auto& [name, value] : query) request.query.add(name, value);
    return visit(request,
                 [&](ui::Visit& v) {
                   return show_departments(v, directory->org, directory->people.here_by_unit());
                 })
        .body;
  }
  http::Response post(Handler handler, const Pairs& fields, const std::string& unit = {}) {
    const auto directory = library.directory();
    http::Request request{.method = http::Method::post,
                          .target = "/departments",
                          .path = "/departments",
                          .headers = {{"Content-Type", "application/x-www-form-urlencoded"}},
                          .parameters = {{"unit", unit}}};
    for (const auto& [name, value] : fields)
      request.body += (request.body.empty() ? "" : "&") + name + "=" + http::percent_encode(value);
    return visit(request, [&](ui::Visit& v) { return handler(v, directory->org); });
  }
  http::Response get(Handler handler, const std::string& unit = {}) {
    const auto directory = library.directory();
    return visit({.target = "/", .path = "/", .parameters = {{"unit", unit}}},
                 [&](ui::Visit& v) { return handler(v, directory->org); });
  }
  Id<OrgUnit> added(std::string name, std::optional<Id<OrgUnit>> parent = {}) {
    return add(*library.scope(library.gwen), {.name = std::move(name), .parent = parent}).value();
  }
};

std::string location(const http::Response& response) {
  for (const auto& header : response.headers)
    if (header.name == "Location") return header.value;
  return {};
}

TEST_F(DepartmentPages, ShowTheTreeWithItsPeopleAddedUp) {
  const auto faculty = added("Faculty of Health");
  ASSERT_TRUE(move(*library.scope(library.gwen), library.nursing, faculty, library.today()));
  const auto body = list();
  EXPECT_THAT(body, HasSubstr("<a href=\"/departments/faculty-of-health\">Faculty of Health</a></h2>"
                              "<span class=\"more muted num\">two people</span>"));
  EXPECT_THAT(body,
              HasSubstr("<li data-row class=\"depth-1\"><a href=\"/departments/nursing-and-midwifery\">"));
  EXPECT_THAT(body, HasSubstr("one person"));
}

TEST_F(DepartmentPages, NarrowTheTreeAndKeepWhatLeadsThere) {
  added("Criminology", library.law);
  EXPECT_THAT(list({{"q", "crim"}}), AllOf(HasSubstr("Criminology"), HasSubstr("/departments/law"),
                                           Not(HasSubstr("/departments/nursing"))));
  EXPECT_THAT(list({{"q", "nothing such"}}), HasSubstr("No department is called that."));
}

TEST_F(DepartmentPages, HideClosedOnesUnlessAsked) {
  ASSERT_TRUE(close(*library.scope(library.gwen), added("Alchemy"), library.today()));
  EXPECT_THAT(list(), Not(HasSubstr("Alchemy")));
  EXPECT_THAT(list({{"closed", "yes"}}), AllOf(HasSubstr("Alchemy"), HasSubstr("Closed")));
}

TEST_F(DepartmentPages, AddADepartmentOnce) {
  const Pairs fields{{"name", "Physics"}, {"kind", "school"}, {"parent", "law"}, {"key", "k1"}};
  const auto first = post(create_department, fields);
  EXPECT_EQ(first.status, 303);
  EXPECT_EQ(location(first), "/departments/physics");
  const auto second = test::unchanged(library.database, [&] { return post(create_department, fields); });
  EXPECT_EQ(location(second), "/departments/physics");
}

TEST_F(DepartmentPages, KeepWhatWasTypedWhenItIsRefused) {
  const auto reply = test::unchanged(library.database, [&] {
    return post(create_department, {{"name", " "}, {"kind", "school"}, {"parent", "law"}});
  });
  EXPECT_EQ(reply.status, 422);
  EXPECT_THAT(reply.body, AllOf(HasSubstr("href=\"#name\""), HasSubstr("<option value=\"law\" selected>"),
                                HasSubstr("value=\"school\" checked")));
  EXPECT_EQ(post(create_department, {{"name", "X"}, {"kind", "cult"}}).status, 422);
  EXPECT_EQ(post(create_department, {{"name", "X"}, {"kind", "school"}, {"parent", "gone"}}).status, 422);
}

TEST_F(DepartmentPages, RenameAndMoveInOneGo) {
  added("Physics");
  EXPECT_THAT(get(edit_department, "physics").body, HasSubstr("value=\"Physics\""));
  const auto reply =
      post(update_department, {{"name", "Astronomy"}, {"parent", "law"}, {"from", "2026-08-01"}}, "physics");
  EXPECT_EQ(reply.status, 303);
  const auto unit = organisation::get(*library.scope(viewer), "physics").value();
  EXPECT_EQ(unit.name, "Astronomy");
  EXPECT_EQ(unit.parent, library.law);
  EXPECT_THAT(get(edit_department, "physics").body, HasSubstr("Its history"));
}

TEST_F(DepartmentPages, LeaveTheNameAloneWhereTheMoveIsRefused) {
  const auto physics = added("Physics");
  added("Optics", physics);
  const auto reply = test::unchanged(library.database, [&] {
    return post(update_department, {{"name", "Astronomy"}, {"parent", "optics"}, {"from", ""}}, "physics");
  });
  EXPECT_EQ(reply.status, 422);
  EXPECT_THAT(reply.body, AllOf(HasSubstr("value=\"Astronomy\""), HasSubstr("href=\"#parent\"")));
  EXPECT_EQ(post(update_department, {{"name", "A"}, {"from", "31/02"}}, "physics").status, 422);
}

TEST_F(DepartmentPages, CloseAndOpenAgain) {
  added("Physics", added("Science"));
  const auto refused =
      test::unchanged(library.database, [&] { return post(close_department, {}, "science"); });
  EXPECT_EQ(refused.status, 409);
  EXPECT_THAT(refused.body, HasSubstr("below Science"));
  EXPECT_EQ(post(close_department, {{"closed_on", "2026-07-31"}}, "physics").status, 303);
  EXPECT_THAT(get(edit_department, "physics").body, HasSubstr("Closed on Friday 31 July"));
  EXPECT_EQ(post(reopen_department, {}, "physics").status, 303);
  EXPECT_EQ(post(close_department, {{"closed_on", "2027-07-31"}}, "physics").status, 422);
}

TEST_F(DepartmentPages, SayInWhomAClosedDepartmentGoesOn) {
  added("Physics");
  added("Astronomy");
  added("Science");
  const auto refused = test::unchanged(library.database, [&] {
    return post(close_department, {{"closed_on", "2026-04-30"}, {"successor-1", "physics"}}, "physics");
  });
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, AllOf(HasSubstr("href=\"#successor-1\""), HasSubstr("in itself"),
                                  HasSubstr("value=\"2026-04-30\"")));
  ASSERT_EQ(
      post(close_department, {{"closed_on", "2026-04-30"}, {"successor-1", "science"}}, "physics").status,
      303);
  EXPECT_THAT(get(edit_department, "physics").body,
              AllOf(HasSubstr("It goes on in Science"), HasSubstr("<option value=\"science\" selected>")));
  EXPECT_THAT(get(edit_department, "science").body, HasSubstr("Physics goes on in it"));
  EXPECT_THAT(list({{"q", "physics"}, {"closed", "on"}}), HasSubstr("nobody now"));
  ASSERT_EQ(
      post(update_successors, {{"successor-1", "science"}, {"successor-2", "astronomy"}}, "physics").status,
      303);
  EXPECT_THAT(get(edit_department, "physics").body, HasSubstr("It goes on in Astronomy and Science"));
  EXPECT_EQ(post(update_successors, {{"successor-1", "nowhere"}}, "physics").status, 422);
  EXPECT_EQ(post(update_successors, {{"successor-1", "physics"}}, "science").status, 409) << "it is open";
}

TEST_F(DepartmentPages, SayWhereAPartOfADepartmentWent) {
  added("English");
  added("Film");
  added("Media");
  const auto parts = [&](const Pairs& fields) {
    return test::unchanged(library.database, [&] { return post(update_parts, fields, "english"); });
  };
  const auto itself = parts({{"part-2", "english"}, {"part-2-from", "2026-05-01"}});
  EXPECT_EQ(itself.status, 422);
  EXPECT_THAT(itself.body, AllOf(HasSubstr("href=\"#part-1\""), HasSubstr("that it leaves"),
                                 HasSubstr("value=\"2026-05-01\"")));
  EXPECT_THAT(parts({{"part-1", "film"}}).body, HasSubstr("href=\"#part-1-from\""));
  EXPECT_THAT(parts({{"part-1", "film"}, {"part-1-from", "May"}}).body, HasSubstr("href=\"#part-1-from\""));
  EXPECT_THAT(parts({{"part-1-from", "2026-05-01"}}).body, HasSubstr("href=\"#part-1\""));
  EXPECT_EQ(parts({{"part-1", "nowhere"}, {"part-1-from", "2026-05-01"}}).status, 422);
  ASSERT_EQ(post(update_parts, {{"part-1", "film"}, {"part-1-from", "2026-05-01"}}, "english").status, 303);
  EXPECT_THAT(get(edit_department, "english").body,
              AllOf(HasSubstr("A part of it is in Film"), HasSubstr("<option value=\"film\" selected>"),
                    HasSubstr("name=\"part-2\""), HasSubstr("Close English")));
  EXPECT_THAT(get(edit_department, "film").body, HasSubstr("A part of English goes on in it"));
  ASSERT_EQ(post(close_department, {{"closed_on", "2026-06-30"}, {"successor-1", "media"}}, "english").status,
            303);
  EXPECT_THAT(get(edit_department, "english").body,
              AllOf(HasSubstr("A part of it is in Film"), HasSubstr("It goes on in Media")));
  ASSERT_EQ(post(update_parts, {{"part-1", ""}, {"part-1-from", ""}}, "english").status, 303);
  EXPECT_THAT(get(edit_department, "english").body, Not(HasSubstr("Save the parts")))
      << "closed ones have what was said";
}

TEST_F(DepartmentPages, SayWhenANewOneBegan) {
  const Pairs fields{{"name", "Physics"}, {"kind", "school"}, {"valid_from", "2026-05-01"}};
  ASSERT_EQ(post(create_department, fields).status, 303);
  const auto unit = organisation::get(*library.scope(viewer), "physics").value();
  EXPECT_EQ(unit.periods.front().valid_from, Date::of(2026, 5, 1));
  EXPECT_EQ(
      post(create_department, {{"name", "Optics"}, {"kind", "school"}, {"valid_from", "2030-05-01"}}).status,
      422);
}

TEST_F(DepartmentPages, AreForLeadersAndAdministratorsToChange) {
  for (const auto who : {library.tom, library.dora}) {
    viewer = who;
    EXPECT_THAT(list(), Not(HasSubstr("/departments/new")));
    for (const auto handler : {new_department, create_department, edit_department, update_department,
                               close_department, update_successors, update_parts, reopen_department})
      EXPECT_EQ(test::unchanged(library.database,
                                [&] {
                                  return post(handler, {{"name", "X"}, {"kind", "school"}}, "law");
                                })
                    .status,
                403);
  }
  viewer = library.ada;
  EXPECT_EQ(get(edit_department, "law").status, 200);
  EXPECT_EQ(get(edit_department, "nowhere").status, 404);
}

}  // namespace
}  // namespace rapport::organisation
