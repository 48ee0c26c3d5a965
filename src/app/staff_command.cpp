// Makes a one-time link from the command line.
#include "app/staff_command.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <stdexcept>

#include "app/installation.hpp"
#include "base/text.hpp"
#include "staff/password_change.hpp"
#include "staff/staff.hpp"

namespace rapport::app {

void print_password_link(const Config& config, std::string_view username) {
  const auto database = open_migrated(config);
  CommandScope command(*database, system_now());
  const auto everybody = staff::all(command.scope());
  if (!everybody) throw std::runtime_error(everybody.refusal().message);
  const auto found = std::ranges::find(*everybody, fold(username), &staff::StaffMember::username);
  if (found == everybody->end())
    throw std::runtime_error("Nobody has the username " + std::string(username) + ".");
  const auto link = staff::make_password_link(command.scope(), found->id);
  if (!link) throw std::runtime_error(link.refusal().message);
  fmt::print("A link for {}, good once and until {}:\n  {}/password/{}\n", link->full_name,
             link->expires_at.iso(), config.base_url(), link->token);
}

}  // namespace rapport::app
