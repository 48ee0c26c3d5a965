// Reads what stands beside the reason.
#include "relationships/quiet_lines.hpp"

#include <algorithm>

#include "people/people.hpp"

namespace rapport::quiet {
namespace {

constexpr std::size_t lines_on_today = 3;

std::string address_of(Scope& scope, Id<Person> person) {
  const auto details = people::get(scope, person);
  return details && !details->addresses.empty() ? details->addresses.front() : std::string();
}

std::optional<Interaction> last_of(Scope& scope, interactions::Records records) {
  auto timeline = interactions::timeline_of_person(scope, records, {.until = scope.today, .limit = 1});
  if (timeline.interactions.empty()) return std::nullopt;
  return std::move(timeline.interactions.front());
}

/// Which of the twelve months that end today the day lies in; the latest last.
std::size_t month_of(Date day, Date today) {
  std::size_t back = 0;
  while (back + 1 < months_shown && day <= today.plus_months(-static_cast<int>(back) - 1)) ++back;
  return months_shown - 1 - back;
}

QuietLine line_of(Scope& scope, const Directory& directory, const QuietPerson& quiet) {
  QuietLine line{.quiet = quiet, .person = directory.people.find(quiet.person)};
  const auto records = directory.people.same_person(quiet.person);
  line.address = address_of(scope, quiet.person);
  line.last = last_of(scope, records);
  const auto from = scope.today.plus_months(-static_cast<int>(months_shown)).plus_days(1);
  for (const auto day : interactions::days_of_person(scope, records, from, scope.today))
    ++line.months[month_of(day, scope.today)];
  return line;
}

}  // namespace

std::vector<QuietLine> lines_of(Scope& scope, const Directory& directory,
                                std::span<const QuietPerson> people) {
  std::vector<QuietLine> lines;
  for (const auto& person : people) lines.push_back(line_of(scope, directory, person));
  return lines;
}

QuietCard card_of(Scope& scope, const Directory& directory) {
  const auto found = find(scope, directory, {.whose = Whose::mine});
  QuietCard card{.gone_quiet = found.gone_quiet.size(),
                 .worth_a_hello = found.worth_a_hello.size(),
                 .answered = answered_lately(scope, directory)};
  std::vector<QuietPerson> shown;
  for (const auto* list : {&found.gone_quiet, &found.worth_a_hello})
    for (const auto& person : *list)
      if (shown.size() < lines_on_today) shown.push_back(person);
  card.lines = lines_of(scope, directory, shown);
  return card;
}

ladder::CardLines ladder_lines(Scope& scope, const Directory& directory, std::span<const Id<Person>> people) {
  ladder::CardLines lines;
  for (const auto& one : of_people(scope, directory, people)) {
    if (one.answer || !one.rhythm.last_on) continue;
    const auto* person = directory.people.find(one.person);
    lines.emplace(one.person, ladder::CardLine{.icon = "moon",
                                               .words = short_silence_words(one.quietness,
                                                                            *one.rhythm.last_on, scope.today),
                                               .tone = ladder::Tone::warning,
                                               .address = "/people/" + person->slug + "/quiet"});
  }
  return lines;
}

}  // namespace rapport::quiet
