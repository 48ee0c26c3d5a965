// The parts of the frame that every page repeats: head, brand, dialogs. For the files of ui/ alone.
#pragma once

#include <string_view>

#include "html/html.hpp"

namespace rapport::ui {

/// Everything up to and with <body>. `colours` is empty or "device" where the device decides.
struct Opening {
  std::string_view title;
  std::string_view colours = {};
  std::string_view csrf_token = {};
  std::string_view staff = {};  ///< the viewer's id; empty where nobody is signed in
  bool has_single_keys = false;
  std::string_view body_class = {};
  int renews_after_seconds = 0;  ///< 0: it stays as it is
};
void open_document(html::Writer& out, const Opening& opening);
void close_document(html::Writer& out);

/// The two rings with the word; the rings alone, named for screen readers; the word where there is nowhere to
/// go.
enum class Brand { with_word, rings_only, unlinked };
[[nodiscard]] html::Html brand(Brand brand);

/// The find form; `id` names its field, for there are several on a page.
[[nodiscard]] html::Html find_form(std::string_view id, bool shows_key);

/// The dialogs that the script opens: all keys, the capture line, find.
void put_dialogs(html::Writer& out);

}  // namespace rapport::ui
