// The pages around a sheet: looking at it, writing its words, its history, all departments of a year. Values
// in, HTML out.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "headlines/headlines.hpp"
#include "html/html.hpp"
#include "ui/visit.hpp"

namespace rapport::headlines {

[[nodiscard]] std::string sheet_address(const OrgUnitEntry& unit, int academic_year,
                                        std::string_view rest = "");

struct SheetPage {
  SheetOf of = {};
  Sheet sheet = {};
  Wanted wanted = {};
  bool may_write = false;
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
};
[[nodiscard]] html::Html edit_view(const ui::Visit& visit, const EditPage& page);

[[nodiscard]] html::Html sources_view(const SheetOf& of, const SheetContent& content);
[[nodiscard]] html::Html history_view(const ui::Visit& visit, const Directory& directory, const SheetOf& of,
                                      const History& history);
[[nodiscard]] html::Html year_view(const ui::Visit& visit, int academic_year, const std::vector<Line>& lines);

}  // namespace rapport::headlines
