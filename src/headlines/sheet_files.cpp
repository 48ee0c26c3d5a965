// Makes files of sheets.
#include "headlines/sheet_files.hpp"

#include <algorithm>

#include "base/instant.hpp"
#include "headlines/sheet_layout.hpp"

namespace rapport::headlines {
namespace {

/// Noon of the day of its data: the same content gives the same bytes.
Instant made_at(const SheetContent& content) {
  return Instant::parse_iso(content.made_on + "T12:00:00Z").value_or(Instant{});
}

ui::PaperDetails details_of(const SheetContent& content, const std::string& what) {
  return {.title = what + " " + content.year + ", " + content.department,
          .author = content.library,
          .made_at = made_at(content)};
}

}  // namespace

std::string sheet_pdf(const SheetContent& content) {
  const auto layout = lay_out(content);
  return ui::pdf_of(std::span(&layout.page, 1), details_of(content, "Headline page"));
}

std::string sheet_png(const SheetContent& content) {
  return ui::png_of(lay_out(content).page);
}

std::string sources_pdf(const SheetContent& content) {
  return ui::pdf_of(lay_out_sources(content), details_of(content, "Sources of the headline page"));
}

std::string file_name_of(std::string_view slug, std::string_view year, std::string_view ending) {
  std::string year_in_name(year);
  std::ranges::replace(year_in_name, '/', '-');
  return std::string(slug) + "-" + year_in_name + std::string(ending);
}

}  // namespace rapport::headlines
