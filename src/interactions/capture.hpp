// The capture line: one line of text read as a conversation. The grammar is in docs/capture-line.md. Pure: no
// SQL, no HTTP, no clock. Nothing is ever refused: what is not recognised is the note.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/instant.hpp"
#include "interactions/directory.hpp"
#include "interactions/interaction.hpp"

namespace rapport {

/// What a reader must know besides the line.
struct CaptureContext {
  const Directory& directory;
  Date today;
  Id<Staff> me;
  /// How near people are to the writer, 0 to 3 in the order given, as `interactions::nearness`; all alike
  /// where empty. Asked at most once a line.
  std::function<std::vector<int>(std::span<const Id<Person>>)> nearness = {};
};

/// `due` is the day in a promise; `small` a word or punctuation that is dropped, and is not tinted.
enum class CaptureKind { person, how, topic, length, when, attendees, promise, due, led_on, small };
[[nodiscard]] std::string_view code(CaptureKind kind);

/// Names one reading of a line so that it is found again when the line has grown: the how-many-th of its kind
/// with those words. A promise and its day go by number alone, for their words grow.
struct CaptureMark {
  CaptureKind kind = CaptureKind::small;
  int occurrence = 1;
  std::string text = {};  ///< folded

  friend bool operator==(const CaptureMark&, const CaptureMark&) = default;
};
/// `how:1:met`, for a form.
[[nodiscard]] std::string written(const CaptureMark& mark);
[[nodiscard]] std::optional<CaptureMark> capture_mark_of(std::string_view written);

/// Who was meant by a name: a person, a colleague, or, where neither is given, somebody new.
struct CaptureChoice {
  std::string name;  ///< folded words: "smith"
  std::optional<Id<Person>> person = {};
  std::optional<Id<Staff>> colleague = {};

  [[nodiscard]] bool is_new() const { return !person && !colleague; }
  friend bool operator==(const CaptureChoice&, const CaptureChoice&) = default;
};
/// `smith=12`, `tom=colleague-3`, `smith=new`.
[[nodiscard]] std::string written(const CaptureChoice& choice);
[[nodiscard]] std::optional<CaptureChoice> capture_choice_of(std::string_view written);

/// Which conversation a `^` stands for, as the user picked it: the how-many-th of the line, or 0 for one that
/// was chosen elsewhere ("add what came next").
struct CaptureEarlier {
  int occurrence = 0;
  Id<Interaction> interaction = {};

  friend bool operator==(const CaptureEarlier&, const CaptureEarlier&) = default;
};
/// `1=123`
[[nodiscard]] std::string written(const CaptureEarlier& earlier);
[[nodiscard]] std::optional<CaptureEarlier> capture_earlier_of(std::string_view written);

/// What the user said about earlier readings of the same line.
struct CaptureCorrections {
  std::vector<CaptureMark> plain = {};       ///< back to plain text
  std::vector<CaptureChoice> chosen = {};    ///< of several for one name the last counts
  std::vector<CaptureEarlier> earlier = {};  ///< one for each `^` at most
};

/// A recognised part of the line, in bytes. Tokens are in order and do not overlap.
struct CaptureToken {
  CaptureKind kind = CaptureKind::small;
  std::size_t begin = 0;
  std::size_t end = 0;
  CaptureMark mark = {};
  bool is_unsure = false;  ///< a name that is not certain
  bool is_in_note =
      false;  ///< stands in the midst of a sentence: its words, without a sign, are in the note too
};

/// Somebody who may be meant: a person or a colleague.
struct CaptureOffer {
  std::optional<Id<Person>> person = {};
  std::optional<Id<Staff>> colleague = {};

  friend bool operator==(const CaptureOffer&, const CaptureOffer&) = default;
};

/// An @ and what follows. Certain where `person`, `colleague` or `is_new` says so.
struct CaptureName {
  std::string key = {};       ///< folded words: what a CaptureChoice of one of the offers goes by
  std::string new_name = {};  ///< "someone new called …"; may be longer than what was matched
  std::string new_key = {};   ///< what a choice of somebody new goes by
  std::optional<Id<Person>> person = {};
  std::optional<Id<Staff>> colleague = {};
  bool is_new = false;  ///< the user said that it is somebody new
  /// Where not certain: mine, my departments, spoken to lately, the rest, by name within each; then
  /// colleagues.
  std::vector<CaptureOffer> offers = {};
  CaptureMark mark = {};
  std::optional<std::size_t> promise = {};  ///< stands in that promise and took no part in the conversation

  [[nodiscard]] bool is_certain() const { return person || colleague || is_new; }
};

struct CapturePromise {
  std::string words;
  std::optional<Date> due_on = {};
  CaptureMark mark = {};
  std::optional<CaptureMark> due_mark = {};
};

/// `^` or `^Tom`: kept in the line and shown; linking is another chapter's.
struct CaptureLedOn {
  std::string name;  ///< empty: the latest conversation with that person
  CaptureMark mark = {};
};

struct CaptureReading {
  std::string line;
  std::vector<CaptureToken> tokens = {};
  std::vector<CaptureName> names = {};
  std::optional<Id<InteractionKind>> kind = {};
  std::vector<std::string> topics = {};
  Date happened_on;
  Precision precision = Precision::day;
  std::optional<TimeOfDay> happened_at_time = {};
  std::optional<CaptureMark> day_mark = {};   ///< where the line says the day
  std::optional<CaptureMark> time_mark = {};  ///< where it says the time
  std::optional<int> duration_minutes = {};
  std::optional<int> attendees = {};
  std::string note = {};
  std::vector<CapturePromise> promises = {};
  std::vector<CaptureLedOn> led_on = {};
  std::string nothing_to_save =
      {};                        ///< why there is nothing to save, in the user's words; empty where there is
  bool is_promise_only = false;  ///< no conversation
  bool needs_sorting = false;    ///< nobody named, or a name that is not certain
};

/// Reads a line of clean UTF-8. Never throws but for memory. Cost: linear in the line; names are looked up in
/// the directory's index, at most a hundred different ones.
[[nodiscard]] CaptureReading read_line(std::string_view line, const CaptureContext& context,
                                       const CaptureCorrections& corrections = {});

/// What to record. People who are new must have been made first (`CaptureName::person` filled in).
[[nodiscard]] InteractionDraft draft_of(const CaptureReading& reading, Id<Staff> me);
/// The promises alone, each with the person that it names.
[[nodiscard]] std::vector<PromiseDraft> promise_drafts_of(const CaptureReading& reading);

}  // namespace rapport
