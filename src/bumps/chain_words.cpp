// Puts a chain into words.
#include "bumps/chain_words.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "interactions/interaction_headline.hpp"

namespace rapport {
namespace {

std::string given_names(const ChainStep& step, const Directory& directory, Id<Staff> viewer) {
  std::vector<std::string> names;
  names.reserve(step.staff.size());
  for (const auto id : step.staff)
    names.push_back(id == viewer ? "you" : std::string(directory.staff.given_name(id)));
  std::ranges::stable_partition(names, [](const std::string& name) { return name == "you"; });
  if (names.size() > 3) {
    const auto others = names.size() - 2;
    names.resize(2);
    names.push_back(std::to_string(others) + " others");
  }
  return join_words(names);
}

/// "Dr Moretti": the title with the last word of the name; the whole name where there is no title.
std::string short_name(const PersonEntry& person) {
  if (person.title.empty()) return person.full_name;
  const auto space = person.full_name.rfind(' ');
  return person.title + " " +
         (space == std::string::npos ? person.full_name : person.full_name.substr(space + 1));
}

enum class Names { in_short, in_full };
std::string people_words(const ChainStep& step, const Directory& directory, Names names) {
  std::vector<std::string> people;
  for (const auto id : step.people)
    if (const auto* person = directory.people.find_counted(id))
      people.push_back(names == Names::in_short ? short_name(*person) : person->display_name());
  if (people.size() > 3) {
    const auto others = people.size() - 2;
    people.resize(2);
    people.push_back(std::to_string(others) + " others");
  }
  if (people.empty() && step.org_unit) return std::string(directory.org.name(step.org_unit));
  return join_words(people);
}

std::string students(int number) {
  return std::to_string(number) + (number == 1 ? " student" : " students");
}

/// What matters most about a step in a few letters.
StepWords with_line(StepWords words, const ChainStep& step, const KindEntry* kind, const Directory& directory,
                    const ChainReader& reader) {
  if (step.is_ahead && step.happened_on == reader.today && step.happened_at_time) {
    words.line = "today, " + step.happened_at_time->words();
    return words;
  }
  const bool is_for_students = kind != nullptr && tone_of(*kind) != ChainTone::conversation;
  if (is_for_students && step.attendees) {
    words.line = students(*step.attendees);
    return words;
  }
  const auto staff = with_capital_first(given_names(step, directory, reader.viewer));
  words.short_line = people_words(step, directory, Names::in_short);
  words.line =
      staff.empty() || words.short_line.empty() ? staff + words.short_line : staff + ", " + words.short_line;
  return words;
}

/// How a family says that library staff and academics were in touch: "stopped to talk to".
std::string_view verb_of(const KindEntry* kind) {
  if (kind == nullptr) return "spoke with";
  switch (kind->family) {
    case Family::informal:
      return "stopped to talk to";
    case Family::conversation:
      return "spoke with";
    case Family::message:
      return "wrote to";
    case Family::meeting:
      return "met";
    case Family::consultation:
      return "advised";
    case Family::teaching:
      return "taught with";
    case Family::committee:
      return "sat on a committee with";
    case Family::event:
      return "met at an event with";
  }
  return "spoke with";
}

Interaction dated(const ChainStep& step) {
  return {.happened_on = step.happened_on,
          .happened_at_time = step.happened_at_time,
          .precision = step.precision};
}

/// "on 3 September", "in the week of 7 September", "in September 2026".
std::string day_words(const ChainStep& step, Date today) {
  if (step.precision == Precision::week || step.precision == Precision::month)
    return when_words(dated(step), today);
  const auto day =
      std::to_string(step.happened_on.day()) + " " + std::string(month_name(step.happened_on.month()));
  return "on " + (step.happened_on.year() == today.year()
                      ? day
                      : day + " " + std::to_string(step.happened_on.year()));
}

std::string began_words(const ChainStep& step, const Directory& directory, const ChainReader& reader) {
  if (step.sight == Sight::not_yours)
    return reader.is_file ? "It began with a conversation that is not shown."
                          : "It began with a conversation that is not yours to read.";
  if (step.sight == Sight::taken_back) return "It began with a conversation that was taken back.";
  const auto* kind = directory.vocabulary.find(step.kind);
  const auto staff = given_names(step, directory, reader.viewer);
  const auto people = people_words(step, directory, Names::in_full);
  const auto when = " " + day_words(step, reader.today) + ".";
  if (step.is_ahead || staff.empty() || people.empty()) {
    const auto what = kind != nullptr ? kind->name : std::string("A conversation");
    std::vector<std::string> who{staff, people};
    std::erase(who, "");
    return what + (who.empty() ? "" : " with " + join_words(who)) + when;
  }
  const bool is_from_them =
      step.begun_by == BegunBy::them && kind != nullptr && kind->family == Family::message;
  return is_from_them ? with_capital_first(people) + " wrote to " + staff + when
                      : with_capital_first(staff) + " " + std::string(verb_of(kind)) + " " + people + when;
}

/// "a second", "a tenth"; nothing beyond twelve.
std::string_view ordinal(std::size_t number) {
  static constexpr std::array<std::string_view, 13> words{
      "",          "a first",   "a second", "a third", "a fourth",    "a fifth",  "a sixth",
      "a seventh", "an eighth", "a ninth",  "a tenth", "an eleventh", "a twelfth"};
  return number < words.size() ? words.at(number) : std::string_view();
}

std::string next_words(const ChainStep& step, std::size_t followed, Date today) {
  const auto which = followed == 0 ? std::string_view() : ordinal(followed + 1);
  const auto what = which.empty() ? std::string("one more") : std::string(which);
  if (step.happened_on == today) return what + " is today";
  return what + " is planned " +
         (step.precision == Precision::time || step.precision == Precision::day
              ? "for " + day_words(step, today).substr(3)
              : day_words(step, today));
}

std::string followed_words(const Chain& chain, Date today) {
  std::size_t followed = 0;
  std::size_t ahead = 0;
  const ChainStep* next = nullptr;
  for (std::size_t i = 0; i < chain.steps.size(); ++i) {
    if (chain.is_root(i)) continue;
    const auto& step = chain.steps[i];
    if (!step.is_ahead) {
      ++followed;
    } else {
      ++ahead;
      if (next == nullptr) next = &step;
    }
  }
  if (followed + ahead == 0) return std::string(nothing_followed_words);
  const auto count = count_words(static_cast<long>(followed), "thing has", "things have");
  auto words = with_capital_first(followed == 0 ? "nothing has" : count) + " followed";
  if (followed == 0) words += " yet";
  if (ahead == 0) return words + ".";
  words += followed == 0 ? ", but " : ", and ";
  if (ahead > 1) return words + count_words(static_cast<long>(ahead), "is", "are") + " still to come.";
  return words + next_words(*next, followed, today) + ".";
}

std::string other_roots_words(const Chain& chain) {
  long others = -1;
  for (std::size_t i = 0; i < chain.steps.size(); ++i) others += chain.is_root(i) ? 1 : 0;
  if (others <= 0) return {};
  if (others == 1) return " Another conversation led into it.";
  return " " + with_capital_first(count_words(others, "", "other conversations")) + " led into it.";
}

StepWords siblings_words(const ChainGroup& group, const Chain& chain, const Directory& directory,
                         const ChainReader& reader) {
  const auto& first = chain.steps[group.steps.front()];
  const auto number = std::to_string(group.steps.size());
  if (!first.is_open()) return {.title = number + " more", .line = "Not shown", .icon = "lock"};
  const auto* kind = directory.vocabulary.find(first.kind);
  int came = 0;
  for (const auto step : group.steps) came += chain.steps[step].attendees.value_or(0);
  return {.title = number + " " + (kind != nullptr ? plural_of(*kind) : "conversations"),
          .line = came > 0 ? students(came) : "",
          .date = "from " + short_date_of(first, reader.today),
          .icon = kind != nullptr ? kind->icon : "message-circle"};
}

}  // namespace

std::string title_of(const Chain& chain, const Directory& directory) {
  return chain.story_title.empty() ? plain_title_of(chain, directory) : chain.story_title;
}

std::string plain_title_of(const Chain& chain, const Directory& directory) {
  const auto& first = chain.steps.front();
  const auto* kind = first.is_open() ? directory.vocabulary.find(first.kind) : nullptr;
  return "From one " + (kind != nullptr ? singular_of(*kind) : "conversation");
}

std::string sentence_of(const Chain& chain, const Directory& directory, const ChainReader& reader) {
  return began_words(chain.steps.front(), directory, reader) + " " + followed_words(chain, reader.today) +
         other_roots_words(chain);
}

StepWords words_of(const ChainStep& step, const Directory& directory, const ChainReader& reader) {
  if (step.sight == Sight::not_yours)
    return reader.is_file ? StepWords{.title = "Not shown", .icon = "lock"}
                          : StepWords{.title = "Not yours", .line = "to read", .icon = "lock"};
  if (step.sight == Sight::taken_back) return {.title = "Taken back", .icon = "x"};
  const auto* kind = directory.vocabulary.find(step.kind);
  return with_line(
      {.title = kind != nullptr ? kind->name : "Conversation",
       .date = short_date_of(step, reader.today),
       .icon = step.is_ahead ? "calendar-event" : (kind != nullptr ? kind->icon : "message-circle")},
      step, kind, directory, reader);
}

StepWords words_of(const ChainGroup& group, const Chain& chain, const Directory& directory,
                   const ChainReader& reader) {
  const auto number = std::to_string(group.steps.size());
  switch (group.together) {
    case Together::alone:
      return words_of(chain.steps[group.steps.front()], directory, reader);
    case Together::siblings:
      return siblings_words(group, chain, directory, reader);
    case Together::run:
      return {.title = number + " more", .line = "in a row", .icon = "dots"};
    case Together::before:
      return {.title = number + " earlier", .line = "in the list below", .icon = "dots"};
    case Together::after:
      break;
  }
  return {.title = number + " more", .line = "in the list below", .icon = "dots"};
}

std::string_view gap_words(Sight sight) {
  return sight == Sight::taken_back ? "Taken back" : "A conversation that is not yours to read";
}

std::string heading_of(const ChainStep& step, const Directory& directory, const ChainReader& reader) {
  if (!step.is_open()) return std::string(gap_words(step.sight));
  const auto* kind = directory.vocabulary.find(step.kind);
  std::vector<std::string> words{kind != nullptr ? kind->name : "Conversation",
                                 people_words(step, directory, Names::in_full)};
  const bool is_for_students = kind != nullptr && tone_of(*kind) != ChainTone::conversation;
  if (is_for_students && step.attendees) words.push_back(students(*step.attendees));
  if (step.is_ahead && step.happened_on == reader.today)
    words.push_back(step.happened_at_time ? "today, " + step.happened_at_time->words() : "today");
  std::erase(words, "");
  return join(words, ", ");
}

std::string short_date_of(const ChainStep& step, Date today) {
  if (step.precision == Precision::month)
    return std::string(month_name(step.happened_on.month()).substr(0, 3)) + " " +
           std::to_string(step.happened_on.year());
  auto words = short_words(step.happened_on, today);
  return step.precision == Precision::week ? "w/c " + words : words;
}

std::string colleagues_words(const ChainStep& step, const Directory& directory) {
  std::vector<std::string> names;
  names.reserve(step.staff.size());
  for (const auto id : step.staff) names.emplace_back(directory.staff.full_name(id));
  return join_words(names);
}

std::string part_words(const ChainColleague& colleague) {
  auto steps = with_capital_first(count_words(colleague.steps, "step", "steps"));
  if (!colleague.began_it) return steps;
  return (colleague.passed_it_on ? "Started it, and passed it on. " : "Started it. ") + steps;
}

}  // namespace rapport
