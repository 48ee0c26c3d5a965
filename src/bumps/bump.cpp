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

std::vector<Id<Staff>> who_may_agree(const Interaction& later, Id<Staff> proposer,
                                     const StaffDirectory& staff) {
  std::vector<Id<Staff>> may;
  std::ranges::copy_if(later.staff, std::back_inserter(may), [&](Id<Staff> who) {
    const auto* member = staff.find(who);
    return who != proposer && member != nullptr && member->is_active && member->role != Role::director;
  });
  return may;
}

bool needs_acceptance(const Interaction& earlier, const Interaction& later, Id<Staff> proposer,
                      const StaffDirectory& staff) {
  return !are_same_staff(earlier, later) && !who_may_agree(later, proposer, staff).empty();
}

}  // namespace rapport
