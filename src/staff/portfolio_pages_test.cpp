// Who looks after which department, over HTTP.
#include "staff/portfolio_pages.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "http/form.hpp"
#include "support/staff_library.hpp"
#include "support/unchanged.hpp"

namespace rapport::staff {
namespace {

using testing::HasSubstr;
using testing::Not;
using Fields = std::vector<std::pair<std::string, std::string>>;
using Page = http::Response (*)(ui::Visit&, const OrgDirectory&, const StaffDirectory&);

class PortfolioPages : public testing::Test {
 protected:
  PortfolioPages() {
    for (const auto* slug : {"nursing", "law"})
      database_->write([&](db::Writer& writer) {
        return writer.insert<OrgUnit>(
            "insert into org_units (institution_id, slug, kind, name, folded_name, sort_key, "
            "directory_version, recorded_at) values ($1, $2, 'department', $2, $2, $2, 1, 0) returning id",
            library_.institution, std::string(slug));
      });
  }
  http::Response ask(Page page, Role role, http::Request request, const Fields& parameters) {
    request.parameters = {parameters.begin(), parameters.end()};
    const auto scope = library_.scope_of(library_.ada, role);
    ui::Visit visit{.request = request, .scope = *scope, .csrf_token = "token"};
    return database_->read([&](db::Reader& reader) {
      const auto units = read_org_directory(reader, library_.institution);
      const auto staff = read_staff_directory(reader, library_.institution, scope->today);
      return page(visit, units, staff);
    });
  }
  http::Response get(Page page, const Fields& parameters = {}, const Fields& query = {},
                     Role role = Role::librarian) {
    http::Request request{.method = http::Method::get, .target = "/", .path = "/"};
    for (const auto& [name, value] : query) request.query.add(name, value);
    return ask(page, role, std::move(request), parameters);
  }
  http::Response post(Page page, const Fields& parameters, const Fields& fields, Role role = Role::leader) {
    http::Request request{.method = http::Method::post, .target = "/", .path = "/"};
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    for (const auto& [name, value] : fields)
      request.body += (request.body.empty() ? "" : "&") + name + "=" + http::percent_encode(value);
    return ask(page, role, std::move(request), parameters);
  }
  Fields typed(std::string from = "2026-11-12", std::string reason = "The year begins <b>") {
    return {{"staff", std::to_string(priya_.value)},
            {"part", "lead"},
            {"from", std::move(from)},
            {"reason", std::move(reason)},
            {"seen", "0"}};
  }

  /// Of the list of gaps; nothing was ever changed when it was shown.
  Fields several(const std::vector<std::string>& ticked, std::string from = "2026-11-12") {
    auto fields = typed(std::move(from));
    fields.insert(fields.end(), {{"gaps", "yes"}, {"key", "k1"}});
    for (const auto& number : ticked) fields.emplace_back("unit", number);
    return fields;
  }
  static std::string header(const http::Response& response, std::string_view name) {
    for (const auto& one : response.headers)
      if (one.name == name) return one.value;
    return {};
  }

  test::TestDatabase database_;
  test::StaffLibrary library_{*database_};
  Id<Staff> priya_ = library_.add("priya", "Priya Nair");
  const Fields of_nursing_ = {{"unit", "nursing"}};
};

TEST_F(PortfolioPages, ListDepartmentsWithoutALead) {
  EXPECT_THAT(get(show_portfolios).body, HasSubstr("Two departments of 2 without a lead today."));
  ASSERT_EQ(post(create_keeper, of_nursing_, typed()).status, 303);
  const auto all = get(show_portfolios).body;
  EXPECT_THAT(all, HasSubstr("One department of 2 without a lead today."));
  EXPECT_THAT(all, HasSubstr("Priya Nair"));
  EXPECT_THAT(get(show_portfolios, {}, {{"gaps", "yes"}}).body, Not(HasSubstr("/portfolios/nursing")));
  EXPECT_THAT(get(show_portfolios, {}, {{"whose", std::to_string(priya_.value)}}).body,
              Not(HasSubstr("/portfolios/law")));
}

TEST_F(PortfolioPages, ShowFormsToThoseWhoMayChangeAlone) {
  EXPECT_THAT(get(show_keepers, of_nursing_).body, Not(HasSubstr("<form class=\"form\"")));
  EXPECT_THAT(get(show_keepers, of_nursing_, {}, Role::leader).body, HasSubstr("<form class=\"form\""));
  EXPECT_THAT(get(show_keepers, of_nursing_).body, HasSubstr("Nobody has ever led"));
  EXPECT_EQ(get(show_keepers, {{"unit", "mining"}}).status, 404);
}

TEST_F(PortfolioPages, KeepWhatWasTypedWhenItIsRefused) {
  for (const auto& fields : {typed("2026-02-31"), typed(""), typed("2026-11-12", "   ")}) {
    const auto page = test::unchanged(database_, [&] { return post(create_keeper, of_nursing_, fields); });
    EXPECT_EQ(page.status, 422);
    EXPECT_THAT(page.body, HasSubstr("selected>Priya Nair"));
  }
  EXPECT_THAT(post(create_keeper, of_nursing_, typed("2026-02-31")).body,
              HasSubstr("value=\"The year begins &lt;b&gt;\""));
  EXPECT_EQ(post(create_keeper, of_nursing_, typed(), Role::librarian).status, 403);
}

TEST_F(PortfolioPages, ShowBothToTheSecondOfTwoTabs) {
  ASSERT_EQ(post(create_keeper, of_nursing_, typed()).status, 303);
  auto second = typed("2026-12-01", "A slower reason");
  const auto page = test::unchanged(database_, [&] { return post(create_keeper, of_nursing_, second); });
  EXPECT_EQ(page.status, 409);
  EXPECT_THAT(page.body, HasSubstr("value=\"A slower reason\""));
  EXPECT_THAT(page.body, HasSubstr("since 12 Nov"));
}

TEST_F(PortfolioPages, EndAnEntryWithAReason) {
  ASSERT_EQ(post(create_keeper, of_nursing_, typed()).status, 303);
  const Fields first = {{"unit", "nursing"}, {"portfolio", "1"}};
  const auto fields = [](std::string on, std::string reason) {
    return Fields{{"valid_to-1", std::move(on)}, {"reason-1", std::move(reason)}, {"seen", "1"}};
  };
  const auto bad = test::unchanged(
      database_, [&] { return post(end_keeper, first, fields("2026-02-31", "She moves house")); });
  EXPECT_EQ(bad.status, 422);
  EXPECT_THAT(bad.body, HasSubstr("She moves house"));
  EXPECT_THAT(bad.body, HasSubstr("id=\"valid_to-1-error\""));
  EXPECT_EQ(post(end_keeper, first, fields("2026-12-31", "She moves")).status, 303);
  const auto page = get(show_keepers, of_nursing_).body;
  EXPECT_THAT(page, HasSubstr("From 1 Jan 2027 nobody leads."));
  EXPECT_THAT(page, HasSubstr("She moves"));
}

TEST_F(PortfolioPages, GiveSeveralDepartmentsToOneColleague) {
  EXPECT_THAT(get(show_portfolios).body, Not(HasSubstr("name=\"unit\""))) << "librarians read";
  EXPECT_THAT(get(show_portfolios, {}, {}, Role::leader).body, HasSubstr("aria-label=\"Choose nursing\""));
  const auto answer = post(create_keepers, {}, several({"1", "2", "2"}));
  ASSERT_EQ(answer.status, 303);
  EXPECT_THAT(header(answer, "Location"), HasSubstr("/portfolios?gaps=yes"));
  EXPECT_THAT(get(show_portfolios).body, HasSubstr("Every department has a lead today."));
  const auto again = test::unchanged(database_, [&] {
    return post(create_keepers, {}, several({"1", "2"}));
  });
  EXPECT_EQ(again.status, 303) << "sent twice, kept once";
}

TEST_F(PortfolioPages, KeepTheTicksWhenOneOfSeveralIsRefused) {
  ASSERT_EQ(post(create_keeper, of_nursing_, typed()).status, 303);
  auto fields = several({"1", "2"});
  fields.emplace_back("seen-1", "1");
  const auto page = test::unchanged(database_, [&] { return post(create_keepers, {}, fields); });
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("href=\"#unit-1\">nursing: Priya looks after this department already."));
  EXPECT_THAT(page.body, HasSubstr("id=\"unit-1-error\"")) << "though the list is of gaps only";
  EXPECT_THAT(page.body, HasSubstr("id=\"unit-2\" aria-label=\"Choose law\" checked"));
  EXPECT_THAT(page.body, HasSubstr("selected>Priya Nair"));
  EXPECT_THAT(page.body, HasSubstr("value=\"The year begins &lt;b&gt;\""));
}

TEST_F(PortfolioPages, SayWhatIsMissingForSeveral) {
  const auto nothing = test::unchanged(database_, [&] {
    return post(create_keepers, {}, {{"part", "none"}});
  });
  EXPECT_EQ(nothing.status, 422);
  for (const auto* field : {"units", "staff", "part", "from", "reason"})
    EXPECT_THAT(nothing.body, HasSubstr("href=\"#" + std::string(field) + "\"")) << field;
  EXPECT_EQ(post(create_keepers, {}, several({"x"})).status, 422);
  EXPECT_EQ(post(create_keepers, {}, several({"1"}), Role::librarian).status, 403);
}

TEST_F(PortfolioPages, ShowWhoWasFasterInOneOfSeveral) {
  ASSERT_EQ(post(create_keeper, of_nursing_, typed()).status, 303);
  const auto page = test::unchanged(database_, [&] {
    return post(create_keepers, {}, several({"1", "2"}, "2026-12-01"));
  });
  EXPECT_EQ(page.status, 409);
  EXPECT_THAT(page.body, HasSubstr("nursing: a colleague has changed who looks after it"));
  EXPECT_THAT(page.body, HasSubstr("name=\"seen-1\" value=\"1\"")) << "what stands there now is seen now";
}

}  // namespace
}  // namespace rapport::staff
