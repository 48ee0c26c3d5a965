// Tables of kinds and seasons.
#include "shapes.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace rapport::demo {
namespace {

struct Shape {
  std::string_view kind;
  int shortest;  ///< minutes; 0 where nobody counts
  int longest;
  int step;
  int time_percent;  ///< how often the hour is kept
  int fewest;        ///< attendees; 0 where nobody counts
  int most;
};
constexpr Shape shapes[] = {
    {"meeting", 20, 60, 10, 80, 0, 0},
    {"online", 20, 60, 10, 85, 0, 0},
    {"corridor", 2, 15, 1, 0, 0, 0},
    {"call", 4, 25, 1, 25, 0, 0},
    {"email", 0, 0, 1, 0, 0, 0},
    {"consultation", 30, 90, 15, 70, 0, 0},
    {"teaching", 45, 120, 15, 95, 9, 140},
    {"induction", 20, 60, 10, 90, 18, 220},
    {"embedded", 60, 120, 30, 60, 20, 160},
    {"committee", 45, 120, 15, 90, 0, 0},
    {"event", 60, 180, 30, 80, 8, 70},
    {"deposit", 0, 0, 1, 0, 0, 0},
};

constexpr std::string_view rooms[] = {"Harbour 1.07",   "Harbour 2.31", "Lime 204",      "Lime 118",
                                      "Kelp 3",         "Seminar Barn", "Ropewalk 0.12", "Ropewalk 1.40",
                                      "Signal House 5", "Lower Hall",   "Weir 2.02",     "Weir 3.19",
                                      "Long Room",      "Foundry 6"};
constexpr std::string_view informal_places[] = {"Quay café",
                                                "outside Harbour 1.07",
                                                "library foyer",
                                                "Weir staircase",
                                                "Lime kitchen",
                                                "new-book shelf",
                                                "Ropewalk courtyard",
                                                "",
                                                ""};

const Shape& shape_of(std::string_view kind) {
  return *std::ranges::find(shapes, kind, &Shape::kind);
}

std::string_view place_for(std::string_view kind, Dice& dice) {
  if (kind == "email" || kind == "call" || kind == "deposit") return {};
  if (kind == "online") return dice.percent(60) ? "Teams" : "";
  if (kind == "corridor") return dice.pick(informal_places);
  return dice.percent(72) ? dice.pick(rooms) : std::string_view();
}

double spring_or_not(unsigned month) {
  return month >= 1 && month <= 5 ? 2 : 0.4;
}
double summer_or_not(unsigned month) {
  return month >= 5 && month <= 8 ? 2 : 0.6;
}

// In the order of Season: closed, summer, welcome, early_term, november_round, term, exams, marking,
// vacation.
constexpr std::array<double, 9> start_of_year{0, 0.5, 6, 2.2, 0.3, 0.15, 0.15, 1.2, 0.6};
constexpr std::array<double, 9> before_term{0, 3, 1.2, 1, 0.7, 0.7, 1, 1.6, 2};
constexpr std::array<double, 9> in_term{0, 0.08, 0.5, 1.6, 1.2, 1.2, 0.3, 0.3, 0.15};
constexpr std::array<double, 9> in_november{0, 0.02, 0.02, 0.5, 9, 0.15, 0.05, 0.02, 0.1};

}  // namespace

void give_shape(CastConversation& made, Dice& dice) {
  const auto& shape = shape_of(made.kind);
  if (shape.shortest > 0 && dice.percent(90))
    made.duration_minutes =
        shape.shortest + shape.step * dice.between(0, (shape.longest - shape.shortest) / shape.step);
  if (dice.percent(shape.time_percent)) {
    made.minute = 9 * 60 + 15 * dice.between(0, 30);
    made.precision = "time";
  }
  if (shape.most > 0)
    made.attendees = std::min(dice.between(shape.fewest, shape.most), dice.between(shape.fewest, shape.most));
  made.place = place_for(made.kind, dice);
}

double season_factor(Rhythm rhythm, Season season, unsigned month) {
  const auto at = static_cast<std::size_t>(season);
  switch (rhythm) {
    case Rhythm::steady:
      return 1;
    case Rhythm::start_of_year:
      return start_of_year[at];
    case Rhythm::before_term:
      return before_term[at];
    case Rhythm::term:
      return in_term[at];
    case Rhythm::spring:
      return spring_or_not(month);
    case Rhythm::summer:
      return summer_or_not(month);
    case Rhythm::november:
      return in_november[at];
  }
  return 1;
}

bool is_written_sometimes(const Theme& theme) {
  return std::ranges::any_of(theme.kinds, [](const KindShare& share) { return share.kind == "email"; });
}

std::string_view kind_of(const Theme& theme, bool is_weekend, Dice& dice) {
  if (is_weekend) return "email";
  int whole = 0;
  for (const auto& share : theme.kinds) whole += share.share;
  int thrown = dice.between(0, whole - 1);
  for (const auto& share : theme.kinds) {
    thrown -= share.share;
    if (thrown < 0) return share.kind;
  }
  return theme.kinds.front().kind;
}

Length length_of(std::string_view kind, Dice& dice) {
  if (kind == "corridor" || kind == "call") return dice.percent(55) ? Length::line : Length::short_note;
  if (kind == "email") return dice.percent(35) ? Length::line : Length::short_note;
  return dice.percent(60) ? Length::long_note : Length::short_note;
}

}  // namespace rapport::demo
