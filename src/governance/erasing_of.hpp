// Gathers what is to be forgotten of a person. For this folder alone.
#pragma once

#include <vector>

#include "governance/erasure.hpp"
#include "governance/erasure_store.hpp"
#include "scope/erasing.hpp"

namespace rapport::erasures {

struct ErasingBy {
  Id<Institution> institution = {};
  SharedWords shared_words = SharedWords::stay;
  Id<Staff> by = {};
  Instant at = {};
  Date today = {};
};
[[nodiscard]] Erasing erasing_of(db::Reader& reader, const std::vector<erasure_store::Record>& records,
                                 const ErasingBy& by);

/// Every form by which they are named in texts, and those of them that somebody else has too: these are in no
/// `ErasedNames`.
struct NameForms {
  std::vector<std::string> own = {};
  std::vector<std::string> of_others_too = {};
};
[[nodiscard]] NameForms name_forms(db::Reader& reader, Id<Institution> institution,
                                   const std::vector<erasure_store::Record>& records);

}  // namespace rapport::erasures
