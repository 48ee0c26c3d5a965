// The full export on both engines: counts, checksums, and people.csv taken in again.
#include "exchange/export.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/random.hpp"
#include "exchange/imports.hpp"
#include "interactions/interactions.hpp"
#include "json/json.hpp"
#include "spreadsheet/csv.hpp"
#include "support/small_library.hpp"
#include "support/unchanged.hpp"
#include "support/zip_member.hpp"

namespace rapport::exchange {
namespace {

using testing::HasSubstr;
using testing::Not;

using test::member_of;

class Export : public testing::TestWithParam<db::Engine> {
 protected:
  void SetUp() override {
    InteractionDraft draft{.happened_on = library.today(),
                           .note = "=Only for \"us\"",
                           .visibility = Visibility::restricted,
                           .people = {{library.jane, {}}}};
    ASSERT_TRUE(interactions::record(*library.scope(library.priya), *library.directory(), draft));
  }
  test::SmallLibrary library{GetParam()};
  test::TemporaryFolder folder;
  std::filesystem::path path = folder.path() / "all.zip";
};
INSTANTIATE_TEST_SUITE_P(Engines, Export, test::on_each_engine(), test::engine_test_name);

TEST_P(Export, HoldsEverythingWithRightCountsAndChecksums) {
  const auto files = export_everything(*library.scope(library.ada), path);
  ASSERT_TRUE(files);
  for (const auto& file : *files) {
    EXPECT_EQ(sha256_hex(member_of(path, file.name)), file.sha256) << file.name;
    if (file.name.ends_with(".csv")) {
      const auto table = spreadsheet::read_csv(member_of(path, file.name));
      ASSERT_TRUE(table) << file.name;
      EXPECT_EQ(static_cast<std::int64_t>(table->rows.size()), file.rows) << file.name;
      EXPECT_TRUE(table->faults.empty()) << file.name;
    }
  }
  const auto everything = json::parse(member_of(path, "everything.json"));
  ASSERT_TRUE(everything);
  EXPECT_EQ(everything->find("people")->array()->size(), 3u);
  EXPECT_EQ(everything->find("interactions")->array()->size(), 1u);
  EXPECT_THAT(member_of(path, "interactions.csv"), HasSubstr("\"'=Only for \"\"us\"\"\""));
  EXPECT_THAT(member_of(path, "staff.csv"), Not(HasSubstr("password")));
  const auto manifest = json::parse(member_of(path, "manifest.json"));
  ASSERT_TRUE(manifest);
  EXPECT_EQ(manifest->find("files")->array()->size(), files->size());
  EXPECT_THAT(member_of(path, "audit_events.csv"), HasSubstr("exported"));
}

TEST_P(Export, LeavesNothingBesideItsFile) {
  ASSERT_TRUE(export_everything(*library.scope(library.ada), path));
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) EXPECT_EQ(entry.path(), path);
}

TEST_P(Export, CanBeTakenInAgainAndChangesNothing) {
  ASSERT_TRUE(export_everything(*library.scope(library.ada), path));
  const auto scope = library.scope(library.ada);
  const std::vector<std::pair<ImportKind, std::string>> subjects{
      {ImportKind::people, "people.csv"}, {ImportKind::departments, "departments.csv"}};
  for (const auto& [kind, name] : subjects) {
    const auto id = upload(*scope, kind, name, member_of(path, name));
    ASSERT_TRUE(id);
    const auto trial = try_import(*scope, *library.directory(), *id);
    ASSERT_TRUE(trial);
    EXPECT_EQ(trial->counts.same, trial->counts.total) << name;
    EXPECT_GT(trial->counts.total, 1) << name;
  }
}

TEST_P(Export, HasNothingOfTheBoardAndOfThanks) {
  library.database->write([&](db::Writer& writer) {
    const auto in = library.institution;
    writer.execute("insert into board_members (institution_id, staff_id, joined_at) values ($1, $2, 0)", in,
                   library.priya);
    writer.execute(
        "insert into helps (institution_id, happened_on, helper_id, colleague_id, bump_id, sharers) "
        "values ($1, '2026-11-02', $2, $3, 4711, 1)",
        in, library.priya, library.tom);
    writer.execute(
        "insert into wall_links (institution_id, token_hash, label, made_by, made_at, expires_at) "
        "values ($1, 'a-hash', 'Office screen', $2, 0, 1)",
        in, library.gwen);
  });
  const auto files = export_everything(*library.scope(library.ada), path);
  ASSERT_TRUE(files);
  for (const auto& file : *files) {
    // Those between colleagues; those to champions go to people outside the library.
    EXPECT_NE(file.name, "thanks.csv");
    EXPECT_THAT(member_of(path, file.name), Not(HasSubstr("\"thanks\""))) << file.name;
    // Portfolios go to a colleague too.
    if (file.name != "hand_overs.csv") {
      EXPECT_THAT(member_of(path, file.name), Not(HasSubstr("to_staff"))) << file.name;
    }
    for (const auto* word : {"board_member", "helper", "wall", "4711", "Office screen", "a-hash"}) {
      EXPECT_THAT(file.name, Not(HasSubstr(word)));
      EXPECT_THAT(member_of(path, file.name), Not(HasSubstr(word))) << file.name;
    }
  }
}

TEST_P(Export, IsForAdministrators) {
  const auto before = test::contents(library.database);
  EXPECT_FALSE(export_everything(*library.scope(library.gwen), path));
  EXPECT_FALSE(std::filesystem::exists(path));
  EXPECT_EQ(test::contents(library.database), before);
}

}  // namespace
}  // namespace rapport::exchange
