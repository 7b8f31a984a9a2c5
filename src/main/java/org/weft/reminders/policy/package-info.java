/** Reminder policies: whom they find on a day, what goes out and what does not, and the digests it goes out in. */
@NullMarked
package org.weft.reminders.policy;

import org.jspecify.annotations.NullMarked;
