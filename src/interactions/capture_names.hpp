// Who is meant by an @ in a capture line. Knows names only; who is nearer is asked elsewhere.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "interactions/capture.hpp"
#include "interactions/capture_words.hpp"

namespace rapport::capture {

/// A name read from the first `words` words. It ends at byte `end` of the line, a possessive 's included.
struct NameRead {
  std::size_t words = 0;
  std::size_t end = 0;
  CaptureName name = {};  ///< offers in name order, people before colleagues
};

/// Reads the names of one line and remembers what it looked up.
class NameReader {
 public:
  /// Both must outlive the reader.
  NameReader(const Directory& directory, const CaptureCorrections& corrections)
      : directory_(directory), corrections_(corrections) {}

  /// `words[0]` has the sign @. Nothing where no letter follows, or after a hundred names. A name takes as
  /// many capitalised words as still match somebody; words in small letters where it began so or where
  /// several people are left; titles do not count. A first name alone that a strange surname follows is not
  /// certain.
  [[nodiscard]] std::optional<NameRead> read(std::span<const Word> words);

 private:
  struct Piece;
  struct Query;
  struct Widest;
  struct Found {
    std::vector<CaptureOffer> offers;
    bool has_left = false;  ///< nobody here is called so, but somebody who has left
  };
  enum class Among { people, colleagues };

  [[nodiscard]] static std::vector<Piece> pieces_of(std::span<const Word> words);
  [[nodiscard]] std::optional<NameRead> chosen(std::span<const Piece> pieces) const;
  [[nodiscard]] Widest widest(Among among, std::span<const Piece> pieces);
  [[nodiscard]] Widest begun(std::span<const Piece> pieces, std::size_t count, Query query);
  [[nodiscard]] const Found& find(Among among, const Query& query);
  [[nodiscard]] Found find_people(const Query& query) const;
  [[nodiscard]] Found find_colleagues(const Query& query);
  [[nodiscard]] bool is_name_like(const Piece& piece) const;
  [[nodiscard]] std::size_t length_if_new(std::span<const Piece> pieces, std::size_t from) const;
  void settle(NameRead& read, const Widest& best, std::span<const Piece> pieces) const;
  [[nodiscard]] std::optional<CaptureOffer> only_namesake(const Widest& best) const;

  const Directory& directory_;
  const CaptureCorrections& corrections_;
  std::map<std::string, Found> found_;
  std::vector<std::vector<std::string>> colleague_words_;
  int names_read_ = 0;
};

}  // namespace rapport::capture
