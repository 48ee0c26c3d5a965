// Puts a conversation together, step by step.
#include "conversation_maker.hpp"

#include <algorithm>

#include "shapes.hpp"

namespace rapport::demo {
namespace {

constexpr std::string_view agendas[] = {
    "Agenda: last year’s actions, {module}, this year’s plan.",
    "To talk about: reading for {module}, dates for sessions, anything else.",
    "Bring the figures for {subject} and the list of open questions.",
    "November appointment: the headline page, then the plan.",
    "Session for {module}, week {week}: plan is in the shared folder.",
    "{p} would like to go through the {module} list.",
    "Follow-up on {subject}."};
constexpr std::string_view asides[] = {
    "Joined for the last ten minutes",           "Sent notes beforehand", "Stood in for the chair",
    "Asked to be told the date of the next one", "By telephone",          "Taught the second half"};
constexpr std::string_view becauses[] = {"The module code was wrong", "Added the date that was agreed",
                                         "Checked with those who were there", "A figure was missing"};
constexpr std::string_view additions[] = {
    "The date is the first {weekday} of {month}.", "It is {module}, not its sister module.",
    "{number} copies, not half as many.", "{colleague} has the minutes.", "The price is {price} before tax."};

/// Of all conversations, however many: each counts its people anew.
constexpr int corrections = 24;
constexpr int withdrawals = 6;

bool is_weekend(Date date) {
  return date.weekday() >= Weekday::saturday;
}

int company_of(std::string_view kind, Dice& dice) {
  if (kind == "committee") return dice.between(2, 6);
  if (kind == "event") return dice.between(0, 4);
  if (kind == "meeting" || kind == "online") return dice.percent(20) ? dice.between(1, 3) : 0;
  if (kind == "email" || kind == "teaching" || kind == "consultation") return dice.percent(9) ? 1 : 0;
  return dice.percent(4) ? 1 : 0;
}

std::string_view who_began(const Theme& theme, Dice& dice) {
  if (dice.percent(14)) return "";
  return dice.percent(theme.begun_by_them_percent) ? "them" : "us";
}

std::string_view seen_by(Dice& dice) {
  const int thrown = dice.between(0, 999);
  return thrown < 12 ? "restricted" : thrown < 66 ? "team" : "library";
}

const std::string* find_topic(const CastConversation& made, std::string_view name) {
  const auto found = std::ranges::find(made.topics, name);
  return found == made.topics.end() ? nullptr : &*found;
}

void choose_topics(CastConversation& made, const Theme& theme, const Setting& setting, Dice& dice) {
  if (dice.percent(84)) made.topics.emplace_back(theme.topics.front());
  if (theme.topics.size() > 1 && dice.percent(26))
    made.topics.emplace_back(theme.topics[1 + dice.below(theme.topics.size() - 1)]);
  const bool is_about_module = made.note.find(setting.module) != std::string::npos;
  if (!setting.module.empty() && (is_about_module || dice.percent(theme.module_percent / 3)) &&
      find_topic(made, setting.module) == nullptr)
    made.topics.push_back(setting.module);
}

/// The theme whose topic the conversation has, or that of small things.
const Theme& theme_of(const CastConversation& conversation) {
  for (const auto& theme : themes())
    if (find_topic(conversation, theme.topics.front()) != nullptr) return theme;
  return *std::ranges::find(themes(), "small-things", &Theme::code);
}

}  // namespace

const Theme& ConversationMaker::theme_for(Date date, Dice& dice) const {
  const auto season = cast_.year.season(date);
  std::vector<double> running;
  double sum = 0;
  for (const auto& theme : themes()) {
    const bool is_possible = !is_weekend(date) || is_written_sometimes(theme);
    sum += is_possible ? theme.share * season_factor(theme.rhythm, season, date.month()) : 0;
    running.push_back(sum);
  }
  return themes()[dice.weighted(running)];
}

void ConversationMaker::choose_people(CastConversation& made, const Theme& theme, Id<CastUnit> unit,
                                      Dice& dice) const {
  const bool is_nameless = dice.percent(theme.code == "induction" ? 30 : 2);
  auto first = is_nameless ? std::nullopt : crowd_.person(unit, made.happened_on, dice);
  if (first && theme.code == "november" && dice.percent(80))
    first = crowd_.head_of(unit, made.happened_on).value_or(*first);
  if (!first) {
    made.unit = unit;
    return;
  }
  made.people.push_back({*first});
  for (const auto other : crowd_.others(unit, *first, company_of(made.kind, dice), made.happened_on, dice))
    made.people.push_back({other, dice.percent(5) ? dice.pick(asides) : std::string_view()});
}

void ConversationMaker::choose_staff(CastConversation& made, const Theme& theme, Id<CastUnit> unit,
                                     Dice& dice) const {
  const auto first = crowd_.staff_for(unit, theme.specialist, made.happened_on, dice);
  made.staff.push_back(first);
  const bool is_large = made.attendees.value_or(0) > 60;
  if (dice.percent(is_large ? 40 : 7)) made.staff.push_back(crowd_.colleague_of(first, dice));
  if (theme.code == "november" && dice.percent(10)) made.staff.push_back(cast_.member("bronwen"));
}

Setting ConversationMaker::setting_of(const CastConversation& made, Id<CastUnit> unit, Dice& dice) const {
  Setting setting{.unit = &cast_.at(unit),
                  .module = {},
                  .module_title = {},
                  .person = {},
                  .other = {},
                  .colleague = {},
                  .happened_on = made.happened_on};
  const auto& modules = setting.unit->modules;
  if (!modules.empty()) {
    const auto place = dice.below(modules.size());
    const auto& words = department_words()[setting.unit->words];
    const bool is_own = place < words.modules.size() && words.modules[place].code == modules[place];
    setting.module = modules[place];
    setting.module_title = is_own ? std::string(words.modules[place].title) : setting.unit->name;
  }
  if (!made.people.empty()) setting.person = cast_.at(made.people.front().person).known_as;
  const auto other = crowd_.bystander(unit, made.happened_on, dice);
  const auto is_there = [&](const CastParticipant& one) { return other && one.person == *other; };
  if (other && std::ranges::none_of(made.people, is_there)) setting.other = cast_.at(*other).full_name;
  setting.colleague = cast_.at(crowd_.colleague_of(made.staff.front(), dice)).given_name;
  return setting;
}

void ConversationMaker::choose_words(CastConversation& made, const Theme& theme, Setting& setting,
                                     Dice& dice) const {
  if (dice.percent(5)) return;
  const bool is_informal = made.kind == "corridor" && dice.percent(40);
  const auto opening = is_informal ? dice.pick(corridor_openings()) : std::string_view();
  made.note = write_note(theme, setting, length_of(made.kind, dice), opening, dice);
}

/// Some remember only the week, or the month.
void ConversationMaker::blur_date(CastConversation& made, Dice& dice) const {
  if (made.minute || !dice.percent(4)) return;
  const bool is_month = dice.percent(12);
  const Date date = made.happened_on;
  const Date first = is_month ? date.plus_days(1 - static_cast<int>(date.day()))
                              : date.plus_days(-static_cast<int>(date.weekday()));
  const auto knew_them = [&](const CastParticipant& one) {
    const auto& person = cast_.at(one.person);
    return person.holds_post_on(first) && first >= person.known_since.value_or(first);
  };
  if (first < cast_.first_day || !std::ranges::all_of(made.people, knew_them)) return;
  made.happened_on = first;
  made.precision = is_month ? "month" : "week";
}

void ConversationMaker::settle(CastPromise& promise, Date made_on, Dice& dice) const {
  const Date kept = promise.due_on
                        ? std::max(made_on.plus_days(1), promise.due_on->plus_days(dice.between(-4, 2)))
                        : made_on.plus_days(dice.between(2, 30));
  const bool is_forgotten = dice.percent(5);
  const Date settled = is_forgotten ? kept.plus_days(dice.between(12, 50)) : kept;
  if (settled >= cast_.today) return;
  if (is_forgotten && dice.percent(50))
    promise.dropped_on = settled;
  else
    promise.kept_on = settled;
}

void ConversationMaker::add_promises(CastConversation& made, const Theme& theme, Setting& setting,
                                     Dice& dice) const {
  if (made.people.empty() || !dice.percent(17)) return;
  const bool is_ours = dice.percent(72);
  auto words = write_promise(is_ours ? theme.ours : theme.theirs, setting, dice);
  if (!words) return;
  CastPromise promise{.is_ours = is_ours, .words = std::move(*words), .person = made.people.front().person};
  if (dice.percent(88))
    promise.due_on = cast_.year.working_day_from(made.happened_on.plus_days(dice.between(1, 21)));
  settle(promise, made.happened_on, dice);
  made.promises.push_back(std::move(promise));
}

void ConversationMaker::add_afterthoughts(CastConversation& made, Setting& setting, Dice& dice) const {
  const Date later = cast_.year.working_day_from(made.happened_on.plus_days(1));
  if (later >= cast_.today) return;
  const int chance = dice.between(1, std::max(cast_.size.interactions, corrections + withdrawals));
  if (chance <= corrections && !made.note.empty()) {
    const auto more = fill_slots(dice.pick(additions), setting, dice);
    if (more) made.correction = {later, made.note + " " + *more, dice.pick(becauses)};
  } else if (chance > corrections && chance <= corrections + withdrawals && made.promises.empty()) {
    made.withdrawal = {later, "Logged twice"};
  }
}

CastConversation ConversationMaker::past(Date date, Dice& dice) const {
  const auto& theme = theme_for(date, dice);
  const auto unit = crowd_.department(theme.audience, dice);
  CastConversation made{.kind = kind_of(theme, is_weekend(date), dice), .happened_on = date};
  give_shape(made, dice);
  choose_people(made, theme, unit, dice);
  choose_staff(made, theme, unit, dice);
  made.begun_by = who_began(theme, dice);
  made.visibility = seen_by(dice);
  auto setting = setting_of(made, unit, dice);
  choose_words(made, theme, setting, dice);
  choose_topics(made, theme, setting, dice);
  add_promises(made, theme, setting, dice);
  add_afterthoughts(made, setting, dice);
  blur_date(made, dice);
  return made;
}

CastConversation ConversationMaker::ahead(Date date, Id<CastStaff> staff, Id<CastUnit> unit,
                                          Dice& dice) const {
  constexpr std::string_view kinds[] = {"meeting", "meeting",  "meeting",
                                        "online",  "teaching", "consultation"};
  CastConversation made{.kind = dice.pick(kinds), .happened_on = date};
  give_shape(made, dice);
  made.minute = 9 * 60 + 15 * dice.between(0, 28);
  made.precision = "time";
  if (made.kind != "teaching") made.attendees.reset();
  const auto head = made.kind == "meeting" ? crowd_.head_of(unit, date) : std::nullopt;
  const auto person = head && dice.percent(40) ? head : crowd_.person(unit, date, dice);
  if (person)
    made.people.push_back({*person});
  else
    made.unit = unit;
  made.staff = {staff};
  made.begun_by = "us";
  auto setting = setting_of(made, unit, dice);
  if (dice.percent(60)) made.note = fill_slots(dice.pick(agendas), setting, dice).value_or("");
  made.topics.emplace_back(made.kind == "teaching" ? "information-literacy" : "action-plan");
  if (made.kind == "teaching" && !setting.module.empty()) made.topics.push_back(setting.module);
  return made;
}

std::optional<CastPromise> ConversationMaker::promise_due(const CastConversation& conversation, Date due_on,
                                                          Dice& dice) const {
  if (conversation.people.empty()) return std::nullopt;
  const auto person = conversation.people.front().person;
  const auto* post = cast_.at(person).main_post_on(conversation.happened_on);
  if (post == nullptr) return std::nullopt;
  auto setting = setting_of(conversation, post->unit, dice);
  auto words = write_promise(theme_of(conversation).ours, setting, dice);
  if (!words) return std::nullopt;
  return CastPromise{.is_ours = true, .words = std::move(*words), .due_on = due_on, .person = person};
}

}  // namespace rapport::demo
