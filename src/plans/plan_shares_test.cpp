// Sharing, asked by colleagues and by a hostile visitor.
#include "plans/plan_shares.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

#include "interactions/interactions.hpp"
#include "organisation/organisation.hpp"
#include "plans/plan_share_pages.hpp"
#include "plans/rounds.hpp"
#include "support/library_pages.hpp"
#include "support/unchanged.hpp"

namespace rapport {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class PlanShares : public testing::TestWithParam<db::Engine> {
 protected:
  test::SmallLibrary library{GetParam()};

  void SetUp() override {
    const auto item =
        action_plans::add(*library.scope(library.priya), *library.directory(), {library.nursing, 2026, {}},
                          {.words = "Library <i>hour</i>", .owners = {library.priya}})
            .value();
    ASSERT_TRUE(action_plans::note(*library.scope(library.priya), item, "Secret progress"));
    const auto plan =
        action_plans::of(*library.scope(library.priya), *library.directory(), library.nursing, 2026);
    plan_id = plan->plan.id;
    ASSERT_TRUE(action_plans::keep_minutes(*library.scope(library.priya), plan_id, "Secret minutes", {}));
  }
  std::string make(int days = 30) {
    return plan_shares::make_link(*library.scope(library.priya), plan_id,
                                  {"Head of Nursing", library.today().plus_days(days)})
        .value();
  }
  /// Nobody in particular, so many days later.
  std::unique_ptr<Scope> nobody(int days_later = 0) {
    return std::make_unique<Scope>(
        *library.database, library.institution, Viewer{}, library.zone,
        library.scope(library.priya)->now.plus(std::chrono::hours(24 * days_later)));
  }
  std::optional<plan_shares::Shared> read(std::string_view token, int days_later = 0) {
    return plan_shares::read(*nobody(days_later), *library.directory(), token);
  }
  Result<Done> answer(std::string_view token, const AnswerDraft& draft, std::string_view key = "k",
                      int days_later = 0) {
    return plan_shares::answer(*nobody(days_later), token, draft, key);
  }
  std::vector<PlanAnswerEntry> answers() {
    return plan_shares::answers(*library.scope(library.dora), plan_id);
  }

  static html::Html no_sheet(Scope&, const Directory&, const OrgUnitEntry&, int) { return {}; }
  http::Response get(std::string_view token, int days_later = 0) {
    http::Request request{.method = http::Method::get, .target = "/", .path = "/"};
    request.parameters = {{"token", std::string(token)}};
    return plan_shares::show_shared(*nobody(days_later), *library.directory(), request, "Wrenmouth",
                                    no_sheet);
  }
  http::Response post(std::string_view token, std::string body) {
    http::Request request{.method = http::Method::post, .target = "/", .path = "/"};
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    request.body = std::move(body);
    request.parameters = {{"token", std::string(token)}};
    return plan_shares::answer_shared(*nobody(), *library.directory(), request, "Wrenmouth", no_sheet);
  }
  static std::string header(const http::Response& response, std::string_view name) {
    for (const auto& one : response.headers)
      if (one.name == name) return one.value;
    return {};
  }

  Id<ActionPlan> plan_id = {};
};

INSTANTIATE_TEST_SUITE_P(Engines, PlanShares, test::on_each_engine(), test::engine_test_name);

TEST_P(PlanShares, OpenThePlanUntilTheirLastDayIsOver) {
  const auto token = make(30);
  EXPECT_GE(token.size(), 40U);
  EXPECT_TRUE(read(token));
  EXPECT_TRUE(read(token, 30)) << "the last day";
  EXPECT_FALSE(read(token, 31));
  const auto late = answer(token, {true, "Prof. Green", ""}, "k", 31);
  ASSERT_FALSE(late);
  EXPECT_EQ(late.refusal().kind, Refusal::Kind::not_found);
}

TEST_P(PlanShares, ShowNothingOfTheDepartmentThatAPartCameFrom) {
  ASSERT_TRUE(action_plans::add(*library.scope(library.priya), *library.directory(), {library.law, 2025, {}},
                                {.words = "Agreed with Law", .owners = {library.priya}}));
  ASSERT_TRUE(organisation::name_parts(*library.scope(library.ada), library.law,
                                       std::array{UnitPart{library.nursing, *Date::of(2026, 8, 1)}}));
  const auto token = make();
  EXPECT_THAT(read(token)->forerunners, IsEmpty());
  EXPECT_THAT(get(token).body, Not(HasSubstr("Agreed with Law")));
  ASSERT_TRUE(organisation::close(*library.scope(library.ada), library.law, *Date::of(2026, 8, 2),
                                  std::array{library.nursing}));
  EXPECT_THAT(get(token).body, HasSubstr("Agreed with Law")) << "the whole of it goes on in Nursing";
}

TEST_P(PlanShares, KeepNothingButTheHashOfTheToken) {
  const auto token = make();
  library.database->read([&](db::Reader& reader) {
    EXPECT_EQ(reader.count("select count(*) from plan_links where institution_id = $1 and token_hash = $2",
                           library.institution, token),
              0);
    EXPECT_EQ(
        reader.count("select count(*) from audit_events where institution_id = $1 and subject = 'plan_link'",
                     library.institution),
        1);
    return 0;
  });
}

TEST_P(PlanShares, AreTakenBack) {
  const auto token = make();
  const auto id = plan_shares::links(*library.scope(library.dora), plan_id).at(0).id;
  EXPECT_EQ(plan_shares::revoke(*library.scope(library.dora), id).refusal().kind, Refusal::Kind::forbidden);
  ASSERT_TRUE(plan_shares::revoke(*library.scope(library.tom), id));
  EXPECT_FALSE(read(token));
  EXPECT_TRUE(test::unchanged(library.database, [&] {
    return plan_shares::revoke(*library.scope(library.tom), id);
  })) << "twice is once";
}

TEST_P(PlanShares, TellNothingByTheirRefusal) {
  const auto expired = make(1);
  const auto revoked = make(60);
  const auto links = plan_shares::links(*library.scope(library.tom), plan_id);
  ASSERT_TRUE(plan_shares::revoke(*library.scope(library.tom), links.at(0).id));
  const auto late = get(expired, 10);
  for (const auto& page : {late, get(revoked, 10), get("guessed", 10), get("", 10),
                           get(std::string(5'000, 'x'), 10), get("' or 1=1 --", 10)}) {
    EXPECT_EQ(page.status, 404);
    EXPECT_EQ(page.body, late.body) << "one page for all of them";
    EXPECT_THAT(page.body, Not(HasSubstr("Nursing")));
  }
}

TEST_P(PlanShares, ShowNoNoteAndNoMinutesAndSetNoCookie) {
  const auto page = get(make());
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("Library &lt;i&gt;hour&lt;/i&gt;"));
  EXPECT_THAT(page.body, Not(HasSubstr("Secret")));
  EXPECT_THAT(page.body, Not(HasSubstr("/plan-items/"))) << "no address of ours";
  EXPECT_EQ(header(page, "Set-Cookie"), "");
  EXPECT_EQ(header(page, "Referrer-Policy"), "no-referrer");
  EXPECT_THAT(header(page, "X-Robots-Tag"), HasSubstr("noindex"));
  EXPECT_EQ(header(page, "Cache-Control"), "no-store");
}

TEST_P(PlanShares, TakeAnAnswerOnce) {
  const auto token = make();
  ASSERT_TRUE(answer(token, {false, " Prof.  Green ", "More hours,\nplease"}));
  EXPECT_TRUE(test::unchanged(library.database, [&] {
    return answer(token, {false, "Prof. Green", "More hours"});
  }));
  ASSERT_THAT(answers(), SizeIs(1));
  EXPECT_EQ(answers()[0].name, "Prof. Green");
  EXPECT_EQ(answers()[0].words, "More hours,\nplease");
  EXPECT_FALSE(answers()[0].seen_by);
}

TEST_P(PlanShares, MoveTheRoundWhenTheDepartmentAgrees) {
  ASSERT_TRUE(rounds::set_season(*library.scope(library.gwen), *library.directory(), 2026,
                                 {.units = {library.nursing}}));
  const auto token = make();
  ASSERT_TRUE(answer(token, {false, "Green", "Not yet"}));
  EXPECT_EQ(rounds::find(*library.scope(library.dora), 2026, library.nursing)->state, RoundState::to_invite);
  ASSERT_TRUE(answer(token, {true, "Green", ""}, "another"));
  const auto entry = rounds::find(*library.scope(library.dora), 2026, library.nursing).value();
  EXPECT_EQ(entry.state, RoundState::agreed);
  const auto events = rounds::events(*library.scope(library.dora), entry.id);
  EXPECT_THAT(events.at(0).words, HasSubstr("Green agreed by the link"));
  EXPECT_FALSE(events.at(0).made_by);
  EXPECT_TRUE(read(token)->is_agreed);
}

TEST_P(PlanShares, RefuseWhatIsTooLongAndKeepIt) {
  const auto token = make();
  const auto refused = [&](const std::string& body) {
    return test::unchanged(library.database, [&] { return post(token, body); });
  };
  const auto long_page = refused("answer=comment&name=Green&words=" + std::string(4'001, 'x'));
  EXPECT_EQ(long_page.status, 422);
  EXPECT_THAT(long_page.body, HasSubstr(std::string(4'001, 'x')));
  EXPECT_EQ(refused("answer=comment&name=Green&words=" + std::string(1'000'000, 'x')).status, 422);
  EXPECT_EQ(refused("answer=comment&name=&words=Hello").status, 422);
  EXPECT_EQ(refused("answer=agree&name=").status, 422);
  EXPECT_EQ(refused("answer=comment&name=Green&words=").status, 422);
  EXPECT_EQ(post("guessed", "answer=agree&name=Green").status, 404);
}

TEST_P(PlanShares, ShowMarkupAsTheTextThatItIs) {
  const auto token = make();
  ASSERT_EQ(
      post(token, "answer=comment&key=1&name=%3Cb%3EGreen&words=%3Cscript%3Ealert(1)%3C/script%3E").status,
      303);
  http::Request request{.method = http::Method::get, .target = "/x", .path = "/x"};
  const auto scope = library.scope(library.priya);
  const ui::Visit visit{.request = request, .scope = *scope, .csrf_token = "token"};
  const auto card = plan_shares::answers_card(visit, plan_id);
  EXPECT_THAT(card.text(), HasSubstr("&lt;script&gt;alert(1)"));
  EXPECT_THAT(card.text(), Not(HasSubstr("<script")));
  const auto own = get(token);
  EXPECT_THAT(own.body, Not(HasSubstr("alert(1)"))) << "other visitors do not read it";
}

TEST_P(PlanShares, StandOnTodayOfWhoeverLeadsUntilSeen) {
  ASSERT_TRUE(answer(make(), {false, "Green", "More hours"}));
  const auto* lead = library.directory()->staff.lead_of(library.nursing);
  const auto unseen = [&](Id<Staff> who) {
    return plan_shares::not_seen(*library.scope(who), *library.directory()).size();
  };
  EXPECT_EQ(unseen(lead->id), 1U);
  EXPECT_EQ(unseen(library.dora), 0U);
  ASSERT_TRUE(plan_shares::mark_seen(*library.scope(library.tom), answers().at(0).id));
  EXPECT_EQ(unseen(lead->id), 0U);
  EXPECT_EQ(answers().at(0).seen_by, library.tom);
}

TEST_P(PlanShares, AreMadeByThoseWhoWrite) {
  const auto make_by = [&](Id<Staff> who, const LinkDraft& draft) {
    auto made = test::unchanged(library.database,
                                [&] { return plan_shares::make_link(*library.scope(who), plan_id, draft); });
    return made.refusal();
  };
  EXPECT_EQ(make_by(library.dora, {"Head", library.today()}).kind, Refusal::Kind::forbidden);
  EXPECT_EQ(make_by(library.priya, {"", library.today()}).faults.at(0).field, "label");
  EXPECT_EQ(make_by(library.priya, {"Head", {}}).faults.at(0).field, "until");
  EXPECT_EQ(make_by(library.priya, {"Head", library.today().plus_days(-1)}).faults.at(0).field, "until");
  EXPECT_EQ(make_by(library.priya, {"Head", library.today().plus_days(367)}).faults.at(0).field, "until");
}

TEST_P(PlanShares, TakeAtMostTwoHundredAnswers) {
  const auto token = make();
  for (int i = 0; i < 200; ++i) ASSERT_TRUE(answer(token, {false, "Green", "Again"}, std::to_string(i)));
  const auto refused = test::unchanged(library.database, [&] {
    return answer(token, {false, "Green", "Again"}, "x");
  });
  EXPECT_EQ(refused.refusal().kind, Refusal::Kind::conflict);
}

TEST_P(PlanShares, HaveOneHeadingOnTop) {
  const auto page = get(make()).body;
  EXPECT_EQ(page.find("<h1"), page.rfind("<h1"));
  EXPECT_NE(page.find("<h1"), std::string::npos);
}

}  // namespace
}  // namespace rapport
