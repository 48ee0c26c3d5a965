set(rows "")
foreach(file ${FILES})
  get_filename_component(stem ${file} NAME_WE)
  string(REGEX MATCH "^([0-9]+)_(.*)$" ignored ${stem})
  set(number ${CMAKE_MATCH_1})
  set(name ${CMAKE_MATCH_2})
  string(REGEX REPLACE "^0+" "" number "${number}")
  file(READ ${file} sql)
  string(APPEND rows "    {${number}, \"${name}\", R\"~sql~(${sql})~sql~\"},\n")
endforeach()
file(WRITE ${OUT} "// Made from db/migrations. Do not edit.
#include \"db/migrate.hpp\"
namespace rapport::db {
std::span<const Migration> migrations() {
  static const std::vector<Migration> all = {
${rows}  };
  return all;
}
}  // namespace rapport::db
")
