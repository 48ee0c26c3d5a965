// Draws the office screen.
#include "bumps/wall_views.hpp"

#include "base/text.hpp"
#include "bumps/board_views.hpp"
#include "bumps/credit_views.hpp"
#include "bumps/trail.hpp"
#include "ui/page.hpp"
#include "ui/parts.hpp"

namespace rapport::bumps {
namespace {

using html::Html;
using html::Writer;

void put_together(Writer& out, const Board& board) {
  const Trail trail{board.together.bumps, board.together.goal};
  out.put<R"(<section><h1><span class="huge num">{}</span> {}<br>together</h1><p class="soft">{}</p>{})">(
      board.together.bumps, board.together.bumps == 1 ? "bump" : "bumps", progress_words(board),
      trail_svg(trail));
  if (board.together.goal) out.put<R"(<p class="soft wall-goal">Goal {}</p>)">(*board.together.goal);
  out.put<"</section>">();
}

void put_placed(Writer& out, const Directory& directory, const Placed& placed) {
  const auto staff = placed.helpfulness.staff;
  out.put<R"(<li class="row">{}<b>{}</b>{}<span class="serif num cnt">{}</span></li>)">(
      ui::avatar(directory.staff.full_name(staff)), directory.staff.given_name(staff),
      help_dots(placed.helpfulness.amount, 0), figure(placed.helpfulness.amount));
}

void put_first(Writer& out, const Board& board, const Directory& directory) {
  if (board.first.empty()) return;
  out.put<R"(<section class="wall-list"><h2>Helped others on</h2><ol>)">();
  for (const auto& placed : board.first) put_placed(out, directory, placed);
  out.put<"</ol></section>">();
}

void put_story(Writer& out, const BoardStory& story, const Directory& directory) {
  out.put<
      R"(<section class="wall-story"><p class="tag plum">{}Bump story of the month</p><p class="wall-q">{}</p>)">(
      ui::icon("ripple"), story_words(story));
  std::vector<std::string> names;
  names.reserve(story.staff.size());
  for (const auto id : story.staff) names.emplace_back(directory.staff.given_name(id));
  if (!names.empty()) out.put<R"(<p class="soft">{}</p>)">(join_words(names));
  out.put<"</section>">();
}

}  // namespace

http::Response wall_page(const Board& board, const Directory& directory) {
  Writer out;
  out.put<R"(<main class="wall-main" id="main" tabindex="-1"><div class="wall-grid{}">)">(
      board.first.empty() ? " alone" : "");
  put_together(out, board);
  put_first(out, board, directory);
  out.put<"</div>">();
  if (board.story) put_story(out, *board.story, directory);
  out.put<"</main>">();
  return ui::show_screen({.title = "Bump board",
                          .heading = board.name + ", " + board.period.name,
                          .content = std::move(out).finish()});
}

}  // namespace rapport::bumps
