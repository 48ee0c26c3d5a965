// Links between conversations as other pages show them. Finished values in, markup out.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "bumps/bumps.hpp"
#include "html/html.hpp"
#include "ui/visit.hpp"

namespace rapport {

/// "Corridor chat with Tom Ashworth: Dr Jane Smith, 31 Oct", with a link; a gap where it may not be read or
/// was withdrawn.
[[nodiscard]] html::Html conversation_line(const Directory& directory,
                                           const std::optional<Interaction>& interaction, Date today);

/// The card on a conversation's page: what it led on from, what came of it, where it began; with the forms to
/// link, agree and take away for those who may write.
[[nodiscard]] html::Html links_card(const ui::Visit& visit, const Directory& directory,
                                    const Interaction& interaction, const bumps::Links& links);

/// What a line led on from, said after it was saved; nothing where it led on from nothing.
[[nodiscard]] html::Html links_of_line(const ui::Visit& visit, const Directory& directory,
                                       const bumps::Links& links);

/// "Did this come out of that?": one card of Today with each question, and what was answered just now.
/// Nothing where nobody asks.
[[nodiscard]] html::Html questions_card(const ui::Visit& visit, const Directory& directory,
                                        std::span<const bumps::Asked> asked,
                                        std::span<const bumps::Asked> answered);

/// On which side of a conversation others are looked for.
enum class Side { earlier, later };

/// The page on which an earlier or a later conversation is picked.
struct PickPage {
  const Interaction& interaction;
  Side side = Side::earlier;
  std::string query = {};  ///< the name that was looked for
  std::span<const Interaction> offers = {};
};
[[nodiscard]] html::Html pick_view(const ui::Visit& visit, const Directory& directory, const PickPage& page);

/// The form that names where a conversation began.
struct OriginForm {
  std::string kind = {};
  std::string person = {};
  std::string words = {};
};
[[nodiscard]] html::Html origin_form_view(const ui::Visit& visit, const Interaction& interaction,
                                          const OriginForm& form, const std::vector<Fault>& faults);

}  // namespace rapport
