// Promises: everything behind the sign up to the end of its line, or to the next sign.
#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "interactions/capture_dates.hpp"
#include "interactions/capture_reader.hpp"

namespace rapport::capture {
namespace {

/// Goes with the day: "by Fri", "on the Monday", "before the end of term".
bool leads_to_day(std::string_view folded) {
  constexpr std::array<std::string_view, 7> leads{"by", "on", "before", "for", "the", "until", "till"};
  return std::ranges::find(leads, folded) != leads.end();
}

std::string_view trim_punctuation(std::string_view text) {
  constexpr std::string_view edges = " \t\r\n,;:.";
  const auto first = text.find_first_not_of(edges);
  if (first == std::string_view::npos) return {};
  text = text.substr(first, text.find_last_not_of(edges) - first + 1);
  while (text.starts_with("- ") || text.starts_with("– ")) text = trim(text.substr(text.find(' ')));
  while (text.ends_with(" -") || text.ends_with(" –")) text = trim(text.substr(0, text.rfind(' ')));
  return text;
}

}  // namespace

std::size_t LineReader::end_of_promise(std::size_t sign) const {
  auto i = sign + 1;
  const auto goes_on = [&] {
    return words_[i].is_quoted || (words_[i].sign != Sign::promise && !words_[i].begins_line);
  };
  while (i < words_.size() && goes_on()) ++i;
  return i;
}

void LineReader::read_promise(std::size_t sign, std::size_t behind) {
  const auto mark = accept(CaptureKind::promise, {});
  if (!mark) {
    free_words_ += static_cast<int>(behind - sign);
    return;
  }
  const auto number = reading_.promises.size();
  const auto tokens_before = reading_.tokens.size();
  const auto first = sign + 1;
  read_promise_names(first, behind, number);
  auto due = find_due(first, behind);
  std::optional<CaptureMark> due_mark;
  if (due) due_mark = accept(CaptureKind::due, {});
  if (!due_mark) due.reset();
  auto words = promise_words(first, behind, due);
  if (words.empty() && due) words = promise_words(first, behind, std::nullopt);
  if (due) {
    const auto begin = words_[due->first].core_begin;
    reading_.tokens.push_back({CaptureKind::due, begin, words_[due->behind - 1].core_end, *due_mark});
  }
  tint_promise(sign, behind, *mark, tokens_before);
  const bool says_something = std::any_of(words_.begin() + static_cast<std::ptrdiff_t>(first),
                                          words_.begin() + static_cast<std::ptrdiff_t>(behind),
                                          [](const Word& word) { return !word.core.empty(); });
  if (!says_something) return;
  reading_.promises.push_back(
      {std::move(words), due ? std::optional(due->day) : std::nullopt, *mark, due_mark});
}

/// Names in a promise say to whom; who is named there took no part in the conversation.
void LineReader::read_promise_names(std::size_t first, std::size_t behind, std::size_t promise) {
  for (auto i = first; i < behind; ++i) {
    if (words_[i].is_quoted || words_[i].sign != Sign::person) continue;
    const auto used = read_name(i);
    if (used == 0) continue;
    if (is_taken_[i]) reading_.names.back().promise = promise;
    i += used - 1;
  }
}

/// The first of the words that lead to the day at `at`.
std::size_t LineReader::lead_of(std::size_t at, std::size_t first) const {
  while (at > first && leads_to_day(words_[at - 1].folded) && !is_taken_[at - 1] &&
         !words_[at - 1].is_quoted && !words_[at - 1].is_cut_off())
    --at;
  return at;
}

/// Of several days the one after "by" or "before", else the one at the end, else the one at the beginning.
std::optional<LineReader::Due> LineReader::find_due(std::size_t first, std::size_t behind) const {
  std::optional<Due> best;
  for (auto i = first; i < behind;) {
    const bool may_begin = !words_[i].is_quoted && !is_taken_[i] && words_[i].sign == Sign::none;
    const auto found = may_begin ? read_day(std::span(words_).subspan(i, std::min(span_words, behind - i)),
                                            Looking::forward, context_.today)
                                 : std::nullopt;
    if (!found) {
      ++i;
      continue;
    }
    if (found->day) {
      Due due{lead_of(i, first), i + found->words, *found->day};
      const auto says = [&](std::string_view word) {
        return std::any_of(words_.begin() + static_cast<std::ptrdiff_t>(due.first),
                           words_.begin() + static_cast<std::ptrdiff_t>(due.behind),
                           [&](const Word& each) { return each.folded == word; });
      };
      if (says("before") && due.day > context_.today) due.day = due.day.plus_days(-1);
      due.rank = says("by") || says("before") ? 3 : due.behind == behind ? 2 : due.first == first ? 1 : 0;
      if (!best || due.rank > best->rank) best = due;
    }
    i += found->words;
  }
  return best;
}

/// The words without the day, and without the @ of a name.
std::string LineReader::promise_words(std::size_t first, std::size_t behind,
                                      const std::optional<Due>& due) const {
  std::string text;
  for (auto i = first; i < behind; ++i) {
    const auto& word = words_[i];
    const bool is_day = due && i >= due->first && i < due->behind;
    if (is_day && !(i + 1 == due->behind && i + 1 < behind)) continue;
    if (!text.empty() && !is_day) text += ' ';
    if (is_day)
      text += line_.substr(word.core_end, word.end - word.core_end);
    else if (word.sign == Sign::person && is_taken_[i]) {
      text += line_.substr(word.begin, word.core_begin - 1 - word.begin);
      text += line_.substr(word.core_begin, word.end - word.core_begin);
    } else
      text += line_.substr(word.begin, word.end - word.begin);
  }
  return std::string(trim_punctuation(text));
}

/// One promise token for each stretch between the day and the names, which are the tokens from
/// `tokens_before` on.
void LineReader::tint_promise(std::size_t sign, std::size_t behind, const CaptureMark& mark,
                              std::size_t tokens_before) {
  auto begin = words_[sign].begin;
  const auto end = words_[behind - 1].end;
  std::vector<CaptureToken> inside(reading_.tokens.begin() + static_cast<std::ptrdiff_t>(tokens_before),
                                   reading_.tokens.end());
  std::ranges::sort(inside, {}, &CaptureToken::begin);
  for (const auto& token : inside) {
    if (token.begin > begin) reading_.tokens.push_back({CaptureKind::promise, begin, token.begin, mark});
    begin = token.end;
  }
  if (begin < end) reading_.tokens.push_back({CaptureKind::promise, begin, end, mark});
  for (auto i = sign; i < behind; ++i) is_taken_[i] = 1;
}

}  // namespace rapport::capture
