# synoptic_stage(NAME [USES stage...] [WITH library...])
# A folder of src/ as the static library synoptic_NAME. USES names the stages above it whose headers it may include (they come
# with it), WITH the third-party libraries that stay inside it.
function(synoptic_stage name)
  cmake_parse_arguments(ARG "" "" "USES;WITH" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$") # the program itself, see src/CMakeLists.txt
  if(NOT sources)
    return()
  endif()
  add_library(synoptic_${name} STATIC ${sources})
  target_link_libraries(synoptic_${name} PUBLIC synoptic_options)
  foreach(stage IN LISTS ARG_USES)
    if(TARGET synoptic_${stage})
      target_link_libraries(synoptic_${name} PUBLIC synoptic_${stage})
    endif()
  endforeach()
  target_link_libraries(synoptic_${name} PRIVATE ${ARG_WITH})
endfunction()
