// Repeatable chance: the same seed gives the same throws on every machine and compiler. Not for secrets.
#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace rapport::demo {

/// SplitMix64 (Steele, Lea, Flood 2014). The distributions of <random> differ between libraries; these do
/// not.
class Dice {
 public:
  explicit constexpr Dice(std::uint64_t seed) : state_(seed) {}
  /// Dice of their own for one purpose, so that a throw more in one part leaves the other parts as they were.
  constexpr Dice(std::uint64_t seed, std::string_view purpose) : state_(seed) {
    for (const char c : purpose) state_ = (state_ ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    next();
  }

  constexpr std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15ULL;
    auto mixed = (state_ ^ (state_ >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBULL;
    return mixed ^ (mixed >> 31U);
  }
  /// 0 to `count` - 1; `count` is above 0.
  constexpr std::size_t below(std::size_t count) {
    assert(count > 0);
    return static_cast<std::size_t>(((next() >> 32U) * static_cast<std::uint64_t>(count)) >> 32U);
  }
  /// `least` to `most`, both included.
  constexpr int between(int least, int most) {
    return least + static_cast<int>(below(static_cast<std::size_t>(most - least) + 1));
  }
  /// True this many times in a thousand.
  constexpr bool per_mille(int times) { return between(0, 999) < times; }
  constexpr bool percent(int times) { return per_mille(times * 10); }
  /// 0 up to, not including, 1.
  constexpr double fraction() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }

  template <class Range>
  constexpr const auto& pick(const Range& range) {
    return range[below(std::size(range))];
  }
  /// A place in `running`, whose steps are the weights; the last entry is their sum and above 0.
  std::size_t weighted(std::span<const double> running) {
    const double thrown = fraction() * running.back();
    const auto above = std::upper_bound(running.begin(), running.end(), thrown);
    return std::min(static_cast<std::size_t>(above - running.begin()), running.size() - 1);
  }
  template <class T>
  void shuffle(std::vector<T>& items) {
    for (std::size_t left = items.size(); left > 1; --left) std::swap(items[left - 1], items[below(left)]);
  }

 private:
  std::uint64_t state_;
};

/// 1, 1 + 1/2, 1 + 1/2 + 1/3 …: what `Dice::weighted` takes.
inline std::vector<double> running_sum(std::vector<double> weights) {
  for (std::size_t i = 1; i < weights.size(); ++i) weights[i] += weights[i - 1];
  return weights;
}

}  // namespace rapport::demo
