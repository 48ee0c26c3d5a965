// The ladder as a page: rising columns of cards, and one column as a list. Finished values in, markup out.
#pragma once

#include <functional>
#include <string>

#include "html/html.hpp"
#include "relationships/card_line.hpp"
#include "relationships/ladder.hpp"
#include "ui/visit.hpp"

namespace rapport::ladder {

inline constexpr std::size_t cards_of_column = 4;
inline constexpr int column_page_size = 50;

/// What the address asks for.
struct View {
  Whose whose = Whose::mine;
  std::string unit = {};  ///< slug
  ServiceArea area = ServiceArea::overall;
  std::optional<int> level = {};  ///< one column as a list
  int page = 1;

  [[nodiscard]] std::string query() const;  ///< "?whose=mine&unit=law"
  [[nodiscard]] std::string address() const { return "/relationships" + query(); }
};
/// "in Nursing & Midwifery", "in your departments".
[[nodiscard]] std::string place_words(const Viewer& viewer, const Directory& directory, const View& view);
/// Mine, Team, All; `address` makes the address of another view.
[[nodiscard]] html::Html whose_choice(const View& view,
                                      const std::function<std::string(const View&)>& address);
/// Department and service area as a form that leads to `action`; `hidden` are fields to be kept.
[[nodiscard]] html::Html filter_form(const Directory& directory, const View& view, std::string_view action,
                                     const html::Html& hidden = {});

struct Shown {
  const Ladder& ladder;
  View view = {};
  CardLines lines = {};
  std::string term_words = {};  ///< "this term", "since 1 August"
  bool may_move = false;
  bool has_portfolio = false;  ///< the viewer looks after a department
};

/// The cards that the page shows: at most four a column, or a page of one column.
[[nodiscard]] std::vector<const Card*> shown_cards(const Ladder& ladder, const View& view);

/// Three made-up people, marked as such: what an empty ladder shows below its words.
[[nodiscard]] html::Html sample_ladder(const Scale& scale);

[[nodiscard]] html::Html ladder_view(const ui::Visit& visit, const Directory& directory, const Shown& shown);

}  // namespace rapport::ladder
