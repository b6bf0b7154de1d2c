// Marks what the shared libraries export: every function and every class with code of its own in
// them, and every exception, so that it is the same type on both sides of the boundary. Structs of
// plain values need no mark. For C as well as C++.
#pragma once

#define FURAT_EXPORT __attribute__((visibility("default")))

/// Takes a class inside an exported one out again.
#define FURAT_NO_EXPORT __attribute__((visibility("hidden")))
