// The pages of imports and of the export, as an administrator walks through them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "exchange/export_pages.hpp"
#include "exchange/import_pages.hpp"
#include "support/small_library.hpp"

namespace rapport::exchange {
namespace {

using testing::HasSubstr;
using testing::Not;

class ExchangePages : public testing::Test {
 protected:
  template <class F>
  http::Response visit(http::Request request, F&& handler, Id<Staff> who) {
    const auto scope = library.scope(who);
    ui::Visit visit{
        .request = request, .scope = *scope, .csrf_token = "token", .institution_name = "Nowhere"};
    return handler(visit);
  }
  template <class F>
  http::Response get(F&& handler, std::string import = "1") {
    return visit({.parameters = {{"import", import}}}, handler, library.ada);
  }
  template <class F>
  http::Response post(F&& handler, std::string body, std::string type = "application/x-www-form-urlencoded") {
    return visit({.method = http::Method::post,
                  .headers = {{"Content-Type", type}},
                  .body = std::move(body),
                  .parameters = {{"import", "1"}}},
                 handler, library.ada);
  }
  http::Response upload_text(std::string_view text, std::string_view file_name = "staff.csv") {
    const std::string body =
        "--x\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\npeople\r\n--x\r\n"
        "Content-Disposition: form-data; name=\"file\"; filename=\"" +
        std::string(file_name) + "\"\r\nContent-Type: text/csv\r\n\r\n" + std::string(text) + "\r\n--x--\r\n";
    return post([](ui::Visit& v) { return create_import(v); }, body, "multipart/form-data; boundary=x");
  }
  http::Response show() {
    return get([&](ui::Visit& v) { return show_import(v, *library.directory()); });
  }
  static std::string location(const http::Response& response) {
    for (const auto& header : response.headers)
      if (header.name == "Location") return header.value;
    return {};
  }

  test::SmallLibrary library;
};

constexpr std::string_view text =
    "Name,Email,Department\nKit Marlowe,kit@nowhere.example,Law\nBo <Example>,bo,Law\n";

TEST_F(ExchangePages, LeadFromTheFileToItsUndoing) {
  EXPECT_THAT(get([](ui::Visit& v) { return show_imports(v); }).body, HasSubstr("multipart/form-data"));
  const auto taken = upload_text(text);
  EXPECT_EQ(taken.status, 303) << taken.body;
  EXPECT_EQ(location(taken), "/import/1/columns");
  const auto columns = get([](ui::Visit& v) { return edit_columns(v); });
  EXPECT_EQ(columns.status, 200);
  EXPECT_THAT(columns.body, HasSubstr("In the file: Kit Marlowe"));
  const auto matched = post([](ui::Visit& v) { return update_columns(v); },
                            "column_name=0&column_email=1&column_department=2&whole=good");
  EXPECT_EQ(matched.status, 303) << matched.body;
  const auto trial = show();
  EXPECT_THAT(trial.body, HasSubstr("1 new, 0 changed, 0 the same, 1 to look at"));
  EXPECT_THAT(trial.body, HasSubstr("Bo &lt;Example&gt;"));
  const auto csv = get([&](ui::Visit& v) { return download_faults(v, *library.directory()); });
  EXPECT_THAT(csv.body, HasSubstr("3,"));
  DirectoryKeeper directories;
  ImportRunner runner(*library.database, directories, [&] { return library.scope(library.ada)->now; });
  const auto run = post([&](ui::Visit& v) { return create_run(v, *library.directory(), runner); }, "");
  EXPECT_EQ(run.status, 303);
  runner.wait_until_idle();
  EXPECT_THAT(show().body, HasSubstr("Undo this import"));
  const auto undone = post([&](ui::Visit& v) { return remove_import(v, *library.directory()); }, "");
  EXPECT_EQ(undone.status, 303) << undone.body;
  EXPECT_THAT(show().body, Not(HasSubstr("Undo this import")));
}

TEST_F(ExchangePages, SayThatAnImportRunsWhereThePageIsLookedAtAgain) {
  ASSERT_EQ(upload_text(text).status, 303);
  ASSERT_TRUE(begin_import(*library.scope(library.ada), {1}));
  const auto page = show().body;
  EXPECT_THAT(page, Not(HasSubstr("People, Running")));
  EXPECT_GT(page.find("You can leave this page"), page.find("data-progress-href"));
}

TEST_F(ExchangePages, KeepWhatWasChosenWhereItCannotBeTaken) {
  EXPECT_EQ(upload_text("", "empty.csv").status, 422);
  EXPECT_EQ(upload_text(std::string_view("a\0b", 3)).status, 422);
  ASSERT_EQ(upload_text(text).status, 303);
  const auto refused =
      post([](ui::Visit& v) { return update_columns(v); }, "column_name=&column_email=2&whole=all");
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("Choose the column that holds the name."));
  EXPECT_THAT(refused.body, HasSubstr("In the file: Law"));
  EXPECT_EQ(get([](ui::Visit& v) { return edit_columns(v); }, "999").status, 404);
  EXPECT_EQ(get([](ui::Visit& v) { return edit_columns(v); }, "x").status, 404);
}

TEST_F(ExchangePages, GiveTheExportAsADownload) {
  EXPECT_THAT(get([](ui::Visit& v) { return show_export(v); }).body, HasSubstr("only the people named"));
  const auto zip = post([](ui::Visit& v) { return create_export(v); }, "");
  EXPECT_EQ(zip.content_type, "application/zip");
  EXPECT_TRUE(zip.body.starts_with("PK"));
  const auto refused = visit(
      {}, [](ui::Visit& v) { return create_export(v); }, library.gwen);
  EXPECT_EQ(refused.status, 403);
}

}  // namespace
}  // namespace rapport::exchange
