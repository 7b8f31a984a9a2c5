/** The outbox, and the parts others show mail with. */
@NullMarked
@NamedInterface("ui")
package org.weft.mail.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
