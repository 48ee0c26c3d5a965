// Matches the words behind an @ with the directory.
#include "interactions/capture_names.hpp"

#include <algorithm>
#include <array>

#include "base/letters.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "interactions/capture_dates.hpp"

namespace rapport::capture {

/// One written word of a name.
struct NameReader::Piece {
  std::string_view text;           ///< without a possessive 's
  std::vector<std::string> words;  ///< folded; "Mary-Jane" has two
  std::size_t end = 0;             ///< in the line
  bool is_capital = false;
  bool is_caseless = false;
  bool is_title = false;
  bool is_initial = false;
  bool ends = false;  ///< punctuation or 's: the name goes no further
};

struct NameReader::Query {
  std::vector<std::string> words;
  std::vector<std::string> initials;
  LastWord last_word = LastWord::whole;

  [[nodiscard]] std::string key() const {
    return join(words, " ") + "." + join(initials, " ") + (last_word == LastWord::prefix ? "*" : "");
  }
};

/// The most words that still match.
struct NameReader::Widest {
  std::size_t pieces = 0;
  Query query = {};
  const Found* found = nullptr;

  [[nodiscard]] bool is_whole() const {
    return pieces > 0 && query.last_word == LastWord::whole && !found->has_left;
  }
};

namespace {

constexpr std::size_t pieces_max = 7;
constexpr int names_max = 100;
constexpr std::size_t offers_max = 400;

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

bool is_title(std::string_view folded) {
  constexpr std::array<std::string_view, 16> titles{"dr",   "prof", "professor", "mr",    "mrs", "ms",
                                                    "miss", "mx",   "sir",       "dame",  "rev", "reverend",
                                                    "lord", "lady", "revd",      "doctor"};
  return is_one_of(titles, folded);
}

/// Small letters that belong to names: "Maria de la Cruz".
bool is_particle(std::string_view folded) {
  constexpr std::array<std::string_view, 20> particles{"de", "del", "della", "di",  "da",  "dos", "du",
                                                       "la", "le",  "van",   "von", "der", "den", "ter",
                                                       "al", "el",  "bin",   "ibn", "ap",  "ab"};
  return is_one_of(particles, folded);
}

/// Words that begin a sentence after a name rather than belong to it.
bool is_common_word(std::string_view folded) {
  constexpr std::array<std::string_view, 44> common{
      "and", "the", "a",    "an",    "of",   "to",   "at",    "who",   "is",   "was",  "will",
      "may", "has", "had",  "have",  "can",  "he",   "she",   "they",  "we",   "it",   "i",
      "you", "her", "his",  "their", "this", "that", "wants", "asked", "said", "says", "but",
      "so",  "as",  "from", "or",    "not",  "no",   "new",   "also",  "then", "when", "would"};
  return is_small_word(folded) || is_one_of(common, folded);
}

bool is_possessive(std::string_view word) {
  return word.size() > 2 && (word.ends_with("'s") || word.ends_with("’s"));
}
std::string_view without_possessive(std::string_view word) {
  return word.substr(0, word.size() - (word.ends_with("'s") ? 2 : std::string_view("’s").size()));
}

bool begins_with_letter(std::string_view text) {
  std::size_t at = 0;
  return !text.empty() && is_letter(next_character(text, at));
}

bool is_acronym(std::string_view text) {
  return text.size() > 1 && std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool has_initial(const std::vector<std::string>& name, const std::vector<std::string>& words,
                 std::string_view initial) {
  return std::ranges::any_of(name, [&](const std::string& word) {
    return word.starts_with(initial) && std::ranges::find(words, word) == words.end();
  });
}
bool has_initials(const std::vector<std::string>& name, const std::vector<std::string>& words,
                  const std::vector<std::string>& initials) {
  return std::ranges::all_of(initials,
                             [&](const std::string& initial) { return has_initial(name, words, initial); });
}

std::string capitalised(std::string_view word) {
  std::string text(word);
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

template <class Pieces>
std::string key_of(const Pieces& pieces) {
  std::vector<std::string> words;
  for (const auto& piece : pieces) words.insert(words.end(), piece.words.begin(), piece.words.end());
  return join(words, " ");
}

/// As written, with a capital; without titles.
template <class Pieces>
std::string name_of(const Pieces& pieces) {
  std::vector<std::string> words;
  for (const auto& piece : pieces)
    if (!piece.is_title || pieces.size() == 1)
      words.push_back(is_particle(piece.text) ? std::string(piece.text) : capitalised(piece.text));
  return join(words, " ");
}

}  // namespace

std::vector<NameReader::Piece> NameReader::pieces_of(std::span<const Word> words) {
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < std::min(words.size(), pieces_max); ++i) {
    const auto& word = words[i];
    const bool is_apart =
        word.is_quoted || word.begins_line || word.sign != Sign::none || word.begin != word.core_begin;
    if ((i > 0 && is_apart) || !begins_with_letter(word.core)) break;
    Piece piece;
    const bool has_possessive = is_possessive(word.core);
    piece.text = has_possessive ? without_possessive(word.core) : word.core;
    piece.words = folded_words(piece.text);
    if (piece.words.empty()) break;
    piece.end = word.core_end;
    piece.is_capital = word.is_capital();
    piece.is_caseless = word.is_caseless();
    piece.is_title = is_title(piece.words[0]) && piece.words.size() == 1;
    const bool has_stop = word.end == word.core_end + 1 && word.core.data()[word.core.size()] == '.';
    const bool is_word_too = piece.text == "I" || piece.text == "A";
    piece.is_initial = piece.words[0].size() == 1 && piece.words.size() == 1 && (has_stop || !is_word_too);
    piece.ends = has_possessive || (word.is_cut_off() && !(has_stop && (piece.is_title || piece.is_initial)));
    pieces.push_back(std::move(piece));
    if (pieces.back().ends) break;
  }
  return pieces;
}

/// The longest beginning for which the user has said who is meant.
std::optional<NameRead> NameReader::chosen(std::span<const Piece> pieces) const {
  if (corrections_.chosen.empty()) return std::nullopt;
  for (std::size_t count = pieces.size(); count > 0; --count) {
    const auto key = key_of(pieces.first(count));
    const auto& all = corrections_.chosen;
    const auto choice =
        std::find_if(all.rbegin(), all.rend(), [&](const auto& each) { return each.name == key; });
    if (choice == all.rend()) continue;
    if (choice->person && directory_.people.find(*choice->person) == nullptr) continue;
    if (choice->colleague && directory_.staff.find(*choice->colleague) == nullptr) continue;
    NameRead read{.words = count, .end = pieces[count - 1].end};
    read.name = {.key = key, .new_name = name_of(pieces.first(count)), .new_key = key};
    read.name.person = choice->person;
    read.name.colleague = choice->colleague;
    read.name.is_new = choice->is_new();
    return read;
  }
  return std::nullopt;
}

NameReader::Found NameReader::find_people(const Query& query) const {
  const auto search = [&](Whom whom) {
    std::vector<CaptureOffer> offers;
    for (const auto* person : directory_.people.matching(query.words, query.last_word, offers_max, whom))
      if (has_initials(person->words, query.words, query.initials)) offers.push_back({.person = person->id});
    return offers;
  };
  Found found{search(Whom::here), false};
  if (!found.offers.empty()) return found;
  found.offers = search(Whom::left);
  found.has_left = !found.offers.empty();
  return found;
}

NameReader::Found NameReader::find_colleagues(const Query& query) {
  const auto& staff = directory_.staff.staff();
  if (colleague_words_.empty())
    for (const auto& colleague : staff) {
      colleague_words_.push_back(folded_words(colleague.full_name));
      colleague_words_.back().push_back(fold(colleague.username));
    }
  Found found;
  for (std::size_t i = 0; i < staff.size(); ++i) {
    const auto& own = colleague_words_[i];
    const auto has = [&](const std::string& word) { return std::ranges::find(own, word) != own.end(); };
    if (staff[i].is_active && std::ranges::all_of(query.words, has) &&
        has_initials(own, query.words, query.initials))
      found.offers.push_back({.colleague = staff[i].id});
  }
  return found;
}

const NameReader::Found& NameReader::find(Among among, const Query& query) {
  auto key = query.key() + (among == Among::people ? "p" : "c");
  if (const auto known = found_.find(key); known != found_.end()) return known->second;
  auto found = among == Among::people ? find_people(query) : find_colleagues(query);
  return found_.emplace(std::move(key), std::move(found)).first->second;
}

/// A name that is only begun: "@oka", "@Jane Smi". `count` pieces have been matched before.
NameReader::Widest NameReader::begun(std::span<const Piece> pieces, std::size_t count, Query query) {
  const auto& piece = pieces[count];
  query.words.insert(query.words.end(), piece.words.begin(), piece.words.end());
  query.last_word = LastWord::prefix;
  const auto& found = find(Among::people, query);
  if (found.offers.empty()) return {};
  return {count + 1, std::move(query), &found};
}

NameReader::Widest NameReader::widest(Among among, std::span<const Piece> pieces) {
  Widest best;
  Query query;
  bool began_small = false;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const auto& piece = pieces[i];
    const bool is_first = best.pieces == 0 && query.initials.empty();
    if (is_first && piece.is_title && i + 1 < pieces.size()) continue;
    if (is_first) began_small = !piece.is_capital && !piece.is_caseless;
    const bool may_be_small =
        began_small || is_particle(piece.words[0]) || (best.found && best.found->offers.size() > 1);
    if (!is_first && !piece.is_capital && !piece.is_caseless &&
        (!may_be_small || is_common_word(piece.words[0])))
      break;
    auto next = query;
    auto& part = piece.is_initial && piece.is_capital ? next.initials : next.words;
    part.insert(part.end(), piece.words.begin(), piece.words.end());
    if (next.words.empty()) {
      if (i + 1 == pieces.size() && among == Among::people) return begun(pieces, i, {});
      query = std::move(next);
      continue;
    }
    const auto& found = find(among, next);
    if (found.offers.empty()) {
      const bool may_be_begun = among == Among::people && (is_first || i + 1 == pieces.size()) && !piece.ends;
      if (may_be_begun)
        if (auto longer = begun(pieces, i, query); longer.pieces > 0) return longer;
      break;
    }
    best = {i + 1, next, &found};
    query = std::move(next);
  }
  return best;
}

bool NameReader::is_name_like(const Piece& piece) const {
  if (!piece.is_capital || is_acronym(piece.text)) return false;
  const auto& word = piece.words[0];
  const bool is_surname_too = word == "may" || word == "will";
  const bool is_other = !is_surname_too && (is_common_word(word) || is_day_or_month(word) ||
                                            directory_.vocabulary.kind_of_word(word) != nullptr);
  return !is_other && std::ranges::none_of(piece.text, [](char c) { return c >= '0' && c <= '9'; });
}

/// How many pieces a name has that nobody has yet: the first `from` and what looks like a name behind them.
std::size_t NameReader::length_if_new(std::span<const Piece> pieces, std::size_t from) const {
  auto count = std::max<std::size_t>(from, 1);
  while (count < pieces.size() && pieces[count - 1].is_title) ++count;
  while (count < pieces.size() && !pieces[count - 1].ends) {
    const bool is_particle_here = is_particle(pieces[count].text) && count + 1 < pieces.size();
    const auto& next = pieces[is_particle_here ? count + 1 : count];
    if (!is_name_like(next)) break;
    count += is_particle_here ? 2 : 1;
  }
  return std::min(count, pieces.size());
}

/// Two or more words that are the whole name of one person alone: "Jane Smith", where there is a Mary Jane
/// Smith too.
std::optional<CaptureOffer> NameReader::only_namesake(const Widest& best) const {
  if (best.query.words.size() < 2 || !best.query.initials.empty()) return std::nullopt;
  auto wanted = best.query.words;
  std::ranges::sort(wanted);
  std::optional<CaptureOffer> only;
  for (const auto& offer : best.found->offers) {
    const auto* person = offer.person ? directory_.people.find(*offer.person) : nullptr;
    if (person == nullptr) continue;
    auto own = folded_words(person->full_name);
    std::ranges::sort(own);
    if (own != wanted) continue;
    if (only) return std::nullopt;
    only = offer;
  }
  return only;
}

/// Certain, or with offers.
void NameReader::settle(NameRead& read, const Widest& best, std::span<const Piece> pieces) const {
  const auto& offers = best.found->offers;
  const bool is_single_word = best.query.words.size() + best.query.initials.size() == 1;
  const bool has_stranger = is_single_word && length_if_new(pieces, best.pieces) > best.pieces;
  std::optional<CaptureOffer> sure;
  if (best.is_whole() && offers.size() == 1 && !has_stranger) sure = offers.front();
  if (best.is_whole() && !sure) sure = only_namesake(best);
  const auto length = is_single_word ? length_if_new(pieces, best.pieces) : best.pieces;
  read.name.new_name = name_of(pieces.first(length));
  read.name.new_key = key_of(pieces.first(length));
  if (!sure) {
    read.name.offers = offers;
    return;
  }
  read.name.person = sure->person;
  read.name.colleague = sure->colleague;
}

std::optional<NameRead> NameReader::read(std::span<const Word> words) {
  const auto pieces = pieces_of(words);
  if (pieces.empty() || ++names_read_ > names_max) return std::nullopt;
  if (auto read = chosen(pieces)) return read;
  auto best = widest(Among::people, pieces);
  const auto colleagues = widest(Among::colleagues, pieces);
  if (colleagues.pieces > best.pieces || (colleagues.pieces > 0 && !best.is_whole())) best = colleagues;
  NameRead read{.words = best.pieces, .end = 0};
  if (best.pieces == 0) read.words = length_if_new(pieces, 0);
  const auto taken = std::span(pieces).first(read.words);
  read.end = taken.back().end;
  read.name.key = read.name.new_key = key_of(taken);
  read.name.new_name = name_of(taken);
  if (best.pieces > 0) settle(read, best, pieces);
  return read;
}

}  // namespace rapport::capture
