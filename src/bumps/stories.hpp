// The front door of stories: tell, change, withdraw, list. Permission, transaction and audit live here.
#pragma once

#include <optional>
#include <vector>

#include "base/result.hpp"
#include "bumps/story.hpp"
#include "interactions/directory.hpp"
#include "scope/scope.hpp"

namespace rapport::bumps {

/// Tells the chain of a conversation. Invalid: faults_of, or a step that not everybody in the library may
/// read: a story is for all. NotFound where a step is not the viewer's to read. Forbidden for directors.
[[nodiscard]] Result<Id<Story>> tell(Scope& scope, const Directory& directory, Id<Interaction> interaction,
                                     const StoryDraft& draft);
/// `version` is the one that was being edited: Conflict when somebody was faster. Teller and team leaders.
[[nodiscard]] Result<Done> retell(Scope& scope, const Directory& directory, Id<Story> id, int version,
                                  const StoryDraft& draft);
/// Takes it off every list; `put_back` undoes that.
[[nodiscard]] Result<Done> withdraw_story(Scope& scope, Id<Story> id);
[[nodiscard]] Result<Done> put_back_story(Scope& scope, Id<Story> id);
[[nodiscard]] bool may_change(const Scope& scope, const Story& story);

/// NotFound where there is none. Everybody in the library reads every story.
[[nodiscard]] Result<Story> get_story(Scope& scope, Id<Story> id);

struct StoryQuery {
  std::optional<int> academic_year = {};
  std::optional<Id<OrgUnit>> org_unit = {};
  bool on_board_only = false;
  int limit = 200;
};
/// The newest first, without withdrawn ones.
[[nodiscard]] std::vector<Story> stories(Scope& scope, const StoryQuery& query);
[[nodiscard]] std::vector<Story> stories_with(Scope& scope, Id<Interaction> step);
[[nodiscard]] std::vector<int> story_years(Scope& scope);

}  // namespace rapport::bumps
