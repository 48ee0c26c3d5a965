// Makes blocks.
#include "headlines/sheet_making.hpp"

#include <algorithm>
#include <charconv>

#include "base/text.hpp"
#include "headlines/sheet_sentences.hpp"
#include "organisation/academic_calendar.hpp"

namespace rapport::headlines {
namespace {

constexpr std::size_t numbers_usual = 4;
constexpr int darkest = 5;
/// What says most to a head of department comes first.
constexpr std::array<std::string_view, 6> favourites{
    "students-reached",           "sessions-taught", "modules-reached", "reading-lists-checked",
    "satisfied-with-the-library", "one-to-ones"};

const figures::Figure* find(const SheetFacts& facts, std::string_view code) {
  const auto found = std::ranges::find_if(
      facts.figures, [&](const figures::Figure& figure) { return figure.measure.code == code; });
  return found == facts.figures.end() ? nullptr : &*found;
}
const figures::Figure* find(const SheetFacts& facts, Formula formula) {
  const auto found = std::ranges::find_if(
      facts.figures, [&](const figures::Figure& figure) { return figure.measure.formula == formula; });
  return found == facts.figures.end() ? nullptr : &*found;
}

/// A whole number that may be shown; nothing for none.
std::optional<std::int64_t> shown_number(const SheetFacts& facts, Formula formula) {
  const auto* figure = find(facts, formula);
  if (figure == nullptr || !figure->now.is_shown()) return std::nullopt;
  std::string digits;
  for (const char c : figure->now.number)
    if (c != ',') digits += c;
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() && end == digits.data() + digits.size() ? std::optional(value) : std::nullopt;
}

TopFacts top_facts(const SheetFacts& facts) {
  const auto* people = find(facts, Formula::people);
  TopFacts top{.people = shown_number(facts, Formula::people),
               .students = shown_number(facts, Formula::students),
               .sessions = shown_number(facts, Formula::sessions),
               .one_to_ones = shown_number(facts, Formula::one_to_ones),
               .is_provisional = !facts.is_over};
  // Of a faculty they are added up: somebody may be counted twice.
  if (people != nullptr && !people->now.is_summed) top.staff = facts.staff_in_year;
  return top;
}

/// "12 November 2026"
std::string day_words(Date day) {
  return std::to_string(day.day()) + " " + std::string(month_name(day.month())) + " " +
         std::to_string(day.year());
}

std::string or_made(const SheetDraft& draft, std::string_view place, std::string made) {
  const auto written = draft.written(place);
  return written.empty() ? std::move(made) : std::string(written);
}

/// The highest level is the darkest; nobody's is 0.
int tone_of(int rank, int top) {
  return rank == 0 ? 0 : std::max(1, darkest - (top - rank));
}

bool has_number(const figures::Figure& figure) {
  // What nobody did is no headline.
  return figure.now.is_shown() && figure.now.number != "0" && figure.now.number != "£0" &&
         figure.now.number != "0 %";
}

// One function for each kind: what it has, without its heading -----------------------------------------

void fill_numbers(const SheetFacts& facts, const SheetDraft& draft, Block& block) {
  for (const auto* figure : chosen_figures(facts, draft)) {
    const auto& code = figure->measure.code;
    block.numbers.push_back(
        {.code = code,
         .number = big_number(figure->now),
         .title = or_made(draft, "numbers." + code + ".title", with_small_first(figure->version().name)),
         .line = or_made(draft, "numbers." + code + ".line", sentence_of(*figure))});
  }
}

void fill_people(const SheetFacts& facts, Block& block) {
  const auto shown = shown_levels(facts.levels.counts);
  const int top = std::max(static_cast<int>(facts.levels.names.size()) - 1, 1);
  for (const auto& level : shown.levels)
    block.levels.push_back(
        {.name = with_small_first(facts.levels.names.at(static_cast<std::size_t>(level.rank))),
         .count = level.count,
         .tone = tone_of(level.rank, top)});
  if (shown.others > 0)
    block.levels.push_back({.name = "at other levels", .count = shown.others, .tone = -1});
  // Levels are those of the day, whatever year the sheet is of.
  const auto sentence = sentence_of(shown, facts.levels.names);
  block.note = "On " + day_words(facts.levels.as_of) + (sentence.empty() ? "." : " " + sentence + ".");
}

void fill_modules(const SheetFacts& facts, const SheetDraft& draft, Block& block) {
  block.modules = shown_modules(facts.modules);
  for (auto& row : block.modules) {
    const auto written = draft.written("modules." + row.name + ".of");
    int of = 0;
    std::from_chars(written.data(), written.data() + written.size(), of);
    if (of >= row.reached) row.of = of;
  }
  block.note = sentence_of(std::span<const ModuleRow>(block.modules));
}

void fill_months(const SheetFacts& facts, Block& block) {
  const auto shown = shown_months(facts.months);
  block.heading = months_heading(shown);
  block.note = sentence_of(shown);
  const bool has_any =
      std::ranges::any_of(shown.counts, [](const auto& count) { return count.value_or(0) > 0; });
  if (!has_any) return;
  for (std::size_t place = 0; place < shown.names.size(); ++place)
    block.months.push_back({.name = shown.names[place],
                            .count = shown.counts.at(place),
                            .is_to_come = static_cast<int>(place) >= facts.months.begun});
}

void fill_chain(const SheetFacts& facts, const SheetDraft& draft, Block& block) {
  if (facts.chains.empty()) return;
  auto chosen = std::ranges::find(facts.chains, draft.story, &ChainFact::story);
  if (!draft.story || chosen == facts.chains.end()) chosen = facts.chains.begin();
  block.chain = chosen->boxes;
  for (std::size_t i = 0; i < block.chain.size(); ++i) {
    const auto place = "chain." + std::to_string(i + 1);
    block.chain[i].title = or_made(draft, place + ".title", block.chain[i].title);
    block.chain[i].line = or_made(draft, place + ".line", block.chain[i].line);
  }
}

void fill_quotation(const SheetFacts& facts, const SheetDraft& draft, Block& block) {
  if (facts.quotations.empty()) return;
  auto chosen = std::ranges::find_if(facts.quotations, [&](const QuotationFact& quotation) {
    return draft.quotation && quotation.story == *draft.quotation;
  });
  if (chosen == facts.quotations.end()) chosen = facts.quotations.begin();
  block.note = chosen->words;
  block.by = or_made(draft, "quotation.by", chosen->by);
}

template <class T>
std::vector<T> first_of(const std::vector<T>& all, std::size_t most) {
  return {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(most, all.size()))};
}

void fill_together(const SheetFacts& facts, const SheetDraft& draft, const SheetLimits& limits,
                   Block& block) {
  if (const auto written = draft.written("together.lines"); !written.empty()) {
    block.together = read_together(written);
    return;
  }
  block.together = first_of(facts.together, limits.together);
  const auto rest = facts.together.size() - block.together.size();
  if (rest > 0)
    block.note = with_capital_first(count_words(static_cast<long>(rest), "more", "more")) + " in our plan.";
}

std::string champions_words(const SheetFacts& facts) {
  std::vector<std::string> sentences;
  if (!facts.champions.empty())
    sentences.push_back(
        std::string(facts.champions.size() == 1 ? "**Library Champion:** " : "**Library Champions:** ") +
        join(facts.champions, ", ") + ".");
  if (!facts.librarians.empty())
    sentences.push_back(
        std::string(facts.librarians.size() == 1 ? "**Your librarian:** " : "**Your librarians:** ") +
        join(facts.librarians, ", ") + ".");
  return join(sentences, " ");
}

/// "Figures of before 1 May 2026 are of Law and Social Work."
std::string joined_words(const SheetFacts& facts, const JoinedFact& joined) {
  const auto before = " Figures of before " + day_words(joined.from);
  std::string words;
  if (facts.is_new && !joined.names.empty())
    words += before + " are of " + join_words(joined.names) + ".";
  else if (!joined.names.empty())
    words += before + " are without " + join_words(joined.names) + ", part of it since.";
  if (facts.is_new && !joined.parts_of.empty())
    words += before + " are among those of " + join_words(joined.parts_of) + ", which it was a part of.";
  else if (!joined.parts_of.empty())
    words += before + " are without what came from " + join_words(joined.parts_of) + ".";
  if (!joined.parted_to.empty())
    words += before + " include what has been in " + join_words(joined.parted_to) + " since.";
  return words;
}

std::string small_print(const SheetFacts& facts) {
  const auto month_words = [](Date day) {
    return std::string(month_name(day.month())) + " " + std::to_string(day.year());
  };
  const auto first = month_words(facts.years.first_day(facts.academic_year));
  auto until =
      facts.is_over ? month_words(facts.years.last_day(facts.academic_year)) : day_words(facts.today);
  if (facts.ended_on) until = day_words(*facts.ended_on);
  if (facts.ended_on && !facts.goes_on_in.empty()) until += "; it goes on in " + join_words(facts.goes_on_in);
  auto words = first + " to " + until + ". Counts of fewer than five people are not shown.";
  for (const auto& joined : facts.joined) words += joined_words(facts, joined);
  return words;
}

SourceLine source_of(const SheetFacts& facts, const figures::Figure& figure) {
  const auto& version = figure.version();
  return {.name = version.name,
          .number = figure.now.words,
          .before = figure.before.words,
          .sentence = figure.sentence,
          .definition =
              version.definition + sconul_words(version, figure.now.source, facts.years, facts.academic_year),
          .source = figure.now.source.empty() ? version.source : figure.now.source};
}

std::string made_heading(const SheetFacts& facts, BlockKind kind) {
  switch (kind) {
    case BlockKind::say:
    case BlockKind::numbers:
    case BlockKind::quotation:
    case BlockKind::own:
    case BlockKind::champions:
    case BlockKind::small_print:
      return {};
    case BlockKind::together:
      return "Together in " + facts.years.words(facts.academic_year + 1);
    default:
      return std::string(words(kind));
  }
}

}  // namespace

std::vector<const figures::Figure*> chosen_figures(const SheetFacts& facts, const SheetDraft& draft) {
  std::vector<const figures::Figure*> chosen;
  const auto take = [&](const figures::Figure* figure) {
    if (figure != nullptr && std::ranges::count(chosen, figure) == 0) chosen.push_back(figure);
  };
  if (!draft.measures.empty()) {
    for (const auto& code : draft.measures)
      if (const auto* figure = find(facts, code);
          figure != nullptr && figure->now.kind != figures::Cell::Kind::none)
        take(figure);
    return chosen;
  }
  for (const auto code : favourites)
    if (const auto* figure = find(facts, code); figure != nullptr && has_number(*figure)) take(figure);
  for (const auto& figure : facts.figures)
    if (has_number(figure) && figure.measure.formula != Formula::people) take(&figure);
  if (chosen.size() > numbers_usual) chosen.resize(numbers_usual);
  return chosen;
}

std::string made_meeting(const SheetFacts& facts) {
  return "Made on " + day_words(facts.today);
}

Block made_block(const SheetFacts& facts, const SheetDraft& draft, BlockKind kind,
                 const SheetLimits& limits) {
  Block block{.kind = kind, .heading = made_heading(facts, kind)};
  switch (kind) {
    case BlockKind::say:
      block.note = sentence_of(top_facts(facts));
      break;
    case BlockKind::numbers:
      fill_numbers(facts, draft, block);
      break;
    case BlockKind::people:
      fill_people(facts, block);
      break;
    case BlockKind::modules:
      fill_modules(facts, draft, block);
      break;
    case BlockKind::topics:
      block.topics = shown_topics(facts.topics);
      block.note = sentence_of(std::span<const TopicRow>(block.topics));
      break;
    case BlockKind::months:
      fill_months(facts, block);
      break;
    case BlockKind::chain:
      fill_chain(facts, draft, block);
      break;
    case BlockKind::asked:
      block.asked = first_of(facts.asked, limits.asked);
      if (const auto written = draft.written("asked.lines"); !written.empty())
        block.asked = read_asked(written);
      break;
    case BlockKind::together:
      fill_together(facts, draft, limits, block);
      break;
    case BlockKind::quotation:
      fill_quotation(facts, draft, block);
      break;
    case BlockKind::own:
      break;
    case BlockKind::champions:
      block.note = champions_words(facts);
      break;
    case BlockKind::small_print:
      block.note = small_print(facts);
      break;
  }
  return block;
}

SheetContent content_of(const SheetFacts& facts, const SheetDraft& draft, const SheetLimits& limits) {
  SheetContent content{.department = facts.department,
                       .library = facts.library,
                       .year = facts.years.words(facts.academic_year),
                       .days = facts.years.days_words(facts.academic_year),
                       .meeting = or_made(draft, "meeting", made_meeting(facts)),
                       .made_on = facts.today.iso(),
                       .is_provisional = !facts.is_over};
  for (const auto kind : draft.blocks) {
    auto block = made_block(facts, draft, kind, limits);
    const std::string place(code(kind));
    block.heading = or_made(draft, place + ".heading", std::move(block.heading));
    // Whose words they are does not change by editing.
    if (kind != BlockKind::quotation) block.note = or_made(draft, place + ".note", std::move(block.note));
    if (!block.is_empty()) content.blocks.push_back(std::move(block));
  }
  std::vector<const figures::Figure*> behind = chosen_figures(facts, draft);
  if (content.find(BlockKind::numbers) == nullptr) behind.clear();
  for (const auto formula : {Formula::people, Formula::students, Formula::sessions})
    if (const auto* figure = find(facts, formula); figure != nullptr && figure->now.is_shown() &&
                                                   content.find(BlockKind::say) != nullptr &&
                                                   std::ranges::count(behind, figure) == 0)
      behind.push_back(figure);
  for (const auto* figure : behind) content.sources.push_back(source_of(facts, *figure));
  return content;
}

}  // namespace rapport::headlines
