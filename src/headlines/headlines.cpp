// The front door of headline sheets.
#include "headlines/headlines.hpp"

#include <algorithm>

#include "audit/audit.hpp"
#include "db/moment.hpp"
#include "headlines/sheet_layout.hpp"
#include "headlines/sheet_reading.hpp"
#include "json/json.hpp"
#include "measures/measures.hpp"
#include "organisation/academic_calendar.hpp"
#include "scope/submission.hpp"

namespace rapport::headlines {
namespace {

using sheet_store::DraftRow;
using sheet_store::FrozenRow;
using sheet_store::SheetRow;

Instant minute_of(Instant at) {
  constexpr std::int64_t milliseconds = 60'000;
  return {at.milliseconds - at.milliseconds % milliseconds};
}

Refusal not_begun() {
  return not_found("There is no headline sheet of that academic year.");
}

Result<Done> check(const Scope& scope, const SheetOf& of) {
  if (of.academic_year < first_measured_year) return not_begun();
  // A year of an earlier calendar year has begun by any rule: what is frozen asks for none.
  if (of.academic_year >= scope.today.year() && of.academic_year > scope.years().of(scope.today))
    return not_begun();
  return Done{};
}

Result<Done> check_writing(const Scope& scope, const SheetOf& of) {
  if (!may_write(scope.viewer))
    return forbidden(
        "Directors read headline sheets and do not write them. Ask an administrator to change your role.");
  return check(scope, of);
}

std::optional<SheetRow> find(Scope& scope, const SheetOf& of) {
  return scope.read([&](db::Reader& reader) {
    return sheet_store::find(reader, scope.institution, of.unit->id, of.academic_year);
  });
}

/// As somebody saved it; nothing where there is no such version.
std::optional<SheetDraft> draft_of_version(Scope& scope, Id<HeadlineSheet> sheet, int version) {
  const auto found = scope.read(
      [&](db::Reader& reader) { return sheet_store::find_draft(reader, scope.institution, sheet, version); });
  return found ? rapport::read_draft(found->draft) : std::nullopt;
}

/// A new one where nothing was saved.
SheetDraft draft_of(Scope& scope, const std::optional<SheetRow>& row) {
  return row ? draft_of_version(scope, row->id, row->version).value_or(new_draft()) : new_draft();
}

std::optional<FrozenRow> frozen_of(Scope& scope, const std::optional<SheetRow>& row, const Wanted& wanted) {
  const auto number = wanted.number ? wanted.number : row ? row->frozen_number : std::nullopt;
  if (!row || !number || wanted.is_draft) return std::nullopt;
  return scope.read([&](db::Reader& reader) {
    return sheet_store::find_frozen(reader, scope.institution, row->id, *number);
  });
}

Refusal somebody_was_faster() {
  return conflict(
      "Somebody saved this sheet while you were writing. Your words are kept below: look at theirs, "
      "then save again.");
}

void note(Scope& scope, db::Writer& writer, std::string_view action, Id<HeadlineSheet> id, const SheetOf& of,
          int number) {
  audit::record_change(
      scope, writer,
      {.action = action,
       .subject = "headline_sheet",
       .subject_id = id.value,
       .details = json::write(json::Object{
           {"org_unit_id", of.unit->id.value}, {"academic_year", of.academic_year}, {"version", number}})});
}

/// The row that the next draft belongs to, one version higher; nothing where somebody was faster.
std::optional<SheetRow> next_row(Scope& scope, db::Writer& writer, const SheetOf& of, int seen_version) {
  auto row = sheet_store::find(writer, scope.institution, of.unit->id, of.academic_year);
  if (!row) {
    if (seen_version != 0) return std::nullopt;
    return SheetRow{.id = sheet_store::insert(writer, scope.institution, of.unit->id, of.academic_year)};
  }
  if (!sheet_store::raise(writer, scope.institution, row->id, seen_version)) return std::nullopt;
  row->version = seen_version + 1;
  return row;
}

Result<Fitted> make_draft(Scope& scope, const Directory& directory, const SheetOf& of) {
  const auto facts = read_facts(scope, directory, *of.unit, of.academic_year, of.library);
  if (!facts) return facts.refusal();
  return fitted(*facts, draft_of(scope, find(scope, of)));
}

/// Out of those that are kept, where it was made of what this snapshot sees.
Result<std::shared_ptr<const Fitted>> find_or_make(Scope& scope, const Directory& directory,
                                                   const SheetOf& of, MadeDrafts& kept) {
  using Made = std::shared_ptr<const Fitted>;
  return scope.read([&](db::Reader& reader) -> Result<Made> {
    const DraftKey key{.institution = scope.institution,
                       .viewer = scope.viewer.staff,
                       .unit = of.unit->id,
                       .academic_year = of.academic_year,
                       .library = of.library,
                       .minute = minute_of(scope.now),
                       .directory_version = directory.version};
    const auto moment = db::moment_of(reader);
    if (moment)
      if (auto found = kept.find(key, *moment)) return found;
    // What is kept hangs on nothing but its key: it is made as at the beginning of the minute.
    Scope still(scope.database(), scope.institution, scope.viewer, scope.zone, key.minute);
    still.read_through(reader);
    auto made = make_draft(still, directory, of);
    if (!made) return std::move(made).refusal();
    auto draft = std::make_shared<const Fitted>(std::move(made).value());
    if (moment) kept.keep(key, *moment, draft);
    return draft;
  });
}

Result<Sheet> with_content(Sheet sheet) {
  auto content = read_content(sheet.frozen->content);
  if (!content) return not_found("That version of the sheet cannot be read any more.");
  sheet.content = std::move(*content);
  return sheet;
}

/// What keeps a page from being frozen.
std::optional<Refusal> unfit(const Fitted& made) {
  if (made.content.is_bare())
    return invalid("blocks",
                   "There is nothing on this page yet. Write a few words of your own, or wait until "
                   "something is recorded.");
  if (!made.room.empty()) return invalid("blocks", made.room);
  return std::nullopt;
}

}  // namespace

bool may_write(const Viewer& viewer) {
  return !viewer.is(Role::director);
}

Result<Sheet> read(Scope& scope, const Directory& directory, const SheetOf& of, const Wanted& wanted,
                   MadeDrafts* kept) {
  if (auto fit = check(scope, of); !fit) return std::move(fit).refusal();
  Sheet sheet{.row = find(scope, of)};
  sheet.frozen = frozen_of(scope, sheet.row, wanted);
  if (wanted.number && !sheet.frozen) return not_found("That version of the sheet is not here.");
  if (sheet.frozen) return with_content(std::move(sheet));
  Fitted made;
  if (kept != nullptr) {
    const auto found = find_or_make(scope, directory, of, *kept);
    if (!found) return found.refusal();
    made = **found;
  } else {
    auto draft = make_draft(scope, directory, of);
    if (!draft) return std::move(draft).refusal();
    made = std::move(draft).value();
  }
  sheet.content = std::move(made.content);
  sheet.room = std::move(made.room);
  return sheet;
}

Result<Draft> read_draft(Scope& scope, const Directory& directory, const SheetOf& of) {
  if (auto fit = check(scope, of); !fit) return std::move(fit).refusal();
  auto facts = read_facts(scope, directory, *of.unit, of.academic_year, of.library);
  if (!facts) return std::move(facts).refusal();
  const auto row = find(scope, of);
  return Draft{.version = row ? row->version : 0, .draft = draft_of(scope, row), .facts = std::move(*facts)};
}

Fitted fitted(const SheetFacts& facts, const SheetDraft& draft) {
  constexpr SheetLimits limits[] = {{}, {3, 3}, {2, 3}, {2, 2}, {1, 1}};
  std::optional<Fitted> usual;
  for (const auto& limit : limits) {
    Fitted one{.content = content_of(facts, draft, limit)};
    one.room = room_words(lay_out(one.content));
    if (one.room.empty()) return one;
    if (!usual) usual = std::move(one);
  }
  // What is left is somebody's own words: they see what is too long.
  return std::move(*usual);
}

Result<int> save(Scope& scope, const Directory& directory, const SheetOf& of, int seen_version,
                 const SheetDraft& draft) {
  if (auto fit = check_writing(scope, of); !fit) return std::move(fit).refusal();
  if (directory.org.find(of.unit->id) == nullptr) return not_begun();
  const auto kept = tidied(draft);
  if (auto faults = faults_of(kept); !faults.empty()) return invalid(std::move(faults));
  return scope.write([&](db::Writer& writer) -> Result<int> {
    const auto row = next_row(scope, writer, of, seen_version);
    if (!row) return somebody_was_faster();
    sheet_store::insert(writer, scope.institution, row->id,
                        DraftRow{row->version, write_draft(kept), scope.viewer.staff, scope.now});
    note(scope, writer, "drafted", row->id, of, row->version);
    return row->version;
  });
}

Result<int> save_block(Scope& scope, const Directory& directory, const SheetOf& of, int seen_version,
                       BlockKind kind, const SheetDraft& typed) {
  return scope.write([&](db::Writer&) -> Result<int> {
    const auto row = find(scope, of);
    const int version = row ? row->version : 0;
    const auto now = draft_of(scope, row);
    if (version != seen_version) {
      const auto seen = seen_version == 0 ? new_draft()
                        : row             ? draft_of_version(scope, row->id, seen_version)
                                          : std::nullopt;
      if (!seen || !says_the_same(now, *seen, kind)) return somebody_was_faster();
    }
    return save(scope, directory, of, version, with_block(now, kind, typed));
  });
}

Result<int> freeze(Scope& scope, const Directory& directory, const SheetOf& of, int seen_version,
                   std::string_view key) {
  if (auto fit = check_writing(scope, of); !fit) return std::move(fit).refusal();
  // Made before the transaction begins: whoever else writes does not wait for it.
  const auto drafted = read_draft(scope, directory, of);
  if (!drafted) return drafted.refusal();
  if (drafted->version != seen_version) return somebody_was_faster();
  const auto& draft = drafted->draft;
  const auto made = fitted(drafted->facts, draft);
  const auto& content = made.content;
  if (auto refusal = unfit(made)) return std::move(*refusal);
  return scope.write([&](db::Writer& writer) -> Result<int> {
    auto row = sheet_store::find(writer, scope.institution, of.unit->id, of.academic_year);
    if ((row ? row->version : 0) != seen_version) return somebody_was_faster();
    if (row && row->is_frozen())
      return conflict("This page is frozen already. Write a new version to change it.");
    if (!row) {
      row = next_row(scope, writer, of, 0);
      sheet_store::insert(writer, scope.institution, row->id,
                          DraftRow{row->version, write_draft(draft), scope.viewer.staff, scope.now});
    }
    const int number = row->frozen_number.value_or(0) + 1;
    if (!sheet_store::freeze(writer, scope.institution, row->id,
                             FrozenRow{.number = number,
                                       .draft_version = row->version,
                                       .renderer = renderer_version,
                                       .content = write_content(content),
                                       .frozen_by = scope.viewer.staff,
                                       .frozen_at = scope.now}))
      return somebody_was_faster();
    note(scope, writer, "frozen", row->id, of, number);
    record_submission(scope, writer, key, "");
    return number;
  });
}

History history(Scope& scope, const OrgUnitEntry& unit, int academic_year) {
  return scope.read([&](db::Reader& reader) {
    const auto row = sheet_store::find(reader, scope.institution, unit.id, academic_year);
    if (!row) return History{};
    return History{sheet_store::drafts(reader, scope.institution, row->id),
                   sheet_store::all_frozen(reader, scope.institution, row->id)};
  });
}

std::vector<Line> of_year(Scope& scope, const Directory& directory, int academic_year) {
  const auto rows = scope.read(
      [&](db::Reader& reader) { return sheet_store::of_year(reader, scope.institution, academic_year); });
  const auto then = measures::units_of_year(scope, directory.org, academic_year);
  std::vector<Line> lines;
  for (const auto& unit : directory.org.units()) {
    const auto found = std::ranges::find(rows, unit.id, &SheetRow::unit);
    const auto* there = then.find(unit.id);
    const bool is_department = there != nullptr && then.children(unit.id).empty();
    if (found == rows.end() && !is_department) continue;
    lines.push_back({&unit, there == nullptr ? unit.name : there->name,
                     found == rows.end() ? std::nullopt : std::optional(*found)});
  }
  return lines;
}

}  // namespace rapport::headlines
