// Puts the cast together, and finds its members by name.
#include "cast.hpp"

#include <algorithm>
#include <stdexcept>

#include "dice.hpp"

namespace rapport::demo {
namespace {

constexpr DemoLogin logins[] = {{"nadia", "a librarian"},
                                {"rhys", "a team leader"},
                                {"alastair", "the administrator"},
                                {"bronwen", "the director"}};

template <class T, class Member>
std::size_t place_of(const std::vector<T>& items, std::string_view wanted, Member member) {
  const auto found = std::ranges::find(items, wanted, member);
  if (found == items.end()) throw std::out_of_range("not in the cast: " + std::string(wanted));
  return static_cast<std::size_t>(found - items.begin());
}

}  // namespace

Size Size::of(int people, int interactions) {
  Size size{.people = people, .interactions = interactions};
  if (people <= 0 || people == Size{}.people) return size;
  size.departments = std::clamp(people / 120, 14, 80);
  size.staff = std::clamp(people / 160, 12, 60);
  return size;
}

bool CastPerson::holds_post_on(Date date) const {
  return std::ranges::any_of(posts, [&](const CastPost& post) {
    return post.valid_from <= date && (!post.valid_to || date <= *post.valid_to);
  });
}

const CastPost* CastPerson::main_post_on(Date date) const {
  for (const auto& post : posts)
    if (post.is_main && post.valid_from <= date && (!post.valid_to || date <= *post.valid_to)) return &post;
  return nullptr;
}

std::optional<Date> CastPerson::left_on() const {
  std::optional<Date> last;
  for (const auto& post : posts) {
    if (!post.valid_to) return std::nullopt;
    last = std::max(last.value_or(*post.valid_to), *post.valid_to);
  }
  return last;
}

std::vector<Id<CastUnit>> Cast::departments() const {
  std::vector<Id<CastUnit>> found;
  for (std::size_t i = 0; i < units.size(); ++i)
    if (units[i].kind == "department" && !units[i].closed_on) found.push_back({static_cast<std::int64_t>(i)});
  return found;
}

Id<CastUnit> Cast::unit(std::string_view name) const {
  return {static_cast<std::int64_t>(place_of(units, name, &CastUnit::name))};
}
Id<CastPerson> Cast::person(std::string_view full_name) const {
  return {static_cast<std::int64_t>(place_of(people, full_name, &CastPerson::full_name))};
}
Id<CastStaff> Cast::member(std::string_view username) const {
  return {static_cast<std::int64_t>(place_of(staff, username, &CastStaff::username))};
}

Cast make_cast(Date today, const Size& size) {
  const Date first_day = today.plus_months(-size.months);
  Cast cast{.today = today,
            .size = size,
            .first_day = first_day,
            .year = YearRhythm(first_day, today.plus_months(10)),
            .units = make_units(today, size),
            .teams = {},
            .staff = make_staff(size),
            .portfolios = {},
            .people = {},
            .topics = {}};
  for (const auto& member : cast.staff)
    if (!member.team.empty() && std::ranges::count(cast.teams, member.team) == 0)
      cast.teams.push_back(member.team);
  const auto topics = topic_names();
  cast.topics.assign(topics.begin(), topics.end());
  cast.portfolios = make_portfolios(cast);
  cast.people = make_people(cast);
  return cast;
}

std::span<const DemoLogin> demo_logins() {
  return logins;
}

std::string demo_password() {
  constexpr std::string_view things[] = {"copper",  "heron",  "lantern", "quill",
                                         "harbour", "willow", "pebble",  "thimble"};
  Dice dice(cast_seed, "password");
  std::string password;
  for (int i = 0; i < 3; ++i) password += std::string(dice.pick(things)) + "-";
  return password + std::to_string(dice.between(10, 99));
}

}  // namespace rapport::demo
