// Statements as people make them about their own work, with the place where they said it.
#include "ways.hpp"

#include <algorithm>

namespace rapport::demo {
namespace {

constexpr std::string_view statements[] = {
    "Mail first, then telephone.",
    "Ring rather than write: the mailbox is full by ten.",
    "Not in marking weeks, please.",
    "Copy the programme administrator into anything with a date.",
    "Works at home on Fridays and is glad of online meetings then.",
    "Wants figures as a table, not a chart.",
    "Would like reading-list questions before August, in one go.",
    "Likes worked examples.",
    "Short mails with one question each.",
    "Meetings before ten or after three, because of teaching.",
    "Welsh is welcome in mail and meetings.",
    "Send slides the day before, to read them first.",
    "Tell the module team, not only me.",
    "Prefers a printed copy of anything longer than four pages.",
    "On fieldwork every May: no signal.",
    "Please do not schedule sessions on Wednesday afternoons.",
    "Asked to be told about new e-books once a month, not each time.",
    "Happy to speak at library events, with a month's notice.",
    "Uses a screen reader: documents with real headings, please.",
    "Would rather meet in the department than in the library.",
    "Not to be copied into committee papers.",
    "Not in on Mondays and Tuesdays.",
    "Shares a mailbox with the placement office: name the person in the subject line.",
    "Decides about subscriptions only with the whole group.",
    "Glad of a reminder two days before a session.",
    "Spell out abbreviations the first time.",
    "Teaching on another campus in the spring term.",
    "Wants to see session plans a week ahead.",
    "Happy for colleagues to be told of what we try out together.",
    "Asks for page numbers in quotations from sessions.",
    "Reads mail twice a day, at nine and at four.",
    "Call the department office when it is urgent."};

constexpr std::string_view sources[] = {"Said so at the first meeting",
                                        "E-mail signature",
                                        "Asked by e-mail",
                                        "Said so at the November meeting",
                                        "Told us on the telephone",
                                        "Out-of-office message",
                                        "Asked after a session",
                                        "Staff page"};

CastWay way(const CastPerson& person, const Cast& cast, Dice& dice) {
  const Date earliest =
      std::max(cast.first_day, person.known_since.value_or(person.posts.front().valid_from));
  const Date latest = std::min(cast.today.plus_days(-3), person.left_on().value_or(cast.today));
  const Date stated = earliest.plus_days(dice.between(0, std::max(0, latest - earliest)));
  const auto recorded_by = Id<CastStaff>{static_cast<std::int64_t>(dice.below(10))};
  return {dice.pick(statements), dice.pick(sources), stated, stated.plus_months(12), recorded_by};
}

}  // namespace

std::vector<CastWay> ways_of(const CastPerson& person, const Cast& cast, Dice& dice) {
  std::vector<CastWay> ways;
  const Date began = std::max(cast.first_day, person.known_since.value_or(person.posts.front().valid_from));
  if (person.liveliness == 0 || person.left_on().value_or(cast.today) <= began) return ways;
  const bool is_hub = person.liveliness >= 0.6;
  if (dice.percent(is_hub ? 85 : 20)) ways.push_back(way(person, cast, dice));
  if (!ways.empty() && dice.percent(is_hub ? 60 : 20)) {
    const auto second = way(person, cast, dice);
    if (second.statement != ways.front().statement) ways.push_back(second);
  }
  return ways;
}

}  // namespace rapport::demo
