/**
 * The library that guests in Java and Kotlin are written against: what a guest is given, and a way
 * to run one on the JVM.
 *
 * {@snippet :
 * public final class Sum {
 *   public static void main(GuestContext guest) {
 *     byte sum = 0;
 *     for (byte b : guest.input()) {
 *       sum += b;
 *     }
 *     guest.publish(new byte[] {sum});
 *   }
 * }
 * }
 */
@NullMarked
package org.zarf.guest;

import org.jspecify.annotations.NullMarked;
