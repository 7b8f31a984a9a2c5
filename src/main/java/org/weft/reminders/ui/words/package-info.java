/** The pages on which the words of mail are changed. */
@NullMarked
package org.weft.reminders.ui.words;

import org.jspecify.annotations.NullMarked;
