package org.zarf.jvm;

import java.io.IOException;
import java.io.InputStream;
import org.zarf.guest.GuestContext;
import org.zarf.guest.GuestMain;

/**
 * Loads a batch and its cases afresh, so that each run initializes its classes, as a guest does.
 */
final class CaseLoader extends ClassLoader {

  private final BatchClass batch;

  private CaseLoader(BatchClass batch) {
    super(batch.loader());
    this.batch = batch;
  }

  /** The entry method of a batch. */
  static GuestMain main(BatchClass batch) throws ReflectiveOperationException {
    var method =
        new CaseLoader(batch).loadClass(batch.name()).getMethod("main", GuestContext.class);
    return guest -> method.invoke(null, guest);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(Batches.CASES)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      byte[] bytes = name.equals(batch.name()) ? batch.classFile() : bytes(name);
      return defineClass(name, bytes, 0, bytes.length);
    }
  }

  private byte[] bytes(String name) throws ClassNotFoundException {
    try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
