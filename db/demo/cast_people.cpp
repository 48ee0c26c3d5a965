// The academics: names, careers, addresses, and how lively each relationship with the library is.
#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "base/text.hpp"
#include "careers.hpp"
#include "cast.hpp"
#include "dice.hpp"
#include "names.hpp"
#include "ways.hpp"

namespace rapport::demo {
namespace {

/// The people whom the capture line's examples name.
struct Part {
  std::string_view title;
  std::string_view given;
  std::string_view family;
  std::string_view script;
  std::string_view pronouns;
  std::string_view department;
  Standing standing;
  int years;  ///< since joining; 0 is this September
  double liveliness;
  int quiet_days;                   ///< no conversation since so many days; 0 for none
  std::string_view asked_for = {};  ///< a way of working
};
constexpr Part parts[] = {
    {"Dr", "Jane", "Smith", "", "she", "Nursing & Midwifery", Standing::senior, 9, 1.1, 0,
     "Mail first, then telephone."},
    {"Mr", "Owen", "Smith", "", "he", "Paramedic Science", Standing::lecturer, 4, 0.7, 0},
    {"Prof.", "Adaeze", "Okafor", "", "she", "Public Health", Standing::new_head, 6, 0.9, 0},
    {"Dr", "Luca", "Moretti", "", "he", "Psychology", Standing::senior, 7, 0.9, 0},
    {"Dr", "Siân", "Probert", "", "she", "Public Health", Standing::lecturer, 3, 0.9, 0,
     "Short mails with one question each."},
    {"Dr", "Wei", "Zhang", "张伟", "", "Physiotherapy & Occupational Therapy", Standing::lecturer, 2, 0.8, 0},
    {"Ms", "Mary-Jane", "O’Neill", "", "she", "Nursing & Midwifery", Standing::lecturer, 11, 0.8, 0},
    {"Dr", "Kofi", "Mensah", "", "he", "Nursing & Midwifery", Standing::lecturer, 0, 0.12, 0},
    {"Dr", "Ruth", "Delacroix", "", "she", "Paramedic Science", Standing::senior, 8, 1.3, 77},
    {"Prof.", "Helen", "Marsden", "", "she", "Education", Standing::professor, 14, 1.2, 150},
};

/// Makes addresses that nobody else has.
class Registry {
 public:
  std::string address(const MadeUpName& name, std::string_view domain) {
    auto local = name.family.empty() ? plain(name.given, '.')
                                     : plain(name.given, '.').substr(0, 1) + "." + plain(name.family, '-');
    for (int number = 2; !addresses_.insert(local + "@" + std::string(domain)).second; ++number) {
      while (!local.empty() && local.back() >= '0' && local.back() <= '9') local.pop_back();
      local += std::to_string(number);
    }
    return local + "@" + std::string(domain);
  }

 private:
  /// Folded letters and digits, words joined by `joint`.
  static std::string plain(std::string_view name, char joint) {
    std::string result;
    for (const auto& word : folded_words(name)) {
      std::string kept;
      for (const char c : word)
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) kept += c;
      if (kept.empty()) continue;
      if (!result.empty()) result += joint;
      result += kept;
    }
    return result;
  }

  std::unordered_set<std::string> addresses_;
};

/// ISO 7064 MOD 11-2, as ORCID uses it.
char check_character(std::string_view digits) {
  int total = 0;
  for (const char digit : digits) total = (total + (digit - '0')) * 2 % 11;
  const int result = (12 - total) % 11;
  return result == 10 ? 'X' : static_cast<char>('0' + result);
}

/// From a block that ORCID does not give out (its own ends below 0009-0010).
std::string made_up_orcid(std::size_t number) {
  auto serial = std::to_string((number * 7919 + 2718281) % 10'000'000);
  serial.insert(0, 7 - serial.size(), '0');
  const auto digits = "00090099" + serial;
  const auto whole = digits + check_character(digits);
  return whole.substr(0, 4) + "-" + whole.substr(4, 4) + "-" + whole.substr(8, 4) + "-" + whole.substr(12, 4);
}

std::string full_name(const MadeUpName& name) {
  return name.family.empty() ? name.given : name.given + " " + name.family;
}

std::string_view polite_title(std::string_view pronouns, Dice& dice) {
  if (pronouns == "he") return "Mr";
  if (pronouns == "they") return dice.percent(60) ? "Mx" : "";
  return dice.percent(70) ? "Ms" : "Mrs";
}

std::string title_for(std::string_view last_post, const MadeUpName& name, Dice& dice) {
  if (last_post.starts_with("Professor") || last_post == "Head of Department") return "Prof.";
  if (name.family.empty() && dice.percent(50)) return {};
  return std::string(dice.percent(66) ? "Dr" : polite_title(name.pronouns, dice));
}

void add_name_forms(CastPerson& person, const MadeUpName& name, Dice& dice) {
  const auto short_one = short_form(name.given);
  if (!short_one.empty() && dice.percent(45)) {
    person.known_as = short_one;
    person.names.push_back({"also", std::string(short_one) + " " + name.family});
  }
  if (!name.script.empty()) person.names.push_back({"script", name.script});
  if (!name.family.empty() && name.pronouns == "she" && dice.percent(5))
    person.names.push_back({"former", name.given + " " + make_family_name(dice)});
}

void add_addresses(CastPerson& person, const MadeUpName& name, const CastUnit& unit, Registry& registry,
                   Dice& dice) {
  person.addresses.push_back(registry.address(name, "wrenmouth.example"));
  std::string code = unit.code;
  std::ranges::transform(code, code.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  if (dice.percent(9)) person.addresses.push_back(registry.address(name, code + ".wrenmouth.example"));
  if (dice.percent(2)) person.addresses.push_back(registry.address(name, "northgate-hospital.example"));
}

std::string about(const CastUnit& unit, Dice& dice) {
  const auto& words = department_words()[unit.words];
  const auto subject = std::string(dice.pick(words.subjects));
  auto leads = unit.modules.empty() ? std::string() : "Leads " + dice.pick(unit.modules) + ".";
  switch (dice.below(8)) {
    case 0:
      return leads;
    case 1:
      return "Works on " + subject + ".";
    case 2:
      return leads + (leads.empty() ? "" : " ") + "Works on " + subject + ".";
    default:
      return {};
  }
}

/// Which relationships are lively, which fell asleep and which never began.
void set_liveliness(CastPerson& person, std::size_t rank, const Cast& cast, Dice& dice) {
  const Date joined = person.posts.front().valid_from;
  const bool is_new = cast.today - joined < 100;
  if (dice.percent(is_new ? 45 : 11)) return;
  person.liveliness = 1.6 / static_cast<double>(rank + 2);
  if (is_new) person.liveliness = 0.05;
  const int span = cast.today - cast.first_day;
  if (!is_new && dice.percent(13))
    person.quiet_since = cast.today.plus_days(-dice.between(100, span * 2 / 3));
  if (!is_new && dice.percent(30))
    person.known_since = cast.first_day.plus_days(dice.between(20, span * 2 / 3));
}

void fill_in(CastPerson& person, const MadeUpName& name, std::size_t number, const Cast& cast,
             Registry& registry, Dice& dice) {
  const auto& unit = cast.at(person.posts.back().unit);
  person.full_name = full_name(name);
  person.family_name = name.family.empty() ? name.given : name.family;
  person.known_as = name.given;
  person.external_id = "E" + std::to_string(100'000 + number * 37);
  add_addresses(person, name, unit, registry, dice);
  if (dice.percent(58)) person.orcid = made_up_orcid(number);
}

CastPerson make_part(const Part& part, std::size_t number, const Cast& cast, Registry& registry, Dice& dice) {
  CastPerson person;
  const MadeUpName name{std::string(part.given), std::string(part.family), std::string(part.script),
                        part.pronouns};
  person.posts = career_of(cast, cast.unit(part.department), part.standing, part.years, dice);
  fill_in(person, name, number, cast, registry, dice);
  person.title = part.title;
  person.pronouns = part.pronouns;
  if (!part.asked_for.empty())
    person.ways.push_back({part.asked_for, "Said so at the first meeting", cast.today.plus_months(-7),
                           cast.today.plus_months(5), cast.member("nadia")});
  if (!name.script.empty()) person.names.push_back({"script", name.script});
  person.liveliness = part.liveliness;
  if (part.quiet_days > 0) person.quiet_since = cast.today.plus_days(1 - part.quiet_days);
  return person;
}

CastPerson make_person(Id<CastUnit> unit, std::size_t rank, bool is_head, std::size_t number,
                       const Cast& cast, Registry& registry, Dice& dice) {
  CastPerson person;
  const auto name = make_name(dice);
  person.posts = is_head ? career_of(cast, unit, Standing::head, dice.between(6, 18), dice)
                         : any_career(cast, unit, dice);
  fill_in(person, name, number, cast, registry, dice);
  person.title = title_for(person.posts.back().title, name, dice);
  if (dice.percent(28)) person.pronouns = name.pronouns;
  add_name_forms(person, name, dice);
  person.about = about(cast.at(unit), dice);
  if (is_head)
    person.liveliness = 0.7;
  else
    set_liveliness(person, rank, cast, dice);
  return person;
}

/// How many people each department gets of `count`.
std::vector<int> shares(const Cast& cast, const std::vector<Id<CastUnit>>& departments, int count) {
  double whole = 0;
  for (const auto unit : departments) whole += department_words()[cast.at(unit).words].weight;
  std::vector<int> result;
  double running = 0;
  int given = 0;
  for (const auto unit : departments) {
    running += department_words()[cast.at(unit).words].weight;
    const int until = static_cast<int>(std::lround(running / whole * count));
    result.push_back(until - given);
    given = until;
  }
  return result;
}

bool has_a_head(const Cast& cast, Id<CastUnit> unit) {
  return std::ranges::any_of(parts, [&](const Part& part) {
    return part.standing >= Standing::head && part.department == cast.at(unit).name;
  });
}

int parts_in(const Cast& cast, Id<CastUnit> unit) {
  return static_cast<int>(std::ranges::count(parts, cast.at(unit).name, &Part::department));
}

}  // namespace

std::vector<CastPerson> make_people(const Cast& cast) {
  Dice dice(cast_seed, "people");
  Registry registry;
  std::vector<CastPerson> people;
  for (const auto& part : parts) people.push_back(make_part(part, people.size(), cast, registry, dice));
  const auto departments = cast.departments();
  const auto counts = shares(cast, departments, cast.size.people);
  for (std::size_t d = 0; d < departments.size(); ++d) {
    const int already = parts_in(cast, departments[d]);
    const bool needs_head = !has_a_head(cast, departments[d]);
    for (int i = already; i < counts[d]; ++i) {
      const bool is_head = needs_head && i == already;
      people.push_back(make_person(departments[d], static_cast<std::size_t>(i), is_head, people.size(), cast,
                                   registry, dice));
    }
  }
  for (auto& person : people)
    if (person.ways.empty()) person.ways = ways_of(person, cast, dice);
  return people;
}

}  // namespace rapport::demo
