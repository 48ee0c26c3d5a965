// The made-up university is whole, dated, fictional and always the same.
#include "demo/cast.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "base/email.hpp"
#include "base/orcid.hpp"
#include "base/random.hpp"
#include "base/text.hpp"
#include "demo/diary.hpp"

namespace rapport::demo {
namespace {

const Date cast_day = *Date::parse_iso("2026-11-12");

const Cast& usual_cast() {
  static const Cast cast = make_cast(cast_day);
  return cast;
}

void print(std::ostream& out, const CastPerson& person) {
  out << person.external_id << '|' << person.title << '|' << person.full_name << '|' << person.known_as << '|'
      << person.pronouns << '|' << person.orcid.value_or("-") << '|' << person.about;
  for (const auto& address : person.addresses) out << '|' << address;
  for (const auto& name : person.names) out << '|' << name.kind << ' ' << name.name;
  for (const auto& post : person.posts)
    out << '|' << post.unit.value << ' ' << post.title << ' ' << post.valid_from.iso() << ' '
        << (post.valid_to ? post.valid_to->iso() : "");
  for (const auto& way : person.ways)
    out << '|' << way.statement << ' ' << way.source << ' ' << way.stated_on.iso();
  out << '\n';
}

std::string print(const Cast& cast) {
  std::ostringstream out;
  for (const auto& unit : cast.units) out << unit.kind << ' ' << unit.name << ' ' << unit.code << '\n';
  for (const auto& member : cast.staff)
    out << member.username << ' ' << member.full_name << ' ' << member.role << '\n';
  for (const auto& person : cast.people) print(out, person);
  return out.str();
}

TEST(Cast, IsTheSameEachTime) {
  EXPECT_EQ(print(make_cast(cast_day)), print(make_cast(cast_day)));
}

TEST(Cast, IsTheOneThatPicturesWereMadeWith) {
  EXPECT_EQ(sha256_hex(print(usual_cast())),
            "b6ed1ac362c230e0a35407484de4b7070f47a4ad758caf79f5fbead7893e5aa2");
}

TEST(Cast, HasTheSizeOfASmallUniversity) {
  const auto& cast = usual_cast();
  EXPECT_EQ(std::ranges::count(cast.units, "faculty", &CastUnit::kind), 3);
  EXPECT_EQ(cast.departments().size(), 14U);
  EXPECT_EQ(cast.people.size(), 420U);
  EXPECT_EQ(cast.staff.size(), 12U);
  EXPECT_EQ(cast.teams.size(), 3U);
  EXPECT_EQ(std::ranges::count(cast.staff, "director", &CastStaff::role), 1);
  EXPECT_EQ(std::ranges::count(cast.staff, "leader", &CastStaff::role), 2);
  EXPECT_EQ(std::ranges::count(cast.staff, "administrator", &CastStaff::role), 1);
}

TEST(Cast, HasADepartmentThatWasTwoUntilTheYearBeforeThisOne) {
  const auto& cast = usual_cast();
  const auto& made = cast.at(cast.unit("Physiotherapy & Occupational Therapy"));
  EXPECT_EQ(made.merged_on, *Date::of(2025, 8, 1));
  EXPECT_EQ(made.forerunners.size(), 2U);
  EXPECT_EQ(
      std::ranges::count_if(cast.units, [](const CastUnit& unit) { return unit.merged_on.has_value(); }), 1);
}

TEST(Cast, HasEverybodyWhomTheExamplesName) {
  for (const auto* name :
       {"Jane Smith", "Owen Smith", "Adaeze Okafor", "Luca Moretti", "Siân Probert", "Wei Zhang",
        "Mary-Jane O’Neill", "Kofi Mensah", "Ruth Delacroix", "Helen Marsden"})
    EXPECT_TRUE(usual_cast().at(usual_cast().person(name)).holds_post_on(cast_day)) << name;
}

TEST(Cast, GivesTheFirstLibrarianNursing) {
  const auto& cast = usual_cast();
  const auto nursing = cast.unit("Nursing & Midwifery");
  const auto nadia = cast.member(demo_logins().front().username);
  EXPECT_TRUE(std::ranges::any_of(cast.portfolios, [&](const CastPortfolio& portfolio) {
    return portfolio.unit == nursing && portfolio.staff == nadia && portfolio.part == "lead" &&
           !portfolio.valid_to;
  }));
}

TEST(Cast, GivesEachDepartmentOneLead) {
  const auto& cast = usual_cast();
  for (const auto unit : cast.departments()) {
    const auto leads = std::ranges::count_if(cast.portfolios, [&](const CastPortfolio& portfolio) {
      return portfolio.unit == unit && portfolio.part == "lead" && !portfolio.valid_to;
    });
    EXPECT_EQ(leads, 1) << cast.at(unit).name;
  }
}

TEST(Cast, GivesEachDepartmentOneHead) {
  const auto& cast = usual_cast();
  for (const auto unit : cast.departments()) {
    const auto heads = std::ranges::count_if(cast.people, [&](const CastPerson& person) {
      const auto* post = person.main_post_on(cast_day);
      return post != nullptr && post->unit == unit && post->title == "Head of Department";
    });
    EXPECT_EQ(heads, 1) << cast.at(unit).name;
  }
}

TEST(Cast, SharesNoAddressNumberOrOrcid) {
  std::set<std::string> keys;
  for (const auto& person : usual_cast().people) {
    EXPECT_TRUE(keys.insert(person.external_id).second) << person.external_id;
    EXPECT_TRUE(!person.orcid || keys.insert(*person.orcid).second) << person.full_name;
    for (const auto& address : person.addresses) EXPECT_TRUE(keys.insert(fold(address)).second) << address;
  }
}

TEST(Cast, LivesUnderExampleOnly) {
  for (const auto& person : usual_cast().people)
    for (const auto& address : person.addresses) {
      EXPECT_TRUE(parse_email(address).has_value()) << address;
      EXPECT_TRUE(address.ends_with(".example")) << address;
    }
  for (const auto& member : usual_cast().staff)
    EXPECT_TRUE(member.email.ends_with(".example")) << member.email;
}

TEST(Cast, HasOrcidsThatAreRightAndNobodys) {
  int orcids = 0;
  for (const auto& person : usual_cast().people) {
    if (!person.orcid) continue;
    ++orcids;
    EXPECT_EQ(parse_orcid(*person.orcid), person.orcid);
    EXPECT_TRUE(person.orcid->starts_with("0009-0099-")) << "outside the block that ORCID gives out";
  }
  EXPECT_GT(orcids, 150);
}

TEST(Cast, HasNamesOfManyKinds) {
  long scripts = 0, one_word = 0, apostrophes = 0, hyphens = 0, accents = 0, former = 0;
  for (const auto& person : usual_cast().people) {
    const auto& name = person.full_name;
    EXPECT_EQ(tidy_line(name), name);
    one_word += name.find(' ') == std::string::npos;
    apostrophes += name.find("’") != std::string::npos;
    hyphens += name.find('-') != std::string::npos;
    accents += std::ranges::any_of(name, [](unsigned char c) { return c > 127; });
    scripts += std::ranges::count(person.names, "script", &CastName::kind);
    former += std::ranges::count(person.names, "former", &CastName::kind);
  }
  EXPECT_GE(one_word, 1);
  EXPECT_GE(apostrophes, 5);
  EXPECT_GE(hyphens, 3);
  EXPECT_GE(accents, 50);
  EXPECT_GE(scripts, 20);
  EXPECT_GE(former, 3);
}

TEST(Cast, HasCareersInOrder) {
  for (const auto& person : usual_cast().people) {
    ASSERT_FALSE(person.posts.empty()) << person.full_name;
    std::optional<Date> main_ended;
    for (const auto& post : person.posts) {
      EXPECT_LT(post.valid_from, cast_day) << person.full_name;
      EXPECT_LE(post.valid_from, post.valid_to.value_or(cast_day)) << person.full_name;
      if (!post.is_main) continue;
      EXPECT_TRUE(!main_ended || post.valid_from > *main_ended) << person.full_name;
      main_ended = post.valid_to.value_or(*Date::of(9999, 1, 1));
    }
  }
}

TEST(Cast, HasPeopleWhoCameAndWent) {
  int left = 0, came = 0, several = 0, joint = 0;
  const Date september = *Date::parse_iso("2026-08-01");
  for (const auto& person : usual_cast().people) {
    left += person.left_on() && *person.left_on() < cast_day;
    came += person.posts.front().valid_from >= september;
    several += person.posts.size() > 1;
    joint += std::ranges::any_of(person.posts, [](const CastPost& post) { return !post.is_main; });
  }
  EXPECT_THAT(left, testing::AllOf(testing::Ge(15), testing::Le(60)));
  EXPECT_THAT(came, testing::AllOf(testing::Ge(10), testing::Le(60)));
  EXPECT_GE(several, 150);
  EXPECT_GE(joint, 8);
}

TEST(Cast, SaysWaysOfWorkingThatHaveASourceAndAReview) {
  int ways = 0;
  for (const auto& person : usual_cast().people)
    for (const auto& way : person.ways) {
      ++ways;
      EXPECT_FALSE(way.source.empty());
      EXPECT_LE(way.stated_on, cast_day) << person.full_name;
      EXPECT_GT(way.review_on, way.stated_on);
    }
  EXPECT_GE(ways, 60);
}

TEST(Cast, MovesWithToday) {
  for (const auto* day : {"2025-08-20", "2027-02-28", "2028-02-29", "2030-12-31"}) {
    const auto cast = make_cast(*Date::parse_iso(day));
    EXPECT_EQ(cast.people.size(), 420U);
    EXPECT_TRUE(cast.at(cast.person("Kofi Mensah")).holds_post_on(cast.today)) << day;
  }
}

TEST(Cast, GrowsWithoutSharingKeys) {
  const auto cast = make_cast(cast_day, Size::of(5'000, 0));
  std::set<std::string> keys;
  for (const auto& person : cast.people) {
    EXPECT_TRUE(keys.insert(person.external_id).second);
    for (const auto& address : person.addresses) EXPECT_TRUE(keys.insert(address).second) << address;
  }
  EXPECT_EQ(cast.people.size(), 5'000U);
  EXPECT_GT(cast.departments().size(), 30U);
  EXPECT_GT(cast.staff.size(), 20U);
}

TEST(DemoPassword, IsLongEnoughAndTheSame) {
  EXPECT_GE(demo_password().size(), 12U);
  EXPECT_EQ(demo_password(), demo_password());
}

}  // namespace
}  // namespace rapport::demo
