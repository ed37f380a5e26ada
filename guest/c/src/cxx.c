/*
 * What compiled C++ calls, under its mangled names, so that guests in C need no C++ compiler. Exceptions and run-time types are off (-fno-exceptions
 * -fno-rtti); an operator new that finds no memory therefore aborts.
 */

#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>

#include "zarf.h"

void *__dso_handle;

static void *allocate(size_t size, size_t alignment) {
  void *memory = memalign(alignment, size);
  if (memory == NULL) {
    zarf_print("operator new: out of memory\n");
    abort();
  }
  return memory;
}

/* operator new(size_t), and new[] */
void *_Znwm(size_t size) {
  return allocate(size, 1);
}

void *_Znam(size_t size) {
  return allocate(size, 1);
}

/* ... with std::align_val_t */
void *_ZnwmSt11align_val_t(size_t size, size_t alignment) {
  return allocate(size, alignment);
}

void *_ZnamSt11align_val_t(size_t size, size_t alignment) {
  return allocate(size, alignment);
}

/* ... with std::nothrow_t const& */
void *_ZnwmRKSt9nothrow_t(size_t size, const void *nothrow) {
  (void)nothrow;
  return malloc(size);
}

void *_ZnamRKSt9nothrow_t(size_t size, const void *nothrow) {
  (void)nothrow;
  return malloc(size);
}

const char _ZSt7nothrow;

/* operator delete(void *), and delete[] */
void _ZdlPv(void *memory) {
  free(memory);
}

void _ZdaPv(void *memory) {
  free(memory);
}

/* ... with the size */
void _ZdlPvm(void *memory, size_t size) {
  (void)size;
  free(memory);
}

void _ZdaPvm(void *memory, size_t size) {
  (void)size;
  free(memory);
}

/* ... with std::align_val_t */
void _ZdlPvSt11align_val_t(void *memory, size_t alignment) {
  (void)alignment;
  free(memory);
}

void _ZdaPvSt11align_val_t(void *memory, size_t alignment) {
  (void)alignment;
  free(memory);
}

/* ... with both */
void _ZdlPvmSt11align_val_t(void *memory, size_t size, size_t alignment) {
  (void)size;
  (void)alignment;
  free(memory);
}

void _ZdaPvmSt11align_val_t(void *memory, size_t size, size_t alignment) {
  (void)size;
  (void)alignment;
  free(memory);
}

/* ... with std::nothrow_t const& */
void _ZdlPvRKSt9nothrow_t(void *memory, const void *nothrow) {
  (void)nothrow;
  free(memory);
}

void _ZdaPvRKSt9nothrow_t(void *memory, const void *nothrow) {
  (void)nothrow;
  free(memory);
}

/* std::terminate(), std::__throw_... and the like have no meaning without exceptions, but the first is called where noexcept would be broken. */
void _ZSt9terminatev(void) {
  zarf_print("std::terminate called\n");
  abort();
}

void __cxa_pure_virtual(void) {
  zarf_print("pure virtual function called\n");
  abort();
}

void __cxa_deleted_virtual(void) {
  zarf_print("deleted virtual function called\n");
  abort();
}

/* Guards of local statics: the first byte says that the initialisation is done, the second that it is under way (Itanium C++ ABI, 3.3.3). */
int __cxa_guard_acquire(uint8_t *guard) {
  if (guard[0]) {
    return 0;
  }
  if (guard[1]) {
    zarf_print("a static variable is initialised by its own initialiser\n");
    abort();
  }
  guard[1] = 1;
  return 1;
}

void __cxa_guard_release(uint8_t *guard) {
  guard[0] = 1;
  guard[1] = 0;
}

void __cxa_guard_abort(uint8_t *guard) {
  guard[1] = 0;
}
