// Fills sqlite_stat1, whose form SQLite documents: how many rows, and how many alike in 1, 2 … columns.
#include "db/sqlite_planner.hpp"

namespace rapport::db {

void describe_indexes(Writer& writer) {
  writer.execute("analyze schema_migrations");  // makes the table of statistics where there is none
  writer.execute("delete from sqlite_stat1");
  // More rows than any walk is expected to have: SQLite would read the whole of a smaller table first, to
  // filter what it looks up in it.
  writer.execute(
      "insert into sqlite_stat1 (tbl, idx, stat) "
      "select t.name, case when l.origin = 'pk' and t.wr then t.name else l.name end, "
      "case when l.partial then '10000000' else '1000000000' end || (select group_concat(case "
      "when c.seqno = 0 and c.name = 'institution_id' then "
      "case when l.partial then ' 10000000' else ' 1000000000' end "
      "when l.\"unique\" and c.seqno = (select max(seqno) from pragma_index_info(l.name)) then ' 1' "
      "when c.seqno < 2 then ' 100' when c.seqno = 2 then ' 10' when c.seqno = 3 then ' 3' else ' 1' end, "
      "'') "
      "from pragma_index_info(l.name) c) "
      "from pragma_table_list t join pragma_index_list(t.name) l "
      "where t.schema = 'main' and t.type = 'table' and t.name not like 'sqlite\\_%' escape '\\'");
  writer.execute("analyze sqlite_schema");  // reads it
}

}  // namespace rapport::db
