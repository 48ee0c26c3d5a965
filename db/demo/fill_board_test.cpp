// The office screen of the made-up university names no academic.
#include <gtest/gtest.h>

#include <algorithm>

#include "base/text.hpp"
#include "bumps/wall.hpp"
#include "bumps/wall_views.hpp"
#include "demo/fill.hpp"
#include "support/test_database.hpp"

namespace rapport::demo {
namespace {

const Instant nine_o_clock = *Instant::parse_iso("2026-11-12T09:00:00Z");
const FillOptions quick{.now = nine_o_clock, .hash_cost = {.passes = 1, .memory_bytes = 8192}};

/// What stands between the tags.
std::string words_of_page(std::string_view html) {
  std::string text;
  bool is_tag = false;
  for (const char c : html.substr(html.find("<body"))) {
    if (c == '<') is_tag = true;
    if (!is_tag) text += c;
    if (c == '>') {
      is_tag = false;
      text += ' ';
    }
  }
  return text;
}

TEST(OfficeScreen, NamesNoAcademicOfTheMadeUpUniversity) {
  test::TestDatabase database(db::Engine::sqlite);
  const auto filled = fill(*database, make_cast(*Date::parse_iso("2026-11-12"), {}), quick);
  const Zone zone("Europe/London");
  const auto scope_of = [&](const Viewer& viewer) {
    return std::make_unique<Scope>(*database, filled.institution, viewer, zone, nine_o_clock);
  };
  DirectoryKeeper keeper;
  const auto nobody = scope_of({});
  const auto directory = keeper.current(*nobody);
  const auto* rhys = directory->staff.find_username("rhys");
  const auto leader = scope_of({.staff = rhys->id, .role = rhys->role, .team = rhys->team});
  const auto token = bumps::make_wall(*leader, {"Stairs", false, "30"}).value();
  const auto board = bumps::read_wall(*nobody, *directory, token).value();
  ASSERT_FALSE(board.first.empty());
  ASSERT_TRUE(board.story);
  const auto shown = fold(words_of_page(bumps::wall_page(board, *directory).body));
  const auto words = folded_words(shown);
  for (const auto& person : directory->people.in_name_order()) {
    EXPECT_EQ(shown.find(fold(person->full_name)), std::string::npos) << person->full_name;
    const auto family_name = folded_words(person->full_name).back();
    EXPECT_EQ(std::ranges::count(words, family_name), 0) << person->full_name;
  }
  for (const auto& member : directory->staff.staff()) {
    const auto family_name = folded_words(member.full_name).back();
    EXPECT_EQ(std::ranges::count(words, family_name), 0) << member.full_name;
  }
}

}  // namespace
}  // namespace rapport::demo
