// A date as tests write it.
#pragma once

#include <string_view>

#include "base/date.hpp"

namespace rapport::test {

/// `iso` as in "2026-11-12"; throws where there is no such day.
inline Date day(std::string_view iso) {
  return Date::parse_iso(iso).value();
}

}  // namespace rapport::test
