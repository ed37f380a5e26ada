/* The Java heap: a part of RAM that malloc handed over as a whole. */

#include "memory.h"

#include <stdlib.h>
#include <string.h>

#include "zarf.h"

int32_t teavm_gc_gcStorageSize;
int32_t teavm_gc_regionMaxCount;
int64_t teavm_gc_availableBytes;
int64_t teavm_gc_minAvailableBytes;
int64_t teavm_gc_maxAvailableBytes;
void*** teavm_gc_staticRoots;

extern char __heap_start[];

void teavm_gc_resizeHeap(int64_t size) {
  teavm_gc_gcStorageSize = (int32_t)(size / 16);
  teavm_gc_regionMaxCount = (int32_t)(size / teavm_gc_regionSize) + 1;
  teavm_gc_availableBytes = size;
}

void teavm_initHeap(int64_t min, int64_t max) {
  char* start = malloc((size_t)(ZARF_JAVA_RESERVED_END - __heap_start));
  if (start == NULL || start > (char*)teavm_gc_regionsAddress) {
    zarf_fail("the program leaves no room for the Java heap");
  }
  int64_t room = ZARF_JAVA_HEAP_END - teavm_gc_heapAddress;
  teavm_gc_minAvailableBytes = min;
  teavm_gc_maxAvailableBytes = max < room ? max : room;
  teavm_gc_resizeHeap(min);
}

/* Static fields that hold references, per class; then all of them in one array that starts with their number. */
struct roots {
  struct roots* next;
  void*** fields;
  int count;
};

static struct roots* registered;
static int64_t root_count;

void teavm_registerStaticGcRoots(void*** fields, int count) {
  if (count == 0) {
    return;
  }
  struct roots* added = malloc(sizeof *added);
  *added = (struct roots){registered, fields, count};
  registered = added;
  root_count += count;
}

void teavm_initStaticGcRoots() {
  teavm_gc_staticRoots = malloc(sizeof(void**) * (size_t)(root_count + 1));
  void*** at = teavm_gc_staticRoots;
  *at++ = (void**)(intptr_t)root_count;
  for (struct roots* from = registered; from != NULL; from = from->next) {
    memcpy(at, from->fields, (size_t)from->count * sizeof(void**));
    at += from->count;
  }
}
