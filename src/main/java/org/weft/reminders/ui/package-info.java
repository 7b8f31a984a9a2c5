/** The dialog reminders are sent from, and the button that opens it from the progress grid. */
@NullMarked
@NamedInterface("ui")
package org.weft.reminders.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
