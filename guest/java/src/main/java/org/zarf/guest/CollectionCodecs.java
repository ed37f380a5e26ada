package org.zarf.guest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The codecs of values that contain any number of others. */
final class CollectionCodecs {

  private CollectionCodecs() {}

  static final class OfList extends ElementsCodec<List<Object>, Object> {
    OfList(Codec<?>[] parts, int element, int elementBytes) {
      super("list", parts, element, elementBytes);
    }

    @Override
    public void write(Encoder out, List<Object> values) {
      out.writeInt(values.size());
      writeAll(out, values);
    }

    @Override
    public List<Object> read(Decoder in) {
      Codec<Object> codec = element();
      int count = readCount(in);
      var values = new ArrayList<>(count);
      try {
        while (values.size() < count) {
          values.add(codec.read(in));
        }
      } catch (DecodingException e) {
        throw e.at(values.size());
      }
      return values;
    }
  }

  static final class OfSet extends ElementsCodec<Set<Object>, Object> {
    OfSet(Codec<?>[] parts, int element, int elementBytes) {
      super("set", parts, element, elementBytes);
    }

    @Override
    public void write(Encoder out, Set<Object> values) {
      out.writeInt(values.size());
      writeAll(out, values);
    }

    @Override
    public Set<Object> read(Decoder in) {
      Codec<Object> codec = element();
      int count = readCount(in);
      var values = new LinkedHashSet<>();
      try {
        while (values.size() < count) {
          if (!values.add(codec.read(in))) {
            throw new DecodingException("the element is in the set already");
          }
        }
      } catch (DecodingException e) {
        throw e.at(values.size());
      }
      return values;
    }
  }

  /** The elements are the keys. */
  static final class OfMap extends ElementsCodec<Map<Object, Object>, Object> {

    private static final String NAMES = "key,value";

    private final Codec<?>[] parts;
    private final int value;

    /** See {@link ElementsCodec}; an entry takes at least so many bytes. */
    OfMap(Codec<?>[] parts, int key, int value, int entryBytes) {
      super("map", parts, key, entryBytes);
      this.parts = parts;
      this.value = value;
    }

    @SuppressWarnings("unchecked") // whoever makes the parts puts the value's codec there
    private Codec<Object> value() {
      return (Codec<Object>) parts[value];
    }

    @Override
    public void write(Encoder out, Map<Object, Object> values) {
      Codec<Object> keys = element();
      Codec<Object> codec = value();
      out.writeInt(values.size());
      int i = 0;
      int component = 0;
      try {
        for (Map.Entry<Object, Object> entry : values.entrySet()) {
          component = 0;
          keys.put(out, entry.getKey());
          component = 1;
          codec.put(out, entry.getValue());
          i++;
        }
      } catch (EncodingException e) {
        throw e.at(NAMES, component).at(i);
      }
    }

    @Override
    public Map<Object, Object> read(Decoder in) {
      Codec<Object> keys = element();
      Codec<Object> codec = value();
      int count = readCount(in);
      var values = new LinkedHashMap<Object, Object>();
      int i = 0;
      int component = 0;
      try {
        for (; i < count; i++) {
          component = 0;
          Object key = keys.read(in);
          if (values.containsKey(key)) {
            throw new DecodingException("the key is in the map already");
          }
          component = 1;
          values.put(key, codec.read(in));
        }
      } catch (DecodingException e) {
        throw e.at(NAMES, component).at(i);
      }
      return values;
    }
  }

  static final class OfOptional extends ElementsCodec<Optional<Object>, Object> {
    OfOptional(Codec<?>[] parts, int element) {
      super("optional", parts, element, 1);
    }

    @Override
    public void write(Encoder out, Optional<Object> value) {
      out.writeBoolean(value.isPresent());
      if (value.isPresent()) {
        element().write(out, value.get());
      }
    }

    @Override
    public Optional<Object> read(Decoder in) {
      return in.readBoolean() ? Optional.of(element().read(in)) : Optional.empty();
    }
  }

  /** An array of objects, of the class of an empty one. */
  static final class OfArray extends ElementsCodec<Object[], Object> {

    private final Object[] empty;

    OfArray(Codec<?>[] parts, int element, int elementBytes, Object[] empty) {
      super("array", parts, element, elementBytes);
      this.empty = empty;
    }

    @Override
    public void write(Encoder out, Object[] values) {
      out.writeInt(values.length);
      writeAll(out, Arrays.asList(values));
    }

    @Override
    public Object[] read(Decoder in) {
      Codec<Object> codec = element();
      Object[] values = Arrays.copyOf(empty, readCount(in));
      int i = 0;
      try {
        for (; i < values.length; i++) {
          values[i] = codec.read(in);
        }
      } catch (DecodingException e) {
        throw e.at(i);
      }
      return values;
    }
  }
}
