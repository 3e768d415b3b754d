// Memory that a large build no longer needs.
#pragma once

namespace kb {

// Gives what the process has freed back to the system, from the heaps of all threads: what one of them freed
// the others do not use. Takes milliseconds. Does nothing where the C library is not glibc.
void return_free_memory();

}  // namespace kb
