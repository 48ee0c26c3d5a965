// The SQL of headline sheets.
#include "headlines/sheet_store.hpp"

namespace rapport::sheet_store {
namespace {

constexpr db::Fragment select_sheets =
    "select id, org_unit_id, academic_year, version, frozen_number, frozen_draft from headline_sheets where "
    "institution_id = $1 and ";

SheetRow read_sheet(const db::Row& row) {
  return {.id = row.id<HeadlineSheet>(0),
          .unit = row.id<OrgUnit>(1),
          .academic_year = row.number(2),
          .version = row.number(3),
          .frozen_number = row.optional_number(4),
          .frozen_draft = row.optional_number(5)};
}

FrozenRow read_frozen(const db::Row& row) {
  return {.number = row.number(0),
          .draft_version = row.number(1),
          .renderer = row.number(2),
          .content = row.string(3),
          .frozen_by = row.id<Staff>(4),
          .frozen_at = row.instant(5)};
}

}  // namespace

std::optional<SheetRow> find(db::Reader& reader, Id<Institution> institution, Id<OrgUnit> unit,
                             int academic_year) {
  return reader.one(db::concat<select_sheets, "org_unit_id = $2 and academic_year = $3">, read_sheet,
                    institution, unit, academic_year);
}

std::vector<SheetRow> of_year(db::Reader& reader, Id<Institution> institution, int academic_year) {
  return reader.all(db::concat<select_sheets, "academic_year = $2 order by org_unit_id limit 5000">,
                    read_sheet, institution, academic_year);
}

std::vector<int> years(db::Reader& reader, Id<Institution> institution, Id<OrgUnit> unit) {
  return reader.all(
      "select academic_year from headline_sheets where institution_id = $1 and org_unit_id = $2 order by "
      "academic_year desc limit 100",
      [](const db::Row& row) { return row.number(0); }, institution, unit);
}

std::optional<DraftRow> find_draft(db::Reader& reader, Id<Institution> institution, Id<HeadlineSheet> sheet,
                                   int version) {
  return reader.one(
      "select version, draft, changed_by, changed_at from headline_drafts where institution_id = $1 and "
      "sheet_id = $2 and version = $3",
      [](const db::Row& row) {
        return DraftRow{row.number(0), row.string(1), row.id<Staff>(2), row.instant(3)};
      },
      institution, sheet, version);
}

std::vector<DraftRow> drafts(db::Reader& reader, Id<Institution> institution, Id<HeadlineSheet> sheet) {
  return reader.all(
      "select version, changed_by, changed_at from headline_drafts where institution_id = $1 and sheet_id = "
      "$2 "
      "order by version desc limit 200",
      [](const db::Row& row) {
        return DraftRow{
            .version = row.number(0), .changed_by = row.id<Staff>(1), .changed_at = row.instant(2)};
      },
      institution, sheet);
}

std::optional<FrozenRow> find_frozen(db::Reader& reader, Id<Institution> institution, Id<HeadlineSheet> sheet,
                                     int number) {
  return reader.one(
      "select number, draft_version, renderer, content, frozen_by, frozen_at from headline_versions where "
      "institution_id = $1 and sheet_id = $2 and number = $3",
      read_frozen, institution, sheet, number);
}

std::vector<FrozenRow> all_frozen(db::Reader& reader, Id<Institution> institution, Id<HeadlineSheet> sheet) {
  return reader.all(
      "select number, draft_version, renderer, '', frozen_by, frozen_at from headline_versions where "
      "institution_id = $1 and sheet_id = $2 order by number desc limit 200",
      read_frozen, institution, sheet);
}

Id<HeadlineSheet> insert(db::Writer& writer, Id<Institution> institution, Id<OrgUnit> unit,
                         int academic_year) {
  return writer.insert<HeadlineSheet>(
      "insert into headline_sheets (institution_id, org_unit_id, academic_year) values ($1, $2, $3) "
      "returning id",
      institution, unit, academic_year);
}

bool raise(db::Writer& writer, Id<Institution> institution, Id<HeadlineSheet> sheet, int version) {
  return writer.execute(
             "update headline_sheets set version = version + 1 where institution_id = $1 and id = $2 and "
             "version "
             "= $3",
             institution, sheet, version) == 1;
}

void insert(db::Writer& writer, Id<Institution> institution, Id<HeadlineSheet> sheet, const DraftRow& row) {
  writer.execute(
      "insert into headline_drafts (institution_id, sheet_id, version, draft, changed_by, changed_at) values "
      "($1, $2, $3, $4, $5, $6)",
      institution, sheet, row.version, row.draft, row.changed_by, row.changed_at);
}

bool freeze(db::Writer& writer, Id<Institution> institution, Id<HeadlineSheet> sheet, const FrozenRow& row) {
  const bool is_there = writer.execute(
                            "update headline_sheets set frozen_number = $4, frozen_draft = $3 where "
                            "institution_id = $1 and id = $2 and version = $3",
                            institution, sheet, row.draft_version, row.number) == 1;
  if (!is_there) return false;
  writer.execute(
      "insert into headline_versions (institution_id, sheet_id, number, draft_version, renderer, content, "
      "frozen_by, frozen_at) values ($1, $2, $3, $4, $5, $6, $7, $8)",
      institution, sheet, row.number, row.draft_version, row.renderer, row.content, row.frozen_by,
      row.frozen_at);
  return true;
}

}  // namespace rapport::sheet_store
