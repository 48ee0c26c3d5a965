// The front door of headline sheets: look at one, write its draft, freeze it. What is frozen stays as it is,
// whatever happens to the records. Librarians, leaders and administrators write, directors read. Permission,
// transaction and audit live here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "headlines/made_drafts.hpp"
#include "headlines/sheet_making.hpp"
#include "headlines/sheet_store.hpp"
#include "interactions/directory.hpp"
#include "scope/scope.hpp"

namespace rapport::headlines {

[[nodiscard]] bool may_write(const Viewer& viewer);

/// A sheet is of a unit's academic year that has begun. `library` is what the institution is called.
struct SheetOf {
  const OrgUnitEntry* unit = nullptr;  ///< lives in the directory
  int academic_year = 0;
  std::string library = {};
};

/// A sheet as it stands: frozen, or a draft made from the data of this moment.
struct Sheet {
  std::optional<sheet_store::SheetRow> row = {};  ///< nothing where nobody has saved a draft
  std::optional<sheet_store::FrozenRow> frozen = {};
  SheetContent content = {};
  std::string room = {};  ///< of a draft, room_words

  [[nodiscard]] bool is_frozen() const { return frozen.has_value(); }
  /// Frozen, and somebody has gone on writing since.
  [[nodiscard]] bool has_newer_draft() const { return frozen && row && !row->is_frozen(); }
};
/// Which one is wanted: what others see (the newest frozen one, else the draft), the draft, or a version.
struct Wanted {
  bool is_draft = false;
  std::optional<int> number = {};
};
/// NotFound: a year that has not begun, a unit that did not exist then, a version that is not there. A draft
/// is taken from `made` where it was made of these very rows, and kept there. Cost: of a frozen one and of a
/// draft that is kept two look-ups by key, else read_facts.
[[nodiscard]] Result<Sheet> read(Scope& scope, const Directory& directory, const SheetOf& of,
                                 const Wanted& wanted = {}, MadeDrafts* made = nullptr);

/// What an editor needs: the draft and what it is made from.
struct Draft {
  int version = 0;  ///< 0 where nobody has saved one
  SheetDraft draft = {};
  SheetFacts facts = {};
};
[[nodiscard]] Result<Draft> read_draft(Scope& scope, const Directory& directory, const SheetOf& of);

/// With as many lines of plans as there is room for.
[[nodiscard]] Fitted fitted(const SheetFacts& facts, const SheetDraft& draft);

/// Keeps a draft; those before stay. Invalid: faults_of. Conflict where somebody saved one since
/// `seen_version`. NotFound as `read`.
[[nodiscard]] Result<int> save(Scope& scope, const Directory& directory, const SheetOf& of, int seen_version,
                               const SheetDraft& draft);
/// Keeps the draft of this moment with what `typed` says of one block. Conflict where somebody changed that
/// block since `seen_version`; what they wrote elsewhere on the page stays.
[[nodiscard]] Result<int> save_block(Scope& scope, const Directory& directory, const SheetOf& of,
                                     int seen_version, BlockKind kind, const SheetDraft& typed);
/// Keeps what the draft comes to now, for ever; answers with the version's number. Invalid on "blocks" where
/// it does not fit on the page or has nothing to say. Conflict where the draft is not `seen_version` any
/// more, or is frozen already. `key` is the submission's, kept with it.
[[nodiscard]] Result<int> freeze(Scope& scope, const Directory& directory, const SheetOf& of,
                                 int seen_version, std::string_view key = {});

/// What was saved and frozen, newest first.
struct History {
  std::vector<sheet_store::DraftRow> drafts = {};
  std::vector<sheet_store::FrozenRow> frozen = {};
};
[[nodiscard]] History history(Scope& scope, const OrgUnitEntry& unit, int academic_year);

/// All departments that there were in a year with how far their sheet is, in the order of today’s names.
struct Line {
  const OrgUnitEntry* unit = nullptr;
  std::string name = {};  ///< what it was called then
  std::optional<sheet_store::SheetRow> row = {};
};
[[nodiscard]] std::vector<Line> of_year(Scope& scope, const Directory& directory, int academic_year);

}  // namespace rapport::headlines
