// One conversation: what about, by which kind, how long, in which words, and what was promised.
#pragma once

#include "cast.hpp"
#include "crowd.hpp"
#include "diary.hpp"
#include "dice.hpp"
#include "note_writer.hpp"

namespace rapport::demo {

class ConversationMaker {
 public:
  /// `cast` must outlive it.
  ConversationMaker(const Cast& cast, const Crowd& crowd) : cast_(cast), crowd_(crowd) {}

  /// Everything of one that has happened.
  [[nodiscard]] CastConversation past(Date date, Dice& dice) const;
  /// A meeting or session that stands in somebody's calendar: with a time, and at most an agenda.
  [[nodiscard]] CastConversation ahead(Date date, Id<CastStaff> staff, Id<CastUnit> unit, Dice& dice) const;
  /// An open promise of ours on the way out of a conversation; nothing where it has no person.
  [[nodiscard]] std::optional<CastPromise> promise_due(const CastConversation& conversation, Date due_on,
                                                       Dice& dice) const;

 private:
  [[nodiscard]] const Theme& theme_for(Date date, Dice& dice) const;
  void choose_people(CastConversation& made, const Theme& theme, Id<CastUnit> unit, Dice& dice) const;
  void choose_staff(CastConversation& made, const Theme& theme, Id<CastUnit> unit, Dice& dice) const;
  [[nodiscard]] Setting setting_of(const CastConversation& made, Id<CastUnit> unit, Dice& dice) const;
  void choose_words(CastConversation& made, const Theme& theme, Setting& setting, Dice& dice) const;
  void blur_date(CastConversation& made, Dice& dice) const;
  void add_promises(CastConversation& made, const Theme& theme, Setting& setting, Dice& dice) const;
  void add_afterthoughts(CastConversation& made, Setting& setting, Dice& dice) const;
  void settle(CastPromise& promise, Date made_on, Dice& dice) const;

  const Cast& cast_;
  const Crowd& crowd_;
};

}  // namespace rapport::demo
