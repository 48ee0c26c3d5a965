// Suppression over a tree of totals. A suppressed cell is safe where its number could be one more or one less
// and other suppressed cells make up for it in each sum that it stands in.
#include "measures/suppression.hpp"

#include <algorithm>

namespace rapport {
namespace {

enum class Part { numerator, denominator };

class Suppression {
 public:
  explicit Suppression(std::span<const SuppressionCell> cells)
      : cells_(cells), is_hidden_(cells.size()), parts_(cells.size()) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      is_hidden_[i] = cells[i].is_small;
      if (cells[i].above) parts_[*cells[i].above].push_back(i);
    }
  }

  std::vector<bool> settle() {
    while (const auto exposed = find_exposed())
      if (!hide_beside(*exposed)) break;
    return is_hidden_;
  }

 private:
  [[nodiscard]] std::optional<std::size_t> find_exposed() const {
    for (std::size_t i = 0; i < cells_.size(); ++i)
      if (is_hidden_[i] && (is_exposed(i, Part::numerator) || is_exposed(i, Part::denominator))) return i;
    return std::nullopt;
  }

  [[nodiscard]] std::int64_t number(std::size_t cell, Part part) const {
    if (part == Part::numerator) return cells_[cell].numbers.numerator.hundredths;
    return cells_[cell].numbers.denominator.value_or(Amount{}).hundredths;
  }

  [[nodiscard]] bool is_exposed(std::size_t cell, Part part) const {
    if (part == Part::denominator && !cells_[cell].numbers.denominator) return false;
    return !moves(cell, +1, part) && !moves(cell, -1, part);
  }

  /// Whether the cell could be another number, made up for in its total and in its parts.
  [[nodiscard]] bool moves(std::size_t cell, int by, Part part) const {
    return may_be(cell, by, part) && above_makes_up(cell, by, part) && below_makes_up(cell, by, part);
  }
  [[nodiscard]] bool may_be(std::size_t cell, int by, Part part) const {
    return is_hidden_[cell] && (by > 0 || number(cell, part) > 0);
  }
  /// The sum that it is a part of: its total goes along, or a sibling the other way.
  [[nodiscard]] bool above_makes_up(std::size_t cell, int by, Part part) const {
    if (!cells_[cell].above) return true;
    const auto total = *cells_[cell].above;
    if (may_be(total, by, part) && above_makes_up(total, by, part)) return true;
    return std::ranges::any_of(parts_[total], [&](std::size_t sibling) {
      return sibling != cell && may_be(sibling, -by, part) && below_makes_up(sibling, -by, part);
    });
  }
  /// The sum that it is the total of: one of its parts goes along.
  [[nodiscard]] bool below_makes_up(std::size_t cell, int by, Part part) const {
    if (parts_[cell].empty()) return true;
    return std::ranges::any_of(parts_[cell], [&](std::size_t below) {
      return may_be(below, by, part) && below_makes_up(below, by, part);
    });
  }

  /// One more cell in a sum that the exposed one stands in; false where there is none left anywhere.
  bool hide_beside(std::size_t exposed) {
    if (hide_smallest(parts_[exposed])) return true;
    auto total = cells_[exposed].above;
    while (total) {
      if (hide_smallest(parts_[*total])) return true;
      if (!is_hidden_[*total]) return is_hidden_[*total] = true, true;
      total = cells_[*total].above;
    }
    return hide_smallest_of_all();
  }

  bool hide_smallest(const std::vector<std::size_t>& among) {
    std::optional<std::size_t> smallest;
    for (const auto cell : among)
      if (!is_hidden_[cell] && (!smallest || comes_before(cell, *smallest))) smallest = cell;
    if (smallest) is_hidden_[*smallest] = true;
    return smallest.has_value();
  }
  bool hide_smallest_of_all() {
    std::vector<std::size_t> all(cells_.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
    return hide_smallest(all);
  }
  /// One with something in it makes up for more than a nought.
  [[nodiscard]] bool comes_before(std::size_t cell, std::size_t other) const {
    const auto a = number(cell, Part::numerator);
    const auto b = number(other, Part::numerator);
    if ((a > 0) != (b > 0)) return a > 0;
    return a < b;
  }

  std::span<const SuppressionCell> cells_;
  std::vector<bool> is_hidden_;
  std::vector<std::vector<std::size_t>> parts_;
};

}  // namespace

std::vector<bool> suppressed_cells(std::span<const SuppressionCell> cells) {
  return Suppression(cells).settle();
}

}  // namespace rapport
