package org.zarf.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What a failed file operation is called in one line. */
final class Failures {

  private Failures() {}

  static String of(IOException failure) {
    return failure instanceof FileSystemException file
        ? file.getFile() + ": " + reason(file)
        : reason(failure);
  }

  /** The same without the file's name. */
  static String reason(IOException failure) {
    return switch (failure) {
      case NoSuchFileException _ -> "no such file or directory";
      case AccessDeniedException _ -> "permission denied";
      case NotDirectoryException _ -> "not a directory";
      case FileSystemException file when file.getReason() != null -> file.getReason();
      default -> String.valueOf(failure.getMessage());
    };
  }
}
