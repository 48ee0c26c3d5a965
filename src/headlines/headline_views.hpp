// The pages around a sheet: looking at it, writing its words, its history, all departments of a year. Values
// in, HTML out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "headlines/headlines.hpp"
#include "html/html.hpp"
#include "organisation/organisation.hpp"
#include "ui/visit.hpp"

namespace rapport::headlines {

[[nodiscard]] std::string sheet_address(const OrgUnitEntry& unit, int academic_year,
                                        std::string_view rest = "");

struct SheetPage {
  SheetOf of = {};
  Sheet sheet = {};
  Wanted wanted = {};
  organisation::YearsThere there = {};  ///< the department
  bool may_write = false;
  std::optional<BlockKind> open = {};  ///< whose words are being written
  html::Html form = {};                ///< of that block
};
[[nodiscard]] html::Html sheet_view(const ui::Visit& visit, const Directory& directory,
                                    const SheetPage& page);

struct EditPage {
  SheetOf of = {};
  SheetDraft draft = {};  ///< as typed
  SheetFacts facts = {};
  int version = 0;
  std::string key = {};
  std::string room = {};
  std::vector<Fault> faults = {};
  std::string clash = {};
  bool is_in_place = false;  ///< one block, on the page
  SheetDraft theirs = {};    ///< of a clash over one block: what is there now
};
[[nodiscard]] html::Html edit_view(const ui::Visit& visit, const EditPage& page);
/// The words of one block, to stand where it stands on the page.
[[nodiscard]] html::Html block_form(const ui::Visit& visit, const EditPage& page, BlockKind kind);

[[nodiscard]] html::Html sources_view(const SheetOf& of, const SheetContent& content);
[[nodiscard]] html::Html history_view(const ui::Visit& visit, const Directory& directory, const SheetOf& of,
                                      const History& history);
[[nodiscard]] html::Html year_view(const ui::Visit& visit, int academic_year, const std::vector<Line>& lines);

}  // namespace rapport::headlines
