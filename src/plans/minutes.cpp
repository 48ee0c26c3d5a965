// Reads minutes.
#include "plans/minutes.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "interactions/capture.hpp"
#include "plans/item_form.hpp"

namespace rapport {
namespace {

using Kind = MinutesLine::Kind;

struct Marked {
  Kind kind = Kind::said;
  bool is_asked = false;
  std::string_view rest = {};
};

/// `+` an action, `?` one that they asked for, `>` or `->` a promise of ours, `<` or `<-` one of theirs.
Marked mark_of(std::string_view line) {
  struct Mark {
    std::string_view sign;
    Kind kind;
    bool is_asked;
  };
  static constexpr Mark marks[] = {{"->", Kind::our_promise, false},  {"→", Kind::our_promise, false},
                                   {">", Kind::our_promise, false},   {"<-", Kind::their_promise, false},
                                   {"←", Kind::their_promise, false}, {"<", Kind::their_promise, false},
                                   {"+", Kind::action, false},        {"?", Kind::action, true}};
  for (const auto& mark : marks)
    if (line.starts_with(mark.sign)) return {mark.kind, mark.is_asked, trim(line.substr(mark.sign.size()))};
  return {.rest = line};
}

/// Who is named, and the line without those who are certain.
struct Named {
  std::vector<Id<Person>> people = {};
  std::vector<Id<Staff>> colleagues = {};
  std::string rest = {};
  std::string doubt = {};
};

constexpr std::string_view promise_sign = "-> ";

Named names_in(std::string_view text, const MinutesContext& context) {
  const auto line = std::string(promise_sign) + std::string(text);
  const auto reading =
      read_line(line, {.directory = context.directory, .today = context.today, .me = context.me});
  Named named;
  std::vector<CaptureMark> certain;
  for (const auto& name : reading.names) {
    if (name.person) named.people.push_back(*name.person);
    if (name.colleague) named.colleagues.push_back(*name.colleague);
    if (name.person || name.colleague) certain.push_back(name.mark);
  }
  named.doubt = their_names_in(text, context.directory, context.today, context.me).unclear;
  std::size_t from = promise_sign.size();
  for (const auto& token : reading.tokens) {
    if (token.kind != CaptureKind::person || std::ranges::count(certain, token.mark) == 0) continue;
    named.rest += line.substr(from, token.begin - from);
    from = token.end;
  }
  named.rest = tidy_line(named.rest + line.substr(from));
  return named;
}

/// Takes `#word` out where a theme begins so.
std::string take_theme(std::string& text, std::span<const std::string> themes) {
  for (auto at = text.find('#'); at != std::string::npos; at = text.find('#', at + 1)) {
    if (at > 0 && text[at - 1] != ' ') continue;
    const auto end = std::min(text.find(' ', at), text.size());
    const auto word = fold(std::string_view(text).substr(at + 1, end - at - 1));
    const auto found = std::ranges::find_if(
        themes, [&](const std::string& theme) { return !word.empty() && fold(theme).starts_with(word); });
    if (found == themes.end()) continue;
    text = tidy_line(text.substr(0, at) + text.substr(end));
    return *found;
  }
  return {};
}

struct Promised {
  std::string words = {};
  std::optional<Date> due_on = {};
};

/// The words without their day.
Promised promised_in(const std::string& text, const MinutesContext& context) {
  const auto reading = read_line(std::string(promise_sign) + text,
                                 {.directory = context.directory, .today = context.today, .me = context.me});
  if (reading.promises.empty()) return {text, {}};
  const auto& promise = reading.promises.front();
  return {promise.words.empty() ? text : promise.words, promise.due_on};
}

std::string names_of(const Named& named, const MinutesContext& context) {
  std::vector<std::string> names;
  for (const auto person : named.people)
    if (const auto* entry = context.directory.people.find(person)) names.push_back(entry->display_name());
  return join(names, ", ");
}

void read_action(MinutesLine& line, const Marked& marked, const MinutesContext& context) {
  const auto bar = marked.rest.find('|');
  auto named = names_in(marked.rest.substr(0, bar), context);
  line.item.theme = take_theme(named.rest, context.themes);
  auto promised = promised_in(named.rest, context);
  line.item.words = std::move(promised.words);
  line.item.due_on = promised.due_on;
  line.item.is_asked = marked.is_asked;
  line.item.their_owners = names_of(named, context);
  line.item.people = named.people;
  line.item.owners = named.colleagues;
  if (line.item.owners.empty()) line.item.owners.push_back(context.me);
  if (bar != std::string_view::npos) line.item.success = tidy_line(marked.rest.substr(bar + 1));
  line.people = std::move(named.people);
  line.doubt = std::move(named.doubt);
}

void read_promise(MinutesLine& line, const Marked& marked, const MinutesContext& context) {
  auto named = names_in(marked.rest, context);
  auto promised = promised_in(std::string(marked.rest), context);
  line.words = std::move(promised.words);
  line.due_on = promised.due_on;
  if (!named.colleagues.empty()) line.staff = named.colleagues.front();
  line.people = std::move(named.people);
  line.doubt = std::move(named.doubt);
}

MinutesLine read_one(std::string_view text, int number, const MinutesContext& context) {
  const auto marked = mark_of(text);
  MinutesLine line{
      .kind = marked.rest.empty() ? Kind::said : marked.kind, .number = number, .typed = std::string(text)};
  if (line.kind == Kind::action) read_action(line, marked, context);
  if (line.kind == Kind::our_promise || line.kind == Kind::their_promise) read_promise(line, marked, context);
  if (line.kind == Kind::said && text.find('@') != std::string_view::npos) {
    auto named = names_in(text, context);
    line.people = std::move(named.people);
    line.doubt = std::move(named.doubt);
  }
  return line;
}

}  // namespace

std::vector<MinutesLine> read_minutes(std::string_view text, const MinutesContext& context) {
  std::vector<MinutesLine> lines;
  int number = 0;
  for (const auto raw : split(text, '\n')) {
    ++number;
    if (const auto line = trim(raw); !line.empty()) lines.push_back(read_one(line, number, context));
  }
  return lines;
}

}  // namespace rapport
