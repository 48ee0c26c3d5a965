// FTS5 on SQLite, tsvector on PostgreSQL.
#include "db/full_text.hpp"

namespace rapport::db {
namespace {

/// A term in the engine's query language. Words hold letters and digits only, so quoting them is enough.
std::string query_of(Engine engine, const std::vector<Term>& terms) {
  const bool is_sqlite = engine == Engine::sqlite;
  const char quote = is_sqlite ? '"' : '\'';
  std::string query;
  for (const auto& term : terms) {
    if (!query.empty()) query += is_sqlite ? " AND " : " & ";
    query += '(';
    std::string_view between;
    for (const auto& form : term.forms) {
      query.append(between).append(1, quote).append(form).append(1, quote);
      between = is_sqlite ? " OR " : " | ";
    }
    if (!term.beginning.empty()) {
      query.append(between).append(1, quote).append(term.beginning).append(1, quote);
      query += is_sqlite ? "*" : ":*";
    }
    query += ')';
  }
  return query;
}

}  // namespace

void put_document(Writer& writer, Id<Institution> institution, std::int64_t number, std::string_view words) {
  if (words.empty()) return;
  if (writer.engine() == Engine::sqlite) {
    writer.send("insert into interaction_words (rowid, words) values ($1, $2)", number, words);
  } else {
    writer.send(
        "insert into interaction_words (institution_id, number, words) "
        "values ($1, $2, array_to_tsvector(string_to_array($3, ' ')))",
        institution, number, words);
  }
}

void remove_document(Writer& writer, Id<Institution> institution, std::int64_t number,
                     std::string_view words) {
  if (words.empty()) return;
  if (writer.engine() == Engine::sqlite) {
    writer.execute(
        "insert into interaction_words (interaction_words, rowid, words) values ('delete', $1, $2)", number,
        words);
  } else {
    writer.execute("delete from interaction_words where institution_id = $1 and number = $2", institution,
                   number);
  }
}

std::vector<std::int64_t> find_documents(Reader& reader, Id<Institution> institution,
                                         const std::vector<Term>& terms, std::int64_t before, int limit) {
  if (terms.empty()) return {};
  const auto query = query_of(reader.engine(), terms);
  const auto number = [](const Row& row) { return row.integer(0); };
  if (reader.engine() == Engine::sqlite) {
    return reader.all(
        "select rowid from interaction_words where interaction_words match $1 and rowid < $2 "
        "order by rowid desc limit $3",
        number, query, before, limit);
  }
  return reader.all(
      "select number from interaction_words where institution_id = $1 and words @@ cast($2 as tsquery) "
      "and number < $3 order by number desc limit $4",
      number, institution, query, before, limit);
}

}  // namespace rapport::db
