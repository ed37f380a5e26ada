/**
 * A private ledger audited by public rules: the guest, its host, and what goes in and comes out.
 */
@NullMarked
package org.zarf.gallery.audit;

import org.jspecify.annotations.NullMarked;
