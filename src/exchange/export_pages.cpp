// The page of the full export and its download.
#include "exchange/export_pages.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/random.hpp"
#include "exchange/export.hpp"
#include "ui/page.hpp"
#include "ui/parts.hpp"

namespace rapport::exchange {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t download_bytes_max = 100'000'000;  // an answer is held in memory

html::Html export_view(const ui::Visit& visit, bool is_too_large) {
  html::Writer out;
  out.put<
      R"(<p class="crumbs"><a href="/import">Import</a></p><h1>Export everything</h1><p class="lead">)"
      R"(One zip file with all that this library has kept: a CSV for each subject, the same as JSON, and a )"
      R"(manifest with counts and checksums.</p>)">();
  if (is_too_large)
    out.put<R"(<p class="caution" role="alert">Your export is too large to download here. On the server, )"
            R"(<code>rapport export FILE.zip</code> writes it to a file.</p>)">();
  out.put<
      R"(<div class="stack gap-t"><section class="card" aria-labelledby="in-h"><h2 id="in-h">What is in it</h2>)"
      R"(<ul><li>people with their posts, addresses, names and ways of working</li><li>departments and their history, )"
      R"(the academic calendar</li><li>conversations with everybody in them, earlier versions, promises</li>)"
      R"(<li>colleagues (without passwords), kinds, topics, settings</li><li>imports and the audit log</li></ul>)"
      R"(<p class="caution gap-t">It holds every note, also those that only the people named may read. Keep the )"
      R"(file where you would keep the database. That you exported it is written to the audit log.</p>)"
      R"(<form class="form-foot gap-t" method="post" action="/export">{}<button class="btn primary">{}Export )"
      R"(everything</button></form></section></div>)">(ui::csrf_field(visit), ui::icon("download"));
  return std::move(out).finish();
}

http::Response export_page(const ui::Visit& visit, bool is_too_large) {
  return ui::show(visit, {.title = "Export everything",
                          .section = ui::Section::import,
                          .content = export_view(visit, is_too_large),
                          .status = is_too_large ? 413 : 200});
}

/// Removes the file when the answer has been read from it.
struct TemporaryFile {
  fs::path path;
  explicit TemporaryFile(fs::path at) : path(std::move(at)) {}
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    std::error_code ignored;
    fs::remove(path, ignored);
  }
};

}  // namespace

http::Response show_export(ui::Visit& visit) {
  return export_page(visit, false);
}

http::Response create_export(ui::Visit& visit) {
  const TemporaryFile file(fs::temp_directory_path() / ("rapport-export-" + random_suffix(12) + ".zip"));
  const auto made = export_everything(visit.scope, file.path);
  if (!made) return ui::show_refusal(visit, made.refusal());
  if (fs::file_size(file.path) > download_bytes_max) return export_page(visit, true);
  std::ifstream in(file.path, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return http::Response{.content_type = "application/zip", .body = std::move(bytes).str()}
      .with("Content-Disposition", "attachment; filename=\"rapport-" + visit.scope.today.iso() + ".zip\"")
      .with("X-Content-Type-Options", "nosniff")
      .with("Cache-Control", "no-store");
}

}  // namespace rapport::exchange
