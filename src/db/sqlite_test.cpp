// placeholder while building
#include <gtest/gtest.h>
#include "support/test_database.hpp"
using namespace rapport;
TEST(Smoke, Works) {
  test::TestDatabase database(db::Engine::sqlite, test::TestDatabase::Tables::none);
  database->write([](db::Writer& w) { w.execute("create table t (a integer, b text) strict"); });
  database->write([](db::Writer& w) { w.execute("insert into t (b, a) values ($2, $1)", 7, "x"); });
  EXPECT_EQ(database->read([](db::Reader& r) { return r.count("select a from t where b = $1", "x"); }), 7);
}
