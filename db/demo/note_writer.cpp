// Slots, sentences and the share of notes that mention students.
#include "note_writer.hpp"

#include <algorithm>
#include <array>

namespace rapport::demo {
namespace {

constexpr std::string_view counts[] = {"two", "three", "four", "five", "six", "seven", "eight", "nine"};
constexpr std::string_view year_groups[] = {"first years",         "second years",       "third years",
                                            "final years",         "the January intake", "the master’s group",
                                            "the part-time route", "the top-up year"};
constexpr std::string_view rooms[] = {"Harbour 1.07",   "Harbour 2.31",     "Lime 204",      "Lime 118",
                                      "Kelp 3",         "the Seminar Barn", "Ropewalk 0.12", "Ropewalk 1.40",
                                      "Signal House 5", "the Lower Hall",   "Weir 2.02",     "Weir 3.19",
                                      "the Long Room",  "Foundry 6"};
constexpr std::string_view publishers[] = {"Merrow Press", "Tern House",      "Castlegate Academic",
                                           "Oakum Books",  "Lantern Medical", "Peverel & Daughters",
                                           "Hollin Grey",  "Fathom"};
constexpr std::string_view book_forms[] = {
    "#: a handbook",    "#: the basics",    "Introducing #",          "Rethinking #",
    "#: a reader",      "Thinking about #", "#: cases and questions", "The essentials of #",
    "#: a short guide", "Understanding #"};
constexpr std::string_view journal_forms[] = {"New letters on #",         "Yearbook of #",
                                              "Northern papers on #",     "# notebook",
                                              "Advances and doubts in #", "The # circular"};
constexpr std::string_view rare_things[] = {"psalter",
                                            "chapbook",
                                            "broadside",
                                            "gazetteer",
                                            "ferrotype",
                                            "daguerreotype",
                                            "bookplate",
                                            "palimpsest",
                                            "playbill",
                                            "pattern-book",
                                            "waybill",
                                            "tithe map",
                                            "hymn sheet",
                                            "ration book",
                                            "logbook",
                                            "silhouette",
                                            "cyanotype",
                                            "telegram",
                                            "dance card",
                                            "tide table",
                                            "seed packet",
                                            "sampler",
                                            "herbarium sheet",
                                            "muster roll",
                                            "pew plan",
                                            "turnpike ticket",
                                            "stereograph",
                                            "valentine",
                                            "commonplace book",
                                            "rent roll",
                                            "pilgrim badge",
                                            "magic-lantern slide",
                                            "glebe terrier",
                                            "cattle register",
                                            "millwright's sketch",
                                            "bellfounder's bill"};
constexpr std::string_view weekdays[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday"};

constexpr std::string_view common_word = "tudent";

constexpr std::string_view student_sentences[] = {"Students would notice first if it went wrong.",
                                                  "Students have asked for this too.",
                                                  "It would help students on {module} most.",
                                                  "To be tried with one group of students first.",
                                                  "The department tells its students.",
                                                  "Students heard of it at the welcome talk.",
                                                  "About {number} students are affected.",
                                                  "Student representatives were told.",
                                                  "Two students gave their view and it was useful.",
                                                  "Students on the evening route are the ones to think of.",
                                                  "Part-time students cannot come before six.",
                                                  "Students will see a note on the module site.",
                                                  "The question came from students in week {week}.",
                                                  "It began with a student at the help desk.",
                                                  "Students find it through the list, not the catalogue.",
                                                  "Counted {number} students last year.",
                                                  "New students start in {month}.",
                                                  "Most students have it on their phones.",
                                                  "Students in {title} had the same.",
                                                  "A student worker can help with it in {month}."};

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

const DepartmentWords& words_of(const Setting& setting) {
  return department_words()[setting.unit->words];
}

/// A made-up title about one of the department's subjects. `forms` have a # where the subject goes.
std::string title(Words forms, const Setting& setting, Dice& dice) {
  std::string made(dice.pick(forms));
  made.replace(made.find('#'), 1, dice.pick(words_of(setting).subjects));
  return "*" + capitalised(std::move(made)) + "*";
}

std::string price(Dice& dice) {
  const int pounds = dice.between(6, 480) * 10 + (dice.percent(30) ? 5 : 0);
  const auto digits = std::to_string(pounds);
  return pounds < 1000 ? "£" + digits
                       : "£" + digits.substr(0, digits.size() - 3) + "," + digits.substr(digits.size() - 3);
}

std::string month_ahead(Date date, Dice& dice) {
  return std::string(month_name(date.plus_months(dice.between(1, 4)).month()));
}

std::string reference(Dice& dice) {
  auto made = "WRM/" + std::to_string(dice.between(100, 9999));
  return made += "/" + std::to_string(dice.between(1, 60));
}

/// Empty where the setting has no such thing.
std::string slot(std::string_view name, const Setting& setting, Dice& dice) {
  if (name == "p") return setting.person;
  if (name == "other") return setting.other;
  if (name == "colleague") return setting.colleague;
  if (name == "module") return setting.module;
  if (name == "title") return setting.module_title;
  if (name == "subject") return std::string(dice.pick(words_of(setting).subjects));
  if (name == "year_group") return std::string(dice.pick(year_groups));
  if (name == "count") return std::string(dice.pick(counts));
  if (name == "number") return std::to_string(dice.between(11, 140));
  if (name == "percent") return std::to_string(dice.between(4, 88));
  if (name == "price") return price(dice);
  if (name == "room") return std::string(dice.pick(rooms));
  if (name == "book") return title(book_forms, setting, dice);
  if (name == "journal") return title(journal_forms, setting, dice);
  if (name == "publisher") return std::string(dice.pick(publishers));
  if (name == "weekday") return std::string(dice.pick(weekdays));
  if (name == "month") return month_ahead(setting.happened_on, dice);
  if (name == "week") return std::to_string(dice.between(2, 11));
  if (name == "rare") return std::string(dice.pick(rare_things));
  if (name == "reference") return reference(dice);
  return {};
}

const std::string* find_said(const Setting& setting, std::string_view slot_name) {
  for (const auto& [name, value] : setting.said)
    if (name == slot_name) return &value;
  return nullptr;
}

bool is_lasting(std::string_view slot_name) {
  constexpr std::string_view lasting[] = {"subject",    "book", "journal", "publisher",
                                          "year_group", "room", "rare"};
  return std::ranges::count(lasting, slot_name) > 0;
}

std::optional<std::string> fill(std::string_view pattern, Setting& setting, Dice& dice) {
  std::string text;
  std::size_t at = 0;
  while (at < pattern.size()) {
    const auto open = pattern.find('{', at);
    text += pattern.substr(at, open - at);
    if (open == std::string_view::npos) break;
    const auto close = pattern.find('}', open);
    const auto name = pattern.substr(open + 1, close - open - 1);
    at = close + 1;
    if (const auto* said = find_said(setting, name)) {
      text += *said;
      continue;
    }
    auto value = slot(name, setting, dice);
    if (value.empty()) return std::nullopt;
    text += value;
    if (is_lasting(name)) setting.said.emplace_back(name, std::move(value));
  }
  return capitalised(std::move(text));
}

bool mentions_students(std::string_view text) {
  return text.find(common_word) != std::string_view::npos;
}

enum class Students { avoided, free };

/// One of the sentences that can be filled, or nothing after some tries.
std::optional<std::string> sentence(Words patterns, Students students, Setting& setting, Dice& dice) {
  for (int tries = 0; tries < 8; ++tries) {
    const auto pattern = dice.pick(patterns);
    if (students == Students::avoided && mentions_students(pattern)) continue;
    if (auto text = fill(pattern, setting, dice)) return text;
  }
  return std::nullopt;
}

/// One that mentions students: of the theme's own where it has one.
std::string student_sentence(Words patterns, Setting& setting, Dice& dice) {
  for (int tries = 0; tries < 4; ++tries) {
    const auto pattern = dice.pick(patterns);
    if (!mentions_students(pattern)) continue;
    if (auto text = fill(pattern, setting, dice)) return *text;
  }
  return sentence(student_sentences, Students::free, setting, dice).value_or("Students were told.");
}

void append(std::string& note, const std::optional<std::string>& text) {
  if (!text) return;
  if (!note.empty()) note += ' ';
  note += *text;
}

struct Parts {
  int detail_percent;
  int agreed_percent;
  int closing_percent;
};

Parts parts_of(Length length) {
  switch (length) {
    case Length::line:
      return {0, 25, 0};
    case Length::short_note:
      return {60, 55, 6};
    case Length::long_note:
      return {95, 85, 16};
  }
  return {};
}

}  // namespace

std::string write_note(const Theme& theme, Setting& setting, Length length, std::string_view opening,
                       Dice& dice) {
  const bool wants_students = dice.per_mille(theme.specialist == Specialist::research ? 120 : 356);
  const auto students = wants_students ? Students::free : Students::avoided;
  const auto parts = parts_of(length);
  std::string note;
  if (!opening.empty()) append(note, fill(opening, setting, dice));
  append(note, sentence(theme.asked, students, setting, dice));
  if (wants_students && !mentions_students(note))
    append(note, student_sentence(theme.detail, setting, dice));
  else if (dice.percent(parts.detail_percent))
    append(note, sentence(theme.detail, students, setting, dice));
  if (dice.percent(parts.agreed_percent)) append(note, sentence(theme.agreed, students, setting, dice));
  if (dice.percent(parts.closing_percent)) append(note, sentence(closings(), students, setting, dice));
  if (dice.per_mille(4)) append(note, fill("Filed as {reference}.", setting, dice));
  return note;
}

std::optional<std::string> write_promise(Words patterns, Setting& setting, Dice& dice) {
  auto text = sentence(patterns, Students::free, setting, dice);
  if (text) std::erase(*text, '*');
  return text;
}

std::optional<std::string> fill_slots(std::string_view pattern, Setting& setting, Dice& dice) {
  return fill(pattern, setting, dice);
}

}  // namespace rapport::demo
