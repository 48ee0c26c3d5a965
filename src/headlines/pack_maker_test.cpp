// Packs: every sheet of a year in one file, seen by whoever asked for it alone.
#include "headlines/pack_maker.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <fstream>

#include "headlines/headlines.hpp"
#include "measures/starting_measures.hpp"
#include "support/small_library.hpp"
#include "support/unchanged.hpp"

namespace rapport::headlines {
namespace {

using testing::HasSubstr;

std::string output_of(const std::string& command) {
  std::string text;
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  std::array<char, 4096> buffer{};
  while (const auto read = std::fread(buffer.data(), 1, buffer.size(), pipe.get()))
    text.append(buffer.data(), read);
  return text;
}

/// How many files a zip lists.
std::size_t files_in(std::string_view zip) {
  std::size_t count = 0;
  for (auto at = zip.find("PK\1\2"); at != std::string_view::npos; at = zip.find("PK\1\2", at + 4)) ++count;
  return count;
}

class Packs : public testing::Test {
 protected:
  void SetUp() override {
    library.database->write(
        [&](db::Writer& writer) { insert_measures(writer, library.institution, Instant{}); });
    directory = library.directory();
    for (const auto unit : {library.law, library.nursing}) {
      auto draft = new_draft();
      draft.words = {{"say.note", "Hello."}};
      ASSERT_TRUE(save(*library.scope(library.priya), *directory,
                       {directory->org.find(unit), 2025, "Library"}, 0, draft));
    }
  }
  test::SmallLibrary library;
  std::shared_ptr<const Directory> directory;
  DirectoryKeeper keeper;
  MadeDrafts drafts;
  PackMaker packs{*library.database, keeper, drafts, [] { return Instant{1'794'474'000'000}; }};

  std::string start(Id<Staff> who, PackParts parts = PackParts::sheets, int year = 2025) {
    return packs.start(*library.scope(who), {year, parts, "Library"}).value();
  }
  std::shared_ptr<const PackFiles> files(Id<Staff> who, const std::string& name) {
    packs.wait_until_idle();
    const auto found = packs.find(*library.scope(who), name);
    return found ? found->files : nullptr;
  }
};

TEST_F(Packs, HaveAPageForEachDepartmentThatHasSomethingToSay) {
  const auto made = files(library.dora, start(library.dora));
  ASSERT_NE(made, nullptr);
  EXPECT_EQ(made->sheets, 2);
  EXPECT_EQ(files_in(made->zip), 2U);
  EXPECT_THAT(made->zip, HasSubstr("law-2025-26.pdf"));
  const test::TemporaryFolder folder;
  std::ofstream(folder.path() / "pack.pdf", std::ios::binary) << made->pdf;
  EXPECT_THAT(output_of("pdfinfo " + (folder.path() / "pack.pdf").string()), HasSubstr("Pages:           2"));
  EXPECT_THAT(made->pdf, HasSubstr("(en-GB)"));
}

TEST_F(Packs, HaveTheSourcesWhereTheyAreAskedFor) {
  const auto made = files(library.priya, start(library.priya, PackParts::sheets_and_sources));
  ASSERT_NE(made, nullptr);
  EXPECT_EQ(files_in(made->zip), 4U);
}

TEST_F(Packs, AreSeenByWhoeverAskedAlone) {
  const auto name = start(library.priya);
  packs.wait_until_idle();
  EXPECT_TRUE(packs.find(*library.scope(library.priya), name));
  EXPECT_FALSE(packs.find(*library.scope(library.tom), name));
  EXPECT_FALSE(packs.find(*library.scope(library.priya), name + "x"));
}

TEST_F(Packs, WriteNothingButThatTheyWereAskedFor) {
  const auto name = start(library.priya);
  test::unchanged(library.database, [&] { return files(library.priya, name) != nullptr; });
}

TEST_F(Packs, AreMadeAgainAfterARestart) {
  const auto name = start(library.priya, PackParts::sheets_and_sources);
  const auto first = files(library.priya, name);
  PackMaker other{*library.database, keeper, drafts, [] { return Instant{1'794'474'000'000}; }};
  EXPECT_FALSE(other.find(*library.scope(library.tom), name)) << "it is Priya’s";
  EXPECT_FALSE(other.find(*library.scope(library.priya), "guessed"));
  const auto begun = other.find(*library.scope(library.priya), name, "Library");
  ASSERT_TRUE(begun) << "it is known";
  EXPECT_EQ(begun->order, (PackOrder{2025, PackParts::sheets_and_sources, "Library"}));
  other.wait_until_idle();
  const auto again = other.find(*library.scope(library.priya), name);
  ASSERT_NE(again->files, nullptr);
  EXPECT_EQ(again->files->pdf, first->pdf);
  EXPECT_EQ(again->as_of, Instant{1'794'474'000'000});
  constexpr int days = 24 * 60;
  EXPECT_TRUE(PackMaker(*library.database, keeper, drafts, [] {
                return Instant{};
              }).find(*library.scope(library.priya, 29 * days), name));
  EXPECT_FALSE(PackMaker(*library.database, keeper, drafts, [] {
                 return Instant{};
               }).find(*library.scope(library.priya, 31 * days), name));
}

TEST_F(Packs, AreMadeAgainOnceTheyWereThrownAway) {
  const auto name = start(library.priya);
  const auto before = files(library.priya, name);
  ASSERT_NE(before, nullptr);
  EXPECT_EQ(files(library.priya, name), before);
  packs.throw_away();
  ASSERT_TRUE(packs.find(*library.scope(library.priya), name));
  const auto after = files(library.priya, name);
  ASSERT_NE(after, nullptr);
  EXPECT_NE(after, before);
}

TEST_F(Packs, OfAYearWithoutSheetsAreEmpty) {
  const auto made = files(library.priya, start(library.priya, PackParts::sheets, 2020));
  ASSERT_NE(made, nullptr);
  EXPECT_EQ(made->sheets, 0);
}

TEST_F(Packs, AreMadeAgainWhereTheyAreNotAmongTheLastEight) {
  const auto first = start(library.priya);
  packs.wait_until_idle();
  for (int year = 2010; year < 2018; ++year) {
    start(library.priya, PackParts::sheets, year);
    packs.wait_until_idle();
  }
  EXPECT_EQ(packs.find(*library.scope(library.priya), first)->files, nullptr) << "it is gone";
  EXPECT_NE(files(library.priya, first), nullptr) << "and is made again";
}

}  // namespace
}  // namespace rapport::headlines
