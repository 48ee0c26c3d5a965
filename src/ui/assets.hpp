// The browser's files inside the binary: style sheet, script, icons, fonts, manifest. Made by web/build.mjs;
// serving them is the business of app/.
#pragma once

#include <span>
#include <string_view>

namespace rapport::ui {

/// One file under an address that holds a hash of its content, so it may be kept for ever.
struct Asset {
  std::string_view path;          ///< "/assets/style-1A2B3C4D.css"
  std::string_view content_type;  ///< with its charset where there is one
  std::string_view identity;      ///< the bytes as they are
  std::string_view gzip;          ///< empty where it would not be smaller
  std::string_view brotli;        ///< empty where it would not be smaller
};

/// All of them, sorted by path; alive as long as the program.
[[nodiscard]] std::span<const Asset> assets();

/// The addresses that pages use.
struct AssetAddresses {
  std::string_view stylesheet, script, icons, icon, touch_icon;
  std::string_view service_worker;  ///< served under an address of its own, which never changes
  std::string_view manifest;
  std::string_view font_heading, font_text;  ///< the latin parts, worth a preload
};
[[nodiscard]] const AssetAddresses& asset_addresses();

}  // namespace rapport::ui
