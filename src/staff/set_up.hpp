// The first start: an empty database, one link, the first administrator. Nothing of it can be done a second
// time.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "scope/scope.hpp"
#include "staff/password.hpp"
#include "staff/staff_member.hpp"

namespace rapport::staff {

/// The institution that a database belongs to.
struct InstitutionEntry {
  Id<Institution> id;
  std::string name;
  std::string zone;  ///< for example Europe/London
};
[[nodiscard]] std::optional<InstitutionEntry> find_institution(db::Reader& reader);
/// The institution there is; in an empty database one is made that set-up gives its name.
[[nodiscard]] InstitutionEntry open_institution(db::Database& database, Instant now);

/// True until some administrator can sign in.
[[nodiscard]] bool needs_set_up(db::Reader& reader, Id<Institution> institution);
/// The token of a link `/welcome/TOKEN` that is good until it is used; links made before die. Nothing where
/// there is an administrator who can sign in.
[[nodiscard]] std::optional<std::string> make_set_up_link(Scope& scope);
/// NotFound where the link was used or never was.
[[nodiscard]] Result<Done> find_set_up_link(Scope& scope, std::string_view token);

struct SetUpDraft {
  std::string institution_name;
  std::string zone;
  StaffDraft administrator;  ///< the role is set
  std::string password;
};
/// Names the institution and adds its first administrator. Counts as a change of the directories, so that
/// whoever keeps the institution's name or zone reads them again. Invalid on institution_name, zone, password
/// and the fields of StaffDraft.
[[nodiscard]] Result<Id<Staff>> set_up(Scope& scope, PasswordHasher& hasher, std::string_view token,
                                       const SetUpDraft& draft);

}  // namespace rapport::staff
