// The capture line's form, its preview and what comes back after saving. Finished values in, markup out.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "html/html.hpp"
#include "interactions/capture.hpp"
#include "interactions/capture_led_on.hpp"
#include "ui/visit.hpp"

namespace rapport {

/// A line as it was read, with what the user has said about it.
struct CaptureShown {
  CaptureReading reading;
  CaptureCorrections corrections = {};
  Date today = {};                                       ///< the day that the line was written
  bool is_refused = false;                               ///< saving was tried and there was nothing to save
  std::vector<interactions::FoundEarlier> earlier = {};  ///< what each `^` was taken for
};

/// How the line was understood: `[data-mirror]` with the tinted line, the corrections so far as hidden
/// fields, and each reading as a button that turns it back. Nothing but the mirror for an empty line.
[[nodiscard]] html::Html capture_preview(const Directory& directory, const CaptureShown& shown);

/// The form with its preview; `shows_preview` where it stands without script or with a line already.
[[nodiscard]] html::Html capture_form(const ui::Visit& visit, const Directory& directory,
                                      const CaptureShown& shown);

/// The line alone, the same for everybody: for the page that opens without a network. Script keeps what is
/// written in it on the device.
[[nodiscard]] html::Html capture_form_without_network();

/// Names that are not certain, each with who may be meant: buttons `chosen` sent to `action`.
[[nodiscard]] html::Html name_offers(const Directory& directory, const std::vector<CaptureName>& names,
                                     std::string_view action);

/// What is known besides of somebody who was spoken to: the payback on the same screen.
struct CapturePayback {
  const PersonEntry* person = nullptr;
  std::vector<Interaction> last = {};  ///< three conversations before this one
  std::vector<Promise> promises = {};  ///< open, on both sides
  std::optional<Interaction> of_colleague =
      {};  ///< the latest of the last fortnight in which the viewer was not
};

struct CaptureSaved {
  std::optional<Interaction> interaction = {};  ///< nothing for a promise alone
  std::vector<Promise> promises = {};
  std::optional<int> typed_seconds = {};
  std::vector<CaptureName> to_sort_out = {};  ///< names that are still not certain
  html::Html bumps = {};                      ///< what it led on from, as the chapter of bumps draws it
  std::vector<CapturePayback> payback = {};
};
[[nodiscard]] html::Html capture_saved(const ui::Visit& visit, const Directory& directory,
                                       const CaptureSaved& saved);

/// "Logged in 6 seconds. Reminder set for Friday."
[[nodiscard]] std::string saved_words(const std::vector<Promise>& promises, std::optional<int> typed_seconds,
                                      Date today);
/// "Tom wrote to her yesterday."
[[nodiscard]] std::string colleague_words(const Interaction& interaction, const PersonEntry& person,
                                          const Directory& directory, Date today);

}  // namespace rapport
