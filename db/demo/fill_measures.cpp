// Through the front door of measures. The figures are made up, and grow or shrink as those of a library
// might.
#include "fill_measures.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "dice.hpp"
#include "fill_forerunners.hpp"
#include "measures/measures.hpp"
#include "measures/starting_measures.hpp"
#include "organisation/academic_calendar.hpp"

namespace rapport::demo {
namespace {

constexpr int years_over = 3;
constexpr std::uint64_t seed = 20'261'126;

/// A figure for each student of a department, in hundredths, and how much it changes in a year, in per cent.
struct Trend {
  std::string_view code;
  int hundredths_a_student;
  int growth;
};
constexpr std::array trends{Trend{"visits", 3'100, 4},
                            Trend{"enquiries", 130, -6},
                            Trend{"students-trained", 45, 9},
                            Trend{"total-item-requests", 4'700, 8},
                            Trend{"unique-item-requests", 3'300, 7},
                            Trend{"searches", 2'200, -5},
                            Trend{"turned-away", 21, -12},
                            Trend{"spent", 6'400, 3}};

std::int64_t share_of(std::int64_t count) {
  return count * 55 / 100;
}
Numbers share_of(const Numbers& numbers) {
  Numbers share{.numerator = whole(share_of(numbers.numerator.hundredths / 100))};
  if (numbers.denominator) share.denominator = whole(share_of(numbers.denominator->hundredths / 100));
  if (numbers.people) share.people = share_of(*numbers.people);
  return share;
}
Numbers rest_of(Numbers numbers, const Numbers& share) {
  numbers.numerator.hundredths -= share.numerator.hundredths;
  if (numbers.denominator) numbers.denominator->hundredths -= share.denominator->hundredths;
  if (numbers.people) *numbers.people -= *share.people;
  return numbers;
}

class MeasureWriter {
 public:
  explicit MeasureWriter(World& world)
      : scope_(world.database, world.institution, world.viewer(world.administrator()), world.zone, world.now),
        world_(world),
        directory_(keeper_.current(scope_)) {}

  std::int64_t write() {
    world_.database.write(
        [&](db::Writer& writer) { insert_measures(writer, world_.institution, world_.now); });
    count_differently();
    must(scope_.write([&](db::Writer&) -> Result<Done> {
      int number = 0;
      for (const auto& unit : directory_->org.units())
        if (unit.kind == OrgUnitKind::department && !is_forerunner(world_, unit.id))
          report_department(unit, number++);
      return Done{};
    }));
    return written_;
  }

 private:
  [[nodiscard]] int this_year() const { return scope_.years().of(scope_.today); }

  /// In the last year that is over.
  void count_differently() {
    const auto requests = must(measures::get(scope_, "total-item-requests"));
    auto draft = draft_of(requests.current());
    draft.definition += " Since release 5.1 a chapter and its book are two items.";
    draft.source = "COUNTER 5.1 report";
    draft.starts_in = this_year() - 1;
    draft.is_comparable = false;
    draft.because = "Our platforms moved to COUNTER 5.1, which counts chapters.";
    must(measures::redefine(scope_, requests.id, requests.current().version, draft));
  }

  void report_department(const OrgUnitEntry& unit, int number) {
    Dice dice(seed, unit.name);
    // The third is a very small one.
    const int students = number == 2 ? dice.between(14, 18) : dice.between(90, 1'400);
    for (int year = this_year() - years_over; year <= this_year(); ++year) {
      const int now =
          students + dice.between(-students / 20, students / 20) + (year - this_year()) * (students / 40);
      report("students-fte", unit, year, {.numerator = {now * 100LL + dice.between(0, 9) / 5 * 100LL}});
      if (year == this_year()) continue;  // the rest comes when the year is over
      for (const auto& trend : trends) report_trend(trend, unit, year, now, dice);
      report("loans-per-student", unit, year,
             {.numerator = whole(now * dice.between(6, 19) / 2), .denominator = whole(now)});
      report_shares(unit, year, now, number, dice);
    }
  }

  void report_trend(const Trend& trend, const OrgUnitEntry& unit, int year, int students, Dice& dice) {
    const int growth = 100 + trend.growth * (year - this_year() + years_over) + dice.between(-4, 4);
    const auto count = static_cast<std::int64_t>(students) * trend.hundredths_a_student * growth / 10'000;
    report(trend.code, unit, year, {.numerator = whole(std::max<std::int64_t>(count, 1))});
  }

  /// Of every fifth department so few answered that nothing is shown.
  void report_shares(const OrgUnitEntry& unit, int year, int students, int number, Dice& dice) {
    const int answered = number % 5 == 2 ? dice.between(2, 4) : students * dice.between(30, 60) / 100;
    const int agreed = answered * dice.between(78, 93) / 100;
    report("satisfied-with-the-library", unit, year,
           {.numerator = whole(agreed),
            .denominator = whole(std::max(answered, 1)),
            .people = std::max(answered, 1)});
    const int modules = dice.between(9, 40);
    report("reading-lists-checked", unit, year,
           {.numerator = whole(modules * dice.between(40, 99) / 100), .denominator = whole(modules)});
  }

  /// Of a department that was two until then, a little more than half is the first one's.
  void report(std::string_view code, const OrgUnitEntry& unit, int year, const Numbers& numbers) {
    const auto* made = merged(world_, unit.id);
    if (made == nullptr || scope_.years().first_day(year) >= made->on) {
      report_one(code, unit.id, year, numbers);
      return;
    }
    const auto first = share_of(numbers);
    report_one(code, made->forerunners.front(), year, first);
    report_one(code, made->forerunners.back(), year, rest_of(numbers, first));
  }

  void report_one(std::string_view code, Id<OrgUnit> unit, int year, const Numbers& numbers) {
    const bool is_over = year < this_year();
    const auto state = is_over ? ValueState::final : ValueState::provisional;
    const auto reported = measures::report(
        scope_, *directory_,
        {.measure = id_of(code), .unit = unit, .academic_year = year, .numbers = numbers, .state = state});
    // A department that was closed has no figures afterwards.
    if (reported) ++written_;
  }

  Id<Measure> id_of(std::string_view code) {
    if (measures_.empty()) measures_ = measures::all(scope_);
    const auto found = std::ranges::find_if(
        measures_, [&](const Measure& measure) { return measure.code.starts_with(code); });
    if (found == measures_.end()) throw std::runtime_error("No measure is called " + std::string(code) + ".");
    return found->id;
  }

  Scope scope_;
  World& world_;
  DirectoryKeeper keeper_;
  std::shared_ptr<const Directory> directory_;
  std::vector<Measure> measures_;
  std::int64_t written_ = 0;
};

}  // namespace

std::int64_t write_measures(World& world) {
  return MeasureWriter(world).write();
}

}  // namespace rapport::demo
