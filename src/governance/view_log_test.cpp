// The log of views: once a day, latest first, for administrators.
#include "governance/view_log.hpp"

#include <gtest/gtest.h>

#include "support/small_library.hpp"

namespace rapport::governance {
namespace {

class ViewLog : public test::OnEachEngine {
 protected:
  test::SmallLibrary library{GetParam()};

  View view(Id<Person> person, int days_ago = 0, Looked looked = Looked::page) {
    const auto scope = library.scope(library.priya, -days_ago * 24 * 60);
    return {.person = person,
            .staff = library.priya,
            .viewed_on = scope->today,
            .looked = looked,
            .first_at = scope->now};
  }
  void keep(const View& kept) { keep_views(*library.database, library.institution, std::span(&kept, 1)); }
};

INSTANTIATE_TEST_SUITE_P(Engines, ViewLog, test::on_each_engine(), test::engine_test_name);

TEST_P(ViewLog, KeepsTheFirstViewOfADayAndTheLatestComesFirst) {
  keep(view(library.jane, 2));
  keep(view(library.jane));
  keep(view(library.jane));
  keep(view(library.owen, 1, Looked::brief));
  const auto scope = library.scope(library.ada);
  const auto all = views(*scope, std::nullopt, 10);
  ASSERT_TRUE(all.ok());
  ASSERT_EQ(all->size(), 3u);
  EXPECT_EQ(all->front().person, library.jane);
  EXPECT_EQ((*all)[1].looked, Looked::brief);
  EXPECT_EQ(views(*scope, library.jane, 10)->size(), 2u);
}

TEST_P(ViewLog, IsReadByAdministratorsOnly) {
  for (const auto who : {library.priya, library.gwen, library.dora}) {
    const auto scope = library.scope(who);
    EXPECT_EQ(views(*scope, std::nullopt, 10).refusal().kind, Refusal::Kind::forbidden);
  }
}

TEST_P(ViewLog, NotesEachOnceADay) {
  ViewsToWrite views;
  EXPECT_TRUE(views.note(view(library.jane)));
  EXPECT_FALSE(views.note(view(library.jane))) << "seen already";
  EXPECT_FALSE(views.note(view(library.jane, 0, Looked::brief))) << "a write has been asked for";
  EXPECT_EQ(views.take().size(), 2u);
  EXPECT_FALSE(views.note(view(library.jane))) << "it is written";
  EXPECT_TRUE(views.note(view(library.jane, -1))) << "the next day";
}

TEST_P(ViewLog, TriesAgainWhatCouldNotBeWritten) {
  ViewsToWrite views;
  ASSERT_TRUE(views.note(view(library.jane)));
  views.put_back(views.take());
  EXPECT_TRUE(views.note(view(library.owen)));
  EXPECT_EQ(views.take().size(), 2u);
}

}  // namespace
}  // namespace rapport::governance
