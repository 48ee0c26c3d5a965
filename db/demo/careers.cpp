// Posts begin on the first of a month and end on the last, as personnel systems have it.
#include "careers.hpp"

#include <algorithm>

namespace rapport::demo {
namespace {

Date september(int year) {
  return *Date::of(year, 9, 1);
}
Date august(int year) {
  return *Date::of(year, 8, 1);
}

constexpr std::string_view head_title = "Head of Department";

/// Ends the last post the day before and begins another.
void promote(std::vector<CastPost>& posts, std::string_view title, Date from) {
  if (from <= posts.back().valid_from) return;
  posts.back().valid_to = from.plus_days(-1);
  posts.push_back(
      {.unit = posts.back().unit, .title = std::string(title), .valid_from = from, .valid_to = {}});
}

/// Years since joining: a tail of old hands, a steady stream of new ones.
int years_here(Dice& dice) {
  if (dice.percent(6)) return 0;
  if (dice.percent(42)) return dice.between(1, 4);
  return dice.between(5, 24);
}

Date joining_day(int year, const Cast& cast, Dice& dice) {
  const Date candidates[] = {september(year), september(year),           september(year),
                             august(year),    *Date::of(year + 1, 1, 1), *Date::of(year + 1, 2, 1)};
  const Date joined = dice.pick(candidates);
  return joined <= cast.today ? joined : std::min(september(year), cast.today.plus_days(-14));
}

std::string_view first_title(const DepartmentWords& words, Dice& dice) {
  constexpr std::string_view usual[] = {
      "Lecturer",        "Lecturer",        "Lecturer",           "Senior Lecturer",
      "Teaching Fellow", "Research Fellow", "Research Associate", "Lecturer in Education"};
  if (words.has_placements && dice.percent(12)) return "Placement Lead";
  if (words.name == "Education") return usual[dice.below(std::size(usual))];
  return usual[dice.below(std::size(usual) - 1)];
}

std::string_view next_title(std::string_view title) {
  if (title == "Senior Lecturer") return "Associate Professor";
  if (title == "Associate Professor") return "Professor";
  if (title == "Research Associate") return "Research Fellow";
  if (title == "Research Fellow") return "Senior Research Fellow";
  return "Senior Lecturer";
}

void add_promotions(std::vector<CastPost>& posts, const Cast& cast, Dice& dice) {
  for (int promotions = 0; promotions < 3; ++promotions) {
    const Date from = august(posts.back().valid_from.year() + dice.between(4, 9));
    if (from > cast.today) return;
    promote(posts, next_title(posts.back().title), from);
  }
}

/// A second post in a neighbouring department, from one of the last years.
void add_joint_post(std::vector<CastPost>& posts, const Cast& cast, Dice& dice) {
  const auto departments = cast.departments();
  const auto other = dice.pick(departments);
  const Date from =
      std::max(posts.back().valid_from, august(AcademicYears().of(cast.today) - dice.between(0, 3)));
  if (other == posts.back().unit || from > cast.today) return;
  posts.push_back({.unit = other,
                   .title = posts.back().title + " (joint post)",
                   .is_main = false,
                   .valid_from = from,
                   .valid_to = {}});
}

/// Some had their first years in the department that was closed.
void begin_elsewhere(std::vector<CastPost>& posts, const Cast& cast) {
  const auto closed = cast.unit("Modern Languages");
  const Date moved = cast.at(closed).closed_on->plus_days(1);
  if (posts.size() != 1 || posts.front().valid_from >= moved) return;
  auto first = posts.front();
  first.unit = closed;
  first.valid_to = moved.plus_days(-1);
  posts.front().valid_from = moved;
  posts.insert(posts.begin(), first);
}

/// The last day of a month in the span of the conversations, or of next summer for a fixed term.
Date leaving_day(const Cast& cast, Dice& dice) {
  const int year = AcademicYears().of(cast.today) - dice.between(0, 2);
  const Date candidates[] = {*Date::of(year, 8, 31), *Date::of(year, 7, 31), *Date::of(year, 12, 31),
                             *Date::of(year + 1, 3, 31), *Date::of(year, 8, 31)};
  return dice.pick(candidates);
}

void leave(std::vector<CastPost>& posts, const Cast& cast, Dice& dice) {
  const Date last = leaving_day(cast, dice);
  for (const auto& post : posts)
    if (post.valid_from >= last || (post.valid_to && *post.valid_to >= last)) return;
  for (auto& post : posts)
    if (!post.valid_to) post.valid_to = last;
}

}  // namespace

std::vector<CastPost> career_of(const Cast& cast, Id<CastUnit> unit, Standing standing, int years,
                                Dice& dice) {
  const int this_year = AcademicYears().of(cast.today);
  const Date joined = std::min(september(this_year - years), cast.today.plus_days(-14));
  std::vector<CastPost> posts = {{.unit = unit, .title = "Lecturer", .valid_from = joined, .valid_to = {}}};
  if (standing == Standing::lecturer) return posts;
  promote(posts, "Senior Lecturer", august(joined.year() + dice.between(2, 3)));
  if (standing == Standing::senior) return posts;
  promote(posts, "Professor", august(joined.year() + dice.between(4, 5)));
  if (standing == Standing::professor) return posts;
  const int years_as_head = standing == Standing::head ? dice.between(0, 3) : 0;
  const Date from = august(this_year - years_as_head);
  promote(posts, head_title, from > posts.back().valid_from ? from : august(this_year));
  return posts;
}

std::vector<CastPost> any_career(const Cast& cast, Id<CastUnit> unit, Dice& dice) {
  const Date joined = joining_day(AcademicYears().of(cast.today) - years_here(dice), cast, dice);
  const auto& words = department_words()[cast.at(unit).words];
  std::vector<CastPost> posts = {
      {.unit = unit, .title = std::string(first_title(words, dice)), .valid_from = joined, .valid_to = {}}};
  add_promotions(posts, cast, dice);
  if (words.name == "English & Creative Writing" && dice.percent(40)) begin_elsewhere(posts, cast);
  if (dice.percent(5)) add_joint_post(posts, cast, dice);
  if (dice.percent(12)) leave(posts, cast, dice);
  return posts;
}

}  // namespace rapport::demo
