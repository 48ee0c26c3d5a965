// Settings and the administrator's pages: made requests in, answers out.
#include "staff/staff_pages.hpp"

#include <gmock/gmock.h>

#include "http/form.hpp"
#include "staff/settings_pages.hpp"
#include "staff/sign_in_pages.hpp"
#include "support/staff_library.hpp"
#include "support/unchanged.hpp"

namespace rapport::staff {
namespace {

using testing::HasSubstr;
using testing::Not;

class StaffPages : public testing::Test {
 protected:
  using Fields = std::vector<std::pair<std::string, std::string>>;

  void take_form(const Fields& fields) {
    http::Request fresh;
    fresh.parameters = request_.parameters;
    request_ = fresh;
    request_.method = http::Method::post;
    request_.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    if (!token_.empty()) request_.headers.push_back({"Cookie", "rapport=" + token_});
    for (const auto& [name, value] : fields)
      request_.body += (request_.body.empty() ? "" : "&") + name + "=" + http::percent_encode(value);
  }
  /// Calls a handler as that person.
  template <class Handler, class... More>
  http::Response as(Id<Staff> who, Role role, Handler handler, More&&... more) {
    scope_ = library_.scope_of(who, role);
    ui::Visit visit{.request = request_,
                    .scope = *scope_,
                    .csrf_token = "token",
                    .colours = "device",
                    .institution_name = "Ambleford University",
                    .place_in_library = "Librarian"};
    return handler(visit, std::forward<More>(more)...);
  }
  template <class Handler, class... More>
  http::Response as_administrator(Handler handler, More&&... more) {
    return as(library_.ada, Role::administrator, handler, std::forward<More>(more)...);
  }
  void at(Id<Staff> id) { request_.parameters = {{"staff", std::to_string(id.value)}}; }
  [[nodiscard]] static std::string header(const http::Response& response, std::string_view name) {
    for (const auto& header : response.headers)
      if (header.name == name) return header.value;
    return {};
  }
  [[nodiscard]] static Fields tom(std::string_view role = "librarian") {
    return {{"full_name", "Tom Ashworth"}, {"email", "tom@library.example"},
            {"username", "tom"},           {"role", std::string(role)},
            {"is_active", "yes"},          {"version", "1"}};
  }

  test::TestDatabase database_;
  test::StaffLibrary library_{*database_};
  Id<Staff> priya_ = library_.add("priya", "Priya <b>Nair</b>");
  http::Request request_;
  std::string token_;
  std::unique_ptr<Scope> scope_;
  OrgDirectory units_;
};

TEST_F(StaffPages, OfSettingsShowDevicesAndTheMenuOfWhatOneMayOpen) {
  token_ = library_.sign_in("priya")->token;
  take_form({});
  const MenuEntry import{"/import", "upload", "Import", "People and departments from a file"};
  const auto hers =
      as(priya_, Role::librarian, show_settings, library_.desk, std::span<const MenuEntry>{}).body;
  EXPECT_THAT(hers, HasSubstr("Firefox on Linux"));
  EXPECT_THAT(hers, HasSubstr("This one"));
  EXPECT_THAT(hers, HasSubstr("action=\"/sign-out\""));
  EXPECT_THAT(hers, Not(HasSubstr("/settings/staff")));
  const auto adas = as_administrator(show_settings, library_.desk, std::span(&import, 1)).body;
  EXPECT_THAT(adas, HasSubstr("<h3><a href=\"/import\">Import</a></h3>"));
}

TEST_F(StaffPages, OfColoursGoBackToWhereTheyWereChosen) {
  take_form({{"colours", "dark"}, {"next", "/people?q=x"}});
  EXPECT_EQ(header(as(priya_, Role::director, update_colours), "Location"), "/people?q=x");
  take_form({{"colours", "dark"}, {"next", "https://evil.example"}});
  EXPECT_EQ(header(as(priya_, Role::librarian, update_colours), "Location"), "/settings");
  take_form({{"colours", "\"><script>"}});
  const auto refused =
      test::unchanged(database_, [&] { return as(priya_, Role::librarian, update_colours); });
  EXPECT_EQ(refused.status, 422);
}

TEST_F(StaffPages, OfSingleKeysReadAnEmptyBoxAsOff) {
  const auto token = library_.sign_in("priya")->token;
  take_form({});
  EXPECT_EQ(as(priya_, Role::librarian, update_keys).status, 303);
  EXPECT_FALSE(library_.session_of(token)->has_single_keys);
  take_form({{"single_keys", "yes"}});
  EXPECT_EQ(as(priya_, Role::librarian, update_keys).status, 303);
  EXPECT_TRUE(library_.session_of(token)->has_single_keys);
}

TEST_F(StaffPages, OfThePasswordNeedThePresentOne) {
  token_ = library_.sign_in("priya")->token;
  const std::string next = "eight brown otters swim";
  take_form({{"current", "wrong"}, {"password", next}, {"again", next}});
  const auto wrong =
      test::unchanged(database_, [&] { return as(priya_, Role::librarian, update_password, library_.desk); });
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.body, HasSubstr("This is not your present password."));
  take_form({{"current", std::string(test::a_password)}, {"password", next}, {"again", "another"}});
  EXPECT_EQ(as(priya_, Role::librarian, update_password, library_.desk).status, 422);
  take_form({{"current", std::string(test::a_password)}, {"password", next}, {"again", next}});
  EXPECT_EQ(as(priya_, Role::librarian, update_password, library_.desk).status, 303);
  EXPECT_TRUE(library_.session_of(token_));
  EXPECT_EQ(as(priya_, Role::librarian, edit_password).status, 200);
}

TEST_F(StaffPages, OfThePasswordSlowDownWhoeverGuesses) {
  take_form(
      {{"current", "wrong"}, {"password", "eight brown otters swim"}, {"again", "eight brown otters swim"}});
  for (int i = 0; i < 10; ++i)
    EXPECT_EQ(as(priya_, Role::librarian, update_password, library_.desk).status, 422);
  EXPECT_EQ(as(priya_, Role::librarian, update_password, library_.desk).status, 429);
}

TEST_F(StaffPages, SignOutHereAndEverywhere) {
  token_ = library_.sign_in("priya")->token;
  take_form({});
  const auto out = as(priya_, Role::librarian, remove_session, library_.desk);
  EXPECT_EQ(header(out, "Location"), "/sign-in?done=signed-out");
  EXPECT_THAT(header(out, "Set-Cookie"), HasSubstr("rapport=; Path=/; Max-Age=0"));
  EXPECT_FALSE(library_.session_of(token_));
  token_ = library_.sign_in("priya")->token;
  const auto phone = library_.sign_in("priya")->token;
  EXPECT_EQ(as(priya_, Role::librarian, remove_all_sessions, library_.desk).status, 303);
  EXPECT_FALSE(library_.session_of(phone));
}

TEST_F(StaffPages, EndOneDevice) {
  const auto token = library_.sign_in("priya")->token;
  const auto handle =
      sessions(*library_.scope_of(priya_, Role::librarian), {}, library_.desk.limits).at(0).handle;
  take_form({});
  request_.parameters = {{"session", handle}};
  EXPECT_EQ(as_administrator(remove_device).status, 404);
  EXPECT_EQ(as(priya_, Role::librarian, remove_device).status, 303);
  EXPECT_FALSE(library_.session_of(token));
}

TEST_F(StaffPages, ListEverybodyEscaped) {
  const auto body = as_administrator(show_staff).body;
  EXPECT_THAT(body, HasSubstr("Priya &lt;b&gt;Nair&lt;/b&gt;"));
  EXPECT_THAT(body, Not(HasSubstr("<b>Nair")));
  EXPECT_THAT(body, HasSubstr("data-label=\"Role\">Administrator<"));
}

TEST_F(StaffPages, AreClosedToEverybodyElse) {
  at(priya_);
  take_form(tom());
  for (const auto role : {Role::librarian, Role::leader, Role::director}) {
    EXPECT_EQ(as(priya_, role, show_staff).status, 403);
    EXPECT_EQ(as(priya_, role, edit_member, units_).status, 403);
    const auto changed = [&](auto work) { return test::unchanged(database_, work).status; };
    EXPECT_EQ(changed([&] { return as(priya_, role, create_member); }), 403);
    EXPECT_EQ(changed([&] { return as(priya_, role, update_member, units_); }), 403);
    EXPECT_EQ(changed([&] { return as(priya_, role, create_password_link, library_.desk); }), 403);
    EXPECT_EQ(changed([&] { return as(priya_, role, create_team); }), 403);
  }
}

TEST_F(StaffPages, AddAColleagueAndMakeTheirLink) {
  take_form(tom("leader"));
  const auto added = as_administrator(create_member);
  EXPECT_EQ(added.status, 303);
  const auto id = Id<Staff>{priya_.value + 1};
  EXPECT_EQ(header(added, "Location"), "/settings/staff/" + std::to_string(id.value));
  EXPECT_EQ(get(*library_.administrator(), id)->role, Role::leader);
  at(id);
  request_.headers.push_back({"Host", "127.0.0.1:8080"});
  const auto made = as_administrator(create_password_link, library_.desk);
  EXPECT_EQ(made.status, 200);
  EXPECT_EQ(header(made, "Cache-Control"), "no-store");
  const auto begin = made.body.find("http://127.0.0.1:8080/password/");
  ASSERT_NE(begin, std::string::npos);
  EXPECT_TRUE(find_password_link(*library_.nobody(), made.body.substr(begin + 31, 43)).ok());
}

TEST_F(StaffPages, KeepTheWordsOfAFormThatNeedsAnotherLook) {
  auto fields = tom();
  fields[1].second = "no address";
  take_form(fields);
  const auto refused = test::unchanged(database_, [&] { return as_administrator(create_member); });
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("value=\"no address\""));
  EXPECT_THAT(refused.body, HasSubstr("value=\"Tom Ashworth\""));
  EXPECT_THAT(refused.body, HasSubstr("href=\"#email\""));
}

TEST_F(StaffPages, ShowBothVersionsWhereSomebodyWasFaster) {
  at(priya_);
  auto first = tom();
  first[0].second = "Priya Nair-Holm";
  take_form(first);
  EXPECT_EQ(as_administrator(update_member, units_).status, 303);
  auto second = tom();
  second[0].second = "Priya N.";
  take_form(second);
  const auto overtaken = test::unchanged(database_, [&] { return as_administrator(update_member, units_); });
  EXPECT_EQ(overtaken.status, 409);
  EXPECT_THAT(overtaken.body, HasSubstr("<dt>Name</dt><dd>Priya Nair-Holm</dd>"));
  EXPECT_THAT(overtaken.body, HasSubstr("value=\"Priya N.\""));
  EXPECT_THAT(overtaken.body, HasSubstr("name=\"version\" value=\"2\""));
}

TEST_F(StaffPages, SayNotFoundForAPathThatIsNoNumber) {
  for (const char* number : {"abc", "999", "-1", "99999999999999999999", ""}) {
    request_.parameters = {{"staff", number}};
    EXPECT_EQ(as_administrator(edit_member, units_).status, 404) << number;
  }
}

TEST_F(StaffPages, NameTeams) {
  take_form({{"team_name", "Health"}});
  EXPECT_EQ(as_administrator(create_team).status, 303);
  EXPECT_EQ(as_administrator(create_team).status, 422) << "twice";
  const auto id = teams(*library_.administrator()).at(0).id;
  request_.parameters = {{"team", std::to_string(id.value)}};
  take_form({{"team_name", "Health & Law"}});
  EXPECT_EQ(as_administrator(update_team).status, 303);
  EXPECT_EQ(teams(*library_.administrator()).at(0).name, "Health & Law");
}

TEST_F(StaffPages, GiveADepartmentToSomebody) {
  const auto nursing = database_->write([&](db::Writer& writer) {
    return writer.insert<OrgUnit>(
        "insert into org_units (institution_id, slug, kind, name, folded_name, sort_key, directory_version, "
        "recorded_at) "
        "values ($1, 'nursing', 'department', 'Nursing', 'nursing', 'n', 1, 0) returning id",
        library_.institution);
  });
  units_ = OrgDirectory(
      {{.id = nursing, .slug = "nursing", .name = "Nursing", .folded_name = "nursing", .sort_key = "n"}});
  at(priya_);
  take_form({{"unit", "nursing"}, {"part", "lead"}, {"from", "2026-11-12"}, {"reason", "She asked"}});
  EXPECT_EQ(as_administrator(create_portfolio, units_).status, 303);
  EXPECT_THAT(as_administrator(edit_member, units_).body, HasSubstr("<h3>Nursing</h3>"));
  EXPECT_EQ(as_administrator(create_portfolio, units_).status, 422) << "twice";
  take_form({{"unit", "nursing"}, {"part", "lead"}, {"from", "2026-02-31"}, {"reason", "She asked"}});
  EXPECT_THAT(as_administrator(create_portfolio, units_).body,
              HasSubstr("Write a day that the calendar has."));
  request_.parameters.push_back({"portfolio", "1"});
  EXPECT_EQ(as_administrator(remove_portfolio).status, 303);
}

}  // namespace
}  // namespace rapport::staff
