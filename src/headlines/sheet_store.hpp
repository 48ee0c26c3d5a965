// The SQL of headline sheets; row <-> value, nothing else.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.hpp"
#include "db/connection.hpp"
#include "headlines/sheet.hpp"

namespace rapport {
struct Institution;
struct OrgUnit;
struct Staff;
}  // namespace rapport

namespace rapport::sheet_store {

struct SheetRow {
  Id<HeadlineSheet> id = {};
  Id<OrgUnit> unit = {};
  int academic_year = 0;
  int version = 1;
  std::optional<int> frozen_number = {};
  std::optional<int> frozen_draft = {};

  /// Nobody has gone on writing since it was frozen.
  [[nodiscard]] bool is_frozen() const { return frozen_draft == version; }
};
struct DraftRow {
  int version = 1;
  std::string draft = {};
  Id<Staff> changed_by = {};
  Instant changed_at = {};
};
struct FrozenRow {
  int number = 1;
  int draft_version = 1;
  int renderer = 1;
  std::string content = {};
  Id<Staff> frozen_by = {};
  Instant frozen_at = {};
};

[[nodiscard]] std::optional<SheetRow> find(db::Reader& reader, Id<Institution> institution, Id<OrgUnit> unit,
                                           int academic_year);
[[nodiscard]] std::vector<SheetRow> of_year(db::Reader& reader, Id<Institution> institution,
                                            int academic_year);
[[nodiscard]] std::vector<int> years(db::Reader& reader, Id<Institution> institution, Id<OrgUnit> unit);

[[nodiscard]] std::optional<DraftRow> find_draft(db::Reader& reader, Id<Institution> institution,
                                                 Id<HeadlineSheet> sheet, int version);
/// Newest first, without what they say.
[[nodiscard]] std::vector<DraftRow> drafts(db::Reader& reader, Id<Institution> institution,
                                           Id<HeadlineSheet> sheet);
[[nodiscard]] std::optional<FrozenRow> find_frozen(db::Reader& reader, Id<Institution> institution,
                                                   Id<HeadlineSheet> sheet, int number);
/// Newest first, without their content.
[[nodiscard]] std::vector<FrozenRow> all_frozen(db::Reader& reader, Id<Institution> institution,
                                                Id<HeadlineSheet> sheet);

[[nodiscard]] Id<HeadlineSheet> insert(db::Writer& writer, Id<Institution> institution, Id<OrgUnit> unit,
                                       int academic_year);
/// One version more; false where somebody was faster than `version`.
[[nodiscard]] bool raise(db::Writer& writer, Id<Institution> institution, Id<HeadlineSheet> sheet,
                         int version);
void insert(db::Writer& writer, Id<Institution> institution, Id<HeadlineSheet> sheet, const DraftRow& row);
/// Marks it as frozen too; false where the draft is another one by now.
[[nodiscard]] bool freeze(db::Writer& writer, Id<Institution> institution, Id<HeadlineSheet> sheet,
                          const FrozenRow& row);

}  // namespace rapport::sheet_store
