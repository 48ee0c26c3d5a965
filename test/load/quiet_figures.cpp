// quiet_figures CONTACTS [DATABASE_URL]: how the rule of gone quiet fares on real rhythms, beside fixed spans
// of 90 and 150 days. CONTACTS is a network of e-mails as email_import reads it; DATABASE_URL a library that
// email_import made of it. docs/relationships.md says what was found.
#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <functional>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "interactions/directory.hpp"
#include "organisation/academic_calendar.hpp"
#include "relationships/quiet.hpp"
#include "relationships/rhythms.hpp"
#include "staff/set_up.hpp"

namespace {

using namespace rapport;

constexpr int seconds_a_day = 86'400;
constexpr int soon_days = 30;
constexpr std::size_t staff_count = 12;

/// The days on which two sides were in touch, ascending, each once.
using Days = std::vector<Date>;

struct Contact {
  int sender = 0;
  int receiver = 0;
  std::int64_t second = 0;
};

std::vector<Contact> read_contacts(const char* path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error(std::string("cannot read ") + path);
  std::vector<Contact> contacts;
  Contact contact;
  while (file >> contact.sender >> contact.receiver >> contact.second) contacts.push_back(contact);
  return contacts;
}

/// The data begins on a Monday where its two quietest days of seven are then a weekend.
Date first_day(const std::vector<Contact>& contacts) {
  std::array<std::size_t, 7> by_day{};
  for (const auto& contact : contacts) ++by_day[static_cast<std::size_t>(contact.second / seconds_a_day % 7)];
  std::size_t saturday = 0;
  const auto weekend = [&](std::size_t day) { return by_day[day % 7] + by_day[(day + 1) % 7]; };
  for (std::size_t day = 1; day < 7; ++day)
    if (weekend(day) < weekend(saturday)) saturday = day;
  const auto monday = *Date::of(2026, 1, 5);
  return monday.plus_days((5 - static_cast<int>(saturday) + 7) % 7);
}

/// Who was in touch with whom: each pair of people, or each person with the library of the busiest senders.
enum class Sides { pairs, library };
std::vector<Days> days_of(const std::vector<Contact>& contacts, Sides sides, Date first) {
  std::map<int, int> sent;
  for (const auto& contact : contacts) ++sent[contact.sender];
  std::vector<std::pair<int, int>> busiest;
  for (const auto& [person, mails] : sent) busiest.emplace_back(-mails, person);
  std::ranges::sort(busiest);
  std::set<int> staff;
  for (const auto& [mails, person] : busiest)
    if (staff.size() < staff_count) staff.insert(person);
  std::map<std::pair<int, int>, std::set<Date>> days;
  for (const auto& [sender, receiver, second] : contacts) {
    if (sender == receiver) continue;
    auto side = std::minmax(sender, receiver);
    std::pair<int, int> key = side;
    if (sides == Sides::library) {
      if (staff.contains(sender) == staff.contains(receiver)) continue;
      key = {0, staff.contains(sender) ? receiver : sender};
    }
    days[key].insert(first.plus_days(static_cast<int>(second / seconds_a_day)));
  }
  std::vector<Days> all;
  for (const auto& [key, set] : days) all.emplace_back(set.begin(), set.end());
  return all;
}

/// The day on which a rule says so of somebody whose contacts are these so far.
using Rule = std::function<Date(std::span<const Date>)>;

struct Outcome {
  int rhythms = 0;      ///< silences that begin with a rhythm
  int alarms = 0;       ///< raised early enough to see what came of them
  int spoke_again = 0;  ///< of those: on their own within thirty days
  int ended = 0;        ///< nobody spoke again up to the end of the data, and it ended sixty days before that
  int ended_noticed = 0;   ///< of those: noticed within the data
  std::vector<int> after;  ///< days from the last contact to the alarm, where it had ended
};

/// Every silence of everybody: the alarm falls into it or it does not.
Outcome try_rule(const std::vector<Days>& all, const Rule& rule, Date last_day) {
  Outcome outcome;
  for (const auto& days : all) {
    for (std::size_t i = 0; i < days.size(); ++i) {
      const std::span<const Date> so_far(days.data(), i + 1);
      if (episodes_of(so_far).size() < 3) continue;
      const bool is_last = i + 1 == days.size();
      if (!is_last && days[i + 1] - days[i] <= episode_days) continue;
      ++outcome.rhythms;
      const auto alarm = rule(so_far);
      const bool is_raised = alarm <= last_day && (is_last || alarm < days[i + 1]);
      if (is_raised && last_day - alarm >= soon_days) {
        ++outcome.alarms;
        if (!is_last && days[i + 1] - alarm <= soon_days) ++outcome.spoke_again;
      }
      if (!is_last || last_day - days[i] < 60) continue;
      ++outcome.ended;
      if (!is_raised) continue;
      ++outcome.ended_noticed;
      outcome.after.push_back(alarm - days[i]);
    }
  }
  return outcome;
}

int median(std::vector<int> values) {
  if (values.empty()) return 0;
  std::ranges::sort(values);
  return values[values.size() / 2];
}

void print_outcome(const char* name, const Outcome& outcome) {
  std::printf(
      "  %-22s %6d alarms, %5.1f %% spoke again within %d days; of %d that had ended it noticed %d (%.0f %%)",
      name, outcome.alarms, outcome.alarms == 0 ? 0.0 : 100.0 * outcome.spoke_again / outcome.alarms,
      soon_days, outcome.ended, outcome.ended_noticed,
      outcome.ended == 0 ? 0.0 : 100.0 * outcome.ended_noticed / outcome.ended);
  if (!outcome.after.empty()) std::printf(", after %d days (median)", median(outcome.after));
  std::printf("\n");
}

void try_rules(const char* name, const std::vector<Days>& all, Date first, Date last_day) {
  const DayWeights weights({}, first.plus_days(-10), last_day.plus_days(400));
  const auto by_rhythm = [&](bool is_hello) {
    return [&weights, is_hello](std::span<const Date> days) {
      const auto dates =
          quiet_dates(rhythm_of(episodes_of(days), weights), weights, Closeness::in_touch).value();
      return is_hello ? dates.hello_on : dates.quiet_on;
    };
  };
  const auto after = [](int span) {
    return [span](std::span<const Date> days) { return days.back().plus_days(span + 1); };
  };
  std::size_t with_rhythm = 0;
  std::array<int, 4> now{};
  const std::array<Rule, 4> rules{by_rhythm(true), by_rhythm(false), after(90), after(150)};
  for (const auto& days : all) {
    if (episodes_of(days).size() >= 3) ++with_rhythm;
    for (std::size_t rule = 0; rule < rules.size(); ++rule)
      if (rules[rule](days) <= last_day) ++now[rule];
  }
  std::printf(
      "%s: %zu, of whom %zu have a rhythm (three episodes). On the last day %d are worth a hello or more, %d "
      "have "
      "gone quiet; 90 days: %d, 150 days: %d\n",
      name, all.size(), with_rhythm, now[0], now[1], now[2], now[3]);
  const std::array<const char*, 4> names{"worth a hello (2 x)", "gone quiet (3 x)", "90 days", "150 days"};
  for (std::size_t rule = 0; rule < rules.size(); ++rule)
    print_outcome(names[rule], try_rule(all, rules[rule], last_day));
}

void print_library(const char* url) {
  const auto database = db::open_database({.url = url});
  const auto now = system_now();
  const auto institution = staff::open_institution(*database, now);
  const Zone zone(institution.zone);
  Scope scope(*database, institution.id, Viewer{}, zone, now);
  DirectoryKeeper keeper;
  const auto directory = keeper.current(scope);
  while (rhythms::catch_up(scope, *directory)) {
  }
  const auto found = quiet::find(scope, *directory, {.whose = quiet::Whose::everybody});
  const auto silent = [&](int span) {
    return scope.read([&](db::Reader& reader) {
      return reader.count("select count(*) from rhythms where institution_id = $1 and last_on < $2",
                          institution.id, scope.today.plus_days(-span));
    });
  };
  std::printf(
      "the library in the database, today: %zu gone quiet, %zu worth a hello; 90 days: %lld, 150 days: "
      "%lld\n",
      found.gone_quiet.size(), found.worth_a_hello.size(), static_cast<long long>(silent(90)),
      static_cast<long long>(silent(150)));
}

void run(const char* contacts_path, const char* database_url) {
  const auto contacts = read_contacts(contacts_path);
  const auto first = first_day(contacts);
  std::int64_t last_second = 0;
  for (const auto& contact : contacts) last_second = std::max(last_second, contact.second);
  const auto last_day = first.plus_days(static_cast<int>(last_second / seconds_a_day));
  std::printf("%zu lines over %d days; working days count one, weekends nothing\n", contacts.size(),
              last_day - first + 1);
  try_rules("people and the library", days_of(contacts, Sides::library, first), first, last_day);
  try_rules("pairs of people", days_of(contacts, Sides::pairs, first), first, last_day);
  if (database_url != nullptr) print_library(database_url);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2 || argc > 3) {
    std::fputs("quiet_figures CONTACTS [DATABASE_URL]\n", stderr);
    return 2;
  }
  try {
    run(argv[1], argc == 3 ? argv[2] : nullptr);
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "quiet_figures: %s\n", error.what());
    return 1;
  }
}
