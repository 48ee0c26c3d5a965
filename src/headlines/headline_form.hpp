// The editor's form as a draft.
#pragma once

#include "headlines/sheet_draft.hpp"
#include "http/form.hpp"

namespace rapport {

/// As typed: not tidied. Fields that are no words of a sheet are passed over.
[[nodiscard]] SheetDraft sheet_draft_in(const http::Form& form);

}  // namespace rapport
