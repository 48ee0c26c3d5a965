// Who looks after which department, since when and until when. A department has one lead at a time; every
// change keeps its reason.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.hpp"
#include "organisation/org_directory.hpp"
#include "scope/scope.hpp"

namespace rapport {
struct Portfolio;        // the tag of its id
struct PortfolioChange;  // likewise
struct HandOver;         // relationships/ fills it
}  // namespace rapport

namespace rapport::staff {

enum class PortfolioPart { lead, second, cover };
[[nodiscard]] std::string_view code(PortfolioPart part);
[[nodiscard]] std::string_view words(PortfolioPart part);  ///< "Leads", "Seconds", "Covers"
[[nodiscard]] std::optional<PortfolioPart> portfolio_part_of(std::string_view code);

struct PortfolioEntry {
  Id<Portfolio> id;
  Id<OrgUnit> unit;
  Id<Staff> staff;
  PortfolioPart part = PortfolioPart::lead;
  Date valid_from;
  std::optional<Date> valid_to;  ///< the last day; nothing while it goes on

  [[nodiscard]] bool holds_on(Date day) const { return valid_from <= day && (!valid_to || day <= *valid_to); }
  [[nodiscard]] bool is_over(Date day) const { return valid_to && *valid_to < day; }
};

/// What happened to an entry, and why.
enum class PortfolioAction { taken_on, ended, never_began, put_back };
[[nodiscard]] std::string_view code(PortfolioAction action);
struct PortfolioChangeRow {
  Id<PortfolioChange> id = {};
  PortfolioEntry entry = {};  ///< as it was afterwards
  PortfolioAction action = PortfolioAction::taken_on;
  std::optional<Date> ended_before = {};
  std::string reason = {};
  std::optional<Id<HandOver>> hand_over = {};
  Id<Staff> made_by = {};
  Instant made_at = {};
};

inline constexpr std::size_t portfolio_reason_characters_max = 300;

struct PortfolioDraft {
  Id<OrgUnit> unit = {};
  Id<Staff> staff = {};
  PortfolioPart part = PortfolioPart::lead;
  Date from = {};
  std::optional<Date> to = {};  ///< the last day
  std::string reason = {};
  std::optional<std::int64_t> seen = {};  ///< last_change of the unit on the page that was filled in
};
/// From that day on. Whoever led until then does so to the day before; who would only have begun to lead in
/// that time never does. Team leaders and administrators may: Forbidden otherwise. Invalid on "unit"
/// (unknown, closed), "staff" (unknown, closed account, a director, looks after it in that part already),
/// "to" (before it begins), "reason" (none, too long). Conflict where the unit's keepers were changed since
/// `seen`.
[[nodiscard]] Result<Id<Portfolio>> look_after(Scope& scope, const OrgDirectory& units,
                                               const PortfolioDraft& draft);

/// A department that was ticked, and its last_change on the page that was filled in.
struct SeenUnit {
  Id<OrgUnit> id = {};
  std::optional<std::int64_t> seen = {};
};
/// The same in each of these departments, by `look_after`: all or none. The draft's own unit and `seen` are
/// left aside. Invalid on "units" where none is ticked, and as `look_after`; what only one department refuses
/// names it, on "unit-12", or on no field where it is unknown or closed. Conflict where nothing else is
/// wrong than that keepers were changed since.
[[nodiscard]] Result<Done> look_after_several(Scope& scope, const OrgDirectory& units,
                                              const PortfolioDraft& draft, std::span<const SeenUnit> ticked);

[[nodiscard]] Refusal nothing_ticked();  ///< on "units"

struct PortfolioEnding {
  Date on = {};  ///< the last day
  std::string reason = {};
  std::optional<std::int64_t> seen = {};
};
/// Ends it, or ends it sooner. Invalid on "valid_to" where that is before it began, and on
/// "reason"; NotFound where it has ended already. Conflict and Forbidden as `look_after`.
[[nodiscard]] Result<Done> end_portfolio(Scope& scope, Id<Portfolio> id, const PortfolioEnding& ending);
/// What has not begun is taken away. Conflict where it has begun. Otherwise as `end_portfolio`.
[[nodiscard]] Result<Done> call_off(Scope& scope, Id<Portfolio> id, const PortfolioEnding& ending);

/// The parts of one colleague in some departments, passed on to another: for good, or covered until a day.
struct PassOn {
  Id<HandOver> hand_over = {};
  Id<Staff> from = {};
  Id<Staff> to = {};
  Date from_on = {};
  std::optional<Date> until = {};       ///< cover to that day; nothing for good
  std::vector<Id<OrgUnit>> units = {};  ///< of which `from` has a part on or after `from_on`
  std::string reason = {};
};
/// For good: each part ends on the day before and becomes the other's, who gives up a lesser one of the same
/// department; a part that the other has already is not doubled. For a while: the other covers where they
/// have no part. Refusals as `look_after`. To be called inside the transaction of the hand-over.
[[nodiscard]] Result<Done> pass_on(Scope& scope, const OrgDirectory& units, const PassOn& wanted);
/// Undoes what a hand-over did to portfolios, last first. Conflict where one of them was changed since.
[[nodiscard]] Result<Done> put_back(Scope& scope, Id<HandOver> hand_over, std::string_view reason);

/// Today's and those that begin later, by department. At most 500.
[[nodiscard]] std::vector<PortfolioEntry> portfolio_of(Scope& scope, Id<Staff> staff);
/// Everybody who ever looked after the unit, the latest first. At most 200.
[[nodiscard]] std::vector<PortfolioEntry> keepers_of(Scope& scope, Id<OrgUnit> unit);
/// What holds today or will, of all units: by unit, part and day. At most 20,000.
[[nodiscard]] std::vector<PortfolioEntry> all_portfolios(Scope& scope);
/// Why, the latest first. At most 200.
[[nodiscard]] std::vector<PortfolioChangeRow> changes_of(Scope& scope, Id<OrgUnit> unit);
[[nodiscard]] std::vector<PortfolioChangeRow> changes_of(Scope& scope, Id<HandOver> hand_over);
/// The number of the last change of a unit's keepers; 0 where there was none.
[[nodiscard]] std::int64_t last_change(Scope& scope, Id<OrgUnit> unit);
/// The same of every unit whose keepers were ever changed.
[[nodiscard]] std::unordered_map<Id<OrgUnit>, std::int64_t> last_changes(Scope& scope);
[[nodiscard]] bool may_change_portfolios(const Viewer& viewer);

/// From the end of one lead to the beginning of the next, up to `today`; both days belong to it.
struct LeadGap {
  Date from = {};
  std::optional<Date> to = {};  ///< nothing while nobody leads

  friend bool operator==(const LeadGap&, const LeadGap&) = default;
};
/// Days on which nobody led between two leads, after the last one, or before the first that is to come.
/// Latest first.
[[nodiscard]] std::vector<LeadGap> lead_gaps(std::span<const PortfolioEntry> keepers, Date today);

}  // namespace rapport::staff
