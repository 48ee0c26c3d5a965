// The rules of a bump, and its codes.
#include "bumps/bump.hpp"

#include <algorithm>
#include <array>

namespace rapport {
namespace {

constexpr std::array<std::string_view, 4> states{"proposed", "accepted", "declined", "removed"};
constexpr std::array<std::string_view, 4> sources{"line", "page", "suggestion", "demo"};
constexpr std::array<std::string_view, 4> origins{"introduction", "event", "newsletter", "referral"};
constexpr std::array<std::string_view, 4> origin_words{"An introduction", "An event", "A newsletter",
                                                       "A referral"};

template <class E>
std::optional<E> find_code(const std::array<std::string_view, 4>& codes, std::string_view code) {
  const auto found = std::ranges::find(codes, code);
  if (found == codes.end()) return std::nullopt;
  return static_cast<E>(found - codes.begin());
}

bool are_same_staff(const Interaction& a, const Interaction& b) {
  return std::ranges::is_permutation(a.staff, b.staff);
}

}  // namespace

std::string_view code(BumpState state) {
  return states[static_cast<std::size_t>(state)];
}
std::string_view code(BumpSource source) {
  return sources[static_cast<std::size_t>(source)];
}
std::string_view code(OriginKind kind) {
  return origins[static_cast<std::size_t>(kind)];
}
std::string_view words(OriginKind kind) {
  return origin_words[static_cast<std::size_t>(kind)];
}
std::optional<BumpState> bump_state_of(std::string_view code) {
  return find_code<BumpState>(states, code);
}
std::optional<BumpSource> bump_source_of(std::string_view code) {
  return find_code<BumpSource>(sources, code);
}
std::optional<OriginKind> origin_kind_of(std::string_view code) {
  return find_code<OriginKind>(origins, code);
}

bool may_settle(const Interaction& later, Id<Staff> proposer, Id<Staff> who) {
  return who != proposer && std::ranges::count(later.staff, who) > 0;
}

bool needs_acceptance(const Interaction& earlier, const Interaction& later, Id<Staff> proposer) {
  if (are_same_staff(earlier, later)) return false;
  return std::ranges::any_of(later.staff, [&](Id<Staff> who) { return may_settle(later, proposer, who); });
}

}  // namespace rapport
