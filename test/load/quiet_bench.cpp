// How long who has gone quiet takes in filled databases, one line a database: bin/bench quiet. Changes the
// databases.
#include "load/filled_library.hpp"
#include "relationships/quiet_lines.hpp"
#include "relationships/rhythms.hpp"

namespace {

using namespace rapport;
using load::milliseconds_of;
using load::Times;

void catch_up(const load::FilledLibrary& library) {
  auto nobody = library.nobodys_scope();
  while (rhythms::catch_up(nobody, *library.directory)) {
  }
}

void measure(const std::string& file) {
  const auto library = load::open_filled(file);
  library.database->write([&](db::Writer& writer) {
    writer.execute("delete from rhythm_state where institution_id = $1", library.institution);
  });
  const auto anew = milliseconds_of([&] { catch_up(library); });
  Times after_one, everybody, mine;
  const auto people = library.directory->people.in_name_order();
  for (std::size_t i = 0; i < 200; ++i) {
    const auto& person = people[i * people.size() / 200];
    if (!person->is_here) continue;
    library.log_with(person->id, library.nobodys_scope().today);
    after_one.take([&] { catch_up(library); });
  }
  std::size_t found = 0;
  for (int i = 0; i < 40; ++i) {
    auto scope = library.scope();
    everybody.take([&] {
      const auto all = quiet::find(scope, *library.directory, {.whose = quiet::Whose::everybody});
      found = all.gone_quiet.size() + all.worth_a_hello.size();
    });
    mine.take([&] { (void)quiet::card_of(scope, *library.directory); });
  }
  fmt::print(
      "{:>6} people {:>9} conversations: whole list {} of {} people; Today's card {}; after one conversation "
      "{}; "
      "all anew {:.0f}\n",
      people.size(), library.conversations(), everybody.words(), found, mine.words(), after_one.words(),
      anew);
}

}  // namespace

int main(int argc, char** argv) {
  return load::measure_each(argc, argv, measure);
}
