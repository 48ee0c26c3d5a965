# Puts db/migrations and the built web assets into the binary.
file(GLOB migration_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/db/migrations/*.sql)
set(EMBEDDED_MIGRATIONS ${CMAKE_BINARY_DIR}/embedded_migrations.cpp)
add_custom_command(
  OUTPUT ${EMBEDDED_MIGRATIONS}
  COMMAND ${CMAKE_COMMAND} -DOUT=${EMBEDDED_MIGRATIONS} "-DFILES=${migration_files}"
          -P ${CMAKE_SOURCE_DIR}/cmake/embed_migrations.cmake
  DEPENDS ${migration_files} ${CMAKE_SOURCE_DIR}/cmake/embed_migrations.cmake
  VERBATIM)

# web/build.mjs writes assets.cpp (a table) and assets.S (the bytes) into build/assets.
find_program(NODE node)
if(NOT NODE OR NOT EXISTS ${CMAKE_SOURCE_DIR}/node_modules/esbuild)
  message(FATAL_ERROR "Node.js or the npm packages are missing. Run bin/setup.")
endif()
enable_language(ASM)
set(EMBEDDED_ASSETS ${CMAKE_BINARY_DIR}/assets/assets.cpp ${CMAKE_BINARY_DIR}/assets/assets.S)
file(GLOB_RECURSE web_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/web/*)
add_custom_command(
  OUTPUT ${EMBEDDED_ASSETS}
  COMMAND ${NODE} ${CMAKE_SOURCE_DIR}/web/build.mjs ${CMAKE_BINARY_DIR}/assets
  DEPENDS ${web_files} ${CMAKE_SOURCE_DIR}/package-lock.json
  COMMENT "Building the browser's files"
  VERBATIM)
set_source_files_properties(${CMAKE_BINARY_DIR}/assets/assets.S PROPERTIES
  COMPILE_OPTIONS "-Wa,-I${CMAKE_BINARY_DIR}/assets")
