// One reading of one capture line, step by step. Used by capture.cpp alone.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "interactions/capture.hpp"
#include "interactions/capture_amounts.hpp"
#include "interactions/capture_names.hpp"
#include "interactions/capture_words.hpp"

namespace rapport::capture {

inline constexpr std::size_t span_words = 8;  ///< no day or length has more words

class LineReader {
 public:
  LineReader(std::string_view line, const CaptureContext& context, const CaptureCorrections& corrections);
  [[nodiscard]] CaptureReading read() &&;

 private:
  /// A run of words that say how, side by side: "committee meeting".
  struct How {
    std::size_t last = 0;
    const KindEntry* kind = nullptr;
    std::vector<std::pair<std::size_t, CaptureMark>> words = {};
    int free_words_before = 0;
  };
  struct Due {
    std::size_t first = 0;
    std::size_t behind = 0;
    Date day;
    int rank = 0;
  };

  // capture_reader.cpp: the conversation
  void read_conversation();
  [[nodiscard]] std::size_t read_at(std::size_t i);
  [[nodiscard]] std::size_t read_name(std::size_t i);
  [[nodiscard]] bool read_topic(std::size_t i);
  [[nodiscard]] bool read_led_on(std::size_t i);
  [[nodiscard]] std::size_t read_day_at(std::size_t i);
  [[nodiscard]] std::size_t read_time_at(std::size_t i);
  [[nodiscard]] std::size_t read_amount(std::size_t i, CaptureKind kind,
                                        const std::optional<AmountRead>& found, std::optional<int>& into);
  [[nodiscard]] bool read_how(std::size_t i);
  void join_how(How& run, std::size_t i, const KindEntry& kind, CaptureMark mark) const;
  void choose_how();
  [[nodiscard]] bool beats(const How& how, const How& winner) const;
  [[nodiscard]] bool is_subject(std::size_t i) const;
  [[nodiscard]] bool looks_elsewhere(std::size_t i) const;

  // capture_promise.cpp
  [[nodiscard]] std::size_t end_of_promise(std::size_t sign) const;
  void read_promise(std::size_t sign, std::size_t behind);
  void read_promise_names(std::size_t first, std::size_t behind, std::size_t promise);
  [[nodiscard]] std::optional<Due> find_due(std::size_t first, std::size_t behind) const;
  [[nodiscard]] std::size_t lead_of(std::size_t at, std::size_t first) const;
  [[nodiscard]] std::string promise_words(std::size_t first, std::size_t behind,
                                          const std::optional<Due>& due) const;
  void tint_promise(std::size_t sign, std::size_t behind, const CaptureMark& mark, std::size_t tokens_before);

  // capture_sentence.cpp: what is left though it was recognised
  void find_sentences();
  [[nodiscard]] std::vector<std::optional<CaptureKind>> kinds_of_words() const;
  [[nodiscard]] std::string as_words(std::string_view text) const;

  // capture_note.cpp: what is left
  void drop_small_words();
  [[nodiscard]] bool is_dropped_before(std::size_t word, CaptureKind kind) const;
  void collect_note();
  void read_gap(std::size_t begin, std::size_t end, const CaptureToken* before, const CaptureToken* behind);
  void drop(std::size_t begin, std::size_t end);
  void keep(std::string_view text);
  void drop_last_commas();
  [[nodiscard]] std::size_t drop_brackets(std::size_t begin, std::size_t end);

  /// The mark of this reading, or nothing where the user wants it as plain text.
  [[nodiscard]] std::optional<CaptureMark> accept(CaptureKind kind, std::string text);
  [[nodiscard]] std::string text_of(std::size_t first, std::size_t count) const;
  void take(CaptureKind kind, std::size_t first, std::size_t count, const CaptureMark& mark);
  void sort_offers();
  void judge();

  std::string_view line_;
  const CaptureContext& context_;
  const CaptureCorrections& corrections_;
  std::vector<Word> words_;
  std::vector<char> is_taken_;
  std::vector<How> hows_;
  std::map<std::pair<CaptureKind, std::string>, int> occurrences_;
  NameReader names_;
  CaptureReading reading_;
  int free_words_ = 0;  ///< of the conversation so far: neither recognised nor small
  bool has_day_ = false;
  std::vector<std::size_t> signs_in_note_;        ///< where names and topics that stay in the note begin
  std::size_t note_end_ = 0;                      ///< in the line, of what the note has so far
  std::size_t bracket_ = std::string_view::npos;  ///< an opening one that may turn out to hold nothing
};

}  // namespace rapport::capture
