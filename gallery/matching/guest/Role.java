package org.zarf.gallery.matching;

/** What a party is. */
public enum Role {
  /** Proposes, and gets one place at most. */
  RESIDENT,
  /** Is proposed to, and has as many places as its capacity says. */
  HOSPITAL
}
