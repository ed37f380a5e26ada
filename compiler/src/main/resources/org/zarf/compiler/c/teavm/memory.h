/*
 * Where the Java heap lies. The addresses are constants, so that a write barrier is few instructions.
 *
 *   program, malloc | regions | cards | heap, grows          | storage of the collector | malloc
 *                   |         |       0x06000000             0x3a000000                 0x3e000000
 */
#pragma once

#include <stdint.h>

#define teavm_gc_heapAddress ((char*)UINT64_C(0x06000000))
#define ZARF_JAVA_HEAP_END ((char*)UINT64_C(0x3a000000))
#define teavm_gc_cardTable ((char*)UINT64_C(0x05f80000))
#define teavm_gc_regionsAddress ((void*)UINT64_C(0x05e80000))
#define teavm_gc_gcStorageAddress ((void*)ZARF_JAVA_HEAP_END)
#define ZARF_JAVA_RESERVED_END ((char*)UINT64_C(0x3e000000))

/* Unsigned, so that a division by it is a shift. */
#define teavm_gc_regionSize UINT64_C(2048)

extern int32_t teavm_gc_gcStorageSize;
extern int32_t teavm_gc_regionMaxCount;
extern int64_t teavm_gc_availableBytes;
extern int64_t teavm_gc_minAvailableBytes;
extern int64_t teavm_gc_maxAvailableBytes;
extern void*** teavm_gc_staticRoots;

void teavm_initHeap(int64_t min, int64_t max);
void teavm_gc_resizeHeap(int64_t size);
void teavm_registerStaticGcRoots(void*** roots, int count);
void teavm_initStaticGcRoots();
