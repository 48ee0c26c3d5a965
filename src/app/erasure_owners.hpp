// Every chapter that keeps something about people, for an erasure: who adds a table about people adds it
// here.
#pragma once

#include <span>

#include "bumps/forget_store.hpp"
#include "exchange/forget_store.hpp"
#include "governance/erasures.hpp"
#include "headlines/forget_store.hpp"
#include "interactions/forget_store.hpp"
#include "people/forget_store.hpp"
#include "plans/forget_store.hpp"
#include "relationships/forget_store.hpp"
#include "staff/forget_store.hpp"

namespace rapport::app {

inline constexpr erasures::Forget erasure_owners[] = {
    staff::forget,         people::forget,       interactions::forget, bumps::forget,
    relationships::forget, action_plans::forget, headlines::forget,    exchange::forget};

}  // namespace rapport::app
