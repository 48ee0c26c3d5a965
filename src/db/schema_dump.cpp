// The schema as text.
#include "db/schema_dump.hpp"

namespace rapport::db {

std::string dump_schema(Database& database) {
  if (database.engine() != Engine::sqlite) {
    throw Error(Error::Kind::other, "the schema is written down from SQLite only");
  }
  return database.read([](Reader& reader) {
    std::string dump;
    reader.each(
        "select o.sql from sqlite_schema o join pragma_table_list t on t.name = o.tbl_name and t.schema = "
        "'main' "
        "where o.sql is not null and t.type <> 'shadow' and o.name not like 'sqlite\\_%' escape '\\' "
        "order by o.tbl_name, case o.type when 'table' then 1 when 'view' then 1 when 'index' then 2 else 3 "
        "end, "
        "o.name",
        [&](const Row& row) { dump.append(row.text(0)).append(";\n\n"); });
    return dump;
  });
}

}  // namespace rapport::db
