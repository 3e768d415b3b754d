# Writes version.cc at every build, and only when the version changed: so a commit compiles one small file, and not
# everything. Included by CMakeLists.txt it adds the target; run with -P it writes the file.
#
# The version is that of the last tag (v0.1.0) and the commits since. A source archive has no git, and says the
# project's version.

if(NOT CMAKE_SCRIPT_MODE_FILE)
  add_custom_target(version
    COMMAND ${CMAKE_COMMAND} -DSOURCE=${PROJECT_SOURCE_DIR} -DOUTPUT=${PROJECT_BINARY_DIR}/version.cc
      -DPROJECT_VERSION=${PROJECT_VERSION} -P ${CMAKE_CURRENT_LIST_FILE}
    BYPRODUCTS ${PROJECT_BINARY_DIR}/version.cc
    COMMENT "Version" VERBATIM)
  return()
endif()

set(version ${PROJECT_VERSION})
if(EXISTS ${SOURCE}/.git)  # ours, and not that of a repository around an unpacked archive
  execute_process(COMMAND git describe --tags --long --always --abbrev=7 --match v[0-9]*
    WORKING_DIRECTORY ${SOURCE} OUTPUT_VARIABLE described OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  if(described MATCHES "^v(.+)-([0-9]+)-(g[0-9a-f]+)$")
    set(version ${CMAKE_MATCH_1})
    if(NOT CMAKE_MATCH_2 EQUAL 0)
      string(APPEND version "+${CMAKE_MATCH_2}.${CMAKE_MATCH_3}")
    endif()
  elseif(described MATCHES "^[0-9a-f]+$")
    string(APPEND version "+g${described}")
  endif()
endif()

file(CONFIGURE OUTPUT ${OUTPUT} CONTENT [[
#include "kb/model/version.h"

std::string_view kb::program_version() { return "@version@"; }
]] @ONLY)
