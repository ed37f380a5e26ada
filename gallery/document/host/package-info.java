/**
 * A private letter of which everything is shown but what public patterns match. The guest, in Rust,
 * is in the folder guest; here is its host.
 */
@NullMarked
package org.zarf.gallery.document;

import org.jspecify.annotations.NullMarked;
