// Small parts that pages share: icons, initials, level bars, tags, form fields, error summary, pages of a
// list.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "html/html.hpp"
#include "ui/visit.hpp"

namespace rapport::ui {

/// An icon of the sprite (web/icons/icons.txt), decorative.
[[nodiscard]] html::Html icon(std::string_view name);
/// The round initials beside a name; `size` is "", "s" or "l". The colour follows from the name.
[[nodiscard]] html::Html avatar(std::string_view full_name, std::string_view size = "");
/// "JS" of "Dr Jane Smith"; one letter for one-word names; the first character in other scripts.
[[nodiscard]] std::string initials(std::string_view full_name);

/// The hidden field that every form carries.
[[nodiscard]] html::Html csrf_field(const Visit& visit);
/// A fresh key that makes storing a form twice harmless, as a hidden field `key`.
[[nodiscard]] html::Html once_field();
/// The summary on top of a form that was refused; links to the fields. Nothing where there are no faults.
[[nodiscard]] html::Html error_summary(const std::vector<Fault>& faults);

struct Choice {
  std::string value;
  std::string words;
};

/// One labelled field with hint and fault, GOV.UK way. `id` equals `name`.
struct Input {
  std::string name;
  std::string label;
  std::string value = {};
  std::string hint = {};
  std::string type = "text";  ///< any <input> type, or "textarea", "select", "checkbox"
  std::string autocomplete = {};
  std::vector<Choice> choices = {};  ///< for select
  int rows = 4;                      ///< for textarea
  bool is_required = false;
  bool is_checked = false;
  std::string width = {};  ///< "", "short" or "middle"
};
[[nodiscard]] html::Html field(const Input& input, const std::vector<Fault>& faults = {});
/// Radio buttons under one legend.
[[nodiscard]] html::Html radios(const Input& input, const std::vector<Fault>& faults = {});

/// Where a list stands: `first` and `last` are 1-based; `address(page)` makes the address of another page.
struct Paging {
  std::int64_t total = 0;
  int page = 1;
  int page_size = 50;
};
[[nodiscard]] html::Html pages_of(const Paging& paging, const std::function<std::string(int)>& address);

/// "Nobody has written about Dr Price yet. Start with hello."
[[nodiscard]] html::Html empty_state(std::string_view words, const html::Html& action = {});

}  // namespace rapport::ui
