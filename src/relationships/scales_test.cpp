// Changing a library's levels: the rules, the front door on both engines, the pages.
#include "relationships/scales.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "http/form.hpp"
#include "relationships/relationships.hpp"
#include "relationships/scale_pages.hpp"
#include "support/small_library.hpp"
#include "support/unchanged.hpp"

namespace rapport {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using Fields = std::vector<std::string>;

const std::vector<Level> three = {{"Not yet met", ""}, {"Known", "By name"}, {"Partner", "Plans ahead"}};

Fields fields_of(const ScaleDraft& draft) {
  Fields fields;
  for (const auto& fault : faults_of(draft, starting_scale())) fields.push_back(fault.field);
  return fields;
}

TEST(ScaleChange, ReadsOneLevelALine) {
  const auto levels = levels_in("Not yet met\r\n\n  Known :  by name: really \nPartner:");
  EXPECT_THAT(levels,
              ElementsAre(Level{"Not yet met", ""}, Level{"Known", "by name: really"}, Level{"Partner", ""}));
  EXPECT_EQ(levels_in(text_of(starting_scale())), starting_scale().levels);
}

TEST(ScaleChange, TakesTwoToSevenLevelsOfDifferentNames) {
  const auto field = [](std::string_view text) {
    const auto faults = faults_of_levels(levels_in(text));
    return faults.empty() ? std::string() : faults.front().field;
  };
  EXPECT_EQ(field("None\nSome"), "");
  EXPECT_EQ(field("None"), "levels");
  EXPECT_EQ(field("1\n2\n3\n4\n5\n6\n7"), "");
  EXPECT_EQ(field("1\n2\n3\n4\n5\n6\n7\n8"), "levels");
  EXPECT_EQ(field("None\nnone"), "levels");
  EXPECT_EQ(field("None\n: nothing"), "levels");
  EXPECT_EQ(field("None\n" + std::string(41, 'x')), "levels");
  EXPECT_EQ(field("None\nSome: " + std::string(201, 'x')), "levels");
}

TEST(ScaleChange, KeepsTheOrderOfLevels) {
  EXPECT_EQ(fields_of({.levels = three, .mapping = {0, 1, 1, 2, 2}}), Fields{});
  EXPECT_EQ(fields_of({.levels = three, .mapping = {0, 1, 2, 1, 2}}), Fields{"mapping-3"});
  EXPECT_EQ(fields_of({.levels = three, .mapping = {1, 1, 1, 2, 2}}), Fields{"mapping-0"});
  EXPECT_EQ(fields_of({.levels = three, .mapping = {0, 1, 1, 2, 3}}), Fields{"mapping-4"});
  EXPECT_EQ(fields_of({.levels = three, .mapping = {0, 1}}), Fields{"mapping-0"});
  EXPECT_EQ(fields_of({.levels = starting_scale().levels, .mapping = {0, 1, 2, 3, 4}}), Fields{"levels"});
  EXPECT_EQ(fields_of({.levels = three, .mapping = {0, 1, 1, 2, 2}, .because = std::string(201, 'x')}),
            Fields{"because"});
}

TEST(ScaleChange, GuessesWhereLevelsStand) {
  EXPECT_THAT(likely_mapping(starting_scale(), three), ElementsAre(0, 1, 1, 2, 2));
  auto renamed = starting_scale().levels;
  renamed[3].name = "Teaching together";
  EXPECT_THAT(likely_mapping(starting_scale(), renamed), ElementsAre(0, 1, 2, 3, 4));
  const std::vector<Level> turned = {{"None", ""}, {"Partner", ""}, {"In touch", ""}};
  const auto guess = likely_mapping(starting_scale(), turned);
  EXPECT_TRUE(std::ranges::is_sorted(guess));
}

class ScaleChanges : public testing::TestWithParam<db::Engine> {
 protected:
  test::SmallLibrary library{GetParam()};

  void move(Id<Person> person, int level, bool is_slipping = false, int version = 0) {
    ASSERT_TRUE(relationships::move(*library.scope(library.priya), *library.directory(),
                                    {.with = person,
                                     .level = level,
                                     .is_slipping = is_slipping,
                                     .reason = "Taught",
                                     .seen_version = version,
                                     .seen_scale = 1}));
  }
  Result<int> change(Id<Staff> who, const ScaleDraft& draft) {
    return relationships::change_scale(*library.scope(who), draft);
  }
  Standing standing(Id<Person> person) {
    return relationships::standing(*library.scope(library.tom), *library.directory(), person);
  }
  http::Response post(http::Response (*page)(const ui::Visit&, const Directory&), Id<Staff> who,
                      const std::vector<std::pair<std::string, std::string>>& fields) {
    http::Request request{.method = http::Method::post, .target = "/", .path = "/"};
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    for (const auto& [name, value] : fields)
      request.body += (request.body.empty() ? "" : "&") + name + "=" + http::percent_encode(value);
    const auto scope = library.scope(who);
    const auto directory = library.directory();
    const ui::Visit visit{.request = request, .scope = *scope, .csrf_token = "token"};
    return page(visit, *directory);
  }
};

INSTANTIATE_TEST_SUITE_P(Engines, ScaleChanges, test::on_each_engine(), test::engine_test_name);

TEST_P(ScaleChanges, PutEverybodyOnTheirNewLevelAndKeepOldNames) {
  move(library.jane, 3);
  move(library.owen, 1, true);
  const auto made = change(library.ada, {.levels = three, .mapping = {0, 0, 1, 2, 2}, .because = "Simpler"});
  ASSERT_TRUE(made);
  EXPECT_EQ(*made, 2);
  EXPECT_EQ(standing(library.jane).level(), 2);
  EXPECT_EQ(standing(library.owen).level(), 0);
  EXPECT_FALSE(standing(library.owen).is_slipping()) << "nobody slips who was not met";
  const auto account =
      relationships::account_of(*library.scope(library.tom), *library.directory(), library.jane);
  EXPECT_EQ(account.scales.current().name(2), "Partner");
  EXPECT_EQ(move_words(account.moves[0], account.scales), "Not yet met → Working together");
  EXPECT_EQ(relationships::relationships_by_level(*library.scope(library.tom)), (std::vector<int>{1, 0, 1}));
}

TEST_P(ScaleChanges, RefuseAMoveFromAFormWithOldLevels) {
  move(library.jane, 3);
  const MoveDraft old{
      .with = library.jane, .level = 4, .reason = "Plans", .seen_version = 1, .seen_scale = 1};
  ASSERT_TRUE(change(library.ada, {.levels = three, .mapping = {0, 1, 1, 2, 2}}));
  const auto late = test::unchanged(library.database, [&] {
    return relationships::move(*library.scope(library.priya, 1), *library.directory(), old);
  });
  ASSERT_FALSE(late);
  EXPECT_EQ(late.refusal().kind, Refusal::Kind::conflict);
  EXPECT_THAT(late.refusal().message, HasSubstr("levels have been changed"));
}

TEST_P(ScaleChanges, AreTheAdministratorsAlone) {
  for (const auto who : {library.priya, library.gwen, library.dora}) {
    const auto refused = test::unchanged(library.database, [&] {
      return change(who, {.levels = three, .mapping = {0, 1, 1, 2, 2}});
    });
    EXPECT_EQ(refused.refusal().kind, Refusal::Kind::forbidden);
  }
}

TEST_P(ScaleChanges, RefuseTheSecondOfTwo) {
  ASSERT_TRUE(change(library.ada, {.levels = three, .mapping = {0, 1, 1, 2, 2}}));
  const auto late = test::unchanged(library.database, [&] {
    return change(library.ada, {.levels = three, .mapping = {0, 1, 1, 2, 2}, .seen_version = 1});
  });
  EXPECT_EQ(late.refusal().kind, Refusal::Kind::conflict);
}

TEST_P(ScaleChanges, AreShownBeforeTheyAreMade) {
  move(library.jane, 3);
  const auto preview = test::unchanged(library.database, [&] {
    return post(relationships::preview_levels, library.ada,
                {{"levels", "None\nKnown: By name\nPartner"}, {"version", "1"}});
  });
  EXPECT_EQ(preview.status, 200);
  EXPECT_THAT(preview.body, HasSubstr("Working together becomes"));
  EXPECT_THAT(preview.body, HasSubstr("one relationship"));
  const auto wrong =
      post(relationships::preview_levels, library.ada, {{"levels", "One <only>"}, {"version", "1"}});
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.body, HasSubstr("One &lt;only&gt;"));
  std::vector<std::pair<std::string, std::string>> fields = {
      {"levels", "None\nKnown\nPartner"}, {"version", "1"}, {"because", "Simpler"}};
  EXPECT_EQ(post(relationships::update_levels, library.ada, fields).status, 303);
  const auto late = post(relationships::update_levels, library.ada, fields);
  EXPECT_EQ(late.status, 409);
  EXPECT_THAT(late.body, HasSubstr("Somebody was faster"));
  EXPECT_THAT(late.body, HasSubstr("name=\"version\" value=\"2\""));
  const auto shown = post(relationships::show_levels, library.priya, {}).body;
  EXPECT_THAT(shown, HasSubstr("Version 2, today’s"));
  EXPECT_THAT(shown, HasSubstr("Simpler"));
  EXPECT_THAT(shown, Not(HasSubstr("<textarea")));
}

}  // namespace
}  // namespace rapport
