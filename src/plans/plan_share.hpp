// What a department reads and answers by a link, without an account: its plan, and nothing that is the
// library's alone. Plain data and its rules; no SQL, no HTTP, no clock.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"
#include "plans/action_plan.hpp"

namespace rapport {

struct PlanAnswer;
struct PlanLink;

/// A link as colleagues see it; the token itself is kept nowhere.
struct PlanLinkEntry {
  Id<PlanLink> id = {};
  Id<ActionPlan> plan = {};
  std::string label = {};  ///< for whom
  Id<Staff> made_by = {};
  Instant made_at = {};
  Instant expires_at = {};
  std::optional<Instant> revoked_at = {};

  [[nodiscard]] bool works(Instant now) const { return !revoked_at && now < expires_at; }
};

struct LinkDraft {
  std::string label = {};
  std::optional<Date> until = {};  ///< the last day on which it works
};
inline constexpr int link_days_max = 366;
/// For whom, and a day within a year. Field names: label, until.
[[nodiscard]] std::vector<Fault> faults_of(const LinkDraft& draft, Date today);

/// What somebody of the department says: that they agree, or a comment.
struct AnswerDraft {
  bool is_agreed = false;
  std::string name = {};
  std::string words = {};
};
inline constexpr std::size_t answer_characters_max = 4'000;
inline constexpr std::size_t answer_name_characters_max = 120;
inline constexpr std::size_t answers_max = 200;  ///< of one plan
[[nodiscard]] AnswerDraft tidied(AnswerDraft draft);
/// A name; a comment has words, at most 4,000 characters. Field names: name, words.
[[nodiscard]] std::vector<Fault> faults_of(const AnswerDraft& draft);

struct PlanAnswerEntry {
  Id<PlanAnswer> id = {};
  Id<ActionPlan> plan = {};
  bool is_agreed = false;
  std::string name = {};   ///< as they wrote it
  std::string words = {};  ///< plain text
  Instant made_at = {};
  std::optional<Id<Staff>> seen_by = {};
};

}  // namespace rapport
