// From what is known of a department's year, and a draft, the finished content of its sheet. Pure: whatever
// is shown of figures went through sheet_facts.hpp and figures::sheet before.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "headlines/sheet.hpp"
#include "headlines/sheet_draft.hpp"
#include "headlines/sheet_facts.hpp"
#include "measures/figures.hpp"
#include "scope/academic_years.hpp"

namespace rapport::headlines {

/// A quotation that somebody said yes to.
struct QuotationFact {
  Id<Story> story = {};
  std::string words = {};
  std::string by = {};  ///< "Dr Jane Smith, quoted with permission"
};
/// A chain as boxes, told or found.
struct ChainFact {
  std::optional<Id<Story>> story = {};
  std::string title = {};
  std::vector<ChainBox> boxes = {};
};

/// Departments that joined this one on a day of the year, or a part of which did, or to which a part of it
/// went: by that day.
struct JoinedFact {
  Date from = {};
  std::vector<std::string> names = {};
  std::vector<std::string> parts_of = {};
  std::vector<std::string> parted_to = {};
};

/// Everything that a sheet may be made from.
struct SheetFacts {
  std::string department = {};
  std::string library = {};
  int academic_year = 0;
  AcademicYears years = {};  ///< by which it was read
  Date today = {};
  bool is_over = true;                        ///< the year
  std::vector<figures::Figure> figures = {};  ///< for the department's eyes
  std::vector<JoinedFact> joined = {};
  bool is_new = false;                ///< it began when they joined: until then it was they
  std::optional<Date> ended_on = {};  ///< its last day, where that lies in the year
  std::vector<std::string> goes_on_in = {};
  std::optional<std::int64_t> staff_in_year = {};
  LevelFacts levels = {};
  std::vector<ModuleFact> modules = {};
  std::vector<TopicFact> topics = {};
  MonthFacts months = {};
  std::vector<ChainFact> chains = {};          ///< the one to be shown first where nobody chooses
  std::vector<QuotationFact> quotations = {};  ///< newest first
  std::vector<AskedLine> asked = {};
  std::vector<TogetherLine> together = {};
  std::vector<std::string> champions = {};
  std::vector<std::string> librarians = {};
};

/// How many lines of plans a sheet takes by itself; whoever writes them decides alone.
struct SheetLimits {
  std::size_t asked = 3;
  std::size_t together = 4;
};

/// Blocks that have nothing are left out. With an empty draft's words these are the made ones.
[[nodiscard]] SheetContent content_of(const SheetFacts& facts, const SheetDraft& draft,
                                      const SheetLimits& limits = {});
/// The block as it is made, whether chosen or not; it may be empty.
[[nodiscard]] Block made_block(const SheetFacts& facts, const SheetDraft& draft, BlockKind kind,
                               const SheetLimits& limits = {});
/// The measures that stand on the sheet, in order.
[[nodiscard]] std::vector<const figures::Figure*> chosen_figures(const SheetFacts& facts,
                                                                 const SheetDraft& draft);
/// Where nothing was written, the made words: "For our meeting".
[[nodiscard]] std::string made_meeting(const SheetFacts& facts);

}  // namespace rapport::headlines
