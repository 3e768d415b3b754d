# What the compiler and the linker do so that a memory error ends the program instead of obeying an attacker. For
# optimised builds: FORTIFY needs -O, and the sanitizers find more. tests/tools/hardening_test.sh reads it back from the
# programs.
option(FIRSTLINE_HARDEN "Harden the programs against memory errors" OFF)
if(NOT FIRSTLINE_HARDEN)
  return()
endif()

add_compile_options(
  -fPIE                        # programs get another address each time; cheaper than -fPIC, which CMake would take
  -fstack-protector-strong     # a canary under the return address
  -fstack-clash-protection     # a large frame cannot jump over the guard page
  -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3  # libc's copies know how large their target is
  -D_GLIBCXX_ASSERTIONS)       # v[i], optional and string_view check their bounds
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  add_compile_options(-fcf-protection)  # Intel CET: indirect jumps end at ENDBR only, returns are checked
endif()
add_link_options(-pie -Wl,-z,relro,-z,now)  # what the dynamic linker filled in is read-only afterwards
