// Packs sheets. libzip stays in this file.
#include "headlines/sheet_pack.hpp"

#include <zip.h>

#include <iterator>
#include <memory>
#include <stdexcept>

#include "base/instant.hpp"
#include "headlines/sheet_files.hpp"
#include "headlines/sheet_layout.hpp"

namespace rapport::headlines {
namespace {

/// "nursing-2025-26-sources.pdf" of "nursing-2025-26.pdf".
std::string sources_name(const std::string& file_name) {
  return file_name.substr(0, file_name.rfind('.')) + "-sources.pdf";
}

/// A zip in memory while it is written.
class Zip {
 public:
  Zip() {
    zip_error_t error;
    zip_error_init(&error);
    source_ = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_ = source_ == nullptr ? nullptr : zip_open_from_source(source_, ZIP_TRUNCATE, &error);
    if (zip_ == nullptr) throw std::runtime_error("a zip cannot be begun");
    zip_source_keep(source_);
  }
  ~Zip() {
    if (zip_ != nullptr) zip_discard(zip_);
    zip_source_free(source_);
  }
  Zip(const Zip&) = delete;
  Zip& operator=(const Zip&) = delete;

  /// PDFs are packed inside already.
  void add(const std::string& name, std::string bytes) {
    files_.push_back(std::make_unique<std::string>(std::move(bytes)));
    auto* source = zip_source_buffer(zip_, files_.back()->data(), files_.back()->size(), 0);
    const auto place = source == nullptr ? -1 : zip_file_add(zip_, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (place >= 0 && zip_set_file_compression(zip_, static_cast<zip_uint64_t>(place), ZIP_CM_STORE, 0) == 0)
      return;
    if (source != nullptr && place < 0) zip_source_free(source);
    throw std::runtime_error(std::string("a file cannot be packed: ") + zip_strerror(zip_));
  }

  std::string finish() {
    if (zip_close(zip_) != 0) throw std::runtime_error(std::string("no zip: ") + zip_strerror(zip_));
    zip_ = nullptr;
    if (zip_source_open(source_) != 0) throw std::runtime_error("the zip cannot be read");
    zip_source_seek(source_, 0, SEEK_END);
    std::string bytes(static_cast<std::size_t>(zip_source_tell(source_)), '\0');
    zip_source_seek(source_, 0, SEEK_SET);
    const auto read = zip_source_read(source_, bytes.data(), bytes.size());
    zip_source_close(source_);
    if (read != static_cast<zip_int64_t>(bytes.size())) throw std::runtime_error("the zip is cut short");
    return bytes;
  }

 private:
  zip_source_t* source_ = nullptr;
  zip_t* zip_ = nullptr;
  std::vector<std::unique_ptr<std::string>> files_;
};

Instant newest(std::span<const PackSheet> sheets) {
  Instant newest{};
  for (const auto& sheet : sheets)
    newest = std::max(newest, Instant::parse_iso(sheet.content.made_on + "T12:00:00Z").value_or(Instant{}));
  return newest;
}

}  // namespace

std::string pack_pdf(std::span<const PackSheet> sheets, PackParts parts, std::string_view title) {
  std::vector<ui::PaperPage> pages;
  for (const auto& sheet : sheets) {
    pages.push_back(lay_out(sheet.content).page);
    pages.back().mark = sheet.content.department;
    if (parts == PackParts::sheets_and_sources)
      std::ranges::move(lay_out_sources(sheet.content), std::back_inserter(pages));
  }
  return ui::pdf_of(pages, {.title = std::string(title),
                            .author = sheets.empty() ? std::string() : sheets.front().content.library,
                            .made_at = newest(sheets)});
}

std::string pack_zip(std::span<const PackSheet> sheets, PackParts parts,
                     const std::function<void()>& on_one) {
  Zip zip;
  for (const auto& sheet : sheets) {
    zip.add(sheet.file_name, sheet_pdf(sheet.content));
    if (parts == PackParts::sheets_and_sources)
      zip.add(sources_name(sheet.file_name), sources_pdf(sheet.content));
    if (on_one) on_one();
  }
  return zip.finish();
}

}  // namespace rapport::headlines
