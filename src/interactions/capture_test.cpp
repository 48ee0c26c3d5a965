// The capture line's examples, and what holds for every line.
#include "interactions/capture.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <chrono>
#include <set>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "interactions/capture_examples.hpp"

namespace rapport {
namespace {

using test::CaptureExample;
using test::CaptureExamples;

const CaptureExamples& examples() {
  static const auto all =
      test::read_capture_examples(std::string(RAPPORT_SOURCE_DIR) + "/test/capture/examples.txt");
  return all;
}

using Fields = std::multimap<std::string, std::string>;

std::string name_of(const CaptureOffer& offer) {
  const auto& directory = examples().directory;
  return offer.person ? directory.people.find(*offer.person)->full_name
                      : directory.staff.find(*offer.colleague)->full_name;
}

void add_names(const CaptureReading& reading, Fields& fields) {
  std::vector<std::string> people;
  std::vector<std::string> colleagues;
  for (const auto& name : reading.names) {
    if (!name.is_certain()) {
      std::vector<std::string> offers;
      for (const auto& offer : name.offers) offers.push_back(name_of(offer));
      offers.push_back("new " + name.new_name);
      fields.emplace("ask", name.key + " = " + join(offers, ", "));
    }
    if (name.promise) continue;
    if (name.person) people.push_back(name_of({.person = name.person}));
    if (name.is_new) people.push_back("new " + name.new_name);
    if (name.colleague) colleagues.push_back(name_of({.colleague = name.colleague}));
  }
  if (!people.empty()) fields.emplace("people", join(people, ", "));
  if (!colleagues.empty()) fields.emplace("colleagues", join(colleagues, ", "));
}

void add_promises(const CaptureReading& reading, Fields& fields) {
  const auto drafts = promise_drafts_of(reading);
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    auto text = reading.promises[i].words;
    if (drafts[i].due_on || drafts[i].person)
      text += " | " + (drafts[i].due_on ? drafts[i].due_on->iso() : "");
    if (drafts[i].person) text += " | " + name_of({.person = drafts[i].person});
    fields.emplace("promise", text);
  }
}

/// A reading in the words of the file; what is as in an empty line is left out.
Fields fields_of(const CaptureReading& reading, Date today) {
  Fields fields;
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) fields.emplace(name, value);
  };
  if (reading.kind) add("how", examples().directory.vocabulary.find(*reading.kind)->code);
  add_names(reading, fields);
  add("topics", join(reading.topics, ", "));
  if (reading.happened_on != today) add("day", reading.happened_on.iso());
  if (reading.precision != Precision::day) add("precision", std::string(code(reading.precision)));
  if (reading.happened_at_time) add("time", reading.happened_at_time->words());
  if (reading.duration_minutes) add("minutes", std::to_string(*reading.duration_minutes));
  if (reading.attendees) add("came", std::to_string(*reading.attendees));
  add("note", reading.note);
  add_promises(reading, fields);
  for (const auto& led_on : reading.led_on) add("led-on", led_on.name.empty() ? "latest" : led_on.name);
  if (reading.needs_sorting) add("sort", "yes");
  if (reading.is_promise_only) add("only-promise", "yes");
  return fields;
}

CaptureChoice choice_of(std::string_view text) {
  const auto sign = text.find('=');
  CaptureChoice choice{.name = std::string(trim(text.substr(0, sign)))};
  const auto who = trim(text.substr(sign + 1));
  if (who != "new") choice.person = examples().person(who);
  return choice;
}

CaptureCorrections corrections_of(const CaptureExample& example) {
  CaptureCorrections corrections;
  for (const auto& [field, value] : example.fields) {
    if (field == "plain") corrections.plain.push_back(capture_mark_of(value).value());
    if (field == "choose") corrections.chosen.push_back(choice_of(value));
  }
  return corrections;
}

CaptureReading read_example(const CaptureExample& example) {
  return read_line(example.line, examples().context(example.today), corrections_of(example));
}

/// Fields that are compared in another way than word by word.
bool is_special(const std::string& field) {
  return field == "plain" || field == "choose" || field == "nothing" || field == "promises" ||
         field == "names";
}

std::string listed(const Fields& fields, const std::string& name) {
  std::vector<std::string> values;
  const auto [begin, end] = fields.equal_range(name);
  for (auto at = begin; at != end; ++at) values.push_back(at->second);
  return values.empty() ? "(nothing)" : join(values, " ++ ");
}

void check_special(const CaptureExample& example, const CaptureReading& reading) {
  std::string nothing;
  for (const auto& [field, value] : example.fields) {
    if (field == "nothing") nothing = value;
    if (field == "promises") {
      EXPECT_EQ(std::to_string(reading.promises.size()), value) << "promises";
    }
    if (field == "names") {
      EXPECT_EQ(std::to_string(reading.names.size()), value) << "names";
    }
  }
  EXPECT_EQ(reading.nothing_to_save.empty(), nothing.empty()) << reading.nothing_to_save;
  EXPECT_NE(reading.nothing_to_save.find(nothing), std::string::npos) << reading.nothing_to_save;
}

void check(const CaptureExample& example) {
  SCOPED_TRACE("examples.txt line " + std::to_string(example.line_number) + ": " +
               shorten(example.line, 100));
  const auto reading = read_example(example);
  Fields wanted;
  std::set<std::string> counted;
  for (const auto& [field, value] : example.fields) {
    if (!is_special(field)) wanted.emplace(field, field == "note" ? std::string(trim(value)) : value);
    if (field == "promises") counted.insert("promise");
    if (field == "names") counted.insert({"ask", "note"});
  }
  const auto read = fields_of(reading, example.today);
  std::set<std::string> names;
  for (const auto& [name, value] : wanted) names.insert(name);
  for (const auto& [name, value] : read) names.insert(name);
  for (const auto& name : names) {
    if (counted.contains(name)) continue;
    EXPECT_EQ(listed(read, name), listed(wanted, name)) << "field " << name;
  }
  check_special(example, reading);
}

TEST(CaptureLine, ReadsEveryExampleAsALibrarianMeansIt) {
  ASSERT_GE(examples().examples.size(), 166U);
  for (const auto& example : examples().examples) check(example);
}

// What holds for every line -----------------------------------------------------------------------------

bool is_boundary(std::string_view line, std::size_t at) {
  return at == line.size() || (static_cast<unsigned char>(line[at]) & 0xC0U) != 0x80U;
}

std::string without_spaces(std::string_view text) {
  std::string rest;
  for (const auto word : split(text, ' '))
    for (const char c : word)
      if (c != '\n' && c != '\r' && c != '\t') rest += c;
  std::string kept;
  for (std::size_t at = 0; at < rest.size();) {
    const auto begin = at;
    const auto c = next_character(rest, at);
    if (trim(std::string_view(rest).substr(begin, at - begin)).empty() && c >= 0x80) continue;
    kept += rest.substr(begin, at - begin);
  }
  return kept;
}

/// Tokens in order, apart, on whole characters; every byte between them is in the note, and the words of
/// those that say so.
void expect_whole(const CaptureReading& reading) {
  std::size_t at = 0;
  std::string between;
  for (const auto& token : reading.tokens) {
    ASSERT_LE(at, token.begin);
    ASSERT_LT(token.begin, token.end);
    ASSERT_LE(token.end, reading.line.size());
    ASSERT_TRUE(is_boundary(reading.line, token.begin) && is_boundary(reading.line, token.end));
    between += reading.line.substr(at, token.begin - at);
    const std::size_t sign = token.kind == CaptureKind::how ? 0 : 1;
    if (token.is_in_note) between += reading.line.substr(token.begin + sign, token.end - token.begin - sign);
    at = token.end;
  }
  between += reading.line.substr(at);
  EXPECT_EQ(without_spaces(between), without_spaces(reading.note));
}

TEST(CaptureLine, KeepsEveryCharacterInATokenOrInTheNote) {
  for (const auto& example : examples().examples) {
    SCOPED_TRACE("examples.txt line " + std::to_string(example.line_number));
    expect_whole(read_example(example));
  }
}

TEST(CaptureLine, LosesNoTextWhenAReadingIsTurnedBack) {
  for (const auto& example : examples().examples) {
    if (example.line.size() > 500) continue;
    const auto reading = read_example(example);
    for (const auto& token : reading.tokens) {
      if (token.kind == CaptureKind::small) continue;
      auto corrections = corrections_of(example);
      corrections.plain.push_back(token.mark);
      const auto again = read_line(example.line, examples().context(example.today), corrections);
      SCOPED_TRACE(written(token.mark) + " in " + example.line);
      expect_whole(again);
      const auto is_same = [&](const CaptureToken& other) {
        return other.mark == token.mark && other.kind == token.kind;
      };
      EXPECT_TRUE(std::ranges::none_of(again.tokens, is_same));
    }
  }
}

TEST(CaptureLine, KeepsACorrectionWhileTheLineGrows) {
  const auto context = examples().context(Date::of(2026, 11, 12).value());
  const auto mark = capture_mark_of("how:1:corridor").value();
  const auto reading = read_line("met @Jane Smith corridor 10m placement students > send price Fri", context,
                                 {.plain = {mark}});
  EXPECT_EQ(reading.note, "corridor placement students");
  EXPECT_EQ(examples().directory.vocabulary.find(*reading.kind)->code, "meeting");
}

TEST(CaptureLine, ReadsWhateverIsMadeOfItsSignsAndWords) {
  const std::vector<std::string> pieces{
      "@",    "#",     "^",   ">",    "->",     "→",        "\"",       "“",   "”",        " ",
      " ",    " ",     "\n",  "\r\n", "\u00A0", "10",       "m",        "h",   "min",      "9/11",
      "Nov",  "31",    "Tue", "last", "next",   "week",     "in",       "ago", "2026",     "a",
      "Jane", "Smith", "'s",  "’s",   "met",    "corridor", "taught",   "64",  "students", ",",
      ".",    "-",     "(",   ")",    "é",      "王",       "👍🏽", "re",  "about",    "by",
      "the",  "end",   "of",  "half", "an",     "hour",     ":30",      "pm",  "½",        "\u202E"};
  const auto context = examples().context(Date::of(2026, 11, 12).value());
  EXPECT_TRUE(rc::check("lines of pieces", [&] {
    const auto line = join(
        *rc::gen::resize(60, rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces))), "");
    expect_whole(read_line(line, context));
    RC_ASSERT(!testing::Test::HasFailure());
  }));
}

TEST(CaptureLine, ReadsTenThousandCharactersInMilliseconds) {
  const auto context = examples().context(Date::of(2026, 11, 12).value());
  for (const auto* piece :
       {"word ", "@smith ", "#x ", "10m ", "> a Fri ", "\" ", "(", "-", "@A B C D ", "in the end of ", "“"}) {
    std::string line;
    while (line.size() < 10'000) line += piece;
    const auto begin = std::chrono::steady_clock::now();
    const auto reading = read_line(line, context);
    const auto spent = std::chrono::steady_clock::now() - begin;
    EXPECT_LT(spent, std::chrono::milliseconds(200)) << piece;  // generous: sanitizers and a busy machine
    expect_whole(reading);
  }
}

TEST(CaptureLine, WritesMarksAndChoicesSoThatTheyReadTheSame) {
  const CaptureMark mark{CaptureKind::when, 2, "10:30 a:b"};
  EXPECT_EQ(capture_mark_of(written(mark)), mark);
  const CaptureChoice person{.name = "jane smith", .person = Id<Person>{12}};
  const CaptureChoice colleague{.name = "tom", .colleague = Id<Staff>{3}};
  const CaptureChoice stranger{.name = "nobody known"};
  for (const auto& choice : {person, colleague, stranger})
    EXPECT_EQ(capture_choice_of(written(choice)), choice);
  for (const auto* wrong : {"", "how", "how:1", "how:x:met", "how:0:met", "walk:1:met"})
    EXPECT_FALSE(capture_mark_of(wrong));
  for (const auto* wrong : {"", "smith", "=12", "smith=", "smith=x", "smith=-1", "smith=colleague-"})
    EXPECT_FALSE(capture_choice_of(wrong)) << wrong;
}

TEST(CaptureLine, MakesADraftOfWhatItRead) {
  const auto context = examples().context(Date::of(2026, 11, 12).value());
  const auto reading = read_line(
      "taught @Luca Moretti @gwen #PSYC2010 2h 64 students yesterday went well > send slides Fri", context);
  const auto draft = draft_of(reading, examples().me);
  EXPECT_EQ(draft.people, std::vector<Participant>{{.person = examples().person("Luca Moretti")}});
  EXPECT_EQ(draft.staff, (std::vector<Id<Staff>>{examples().me, examples().colleague("Gwen Parry")}));
  EXPECT_EQ(draft.topics, std::vector<std::string>{"PSYC2010"});
  EXPECT_EQ(draft.duration_minutes, 120);
  EXPECT_EQ(draft.attendees, 64);
  EXPECT_EQ(draft.happened_on.iso(), "2026-11-11");
  EXPECT_EQ(draft.note, "went well");
  ASSERT_EQ(draft.promises.size(), 1U);
  EXPECT_EQ(draft.promises[0].words, "send slides");
  EXPECT_EQ(draft.source, "line");
  EXPECT_EQ(draft.line, reading.line);
  EXPECT_TRUE(faults_of(draft, context.today).empty());
}

TEST(CaptureLine, IsNeverRefusedWhereSomethingIsToBeSaved) {
  for (const auto& example : examples().examples) {
    const auto reading = read_example(example);
    if (!reading.nothing_to_save.empty() || reading.is_promise_only) continue;
    auto draft = draft_of(reading, examples().me);
    for (const auto& name : reading.names)
      if (name.is_new) draft.people.push_back({.person = Id<Person>{999}});  // as made at saving
    EXPECT_EQ(faults_of(draft, example.today), std::vector<Fault>{}) << example.line_number;
  }
}

TEST(CaptureLine, KeepsThePartOfAPromiseThatIsTooLong) {
  std::string line = "met @Jane Smith > ";
  while (line.size() < 700) line += "promise ";
  const auto draft =
      draft_of(read_line(line, examples().context(Date::of(2026, 11, 12).value())), examples().me);
  ASSERT_EQ(draft.promises.size(), 1U);
  EXPECT_LE(character_count(draft.promises[0].words), 500U);
  EXPECT_GT(character_count(draft.note), 600U);
}

}  // namespace
}  // namespace rapport
