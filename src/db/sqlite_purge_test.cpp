// What was deleted is in no byte of the files: neither freed pages nor the index of words nor the log.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <fstream>
#include <iterator>

#include "base/id.hpp"
#include "db/full_text.hpp"
#include "db/purge.hpp"
#include "support/test_database.hpp"

namespace rapport::db {
namespace {

bool stands(const std::filesystem::path& file, std::string_view text) {
  for (const auto* part : {"", "-wal"}) {
    std::ifstream in(file.string() + part, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (bytes.find(text) != std::string::npos) return true;
  }
  return false;
}

/// As a library does that was built without secure_delete.
void write_and_delete(const std::filesystem::path& file, const char* statements) {
  sqlite3* handle = nullptr;
  ASSERT_EQ(sqlite3_open_v2(file.c_str(), &handle, SQLITE_OPEN_READWRITE, nullptr), SQLITE_OK);
  EXPECT_EQ(sqlite3_exec(handle, "pragma secure_delete = off", nullptr, nullptr, nullptr), SQLITE_OK);
  EXPECT_EQ(sqlite3_exec(handle, statements, nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(handle);
  sqlite3_close(handle);
}

TEST(Purge, LeavesNoByteOfDeletedRows) {
  const test::TestDatabase database;
  write_and_delete(
      database.file(),
      "create table kept (words text); insert into kept values ('a persons marker'); delete from kept;");
  ASSERT_TRUE(stands(database.file(), "a persons marker"));
  purge(*database);
  EXPECT_FALSE(stands(database.file(), "a persons marker"));
}

TEST(Purge, LeavesNoWordOfRemovedDocuments) {
  const test::TestDatabase database;
  const Id<Institution> institution{1};
  database->write([&](Writer& writer) { put_document(writer, institution, 7, "zyxmarker corridor"); });
  database->write([&](Writer& writer) { put_document(writer, institution, 8, "library"); });
  database->write([&](Writer& writer) { remove_document(writer, institution, 7, "zyxmarker corridor"); });
  ASSERT_TRUE(stands(database.file(), "zyxmarker"));
  purge(*database);
  EXPECT_FALSE(stands(database.file(), "zyxmarker"));
  EXPECT_EQ(database->read([&](Reader& reader) {
    return find_documents(reader, institution, {{.forms = {"library"}, .beginning = {}}}, 99, 5);
  }),
            std::vector<std::int64_t>{8});
}

TEST(Purge, LetsOthersReadAndWriteAfterwards) {
  const test::TestDatabase database;
  purge(*database);
  database->write([](Writer& writer) {
    writer.execute("insert into institutions (name, zone, created_at) values ('N', 'Europe/London', 0)");
  });
  purge(*database);
  EXPECT_EQ(database->read([](Reader& reader) { return reader.count("select count(*) from institutions"); }),
            1);
}

}  // namespace
}  // namespace rapport::db
