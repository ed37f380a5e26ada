/* What a guest does not have fails in the way that programs know: no files, no environment, no time. */

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/times.h>
#include <time.h>
#include <unistd.h>

#include "check.h"

static volatile sig_atomic_t caught;

static void catch_signal(int signal) {
  caught = signal;
}

int main(void) {
  struct stat status;
  struct timeval now = {1, 1};
  struct tms usage = {1, 1, 1, 1};
  time_t seconds = 5;
  char byte;
  CHECK(open("file", O_RDONLY) == -1 && errno == ENOENT);
  CHECK(fopen("file", "r") == NULL && fopen("file", "w") == NULL);
  CHECK(close(3) == -1 && read(3, &byte, 1) == -1 && write(3, &byte, 1) == -1 && errno == EBADF);
  CHECK(read(0, &byte, 1) == 0 && getchar() == EOF && feof(stdin));
  CHECK(lseek(0, 0, SEEK_SET) == -1 && unlink("file") == -1 && rename("file", "other") == -1 && remove("file") != 0);
  CHECK(stat("file", &status) == -1 && fstat(3, &status) == -1 && !isatty(1));
  CHECK(kill(2, SIGTERM) == -1 && errno == ESRCH && kill(getpid(), 0) == 0);
  CHECK(getenv("PATH") == NULL);
  CHECK(time(&seconds) == 0 && seconds == 0 && clock() == 0 && times(&usage) == 0 && usage.tms_utime == 0);
  CHECK(gettimeofday(&now, NULL) == 0 && now.tv_sec == 0 && now.tv_usec == 0);
  CHECK(sbrk(0) == (void *)-1);
  signal(SIGUSR1, catch_signal);
  raise(SIGUSR1);
  CHECK(caught == SIGUSR1);
  CHECK(write(1, "written\n", 8) == 8);
  CHECK(puts("to standard output") >= 0 && fputs("to standard error, without a line feed", stderr) >= 0);
  for (int i = 0; i < 1000; i++) {
    putchar('.');
  }
  putchar('\n');
  return 0;
}
