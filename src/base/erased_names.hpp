// Takes the names of an erased person out of texts that are about something else.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport {

/// What stands where a name was.
inline constexpr std::string_view name_erased = "[name erased]";

/// Names, mail addresses and the like by their folded words: "Siân Probert" is found in "Sian Probert’s
/// desk".
class ErasedNames {
 public:
  ErasedNames() = default;
  /// Those of one word only are left out: "May" is a month too.
  explicit ErasedNames(const std::vector<std::string>& names);

  [[nodiscard]] bool empty() const { return names_.empty(); }
  /// `text` with `name_erased` in place of each; nothing where none stands in it.
  [[nodiscard]] std::optional<std::string> taken_out_of(std::string_view text) const;
  /// As `taken_out_of`, and each word of a name by itself goes too: for texts that are lists of names.
  [[nodiscard]] std::optional<std::string> words_taken_out_of(std::string_view text) const;
  /// For `lower(column) like`: each text in which a name stands fits one of them, and others may.
  [[nodiscard]] const std::vector<std::string>& patterns() const { return patterns_; }

 private:
  using Words = std::vector<std::string>;
  template <class LengthAt>
  [[nodiscard]] static std::optional<std::string> replaced(std::string_view text, LengthAt&& length_at);

  std::vector<Words> names_;  ///< the longest first
  Words words_;               ///< of people's names
  std::vector<std::string> patterns_;
};

}  // namespace rapport
