// How long headline sheets take in filled databases, one line a database: bin/bench headlines.
// Changes the databases.
#include "headlines/headlines.hpp"
#include "headlines/pack_maker.hpp"
#include "headlines/sheet_files.hpp"
#include "headlines/sheet_views.hpp"
#include "load/filled_library.hpp"
#include "measures/starting_measures.hpp"
#include "measures/unit_years.hpp"
#include "organisation/academic_calendar.hpp"
#include "relationships/rhythms.hpp"

namespace {

const rapport::AcademicYears years;  // those of every filled library

using namespace rapport;
using load::FilledLibrary;
using load::milliseconds_of;
using load::Times;

constexpr int departments_of_pack = 40;

void catch_up(const FilledLibrary& library) {
  auto scope = library.scope();
  while (rhythms::catch_up(scope, *library.directory)) {
  }
  while (unit_years::catch_up(scope, *library.directory)) {
  }
}

/// The department with most conversations of the year.
const OrgUnitEntry& busiest(const FilledLibrary& library, int year) {
  const auto id = library.database->read([&](db::Reader& reader) {
    return reader
        .one(
            "select org_unit_id from interaction_units where institution_id = $1 and happened_on >= $2 and "
            "happened_on < $3 group by org_unit_id order by count(*) desc limit 1",
            [](const db::Row& row) { return row.id<OrgUnit>(0); }, library.institution, years.first_day(year),
            years.first_day(year + 1))
        .value();
  });
  return *library.directory->org.find(id);
}

/// As many sheets as the promise names, of the departments that there are over and over.
std::vector<headlines::PackSheet> read_pack(const FilledLibrary& library, Scope& scope, int year) {
  std::vector<headlines::PackSheet> sheets;
  const auto lines = headlines::of_year(scope, *library.directory, year);
  for (int i = 0; i < departments_of_pack; ++i) {
    const auto* unit = lines.at(static_cast<std::size_t>(i) % lines.size()).unit;
    auto sheet = headlines::read(scope, *library.directory, {unit, year, "A library"}, {.is_draft = true});
    if (sheet) sheets.push_back({std::to_string(i) + ".pdf", std::move(sheet->content)});
  }
  return sheets;
}

void measure(const std::string& file) {
  const auto library = load::open_filled(file);
  library.database->write(
      [&](db::Writer& writer) { insert_measures(writer, library.institution, system_now()); });
  catch_up(library);
  auto scope = library.scope();
  const int year = years.of(scope.today) - 1;
  const headlines::SheetOf of{&busiest(library, year), year, "A library"};
  SheetContent content;
  Times drafts, html, frozen, pdf, png;
  for (int i = 0; i < 20; ++i)
    drafts.take([&] {
      content = headlines::read(scope, *library.directory, of, {.is_draft = true}).value().content;
    });
  const auto kept = write_content(content);
  for (int i = 0; i < 200; ++i) html.take([&] { (void)sheet_article(content); });
  for (int i = 0; i < 200; ++i) frozen.take([&] { (void)sheet_article(read_content(kept).value()); });
  for (int i = 0; i < 40; ++i) pdf.take([&] { (void)headlines::sheet_pdf(content); });
  for (int i = 0; i < 5; ++i) png.take([&] { (void)headlines::sheet_png(content); });
  std::vector<headlines::PackSheet> sheets;
  const auto reading = milliseconds_of([&] { sheets = read_pack(library, scope, year); });
  const auto one =
      milliseconds_of([&] { (void)headlines::pack_pdf(sheets, headlines::PackParts::sheets, "All sheets"); });
  const auto zip = milliseconds_of([&] { (void)headlines::pack_zip(sheets, headlines::PackParts::sheets); });
  fmt::print(
      "{:>9} conversations, {}: a draft read {}; its HTML {}; a frozen one’s {}; PDF {}; PNG {}; pack of {}: "
      "read "
      "{:.0f}, one PDF {:.0f}, zip {:.0f}\n",
      library.conversations(), of.unit->name, drafts.words(), html.words(), frozen.words(), pdf.words(),
      png.words(), sheets.size(), reading, one, zip);
}

}  // namespace

int main(int argc, char** argv) {
  return rapport::load::measure_each(argc, argv, measure);
}
