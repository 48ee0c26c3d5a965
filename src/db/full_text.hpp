// The full-text index of both engines behind one helper: documents of plain words, found newest number first.
// Folding and word endings are the caller's: both engines compare the words as they are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "db/connection.hpp"

namespace rapport::db {

/// `words`: letters and digits of any script parted by blanks. `number` orders the documents.
void put_document(Writer& writer, Id<Institution> institution, std::int64_t number, std::string_view words);
/// `words` must be what was put: the index keeps no copy (SQLite).
void remove_document(Writer& writer, Id<Institution> institution, std::int64_t number,
                     std::string_view words);

/// One thing to be found: any of `forms` as a whole word, or `beginning` (where not empty) as the start of
/// one.
struct Term {
  std::vector<std::string> forms;
  std::string beginning;
};
/// The numbers of at most `limit` documents that have every term, highest first, below `before`.
[[nodiscard]] std::vector<std::int64_t> find_documents(Reader& reader, Id<Institution> institution,
                                                       const std::vector<Term>& terms, std::int64_t before,
                                                       int limit);

}  // namespace rapport::db
