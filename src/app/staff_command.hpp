// `rapport staff`: for whoever is locked out. Makes a one-time link by which somebody sets a password.
#pragma once

#include <string_view>

#include "base/config.hpp"

namespace rapport::app {

/// Prints the link. Throws where nobody has that username.
void print_password_link(const Config& config, std::string_view username);

}  // namespace rapport::app
