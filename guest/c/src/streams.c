/* stdin, stdout and stderr: an empty one, and two that lead line by line to the debug stream. */

#include <stdio.h>

#include "machine.h"

struct debug_stream {
  FILE file;
  int fd;
  size_t used;
  char buffer[256];
};

static int flush_stream(FILE *file) {
  struct debug_stream *stream = (struct debug_stream *)file;
  if (stream->used > 0) {
    zarf_debug(stream->fd, stream->buffer, stream->used);
    stream->used = 0;
  }
  return 0;
}

static int put_character(char character, FILE *file) {
  struct debug_stream *stream = (struct debug_stream *)file;
  stream->buffer[stream->used++] = character;
  if (character == '\n' || stream->used == sizeof stream->buffer) {
    flush_stream(file);
  }
  return (unsigned char)character;
}

static int end_of_input(FILE *file) {
  (void)file;
  return _FDEV_EOF;
}

static FILE input = FDEV_SETUP_STREAM(NULL, end_of_input, NULL, _FDEV_SETUP_READ);
static struct debug_stream output = {.file = FDEV_SETUP_STREAM(put_character, NULL, flush_stream, _FDEV_SETUP_WRITE), .fd = 1};
static struct debug_stream error = {.file = FDEV_SETUP_STREAM(put_character, NULL, flush_stream, _FDEV_SETUP_WRITE), .fd = 2};

FILE *const stdin = &input;
FILE *const stdout = &output.file;
FILE *const stderr = &error.file;

void zarf_flush_streams(void) {
  flush_stream(stdout);
  flush_stream(stderr);
}
