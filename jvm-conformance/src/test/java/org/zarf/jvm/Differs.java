package org.zarf.jvm;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A case that is known to compute something else in the virtual machine, as
 * docs/guest-java-limits.md says. When it no longer does, its test fails.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Differs {
  /** What is different. */
  String value();
}
