/* From the first C function to the last: constructors, main, exit, abort, failed assertions. */

#include <assert.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "machine.h"
#include "zarf.h"

typedef void (*hook)(void);

extern const hook __preinit_array_start[], __preinit_array_end[];
extern const hook __init_array_start[], __init_array_end[];
extern const hook __fini_array_start[], __fini_array_end[];

int main(int argc, char **argv, char **environment);

static char *no_environment[] = {NULL};
char **environ = no_environment;

void zarf_start(void) {
  static char name[] = "guest";
  static char *arguments[] = {name, NULL};
  for (const hook *at = __preinit_array_start; at < __preinit_array_end; at++) {
    (*at)();
  }
  for (const hook *at = __init_array_start; at < __init_array_end; at++) {
    (*at)();
  }
  exit(main(1, arguments, environ));
}

/* A function to call at exit. The list grows at its front, so that the last registered is called first. */
struct exit_hook {
  struct exit_hook *next;
  void (*function)(void *);
  void *argument;
};

static struct exit_hook *exit_hooks;

/* The C standard promises 32 registrations; these need no heap. */
static struct exit_hook first_exit_hooks[32];
static size_t exit_hook_count;

/* Registers a destructor; the third parameter names the shared object, of which there is one. */
int __cxa_atexit(void (*function)(void *), void *argument, void *object) {
  (void)object;
  struct exit_hook *added;
  if (exit_hook_count < sizeof first_exit_hooks / sizeof first_exit_hooks[0]) {
    added = &first_exit_hooks[exit_hook_count];
  } else {
    added = malloc(sizeof *added);
  }
  if (added == NULL) {
    return -1;
  }
  exit_hook_count++;
  *added = (struct exit_hook){exit_hooks, function, argument};
  exit_hooks = added;
  return 0;
}

static void call_without_argument(void *function) {
  ((hook)function)();
}

int atexit(hook function) {
  return __cxa_atexit(call_without_argument, (void *)function, NULL);
}

void exit(int code) {
  while (exit_hooks != NULL) {
    struct exit_hook *last = exit_hooks;
    exit_hooks = last->next;
    last->function(last->argument);
  }
  for (const hook *at = __fini_array_end; at > __fini_array_start; at--) {
    at[-1]();
  }
  zarf_halt((uint32_t)code);
}

void _exit(int code) {
  zarf_halt((uint32_t)code);
}

void _Exit(int code) {
  zarf_halt((uint32_t)code);
}

void abort(void) {
  raise(SIGABRT);
  /* A handler may have returned; the program ends all the same. */
  kill(getpid(), SIGABRT);
  zarf_halt(EXIT_CODE_ABORT);
}

static void print_number(int number) {
  char digits[12];
  char *at = digits + sizeof digits - 1;
  *at = '\0';
  do {
    *--at = (char)('0' + number % 10);
    number /= 10;
  } while (number > 0);
  zarf_print(at);
}

/* Prints without printf, which would make every guest with an assertion large. */
void __assert_func(const char *file, int line, const char *function, const char *expression) {
  zarf_print(file);
  zarf_print(":");
  print_number(line);
  zarf_print(": ");
  if (function != NULL) {
    zarf_print(function);
    zarf_print(": ");
  }
  zarf_print("assertion failed: ");
  zarf_print(expression);
  zarf_print("\n");
  zarf_halt(EXIT_CODE_ABORT);
}

void __assert(const char *file, const char *expression, int line) {
  __assert_func(file, line, NULL, expression);
}
