/*
 * TeaVM's C runs without an operating system on one game console, whose kernel has these calls. A guest has no clock and no other threads to wait for.
 */
#ifndef PSPKERNEL_H
#define PSPKERNEL_H

#define sceKernelLibcTime(where) 0
#define sceKernelDelayThread(microseconds) ((void)(microseconds))

#endif
