/* The operating system that a C library expects, of which a guest has almost nothing: no files, no processes, and time stands still. */

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/times.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

#include "machine.h"
#include "zarf.h"

static int fail(int reason) {
  errno = reason;
  return -1;
}

int open(const char *path, int flags, ...) {
  (void)path;
  (void)flags;
  return fail(ENOENT);
}

int close(int fd) {
  (void)fd;
  return fail(EBADF);
}

/* Standard input is empty: a guest's input comes from read_input. */
ssize_t read(int fd, void *buf, size_t size) {
  (void)buf;
  (void)size;
  return fd == STDIN_FILENO ? 0 : fail(EBADF);
}

/* Standard output and error lead to the debug stream. */
ssize_t write(int fd, const void *buf, size_t size) {
  if (fd != STDOUT_FILENO && fd != STDERR_FILENO) {
    return fail(EBADF);
  }
  zarf_flush_streams();
  zarf_debug(fd, buf, size);
  return (ssize_t)size;
}

off_t lseek(int fd, off_t offset, int whence) {
  (void)fd;
  (void)offset;
  (void)whence;
  return fail(ESPIPE);
}

int unlink(const char *path) {
  (void)path;
  return fail(ENOENT);
}

int rename(const char *from, const char *to) {
  (void)from;
  (void)to;
  return fail(ENOENT);
}

int stat(const char *path, struct stat *status) {
  (void)path;
  (void)status;
  return fail(ENOENT);
}

int fstat(int fd, struct stat *status) {
  (void)fd;
  (void)status;
  return fail(EBADF);
}

int isatty(int fd) {
  (void)fd;
  errno = ENOTTY;
  return 0;
}

pid_t getpid(void) {
  return 1;
}

/* The one process can only be sent a signal by itself, through raise, whose default action this is. */
int kill(pid_t process, int signal) {
  if (process != getpid()) {
    return fail(ESRCH);
  }
  if (signal == 0) {
    return 0;
  }
  zarf_print(signal == SIGABRT ? "aborted\n" : "killed by a signal\n");
  zarf_halt(128 + (uint32_t)signal);
}

char *getenv(const char *name) {
  (void)name;
  return NULL;
}

time_t time(time_t *now) {
  if (now != NULL) {
    *now = 0;
  }
  return 0;
}

clock_t clock(void) {
  return 0;
}

clock_t times(struct tms *usage) {
  memset(usage, 0, sizeof *usage);
  return 0;
}

int gettimeofday(struct timeval *now, void *zone) {
  (void)zone;
  now->tv_sec = 0;
  now->tv_usec = 0;
  return 0;
}
