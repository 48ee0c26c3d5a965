// The rules of helpfulness, one function each, and the two reads.
#include "bumps/helpfulness.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace rapport {
namespace {

constexpr int places_given = 3;
constexpr std::size_t placed_max = 6;
/// Sums of the same fractions in another order may differ by this much.
constexpr double same_amount = 1e-9;

void sort_by_day(std::vector<Helped>& helps) {
  std::ranges::sort(helps, {}, [](const Helped& help) {
    return std::tuple(help.happened_on, help.bump, help.helper, help.colleague);
  });
}

bool is_same(double a, double b) {
  return a - b < same_amount && b - a < same_amount;
}

Date month_of(Date date) {
  return date.plus_days(1 - static_cast<int>(date.day()));
}

Helped read_help(const db::Row& row) {
  return {.happened_on = row.date(0),
          .helper = row.id<Staff>(1),
          .colleague = row.id<Staff>(2),
          .bump = row.id<Bump>(3),
          .sharers = row.number(4)};
}

}  // namespace

double counted(int number, int sharers) {
  return 1.0 / number / sharers;
}

std::vector<HelpPart> help_parts(std::vector<Helped> helps, std::span<const CalendarPeriod> periods,
                                 const AcademicYears& years) {
  sort_by_day(helps);
  std::vector<HelpPart> parts;
  parts.reserve(helps.size());
  std::map<std::pair<Id<Staff>, Id<Staff>>, int> counts;
  std::optional<Term> term;
  for (const auto& help : helps) {
    if (!term || help.happened_on > term->ends_on) {
      term = term_on(periods, help.happened_on, years);
      counts.clear();
    }
    const auto number = ++counts[{help.helper, help.colleague}];
    parts.push_back({help, number, counted(number, help.sharers)});
  }
  return parts;
}

std::vector<Helpfulness> helpfulness_from(std::span<const HelpPart> parts, Date first) {
  std::map<Id<Staff>, Helpfulness> by_helper;
  for (const auto& part : parts) {
    if (part.help.happened_on < first) continue;
    auto& helpfulness = by_helper[part.help.helper];
    helpfulness.staff = part.help.helper;
    helpfulness.amount += part.amount;
    helpfulness.parts.push_back(part);
  }
  std::vector<Helpfulness> all;
  all.reserve(by_helper.size());
  for (auto& [helper, helpfulness] : by_helper) all.push_back(std::move(helpfulness));
  return all;
}

std::vector<Placed> first_places(std::vector<Helpfulness> all) {
  std::erase_if(all, [](const Helpfulness& one) { return one.amount <= 0; });
  std::ranges::stable_sort(all, [](const Helpfulness& a, const Helpfulness& b) {
    return !is_same(a.amount, b.amount) && a.amount > b.amount;
  });
  std::vector<Placed> placed;
  for (auto& one : all) {
    const bool is_shared = !placed.empty() && is_same(placed.back().helpfulness.amount, one.amount);
    const int place = is_shared ? placed.back().place : static_cast<int>(placed.size()) + 1;
    if (place > places_given) break;
    placed.push_back({place, std::move(one)});
  }
  if (placed.size() > placed_max) {
    const int last = placed.back().place;
    std::erase_if(placed, [&](const Placed& one) { return one.place == last; });
  }
  return placed;
}

double best_month(std::span<const HelpPart> parts, Date since, Date before) {
  std::map<Date, double> months;
  for (const auto& part : parts)
    if (part.help.happened_on >= since && part.help.happened_on < before)
      months[month_of(part.help.happened_on)] += part.amount;
  double best = 0;
  for (const auto& [month, amount] : months) best = std::max(best, amount);
  return best;
}

namespace helpfulness_store {

std::vector<Helped> of_members(db::Reader& reader, Id<Institution> institution, Date first, Date last) {
  return reader.all(
      "select h.happened_on, h.helper_id, h.colleague_id, h.bump_id, h.sharers from helps h "
      "where h.institution_id = $1 and h.happened_on >= $2 and h.happened_on <= $3 and h.helper_id in "
      "(select m.staff_id from board_members m where m.institution_id = $1) "
      "order by h.happened_on, h.bump_id, h.helper_id, h.colleague_id limit 100000",
      read_help, institution, first, last);
}

std::vector<Helped> of_helper(db::Reader& reader, Id<Institution> institution, Id<Staff> helper, Date first,
                              Date last) {
  return reader.all(
      "select h.happened_on, h.helper_id, h.colleague_id, h.bump_id, h.sharers from helps h "
      "where h.institution_id = $1 and h.helper_id = $2 and h.happened_on >= $3 and h.happened_on <= $4 "
      "order by h.happened_on, h.bump_id, h.colleague_id limit 100000",
      read_help, institution, helper, first, last);
}

}  // namespace helpfulness_store
}  // namespace rapport
