package org.zarf.compiler.teavm;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Collections;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teavm.parsing.resource.Resource;
import org.teavm.parsing.resource.ResourceProvider;
import org.zarf.compiler.Resources;

/** Resources as TeaVM looks for them. */
final class GuestResources implements ResourceProvider {

  private final Resources resources;

  GuestResources(Resources resources) {
    this.resources = resources;
  }

  @Override
  public Iterator<Resource> getResources(String name) {
    byte[] bytes = resources.find(name);
    return bytes == null
        ? Collections.emptyIterator()
        : List.<Resource>of(new Bytes(bytes)).iterator();
  }

  @Override
  public void close() {}

  private record Bytes(byte[] bytes) implements Resource {

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public @Nullable Date getModificationDate() {
      return null;
    }
  }
}
