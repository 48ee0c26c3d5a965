// What a database has once it has been opened as an installation.
#include "app/installation.hpp"

#include <gtest/gtest.h>

#include "interactions/vocabulary.hpp"
#include "support/test_database.hpp"

namespace rapport::app {
namespace {

class Installations : public test::OnEachEngine {};
INSTANTIATE_TEST_SUITE_P(Engines, Installations, test::on_each_engine(), test::engine_test_name);

TEST_P(Installations, HaveKindsToLogWithFromTheirFirstStart) {
  const auto kinds = [&] {
    const auto institution = open_institution(database(), Instant{0}).id;
    return database().read(
        [&](db::Reader& reader) { return read_vocabulary(reader, institution).kinds().size(); });
  };
  EXPECT_EQ(kinds(), starting_kinds().size());
  EXPECT_EQ(kinds(), starting_kinds().size()) << "and not twice";
}

}  // namespace
}  // namespace rapport::app
