/* What the garbage collector tells about its work. One thing matters: from then on memory is no longer as the loader left it. */

#include "heaptrace.h"

#include "memory.h"
#include "zarf_java.h"

char* zarf_java_untouched;

void teavm_gc_gcStarted(int32_t full) {
  (void)full;
  char* end = (char*)teavm_gc_heapAddress + teavm_gc_availableBytes;
  if (end > zarf_java_untouched) {
    zarf_java_untouched = end;
  }
}

void teavm_gc_allocate(void* address, int32_t size) {}
void teavm_gc_free(void* address, int32_t size) {}
void teavm_gc_assertFree(void* address, int32_t size) {}
void teavm_gc_mark(void* address) {}
void teavm_gc_move(void* from, void* to, int32_t size) {}
void teavm_gc_markStarted() {}
void teavm_gc_markCompleted() {}
void teavm_gc_sweepStarted() {}
void teavm_gc_sweepCompleted() {}
void teavm_gc_defragStarted() {}
void teavm_gc_defragCompleted() {}
void teavm_gc_gcCompleted() {}
void teavm_gc_heapResized(int64_t size) {}
void teavm_gc_reportDirtyRegion(void* address) {}

void teavm_outOfMemory() {
  zarf_java_out_of_memory();
}
