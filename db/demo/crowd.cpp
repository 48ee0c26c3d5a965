// Weights by department and week; the day itself is checked when somebody is picked.
#include "crowd.hpp"

#include <algorithm>

namespace rapport::demo {
namespace {

bool is_in_post(const CastPerson& person, Id<CastUnit> unit, Date date) {
  return std::ranges::any_of(person.posts, [&](const CastPost& post) {
    return post.unit == unit && post.valid_from <= date && (!post.valid_to || date <= *post.valid_to);
  });
}

bool is_spoken_to(const CastPerson& person, Date date) {
  if (person.liveliness == 0) return false;
  if (person.quiet_since && date >= *person.quiet_since) return false;
  return !person.known_since || date >= *person.known_since;
}

bool has_such(const DepartmentWords& words, Audience audience) {
  switch (audience) {
    case Audience::everyone:
      return true;
    case Audience::with_placements:
      return words.has_placements;
    case Audience::with_old_books:
      return words.has_old_books;
  }
  return true;
}

std::string_view code_of(Specialist specialist) {
  return specialist == Specialist::research      ? "research"
         : specialist == Specialist::collections ? "collections"
                                                 : "";
}

}  // namespace

Crowd::Crowd(const Cast& cast) : cast_(cast), place_of_unit_(cast.units.size()) {
  for (std::size_t i = 0; i < cast.units.size(); ++i) {
    if (cast.units[i].kind != "department") continue;
    place_of_unit_[i] = departments_.size();
    departments_.push_back({.unit = {static_cast<std::int64_t>(i)}, .people = {}, .running = {}});
  }
  for (std::size_t p = 0; p < cast.people.size(); ++p) {
    for (const auto& post : cast.people[p].posts) {
      auto& people = departments_[place_of_unit_[static_cast<std::size_t>(post.unit.value)]].people;
      const Id<CastPerson> person{static_cast<std::int64_t>(p)};
      if (people.empty() || people.back() != person) people.push_back(person);
    }
  }
}

void Crowd::turn_to(Date date) {
  for (auto& running : running_by_audience_) running.clear();
  for (auto& department : departments_) {
    double sum = 0;
    department.running.clear();
    for (const auto person : department.people) {
      const bool is_there = is_reachable(person, department.unit, date) ||
                            is_reachable(person, department.unit, date.plus_days(6));
      sum += is_there ? cast_.at(person).liveliness : 0;
      department.running.push_back(sum);
    }
    const auto& words = department_words()[cast_.at(department.unit).words];
    for (const auto audience : {Audience::everyone, Audience::with_placements, Audience::with_old_books}) {
      auto& running = running_by_audience_[static_cast<std::size_t>(audience)];
      running.push_back((running.empty() ? 0 : running.back()) + (has_such(words, audience) ? sum : 0));
    }
  }
}

const Crowd::Department& Crowd::of(Id<CastUnit> unit) const {
  return departments_[place_of_unit_[static_cast<std::size_t>(unit.value)]];
}

bool Crowd::is_reachable(Id<CastPerson> person, Id<CastUnit> unit, Date date) const {
  return is_in_post(cast_.at(person), unit, date) && is_spoken_to(cast_.at(person), date);
}

Id<CastUnit> Crowd::department(Audience audience, Dice& dice) const {
  return departments_[dice.weighted(running_by_audience_[static_cast<std::size_t>(audience)])].unit;
}

std::optional<Id<CastPerson>> Crowd::person(Id<CastUnit> unit, Date date, Dice& dice) const {
  const auto& department = of(unit);
  if (department.running.empty() || department.running.back() <= 0) return std::nullopt;
  for (int tries = 0; tries < 10; ++tries) {
    const auto person = department.people[dice.weighted(department.running)];
    if (is_reachable(person, unit, date)) return person;
  }
  return std::nullopt;
}

std::vector<Id<CastPerson>> Crowd::others(Id<CastUnit> unit, Id<CastPerson> first, int count, Date date,
                                          Dice& dice) const {
  std::vector<Id<CastPerson>> found;
  for (int i = 0; i < count; ++i) {
    const auto next = person(unit, date, dice);
    if (next && *next != first && std::ranges::count(found, *next) == 0) found.push_back(*next);
  }
  return found;
}

std::optional<Id<CastPerson>> Crowd::head_of(Id<CastUnit> unit, Date date) const {
  for (const auto person : of(unit).people) {
    const auto* post = cast_.at(person).main_post_on(date);
    if (post != nullptr && post->unit == unit && post->title == "Head of Department") return person;
  }
  return std::nullopt;
}

std::optional<Id<CastPerson>> Crowd::bystander(Id<CastUnit> unit, Date date, Dice& dice) const {
  const auto& people = of(unit).people;
  for (int tries = 0; tries < 4 && !people.empty(); ++tries) {
    const auto somebody = dice.pick(people);
    if (is_in_post(cast_.at(somebody), unit, date)) return somebody;
  }
  return std::nullopt;
}

Id<CastStaff> Crowd::staff_for(Id<CastUnit> unit, Specialist specialist, Date date, Dice& dice) const {
  if (specialist != Specialist::none && dice.percent(60)) {
    std::vector<Id<CastStaff>> known;
    for (std::size_t i = 0; i < cast_.staff.size(); ++i)
      if (cast_.staff[i].specialism == code_of(specialist)) known.push_back({static_cast<std::int64_t>(i)});
    return dice.pick(known);
  }
  std::vector<Id<CastStaff>> caring;
  for (const auto& portfolio : cast_.portfolios) {
    const bool is_now = portfolio.valid_from <= date && (!portfolio.valid_to || date <= *portfolio.valid_to);
    if (portfolio.unit != unit || !is_now) continue;
    const int tickets = portfolio.part == "lead" ? 7 : 2;
    caring.insert(caring.end(), static_cast<std::size_t>(tickets), portfolio.staff);
  }
  if (caring.empty() || dice.percent(7)) return colleague_of(cast_.member("bronwen"), dice);
  return dice.pick(caring);
}

Id<CastStaff> Crowd::colleague_of(Id<CastStaff> staff, Dice& dice) const {
  while (true) {
    const Id<CastStaff> other{static_cast<std::int64_t>(dice.below(cast_.staff.size()))};
    if (other != staff && cast_.at(other).role != "director") return other;
  }
}

}  // namespace rapport::demo
