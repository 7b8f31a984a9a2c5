/** The member's own plan, and what other views take from here: the dialogs and the list of conversations. */
@NullMarked
@NamedInterface("ui")
package org.weft.conversations.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
