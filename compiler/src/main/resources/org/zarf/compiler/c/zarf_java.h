/*
 * What translated Java calls: input and output.
 */
#ifndef ZARF_JAVA_H
#define ZARF_JAVA_H

#include <stdint.h>

int32_t zarf_java_input_length(void);
void zarf_java_copy_input(void *to);
void zarf_java_publish(void *bytes, int32_t length);
void zarf_java_print(void *bytes, int32_t length);
void zarf_java_halt(int32_t code);

#endif
