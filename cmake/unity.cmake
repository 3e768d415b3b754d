# firstline_unity(TARGET [ALONE FILE...]): with FIRSTLINE_UNITY each folder's sources are compiled as one, but for those
# ALONE. Most of a source's compile time goes into the headers of libraries, which a folder's sources share. So names in
# anonymous namespaces must differ within a folder.
option(FIRSTLINE_UNITY "Compile each folder's sources as one" OFF)

function(firstline_unity target)
  cmake_parse_arguments(arg "" "" "ALONE" ${ARGN})
  get_target_property(sources ${target} SOURCES)
  foreach(source IN LISTS sources)
    if(IS_ABSOLUTE ${source} OR source IN_LIST arg_ALONE)
      continue()  # absolute: written by the build
    endif()
    cmake_path(GET source PARENT_PATH folder)
    string(MAKE_C_IDENTIFIER "${target}_${folder}" group)
    set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${group})
  endforeach()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ${FIRSTLINE_UNITY} UNITY_BUILD_MODE GROUP)
endfunction()
