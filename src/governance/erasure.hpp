// A request to erase a person: plain data and its rules; no SQL, no HTTP, no clock.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"
#include "scope/scope.hpp"

namespace rapport {

struct Erasure;
struct Person;

/// Who wants it.
enum class AskedBy { person, representative, library };
/// Why it may be asked for: Article 17(1) of the (UK) GDPR, (a) to (e); `withdrawn` is consent.
enum class ErasureGround { not_needed, withdrawn, objected, unlawful, law };
enum class ErasureState { asked, confirmed, refused, withdrawn };
/// Conversations with others too: their words stay, to be read by somebody, or go.
enum class SharedWords { stay, go };

[[nodiscard]] std::string_view code(AskedBy by);
[[nodiscard]] std::string_view code(ErasureGround ground);
[[nodiscard]] std::string_view code(ErasureState state);
[[nodiscard]] std::string_view words(AskedBy by);            ///< "They asked themselves"
[[nodiscard]] std::string_view words(ErasureGround ground);  ///< "We have no need of it any more"
[[nodiscard]] std::string_view words(ErasureState state);    ///< "Waits for a second person"
[[nodiscard]] std::optional<AskedBy> asked_by_of(std::string_view code);
[[nodiscard]] std::optional<ErasureGround> erasure_ground_of(std::string_view code);
[[nodiscard]] std::optional<ErasureState> erasure_state_of(std::string_view code);
inline constexpr AskedBy all_asked_by[] = {AskedBy::person, AskedBy::representative, AskedBy::library};
inline constexpr ErasureGround all_erasure_grounds[] = {ErasureGround::not_needed, ErasureGround::withdrawn,
                                                        ErasureGround::objected, ErasureGround::unlawful,
                                                        ErasureGround::law};

/// What somebody asks for.
struct ErasureDraft {
  std::optional<AskedBy> asked_by = {};
  std::optional<ErasureGround> ground = {};
  std::string reason = {};  ///< in words; deleted with the person
  SharedWords shared_words = SharedWords::stay;
  std::optional<Date> due_on = {};
};

struct Erasure {
  Id<Erasure> id = {};
  Id<Person> person = {};
  AskedBy asked_by = AskedBy::person;
  ErasureGround ground = ErasureGround::not_needed;
  std::string reason = {};
  SharedWords shared_words = SharedWords::stay;
  Date due_on = {};
  Id<Staff> requested_by = {};
  Instant requested_at = {};
  ErasureState state = ErasureState::asked;
  std::optional<Id<Staff>> settled_by = {};
  std::optional<Instant> settled_at = {};
  std::string settled_because = {};
  std::optional<Instant> purged_at = {};  ///< since when no byte of it is in the database's file
  int version = 1;

  [[nodiscard]] bool is_open() const { return state == ErasureState::asked; }
};

inline constexpr std::size_t erasure_reason_characters_max = 1'000;
/// The law gives a month.
[[nodiscard]] Date erasure_due(Date asked_on);
/// Who asks, a ground, a day that has not passed and lies within a year. Field names: asked_by, ground,
/// reason, due_on.
[[nodiscard]] std::vector<Fault> faults_of(const ErasureDraft& draft, Date today);

/// Leaders and administrators ask and confirm.
[[nodiscard]] bool may_erase(const Viewer& viewer);

/// One erasure as it is kept outside the database and done again in a restored copy: numbers and days, no
/// name.
struct KeptErasure {
  AskedBy asked_by = AskedBy::person;
  ErasureGround ground = ErasureGround::not_needed;
  SharedWords shared_words = SharedWords::stay;
  Date due_on = {};
  Id<Staff> requested_by = {};
  Instant requested_at = {};
  Id<Staff> confirmed_by = {};
  Instant confirmed_at = {};
  /// A record of the person and when it was added: a later one of the same number is somebody else.
  struct Record {
    Id<Person> person = {};
    Instant recorded_at = {};
    friend bool operator==(const Record&, const Record&) = default;
  };
  std::vector<Record> records = {};

  friend bool operator==(const KeptErasure&, const KeptErasure&) = default;
};
/// One line each, and back; what cannot be read is told by its line, counted from 1.
[[nodiscard]] std::string write_erasures(const std::vector<KeptErasure>& erasures);
[[nodiscard]] Result<std::vector<KeptErasure>> read_erasures(std::string_view text);

}  // namespace rapport
