// Who has gone quiet, as HTML: Today's card, the list, a person's page about it. Finished values in, markup
// out.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "html/html.hpp"
#include "relationships/quiet_lines.hpp"
#include "ui/visit.hpp"

namespace rapport::quiet {

enum class Shown { gone_quiet, worth_a_hello, answered };
[[nodiscard]] std::string_view code(Shown shown);
[[nodiscard]] std::optional<Shown> shown_of(std::string_view code);

/// Nothing where nobody is quiet and nothing was answered just now.
[[nodiscard]] html::Html quiet_card(const ui::Visit& visit, const Directory& directory,
                                    const QuietCard& card);

/// One line on a person's page: the reason and what can be done; nothing where they are in touch.
[[nodiscard]] html::Html quiet_note(const Directory& directory, const std::optional<QuietPerson>& quiet,
                                    Date today);

struct QuietFilter {
  Whose whose = Whose::mine;
  std::string unit = {};  ///< a slug
  Shown shown = Shown::gone_quiet;
  int page = 1;

  [[nodiscard]] std::string address() const;
};
struct QuietListPage {
  QuietFilter filter = {};
  std::size_t gone_quiet = 0;
  std::size_t worth_a_hello = 0;
  std::size_t answered = 0;
  std::vector<QuietLine> lines = {};
};
inline constexpr int quiet_page_size = 30;
[[nodiscard]] html::Html quiet_list_view(const ui::Visit& visit, const Directory& directory,
                                         const QuietListPage& page);

struct SnoozeForm {
  std::string until_on = {};
  std::string reason = {};
  std::string from = {};  ///< the page to go back to
};
[[nodiscard]] html::Html explanation_view(const ui::Visit& visit, const Directory& directory,
                                          const PersonEntry& person, const Explanation& explanation,
                                          const SnoozeForm& form, const std::vector<Fault>& faults);

}  // namespace rapport::quiet
