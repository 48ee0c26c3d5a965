// The conversation's part of a line: names, topics, days, lengths, how.
#include "interactions/capture_reader.hpp"

#include <algorithm>
#include <array>

#include "base/letters.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "interactions/capture_dates.hpp"

namespace rapport::capture {
namespace {

constexpr std::size_t topics_max = 50;
constexpr std::size_t topic_characters_max = 60;
constexpr int general_particularity = 1;  // "met": any more particular word replaces it
constexpr int free_words_before_how = 2;  // "met @Jane Smith Teaching committee"

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

/// How many bytes of `text` a topic takes: letters, digits, - _ / &, not ending in one of those four.
std::size_t topic_length(std::string_view text) {
  std::size_t length = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = next_character(text, at);
    if (is_letter(c) || is_digit(c))
      length = at;
    else if (c != U'-' && c != U'_' && c != U'/' && c != U'&')
      break;
  }
  return length;
}

bool begins_with_letter(std::string_view text) {
  std::size_t at = 0;
  return !text.empty() && is_letter(next_character(text, at));
}

}  // namespace

LineReader::LineReader(std::string_view line, const CaptureContext& context,
                       const CaptureCorrections& corrections)
    : line_(line),
      context_(context),
      corrections_(corrections),
      words_(words_of(line)),
      is_taken_(words_.size(), 0),
      names_(context.directory, corrections),
      reading_{.line = std::string(line), .happened_on = context.today} {}

CaptureReading LineReader::read() && {
  read_conversation();
  choose_how();
  find_sentences();
  drop_small_words();
  collect_note();
  std::ranges::sort(reading_.tokens, {}, &CaptureToken::begin);
  sort_offers();
  judge();
  return std::move(reading_);
}

void LineReader::read_conversation() {
  for (std::size_t i = 0; i < words_.size();) {
    if (!words_[i].is_quoted && words_[i].sign == Sign::promise) {
      const auto behind = end_of_promise(i);
      read_promise(i, behind);
      i = behind;
      continue;
    }
    const auto used = words_[i].is_quoted ? 0 : read_at(i);
    for (std::size_t k = i; k < i + std::max<std::size_t>(used, 1); ++k) {
      const bool is_how = !hows_.empty() && hows_.back().last == k;
      if (!is_taken_[k] && !is_how && !words_[k].folded.empty() && !is_small_word(words_[k].folded))
        ++free_words_;
    }
    i += std::max<std::size_t>(used, 1);
  }
}

/// Reads what begins at word `i`; how many words need no second look, 0 for none.
std::size_t LineReader::read_at(std::size_t i) {
  const auto& word = words_[i];
  const auto here = std::span(words_).subspan(i, std::min(span_words, words_.size() - i));
  if (word.sign == Sign::person) return read_name(i);
  if (word.sign == Sign::topic) return read_topic(i) ? 1 : 0;
  if (word.sign == Sign::led_on) return read_led_on(i) ? 1 : 0;
  if (const auto used = read_day_at(i); used > 0) return used;
  if (const auto used = read_time_at(i); used > 0) return used;
  if (const auto used = read_amount(i, CaptureKind::length, read_length(here), reading_.duration_minutes);
      used > 0)
    return used;
  if (const auto used = read_amount(i, CaptureKind::attendees, read_attendees(here), reading_.attendees);
      used > 0)
    return used;
  return read_how(i) ? 1 : 0;
}

std::size_t LineReader::read_name(std::size_t i) {
  auto found = names_.read(std::span(words_).subspan(i));
  if (!found) return 0;
  const auto mark = accept(CaptureKind::person, found->name.key);
  if (!mark) return found->words;
  take(CaptureKind::person, i, found->words, *mark);
  reading_.tokens.back().end = found->end;
  reading_.tokens.back().is_unsure = !found->name.is_certain();
  found->name.mark = *mark;
  reading_.names.push_back(std::move(found->name));
  return found->words;
}

bool LineReader::read_topic(std::size_t i) {
  const auto length = topic_length(words_[i].core);
  const auto name = words_[i].core.substr(0, length);
  if (length == 0 || character_count(name) > topic_characters_max || reading_.topics.size() == topics_max)
    return false;
  const auto folded = fold(name);
  const auto mark = accept(CaptureKind::topic, folded);
  if (!mark) return true;
  take(CaptureKind::topic, i, 1, *mark);
  reading_.tokens.back().end = words_[i].core_begin + length;
  const auto is_same = [&](const std::string& topic) { return fold(topic) == folded; };
  if (std::ranges::any_of(reading_.topics, is_same)) return true;
  const auto* known = context_.directory.vocabulary.find_topic(name);
  reading_.topics.push_back(known ? known->name : std::string(name));
  return true;
}

bool LineReader::read_led_on(std::size_t i) {
  const auto core = words_[i].core;
  if (!core.empty() && !begins_with_letter(core)) return false;
  const auto mark = accept(CaptureKind::led_on, words_[i].folded);
  if (!mark) return true;
  take(CaptureKind::led_on, i, 1, *mark);
  reading_.led_on.push_back({std::string(core), *mark});
  return true;
}

/// "since Tue", "by Fri": the day of something else, not of the conversation.
bool LineReader::looks_elsewhere(std::size_t i) const {
  constexpr std::array<std::string_view, 10> words{"since", "until", "till", "from",  "before",
                                                   "after", "by",    "due",  "every", "each"};
  return i > 0 && !is_taken_[i - 1] && is_one_of(words, words_[i - 1].folded);
}

/// A day to come counts only where nothing but recognised words stands before it: "tomorrow coffee @Jane" is
/// a plan, "met @Jane, she is away tomorrow" is not.
std::size_t LineReader::read_day_at(std::size_t i) {
  const auto here = std::span(words_).subspan(i, std::min(span_words, words_.size() - i));
  const auto found = read_day(here, Looking::back, context_.today);
  if (!found) return 0;
  const bool is_out_of_place = found->day && *found->day > context_.today && free_words_ > 0;
  if (!found->day || has_day_ || is_out_of_place || looks_elsewhere(i)) return found->words;
  const auto mark = accept(CaptureKind::when, text_of(i, found->words));
  if (!mark) return found->words;
  take(CaptureKind::when, i, found->words, *mark);
  has_day_ = true;
  reading_.day_mark = *mark;
  reading_.happened_on = *found->day;
  if (!reading_.happened_at_time) reading_.precision = found->precision;
  return found->words;
}

std::size_t LineReader::read_time_at(std::size_t i) {
  const auto here = std::span(words_).subspan(i, std::min(span_words, words_.size() - i));
  const auto found = read_time(here);
  if (!found) return 0;
  const bool is_vague = reading_.precision == Precision::week || reading_.precision == Precision::month;
  if (reading_.happened_at_time || is_vague || looks_elsewhere(i)) return found->words;
  const auto mark = accept(CaptureKind::when, text_of(i, found->words));
  if (!mark) return found->words;
  take(CaptureKind::when, i, found->words, *mark);
  reading_.time_mark = *mark;
  reading_.happened_at_time = found->time;
  reading_.precision = Precision::time;
  return found->words;
}

std::size_t LineReader::read_amount(std::size_t i, CaptureKind kind, const std::optional<AmountRead>& found,
                                    std::optional<int>& into) {
  if (!found) return 0;
  if (!found->amount || into) return found->words;
  const auto mark = accept(kind, text_of(i, found->words));
  if (!mark) return found->words;
  take(kind, i, found->words, *mark);
  into = found->amount;
  return found->words;
}

/// "about the committee", "re teaching": what was spoken of, not how.
bool LineReader::is_subject(std::size_t i) const {
  constexpr std::array<std::string_view, 12> fillers{"the",   "a",    "an",   "our", "her",  "his",
                                                     "their", "next", "last", "new", "this", "that"};
  constexpr std::array<std::string_view, 7> heralds{"about",     "re",      "of",       "from",
                                                    "regarding", "discuss", "discussed"};
  while (i > 0 && !is_taken_[i - 1] && is_one_of(fillers, words_[i - 1].folded)) --i;
  return i > 0 && !is_taken_[i - 1] && is_one_of(heralds, words_[i - 1].folded);
}

bool LineReader::read_how(std::size_t i) {
  const auto& folded = words_[i].folded;
  if (folded.empty()) return false;
  const auto* kind = context_.directory.vocabulary.kind_of_word(folded);
  if (kind == nullptr || is_subject(i)) return false;
  const auto mark = accept(CaptureKind::how, folded);
  if (!mark) return false;
  const bool is_beside = !hows_.empty() && hows_.back().last + 1 == i && !words_[i - 1].is_cut_off() &&
                         words_[i].begin == words_[i].core_begin;
  if (is_beside)
    join_how(hows_.back(), i, *kind, *mark);
  else
    hows_.push_back({i, kind, {{i, *mark}}, free_words_});
  return true;
}

/// "zoom call" is online, "committee meeting" a committee: the more particular, or the first. A "teaching
/// committee" is a committee all the same, and "teaching" goes to the note.
void LineReader::join_how(How& run, std::size_t i, const KindEntry& kind, CaptureMark mark) const {
  run.last = i;
  if (kind.family == Family::committee && kind.particularity < run.kind->particularity) {
    std::erase_if(run.words, [&](const auto& word) {
      return context_.directory.vocabulary.kind_of_word(words_[word.first].folded)->particularity >
             kind.particularity;
    });
    run.kind = &kind;
  }
  run.words.emplace_back(i, std::move(mark));
  if (kind.particularity > run.kind->particularity) run.kind = &kind;
}

/// Only a more particular word takes over, and only where the line is still being read off, not in the midst
/// of a note.
bool LineReader::beats(const How& how, const How& winner) const {
  if (how.kind->particularity <= winner.kind->particularity) return false;
  const bool is_general = winner.kind->particularity <= general_particularity;
  return how.free_words_before <= (is_general ? free_words_before_how : 0);
}

void LineReader::choose_how() {
  const How* winner = nullptr;
  for (const auto& how : hows_) {
    if (winner != nullptr && !beats(how, *winner)) continue;
    winner = &how;
    for (const auto& [word, mark] : how.words) take(CaptureKind::how, word, 1, mark);
  }
  if (winner != nullptr) reading_.kind = winner->kind->id;
}

std::optional<CaptureMark> LineReader::accept(CaptureKind kind, std::string text) {
  const int occurrence = ++occurrences_[{kind, text}];
  CaptureMark mark{kind, occurrence, std::move(text)};
  if (std::ranges::find(corrections_.plain, mark) != corrections_.plain.end()) return std::nullopt;
  return mark;
}

std::string LineReader::text_of(std::size_t first, std::size_t count) const {
  std::vector<std::string> words;
  for (std::size_t i = first; i < first + count; ++i) words.push_back(words_[i].folded);
  return join(words, " ");
}

void LineReader::take(CaptureKind kind, std::size_t first, std::size_t count, const CaptureMark& mark) {
  for (std::size_t i = first; i < first + count; ++i) is_taken_[i] = 1;
  const auto begin = words_[first].core_begin - (words_[first].sign == Sign::none ? 0U : 1U);
  reading_.tokens.push_back({kind, begin, words_[first + count - 1].core_end, mark});
}

/// Mine, my departments, spoken to lately, the rest; by name within each, colleagues last.
void LineReader::sort_offers() {
  std::vector<Id<Person>> people;
  for (const auto& name : reading_.names)
    for (const auto& offer : name.offers)
      if (offer.person) people.push_back(*offer.person);
  if (people.empty() || !context_.nearness) return;
  std::ranges::sort(people);
  people.erase(std::unique(people.begin(), people.end()), people.end());
  const auto nearness = context_.nearness(people);
  const auto far_away = [&](const CaptureOffer& offer) {
    if (!offer.person) return 4;
    const auto at = std::ranges::lower_bound(people, *offer.person) - people.begin();
    return static_cast<std::size_t>(at) < nearness.size() ? nearness[static_cast<std::size_t>(at)] : 3;
  };
  for (auto& name : reading_.names) std::ranges::stable_sort(name.offers, {}, far_away);
}

}  // namespace rapport::capture
