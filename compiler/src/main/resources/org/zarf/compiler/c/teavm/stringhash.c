/* String literals. TeaVM keeps each text once in its pool, so that nothing needs to be looked up. */

#include "stringhash.h"

/* The mark of objects that are always reachable. */
#define LITERAL INT32_C(0x80000000)

TeaVM_String* teavm_registerString(TeaVM_String* literal) {
  literal->characters->parent.header = TEAVM_PACK_CLASS(teavm_charArrayClass) | LITERAL;
  return literal;
}
