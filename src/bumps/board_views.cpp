// Draws the board.
#include "bumps/board_views.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "bumps/bump_views.hpp"
#include "bumps/credit_views.hpp"
#include "bumps/trail.hpp"
#include "ui/parts.hpp"

namespace rapport::bumps {
namespace {

using html::Attribute;
using html::Html;
using html::Url;
using html::Writer;

constexpr int few_members = 3;

std::string address_of(BoardSpan span, Whose whose) {
  return "/bumps/board?time=" + std::string(code(span)) + "&view=" + std::string(code(whose));
}

Whose whose_of(const Board& board) {
  return board.team ? Whose::team : Whose::library;
}

void put_choice(Writer& out, std::string_view words, const std::string& address, bool is_current) {
  out.put<R"(<a href="{}"{}>{}</a>)">(Url(address),
                                      Attribute::optional("aria-current", is_current ? "true" : ""), words);
}

void put_choices(Writer& out, const BoardPage& page) {
  const auto span = page.board.period.span;
  const auto whose = whose_of(page.board);
  if (page.has_team_board) {
    out.put<R"(<span class="seg" role="group" aria-label="Whose board">)">();
    put_choice(out, "Team", address_of(span, Whose::team), whose == Whose::team);
    put_choice(out, "Library", address_of(span, Whose::library), whose == Whose::library);
    out.put<"</span>">();
  }
  out.put<R"(<span class="seg" role="group" aria-label="Time">)">();
  put_choice(out, "Month", address_of(BoardSpan::month, whose), span == BoardSpan::month);
  put_choice(out, "Term", address_of(BoardSpan::term, whose), span == BoardSpan::term);
  out.put<"</span>">();
}

void put_head(Writer& out, const BoardPage& page) {
  const auto& board = page.board;
  out.put<
      R"(<p class="crumbs"><a href="/bumps">Bumps</a></p><div class="row between wrap top-a"><div><h1>{} bumps</h1>)"
      R"(<p class="soft lead">{}. A bump is one conversation leading to another.</p></div><div class="row wrap">)">(
      board.period.name, board.name);
  put_choices(out, page);
  if (page.may_make_wall)
    out.put<R"(<a class="btn" href="/settings/board#walls-h">{}Wall board</a>)">(ui::icon("device-tv"));
  out.put<"</div></div>">();
  if (board.period.is_quarter)
    out.put<
        R"(<p class="small soft gap-t">The library’s calendar has no term for today, so this is the quarter of )"
        R"(the year.</p>)">();
}

void put_together(Writer& out, const Board& board) {
  const Trail trail{board.together.bumps, board.together.goal};
  out.put<
      R"(<section class="card gap-t2" aria-labelledby="h-trail"><div class="row between wrap"><h2 id="h-trail">{}</h2>)"
      R"(<span class="small muted">{}</span></div>)">(together_words(board.together), progress_words(board));
  if (board.together.bumps == 0 && !board.together.goal)
    out.add(ui::empty_state("Nothing has led to anything yet. When it does, log it as “led on from”."));
  else
    out.add(trail_svg(trail));
  if (const int each = bumps_of_a_dot(trail); each > 1)
    out.put<R"(<p class="micro muted">One dot is {}.</p>)">(count_words(each, "bump", "bumps"));
  out.put<"</section>">();
}

std::string help_address(const Board& board, Id<Staff> staff) {
  return "/bumps/board/help/" + std::to_string(staff.value) +
         "?time=" + std::string(code(board.period.span)) + "&view=" + std::string(code(whose_of(board)));
}

std::string own_words(const OwnHelp& own, const Board& board) {
  if (board.period.span == BoardSpan::term || own.best_month <= 0) return {};
  if (own.now.amount > own.best_month) return "Your best month this year";
  return "Your best month this year: " + figure(own.best_month);
}

/// One colleague's line; `own` where it is the viewer's.
struct BoardRow {
  Id<Staff> staff = {};
  std::string name = {};
  double amount = 0;
  int place = 0;  ///< 0: not among the first three
  std::string words = {};
  double best_month = 0;  ///< marked; the viewer's own alone
};

BoardRow own_row(const BoardPage& page, const ui::Visit& visit, int place) {
  const auto& own = *page.own;
  const bool is_month = page.board.period.span == BoardSpan::month;
  return {.staff = visit.scope.viewer.staff,
          .name = visit.scope.viewer.full_name,
          .amount = own.now.amount,
          .place = place,
          .words = own_words(own, page.board),
          .best_month = is_month ? own.best_month : 0};
}

/// Those with a place, and then the viewer where they have none.
std::vector<BoardRow> rows_of(const BoardPage& page, const ui::Visit& visit, const Directory& directory) {
  std::vector<BoardRow> rows;
  bool has_own = false;
  for (const auto& [place, helpfulness] : page.board.first) {
    const bool is_own = page.own && helpfulness.staff == visit.scope.viewer.staff;
    has_own = has_own || is_own;
    const bool is_best = std::ranges::count(page.board.best_month_yet, helpfulness.staff) > 0;
    rows.push_back(is_own ? own_row(page, visit, place)
                          : BoardRow{.staff = helpfulness.staff,
                                     .name = std::string(directory.staff.full_name(helpfulness.staff)),
                                     .amount = helpfulness.amount,
                                     .place = place,
                                     .words = is_best ? "Best month yet" : ""});
  }
  if (page.own && !has_own) rows.push_back(own_row(page, visit, 0));
  return rows;
}

void put_rank(Writer& out, int place) {
  if (place == 0)
    out.put<R"(<span class="rank none" aria-hidden="true"></span>)">();
  else
    out.put<R"(<span class="rank r{}"><span class="vh">Place </span>{}</span>)">(place, place);
}

void put_row(Writer& out, const Board& board, const BoardRow& row, bool is_own) {
  out.put<R"(<li class="row">)">();
  put_rank(out, row.place);
  out.put<R"({}<div class="who"><h3>{}</h3>)">(ui::avatar(row.name), is_own ? "You" : row.name);
  if (!row.words.empty()) out.put<R"(<p class="micro muted">{}</p>)">(row.words);
  out.put<
      R"(</div>{}<a class="serif num cnt" href="{}"><span class="vh">Helpfulness of {}: </span>{}</a></li>)">(
      help_dots(row.amount, row.best_month), Url(help_address(board, row.staff)), is_own ? "you" : row.name,
      figure(row.amount));
}

/// Who is there, without a word about who is not.
std::string members_words(const Board& board) {
  if (board.members == 0) return "Nobody is on the board yet.";
  if (board.members >= few_members) return {};
  return board.members == 1 ? "One colleague is on the board so far."
                            : "Two colleagues are on the board so far.";
}

void put_places_note(Writer& out, const Board& board) {
  if (!board.are_places_shown) {
    out.put<
        R"(<p class="small soft">Places are off in this library. An administrator can switch them on.</p>)">();
    return;
  }
  const auto few = members_words(board);
  if (!few.empty()) out.put<R"(<p class="small soft">{}</p>)">(few);
  if (few.empty() && board.first.empty())
    out.put<R"(<p class="small soft">No places yet. They begin with the first help.</p>)">();
}

void put_membership(Writer& out, const BoardPage& page, const ui::Visit& visit) {
  if (page.own) {
    out.put<
        R"(<form method="post" action="/bumps/board/leaving" class="row wrap gap-t">{}<p class="small soft grow">)"
        R"(Places stop at three. Leave at any time: your name is gone at once, and your bumps still count for the )"
        R"(team.</p><button class="btn s">Leave the board</button></form>)">(ui::csrf_field(visit));
    return;
  }
  if (!page.may_join) return;
  out.put<
      R"(<form method="post" action="/bumps/board/membership" class="row wrap gap-t">{}<p class="small soft grow">)"
      R"(You are not on the board. If you join, your first name can stand among the first three, here and on the )"
      R"(office screen. What counts is help to colleagues.</p><button class="btn s">Join the board</button></form>)">(
      ui::csrf_field(visit));
}

void put_people(Writer& out, const BoardPage& page, const ui::Visit& visit, const Directory& directory) {
  const auto& board = page.board;
  const bool has_mark = page.own && page.own->best_month > 0 && board.period.span == BoardSpan::month;
  out.put<
      R"(<section class="card" aria-labelledby="h-who"><div class="sec-h"><h2 id="h-who">Who has helped others on</h2>)">();
  if (has_mark) out.put<R"(<span class="more muted">Line marks your own best month</span>)">();
  out.put<"</div>">();
  put_places_note(out, board);
  const auto rows = rows_of(page, visit, directory);
  if (!rows.empty()) out.put<R"(<ul class="list bumpers">)">();
  for (const auto& row : rows) put_row(out, board, row, row.staff == visit.scope.viewer.staff);
  if (!rows.empty()) out.put<"</ul>">();
  put_membership(out, page, visit);
  out.put<
      R"(<details class="table gap-t"><summary>What is counted</summary><p class="small soft">{}</p></details>)"
      R"(</section>)">(helpfulness_words);
}

std::vector<std::string> names_of(const std::vector<Id<Staff>>& staff, const Directory& directory) {
  std::vector<std::string> names;
  names.reserve(staff.size());
  for (const auto id : staff) names.emplace_back(directory.staff.given_name(id));
  return names;
}

void put_story(Writer& out, const Board& board, const Directory& directory) {
  out.put<
      R"(<aside class="stack" aria-label="Bump story"><section class="card"><p class="tag plum">{}{}</p>)">(
      ui::icon("ripple"),
      board.period.span == BoardSpan::month ? "Bump story of the month" : "Bump story of the term");
  if (!board.story) {
    out.put<R"(<p class="small soft gap-t">Nothing has grown over three steps yet.</p></section></aside>)">();
    return;
  }
  out.put<R"(<h2 class="story-h"><a class="plain" href="{}">{}</a></h2>)">(Url(board.story->address),
                                                                           story_words(*board.story));
  if (!board.story->staff.empty())
    out.put<R"(<p class="small soft">With {}.</p>)">(join_words(names_of(board.story->staff, directory)));
  out.put<"</section></aside>">();
}

void put_step(Writer& out, const Directory& directory, const HelpStep& step, Date today) {
  const auto& part = step.part;
  out.put<
      R"(<li class="row top-a"><b class="serif num cnt">{}</b><div class="grow"><p>{}</p><p class="small muted">)"
      R"(The {} for {} this term{}</p></div></li>)">(
      figure(part.amount), conversation_line(directory, step.outcome, today),
      std::to_string(part.number) + (part.number == 1   ? "st"
                                     : part.number == 2 ? "nd"
                                     : part.number == 3 ? "rd"
                                                        : "th"),
      directory.staff.given_name(part.help.colleague),
      part.help.sharers > 1 ? ", delivered by " + count_words(part.help.sharers, "colleague", "colleagues")
                            : "");
}

}  // namespace

std::string together_words(const JointTotal& together) {
  const auto done = std::to_string(together.bumps);
  return together.goal ? "Together: " + done + " of " + std::to_string(*together.goal) : "Together: " + done;
}

std::string progress_words(const Board& board) {
  const auto& together = board.together;
  std::vector<std::string> said;
  if (together.year_before)
    said.push_back(comparison_words(together.bumps, *together.year_before, board.period));
  if (together.goal) {
    const int left = *together.goal - together.bumps;
    auto words = count_words(left, "to go", "to go");
    words[0] = static_cast<char>(words[0] >= 'a' ? words[0] - 'a' + 'A' : words[0]);
    said.push_back(left > 0 ? words : "The goal is reached");
  }
  return said.empty() ? "" : join(said, ". ") + ".";
}

Html marked_list(const std::vector<std::string>& parts) {
  Writer out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out.text(i + 1 == parts.size() ? " and " : ", ");
    out.put<"<b>{}</b>">(parts[i]);
  }
  return std::move(out).finish();
}

Html story_words(const BoardStory& story) {
  if (!story.title.empty()) return html::render<"{}">(story.title);
  return html::render<"{} became {}.">(story.began, marked_list(story.became));
}

Html board_view(const ui::Visit& visit, const Directory& directory, const BoardPage& page) {
  Writer out;
  put_head(out, page);
  put_together(out, page.board);
  out.put<R"(<div class="cols board-cols">)">();
  put_people(out, page, visit, directory);
  put_story(out, page.board, directory);
  out.put<"</div>">();
  return std::move(out).finish();
}

Html help_view(const ui::Visit& visit, const Directory& directory, const HelpPage& page) {
  const bool is_own = page.helper == visit.scope.viewer.staff;
  const auto name = is_own ? std::string("You") : std::string(directory.staff.full_name(page.helper));
  Writer out;
  out.put<
      R"(<p class="crumbs"><a href="/bumps">Bumps</a> / <a href="{}">{} board</a></p><h1>{}: helped others on</h1>)"
      R"(<p class="soft lead">{} so far.</p><section class="card gap-t2" aria-label="Steps"><ul class="list">)">(
      Url(address_of(page.board.period.span, whose_of(page.board))), page.board.period.name, name,
      page.board.period.name);
  for (const auto& step : page.steps) put_step(out, directory, step, visit.scope.today);
  out.put<"</ul>">();
  if (page.steps.empty()) out.add(ui::empty_state("Nothing yet. It begins with passing something on."));
  out.put<R"(<p class="small soft gap-t">{}</p></section>)">(helpfulness_words);
  return std::move(out).finish();
}

}  // namespace rapport::bumps
