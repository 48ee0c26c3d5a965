// Makes the small library with plain SQL, so that it depends on no front door that it helps to test.
#include "support/small_library.hpp"

#include "base/random.hpp"
#include "base/text.hpp"
#include "interactions/vocabulary.hpp"
#include "people/person.hpp"

namespace rapport::test {
namespace {

const Instant library_now = *Instant::parse_iso("2026-11-12T09:00:00Z");

Id<OrgUnit> add_unit(db::Writer& writer, Id<Institution> institution, std::string_view name,
                     std::string_view slug) {
  return writer.insert<OrgUnit>(
      "insert into org_units (institution_id, slug, kind, name, folded_name, sort_key, directory_version, "
      "recorded_at) "
      "values ($1, $2, 'department', $3, $4, $5, 1, 0) returning id",
      institution, slug, name, fold(name), sort_key(name));
}

Id<Team> add_team(db::Writer& writer, Id<Institution> institution, std::string_view name) {
  return writer.insert<Team>("insert into teams (institution_id, name) values ($1, $2) returning id",
                             institution, name);
}

}  // namespace

Id<Staff> SmallLibrary::add_staff(db::Writer& writer, std::string_view name, std::string_view role,
                                  Id<Team> team) {
  const std::string given(name.substr(0, name.find(' ')));
  return writer.insert<Staff>(
      "insert into staff (institution_id, username, full_name, given_name, email, role, team_id, "
      "directory_version, "
      "recorded_at) values ($1, $2, $3, $4, $5, $6, $7, 1, 0) returning id",
      institution, fold(given), name, given, fold(given) + "@library.example", role, team);
}

Id<Person> SmallLibrary::add_person(db::Writer& writer, std::string_view title, std::string_view name,
                                    std::string_view slug, Id<OrgUnit> unit) {
  const auto id = writer.insert<Person>(
      "insert into persons (institution_id, slug, title, full_name, known_as, folded_name, sort_key, "
      "main_org_unit_id, "
      "directory_version, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8, 1, 0) returning id",
      institution, slug, title, name, std::string(name.substr(0, name.find(' '))), fold(name),
      sort_key(filing_name(name)), unit);
  writer.execute(
      "insert into posts (institution_id, person_id, org_unit_id, title, is_main) values ($1, $2, $3, "
      "'Lecturer', 1)",
      institution, id, unit);
  return id;
}

SmallLibrary::SmallLibrary(db::Engine engine) : database(engine) {
  database->write([&](db::Writer& writer) {
    institution = writer.insert<Institution>(
        "insert into institutions (name, zone, created_at) values ('University of Nowhere', 'Europe/London', "
        "0) "
        "returning id");
    const auto health = add_team(writer, institution, "Health");
    const auto arts = add_team(writer, institution, "Arts");
    nursing = add_unit(writer, institution, "Nursing & Midwifery", "nursing-and-midwifery");
    law = add_unit(writer, institution, "Law", "law");
    priya = add_staff(writer, "Priya Nair", "librarian", health);
    tom = add_staff(writer, "Tom Ashworth", "librarian", health);
    gwen = add_staff(writer, "Gwen Rees", "leader", arts);
    dora = add_staff(writer, "Dora Fenn", "director", arts);
    ada = add_staff(writer, "Ada Quill", "administrator", arts);
    jane = add_person(writer, "Dr", "Jane Smith", "jane-smith-4f2", nursing);
    owen = add_person(writer, "Prof.", "Owen Smith", "owen-smith-7k3", law);
    sian = add_person(writer, "Dr", "Siân Probert", "sian-probert-9x2", nursing);
    writer.execute(
        "insert into portfolios (institution_id, org_unit_id, staff_id, part, valid_from) "
        "values ($1, $2, $3, 'lead', '2024-08-01')",
        institution, nursing, priya);
    insert_kinds(writer, institution, starting_kinds());
  });
}

std::unique_ptr<Scope> SmallLibrary::scope(Id<Staff> who, int minutes_later) {
  const auto viewer = database->read([&](db::Reader& reader) {
    return reader
        .one(
            "select role, team_id, full_name, given_name from staff where institution_id = $1 and id = $2",
            [&](const db::Row& row) {
              return Viewer{who, *role_of(row.text(0)), row.optional_id<Team>(1), row.string(2),
                            row.string(3)};
            },
            institution, who)
        .value();
  });
  return std::make_unique<Scope>(*database, institution, viewer, zone,
                                 library_now.plus(std::chrono::minutes(minutes_later)));
}

std::shared_ptr<const Directory> SmallLibrary::directory() {
  return keeper_.current(*scope(priya));
}

}  // namespace rapport::test
