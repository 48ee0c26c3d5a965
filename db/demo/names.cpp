// Joins given and family names of one origin, now and then of two.
#include "names.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.hpp"
#include "name_pools.hpp"

namespace rapport::demo {
namespace {

struct Part {
  std::string latin;
  std::string_view pronouns;
  std::string script;
};

struct Pool {
  bool is_family_first = false;
  std::vector<Part> given;
  std::vector<Part> family;
};

std::string spaced(std::string_view text) {
  std::string result(text);
  std::ranges::replace(result, '_', ' ');
  return result;
}

std::string_view pronouns_of(std::string_view letter) {
  return letter == "s" ? "she" : letter == "h" ? "he" : "they";
}

std::vector<Part> given_parts(std::string_view text) {
  std::vector<Part> parts;
  for (const auto entry : split(text, ' ')) {
    const auto cells = split(entry, '|');
    parts.push_back({spaced(cells[0]), pronouns_of(cells[1]), cells.size() > 2 ? std::string(cells[2]) : ""});
  }
  return parts;
}

std::vector<Part> family_parts(std::string_view text) {
  std::vector<Part> parts;
  for (const auto entry : split(text, ' ')) {
    const auto cells = split(entry, '|');
    parts.push_back({spaced(cells[0]), "", cells.size() > 1 ? std::string(cells[1]) : ""});
  }
  return parts;
}

struct Pools {
  std::vector<Pool> pools;
  std::vector<double> running;
  std::vector<Part> one_word;
};

Pools read_pools() {
  Pools result;
  for (const auto& pool : name_pools()) {
    result.pools.push_back({pool.is_family_first, given_parts(pool.given), family_parts(pool.family)});
    result.running.push_back(pool.share);
  }
  result.running = running_sum(std::move(result.running));
  result.one_word = given_parts(one_word_names());
  return result;
}

const Pools& all_pools() {
  static const Pools pools = read_pools();
  return pools;
}

std::string joined_script(const Pool& pool, const Part& given, const Part& family) {
  if (given.script.empty() || family.script.empty()) return {};
  return pool.is_family_first ? family.script + given.script : given.script + " " + family.script;
}

MadeUpName one_word_name(Dice& dice) {
  const auto& part = dice.pick(all_pools().one_word);
  return {part.latin, "", "", part.pronouns};
}

}  // namespace

MadeUpName make_name(Dice& dice) {
  const auto& pools = all_pools();
  if (dice.per_mille(6)) return one_word_name(dice);
  const auto& pool = pools.pools[dice.weighted(pools.running)];
  const auto& given = dice.pick(pool.given);
  const bool is_mixed = dice.percent(6);
  const auto& other = is_mixed ? pools.pools[dice.weighted(pools.running)] : pool;
  const auto& family = dice.pick(other.family);
  return {given.latin, family.latin, is_mixed ? "" : joined_script(pool, given, family), given.pronouns};
}

std::string make_family_name(Dice& dice) {
  const auto& pools = all_pools();
  return dice.pick(pools.pools[dice.weighted(pools.running)].family).latin;
}

std::string_view short_form(std::string_view given) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 30> forms = {
      {{"Elizabeth", "Liz"},   {"Katherine", "Kate"},      {"Catherine", "Cathy"},
       {"Jennifer", "Jen"},    {"Rebecca", "Becky"},       {"Samantha", "Sam"},
       {"Victoria", "Vicky"},  {"Patricia", "Trish"},      {"Margaret", "Maggie"},
       {"Deborah", "Debbie"},  {"Christine", "Chris"},     {"Christopher", "Chris"},
       {"Benjamin", "Ben"},    {"Jonathan", "Jon"},        {"Nicholas", "Nick"},
       {"Michael", "Mike"},    {"Timothy", "Tim"},         {"Andrew", "Andy"},
       {"Matthew", "Matt"},    {"Daniel", "Dan"},          {"Joanna", "Jo"},
       {"Francesca", "Fran"},  {"Alessandra", "Sandra"},   {"Alexandros", "Alex"},
       {"Katarzyna", "Kasia"}, {"Małgorzata", "Gosia"},    {"Magdalena", "Magda"},
       {"Agnieszka", "Aga"},   {"Venkataraman", "Venkat"}, {"Oluwaseun", "Seun"}}};
  for (const auto& [long_form, short_one] : forms)
    if (long_form == given) return short_one;
  return {};
}

}  // namespace rapport::demo
