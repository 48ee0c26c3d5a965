#include "interactions/kinds.hpp"

#include <gmock/gmock.h>

#include "http/form.hpp"
#include "interactions/kind_pages.hpp"
#include "support/small_library.hpp"
#include "support/unchanged.hpp"

namespace rapport::interactions {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

class Kinds : public testing::TestWithParam<db::Engine> {
 protected:
  test::SmallLibrary library{GetParam()};
  std::unique_ptr<Scope> ada = library.scope(library.ada);

  KindRow row(std::string_view code) {
    for (const auto& one : kinds(*ada))
      if (one.kind.code == code) return one;
    return {};
  }
  Refusal refusal_of(const KindDraft& draft) {
    return test::unchanged(library.database, [&] { return add_kind(*ada, draft); }).refusal();
  }
  Result<Done> change(std::string_view code, const auto& how) {
    const auto now = row(code);
    auto draft = draft_of(now.kind);
    how(draft);
    return change_kind(*ada, now.kind.id, now.edition, draft);
  }
  http::Response post(const auto& page, std::string body, std::string kind = {}) {
    http::Request request{.method = http::Method::post, .target = "/", .path = "/"};
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    if (!kind.empty()) request.parameters = {{"kind", std::move(kind)}};
    request.body = std::move(body);
    return page(ui::Visit{.request = request,
                          .scope = *ada,
                          .csrf_token = "token",
                          .colours = "device",
                          .institution_name = "Nowhere",
                          .place_in_library = "Health"});
  }
};
INSTANTIATE_TEST_SUITE_P(Engines, Kinds, test::on_each_engine(), test::engine_test_name);

KindDraft visit() {
  return {.name = "Library visit", .family = "event", .words = "visited, toured Visited", .depth = "7"};
}

TEST_P(Kinds, OfEveryLibraryAreTakenAsTheyAre) {
  std::vector<KindEntry> all;
  for (const auto& one : kinds(*ada)) all.push_back(one.kind);
  ASSERT_THAT(all, SizeIs(starting_kinds().size()));
  for (const auto& kind : all) {
    const auto same = checked(draft_of(kind), kind, all);
    ASSERT_TRUE(same) << kind.name << ": " << same.refusal().message;
    EXPECT_EQ(same->outcome_value, kind.outcome_value);
  }
}

TEST_P(Kinds, ThatALibraryAddsAreReadFromTheLine) {
  const auto id = add_kind(*ada, visit()).value();
  const auto kept = get_kind(*ada, id).value().kind;
  EXPECT_EQ(kept.code, "library-visit");
  EXPECT_EQ(kept.family, Family::event);
  EXPECT_THAT(kept.words, ElementsAre("visited", "toured"));
  EXPECT_EQ(kept.depth, 7);
  EXPECT_EQ(kinds(*ada).back().kind.id, id) << "at the end of the order";
  const auto* known = library.directory()->vocabulary.kind_of_word("toured");
  ASSERT_NE(known, nullptr);
  EXPECT_EQ(known->id, id);
}

TEST_P(Kinds, OfOneNameInAnotherScriptGetCodesOfTheirOwn) {
  auto draft = visit();
  draft.words.clear();
  draft.name = "見学";
  const auto first = add_kind(*ada, draft).value();
  draft.name = "訪問";
  const auto second = add_kind(*ada, draft).value();
  EXPECT_EQ(get_kind(*ada, first).value().kind.code, "kind");
  EXPECT_EQ(get_kind(*ada, second).value().kind.code, "kind-2");
}

TEST_P(Kinds, RefuseWhatCannotBeOne) {
  struct Case {
    std::string field;
    KindDraft draft;
  };
  auto of = [](const auto& change) {
    auto draft = visit();
    change(draft);
    return draft;
  };
  const Case cases[] = {
      {"name", of([](auto& d) { d.name = "  "; })},
      {"name", of([](auto& d) { d.name = "phone  CALL"; })},
      {"name", of([](auto& d) { d.name = std::string(61, 'x'); })},
      {"family", of([](auto& d) { d.family = "picnic"; })},
      {"words", of([](auto& d) { d.words = "visited rang"; })},
      {"words", of([](auto& d) { d.words = "café"; })},
      {"words", of([](auto& d) { d.words = "@visited"; })},
      {"words", of([](auto& d) { d.words = std::string(31, 'v'); })},
      {"outcome_value", of([](auto& d) { d.outcome_value = "21"; })},
      {"outcome_value", of([](auto& d) { d.outcome_value = "-1"; })},
      {"depth", of([](auto& d) { d.depth = "deep"; })},
  };
  for (const auto& one : cases) {
    const auto refusal = refusal_of(one.draft);
    ASSERT_THAT(refusal.faults, SizeIs(1)) << one.field;
    EXPECT_EQ(refusal.faults.front().field, one.field);
  }
}

TEST_P(Kinds, ChangeForAdministratorsAlone) {
  for (const auto who : {library.priya, library.gwen, library.dora}) {
    const auto scope = library.scope(who);
    EXPECT_EQ(add_kind(*scope, visit()).refusal().kind, Refusal::Kind::forbidden);
    const auto now = row("call");
    EXPECT_EQ(change_kind(*scope, now.kind.id, now.edition, draft_of(now.kind)).refusal().kind,
              Refusal::Kind::forbidden);
  }
}

TEST_P(Kinds, SwitchedOffGiveTheirWordsToOthers) {
  ASSERT_TRUE(change("call", [](auto& draft) { draft.is_active = false; }));
  EXPECT_EQ(library.directory()->vocabulary.kind_of_word("rang"), nullptr);
  EXPECT_TRUE(add_kind(*ada, {.name = "Voice", .family = "conversation", .words = "rang"}));
  const auto back = change("call", [](auto& draft) { draft.is_active = true; });
  ASSERT_FALSE(back);
  EXPECT_THAT(back.refusal().message, HasSubstr("“rang” already stands for Voice."));
}

TEST_P(Kinds, KeepTheUsualOneInUse) {
  const auto off = change("meeting", [](auto& draft) { draft.is_active = false; });
  ASSERT_FALSE(off);
  EXPECT_EQ(off.refusal().faults.front().field, "is_active");
}

TEST_P(Kinds, ShowBothWhereTwoChangeOneAtOnce) {
  const auto now = row("call");
  ASSERT_TRUE(change("call", [](auto& draft) { draft.name = "Telephone"; }));
  const auto id = std::to_string(now.kind.id.value);
  const auto sent = "name=Voice&family=conversation&words=rang&depth=6&is_two_way=yes&is_active=yes&edition=";
  const auto answer = test::unchanged(
      library.database, [&] { return post(update_kind, sent + std::to_string(now.edition), id); });
  EXPECT_EQ(answer.status, 409);
  EXPECT_THAT(answer.body, HasSubstr("<dd>Telephone</dd>"));
  EXPECT_THAT(answer.body, HasSubstr("value=\"Voice\""));
  EXPECT_EQ(post(update_kind, sent + std::to_string(row("call").edition), id).status, 303)
      << "seen, it can be sent again";
  EXPECT_EQ(row("call").kind.name, "Voice");
}

TEST_P(Kinds, KeepWhatWasTypedWithTheFaultBesideIt) {
  const auto answer = post(create_kind, "name=%3Cb%3Evisit&family=&words=rang&depth=7&is_active=yes");
  EXPECT_EQ(answer.status, 422);
  EXPECT_THAT(answer.body, HasSubstr("value=\"&lt;b&gt;visit\""));
  EXPECT_THAT(answer.body, HasSubstr("already stands for Phone call"));
  EXPECT_EQ(post(create_kind, "name=Visit&family=event&is_active=yes").status, 303);
}

}  // namespace
}  // namespace rapport::interactions
